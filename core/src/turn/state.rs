//! What has happened in a turn so far: every event is taken once, and says what it means for the turn.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::model::JsonObject;
use crate::stream::frame::EventFrame;

/// A turn as its events tell it.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    session_id: String,
    /// The events that were sent: the turn begins with their echo.
    sent: HashSet<String>,
    begun: bool,
    /// What came before the echo; the end of it may belong to this turn.
    early: Vec<EventFrame>,
    seen: HashSet<String>,
    event_ids: Vec<String>,
    messages: Vec<Box<RawValue>>,
    /// What was said since the last use of a tool.
    answer: Vec<String>,
    /// What was said last before that.
    before: String,
    tools: Vec<ToolUse>,
    /// Where in `tools` a call stands.
    places: BTreeMap<String, usize>,
    artifacts: Vec<Box<RawValue>>,
    errors: Vec<Box<RawValue>>,
    usage: Option<Box<RawValue>>,
}

/// What an event means for the turn.
#[derive(Debug, PartialEq)]
pub(crate) enum Meaning {
    /// It goes on.
    On,
    /// It waits until these calls are answered.
    Pending(Vec<String>),
    /// It is over, and why.
    Over(Stop),
    /// The session is idle, and the echo of what was sent has not come: history has to tell.
    Unclear,
}

/// Why a turn ended; the wire form of `StopReason`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Stop {
    #[serde(default)]
    pub(crate) r#type: String,
    #[serde(default)]
    pub(crate) event_ids: Vec<String>,
    #[serde(flatten)]
    extra: JsonObject,
}

impl Stop {
    fn of(kind: &str) -> Self {
        Stop { r#type: kind.to_owned(), ..Stop::default() }
    }
}

/// A tool that the agent used; the wire form of `ToolCall`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ToolUse {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) input: Box<RawValue>,
    content: Vec<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_error: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) session_thread_id: Option<String>,
    /// Whether it waits for permission.
    #[serde(skip)]
    pub(crate) asks: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Custom,
    Builtin,
    Mcp,
}

/// What came of a turn; the wire form of `TurnResult`.
#[derive(Serialize)]
pub(crate) struct Outcome<'a> {
    session_id: &'a str,
    text: String,
    stop_reason: &'a Stop,
    messages: &'a [Box<RawValue>],
    tool_calls: &'a [ToolUse],
    artifacts: &'a [Box<RawValue>],
    errors: &'a [Box<RawValue>],
    #[serde(skip_serializing_if = "Option::is_none")]
    credits: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usage: Option<&'a RawValue>,
    event_ids: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    last_event_id: Option<&'a String>,
}

impl Stop {
    /// The turn waits for calls that the caller wants to answer itself.
    pub(crate) fn requires_action(event_ids: Vec<String>) -> Self {
        Stop { event_ids, ..Stop::of("requires_action") }
    }
}

impl ToolUse {
    /// Whether the client has to answer it.
    pub(crate) fn is_ours(&self) -> bool {
        self.kind == Kind::Custom || self.asks
    }
}

impl Turn {
    pub(crate) fn new(session_id: &str) -> Self {
        Turn { session_id: session_id.to_owned(), ..Turn::default() }
    }

    /// These events were accepted. Without their IDs the turn has begun already.
    pub(crate) fn sent(&mut self, ids: impl IntoIterator<Item = String>) {
        self.sent.extend(ids);
        self.begun = self.sent.is_empty();
    }

    /// The turn has begun, whether its echo came or not.
    pub(crate) fn begin(&mut self) {
        self.begun = true;
        self.early.clear();
    }

    /// Takes an event, and pushes to `shown` what of the turn it brings to light.
    pub(crate) fn take(&mut self, frame: EventFrame, shown: &mut Vec<EventFrame>) -> Meaning {
        if self.begun {
            let meaning = self.read(&frame);
            shown.extend(meaning.is_some().then_some(frame));
            return meaning.unwrap_or(Meaning::On);
        }
        if frame.id().is_some_and(|id| self.sent.contains(id)) {
            self.begun = true;
            // The announcement that the session runs precedes the echo.
            let running = self.early.iter().rposition(|early| early.event() == "session.status_running");
            let early = running.map(|place| self.early.split_off(place)).unwrap_or_default();
            self.early = Vec::new();
            for frame in early.into_iter().chain([frame]) {
                self.take(frame, shown);
            }
            return Meaning::On;
        }
        match frame.event() {
            "session.status_terminated" | "session.deleted" => {
                self.begun = true;
                self.take(frame, shown)
            }
            "session.status_idle" => Meaning::Unclear,
            kind => {
                if kind == "session.status_running" {
                    self.early.clear();
                }
                self.early.push(frame);
                Meaning::On
            }
        }
    }

    /// Reads an event of the turn; `None` when it has been read before.
    fn read(&mut self, frame: &EventFrame) -> Option<Meaning> {
        let kind = frame.event();
        if matches!(kind, "event_start" | "event_delta") {
            // Pieces of what history has told whole are a repetition.
            return frame.id().is_none_or(|id| !self.seen.contains(id)).then_some(Meaning::On);
        }
        if let Some(id) = frame.id() {
            if !self.seen.insert(id.to_owned()) {
                return None;
            }
            self.event_ids.push(id.to_owned());
        }
        // What cannot be read is shown to the caller as it is, and means nothing here.
        Some(self.meaning(kind, frame.data()).unwrap_or(Meaning::On))
    }

    fn meaning(&mut self, kind: &str, data: &[u8]) -> Option<Meaning> {
        match kind {
            "agent.message" => self.message(data),
            "agent.custom_tool_use" => self.tool(Kind::Custom, data),
            "agent.tool_use" => self.tool(Kind::Builtin, data),
            "agent.mcp_tool_use" => self.tool(Kind::Mcp, data),
            "agent.tool_result"
            | "agent.mcp_tool_result"
            | "user.custom_tool_result"
            | "user.tool_result" => self.result(data),
            "agent.artifact_delivered" => {
                self.artifacts.extend(serde_json::from_slice::<Box<RawValue>>(data).ok());
            }
            "session.error" => {
                #[derive(Deserialize)]
                struct Reported {
                    error: Box<RawValue>,
                }
                self.errors.extend(serde_json::from_slice(data).ok().map(|Reported { error }| error));
            }
            "session.usage" => self.usage(data),
            "session.status_idle" => {
                #[derive(Deserialize)]
                struct Idle {
                    stop_reason: Option<Stop>,
                }
                let Idle { stop_reason } = serde_json::from_slice(data).ok()?;
                return Some(match stop_reason {
                    Some(stop) if stop.r#type == "requires_action" => Meaning::Pending(stop.event_ids),
                    Some(stop) => Meaning::Over(stop),
                    None => Meaning::Over(Stop::of("end_turn")),
                });
            }
            "session.status_terminated" => return Some(Meaning::Over(Stop::of("terminated"))),
            "session.deleted" => return Some(Meaning::Over(Stop::of("deleted"))),
            _ => {}
        }
        None
    }

    fn message(&mut self, data: &[u8]) {
        #[derive(Deserialize)]
        struct Message {
            #[serde(default)]
            content: Vec<Text>,
        }
        #[derive(Deserialize)]
        struct Text {
            #[serde(default)]
            text: String,
        }
        if let Ok(Message { content }) = serde_json::from_slice(data) {
            self.answer.push(content.into_iter().map(|block| block.text).collect());
        }
        self.messages.extend(serde_json::from_slice::<Box<RawValue>>(data).ok());
    }

    /// Remembers a call of a tool that history tells of.
    pub(crate) fn called(&mut self, frame: &EventFrame) {
        self.meaning(frame.event(), frame.data());
    }

    /// Remembers a call of a tool.
    fn tool(&mut self, kind: Kind, data: &[u8]) {
        #[derive(Deserialize)]
        struct Use {
            id: String,
            name: String,
            input: Option<Box<RawValue>>,
            evaluated_permission: Option<String>,
            session_thread_id: Option<String>,
        }
        let Ok(Use { id, name, input, evaluated_permission, session_thread_id }) =
            serde_json::from_slice(data)
        else {
            return;
        };
        if self.places.contains_key(&id) {
            return;
        }
        self.before = self.answer.drain(..).next_back().unwrap_or(std::mem::take(&mut self.before));
        self.places.insert(id.clone(), self.tools.len());
        self.tools.push(ToolUse {
            id,
            kind,
            name,
            input: input.unwrap_or_else(|| RawValue::from_string("{}".into()).unwrap_or_default()),
            content: Vec::new(),
            is_error: None,
            session_thread_id,
            asks: kind != Kind::Custom && evaluated_permission.as_deref() == Some("ask"),
        });
    }

    fn result(&mut self, data: &[u8]) {
        #[derive(Deserialize)]
        struct Given {
            tool_use_id: Option<String>,
            mcp_tool_use_id: Option<String>,
            custom_tool_use_id: Option<String>,
            #[serde(default)]
            content: Vec<Box<RawValue>>,
            is_error: Option<bool>,
        }
        let Ok(given) = serde_json::from_slice::<Given>(data) else { return };
        let id = given.tool_use_id.or(given.mcp_tool_use_id).or(given.custom_tool_use_id);
        let Some(place) = id.and_then(|id| self.places.get(&id)) else { return };
        let call = &mut self.tools[*place];
        (call.content, call.is_error) = (given.content, given.is_error);
    }

    /// A snapshot replaces the one before: it is a total, not a part.
    fn usage(&mut self, data: &[u8]) {
        #[derive(Deserialize)]
        struct Usage {
            usage: Option<Box<RawValue>>,
        }
        let nested = serde_json::from_slice::<Usage>(data).ok().and_then(|Usage { usage }| usage);
        let flat = || serde_json::from_slice::<Box<RawValue>>(data).ok();
        self.usage = nested.or_else(flat).filter(|usage| credits(usage).is_some()).or(self.usage.take());
    }

    /// What `sessions.retrieve` says.
    pub(crate) fn session(&mut self, data: &[u8]) {
        self.usage(data);
    }

    pub(crate) fn knows_usage(&self) -> bool {
        self.usage.is_some()
    }

    /// The call with that ID.
    pub(crate) fn call(&self, id: &str) -> Option<&ToolUse> {
        self.places.get(id).map(|place| &self.tools[*place])
    }

    /// The last event of the turn.
    pub(crate) fn last_event_id(&self) -> Option<&str> {
        self.event_ids.last().map(String::as_str)
    }

    /// What came of it, as JSON.
    pub(crate) fn outcome<'a>(&'a self, stop: &'a Stop) -> Outcome<'a> {
        Outcome {
            session_id: &self.session_id,
            text: self.text(),
            stop_reason: stop,
            messages: &self.messages,
            tool_calls: &self.tools,
            artifacts: &self.artifacts,
            errors: &self.errors,
            credits: self.usage.as_deref().and_then(credits),
            usage: self.usage.as_deref(),
            event_ids: &self.event_ids,
            last_event_id: self.event_ids.last(),
        }
    }

    fn text(&self) -> String {
        if self.answer.is_empty() { self.before.clone() } else { self.answer.join("\n\n") }
    }
}

fn credits(usage: &RawValue) -> Option<f64> {
    #[derive(Deserialize)]
    struct Credits {
        total_credits: Option<f64>,
    }
    serde_json::from_str::<Credits>(usage.get()).ok()?.total_credits
}
