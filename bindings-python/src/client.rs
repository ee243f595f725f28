//! The client: one method per way an operation answers.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use qoder_cloud::operation::Method;
use qoder_cloud::operations::ALL;
use qoder_cloud::{Body, CallOptions, Error, Form, Part, Request};

use crate::door::{Caller, Target, enter};
use crate::meter::Meter;
use crate::options;
use crate::outcome::Outcome;
use crate::procedure::Procedure;
use crate::streams::{self, List, OpenedBody, OpenedEvents};
use crate::token::{self, Provider};

/// A client of the core.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Client {
    client: qoder_cloud::Client,
    provider: Provider,
}

/// An operation by its place in the table, or a method and a path below the base URL.
#[derive(FromPyObject)]
pub enum Which {
    /// Its place in the table.
    Known(usize),
    /// `GET`, and the path.
    Any(String, String),
}

/// A part of a form: field, file name, media type, and its content or where to read it.
#[derive(FromPyObject)]
pub struct FormPart(String, Option<String>, Option<String>, Content);

/// What a part consists of.
#[derive(FromPyObject)]
pub enum Content {
    /// A field.
    Text(String),
    /// A file in memory.
    Bytes(Vec<u8>),
    /// A file on disk.
    Path(std::path::PathBuf),
}

type Pairs = Vec<(String, String)>;

/// The parts of a call, in the order in which Python gives them.
struct Parts<'a, 'py> {
    which: Which,
    path: Vec<String>,
    query: Pairs,
    headers: Pairs,
    body: Option<&'a [u8]>,
    form: Option<Vec<FormPart>>,
    options: Option<&'a Bound<'py, PyDict>>,
}

/// Makes a client; a failure to make one is returned like any other.
#[pyfunction]
pub fn client(py: Python<'_>, options: &Bound<'_, PyDict>, provider: Provider) -> PyResult<Py<PyAny>> {
    made(py, options::client(None, options), provider)
}

fn made(
    py: Python<'_>,
    client: Result<qoder_cloud::Client, Error>,
    provider: Provider,
) -> PyResult<Py<PyAny>> {
    match client {
        Ok(client) => Ok(Py::new(py, Client { client, provider })?.into_any()),
        Err(error) => error.info().into_python(py, &Caller::default()),
    }
}

#[pymethods]
impl Client {
    /// A client that differs in some options and shares the connections.
    fn derive(&self, py: Python<'_>, options: &Bound<'_, PyDict>, provider: Provider) -> PyResult<Py<PyAny>> {
        made(
            py,
            options::client(Some(&self.client), options),
            provider.or_else(|| token::share(py, &self.provider)),
        )
    }

    /// The address calls go to.
    #[getter]
    fn base_url(&self) -> &str {
        self.client.base_url()
    }

    /// Makes a call and brings its whole answer.
    #[allow(clippy::too_many_arguments)]
    fn call(
        &self,
        py: Python<'_>,
        target: Target,
        which: Which,
        path: Vec<String>,
        query: Pairs,
        headers: Pairs,
        body: Option<&[u8]>,
        form: Option<Vec<FormPart>>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        let (request, meter) = Parts { which, path, query, headers, body, form, options }.request();
        let client = self.client.clone();
        enter(py, target, self.caller(py, meter), async move { client.execute(request?).await })
    }

    /// Makes a call and brings its answer with the body still to be read.
    #[allow(clippy::too_many_arguments)]
    fn open(
        &self,
        py: Python<'_>,
        target: Target,
        which: Which,
        path: Vec<String>,
        query: Pairs,
        headers: Pairs,
        body: Option<&[u8]>,
        form: Option<Vec<FormPart>>,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        let (request, meter) = Parts { which, path, query, headers, body, form, options }.request();
        let client = self.client.clone();
        enter(py, target, self.caller(py, meter), async move {
            Ok(OpenedBody(streams::Body::Answer(client.open(request?).await?)))
        })
    }

    /// Opens a download, by way of its link if the operation answers with one.
    #[allow(clippy::too_many_arguments)]
    fn download(
        &self,
        py: Python<'_>,
        target: Target,
        which: Which,
        path: Vec<String>,
        query: Pairs,
        headers: Pairs,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        let (request, meter) =
            Parts { which, path, query, headers, body: None, form: None, options }.request();
        let client = self.client.clone();
        enter(py, target, self.caller(py, meter), async move {
            Ok(OpenedBody(streams::Body::Download(client.download(request?).await?)))
        })
    }

    /// Opens an event stream.
    #[allow(clippy::too_many_arguments)]
    fn events(
        &self,
        py: Python<'_>,
        target: Target,
        which: Which,
        path: Vec<String>,
        query: Pairs,
        headers: Pairs,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        let (request, _) = Parts { which, path, query, headers, body: None, form: None, options }.request();
        let client = self.client.clone();
        enter(
            py,
            target,
            self.caller(py, None),
            async move { Ok(OpenedEvents(client.events(request?).await?)) },
        )
    }

    /// A procedure by its name, with its arguments as JSON and the headers of its calls; does nothing yet.
    fn procedure(&self, py: Python<'_>, name: &str, arguments: &[u8], headers: Pairs) -> PyResult<Py<PyAny>> {
        match self.client.procedure(name, arguments, headers) {
            Ok(procedure) => Ok(Py::new(py, Procedure::new(procedure, self.caller(py, None)))?.into_any()),
            Err(error) => error.info().into_python(py, &Caller::default()),
        }
    }

    /// The first page of a list; asks for nothing yet.
    fn list(
        &self,
        py: Python<'_>,
        which: Which,
        path: Vec<String>,
        query: Pairs,
        headers: Pairs,
        options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Py<PyAny>> {
        match (Parts { which, path, query, headers, body: None, form: None, options }).request().0 {
            Ok(request) => {
                let caller = self.caller(py, None);
                Ok(Py::new(py, List { client: self.client.clone(), request, caller })?.into_any())
            }
            Err(error) => error.info().into_python(py, &Caller::default()),
        }
    }
}

impl Client {
    fn caller(&self, py: Python<'_>, meter: Option<Meter>) -> Caller {
        Caller { provider: token::share(py, &self.provider), meter }
    }
}

impl Parts<'_, '_> {
    /// What the core is asked for, and who is told of its progress.
    fn request(self) -> (Result<Request, Error>, Option<Meter>) {
        match options::call(self.options) {
            Ok((options, meter)) => (self.with(options), meter),
            Err(error) => (Err(error), None),
        }
    }

    fn with(self, options: CallOptions) -> Result<Request, Error> {
        let mut request = self.which.request()?;
        let operation = request.operation;
        request.path.extend(self.path);
        let wire = |name: String| match operation
            .query
            .iter()
            .chain(operation.headers)
            .find(|param| param.name == name)
        {
            Some(param) => Cow::Borrowed(param.wire),
            None => Cow::Owned(name),
        };
        request.query = self.query.into_iter().map(|(name, value)| (wire(name), value)).collect();
        request.headers = self.headers.into_iter().map(|(name, value)| (wire(name), value)).collect();
        request.body = match (self.form, self.body) {
            (Some(parts), _) => Body::Multipart(parts.into_iter().fold(Form::new(), add)),
            (None, Some(json)) => Body::Json(bytes::Bytes::copy_from_slice(json)),
            (None, None) => Body::Empty,
        };
        request.options = options;
        Ok(request)
    }
}

impl Which {
    fn request(self) -> Result<Request, Error> {
        match self {
            Which::Known(index) => ALL
                .get(index)
                .map(|operation| Request::new(operation))
                .ok_or_else(|| Error::internal("an operation that is not in the table")),
            Which::Any(method, path) => {
                let method = [Method::Get, Method::Post, Method::Put, Method::Delete]
                    .into_iter()
                    .find(|known| known.as_str() == method)
                    .ok_or_else(|| {
                        Error::argument(format!("{method:?} is none of GET, POST, PUT and DELETE"))
                    })?;
                Ok(Request::any(method, path))
            }
        }
    }
}

fn add(form: Form, FormPart(field, name, media_type, content): FormPart) -> Form {
    let mut part = match content {
        Content::Text(value) => return form.text(field, value),
        Content::Bytes(content) => Part::bytes("file", content),
        Content::Path(path) => Part::path(path),
    };
    if let Some(name) = name {
        part = part.file_name(name);
    }
    if let Some(media_type) = media_type {
        part = part.content_type(media_type);
    }
    form.part(field, part)
}

/// Id, method and path of every operation, in the order of the table.
#[pyfunction]
pub fn operations() -> Vec<(&'static str, &'static str, &'static str)> {
    ALL.iter().map(|operation| (operation.id, operation.method.as_str(), operation.path)).collect()
}
