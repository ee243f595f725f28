//! Names of the API as each language spells them.

use heck::{ToLowerCamelCase, ToPascalCase};

/// `created_at[gte]` -> `created_at_gte`, `types[]` -> `types`, `Last-Event-ID` -> `last_event_id`.
pub fn argument(wire: &str) -> String {
    match wire {
        "qoder-workspace-id" => "workspace_id".into(),
        "x-qoder-beta" => "betas".into(),
        _ => {
            let plain = wire.trim_end_matches("[]").replace('[', "_").replace(']', "").replace('-', "_");
            plain.to_lowercase()
        }
    }
}

pub fn pascal(name: &str) -> String {
    name.replace(['.', '-'], "_").to_pascal_case()
}

pub fn camel(name: &str) -> String {
    name.replace(['.', '-'], "_").to_lower_camel_case()
}

/// `memories` -> `memory`, `agents` -> `agent`.
pub fn singular(name: &str) -> String {
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(name).to_owned(),
    }
}
