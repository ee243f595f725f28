//! What the agent decides to do: a script when one fits, otherwise what the prompt names.

use serde_json::{Value, json};

use super::script::{Artifact, CustomCall, Say, Step, ToolUse};
use crate::reply::Object;
use crate::session::Session;
use crate::state::State;

/// The steps of a turn.
pub(crate) fn steps(state: &mut State, session: &Session, prompt: &str) -> Vec<Step> {
    scripted(state, session, prompt).unwrap_or_else(|| {
        let mut steps = vec![Step::Think(serde::de::IgnoredAny)];
        steps.extend(decided(state, session, prompt));
        steps
    })
}

fn scripted(state: &mut State, session: &Session, prompt: &str) -> Option<Vec<Step>> {
    let fits = |script: &super::script::Script| script.fits(session.record.id(), session.agent_id(), prompt);
    let place = state.scripts.iter().position(fits)?;
    let script = &mut state.scripts[place];
    let steps = script.steps.clone();
    if let Some(times) = &mut script.times {
        *times = times.saturating_sub(1);
        if *times == 0 {
            state.scripts.remove(place);
        }
    }
    Some(steps)
}

fn decided(state: &State, session: &Session, prompt: &str) -> Vec<Step> {
    if let Some(name) = custom_tool(session, prompt) {
        let call = Step::Call(CustomCall { name, input: json_in(prompt).unwrap_or_default() });
        return vec![call, say("{result}")];
    }
    let (mut steps, found) = match look_up(state, session, prompt) {
        Some((step, content)) => (vec![step], Some(content)),
        None => (Vec::new(), None),
    };
    let delivered = artifact(prompt);
    if let Some(filename) = delivered.clone() {
        let content = found.clone().unwrap_or_else(|| format!("{prompt}\n"));
        steps.push(Step::Deliver(Artifact { filename, content, content_type: None }));
    }
    let answer = match (found, delivered) {
        // What came of looking, which may have been refused.
        (Some(_), None) => "{result}".to_owned(),
        // The latest result is that of delivering.
        (Some(content), Some(_)) => content,
        (None, Some(filename)) => format!("Delivered {filename}."),
        (None, None) => format!("Echo: {prompt}"),
    };
    steps.push(say(&answer));
    steps
}

/// The use of a tool that finds what the prompt names, and what it finds.
fn look_up(state: &State, session: &Session, prompt: &str) -> Option<(Step, String)> {
    if let Some((path, content)) = mounted(state, session, prompt) {
        return Some((read(&path, content.clone()), content));
    }
    if let Some((name, value)) = session.variables.iter().find(|(name, _)| names(prompt, name)) {
        let input = json!({ "command": format!("printenv {name}") });
        return Some((use_tool("Bash", input, value.clone()), value.clone()));
    }
    let (path, content) = skill(state, session, prompt)?;
    Some((read(&path, content.clone()), content))
}

fn say(text: &str) -> Step {
    Step::Say(Say::Text(text.to_owned()))
}

fn read(path: &str, content: String) -> Step {
    use_tool("Read", json!({ "file_path": path }), content)
}

fn use_tool(name: &str, input: Value, result: String) -> Step {
    let input = input.as_object().cloned().unwrap_or_default();
    Step::Use(ToolUse { name: name.into(), input, result, is_error: false, ask: None })
}

/// Whether the prompt names something as a word of its own.
fn names(prompt: &str, name: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    !name.is_empty()
        && prompt.match_indices(name).any(|(at, found)| {
            let before = prompt[..at].chars().next_back().is_none_or(|c| !part_of_word(c));
            before && prompt[at + found.len()..].chars().next().is_none_or(|c| !part_of_word(c))
        })
}

/// The first custom tool the prompt names.
fn custom_tool(session: &Session, prompt: &str) -> Option<String> {
    let tools = session.record.get("agent")["tools"].as_array()?;
    let custom =
        tools.iter().filter(|tool| tool["type"] == "custom").filter_map(|tool| tool["name"].as_str());
    custom.into_iter().find(|name| names(prompt, name)).map(str::to_owned)
}

/// The first JSON object in a text.
fn json_in(text: &str) -> Option<Object> {
    text.match_indices('{').find_map(|(at, _)| {
        let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Object>();
        values.next()?.ok()
    })
}

/// The first attached file, or memory of an attached store, whose path the prompt names.
fn mounted(state: &State, session: &Session, prompt: &str) -> Option<(String, String)> {
    session.resources.values().find_map(|resource| {
        let mount = resource.text("mount_path");
        match resource.text("type") {
            "file" if names(prompt, mount) => {
                let file = state.files.get(resource.text("file_id"))?;
                Some((mount.to_owned(), String::from_utf8_lossy(&file.content).into_owned()))
            }
            "memory_store" => {
                let store = state.memory_stores.get(resource.text("memory_store_id"))?;
                let memory = store.memories.values().find(|memory| names(prompt, memory.text("path")))?;
                Some((format!("{mount}/{}", memory.text("path")), memory.text("content").to_owned()))
            }
            _ => None,
        }
    })
}

/// The first bound skill the prompt names, with its instructions.
fn skill(state: &State, session: &Session, prompt: &str) -> Option<(String, String)> {
    let bound = session.record.get("agent")["skills"].as_array()?;
    bound.iter().find_map(|binding| {
        let skill = state.skills.get(binding["skill_id"].as_str()?)?;
        let version = skill.version(binding["version"].as_str())?;
        let name = version.record.text("name");
        names(prompt, name)
            .then(|| (format!("/data/.qoder/skills/{name}/SKILL.md"), version.instructions.clone()))
    })
}

/// The file a prompt wants to have delivered.
fn artifact(prompt: &str) -> Option<String> {
    let lower = prompt.to_lowercase();
    if !["deliver", "artifact"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let trimmed = prompt.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut names = trimmed.filter(|word| {
        word.split_once('.')
            .is_some_and(|(stem, end)| !stem.is_empty() && !end.is_empty() && !word.contains('/'))
    });
    names.next().map(str::to_owned)
}

/// What the agent's settings say about a tool: `allow`, `ask` or `deny`.
pub(crate) fn permission(session: &Session, server: Option<&str>, tool: &str) -> &'static str {
    let tools = session.record.get("agent")["tools"].as_array();
    let toolset = tools.into_iter().flatten().find(|set| match server {
        Some(server) => set["mcp_server_name"] == server,
        None => set["type"] == "agent_toolset_20260401",
    });
    let Some(toolset) = toolset else { return "allow" };
    let own = toolset["configs"].as_array().into_iter().flatten().find(|config| config["name"] == tool);
    let policy = |config: &Value| config["permission_policy"]["type"].as_str().map(str::to_owned);
    match own.and_then(policy).or_else(|| policy(&toolset["default_config"])).as_deref() {
        Some("always_ask") => "ask",
        Some("always_deny") => "deny",
        _ => "allow",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_only_as_a_word() {
        assert!(names("print LOCALE, please", "LOCALE"));
        assert!(names("read /data/a.txt", "/data/a.txt"));
        assert!(!names("print MY_LOCALE", "LOCALE"));
        assert!(!names("anything", ""));
    }

    #[test]
    fn arguments_are_the_first_object() {
        assert_eq!(json_in("call it with {bad} {\"a\": 1} {}").unwrap()["a"], 1);
        assert!(json_in("none {").is_none());
    }

    #[test]
    fn an_artifact_needs_a_word_and_a_file_name() {
        assert_eq!(artifact("Please deliver `report.md`."), Some("report.md".into()));
        assert_eq!(artifact("write report.md"), None);
        assert_eq!(artifact("deliver it"), None);
    }
}
