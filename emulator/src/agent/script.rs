//! Scripts: what the agent does in a turn, as data.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::reply::Object;

/// A script and the turns it is meant for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Script {
    /// Only turns of this session.
    pub(crate) session: Option<String>,
    /// Only turns of sessions of this agent.
    pub(crate) agent: Option<String>,
    /// Only turns whose prompt contains this text.
    pub(crate) prompt: Option<String>,
    /// How many turns; `null` means every turn.
    #[serde(default = "once")]
    pub(crate) times: Option<u64>,
    pub(crate) steps: Vec<Step>,
}

fn once() -> Option<u64> {
    Some(1)
}

impl Script {
    pub(crate) fn fits(&self, session: &str, agent: &str, prompt: &str) -> bool {
        let fits = |wanted: &Option<String>, is: &str| wanted.as_deref().is_none_or(|wanted| wanted == is);
        fits(&self.session, session)
            && fits(&self.agent, agent)
            && self.prompt.as_deref().is_none_or(|part| prompt.contains(part))
    }
}

/// One thing the agent does.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    /// Think; the thought itself is never shown.
    Think(IgnoredAny),
    /// Write a message. `{result}` stands for the latest tool results.
    Say(Say),
    /// Use a built-in tool.
    Use(ToolUse),
    /// Use a tool of an MCP server.
    Mcp(McpUse),
    /// Call a custom tool: the turn pauses until the client answers.
    Call(CustomCall),
    /// Several `use` and `call` steps whose answers are awaited together.
    Together(Vec<Step>),
    /// Write a file and deliver it.
    Deliver(Artifact),
    /// Report an error: `{type, message, retry_status}`.
    Error(Object),
    /// End the turn with this stop reason.
    Stop(String),
    /// Move the session to another machine.
    Reschedule(IgnoredAny),
    /// End the session for good.
    Terminate(IgnoredAny),
    /// Compact the context of the thread.
    Compact(IgnoredAny),
    /// Let another agent work in a thread of its own.
    Spawn(Spawn),
    /// Wait until a test releases this hold.
    Hold(String),
    /// Wait so long.
    PauseMs(u64),
    /// Cost of the current model request.
    Credits(f64),
    /// Record an event of any type with any members.
    Emit(Object),
    /// Judge the outcome the user defined.
    #[serde(skip)]
    Evaluate(Outcome),
}

/// A message: a text cut into words, or the pieces themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Say {
    Text(String),
    Pieces(Vec<Piece>),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    Text(String),
    Hold { hold: String },
    Pause { pause_ms: u64 },
}

/// Pieces of a plain text; a longer one is cut into longer pieces.
const PIECES: usize = 64;

impl Say {
    pub(crate) fn pieces(self, result: &str) -> Vec<Piece> {
        match self {
            Self::Text(text) => {
                words(&text.replace("{result}", result)).into_iter().map(Piece::Text).collect()
            }
            Self::Pieces(pieces) => pieces
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(text) => Piece::Text(text.replace("{result}", result)),
                    other => other,
                })
                .collect(),
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let together = words.len().div_ceil(PIECES).max(1);
    words.chunks(together).map(<[&str]>::concat).collect()
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToolUse {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) input: Object,
    #[serde(default)]
    pub(crate) result: String,
    #[serde(default)]
    pub(crate) is_error: bool,
    /// Ask for permission; by default the agent's permission policy decides.
    pub(crate) ask: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct McpUse {
    server: String,
    name: String,
    #[serde(default)]
    input: Object,
    #[serde(default)]
    result: String,
    #[serde(default)]
    is_error: bool,
    ask: Option<bool>,
}

impl McpUse {
    /// The server, and what is used of it.
    pub(crate) fn split(self) -> (String, ToolUse) {
        let Self { server, name, input, result, is_error, ask } = self;
        (server, ToolUse { name, input, result, is_error, ask })
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CustomCall {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) input: Object,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Artifact {
    pub(crate) filename: String,
    #[serde(default)]
    pub(crate) content: String,
    pub(crate) content_type: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spawn {
    pub(crate) agent_name: String,
    /// What the coordinator tells it.
    #[serde(default)]
    pub(crate) message: String,
    /// What it does; its last message is its answer.
    pub(crate) steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) id: String,
    pub(crate) description: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_step_can_be_written() {
        let text = r#"{"session": "sess_1", "times": null, "steps": [
            {"think": true}, {"say": "a {result}"}, {"say": ["a", {"hold": "x"}, {"pause_ms": 5}, "b"]},
            {"use": {"name": "Bash", "input": {"command": "ls"}, "result": "x", "ask": true}},
            {"mcp": {"server": "tracker", "name": "find", "result": "y"}},
            {"together": [{"call": {"name": "a"}}, {"call": {"name": "b"}}]},
            {"deliver": {"filename": "a.md", "content": "x"}}, {"error": {"type": "billing_error"}},
            {"spawn": {"agent_name": "helper", "steps": [{"say": "done"}]}}, {"hold": "h"}, {"pause_ms": 1},
            {"credits": 0.5}, {"emit": {"type": "agent.new_thing"}}, {"reschedule": true}, {"compact": true},
            {"stop": "retries_exhausted"}, {"terminate": true}]}"#;
        let script: Script = serde_json::from_str(text).unwrap();
        assert_eq!((script.steps.len(), script.times), (17, None));
        assert!(serde_json::from_str::<Script>(r#"{"steps": [{"dance": 1}]}"#).is_err());
    }

    #[test]
    fn a_text_is_cut_into_pieces_that_give_it_back() {
        let text = "one two  three\nfour ".repeat(100);
        let pieces = words(&text);
        assert!(pieces.len() > 10 && pieces.len() <= PIECES);
        assert_eq!(pieces.concat(), text);
    }
}
