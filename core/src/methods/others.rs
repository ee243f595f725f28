//! The other procedures, where their users look for them.

use std::fmt;
use std::future::IntoFuture;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::host::{Boxed, Handler, Host, nobody};
use super::tool::ToolError;
use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::procedure;
use crate::request::Body;
use crate::resources::{agents, environments, memory_stores, sessions, vaults};
use crate::types::{
    Agent, AgentUpdateParams, CleanupReport, Environment, LocalFile, Memory, MemoryStore, Session, Vault,
};

async fn perform<T: DeserializeOwned>(
    client: &Client,
    name: &str,
    arguments: &Value,
    handler: Handler,
) -> Result<T> {
    let procedure = client.procedure(name, arguments.to_string().as_bytes(), Vec::new())?;
    procedure::decoded(name, &Host::new(procedure, handler).finish().await?)
}

/// The client and the JSON body of a call that is not made as it stands.
fn parts(call: Call) -> Result<(Client, Vec<String>, Value)> {
    let (client, request) = call.into_parts()?;
    let body = match &request.body {
        Body::Json(json) => procedure::read("the body", json)?,
        _ => json!({}),
    };
    Ok((client, request.path, body))
}

async fn find_or_create<T: DeserializeOwned>(kind: &str, create: Call) -> Result<T> {
    #[derive(Deserialize)]
    struct Found {
        object: Box<RawValue>,
    }
    let (client, _, body) = parts(create)?;
    let arguments = json!({ "kind": kind, "create": body });
    let Found { object } = perform(&client, "find_or_create", &arguments, nobody()).await?;
    procedure::decoded("the object that was found", object.get().as_bytes())
}

impl Client {
    /// Removes objects by their IDs: deletes them, or archives them where deleting is refused, in an order in which they
    /// let go of one another. One that stays does not stop the others; the reports say what became of each.
    ///
    /// # Errors
    /// [`Error::is_invalid_request`](crate::Error::is_invalid_request) when an ID is of nothing that can be removed.
    pub async fn cleanup(
        &self,
        ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Vec<CleanupReport>> {
        let objects: Vec<Value> = ids.into_iter().map(|id| json!({ "id": id.into() })).collect();
        perform(self, "cleanup", &json!({ "objects": objects }), nobody()).await
    }
}

impl agents::Agents {
    /// Changes an agent that others change too: `change` is asked again with the newest version until it is made
    /// against it, five times at most. `None` changes nothing. Gives the agent as it is then.
    ///
    /// # Errors
    /// Those of the calls; [`Error::is_conflict`](crate::Error::is_conflict) when others were faster each time.
    pub async fn edit(
        &self,
        agent_id: impl Into<String>,
        change: impl Fn(Agent) -> Option<AgentUpdateParams> + Send + Sync + 'static,
    ) -> Result<Agent> {
        let handler: Handler = Arc::new(move |question| {
            let changed = serde_json::from_slice::<Agent>(&question.json)
                .map_err(|cause| cause.to_string())
                .and_then(|agent| serde_json::to_vec(&change(agent)).map_err(|cause| cause.to_string()))
                .map(Bytes::from);
            Box::pin(async move { changed })
        });
        perform(&self.client, "agents.edit", &json!({ "agent_id": agent_id.into() }), handler).await
    }
}

macro_rules! find_or_create {
    ($resource:ident, $object:ident, $what:literal) => {
        impl $resource::Create {
            #[doc = concat!("The newest live ", $what, " of this name, whatever page it stands on; else a new one.")]
            ///
            /// # Errors
            /// Those of `list` and `create`.
            pub async fn find_or_create(self) -> Result<$object> {
                find_or_create(stringify!($resource), self.into_call()).await
            }
        }
    };
}

find_or_create!(agents, Agent, "agent");
find_or_create!(environments, Environment, "environment");
find_or_create!(vaults, Vault, "vault");
find_or_create!(memory_stores, MemoryStore, "memory store");

impl memory_stores::memories::Create {
    /// Writes the memory whether its path is taken or not; what stands there is replaced as it was seen last.
    ///
    /// # Errors
    /// Those of the calls; [`Error::is_conflict`](crate::Error::is_conflict) when others were faster each time.
    pub async fn upsert(self) -> Result<Memory> {
        let (client, path, mut arguments) = parts(self.into_call())?;
        arguments["memory_store_id"] = json!(path.first());
        perform(&client, "memory_stores.memories.upsert", &arguments, nobody()).await
    }
}

impl sessions::Sessions {
    /// Waits until a session stops working; the session as it is then.
    ///
    /// # Errors
    /// Those of the calls it makes, and [`Error::is_timeout`](crate::Error::is_timeout) after `limit`.
    pub async fn wait_until_idle(
        &self,
        session_id: impl Into<String>,
        limit: impl Into<Option<Duration>>,
    ) -> Result<Session> {
        self.rest("sessions.wait_until_idle", session_id.into(), limit.into()).await
    }

    /// Stops what a session does, and waits until it has stopped; the session as it is then.
    ///
    /// # Errors
    /// As [`wait_until_idle`](Self::wait_until_idle).
    pub async fn cancel_and_wait(
        &self,
        session_id: impl Into<String>,
        limit: impl Into<Option<Duration>>,
    ) -> Result<Session> {
        self.rest("sessions.cancel_and_wait", session_id.into(), limit.into()).await
    }

    async fn rest(&self, name: &str, session_id: String, limit: Option<Duration>) -> Result<Session> {
        let limit = limit.map(|limit| limit.as_secs_f64());
        perform(&self.client, name, &json!({ "session_id": session_id, "timeout": limit }), nobody()).await
    }
}

impl From<&Path> for LocalFile {
    /// A path that is no UTF-8 names no file.
    fn from(path: &Path) -> Self {
        path.to_string_lossy().into_owned().into()
    }
}

impl From<PathBuf> for LocalFile {
    /// A path that is no UTF-8 names no file.
    fn from(path: PathBuf) -> Self {
        path.as_path().into()
    }
}

/// A worker of a self-hosted environment; made by [`run`](environments::work::WorkResource::run), and at work while awaited.
#[must_use = "a worker does nothing until it is awaited"]
pub struct Work {
    client: Client,
    arguments: Value,
    handler: Handler,
}

/// What a worker has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct WorkSummary {
    /// Items that were done.
    pub done: u64,
    /// Items that failed, or that another worker took over.
    pub failed: u64,
}

impl environments::work::WorkResource {
    /// Works on the queue of a self-hosted environment: claims items, has `handler` work on them, keeps their leases,
    /// and stops them. An item whose handler fails is stopped like the others. Dropping the future ends it.
    ///
    /// ```no_run
    /// # async fn run(client: qoder_cloud::Client) -> qoder_cloud::Result<()> {
    /// let worker = client.environments().work().run("env_1", async |work| {
    ///     println!("session {:?}", work.data);
    ///     Ok(())
    /// });
    /// worker.worker_id("worker-1").concurrency(4).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Those of the calls it makes, when they do not pass with retries.
    pub fn run<F, R>(&self, environment_id: impl Into<String>, handler: F) -> Work
    where
        F: Fn(crate::types::Work) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), ToolError>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |question| {
            let work = serde_json::from_slice(&question.json).map(&handler);
            let answer: Boxed<procedure::Answer> = match work {
                Ok(working) => Box::pin(async move {
                    working.await.map(|()| Bytes::from_static(b"null")).map_err(|error| error.to_string())
                }),
                Err(cause) => Box::pin(async move { Err(cause.to_string()) }),
            };
            answer
        });
        Work {
            client: self.client.clone(),
            arguments: json!({ "environment_id": environment_id.into() }),
            handler,
        }
    }
}

impl Work {
    /// The name under which it claims work.
    pub fn worker_id(self, name: impl Into<String>) -> Self {
        self.with("worker_id", name.into())
    }

    /// So many items at a time: 1.
    pub fn concurrency(self, items: usize) -> Self {
        self.with("concurrency", items)
    }

    /// How long an item is its own without a heartbeat: 60 s, at least 10, at most 600.
    pub fn lease(self, lease: Duration) -> Self {
        self.with("lease", lease.as_secs())
    }

    /// Ends after so many items; otherwise never.
    pub fn max_items(self, items: u64) -> Self {
        self.with("max_items", items)
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.arguments[name] = value.into();
        self
    }
}

impl IntoFuture for Work {
    type Output = Result<WorkSummary>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            perform(&self.client, "environments.work.run", &self.arguments, self.handler).await
        })
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("arguments", &self.arguments).finish_non_exhaustive()
    }
}

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}
