//! What a language did with a scenario, in a form in which languages can be compared.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use regex_lite::{Captures, Regex};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

/// One scenario as one language played it. Every runner writes these as JSON lines.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Transcript {
    /// Subject and name.
    pub scenario: String,
    /// How each step ended: `{"returned": …}`, or `{"raised": …, "after": […]}`.
    pub steps: Vec<Value>,
    /// The emulator's log.
    pub requests: Vec<Value>,
}

/// The folder of the transcripts, one file for each language.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/transcripts")
}

/// The transcripts of one language.
#[derive(Debug)]
pub struct Writer(File);

impl Writer {
    /// Begins anew.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn create(language: &str) -> io::Result<Self> {
        fs::create_dir_all(folder())?;
        File::create(folder().join(language).with_extension("jsonl")).map(Self)
    }

    /// Adds one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&mut self, transcript: &Transcript) -> io::Result<()> {
        writeln!(self.0, "{}", serde_json::to_string(transcript)?)
    }
}

/// The transcripts of one language by scenario.
///
/// # Errors
/// Names the file that cannot be read.
pub fn read(language: &str) -> Result<HashMap<String, Transcript>, String> {
    let path = folder().join(language).with_extension("jsonl");
    let text = fs::read_to_string(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    text.lines()
        .map(|line| serde_json::from_str(line).map(|one: Transcript| (one.scenario.clone(), one)))
        .collect::<Result<_, _>>()
        .map_err(|cause| format!("{}: {cause}", path.display()))
}

/// Members of a request that say nothing about the client's behaviour: where the log keeps it, and whether the client
/// was still there when the answer ended, which it may be or not when it has all it needs.
const PRIVATE: [&str; 2] = ["number", "outcome"];
/// Headers in which every language names itself.
const OWN_NAME: [&str; 1] = ["user-agent"];

/// What changes from run to run, and the name it gets; the first match of the alternatives counts.
static CHANGING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?<time>\d{4}-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))",
        r"|(?<date>\d{4}-\d\d-\d\d)",
        r"|(?<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
        r"|(?<port>127\.0\.0\.1:\d+)",
        r"|(?<token>(?:eyJ|pt-emulator-)[\w.-]+)",
        r"|(?<signature>(?:expires|signature)=\w+)",
        r"|(?<id>[a-z]+_[0-9a-z]{20,})",
        r"|(?<version>\b\d{16}\b)",
        r"|(?<stamp>_archived_\d+)",
        r"|(?<random>[0-9a-f]{32})",
    ))
    .expect("the pattern is sound")
});

impl Transcript {
    /// The same, but for what changes from run to run: ids, keys and the like are numbered in the order in which they
    /// occur, times and ports have their kind as their name. What stands in `fixed`, the text of the scenario, stays;
    /// members of the name of one of `own` are left out of results and errors, and with `requests` among them the
    /// requests, which have no order where calls run side by side.
    pub fn settled(&self, fixed: &str, own: &[String]) -> Value {
        let mut names = Names { fixed, own, known: HashMap::new() };
        let compared = if own.iter().any(|name| name == "requests") { &[] } else { &self.requests[..] };
        let requests: Vec<Value> = compared.iter().map(|request| names.request(request)).collect();
        let steps: Vec<Value> = self.steps.iter().map(|step| names.settle(step, Empty::Dropped)).collect();
        serde_json::json!({ "requests": requests, "steps": steps })
    }
}

/// Whether a member that is null, or holds nothing, may be left out: in a result it may, for typed values do not tell
/// it from one that is not there; in a request it makes a difference.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Empty {
    Kept,
    Dropped,
}

impl Empty {
    fn drops(self, value: &Value) -> bool {
        self == Self::Dropped
            && match value {
                Value::Null => true,
                Value::Array(items) => items.is_empty(),
                Value::Object(members) => members.is_empty(),
                _ => false,
            }
    }
}

struct Names<'a> {
    fixed: &'a str,
    own: &'a [String],
    known: HashMap<String, String>,
}

impl Names<'_> {
    fn request(&mut self, request: &Value) -> Value {
        let mut members = request.as_object().cloned().unwrap_or_default();
        members.retain(|name, _| !PRIVATE.contains(&name.as_str()));
        if let Some(Value::Array(headers)) = members.get_mut("headers") {
            headers.retain(|pair| !OWN_NAME.iter().any(|name| pair[0] == *name));
            headers.sort_by_key(Value::to_string);
        }
        if let Some(Value::String(query)) = members.get_mut("query") {
            // Arguments have no order; the values of one that is repeated have.
            let mut pairs: Vec<&str> = query.split('&').collect();
            pairs.sort_by_key(|pair| pair.split('=').next());
            *query = pairs.join("&");
        }
        self.settle(&Value::Object(members), Empty::Kept)
    }

    /// Walks members in the order of their names, so that languages that keep another order number alike.
    fn settle(&mut self, value: &Value, empty: Empty) -> Value {
        match value {
            Value::Object(members) => {
                let sorted: BTreeMap<_, _> = members.iter().collect();
                let mut settled = Map::new();
                for (name, value) in sorted {
                    if empty == Empty::Dropped && self.own.contains(name) {
                        continue;
                    }
                    let value = match name.as_str() {
                        "active_seconds" | "duration_seconds" => "<measured>".into(),
                        "base64" => self.bytes(value),
                        "message" => self.settle(&spelled(value), empty),
                        _ => self.settle(value, empty),
                    };
                    if !empty.drops(&value) {
                        settled.insert(self.text(name), value);
                    }
                }
                settled.into()
            }
            Value::Array(items) => items.iter().map(|item| self.settle(item, empty)).collect(),
            Value::String(text) => self.text(text).into(),
            Value::Number(number) => whole(number),
            other => other.clone(),
        }
    }

    /// A body that the emulator kept as bytes, because it answered without reading it.
    fn bytes(&mut self, encoded: &Value) -> Value {
        let bytes = encoded.as_str().and_then(|text| BASE64_STANDARD.decode(text).ok());
        match bytes.map(String::from_utf8) {
            Some(Ok(text)) => self.text(&text).into(),
            _ => encoded.clone(),
        }
    }

    fn text(&mut self, text: &str) -> String {
        CHANGING.replace_all(text, |found: &Captures<'_>| self.name(found)).into_owned()
    }

    fn name(&mut self, found: &Captures<'_>) -> String {
        let text = &found[0];
        if self.fixed.contains(text) {
            return text.to_owned();
        }
        let kind =
            CHANGING.capture_names().flatten().find(|kind| found.name(kind).is_some()).unwrap_or_default();
        // Two moments may be the same one or not: it depends on the machine.
        if matches!(kind, "time" | "date" | "port" | "stamp") {
            return format!("<{kind}>");
        }
        let kind = if kind == "id" { text.rsplit_once('_').map_or(kind, |(prefix, _)| prefix) } else { kind };
        let next = self.known.len() + 1;
        self.known.entry(text.to_owned()).or_insert_with(|| format!("<{kind} {next}>")).clone()
    }
}

/// A message that names options does so in the caller's language: `readTimeout` is `read_timeout`.
fn spelled(message: &Value) -> Value {
    static NAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("`[a-z]+[A-Z]\\w*`").expect("the pattern is sound"));
    static HUMP: LazyLock<Regex> = LazyLock::new(|| Regex::new("[A-Z]+").expect("the pattern is sound"));
    let Some(text) = message.as_str() else { return message.clone() };
    let snake = |found: &Captures<'_>| format!("_{}", found[0].to_lowercase());
    NAME.replace_all(text, |found: &Captures<'_>| HUMP.replace_all(&found[0], snake).into_owned()).into()
}

/// `1.0` and `1` are one number; JavaScript has no other way to say it.
fn whole(number: &Number) -> Value {
    match number.as_f64() {
        Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => (float as i64).into(),
        _ => number.clone().into(),
    }
}

/// The first differences between two settled transcripts, at most `most`.
pub fn differences(one: &Value, other: &Value, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    compare(one, other, "", &mut found);
    found.truncate(most);
    found
}

fn compare(one: &Value, other: &Value, place: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(ones), Value::Object(others)) => {
            let names: std::collections::BTreeSet<_> = ones.keys().chain(others.keys()).collect();
            for name in names {
                let (one, other) = (ones.get(name), others.get(name));
                compare_some(one, other, &format!("{place}.{name}"), found);
            }
        }
        (Value::Array(ones), Value::Array(others)) => {
            for at in 0..ones.len().max(others.len()) {
                compare_some(ones.get(at), others.get(at), &format!("{place}[{at}]"), found);
            }
        }
        (one, other) if one == other => {}
        (one, other) => found.push(format!("{place}: {one} | {other}")),
    }
}

fn compare_some(one: Option<&Value>, other: Option<&Value>, place: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Some(one), Some(other)) => compare(one, other, place, found),
        (Some(one), None) => found.push(format!("{place}: {one} | nothing")),
        (None, Some(other)) => found.push(format!("{place}: nothing | {other}")),
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const AGENT: &str = "agent_0123456789abcdef0123";
    const OTHER: &str = "agent_0123456789abcdef0124";

    fn transcript(id: &str, other: &str, port: u16) -> Transcript {
        Transcript {
            scenario: "a: b".to_owned(),
            steps: vec![
                json!({ "returned": { "id": id, "gone": null, "size": 1.0, "at": "2026-09-01T08:00:00Z" } }),
            ],
            requests: vec![json!({
                "number": 7, "outcome": "completed", "path": format!("/agents/{other}"),
                "headers": [["host", format!("127.0.0.1:{port}")], ["user-agent", "x"], ["accept", "*/*"]],
            })],
        }
    }

    #[test]
    fn what_changes_from_run_to_run_does_not_count() {
        let settled = transcript(AGENT, OTHER, 1).settled("", &[]);
        assert_eq!(settled, transcript(OTHER, AGENT, 2).settled("", &[]));
        assert_eq!(settled["steps"][0]["returned"], json!({ "id": "<agent 2>", "size": 1, "at": "<time>" }));
        assert_eq!(settled["requests"][0]["headers"], json!([["accept", "*/*"], ["host", "<port>"]]));
    }

    #[test]
    fn requests_of_calls_that_run_side_by_side_are_not_compared() {
        let own = ["requests".to_owned()];
        let (usual, mut other) = (transcript(AGENT, OTHER, 1), transcript(AGENT, OTHER, 1));
        other.requests[0]["path"] = json!("/models");
        assert_ne!(usual.settled("", &[]), other.settled("", &[]));
        assert_eq!(usual.settled("", &own), other.settled("", &own));
    }

    #[test]
    fn what_a_client_did_counts() {
        let settled = |transcript: &Transcript| transcript.settled("", &[]);
        let usual = transcript(AGENT, OTHER, 1);
        assert!(
            !differences(&settled(&usual), &settled(&transcript(AGENT, AGENT, 1)), 9).is_empty(),
            "another id"
        );
        let mut other = usual.clone();
        other.requests[0]["headers"][2][1] = json!("text/html");
        assert_eq!(
            differences(&settled(&usual), &settled(&other), 9),
            [r#".requests[0].headers[0][1]: "*/*" | "text/html""#]
        );
        let mut other = usual.clone();
        other.steps[0]["returned"]["size"] = json!(2);
        assert_eq!(differences(&settled(&usual), &settled(&other), 9), [".steps[0].returned.size: 1 | 2"]);
    }

    #[test]
    fn options_are_named_in_the_language_of_the_caller() {
        let told = |name: &str| json!(format!("silent for 1 s (`{name}`), no `token`"));
        assert_eq!(spelled(&told("readTimeout")), told("read_timeout"));
        assert_eq!(spelled(&told("baseURL")), told("base_url"));
    }

    #[test]
    fn what_the_scenario_itself_says_stays() {
        let settled = transcript(AGENT, OTHER, 1).settled("created_at: 2026-09-01T08:00:00Z", &[]);
        assert_eq!(settled["steps"][0]["returned"]["at"], "2026-09-01T08:00:00Z");
    }
}
