//! What comes back from the core, as Python sees it.

use http::HeaderMap;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use qoder_cloud::{ErrorInfo, RawResponse, Step};

use crate::door::Caller;

/// A result that is plain data until the interpreter is at hand.
pub trait Outcome: Send + 'static {
    /// The Python object for it; what stays open keeps what the caller brought along.
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>>;
}

/// A whole answer with a 2xx status.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Response(pub RawResponse);

#[pymethods]
impl Response {
    /// The HTTP status.
    #[getter]
    fn status(&self) -> u16 {
        self.0.status.as_u16()
    }

    /// How many attempts were made.
    #[getter]
    fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The body as it came; a copy each time.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.body)
    }

    /// The whole body as one object; an empty one where there is none.
    fn part<'py>(&self, py: Python<'py>, item: &Bound<'py, PyAny>) -> Bound<'py, PyBytes> {
        let _ = item;
        PyBytes::new(py, if self.0.body.is_empty() { b"{}" } else { &self.0.body })
    }

    /// The headers in the order they came, names in lower case.
    #[getter]
    fn headers(&self) -> Vec<(String, String)> {
        pairs(&self.0.headers)
    }

    /// The id under which the server knows the call.
    #[getter]
    fn request_id(&self) -> Option<&str> {
        self.0.request_id()
    }
}

impl Outcome for RawResponse {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Response(self))?.into_any())
    }
}

/// A failed call.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Failure(ErrorInfo);

#[pymethods]
impl Failure {
    /// What is known about it, as JSON.
    fn info<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let json = serde_json::to_vec(&self.0)
            .map_err(|cause| pyo3::exceptions::PyRuntimeError::new_err(cause.to_string()))?;
        Ok(PyBytes::new(py, &json))
    }
}

impl Outcome for ErrorInfo {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Failure(self))?.into_any())
    }
}

/// Several events of a stream.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Batch {
    #[pyo3(get)]
    json: Py<PyBytes>,
    #[pyo3(get)]
    last_event_id: Option<String>,
}

impl Outcome for qoder_cloud::Batch {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        let json = PyBytes::new(py, &self.json).unbind();
        Ok(Py::new(py, Batch { json, last_event_id: self.last_event_id })?.into_any())
    }
}

/// One item of several that come of a procedure.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Item {
    #[pyo3(get)]
    json: Py<PyBytes>,
}

/// What only Python knows; answered by `Procedure.answer` or `Procedure.refuse`.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Question {
    #[pyo3(get)]
    id: u64,
    #[pyo3(get)]
    topic: &'static str,
    #[pyo3(get)]
    json: Py<PyBytes>,
}

/// What came of a procedure.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Done {
    #[pyo3(get)]
    json: Py<PyBytes>,
}

impl Outcome for Step {
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>> {
        let bytes = |json: &[u8]| PyBytes::new(py, json).unbind();
        Ok(match self {
            Step::Events(batch) => return batch.into_python(py, caller),
            Step::Item(json) => Py::new(py, Item { json: bytes(&json) })?.into_any(),
            Step::Question(asked) => {
                let question = Question { id: asked.id, topic: asked.topic, json: bytes(&asked.json) };
                Py::new(py, question)?.into_any()
            }
            Step::Done(json) => Py::new(py, Done { json: bytes(&json) })?.into_any(),
        })
    }
}

impl Outcome for bytes::Bytes {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(PyBytes::new(py, &self).unbind().into_any())
    }
}

impl Outcome for () {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(py.None())
    }
}

impl Outcome for u64 {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(self.into_pyobject(py)?.unbind().into_any())
    }
}

impl<T: Outcome> Outcome for Option<T> {
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>> {
        self.map_or_else(|| Ok(py.None()), |value| value.into_python(py, caller))
    }
}

/// Headers as text; bytes that are no text are replaced.
pub fn pairs(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
}
