//! Faults on demand: rules that match requests and say what goes wrong with them.

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Which requests fail, how often, and how.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    #[serde(default, rename = "match")]
    matches: Match,
    /// How many matching requests are hit; `null` means all.
    #[serde(default = "once")]
    times: Option<u64>,
    /// How many matching requests pass first.
    #[serde(default)]
    after: u64,
    action: Action,
}

fn once() -> Option<u64> {
    Some(1)
}

/// An absent member matches everything.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Match {
    operation: Option<String>,
    method: Option<String>,
    /// The path below the base, exactly, or its beginning when it ends in `*`.
    path: Option<String>,
}

/// Everything that goes wrong with one request; members combine.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Action {
    /// Answer this instead of running the request.
    pub(crate) status: Option<u16>,
    /// Headers to add to the answer, or to replace in it; `null` takes one away.
    pub(crate) headers: BTreeMap<String, Option<String>>,
    /// Body of the answer: JSON, or text sent as it is.
    pub(crate) body: Option<Value>,
    /// Wait before the request is run.
    pub(crate) delay_ms: u64,
    /// Run the request, then break the connection.
    pub(crate) reset: Option<Reset>,
    /// Run the request, then break off after so many bytes of the body.
    pub(crate) truncate: Option<usize>,
    /// Run the request, then answer with something that is not JSON.
    pub(crate) malformed: bool,
    /// Run the request, then drip the body.
    pub(crate) slow_bytes: Option<Drip>,
    /// Break the connection after so many frames of an event stream.
    pub(crate) drop_stream_after: Option<usize>,
    /// Break the connection after so many bytes of an event stream, in the middle of a frame if need be.
    pub(crate) drop_stream_after_bytes: Option<usize>,
    /// End the response regularly after so many frames of an event stream.
    pub(crate) end_stream_after: Option<usize>,
    /// Send `[DONE]` after so many frames of an event stream, and end.
    pub(crate) done_after: Option<usize>,
    /// Send so many events again that were sent before the cursor.
    pub(crate) replay_stream: usize,
    /// How this stream spells its heartbeats.
    pub(crate) heartbeat: Option<Heartbeat>,
    /// Send an `error` frame with this error after so many frames, and end.
    pub(crate) error_frame: Option<ErrorFrame>,
    /// Cut every stream chunk into pieces of so many bytes.
    pub(crate) split_frames: Option<usize>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reset {
    BeforeHeaders,
    AfterHeaders,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Drip {
    pub(crate) chunk: usize,
    pub(crate) every_ms: u64,
}

/// The spellings of a heartbeat that the service has used.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Heartbeat {
    #[default]
    Comment,
    Event,
    Ping,
    None,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ErrorFrame {
    #[serde(default)]
    pub(crate) after: usize,
    pub(crate) error: Value,
}

/// The rules in force, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Rule>);

impl Faults {
    pub(crate) fn arm(&mut self, rules: Vec<Rule>) {
        self.0.extend(rules.into_iter().filter(|rule| rule.times != Some(0)));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn view(&self) -> &[Rule] {
        &self.0
    }

    /// The fault this request meets. The first rule that matches counts it, whether it strikes or not.
    pub(crate) fn strike(&mut self, operation: Option<&str>, method: &Method, path: &str) -> Option<Action> {
        if self.0.is_empty() {
            return None;
        }
        let place = self.0.iter().position(|rule| rule.matches.fits(operation, method, path))?;
        let rule = &mut self.0[place];
        if rule.after > 0 {
            rule.after -= 1;
            return None;
        }
        let action = rule.action.clone();
        if let Some(times) = &mut rule.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                self.0.remove(place);
            }
        }
        Some(action)
    }
}

impl Match {
    fn fits(&self, operation: Option<&str>, method: &Method, path: &str) -> bool {
        let path = path.strip_prefix("/api/v1/cloud").unwrap_or(path);
        self.operation.as_deref().is_none_or(|wanted| Some(wanted) == operation)
            && self.method.as_deref().is_none_or(|wanted| method.as_str().eq_ignore_ascii_case(wanted))
            && self.path.as_deref().is_none_or(|wanted| match wanted.strip_suffix('*') {
                Some(beginning) => path.starts_with(beginning),
                None => path == wanted,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_count_down_and_go_away() {
        let rule = r#"[{"match":{"operation":"agents.list"},"after":1,"times":2,"action":{"status":503}}]"#;
        let mut faults = Faults::default();
        faults.arm(serde_json::from_str(rule).unwrap());
        let mut strike =
            |operation| faults.strike(Some(operation), &Method::GET, "/api/v1/cloud/agents").is_some();
        assert_eq!(
            [strike("models.list"), strike("agents.list"), strike("agents.list"), strike("agents.list")],
            [false, false, true, true]
        );
        assert!(!strike("agents.list"));
    }
}
