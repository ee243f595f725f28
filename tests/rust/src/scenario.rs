//! Scenarios as they are written; `tests/scenarios/README.md` explains every member.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

/// One behaviour.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What holds, as a sentence.
    pub name: String,
    /// The rule it protects.
    pub rule: String,
    /// How the client differs from the default one.
    #[serde(default)]
    pub client: Map<String, Value>,
    /// Sets the scene.
    #[serde(default)]
    pub given: Vec<Step>,
    /// Rules for the emulator, armed after `given`.
    #[serde(default)]
    pub faults: Option<Value>,
    /// What the emulator's agent does, set after `given`.
    #[serde(default)]
    pub script: Option<Value>,
    /// What the scenario is about.
    pub when: Vec<Step>,
    /// What the server must have seen.
    #[serde(default)]
    pub sent: Vec<Value>,
    /// Members of results and errors that languages may have in their own words.
    #[serde(default)]
    pub own: Vec<String>,
    /// The file it stands in, without its ending.
    #[serde(skip)]
    pub subject: String,
}

/// One thing the client does.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Step {
    /// The operation to call.
    pub call: Option<String>,
    /// The helper to call.
    #[serde(rename = "do")]
    pub helper: Option<String>,
    /// The host's tools, by name.
    pub tools: Map<String, Value>,
    /// What the host says of requests for permission.
    pub permissions: Option<Value>,
    /// What a turn shows.
    pub show: Option<String>,
    /// What must have been shown, in this order.
    pub shown: Vec<Value>,
    /// The change of an agent.
    pub change: Option<Value>,
    /// How work on an item ends.
    pub work: Option<String>,
    /// The stream to read on from.
    pub read: Option<String>,
    /// The stream to close.
    pub close: Option<String>,
    /// What to tell the emulator.
    pub control: Option<String>,
    /// The options of a new client.
    pub client: Option<Map<String, Value>>,
    /// Arguments by name.
    pub with: Map<String, Value>,
    /// How this call is made.
    pub options: Map<String, Value>,
    /// The name to keep the result under.
    #[serde(rename = "as")]
    pub keep: Option<String>,
    /// What the result must contain.
    #[serde(deserialize_with = "given")]
    pub returns: Option<Value>,
    /// How the step must fail.
    pub raises: Option<Value>,
    /// How often to do it.
    pub times: Option<u64>,
    /// By how many callers to have it done at once.
    pub at_once: Option<u64>,
    /// Which page of a list to get.
    pub pages: Option<u64>,
    /// Whether to get every item of a list.
    pub collect: bool,
    /// The items that came before the failure.
    pub items: Option<Value>,
    /// The event up to which to read a stream.
    pub until: Option<String>,
    /// Events that must occur, in this order.
    pub events: Vec<Value>,
}

/// Tells `null` from nothing.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The folder of the scenarios.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios")
}

/// Every scenario of a folder, by file and then in order.
///
/// # Errors
/// Names the file and the scenario that cannot be read.
pub fn load(folder: &Path) -> Result<Vec<Scenario>, String> {
    let listing = fs::read_dir(folder).map_err(|cause| format!("{}: {cause}", folder.display()))?;
    let mut files: Vec<PathBuf> = listing.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    let mut all = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
        let subject = path.file_stem().unwrap_or_default().to_string_lossy();
        all.extend(parse(&text, &subject).map_err(|cause| format!("{}: {cause}", path.display()))?);
    }
    Ok(all)
}

/// The scenarios of one file.
///
/// # Errors
/// Says which document cannot be read, and why.
pub fn parse(text: &str, subject: &str) -> Result<Vec<Scenario>, String> {
    let mut scenarios = Vec::new();
    for (number, document) in serde_yaml_ng::Deserializer::from_str(text).enumerate() {
        let value =
            Value::deserialize(document).map_err(|cause| format!("document {}: {cause}", number + 1))?;
        if value.is_null() {
            continue;
        }
        let name = value["name"].as_str().unwrap_or("without a name").to_owned();
        let scenario = serde_json::from_value(value)
            .map_err(|cause| format!("document {} ({name}): {cause}", number + 1))?;
        scenarios.push(Scenario { subject: subject.to_owned(), ..scenario });
    }
    Ok(scenarios)
}

impl Scenario {
    /// Where it stands and what it says; no two are the same.
    pub fn title(&self) -> String {
        format!("{}: {}", self.subject, self.name)
    }

    /// Every step, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.given.iter().chain(&self.when)
    }
}

impl Step {
    /// What the step does, for messages.
    pub fn title(&self) -> String {
        match self {
            Self { call: Some(operation), .. } => operation.clone(),
            Self { helper: Some(name), .. } => format!("do {name}"),
            Self { read: Some(stream), .. } => format!("read {stream}"),
            Self { close: Some(stream), .. } => format!("close {stream}"),
            Self { control: Some(what), .. } => format!("control {what}"),
            _ => "client".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_scenarios_and_unknown_members_are_refused() {
        let two = "name: a\nrule: r\nwhen: [{ call: models.list }]\n---\nname: b\nrule: r\nwhen: []\n";
        assert_eq!(parse(two, "x").unwrap().len(), 2);
        let wrong = parse("name: a\nrule: r\nwhen: [{ call: models.list, retruns: {} }]\n", "x").unwrap_err();
        assert!(wrong.contains("retruns") && wrong.contains("(a)"), "{wrong}");
    }
}
