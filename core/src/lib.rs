//! Client for the Qoder Cloud Agents API.
//!
//! A [`Client`] makes calls; every call is a builder that is awaited. The client retries what may be retried,
//! never sends a token anywhere but to the API, and stops on the wire when its future is dropped.
//!
//! ```no_run
//! # async fn run() -> qoder_cloud::Result<()> {
//! // Reads QODER_ACCESS_TOKEN; `Client::builder()` takes everything as an argument.
//! let client = qoder_cloud::Client::new()?;
//! let models = client.get("/models").value().await?;
//! println!("{models:#}");
//! # Ok(()) }
//! ```
//!
//! The crate starts no runtime and no thread of its own: it runs in whatever tokio runtime awaits it. For programs
//! without one there is `blocking` (feature of the same name), on the shared [`runtime`].

#![deny(unsafe_code)]

mod auth;
mod builder;
mod call;
mod client;
mod config;
mod error;
mod files;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
mod generated;
mod json;
mod methods;
mod model;
mod pagination;
mod procedure;
mod procedures;
mod redact;
mod request;
mod retry;
mod shorthand;
mod spelling;
mod stream;
mod transport;
mod turn;

#[cfg(feature = "blocking")]
pub mod blocking;
pub mod operation;
pub mod records;
#[allow(unsafe_code)]
pub mod runtime;

pub use auth::{BoxError, ServiceAccount, TokenFuture, TokenProvider};
pub use call::{Call, Response};
pub use client::{CaCerts, Client, ClientBuilder};
pub use config::{Region, seconds};
pub use error::{Error, ErrorInfo, Result};
pub use files::{Download, Form, Part, Progress};
pub use generated::{operations, resources, types};
pub use methods::{
    Decision, Finished, FinishedTurns, FunctionTool, Job, PermissionRequest, Run, RunMany, TextDeltas,
    ToolError, ToolOutput, Turn, TurnInput, Work, WorkSummary,
};
pub use model::{Extra, Field, JsonObject, Secret, Timestamp, UnknownObject};
pub use operation::Operation;
pub use pagination::{Items, Page, Pages, RawPages};
pub use procedure::{Answer, Answers, JobSessions, Procedure, Question, Step};
pub use request::{Body, CallOptions, RawResponse, Request};
pub use retry::Policy as RetryPolicy;
pub use spelling::Spelling;
pub use stream::{Batch, EventFrame, EventStream, Events};
pub use transport::Streaming;
pub use turn::{Busy, Unanswered};
