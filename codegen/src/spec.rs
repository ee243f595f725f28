//! Merges the parts of `spec/` into one OpenAPI document.

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

/// Methods whose operations take the write parameters of `x-common`.
const WRITES: [&str; 3] = ["post", "put", "delete"];

/// Reads every part, merges them in file order and adds what `x-common` says all operations share.
pub fn bundle(folder: &Path) -> Result<Value, String> {
    let mut document = read(&folder.join("openapi.yaml"))?;
    let common = document
        .as_object_mut()
        .and_then(|root| root.shift_remove("x-common"))
        .ok_or("openapi.yaml has no x-common")?;
    document["paths"] = json!({});
    document["components"] = json!({});
    for path in parts(folder)? {
        let part = read(&path)?;
        for (section, value) in part.as_object().into_iter().flatten() {
            match section.as_str() {
                "paths" => merge(&mut document["paths"], value, &path)?,
                "components" => {
                    for (kind, entries) in value.as_object().into_iter().flatten() {
                        let home = &mut document["components"][kind];
                        if home.is_null() {
                            *home = json!({});
                        }
                        merge(home, entries, &path)?;
                    }
                }
                other => return Err(format!("{}: unknown section `{other}`", path.display())),
            }
        }
        note_home(&mut document, &part, &path);
    }
    for item in members_mut(&mut document["paths"]) {
        complete(item, &common)?;
    }
    Ok(document)
}

/// The document with what the library adds, described like the API but no part of it: types of its own, and with
/// `x-extends` more members of types of the API.
pub fn with_library(bundle: &Value, folder: &Path) -> Result<Value, String> {
    let mut document = bundle.clone();
    for path in parts(&folder.join("library"))? {
        let mut part = read(&path)?;
        extend(&mut document, &mut part, &path)?;
        merge(&mut document["components"]["schemas"], &part["components"]["schemas"], &path)?;
        note_home(&mut document, &part, &path);
        for name in part["components"]["schemas"].as_object().into_iter().flat_map(Map::keys) {
            document["components"]["schemas"][name]["x-library"] = json!(true);
        }
    }
    Ok(document)
}

/// Adds the members of extended types, and takes those types off the part.
fn extend(document: &mut Value, part: &mut Value, path: &Path) -> Result<(), String> {
    let Some(schemas) = part["components"]["schemas"].as_object_mut() else { return Ok(()) };
    let extended: Vec<_> = schemas
        .iter()
        .filter(|(_, schema)| schema["x-extends"] == true)
        .map(|(name, _)| name.clone())
        .collect();
    for name in extended {
        let schema = schemas.shift_remove(&name).unwrap_or_default();
        let known = &mut document["components"]["schemas"][&name]["properties"];
        if known.is_null() {
            return Err(format!("{}: there is no `{name}` to extend", path.display()));
        }
        merge(known, &schema["properties"], path)?;
    }
    Ok(())
}

/// The document as users read it: without the markers that only the generator needs.
pub fn to_json(bundle: &Value) -> String {
    let mut public = bundle.clone();
    for schema in members_mut(&mut public["components"]["schemas"]) {
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("x-home");
        }
    }
    // Writing a `Value` to a string cannot fail.
    let mut text = serde_json::to_string_pretty(&public).unwrap_or_default();
    text.push('\n');
    text
}

fn parts(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .filter(|path| path.file_name().is_some_and(|name| name != "openapi.yaml"))
        .collect();
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_yaml_ng::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn merge(into: &mut Value, from: &Value, path: &Path) -> Result<(), String> {
    let Some(into) = into.as_object_mut() else { return Ok(()) };
    for (name, value) in from.as_object().into_iter().flatten() {
        if into.insert(name.clone(), value.clone()).is_some() {
            return Err(format!("{}: `{name}` is already defined in another part", path.display()));
        }
    }
    Ok(())
}

/// Remembers which part a schema stands in, so that generated types are grouped like the spec.
fn note_home(document: &mut Value, part: &Value, path: &Path) {
    let home = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    for name in part["components"]["schemas"].as_object().into_iter().flat_map(Map::keys) {
        document["components"]["schemas"][name]["x-home"] = json!(home);
    }
}

/// Writes out one path item: shared parameters, paging, retry class and common answers.
fn complete(item: &mut Value, common: &Value) -> Result<(), String> {
    let Some(item) = item.as_object_mut() else { return Ok(()) };
    let of_path =
        item.shift_remove("parameters").and_then(|list| list.as_array().cloned()).unwrap_or_default();
    for (method, operation) in item.iter_mut() {
        let id = operation["operationId"].as_str().ok_or("an operation has no operationId")?.to_owned();
        let exchange = operation.get("servers").is_some();
        let mut parameters = of_path.clone();
        parameters.extend(operation["parameters"].as_array().cloned().unwrap_or_default());
        if matches!(operation["x-pagination"].as_str(), Some("cursor" | "bidirectional")) {
            parameters.extend(references(&common["page-parameters"], "parameters"));
        }
        if !exchange {
            parameters.extend(references(&common["parameters"], "parameters"));
            if WRITES.contains(&method.as_str()) {
                parameters.extend(references(&common["write-parameters"], "parameters"));
            }
        }
        operation["parameters"] = Value::Array(parameters);
        operation["tags"] = json!([id.rsplit_once('.').map_or(id.as_str(), |(resource, _)| resource)]);
        if operation.get("x-retryable").is_none() {
            operation["x-retryable"] = json!(if method == "get" { "always" } else { "with-idempotency-key" });
        }
        let answers =
            operation["responses"].as_object_mut().ok_or_else(|| format!("{id} has no responses"))?;
        for answer in answers.values_mut().filter(|answer| answer.get("$ref").is_none()) {
            for (header, name) in common["response-headers"].as_object().into_iter().flatten() {
                answer["headers"][header] = reference("headers", name);
            }
        }
        let shared = if of_path.is_empty() { json!({}) } else { common["item-responses"].clone() };
        for (status, name) in
            [&shared, &common["responses"]].into_iter().flat_map(|group| group.as_object()).flatten()
        {
            answers.entry(status).or_insert_with(|| reference("responses", name));
        }
        answers.sort_keys();
    }
    Ok(())
}

fn references(names: &Value, kind: &str) -> Vec<Value> {
    names.as_array().into_iter().flatten().map(|name| reference(kind, name)).collect()
}

fn reference(kind: &str, name: &Value) -> Value {
    json!({ "$ref": format!("#/components/{kind}/{}", name.as_str().unwrap_or_default()) })
}

fn members_mut(value: &mut Value) -> impl Iterator<Item = &mut Value> {
    value.as_object_mut().into_iter().flat_map(|members| members.values_mut())
}
