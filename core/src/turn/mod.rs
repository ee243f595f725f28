//! A turn of a session: what users of the service wrote by hand again and again, once.
//!
//! It opens the stream before it sends, so that nothing is missed; follows the events to the end of the turn; has the
//! host's tools called, each once; and gives what came of it.

mod abandon;
mod answer;
mod follow;
pub(crate) mod many;
mod schema;
pub(crate) mod send;
mod state;

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::config::seconds;
use crate::error::{Error, Result};
use crate::spelling::option;

pub(crate) use follow::{run, turn};
pub(crate) use many::run_many;

/// What a turn is asked to do, as hosts give it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Arguments {
    pub(crate) session_id: String,
    pub(crate) input: Input,
    #[serde(default, flatten)]
    pub(crate) manner: Manner,
}

/// What is said: a text, the blocks of a message, or events as they are sent.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Input {
    Text(String),
    Items(Vec<Value>),
}

/// How a turn is followed.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub(crate) struct Manner {
    pub(crate) tools: Vec<ToolDefinition>,
    /// Whether the host decides on permission requests; else they are denied.
    pub(crate) permissions: bool,
    /// What to do with calls of tools that the host does not have.
    pub(crate) unanswered: Unanswered,
    /// So many tools of the host run at a time.
    pub(crate) tool_concurrency: usize,
    /// What to do when the session is busy.
    pub(crate) busy: Busy,
    /// Seconds that the turn may take.
    pub(crate) timeout: Option<f64>,
    /// Whether a turn that is given up is cancelled on the server too.
    pub(crate) cancel_on_abort: bool,
    pub(crate) event_deltas: Vec<String>,
    /// What the host is shown while the turn runs.
    pub(crate) show: Show,
}

/// A tool of the host.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ToolDefinition {
    pub(crate) name: String,
    /// What the arguments are checked against before the host is asked; none when the host checks them itself.
    #[serde(default)]
    pub(crate) input_schema: Option<Value>,
}

/// What to do when a session is busy with another turn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Busy {
    /// The conflict is the caller's.
    #[default]
    Raise,
    /// Send when the session is idle.
    Wait,
    /// Cancel what it does, wait, then send.
    Cancel,
}

/// What to do with calls of tools that nobody offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unanswered {
    /// Tell the agent that there is no such tool.
    #[default]
    Refuse,
    /// End with `requires_action` and leave the answer to the caller.
    Return,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Show {
    Events,
    /// How messages grow.
    Messages,
    #[default]
    Nothing,
}

impl Default for Manner {
    fn default() -> Self {
        Manner {
            tools: Vec::new(),
            permissions: false,
            unanswered: Unanswered::default(),
            tool_concurrency: 8,
            busy: Busy::default(),
            timeout: None,
            cancel_on_abort: false,
            event_deltas: Vec::new(),
            show: Show::default(),
        }
    }
}

impl Manner {
    fn limit(&self) -> Result<Option<Duration>> {
        self.timeout.map(|limit| seconds("timeout", limit)).transpose()
    }

    /// The places of the tools that run at a time.
    pub(crate) fn slots(&self) -> Arc<Semaphore> {
        Arc::new(Semaphore::new(self.tool_concurrency))
    }

    fn check(&self) -> Result<()> {
        if self.tool_concurrency == 0 {
            return Err(Error::argument(format!("`{}` must be at least 1", option("tool_concurrency"))));
        }
        let mut names: Vec<String> = self.tools.iter().map(|tool| tool.name.to_lowercase()).collect();
        names.sort();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(Error::argument(format!(
                "`tools` has two tools called {:?}; names are unique, whatever their case",
                pair[0]
            ))),
            None => self.limit().map(drop),
        }
    }
}

impl Input {
    /// The events to send.
    fn events(&self) -> Result<Vec<Value>> {
        let message = |content: Value| serde_json::json!({ "type": "user.message", "content": content });
        Ok(match self {
            Input::Text(text) => vec![message(serde_json::json!([{ "type": "text", "text": text }]))],
            Input::Items(items) if items.is_empty() => {
                return Err(Error::argument("`input` is empty: give a text, content blocks, or events"));
            }
            // Kinds of events have a dot in their name, kinds of blocks have none.
            Input::Items(items) if items.iter().all(is_event) => items.clone(),
            Input::Items(items) if !items.iter().any(is_event) => {
                vec![message(Value::Array(items.iter().map(block).collect()))]
            }
            Input::Items(_) => {
                return Err(Error::argument(
                    "`input` mixes content blocks with events: give one or the other",
                ));
            }
        })
    }
}

impl Error {
    /// The error of a turn that stopped for this reason; `None` of one that came to its own end. For other languages;
    /// in Rust, [`TurnResult::check`](crate::types::TurnResult::check) is easier.
    pub fn of_stop(session_id: &str, reason: &str) -> Option<Self> {
        let advice = match reason {
            "end_turn" => return None,
            "requires_action" => {
                "Answer the calls in `stop_reason.event_ids`, or offer the tools they are of."
            }
            "budget_reached" => "Raise the session's budget to go on.",
            "retries_exhausted" => "`errors` says what failed; a new turn may succeed.",
            "terminated" | "deleted" => "Go on in a new session.",
            _ => "A new turn goes on from here.",
        };
        let message = format!("the turn of session {session_id} stopped before its end: {reason}. {advice}");
        Some(Self::unfinished(message))
    }
}

fn is_event(item: &Value) -> bool {
    item["type"].as_str().is_some_and(|kind| kind.contains('.'))
}

fn block(item: &Value) -> Value {
    match item {
        Value::String(text) => serde_json::json!({ "type": "text", "text": text }),
        other => other.clone(),
    }
}
