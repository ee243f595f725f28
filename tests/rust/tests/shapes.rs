//! Sends arguments and answers of every shape the description allows through every operation: the server sees what the
//! caller said, and the caller gets what the server said, also where either is newer than this client.

use std::path::Path;

use qoder_cloud::{CallOptions, Client};
use qoder_cloud_emulator::Emulator;
use qoder_cloud_tests::args::{Args, Outcome};
use qoder_cloud_tests::generated::dispatch;
use qoder_cloud_tests::matching::{Extent, differences};
use qoder_cloud_tests::sent::Seen;
use qoder_cloud_tests::shapes::{Chance, Maker, Way};
use qoder_cloud_tests::{client, expected};
use serde_json::{Map, Value, json};

/// How many shapes of each operation are tried.
const SHAPES: u64 = 24;

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_sends_and_returns_every_shape() {
    let wrong = try_all().await;
    assert!(
        wrong.is_empty(),
        "{} wrong, for example:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(12)].join("\n")
    );
}

async fn try_all() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/openapi.json");
    let text = std::fs::read_to_string(path).expect("the description is part of the repository");
    let document: Value = serde_json::from_str(&text).expect("the description is JSON");
    let emulator = Emulator::start().await.expect("the emulator starts");
    let client = client::build(&emulator, &Map::new()).expect("the configuration is sound");
    let mut wrong = Vec::new();
    for item in document["paths"].as_object().into_iter().flat_map(|paths| paths.values()) {
        for source in item.as_object().into_iter().flatten().map(|(_, source)| source) {
            for seed in 0..SHAPES {
                let Some(id) = source["operationId"].as_str() else { continue };
                let shape = Shape::make(&document, item, source, seed);
                wrong.extend(
                    shape
                        .call(&emulator, &client, id)
                        .await
                        .into_iter()
                        .map(|problem| format!("{id} ({seed}): {problem}")),
                );
            }
        }
    }
    wrong
}

/// One call and its answer.
struct Shape {
    with: Map<String, Value>,
    answer: Value,
    content_type: &'static str,
}

impl Shape {
    fn make(document: &Value, item: &Value, source: &Value, seed: u64) -> Self {
        let mut maker = Maker::new(document, Way::Request, Chance::new(seed));
        let mut with = arguments(&mut maker, item, source);
        let content = &source["requestBody"]["content"];
        if let Some(schema) = content["application/json"].get("schema") {
            with.extend(body(&mut maker, schema));
        } else if let Some(schema) = content["multipart/form-data"].get("schema") {
            with.extend(form(&mut maker, schema));
        }
        let success =
            source["responses"].as_object().into_iter().flatten().find(|(status, _)| status.starts_with('2'));
        let media = success.and_then(|(_, answer)| answer["content"].as_object()?.iter().next());
        let mut maker = Maker::new(document, Way::Answer, maker.chance);
        let (kind, schema) =
            media.map_or(("", &Value::Null), |(kind, media)| (kind.as_str(), &media["schema"]));
        match kind {
            "text/event-stream" => {
                let events = (0..3).map(|_| maker.value(schema, 0)).filter(|event| event["type"] != "error");
                let frames = events.map(|mut event| {
                    // An empty id counts as none, and none is filled in from the frame.
                    if let Some(id) = event.get_mut("id") {
                        *id = json!("evt_1");
                    }
                    format!("id: evt_1\ndata: {event}\n\n")
                });
                Self { with, answer: json!(frames.collect::<String>()), content_type: "text/event-stream" }
            }
            "application/json" => {
                Self { with, answer: maker.value(schema, 0), content_type: "application/json" }
            }
            _ => Self { with, answer: json!("the bytes of a file"), content_type: "application/zip" },
        }
    }

    async fn call(&self, emulator: &Emulator, client: &Client, operation: &str) -> Vec<String> {
        let action =
            json!({ "status": 200, "headers": { "content-type": self.content_type }, "body": self.answer });
        // A string is sent as it is; JSON that is one has to be written first.
        let action = match &self.answer {
            Value::String(_) if self.content_type != "application/json" => action,
            answer => {
                json!({ "status": 200, "headers": { "content-type": "application/json" }, "body": answer.to_string() })
            }
        };
        let tell = |method: &str, door: &str, what: &Value| {
            emulator.control(method, door, what).expect("the emulator obeys")
        };
        tell("DELETE", "faults", &Value::Null);
        tell("POST", "faults", &json!({ "match": { "operation": operation }, "action": action }));
        tell("DELETE", "requests", &Value::Null);
        let mut args =
            Args::new(self.with.clone(), CallOptions { resume: Some(false), ..CallOptions::default() });
        let outcome = dispatch::call(client, operation, &mut args).await;
        let mut problems = match outcome {
            // The link of a made-up answer leads nowhere.
            Err(_) if operation == "files.download" => Vec::new(),
            Err(error) => vec![format!("{error}\n  for {}", self.answer)],
            Ok(outcome) => self.returned(outcome).await,
        };
        let log = tell("GET", "requests", &Value::Null);
        let known = &expected::operations()[operation];
        problems.extend(args.leftover().iter().map(|name| format!("the method has no argument {name}")));
        problems.extend(known.differences(&self.with, &Map::new(), &Seen::read(&log["data"][0])));
        problems
    }

    async fn returned(&self, outcome: Outcome) -> Vec<String> {
        match outcome {
            Outcome::Json(value, _) => differences(&self.answer, Some(&value), Extent::Part),
            Outcome::List(mut list) => match list.page().await {
                Some(Ok(page)) => differences(&self.answer, Some(&page), Extent::Part),
                Some(Err(error)) => vec![format!("{error}\n  for {}", self.answer)],
                None => vec!["no page".to_owned()],
            },
            Outcome::Download(file) => match file.bytes().await {
                Ok(bytes) if self.answer == String::from_utf8_lossy(&bytes).as_ref() => Vec::new(),
                other => vec![format!("{other:?}")],
            },
            Outcome::Events(mut source) => {
                let mut problems = Vec::new();
                let frames = self
                    .answer
                    .as_str()
                    .unwrap_or_default()
                    .split("\n\n")
                    .filter_map(|frame| frame.split_once("data: "));
                for (_, data) in frames {
                    let event: Value = serde_json::from_str(data).expect("made above");
                    match source.next().await {
                        Some(Ok(actual)) => problems.extend(differences(&event, Some(&actual), Extent::Part)),
                        Some(Err(error)) => problems.push(format!("{error:?}\n  for {event}")),
                        None => problems.push(format!("{event} did not come")),
                    }
                }
                problems
            }
        }
    }
}

/// Path values that need care, and some of the query and header arguments.
fn arguments(maker: &mut Maker<'_>, item: &Value, source: &Value) -> Map<String, Value> {
    const IDS: [&str; 4] = ["agent_1", "a/b c", "ü?#%2F", "..a"];
    let mut with = Map::new();
    let mut cursors = 0;
    let shared = item["parameters"].as_array().into_iter().flatten();
    for parameter in shared.chain(source["parameters"].as_array().into_iter().flatten()) {
        let document = maker.target(parameter);
        let wire = document["name"].as_str().unwrap_or_default();
        let name = expected::argument(wire);
        let value = maker.value(&document["schema"], 0);
        match document["in"].as_str() {
            Some("path") => {
                with.insert(name, json!(IDS[maker.chance.below(IDS.len())]));
            }
            Some("header") if matches!(wire, "x-request-id" | "Idempotency-Key") => {}
            Some("header") => {
                let value = if name == "betas" { json!(["a", "b"]) } else { json!("header value") };
                with.insert(name, value);
            }
            _ if matches!(wire, "page" | "after_id" | "before_id") => {
                cursors += 1;
                // Never two at once.
                if cursors == 1 + maker.chance.below(4) && !with.keys().any(|name| expected::is_cursor(name))
                {
                    with.insert(name, json!("cursor & more"));
                }
            }
            _ if maker.chance.below(2) == 0 && value != json!([]) => {
                with.insert(name, value);
            }
            _ => {}
        }
    }
    with
}

/// The members of a JSON body that a caller gives, `null` among them where it means something.
fn body(maker: &mut Maker<'_>, schema: &Value) -> Map<String, Value> {
    let schema = maker.target(schema);
    let Value::Object(mut members) = maker.value(schema, 0) else { return Map::new() };
    members.retain(|name, _| name != "x_of_tomorrow" && schema["properties"][name].get("const").is_none());
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let kinds = property["type"].as_array().or(property["oneOf"].as_array()).into_iter().flatten();
        let nullable = kinds.into_iter().any(|kind| kind == "null" || kind["type"] == "null");
        if nullable && members.contains_key(name) && maker.chance.below(4) == 0 {
            members.insert(name.clone(), Value::Null);
        }
    }
    members
}

/// The parts of a form that a caller gives.
fn form(maker: &mut Maker<'_>, schema: &Value) -> Map<String, Value> {
    let schema = maker.target(schema);
    let mut members = Map::new();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        if property["deprecated"] == true {
            continue;
        }
        let file = |text: &str| json!({ "name": "dir/ü 1.md", "text": text });
        let value = if property["contentMediaType"] == "application/octet-stream" {
            file("content")
        } else if property["type"] == "array" {
            json!([file("one"), file("two")])
        } else if property.get("contentSchema").is_some() {
            json!({ "key": "grüße" })
        } else if property["type"][0] == "integer" {
            json!(60)
        } else {
            json!("a \"text\"")
        };
        members.insert(name.clone(), value);
    }
    members
}
