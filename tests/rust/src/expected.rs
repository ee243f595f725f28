//! What the server must see of a call, derived from `spec/openapi.json` alone: neither the generator nor the client is asked.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use crate::matching::{Extent, differences, short};
use crate::sent::Seen;

/// An operation as the description has it.
#[derive(Debug)]
pub struct Operation {
    method: String,
    path: String,
    /// Argument name and wire name.
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Body,
    /// Body members that have one fixed value and must be there.
    fixed: Map<String, Value>,
    /// Body members that are text, for which a mapping may be given.
    mappings: Vec<String>,
    streams: bool,
    exchange: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Body {
    None,
    Json,
    Form,
}

/// Every operation by its id.
pub fn operations() -> &'static HashMap<String, Operation> {
    static ALL: OnceLock<HashMap<String, Operation>> = OnceLock::new();
    ALL.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/openapi.json");
        let text = std::fs::read_to_string(path).expect("the description is part of the repository");
        read(&serde_json::from_str(&text).expect("the description is JSON"))
    })
}

fn read(document: &Value) -> HashMap<String, Operation> {
    let mut all = HashMap::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, source) in
            item.as_object().into_iter().flatten().filter(|(method, _)| *method != "parameters")
        {
            let id = source["operationId"].as_str().unwrap_or_default().to_owned();
            let content = &source["requestBody"]["content"];
            let mut operation = Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                query: Vec::new(),
                headers: Vec::new(),
                body: match (content.get("multipart/form-data"), content.get("application/json")) {
                    (Some(_), _) => Body::Form,
                    (_, Some(_)) => Body::Json,
                    _ => Body::None,
                },
                fixed: fixed(document, &content["application/json"]["schema"]),
                mappings: mappings(document, &content["application/json"]["schema"]),
                streams: source["x-stream"] == "sse",
                exchange: source.get("servers").is_some(),
            };
            let shared = item["parameters"].as_array().into_iter().flatten();
            for parameter in shared.chain(source["parameters"].as_array().into_iter().flatten()) {
                let target = parameter["$ref"].as_str().and_then(|target| document.pointer(&target[1..]));
                let parameter = target.unwrap_or(parameter);
                let wire = parameter["name"].as_str().unwrap_or_default().to_owned();
                match parameter["in"].as_str() {
                    Some("query") => operation.query.push((argument(&wire), wire)),
                    Some("header") => operation.headers.push((argument(&wire), wire.to_lowercase())),
                    _ => {}
                }
            }
            all.insert(id, operation);
        }
    }
    all
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let target = schema["$ref"].as_str().and_then(|target| document.pointer(&target[1..]));
    target.unwrap_or(schema)
}

fn mappings(document: &Value, schema: &Value) -> Vec<String> {
    let members = resolved(document, schema)["properties"].as_object().into_iter().flatten();
    members.filter(|(_, about)| about.get("x-mapping").is_some()).map(|(name, _)| name.clone()).collect()
}

fn fixed(document: &Value, schema: &Value) -> Map<String, Value> {
    let schema = resolved(document, schema);
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    required
        .filter_map(|name| Some((name.to_owned(), schema["properties"][name].get("const")?.clone())))
        .collect()
}

/// How an argument is called: `created_at[gte]` is `created_at_gte`, `Worker-ID` is `worker_id`.
pub fn argument(wire: &str) -> String {
    match wire {
        "qoder-workspace-id" => "workspace_id".to_owned(),
        "x-qoder-beta" => "betas".to_owned(),
        _ => wire.replace("[]", "").replace(']', "").replace(['[', '-'], "_").to_lowercase(),
    }
}

/// Whether an argument says where a page begins; only one of them may be given.
pub fn is_cursor(name: &str) -> bool {
    matches!(name, "page" | "after_id" | "before_id")
}

impl Operation {
    /// Every way in which `seen` is not what a call with these arguments and options sends.
    pub fn differences(
        &self,
        with: &Map<String, Value>,
        options: &Map<String, Value>,
        seen: &Seen,
    ) -> Vec<String> {
        let mut rest = with.clone();
        let line = format!("{} {}", self.method, self.fill_path(&mut rest));
        let mut found = Vec::new();
        if seen.line != line {
            found.push(format!("expected {line}, found {}", seen.line));
        }
        let query = self.query(&mut rest, options);
        found.extend(named("query", differences(&query, seen.facts.get("query"), Extent::Whole)));
        let headers = self.headers(&mut rest, options);
        found.extend(named("headers", differences(&headers, seen.facts.get("headers"), Extent::Part)));
        found.extend(named("body", self.body_differences(rest, options, seen)));
        // Whoever is refused for its token was not authorized, and is told so.
        let refused = seen.facts["status"] == 401 || seen.facts["status"] == 403;
        if seen.facts["authorized"] != true && !refused {
            found.push("the request was not authorized".to_owned());
        }
        found
    }

    fn fill_path(&self, rest: &mut Map<String, Value>) -> String {
        let segments = self.path.split('/').map(|segment| {
            let Some(name) = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}')) else {
                return segment.to_owned();
            };
            let value = rest.remove(name).unwrap_or_default();
            encode(value.as_str().unwrap_or_default())
        });
        segments.collect::<Vec<_>>().join("/")
    }

    fn query(&self, rest: &mut Map<String, Value>, options: &Map<String, Value>) -> Value {
        let mut query = Map::new();
        for (name, wire) in &self.query {
            if let Some(value) = rest.remove(name).filter(|value| !value.is_null()) {
                query.insert(wire.clone(), texts(&value));
            }
        }
        query.extend(object(options.get("query")));
        Value::Object(query)
    }

    fn headers(&self, rest: &mut Map<String, Value>, options: &Map<String, Value>) -> Value {
        let mut headers = Map::new();
        headers.insert("user-agent".to_owned(), json!("<starts qoder-cloud/>"));
        headers.insert(
            "accept".to_owned(),
            if self.streams { json!("<has text/event-stream>") } else { json!("<any>") },
        );
        if !self.exchange {
            let key = if self.method == "GET" { "<absent>" } else { "<any>" };
            headers.insert("idempotency-key".to_owned(), json!(key));
        }
        match self.body {
            Body::Json if rest.keys().any(|name| self.is_body(name)) => {
                headers.insert("content-type".to_owned(), json!("<starts application/json>"));
            }
            Body::Form => {
                headers.insert("content-type".to_owned(), json!("<starts multipart/form-data>"));
            }
            _ => {}
        }
        for (name, wire) in &self.headers {
            if let Some(value) = rest.remove(name).filter(|value| !value.is_null()) {
                let text = match texts(&value) {
                    Value::Array(items) => {
                        Value::String(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","))
                    }
                    text => text,
                };
                headers.insert(wire.clone(), text);
            }
        }
        if let Some(key) = options.get("idempotency_key") {
            headers.insert("idempotency-key".to_owned(), key.clone());
        }
        headers.extend(
            object(options.get("headers")).into_iter().map(|(name, value)| (name.to_lowercase(), value)),
        );
        Value::Object(headers)
    }

    fn is_body(&self, name: &str) -> bool {
        !self.headers.iter().any(|(header, _)| header == name)
    }

    fn body_differences(
        &self,
        mut rest: Map<String, Value>,
        options: &Map<String, Value>,
        seen: &Seen,
    ) -> Vec<String> {
        for name in &self.mappings {
            if let Some(Value::Object(mapping)) = rest.get(name) {
                let lines = mapping
                    .iter()
                    .map(|(name, value)| format!("{name}={}", value.as_str().unwrap_or_default()));
                let lines: Vec<_> = lines.collect();
                rest.insert(name.clone(), lines.join("\n").into());
            }
        }
        rest.extend(self.fixed.clone());
        rest.extend(object(options.get("body")));
        let body = seen.facts.get("body");
        match self.body {
            Body::None if rest.is_empty() => differences(&json!("<absent>"), body, Extent::Whole),
            Body::None => vec![format!("unknown arguments {}", short(&Value::Object(rest)))],
            Body::Json if rest.is_empty() && body.is_none() => Vec::new(),
            // The log keeps the beginning of a long body only.
            Body::Json if body.is_some_and(|body| body.get("base64").is_some()) => Vec::new(),
            Body::Json => differences(&Value::Object(rest), body, Extent::Whole),
            // A request that was refused on purpose was not taken apart.
            Body::Form if seen.facts.get("parts").is_none() => Vec::new(),
            Body::Form => form_differences(&rest, seen.facts["parts"].as_array().map_or(&[], Vec::as_slice)),
        }
    }
}

fn named(what: &str, differences: Vec<String>) -> impl Iterator<Item = String> {
    differences.into_iter().map(move |difference| format!("{what}: {difference}"))
}

fn object(value: Option<&Value>) -> Map<String, Value> {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}

/// A query argument's text: lists stay lists.
fn texts(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(texts).collect()),
        Value::String(text) => json!(text),
        other => json!(other.to_string()),
    }
}

/// Everything but what RFC 3986 calls unreserved.
fn encode(segment: &str) -> String {
    let mut out = String::new();
    for byte in segment.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// Every argument is one part, a list of files several; nothing else is sent.
fn form_differences(rest: &Map<String, Value>, parts: &[Value]) -> Vec<String> {
    let mut wanted = Vec::new();
    for (name, value) in rest {
        match value {
            Value::Array(files) => wanted.extend(files.iter().map(|file| part(name, file))),
            other => wanted.push(part(name, other)),
        }
    }
    let mut found = Vec::new();
    for expected in &mut wanted {
        // The log keeps the texts of short parts only.
        if expected["text"].as_str().is_some_and(|text| text.len() > 1024) {
            expected["text"] = Value::Null;
        }
    }
    for expected in &wanted {
        if !parts.iter().any(|part| differences(expected, Some(part), Extent::Part).is_empty()) {
            found.push(format!("no part {}", short(expected)));
        }
    }
    if parts.len() != wanted.len() {
        found.push(format!("{} parts instead of {}", parts.len(), wanted.len()));
    }
    found
}

/// A name as it stands in the header of a part: what would end it there is escaped, as browsers do.
fn in_header(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn part(name: &str, value: &Value) -> Value {
    match value {
        Value::Object(file) if file.contains_key("path") => json!({ "name": name, "filename": "<any>" }),
        Value::Object(file) if file.contains_key("text") || file.contains_key("base64") => {
            let mut part = json!({ "name": name, "filename": file["name"].as_str().map(in_header) });
            if let (Some(text), None) = (file.get("text"), file.get("repeat")) {
                part["text"] = text.clone();
            }
            part
        }
        Value::Object(_) => json!({ "name": name, "text": value.to_string() }),
        Value::String(text) => json!({ "name": name, "text": text }),
        other => json!({ "name": name, "text": other.to_string() }),
    }
}
