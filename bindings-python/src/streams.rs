//! What stays open: lists, event streams, downloads. Each is read by one caller at a time.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use pyo3::prelude::*;
use qoder_cloud::{Client, Error, RawPages, Request, runtime};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::completions::{Call, Completions};
use crate::door::{Caller, Target, enter, failure, guarded};
use crate::outcome::{Outcome, Response, pairs};
use crate::pump::{Next, Pump};

/// What is open, until it is closed.
type Open<T> = Arc<Mutex<Option<T>>>;

fn opened<T>(value: T) -> Open<T> {
    Arc::new(Mutex::new(Some(value)))
}

/// Waiting for the turn would hang in a forked child, where the other reader does not exist.
fn turn<T>(open: &Open<T>, what: &str) -> Result<OwnedMutexGuard<Option<T>>, Error> {
    open.clone().try_lock_owned().map_err(|_| {
        Error::argument(format!("this {what} is being read by another caller; give each its own"))
    })
}

fn closed(what: &str) -> Error {
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
        match self.request.next_page(&response.0) {
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
    pump: Arc<Pump>,
    /// The task that reads ahead for an asynchronous reader.
    pumping: std::sync::Mutex<Option<(Py<Completions>, u64)>>,
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
            pump: Arc::default(),
            pumping: std::sync::Mutex::default(),
        };
        Ok(Py::new(py, events)?.into_any())
    }
}

const BATCH: usize = qoder_cloud::Events::MAX_BATCH;

#[pymethods]
impl Events {
    /// The events that are ready, at least one; None at the end.
    fn next_batch(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let events = self.events.clone();
        enter(py, target, self.caller.share(py), async move {
            let mut events = turn(&events, "stream")?;
            match events.as_mut() {
                Some(events) => events.next_batch(BATCH).await.transpose(),
                None => Err(closed("stream")),
            }
        })
    }

    /// The events that an asynchronous reader may take: a batch, an error, False at the end, None if it has to wait.
    fn take(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        match self.pump.take() {
            Some(Next::Batch(batch)) => batch.into_python(py, &Caller::default()),
            Some(Next::Failed(info)) => info.into_python(py, &Caller::default()),
            Some(Next::End) => Ok(false.into_pyobject(py)?.to_owned().into_any().unbind()),
            None => Ok(py.None()),
        }
    }

    /// Waits until there is something to take. From the first time on, the stream is read ahead by one batch.
    fn ready(&self, py: Python<'_>, target: (Py<Completions>, Py<PyAny>)) -> PyResult<u64> {
        let (completions, future) = target;
        if let Ok(mut events) = turn(&self.events, "stream")
            && let Some(events) = events.take()
        {
            let pump = self.pump.clone();
            let work = async move {
                if let Err(info) = guarded(pump.clone().run(events)).await {
                    pump.fail(info);
                }
                Ok(())
            };
            let call = Call { caller: self.caller.share(py), ..Call::default() };
            let ticket = completions.get().start(call, work)?;
            *self.pumping() = Some((completions.clone_ref(py), ticket));
        }
        if self.pumping().as_ref().is_some_and(|(completions, _)| !completions.get().usable()) {
            let message = "this stream was opened before the process forked; open it anew in the child";
            self.pump.fail(failure("stream", message));
        }
        let (ticket, waiter) = completions.get().expect(future);
        self.pump.wait(waiter);
        Ok(ticket)
    }

    /// Closes the connection.
    fn close(&self) {
        if let Ok(mut events) = turn(&self.events, "stream") {
            shut(events.take());
        }
        self.pump.close();
        let pumping = self.pumping().take();
        if let Some((completions, ticket)) = pumping {
            completions.get().abort(ticket);
        }
    }
}

impl Events {
    fn pumping(&self) -> std::sync::MutexGuard<'_, Option<(Py<Completions>, u64)>> {
        self.pumping.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        if let Some((completions, ticket)) = self.pumping().take() {
            completions.get().abort(ticket);
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
fn shut<T>(connection: Option<T>) {
    if let (Some(connection), Ok(handle)) = (connection, runtime::handle()) {
        let _runtime = handle.enter();
        drop(connection);
    }
}
