//! Files: uploaded as text, delivered by the agent, downloaded in two steps.

use bytes::Bytes;
use http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Handler;
use crate::call::{Call, Part};
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, check_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("files.upload", upload),
    ("files.list", list),
    ("files.retrieve", retrieve),
    ("files.delete", delete),
    ("files.download", download),
];

const METADATA_BYTES: usize = 8 * 1024;
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(1);
const STORAGE: &str = "/storage/";

pub(crate) struct File {
    pub(crate) record: Record,
    pub(crate) content: Bytes,
    expires: Option<Timestamp>,
}

/// A signed link to a file's bytes.
pub(crate) struct Link {
    file: String,
    expires: Timestamp,
}

fn upload(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let parts = call.form();
    let part = |name: &str| parts.iter().find(|part| part.name == name);
    let file = part("file").ok_or_else(|| Failure::at("file", "Missing required field: file"))?;
    let name = part("name").map(text).transpose()?.or(file.file_name.clone()).unwrap_or_default();
    let name = sanitized(&name)?;
    let metadata = part("metadata").map(metadata).transpose()?.unwrap_or_default();
    let kind = file.content_type.clone().filter(|kind| kind != "application/octet-stream");
    let kind = kind.unwrap_or_else(|| mime_type(&name).to_owned());
    if !is_text(&kind) || std::str::from_utf8(&file.content).is_err() {
        return Err(Failure::at("file", format!("Only text files are accepted, not {kind}.")));
    }
    let life = match part("expires_in_seconds").map(text).transpose()? {
        Some(seconds) => {
            Some(seconds.parse::<i64>().ok().filter(|seconds| *seconds > 0).ok_or_else(|| {
                Failure::at("expires_in_seconds", "Field 'expires_in_seconds' must be a positive integer.")
            })?)
        }
        None => None,
    };
    let content = file.content.clone();
    let id = store(state, &name, &kind, content, metadata, None, life);
    Reply::ok(&find(state, &id)?.record.object)
}

fn text(part: &Part) -> Result<String, Failure> {
    let text = std::str::from_utf8(&part.content).map(str::to_owned);
    text.map_err(|_| Failure::at(part.name.as_str(), format!("Field '{}' must be UTF-8 text.", part.name)))
}

/// A JSON object of texts, at most 8 KB as sent.
pub(crate) fn metadata(part: &Part) -> Result<Object, Failure> {
    if part.content.len() > METADATA_BYTES {
        return Err(Failure::at("metadata", "Field 'metadata' may have at most 8 KB."));
    }
    let metadata: Object = serde_json::from_slice(&part.content)
        .map_err(|_| Failure::at("metadata", "Field 'metadata' must be a JSON object."))?;
    check_metadata(&metadata).map(|()| metadata)
}

/// The last segment of the name, without control characters, 1 to 255 bytes.
fn sanitized(name: &str) -> Result<String, Failure> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).collect();
    if clean.is_empty() || clean.len() > 255 || clean == "." || clean == ".." {
        return Err(Failure::at("name", "The file name must have 1 to 255 bytes."));
    }
    Ok(clean)
}

fn is_text(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let named = ["application/json", "application/xml", "application/javascript", "application/x-yaml"];
    kind.starts_with("text/")
        || named.contains(&kind.as_str())
        || matches!(
            kind.as_str(),
            "application/yaml" | "application/toml" | "application/x-toml" | "application/x-ndjson"
        )
        || kind.ends_with("+json")
        || kind.ends_with("+xml")
}

/// The type a file name suggests; text when it suggests nothing.
pub(crate) fn mime_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase().as_str() {
        "json" => "application/json",
        "xml" => "application/xml",
        "js" | "mjs" => "application/javascript",
        "yaml" | "yml" => "application/x-yaml",
        "toml" => "application/x-toml",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "html" | "htm" => "text/html",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "text/plain",
    }
}

fn store(
    state: &mut State,
    name: &str,
    kind: &str,
    content: Bytes,
    metadata: Object,
    session: Option<&str>,
    life: Option<i64>,
) -> String {
    let mut record = state.record("file", "file");
    let expires =
        life.and_then(|seconds| record.created.checked_add(SignedDuration::from_secs(seconds)).ok());
    record.object.remove("archived_at");
    record.set("filename", name);
    record.set("mime_type", kind);
    record.set("size_bytes", content.len());
    record.set("downloadable", session.is_some());
    record.set("scope", session.map_or(Value::Null, |id| json!({ "type": "session", "id": id })));
    record.set("status", "ready");
    record.set("metadata", metadata);
    record.set("expires_at", expires.map(|at| at.to_string()));
    let id = record.id().to_owned();
    state.files.insert(id.clone(), File { record, content, expires });
    id
}

/// Stores what the agent delivers; gives the file's id.
pub(crate) fn deliver(state: &mut State, session: &str, name: &str, kind: &str, content: Bytes) -> String {
    store(state, name, kind, content, Object::new(), Some(session), None)
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let query = &call.query;
    let keep = |file: &File| {
        file.expires.is_none_or(|at| at > now)
            && query.text("name").is_none_or(|name| file.record.text("filename").contains(name))
            && query.text("scope_id").is_none_or(|id| file.record.get("scope")["id"] == id)
            && query.allows("ids[]", file.record.id())
    };
    Window::of(call, "file_", false)?
        .select(&state.files, keep)
        .render(|body, file| write_json(body, &file.record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.record.object)
}

/// A file in use by a live session stays.
fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    let uses = |session: &crate::session::Session| {
        !session.record.is_archived()
            && session.resources.values().any(|item| item.text("file_id") == call.id(0))
    };
    if state.sessions.values().any(uses) {
        return Err(Failure::wrong_state("The file is attached to a session."));
    }
    state.files.remove(call.id(0));
    Reply::deleted("file", call.id(0))
}

fn download(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let file = find(state, call.id(0))?;
    if file.record.get("downloadable") != true {
        return Err(Failure::forbidden("The file is not downloadable."));
    }
    let name = percent_encoding::utf8_percent_encode(
        file.record.text("filename"),
        percent_encoding::NON_ALPHANUMERIC,
    );
    let signature = uuid::Uuid::new_v4().simple().to_string();
    let expires = now.checked_add(LINK_LIFE).map_err(|error| Failure::internal(&error))?;
    let url = format!("{}{STORAGE}{}/{name}?signature={signature}", call.origin, call.id(0));
    state.links.retain(|_, link| link.expires > now);
    state.links.insert(signature, Link { file: call.id(0).to_owned(), expires });
    Reply::ok(&json!({ "url": url, "expires_at": expires.to_string() }))
}

/// The storage host: knows links only, and refuses whoever shows a credential.
pub(crate) fn storage(state: &mut State, head: &Parts) -> Outcome {
    let Some(path) = head.uri.path().strip_prefix(STORAGE) else {
        return Err(Failure::new(http::StatusCode::NOT_FOUND, "not_found_error", "No such path."));
    };
    let credentials = ["authorization", "cookie", "x-api-key", "proxy-authorization"];
    if let Some(name) = credentials.iter().find(|name| head.headers.contains_key(**name)) {
        return Err(Failure::at(*name, format!("The storage host takes no '{name}' header.")));
    }
    let query = head.uri.query().unwrap_or_default();
    let signature = query.split('&').find_map(|pair| pair.strip_prefix("signature=")).unwrap_or_default();
    let now = state.clock.now();
    let file = state.links.get(signature).filter(|link| link.expires > now).map(|link| link.file.as_str());
    let file =
        file.filter(|file| path.split('/').next() == Some(file)).and_then(|file| state.files.get(file));
    let file = file.ok_or_else(|| Failure::forbidden("The link is unknown or has expired."))?;
    Ok(Reply::Bytes {
        content_type: file.record.text("mime_type").to_owned(),
        file_name: file.record.text("filename").to_owned(),
        body: file.content.clone(),
    })
}

pub(crate) fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut File, Failure> {
    let now = state.clock.now();
    let file = state.files.get_mut(id).filter(|file| file.expires.is_none_or(|at| at > now));
    file.ok_or_else(|| Failure::not_found("file", id))
}
