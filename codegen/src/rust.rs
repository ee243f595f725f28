//! The Rust side: operation table, types, resource methods, and the dispatch that tests call them through.

mod dispatch;
mod layout;
mod operations;
mod resources;
mod types;

use std::{
    collections::BTreeSet,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    model::{Api, Field, Type},
    names,
    output::Output,
};

/// Width of doc comments, indentation included.
const WIDTH: usize = 110;

/// First line of every generated file.
const HEADER: &str = "// Generated from spec/ by codegen; edit the spec instead.\n\n";

pub fn generate(api: &Api, root: &Path, output: &mut Output) -> Result<(), String> {
    let mut files = Vec::new();
    files.push(("core/src/generated/operations.rs".to_owned(), operations::file(api)));
    files.extend(types::files(api));
    files.extend(resources::files(api));
    files.push(("core/src/generated/mod.rs".to_owned(), module()));
    files.push(("tests/rust/src/generated/dispatch.rs".to_owned(), dispatch::file(api)));
    let formatted: Vec<_> = std::thread::scope(|scope| {
        let running: Vec<_> =
            files.iter().map(|(path, text)| scope.spawn(move || format(root, path, text))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().map_err(|_| "formatting panicked".to_owned()))
            .collect()
    });
    output.owns("core/src/generated");
    for ((path, _), text) in files.into_iter().zip(formatted) {
        output.file(path, text??);
    }
    Ok(())
}

fn module() -> String {
    format!(
        "{HEADER}//! What follows from the description of the API.\n\npub mod operations;\npub mod resources;\npub mod types;\n"
    )
}

/// Runs rustfmt over one file.
fn format(root: &Path, path: &str, text: &str) -> Result<String, String> {
    let fail = |error: std::io::Error| format!("rustfmt: {error}");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(fail)?;
    let mut input = child.stdin.take().ok_or("rustfmt takes no input")?;
    let source = format!("{HEADER}{}", text.strip_prefix(HEADER).unwrap_or(text));
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(source.as_bytes()));
        let done = child.wait_with_output().map_err(fail)?;
        if !done.status.success() {
            return Err(format!("{path}: {}", String::from_utf8_lossy(&done.stderr)));
        }
        String::from_utf8(done.stdout).map_err(|error| error.to_string())
    })
}

/// A doc comment: paragraphs wrapped to the line width.
fn doc(indent: usize, text: &str) -> String {
    comment(indent, "///", text)
}

/// Text of the description in which brackets are no links and angle brackets no tags.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        let quoted = place % 2 == 1;
        if place > 0 {
            out.push('`');
        }
        if quoted {
            out += part;
        } else {
            out += &part.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<");
        }
    }
    out
}

fn comment(indent: usize, mark: &str, text: &str) -> String {
    let pad = " ".repeat(indent);
    let mut out = String::new();
    for paragraph in text.split('\n') {
        if paragraph.is_empty() {
            out += &format!("{pad}{mark}\n");
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && indent + mark.len() + 2 + line.len() + word.len() > WIDTH {
                out += &format!("{pad}{mark} {line}\n");
                line.clear();
                if paragraph.starts_with("- ") {
                    // Continuation lines of a list item are indented, or rustdoc ends the list.
                    line.push(' ');
                }
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        out += &format!("{pad}{mark} {line}\n");
    }
    out
}

/// The identifiers that the code of a file names, comments aside.
fn words(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        // `Session(SessionActor)` names a variant before it names a type.
        .map(|line| {
            line.split_once('(')
                .filter(|(head, _)| head.trim().chars().all(char::is_alphanumeric))
                .map_or(line, |(_, rest)| rest)
        })
        .flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric() && letter != '_'))
        .collect()
}

/// Rust keywords that are names in the API.
fn ident(name: &str) -> String {
    match name {
        "type" | "ref" | "move" | "use" | "self" | "match" => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

/// The type of a stored value.
fn stored(ty: &Type, secret: bool) -> String {
    match ty {
        _ if secret => "Secret".into(),
        Type::String | Type::Path | Type::Const(_) | Type::Known(_) => "String".into(),
        Type::Integer => "i64".into(),
        Type::Number => "f64".into(),
        Type::Boolean => "bool".into(),
        Type::DateTime => "Timestamp".into(),
        Type::File => "Part".into(),
        Type::Json | Type::Union(_) => "Value".into(),
        Type::Array(item) => format!("Vec<{}>", stored(item, false)),
        Type::Map(value) if **value == Type::Json => "JsonObject".into(),
        Type::Map(value) => format!("BTreeMap<String, {}>", stored(value, false)),
        Type::Named(name) => name.clone(),
        Type::Nullable(inner) => format!("Option<{}>", stored(inner, false)),
    }
}

/// What a setter takes, and how it becomes the stored value.
fn argument(ty: &Type, secret: bool, name: &str) -> (String, String) {
    match ty {
        Type::Integer | Type::Number | Type::Boolean if !secret => (stored(ty, false), name.to_owned()),
        Type::Array(item) => match **item {
            Type::Integer | Type::Number | Type::Boolean => (
                format!("impl IntoIterator<Item = {}>", stored(item, false)),
                format!("{name}.into_iter().collect()"),
            ),
            _ => (
                format!("impl IntoIterator<Item = impl Into<{}>>", stored(item, false)),
                format!("{name}.into_iter().map(Into::into).collect()"),
            ),
        },
        Type::Map(value) if **value != Type::Json => (
            format!("impl IntoIterator<Item = (impl Into<String>, impl Into<{}>)>", stored(value, false)),
            format!("{name}.into_iter().map(|(key, value)| (key.into(), value.into())).collect()"),
        ),
        Type::Map(_) => ("JsonObject".into(), name.to_owned()),
        _ => (format!("impl Into<{}>", stored(ty, secret)), format!("{name}.into()")),
    }
}

/// Description of a member with its limits.
fn member_doc(field: &Field) -> String {
    let mut text = prose(&field.doc);
    if let Some(default) = &field.limits.default {
        text += &format!(" Default {default}.");
    }
    match (field.limits.minimum, field.limits.maximum) {
        (Some(low), Some(high)) => text += &format!(" From {low} to {high}."),
        (Some(low), None) => text += &format!(" At least {low}."),
        (None, Some(high)) => text += &format!(" At most {high}."),
        (None, None) => {}
    }
    if let Some(most) = field.limits.max_items {
        text += &format!(" At most {most} entries.");
    }
    text
}

/// `agents.create` -> `AGENTS_CREATE`.
fn static_name(id: &str) -> String {
    id.replace('.', "_").to_uppercase()
}

/// `end_turn` -> `EndTurn`, `agent.message` -> `AgentMessage`.
fn variant(value: &str) -> String {
    match names::pascal(value).as_str() {
        "Self" => "Itself".to_owned(),
        name => name.to_owned(),
    }
}
