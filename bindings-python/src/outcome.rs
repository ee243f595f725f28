//! What comes back from the core, as Python sees it.

use std::sync::OnceLock;

use http::HeaderMap;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};
use qoder_cloud::{ErrorInfo, RawResponse, Step};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::door::Caller;
use crate::parts::Parts;

/// A result that is plain data until the interpreter is at hand.
pub trait Outcome: Send + 'static {
    /// Whether it comes of a whole call, rather than of a step in reading what is open.
    const WHOLE: bool = false;

    /// The Python object for it; what stays open keeps what the caller brought along.
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>>;
}

/// A whole answer with a 2xx status.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Response {
    pub raw: RawResponse,
    items: Parts,
}

/// The text of a page's items.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
}

#[pymethods]
impl Response {
    /// The HTTP status.
    #[getter]
    fn status(&self) -> u16 {
        self.raw.status.as_u16()
    }

    /// How many attempts were made.
    #[getter]
    fn attempts(&self) -> u32 {
        self.raw.attempts
    }

    /// The body as it came; a copy each time.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.raw.body)
    }

    /// Tells the items of this page where they came from.
    fn adopt(slf: &Bound<'_, Self>, items: &Bound<'_, PyList>) -> PyResult<()> {
        slf.get().items.adopt(slf.as_any(), items)
    }

    /// The text of an item of this page; of any other answer the whole, an empty object where there is none.
    fn part<'py>(&self, item: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        let body = &self.raw.body;
        if self.items.known() {
            return self.items.text(item, serde_json::from_slice(body).map(|page: Page<'_>| page.data));
        }
        Ok(PyBytes::new(item.py(), if body.is_empty() { b"{}" } else { body }))
    }

    /// The headers in the order they came, names in lower case.
    #[getter]
    fn headers(&self) -> Vec<(String, String)> {
        pairs(&self.raw.headers)
    }

    /// The id under which the server knows the call.
    #[getter]
    fn request_id(&self) -> Option<&str> {
        self.raw.request_id()
    }
}

impl Outcome for RawResponse {
    const WHOLE: bool = true;

    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Response { raw: self, items: Parts::default() })?.into_any())
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
    events: Parts,
    request_id: OnceLock<Py<PyAny>>,
}

#[pymethods]
impl Batch {
    /// The events, as `decode` makes them of their text, or `reader` where it cannot. They know that they came from here:
    /// this batch of the stream with that request ID.
    fn read<'py>(
        slf: &Bound<'py, Self>,
        decode: &Bound<'py, PyAny>,
        reader: &Bound<'py, PyAny>,
        request_id: Py<PyAny>,
    ) -> PyResult<Bound<'py, PyList>> {
        let (py, batch) = (slf.py(), slf.get());
        let events = match decode.call1((&batch.json,)) {
            Err(error) if error.is_instance_of::<PyException>(py) => {
                reader.call_method1("leniently", (&batch.json,))?
            }
            events => events?,
        };
        let events = events.cast_into::<PyList>()?;
        batch.events.adopt(slf.as_any(), &events)?;
        // Set once, as the events are adopted once.
        let _ = batch.request_id.set(request_id);
        Ok(events)
    }

    /// The text of one of the events.
    fn part<'py>(&self, event: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        self.events.text(event, serde_json::from_slice(self.json.as_bytes(event.py())))
    }

    /// The ID under which the server knows the call that opened the stream.
    #[getter]
    fn request_id(&self, py: Python<'_>) -> Option<Py<PyAny>> {
        self.request_id.get().map(|id| id.clone_ref(py))
    }
}

impl Outcome for qoder_cloud::Batch {
    fn into_python(self, py: Python<'_>, _: &Caller) -> PyResult<Py<PyAny>> {
        let json = PyBytes::new(py, &self.json).unbind();
        let batch = Batch {
            json,
            last_event_id: self.last_event_id,
            events: Parts::default(),
            request_id: OnceLock::new(),
        };
        Ok(Py::new(py, batch)?.into_any())
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
    items: Parts,
}

#[pymethods]
impl Done {
    /// Tells the items of the list that came of it where they came from.
    fn adopt(slf: &Bound<'_, Self>, items: &Bound<'_, PyList>) -> PyResult<()> {
        slf.get().items.adopt(slf.as_any(), items)
    }

    /// The text of one of them.
    fn part<'py>(&self, item: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        self.items.text(item, serde_json::from_slice(self.json.as_bytes(item.py())))
    }

    /// None: it was many calls.
    #[getter]
    fn request_id(&self) -> Option<String> {
        None
    }
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
            Step::Done(json) => Py::new(py, Done { json: bytes(&json), items: Parts::default() })?.into_any(),
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
    const WHOLE: bool = T::WHOLE;

    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>> {
        self.map_or_else(|| Ok(py.None()), |value| value.into_python(py, caller))
    }
}

/// Headers as text; bytes that are no text are replaced.
pub fn pairs(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
}
