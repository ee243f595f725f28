//! Turns: `client.sessions().run(session_id, "…")`.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::{IntoFuture, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::host::{Boxed, Handler, Host};
use super::tool::FunctionTool;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::model::JsonObject;
use crate::procedure::{Answer, Question, Step, decoded};
use crate::resources::sessions::Sessions;
use crate::turn::{self, Arguments, Busy, Input, Manner, Show, ToolDefinition, Unanswered};
use crate::types::{
    AgentArtifactDeliveredEvent, DeltaEventType, EventParams, MessageBlock, MessageUpdate,
    SessionStreamEvent, ToolCallKind, TurnResult,
};

/// What is said to start a turn: a text, the blocks of a message, or events.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum TurnInput {
    /// A message of this text.
    Text(String),
    /// A message of these blocks.
    Blocks(Vec<MessageBlock>),
    /// Events as they are sent, for example answers to calls that were left to the caller.
    Events(Vec<EventParams>),
}

/// A turn being put together; made by [`Sessions::run`].
///
/// Awaited, it runs to its end and gives the [`TurnResult`]. [`events`](Self::events) and
/// [`text_deltas`](Self::text_deltas) show it while it runs.
#[derive(Clone)]
#[must_use = "a turn does nothing until it is awaited or followed"]
pub struct Run {
    client: Client,
    arguments: Arguments,
    tools: Vec<FunctionTool>,
    permission: Option<PermissionHandler>,
    /// The places that the tools of several turns share.
    slots: Option<Arc<Semaphore>>,
}

type PermissionHandler = Arc<dyn Fn(PermissionRequest) -> Boxed<Decision> + Send + Sync>;

/// A tool that waits for permission.
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct PermissionRequest {
    /// The event that called the tool.
    pub id: String,
    /// Name of the tool.
    pub name: String,
    /// Whose tool it is.
    pub kind: ToolCallKind,
    /// Its arguments.
    pub input: JsonObject,
    /// The session.
    pub session_id: String,
    /// The thread that called it, when it is not the main one.
    pub session_thread_id: Option<String>,
}

/// An answer to a request for permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The tool may run.
    Allow,
    /// It may not; the agent reads why.
    Deny(String),
}

impl Sessions {
    /// Says something in a session and follows the turn to its end.
    ///
    /// The stream is opened first, so nothing is missed; it outlives its connections. Tools given here are called when
    /// the agent asks for them, each call once; calls of other tools, and requests for permission without a handler,
    /// are refused. How a turn ended is told by [`TurnResult::stop_reason`], not by an error.
    ///
    /// ```no_run
    /// # async fn run(client: qoder_cloud::Client) -> qoder_cloud::Result<()> {
    /// let result = client.sessions().run("sess_1", "What is new?").await?;
    /// println!("{} ({} credits)", result.text, result.credits.unwrap_or_default());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Those of the calls it makes; [`Error::is_conflict`] when the session is busy, see [`Run::busy`];
    /// [`Error::is_timeout`] after [`Run::timeout`]. They name the session and the last event seen.
    pub fn run(&self, session_id: impl Into<String>, input: impl Into<TurnInput>) -> Run {
        // Strings, blocks and events are JSON already, in all but name.
        let input = serde_json::to_value(input.into())
            .and_then(serde_json::from_value)
            .unwrap_or_else(|_| Input::none());
        Run {
            client: self.client.clone(),
            arguments: Arguments { session_id: session_id.into(), input, manner: Manner::default() },
            tools: Vec::new(),
            permission: None,
            slots: None,
        }
    }
}

impl Run {
    /// Offers a tool to the agent, which must know its [`definition`](FunctionTool::definition).
    pub fn tool(mut self, tool: FunctionTool) -> Self {
        self.tools.push(tool);
        self
    }

    /// Offers several.
    pub fn tools(mut self, tools: impl IntoIterator<Item = FunctionTool>) -> Self {
        self.tools.extend(tools);
        self
    }

    /// Decides on requests for permission; without it they are denied.
    pub fn on_permission<F, R>(mut self, decide: F) -> Self
    where
        F: Fn(PermissionRequest) -> R + Send + Sync + 'static,
        R: Future<Output = Decision> + Send + 'static,
    {
        self.permission = Some(Arc::new(move |request| Box::pin(decide(request))));
        self
    }

    /// What to do with calls of tools that are not offered here: refuse them, or end the turn with `requires_action`.
    pub fn unanswered(mut self, unanswered: Unanswered) -> Self {
        self.arguments.manner.unanswered = unanswered;
        self
    }

    /// So many tools run at a time: 8.
    pub fn tool_concurrency(mut self, tools: usize) -> Self {
        self.arguments.manner.tool_concurrency = tools;
        self
    }

    /// What to do when the session is busy: fail, wait, or cancel what it does.
    pub fn busy(mut self, busy: Busy) -> Self {
        self.arguments.manner.busy = busy;
        self
    }

    /// How long the turn may take, waits and tools included; without it, as long as it takes.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.arguments.manner.timeout = limit.into().map(|limit| limit.as_secs_f64());
        self
    }

    /// Whether a turn that is given up, by its time limit, an error or a drop, is cancelled on the server too. It runs
    /// on there otherwise, and costs.
    pub fn cancel_on_abort(mut self, yes: bool) -> Self {
        self.arguments.manner.cancel_on_abort = yes;
        self
    }

    /// Pieces to show among the events.
    pub fn event_deltas(mut self, kinds: impl IntoIterator<Item = impl Into<DeltaEventType>>) -> Self {
        self.arguments.manner.event_deltas = kinds.into_iter().map(|kind| kind.into().to_string()).collect();
        self
    }

    /// The turn's events as they happen.
    pub fn events(self) -> Turn<SessionStreamEvent> {
        self.shown(Show::Events)
    }

    /// How messages grow.
    pub fn updates(mut self) -> Turn<MessageUpdate> {
        self.arguments.manner.event_deltas = vec![DeltaEventType::AgentMessage.to_string()];
        self.shown(Show::Messages)
    }

    /// The text of the agent's messages as it is written.
    pub fn text_deltas(self) -> TextDeltas {
        TextDeltas(self.updates())
    }

    fn shown<T>(self, show: Show) -> Turn<T> {
        Turn { host: self.host(show), ready: VecDeque::new(), result: None, failed: None }
    }

    fn host(self, show: Show) -> Host {
        let Run { client, mut arguments, tools, permission, slots } = self;
        arguments.manner.show = show;
        arguments.manner.permissions = permission.is_some();
        arguments.manner.tools = tools
            .iter()
            .map(|tool| ToolDefinition { name: tool.name().to_owned(), input_schema: tool.schema() })
            .collect();
        let slots = slots.unwrap_or_else(|| arguments.manner.slots());
        let work = async move |client, arguments, dialogue| {
            turn::turn(&client, &arguments, &dialogue, None, slots).await
        };
        Host::new(client.procedure_of(arguments, work), handler(tools, permission))
    }

    /// One of several turns, whose tools share their places.
    pub(super) fn sharing(mut self, slots: &Arc<Semaphore>) -> Self {
        self.slots = Some(slots.clone());
        self
    }
}

/// Answers the questions of a turn.
fn handler(tools: Vec<FunctionTool>, permission: Option<PermissionHandler>) -> Handler {
    let tools: HashMap<String, FunctionTool> =
        tools.into_iter().map(|tool| (tool.name().to_lowercase(), tool)).collect();
    Arc::new(move |question: Question| match (question.topic, &permission) {
        ("permission", Some(decide)) => match serde_json::from_slice(&question.json) {
            Ok(request) => {
                let decision = decide(request);
                Box::pin(async move { Ok(decided(decision.await)) })
            }
            Err(cause) => unreadable(&cause),
        },
        _ => match serde_json::from_slice::<Called>(&question.json) {
            Ok(Called { name, input }) => match tools.get(&name.to_lowercase()) {
                Some(tool) => tool.call(Bytes::copy_from_slice(input.get().as_bytes())),
                None => Box::pin(async move { Err(format!("There is no tool called {name:?} here.")) }),
            },
            Err(cause) => unreadable(&cause),
        },
    })
}

#[derive(Deserialize)]
struct Called {
    name: String,
    input: Box<serde_json::value::RawValue>,
}

fn unreadable(cause: &serde_json::Error) -> Boxed<Answer> {
    let message = format!("The call cannot be read: {cause}");
    Box::pin(async move { Err(message) })
}

fn decided(decision: Decision) -> Bytes {
    let json = match decision {
        Decision::Allow => json!({ "allow": true }),
        Decision::Deny(message) => json!({ "allow": false, "message": message }),
    };
    json.to_string().into()
}

impl IntoFuture for Run {
    type Output = Result<TurnResult>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { result(&self.host(Show::Nothing).finish().await?) })
    }
}

fn result(json: &[u8]) -> Result<TurnResult> {
    decoded("the result of a turn", json)
}

/// A turn as it happens: a [`Stream`] of events, or of how messages grow; made by [`Run::events`] and
/// [`Run::updates`]. Dropping it gives the turn up.
pub struct Turn<T> {
    host: Host,
    ready: VecDeque<T>,
    result: Option<TurnResult>,
    failed: Option<Error>,
}

impl<T: DeserializeOwned> Turn<T> {
    /// The next one; `None` at the end of the turn, or after an error.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// What came of the turn; what has not been read yet is passed over.
    ///
    /// # Errors
    /// As when the [`Run`] is awaited.
    pub async fn result(mut self) -> Result<TurnResult> {
        while let Some(next) = self.next().await {
            next?;
        }
        match (self.result, self.failed) {
            (Some(result), _) => Ok(result),
            (None, Some(error)) => Err(error),
            (None, None) => Err(Error::internal("a turn ended without an end")),
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(next) = self.ready.pop_front() {
                return Poll::Ready(Some(Ok(next)));
            }
            let step = match ready!(self.host.poll(cx)) {
                Some(Ok(Step::Events(batch))) => self.take(&batch.json),
                Some(Ok(Step::Done(json))) => result(&json).map(|result| self.result = Some(result)),
                Some(Ok(_)) => Ok(()),
                Some(Err(error)) => Err(error),
                None => return Poll::Ready(None),
            };
            if let Err(error) = step {
                self.failed = Some(error.clone());
                return Poll::Ready(Some(Err(error)));
            }
        }
    }

    fn take(&mut self, batch: &[u8]) -> Result<()> {
        self.ready.extend(decoded::<Vec<T>>("an event", batch)?);
        Ok(())
    }
}

impl<T: DeserializeOwned + Unpin> Stream for Turn<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

/// The text of messages as it is written, a [`Stream`]; made by [`Run::text_deltas`]. Dropping it gives the turn up.
pub struct TextDeltas(Turn<MessageUpdate>);

impl TextDeltas {
    /// The next piece of text; `None` at the end of the turn, or after an error.
    pub async fn next(&mut self) -> Option<Result<String>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// What came of the turn; what has not been read yet is passed over.
    ///
    /// # Errors
    /// As when the [`Run`] is awaited.
    pub async fn result(self) -> Result<TurnResult> {
        self.0.result().await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<String>>> {
        loop {
            match ready!(self.0.poll(cx)) {
                Some(Ok(update)) if update.text.is_empty() => {}
                next => return Poll::Ready(next.map(|next| next.map(|update| update.text))),
            }
        }
    }
}

impl Stream for TextDeltas {
    type Item = Result<String>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

impl TurnResult {
    /// The result of a turn that came to its own end.
    ///
    /// # Errors
    /// [`Error::is_unfinished`] with the reason, when it stopped for any other.
    pub fn check(self) -> Result<Self> {
        match Error::of_stop(&self.session_id, self.stop_reason.r#type.as_str()) {
            None => Ok(self),
            Some(error) => Err(error.with_last_event_id(self.last_event_id.as_deref())),
        }
    }
}

impl AgentArtifactDeliveredEvent {
    /// Downloads the file to `path`; its length. As [`Client::download_to`].
    ///
    /// # Errors
    /// As [`Client::download_to`].
    pub async fn save(&self, client: &Client, path: impl Into<std::path::PathBuf>) -> Result<u64> {
        client.download_to(&self.file_id, path).await
    }
}

impl From<&str> for TurnInput {
    fn from(text: &str) -> Self {
        TurnInput::Text(text.to_owned())
    }
}

impl From<String> for TurnInput {
    fn from(text: String) -> Self {
        TurnInput::Text(text)
    }
}

impl From<Vec<MessageBlock>> for TurnInput {
    fn from(blocks: Vec<MessageBlock>) -> Self {
        TurnInput::Blocks(blocks)
    }
}

impl From<Vec<EventParams>> for TurnInput {
    fn from(events: Vec<EventParams>) -> Self {
        TurnInput::Events(events)
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("session_id", &self.arguments.session_id)
            .field("tools", &self.tools)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Turn<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").field("ended", &self.result.is_some()).finish_non_exhaustive()
    }
}

impl fmt::Debug for TextDeltas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TextDeltas").field(&self.0).finish()
    }
}

impl fmt::Debug for PermissionRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The arguments may hold secrets.
        f.debug_struct("PermissionRequest")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Input {
    fn none() -> Self {
        Input::Items(Vec::<Value>::new())
    }
}
