//! What stays open: lists, event streams, downloads. Each is read by one caller at a time.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use qoder_cloud::{Client, Error, RawPages, Request, runtime};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::completions::Completions;
use crate::door::{Caller, Target, enter};
use crate::outcome::{Outcome, Response, pairs};
use crate::pump::{Ahead, Source};

/// What is open, until it is closed.
pub type Open<T> = Arc<Mutex<Option<T>>>;

pub fn opened<T>(value: T) -> Open<T> {
    Arc::new(Mutex::new(Some(value)))
}

/// Waiting for the turn would hang in a forked child, where the other reader does not exist.
pub fn turn<T>(open: &Open<T>, what: &str) -> Result<OwnedMutexGuard<Option<T>>, Error> {
    open.clone().try_lock_owned().map_err(|_| {
        Error::argument(format!("this {what} is being read by another caller; give each its own"))
    })
}

pub fn closed(what: &str) -> Error {
    Error::argument(format!("this {what} is closed"))
}

/// A page of a list that may be asked for, and all that follow it.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct List {
    pub client: Client,
    pub request: Request,
    pub caller: Caller,
}

#[pymethods]
impl List {
    /// Asks for the page.
    fn fetch(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let (client, request) = (self.client.clone(), self.request.clone());
        enter(py, target, self.caller.share(py), async move { client.execute(request).await })
    }

    /// The page after this one, whose answer is given; None when it was the last.
    fn after(&self, py: Python<'_>, response: &Response) -> PyResult<Py<PyAny>> {
        match self.request.next_page(&response.raw) {
            Ok(None) => Ok(py.None()),
            Ok(Some(request)) => {
                let caller = self.caller.share(py);
                Ok(Py::new(py, List { client: self.client.clone(), request, caller })?.into_any())
            }
            Err(error) => error.info().into_python(py, &Caller::default()),
        }
    }

    /// This page and all that follow, one after the other.
    fn pages(&self, py: Python<'_>, prefetch: bool) -> Pages {
        let pages = RawPages::new(self.client.clone(), self.request.clone()).prefetch(prefetch);
        Pages { pages: opened(pages), caller: self.caller.share(py) }
    }
}

/// The pages of a list.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Pages {
    pages: Open<RawPages>,
    caller: Caller,
}

#[pymethods]
impl Pages {
    /// The next page as a response; None after the last one.
    fn next(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let pages = self.pages.clone();
        enter(py, target, self.caller.share(py), async move {
            let mut pages = turn(&pages, "list")?;
            match pages.as_mut() {
                Some(pages) => pages.next().await.transpose(),
                None => Err(closed("list")),
            }
        })
    }
}

/// An open event stream.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Events {
    events: Open<qoder_cloud::Events>,
    caller: Caller,
    #[pyo3(get)]
    status: u16,
    #[pyo3(get)]
    headers: Vec<(String, String)>,
    #[pyo3(get)]
    request_id: Option<String>,
}

/// An event stream that has just been opened.
pub struct OpenedEvents(pub qoder_cloud::Events);

impl Outcome for OpenedEvents {
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>> {
        let response = self.0.response();
        let events = Events {
            status: response.status().as_u16(),
            headers: pairs(response.headers()),
            request_id: response.request_id().map(str::to_owned),
            caller: caller.share(py),
            events: opened(self.0),
        };
        Ok(Py::new(py, events)?.into_any())
    }
}

const BATCH: usize = qoder_cloud::Events::MAX_BATCH;

#[pymethods]
impl Events {
    /// The events that are ready, at least one, or with `updates` how messages have grown; None at the end.
    fn next_batch(&self, py: Python<'_>, updates: bool, target: Target) -> PyResult<Py<PyAny>> {
        let events = self.events.clone();
        enter(py, target, self.caller.share(py), async move {
            let mut events = turn(&events, "stream")?;
            match events.as_mut() {
                Some(events) if updates => events.next_updates(BATCH).await.transpose(),
                Some(events) => events.next_batch(BATCH).await.transpose(),
                None => Err(closed("stream")),
            }
        })
    }

    /// Begins to read ahead a little, for an event loop: events, or how messages have grown.
    fn ahead(&self, py: Python<'_>, completions: Py<Completions>, updates: bool) -> PyResult<Ahead> {
        let events = turn(&self.events, "stream").ok().and_then(|mut events| events.take());
        let source = events.map(if updates { Source::Updates } else { Source::Events });
        Ahead::begin(py, &Arc::default(), completions, source, &self.caller)
    }

    /// Closes the connection.
    fn close(&self) {
        if let Ok(mut events) = turn(&self.events, "stream") {
            shut(events.take());
        }
    }
}

/// An open download, or any answer whose body is still on its way.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Download {
    body: Open<Body>,
    caller: Caller,
    #[pyo3(get)]
    status: u16,
    #[pyo3(get)]
    headers: Vec<(String, String)>,
    #[pyo3(get)]
    request_id: Option<String>,
    #[pyo3(get)]
    filename: Option<String>,
    #[pyo3(get)]
    content_type: Option<String>,
    #[pyo3(get)]
    content_length: Option<u64>,
}

/// A body that has just been opened.
pub enum Body {
    Download(qoder_cloud::Download),
    Answer(qoder_cloud::Streaming),
}

impl Body {
    fn answer(&self) -> &qoder_cloud::Streaming {
        match self {
            Body::Download(download) => download.response(),
            Body::Answer(answer) => answer,
        }
    }

    async fn chunk(&mut self) -> Result<Option<bytes::Bytes>, Error> {
        match self {
            Body::Download(download) => download.chunk().await,
            Body::Answer(answer) => answer.chunk().await,
        }
    }
}

/// A body on its way to Python.
pub struct OpenedBody(pub Body);

impl Outcome for OpenedBody {
    fn into_python(self, py: Python<'_>, caller: &Caller) -> PyResult<Py<PyAny>> {
        let answer = self.0.answer();
        let header =
            |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (filename, length) = match &self.0 {
            Body::Download(download) => (download.filename(), download.content_length()),
            Body::Answer(_) => (None, header("content-length").and_then(|length| length.parse().ok())),
        };
        let download = Download {
            caller: caller.share(py),
            status: answer.status().as_u16(),
            headers: pairs(answer.headers()),
            request_id: answer.request_id().map(str::to_owned),
            filename,
            content_type: header("content-type"),
            content_length: length,
            body: opened(self.0),
        };
        Ok(Py::new(py, download)?.into_any())
    }
}

#[pymethods]
impl Download {
    /// The next piece; None at the end.
    fn chunk(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let body = self.body.clone();
        enter(py, target, self.caller.share(py), async move {
            match turn(&body, "download")?.as_mut() {
                Some(body) => body.chunk().await,
                None => Err(closed("download")),
            }
        })
    }

    /// The rest of it.
    fn read(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let body = self.body.clone();
        enter(py, target, self.caller.share(py), async move {
            let taken = turn(&body, "download")?.take();
            match taken {
                Some(Body::Download(download)) => download.bytes().await,
                Some(mut answer) => {
                    let mut whole = Vec::new();
                    while let Some(piece) = answer.chunk().await? {
                        whole.extend_from_slice(&piece);
                    }
                    Ok(whole.into())
                }
                None => Err(closed("download")),
            }
        })
    }

    /// Writes the rest to a file that appears under its name when it is whole; gives its length.
    fn write_to_file(&self, py: Python<'_>, path: PathBuf, target: Target) -> PyResult<Py<PyAny>> {
        let body = self.body.clone();
        enter(py, target, self.caller.share(py), async move {
            let taken = turn(&body, "download")?.take();
            match taken {
                Some(Body::Download(download)) => download.write_to_file(path).await,
                Some(Body::Answer(_)) => Err(Error::argument("only a download can be written to a file")),
                None => Err(closed("download")),
            }
        })
    }

    /// Closes the connection.
    fn close(&self) {
        if let Ok(mut body) = turn(&self.body, "download") {
            shut(body.take());
        }
    }
}

/// Drops a connection where its runtime is at hand.
pub fn shut<T>(connection: Option<T>) {
    if let (Some(connection), Ok(handle)) = (connection, runtime::handle()) {
        let _runtime = handle.enter();
        drop(connection);
    }
}
