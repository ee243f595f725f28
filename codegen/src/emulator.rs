//! The description as the emulator reads it: paths and shapes, without the prose.

use serde_json::{Value, json};

use crate::output::Output;

/// Members that say nothing about the shape of a request.
const PROSE: [&str; 8] =
    ["description", "summary", "examples", "x-notes", "x-errors", "x-home", "title", "responses"];

pub fn generate(bundle: &Value, output: &mut Output) {
    let mut document = json!({ "paths": bundle["paths"], "components": bundle["components"] });
    strip(&mut document, false);
    for section in ["responses", "headers", "securitySchemes"] {
        if let Some(components) = document["components"].as_object_mut() {
            components.shift_remove(section);
        }
    }
    output.file("emulator/src/generated/api.json", format!("{document}\n"));
}

/// Drops the prose; `names` is true inside objects whose keys are the API's own names.
fn strip(value: &mut Value, names: bool) {
    match value {
        Value::Object(members) => {
            if !names {
                members.retain(|name, _| !PROSE.contains(&name.as_str()));
            }
            for (name, member) in members {
                strip(
                    member,
                    !names && matches!(name.as_str(), "properties" | "schemas" | "parameters" | "mapping"),
                );
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, false)),
        _ => {}
    }
}
