//! An operation of the API is data: what to send where, how to read the answer, when to try again.

/// One operation of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The dotted name, for example `agents.create`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the base URL, with `{name}` where a path value goes.
    pub path: &'static str,
    /// The query arguments it documents.
    pub query: &'static [Param],
    /// The header arguments it documents.
    pub headers: &'static [Param],
    /// What it takes as a body.
    pub body: BodyKind,
    /// Members of the body that are text, `NAME=value` by lines, for which a mapping may be given.
    pub mappings: &'static [&'static str],
    /// Members of the body that are files of this machine, and the members they are added to once they are uploaded.
    pub mounts: &'static [(&'static str, &'static str)],
    /// What it answers with.
    pub response: ResponseKind,
    /// How its list is paged.
    pub paging: Paging,
    /// When an attempt may be repeated.
    pub retry: RetryClass,
    /// Which host serves it.
    pub host: Host,
}

/// An argument that travels in the query or in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// The name callers use, for example `created_at_gte`.
    pub name: &'static str,
    /// The name on the wire, for example `created_at[gte]`.
    pub wire: &'static str,
    /// Whether it may be given several times.
    pub repeated: bool,
}

/// The HTTP methods the API uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

/// What an operation takes as a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// Nothing.
    None,
    /// A JSON document, which may be left out unless `required`.
    Json {
        /// Whether the call is refused without one.
        required: bool,
    },
    /// A multipart form.
    Multipart,
}

/// What an operation answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseKind {
    /// One JSON document.
    Json,
    /// One page of a list.
    Page,
    /// A stream of events.
    Events,
    /// The bytes of a file.
    Bytes,
    /// A link from which the bytes of a file are fetched.
    Link,
}

/// How a list is paged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paging {
    /// Not at all.
    None,
    /// By a cursor.
    Cursor,
    /// By a cursor, in either order.
    Bidirectional,
}

/// When a failed attempt may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryClass {
    /// It changes nothing: always.
    Always,
    /// It writes: under an idempotency key.
    WithKey,
    /// It carries secrets or tokens: never.
    Never,
}

/// Which host serves an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The API itself.
    Api,
    /// The token exchange.
    Exchange,
}

impl Method {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }

    /// The operation behind [`Client::get`](crate::Client::get) and its siblings: any path, no documentation.
    pub const fn any(self) -> &'static Operation {
        match self {
            Method::Get => &GET,
            Method::Post => &POST,
            Method::Put => &PUT,
            Method::Delete => &DELETE,
        }
    }

    pub(crate) const fn http(self) -> http::Method {
        match self {
            Method::Get => http::Method::GET,
            Method::Post => http::Method::POST,
            Method::Put => http::Method::PUT,
            Method::Delete => http::Method::DELETE,
        }
    }
}

impl Operation {
    /// Whether the call changes something on the server.
    pub const fn writes(&self) -> bool {
        !matches!(self.method, Method::Get)
    }

    /// The names of the path values, outermost first.
    pub fn path_names(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
    }
}

/// The placeholder that takes a whole path instead of one segment.
pub(crate) const WHOLE_PATH: &str = "+path";

static GET: Operation = any("get", Method::Get, RetryClass::Always);
static POST: Operation = any("post", Method::Post, RetryClass::WithKey);
static PUT: Operation = any("put", Method::Put, RetryClass::WithKey);
static DELETE: Operation = any("delete", Method::Delete, RetryClass::WithKey);

const fn any(id: &'static str, method: Method, retry: RetryClass) -> Operation {
    Operation {
        id,
        method,
        path: "{+path}",
        query: &[],
        headers: &[],
        body: BodyKind::Json { required: false },
        mappings: &[],
        mounts: &[],
        response: ResponseKind::Json,
        paging: Paging::Cursor,
        retry,
        host: Host::Api,
    }
}
