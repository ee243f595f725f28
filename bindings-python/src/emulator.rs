//! The emulator, embedded. It runs on a thread of its own that knows nothing of Python.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use qoder_cloud::runtime;

/// A running emulator.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Emulator {
    running: Mutex<Option<qoder_cloud_emulator::Emulator>>,
    generation: u64,
    #[pyo3(get)]
    base_url: String,
    #[pyo3(get)]
    exchange_url: String,
    #[pyo3(get)]
    token: String,
}

#[pymethods]
impl Emulator {
    /// Starts it; it listens when this returns. Times in seconds, None for no heartbeats.
    #[new]
    fn new(
        py: Python<'_>,
        host: String,
        port: i64,
        token: Option<String>,
        heartbeat: Option<f64>,
        step_delay: f64,
    ) -> PyResult<Self> {
        let port = u16::try_from(port)
            .map_err(|_| PyValueError::new_err(format!("`port` must be from 0 to 65535, not {port}")))?;
        let heartbeat = heartbeat.map(|every| seconds("heartbeat", every)).transpose()?;
        let mut builder = qoder_cloud_emulator::Emulator::builder()
            .host(host)
            .port(port)
            .heartbeat(heartbeat)
            .step_delay(seconds("step_delay", step_delay)?);
        if let Some(token) = token {
            builder = builder.token(token);
        }
        let emulator = py.detach(|| builder.start_blocking()).map_err(refused)?;
        Ok(Emulator {
            generation: runtime::generation(),
            base_url: emulator.base_url(),
            exchange_url: emulator.exchange_url(),
            token: emulator.token().to_owned(),
            running: Mutex::new(Some(emulator)),
        })
    }

    /// Does what `/_emulator/<door>` does over HTTP; JSON in, JSON out.
    fn control<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        door: &str,
        body: &[u8],
    ) -> PyResult<Bound<'py, PyBytes>> {
        let body: serde_json::Value =
            serde_json::from_slice(body).map_err(|cause| PyValueError::new_err(cause.to_string()))?;
        let answer = py.detach(|| match &*self.lock() {
            Some(emulator) => emulator.control(method, door, &body),
            None => Err(io::Error::other("the emulator has stopped")),
        });
        Ok(PyBytes::new(py, answer.map_err(refused)?.to_string().as_bytes()))
    }

    /// Stops it and waits until every connection is closed.
    fn stop(&self, py: Python<'_>) {
        let running = self.lock().take();
        py.detach(|| self.end(running));
    }
}

impl Emulator {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<qoder_cloud_emulator::Emulator>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self, running: Option<qoder_cloud_emulator::Emulator>) {
        if self.generation == runtime::generation() {
            drop(running);
        } else {
            // Its thread lives in the parent process: waiting for it here would never end.
            std::mem::forget(running);
        }
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let running = self.lock().take();
        self.end(running);
    }
}

fn seconds(name: &str, value: f64) -> PyResult<Duration> {
    qoder_cloud::seconds(name, value).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn refused(error: io::Error) -> PyErr {
    match error.kind() {
        io::ErrorKind::InvalidInput => PyValueError::new_err(error.to_string()),
        io::ErrorKind::Other => PyRuntimeError::new_err(error.to_string()),
        _ => PyOSError::new_err(error.to_string()),
    }
}
