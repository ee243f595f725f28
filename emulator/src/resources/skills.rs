//! Skills: uploaded as a zip or a tree, never changed, only followed by another version.

use bytes::Bytes;
use serde_json::{Value, json};

use super::{Handler, files};
use crate::call::{Call, Part};
use crate::package::Package;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, Table};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("skills.create", create),
    ("skills.list", list),
    ("skills.retrieve", retrieve),
    ("skills.update", update),
    ("skills.delete", delete),
    ("skills.versions.create", create_version),
    ("skills.versions.list", list_versions),
    ("skills.versions.retrieve", retrieve_version),
    ("skills.versions.delete", delete_version),
    ("skills.versions.download", download),
];

/// A skill and its versions by number, which all have sixteen digits.
pub(crate) struct Skill {
    record: Record,
    name: String,
    versions: Table<Version>,
    /// The highest number ever given: numbers are not used twice.
    newest: Option<String>,
}

pub(crate) struct Version {
    pub(crate) record: Record,
    /// The text of its SKILL.md.
    pub(crate) instructions: String,
    archive: Bytes,
}

impl Skill {
    /// A pinned version, or the latest one.
    pub(crate) fn version(&self, pinned: Option<&str>) -> Option<&Version> {
        match pinned.filter(|version| *version != "latest") {
            Some(version) => self.versions.get(version),
            None => self.versions.values().next_back(),
        }
    }

    /// The latest version is the newest one that is left.
    fn roll(&mut self) {
        let latest = self.versions.keys().next_back().cloned();
        self.record.set("latest_version", latest);
    }
}

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let parts = call.form();
    let package = package(&parts)?;
    let part = |name: &str| parts.iter().find(|part| part.name == name);
    let metadata = part("metadata").map(files::metadata).transpose()?.unwrap_or_default();
    let title = part("display_title").map(|part| String::from_utf8_lossy(&part.content).into_owned());
    if state.skills.values().any(|skill| skill.name == package.name) {
        return Err(Failure::conflict(format!("A skill named '{}' exists already.", package.name)));
    }
    let mut record = state.record("skill", "skill");
    record.object.remove("archived_at");
    record.set(
        "display_title",
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| package.name.clone()),
    );
    record.set("source", "custom");
    record.set("metadata", metadata);
    let mut skill = Skill { record, name: package.name.clone(), versions: Table::new(), newest: None };
    add_version(state, &mut skill, package)?;
    let reply = Reply::ok(&skill.record.object);
    state.skills.insert(skill.record.id().to_owned(), skill);
    reply
}

/// The uploaded files, whichever of the two part names they have.
fn package(parts: &[Part]) -> Result<Package, Failure> {
    let files: Vec<&Part> =
        parts.iter().filter(|part| matches!(part.name.as_str(), "files" | "file")).collect();
    if files.is_empty() {
        return Err(Failure::at("files", "Missing required field: files"));
    }
    Package::read(files.iter().map(|part| (part.file_name.as_deref().unwrap_or_default(), &part.content)))
}

fn add_version(state: &mut State, skill: &mut Skill, package: Package) -> Result<(), Failure> {
    let number = state.ids.version(state.clock.now(), skill.newest.as_deref());
    let mut record = state.record("skillver", "skill_version");
    for name in ["updated_at", "archived_at"] {
        record.object.remove(name);
    }
    record.set("skill_id", skill.record.id());
    record.set("version", number.as_str());
    record.set("name", package.name.as_str());
    record.set("description", package.description.as_str());
    record.set("directory", package.directory.as_str());
    let version = Version { record, archive: package.zip()?, instructions: package.instructions };
    skill.newest = Some(number.clone());
    skill.versions.insert(number, version);
    skill.roll();
    Ok(())
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let query = &call.query;
    let keep = |skill: &Skill| {
        query.text("name").is_none_or(|name| skill.name.contains(name))
            && query
                .text("display_title")
                .is_none_or(|title| skill.record.text("display_title").contains(title))
            && query.matches("source", skill.record.text("source"))
    };
    Window::of(call, "skill_", false)?
        .select(&state.skills, keep)
        .render(|body, skill| write_json(body, &skill.record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.record.object)
}

/// The older way of changing a skill: texts in place, content as another version.
fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    let id = call.id(0).to_owned();
    let mut skill = state.skills.remove(&id).ok_or_else(|| Failure::not_found("skill", &id))?;
    let outcome = change_skill(state, &mut skill, &mut change);
    skill.record.touch(now);
    let reply = outcome.and_then(|()| Reply::ok(&skill.record.object));
    state.skills.insert(id, skill);
    reply
}

fn change_skill(state: &mut State, skill: &mut Skill, change: &mut Object) -> Result<(), Failure> {
    if let Some(content) = change.get("content").and_then(Value::as_str) {
        let package = if change.get("content_encoding") == Some(&json!("base64")) {
            Package::from_base64(content)?
        } else {
            let text = Bytes::copy_from_slice(content.as_bytes());
            Package::read([("SKILL.md", &text)].into_iter())?
        };
        add_version_of(state, skill, package)?;
    }
    if let Some(name) = change.get("name").and_then(Value::as_str) {
        skill.record.set("display_title", name);
    }
    skill.record.merge_metadata(change)
}

/// The name of a skill is the same in all its versions.
fn add_version_of(state: &mut State, skill: &mut Skill, package: Package) -> Result<(), Failure> {
    if package.name != skill.name {
        let message = format!("The name in SKILL.md is '{}', the skill's is '{}'.", package.name, skill.name);
        return Err(Failure::at("files", message));
    }
    add_version(state, skill, package)
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    state.skills.remove(call.id(0));
    Reply::deleted("skill", call.id(0))
}

fn create_version(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let package = package(&call.form())?;
    let now = state.clock.now();
    let id = call.id(0).to_owned();
    let mut skill = state.skills.remove(&id).ok_or_else(|| Failure::not_found("skill", &id))?;
    let outcome = add_version_of(state, &mut skill, package);
    skill.record.touch(now);
    let newest = skill.version(None).map(|version| version.record.object.clone());
    state.skills.insert(id, skill);
    outcome.and_then(|()| Reply::with(http::StatusCode::CREATED, &newest))
}

fn list_versions(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "", false)?;
    let versions = &find(state, call.id(0))?.versions;
    window.select(versions, |_| true).render(|body, version| write_json(body, &version.record.object))
}

fn retrieve_version(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find_version(state, call)?.record.object)
}

fn delete_version(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find_version(state, call)?;
    let skill = find(state, call.id(0))?;
    skill.versions.remove(call.id(1));
    skill.roll();
    Reply::deleted("skill_version", call.id(1))
}

fn download(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let version = find_version(state, call)?;
    let file_name = format!("{}.zip", version.record.text("name"));
    Ok(Reply::Bytes { content_type: "application/zip".into(), file_name, body: version.archive.clone() })
}

fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Skill, Failure> {
    state.skills.get_mut(id).ok_or_else(|| Failure::not_found("skill", id))
}

fn find_version<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Version, Failure> {
    let version = find(state, call.id(0))?.versions.get_mut(call.id(1));
    version.ok_or_else(|| Failure::not_found("skill version", call.id(1)))
}
