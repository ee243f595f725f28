//! Several objects that were read from one text, and where in it each of them stands.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::{PyAttributeError, PyRuntimeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};
use serde_json::value::RawValue;

/// Knows objects by their identity, so that it does not keep them alive.
#[derive(Default)]
pub struct Parts(Mutex<Option<Vec<usize>>>);

impl Parts {
    /// Tells the objects where they came from, and remembers their order.
    pub fn adopt(&self, origin: &Bound<'_, PyAny>, objects: &Bound<'_, PyList>) -> PyResult<()> {
        let py = origin.py();
        let mut known = Vec::with_capacity(objects.len());
        for object in objects {
            match object.setattr(intern!(py, "_origin"), origin) {
                // What is no object has no members to lose.
                Err(error) if !error.is_instance_of::<PyAttributeError>(py) => return Err(error),
                _ => known.push(object.as_ptr() as usize),
            }
        }
        match self.all().replace(known) {
            None => Ok(()),
            Some(_) => Err(PyRuntimeError::new_err("these objects have been read already")),
        }
    }

    fn all(&self) -> MutexGuard<'_, Option<Vec<usize>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there are any.
    pub fn known(&self) -> bool {
        self.all().is_some()
    }

    /// The text of one of them, out of those of all.
    pub fn text<'py>(
        &self,
        object: &Bound<'py, PyAny>,
        all: serde_json::Result<Vec<&RawValue>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let place = self
            .all()
            .as_deref()
            .unwrap_or_default()
            .iter()
            .position(|known| *known == object.as_ptr() as usize);
        let all = all.map_err(|cause| PyValueError::new_err(cause.to_string()))?;
        match place.and_then(|place| all.get(place)) {
            Some(text) => Ok(PyBytes::new(object.py(), text.get().as_bytes())),
            None => Err(PyValueError::new_err("this object does not come from here")),
        }
    }
}
