//! What a well-kept description holds beyond being valid: every reference resolves, everything is described.

use std::collections::BTreeSet;

use serde_json::Value;

/// Reports every fault at once, one per line.
pub fn check(bundle: &Value) -> Result<(), String> {
    let mut faults = Vec::new();
    references(bundle, bundle, &mut faults);
    operations(bundle, &mut faults);
    schemas(bundle, &mut faults);
    faults.sort();
    faults.dedup();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("spec/ has {} faults\n  {}", faults.len(), faults.join("\n  ")))
    }
}

fn references(bundle: &Value, value: &Value, faults: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" || target.starts_with("#/components/") => {
                        if bundle.pointer(&target[1..]).is_none() {
                            faults.push(format!("{target} is referred to but not defined"));
                        }
                    }
                    _ => references(bundle, member, faults),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(bundle, item, faults)),
        _ => {}
    }
}

fn operations(bundle: &Value, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    let tags: BTreeSet<_> =
        bundle["tags"].as_array().into_iter().flatten().filter_map(|tag| tag["name"].as_str()).collect();
    for (path, item) in bundle["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let place = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap_or_default();
            if !seen.insert(id) {
                faults.push(format!("{place}: operationId `{id}` is used twice"));
            }
            match id.rsplit_once('.') {
                Some((resource, _)) if tags.contains(resource) => {}
                _ => faults.push(format!("{place}: openapi.yaml has no tag for `{id}`")),
            }
            if !operation["summary"].as_str().is_some_and(|text| text.ends_with('.')) {
                faults.push(format!("{id}: the summary is not a sentence"));
            }
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let parameter = resolve(bundle, parameter);
                if parameter["description"].as_str().is_none() {
                    faults.push(format!("{id}: parameter `{}` has no description", parameter["name"]));
                }
            }
            for segment in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
                let declared = operation["parameters"].as_array().into_iter().flatten().any(|parameter| {
                    let parameter = resolve(bundle, parameter);
                    parameter["in"] == "path" && parameter["name"] == segment
                });
                if !declared {
                    faults.push(format!("{id}: path parameter `{segment}` is not declared"));
                }
            }
        }
    }
}

fn schemas(bundle: &Value, faults: &mut Vec<String>) {
    let text = bundle.to_string();
    for (name, schema) in bundle["components"]["schemas"].as_object().into_iter().flatten() {
        if schema["description"].as_str().is_none() {
            faults.push(format!("{name} has no description"));
        }
        let library = schema.get("x-library").is_some();
        if !library && !text.contains(&format!("#/components/schemas/{name}\"")) {
            faults.push(format!("{name} is not used"));
        }
        let properties = schema["properties"].as_object();
        for (field, property) in properties.into_iter().flatten() {
            if property["description"].as_str().is_none() {
                faults.push(format!("{name}.{field} has no description"));
            }
        }
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !properties.is_some_and(|fields| fields.contains_key(required)) {
                faults.push(format!("{name} requires `{required}`, which it does not define"));
            }
        }
        if let Some(mapping) = schema["discriminator"]["mapping"].as_object() {
            // A variant that is itself a tagged union brings its own tags along.
            let listed: BTreeSet<_> = schema["oneOf"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|variant| resolve(bundle, variant).get("discriminator").is_none())
                .filter_map(|variant| variant["$ref"].as_str())
                .collect();
            let mapped: BTreeSet<_> = mapping.values().filter_map(Value::as_str).collect();
            if listed != mapped {
                faults.push(format!("{name}: `oneOf` and `discriminator.mapping` name different schemas"));
            }
        }
    }
}

fn resolve<'a>(bundle: &'a Value, value: &'a Value) -> &'a Value {
    value["$ref"].as_str().and_then(|target| bundle.pointer(&target[1..])).unwrap_or(value)
}
