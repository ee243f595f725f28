//! Plays one scenario: steps through the typed API, then the comparison with what the server saw.

use std::collections::HashMap;

use futures_util::future::join_all;
use qoder_cloud::{Client, Error};
use qoder_cloud_emulator::Emulator;
use serde_json::{Map, Value, json};

use crate::args::{Args, EventSource, ListSource, Outcome, call_options};
use crate::client;
use crate::expected;
use crate::generated::dispatch;
use crate::helpers::help;
use crate::matching::{Extent, differences, in_order, short};
use crate::reference::Bindings;
use crate::scenario::{Scenario, Step};
use crate::sent::{self, Seen};
use crate::transcript::Transcript;

/// Plays a scenario against an emulator of its own, and tells what the steps came to and what the server saw.
///
/// # Errors
/// The step, and everything about it that is not as the scenario says.
pub async fn play(scenario: &Scenario) -> Result<Transcript, String> {
    play_through(scenario, &[]).await
}

/// Plays a scenario while its streams suffer `faults`, one connection after the other; how often a stream is opened, and
/// from where, is left open then. Nothing waits between attempts.
///
/// # Errors
/// As [`play`].
pub async fn play_through(scenario: &Scenario, faults: &[Value]) -> Result<Transcript, String> {
    let emulator =
        Emulator::start().await.map_err(|cause| format!("the emulator does not start: {cause}"))?;
    let mut options = scenario.client.clone();
    if !faults.is_empty() {
        options.insert("backoff".to_owned(), json!("none"));
    }
    let mut stage = Stage::new(&emulator, &options)?;
    for step in &scenario.given {
        stage.take(step).await.map_err(|problem| format!("given {}: {problem}", step.title()))?;
    }
    stage.prepare(scenario)?;
    stage.suffers = !faults.is_empty();
    for fault in faults {
        stage.tell("faults", fault)?;
    }
    for (number, step) in scenario.when.iter().enumerate() {
        stage
            .take(step)
            .await
            .map_err(|problem| format!("when {} ({}): {problem}", number + 1, step.title()))?;
    }
    stage.streams.clear();
    let wanted: Vec<Value> =
        scenario.sent.iter().map(|sent| stage.kept.resolve(sent)).collect::<Result<_, _>>()?;
    stage.check_log()?;
    let wanted: Vec<Value> = wanted.into_iter().filter(|sent| !stage.suffers || !is_stream(sent)).collect();
    sent::check(&wanted, &stage.seen(0)?).map_err(|problem| format!("sent: {problem}"))?;
    let requests = stage.log()?;
    Ok(Transcript { scenario: scenario.title(), steps: stage.steps, requests })
}

/// Whether an entry of `sent` is about the opening of a stream.
fn is_stream(sent: &Value) -> bool {
    sent["GET"].as_str().is_some_and(|path| path.ends_with("/stream"))
}

/// A scenario under way.
struct Stage<'a> {
    emulator: &'a Emulator,
    options: Map<String, Value>,
    client: Client,
    kept: Bindings,
    streams: HashMap<String, Box<dyn EventSource>>,
    requests: usize,
    steps: Vec<Value>,
    suffers: bool,
}

/// How a step ended.
type Ended = Result<Value, (Error, Vec<Value>)>;

impl<'a> Stage<'a> {
    fn new(emulator: &'a Emulator, options: &Map<String, Value>) -> Result<Self, String> {
        let mut kept = Bindings::default();
        kept.keep("base_url", json!(emulator.base_url()));
        kept.keep("token", json!(emulator.token()));
        let options = kept.members(options)?;
        let client = client::build(emulator, &options).map_err(|error| format!("client: {error}"))?;
        let streams = HashMap::new();
        Ok(Self { emulator, options, client, kept, streams, requests: 0, steps: Vec::new(), suffers: false })
    }

    fn prepare(&self, scenario: &Scenario) -> Result<(), String> {
        if let Some(faults) = &scenario.faults {
            self.tell("faults", faults)?;
        }
        if let Some(script) = &scenario.script {
            self.tell("scripts", script)?;
        }
        Ok(())
    }

    fn tell(&self, door: &str, what: &Value) -> Result<(), String> {
        let what = self.kept.resolve(what)?;
        self.emulator.control("POST", door, &what).map_err(|cause| format!("{door}: {cause}"))?;
        Ok(())
    }

    fn log(&self) -> Result<Vec<Value>, String> {
        let mut log =
            self.emulator.control("GET", "requests", &Value::Null).map_err(|cause| cause.to_string())?;
        match log["data"].take() {
            Value::Array(requests) => Ok(requests),
            other => Err(format!("the log of requests is a list, not {}", short(&other))),
        }
    }

    fn seen(&self, from: usize) -> Result<Vec<Seen>, String> {
        Ok(self.log()?.iter().skip(from).map(Seen::read).collect())
    }

    /// The token stands nowhere in what the emulator remembers.
    fn check_log(&self) -> Result<(), String> {
        let shown = Value::Array(self.log()?).to_string().contains(self.emulator.token());
        if shown { Err("the emulator's log contains the token".to_owned()) } else { Ok(()) }
    }

    async fn take(&mut self, step: &Step) -> Result<(), String> {
        for n in 1..=step.times.unwrap_or(1) {
            self.kept.keep("n", json!(n));
            let all = match step.at_once {
                Some(callers) => self.call_at_once(callers, step).await?,
                None => vec![self.act(step).await?],
            };
            for ended in all {
                self.steps.push(told_of(&ended));
                self.judge(step, ended)?;
            }
        }
        Ok(())
    }

    async fn call_at_once(&mut self, callers: u64, step: &Step) -> Result<Vec<Ended>, String> {
        let operation = step.call.as_ref().ok_or("only a call can be made at once with others")?;
        let (with, options) = (self.kept.members(&step.with)?, self.kept.members(&step.options)?);
        let calls = (0..callers).map(|_| async {
            finished(dispatched(&self.client, operation, &with, &options).await?, step).await
        });
        let ended = join_all(calls).await.into_iter().collect();
        self.requests += self.seen(self.requests)?.len();
        ended
    }

    async fn act(&mut self, step: &Step) -> Result<Ended, String> {
        if let Some(operation) = &step.call {
            return self.call(operation, step).await;
        }
        if let Some(name) = &step.helper {
            let helped = help(&self.client, name, step, self.kept.members(&step.with)?).await?;
            self.requests += self.seen(self.requests)?.len();
            let wanted: Vec<Value> =
                step.shown.iter().map(|shown| self.kept.resolve(shown)).collect::<Result<_, _>>()?;
            in_order(&wanted, &helped.shown)?;
            return Ok(helped.ended.map_err(|error| (error, Vec::new())));
        }
        if let Some(stream) = &step.read {
            let mut source =
                self.streams.remove(stream).ok_or_else(|| format!("no stream is open as `{stream}`"))?;
            let wanted = self.wanted(step)?;
            let ended = read(source.as_mut(), step, &wanted).await;
            self.streams.insert(stream.clone(), source);
            return ended;
        }
        if let Some(stream) = &step.close {
            self.streams.remove(stream).ok_or_else(|| format!("no stream is open as `{stream}`"))?;
            return Ok(Ok(Value::Null));
        }
        if let Some(what) = &step.control {
            self.tell(what, &Value::Object(step.with.clone()))?;
            return Ok(Ok(Value::Null));
        }
        let options =
            step.client.as_ref().ok_or("a step calls, does, reads, closes, controls or makes a client")?;
        self.options = self.kept.members(options)?;
        Ok(match client::build(self.emulator, &self.options) {
            Ok(client) => {
                self.client = client;
                Ok(Value::Null)
            }
            Err(error) => Err((error, Vec::new())),
        })
    }

    fn wanted(&self, step: &Step) -> Result<Vec<Value>, String> {
        step.events.iter().map(|event| self.kept.resolve(event)).collect()
    }

    async fn call(&mut self, operation: &str, step: &Step) -> Result<Ended, String> {
        let with = self.kept.members(&step.with)?;
        let options = self.kept.members(&step.options)?;
        let wanted = self.wanted(step)?;
        let ended = match dispatched(&self.client, operation, &with, &options).await? {
            Ok(Outcome::Events(source)) => {
                let source =
                    self.streams.entry(step.keep.clone().unwrap_or_default()).insert_entry(source).into_mut();
                if step.until.is_some() {
                    read(source.as_mut(), step, &wanted).await?
                } else {
                    Ok(Value::Null)
                }
            }
            outcome => finished(outcome, step).await?,
        };
        self.compare(operation, &with, &options, &ended)?;
        Ok(ended)
    }

    /// Compares what the server saw of this call with what the description of the API makes of its arguments.
    fn compare(
        &mut self,
        operation: &str,
        with: &Map<String, Value>,
        options: &Map<String, Value>,
        ended: &Ended,
    ) -> Result<(), String> {
        if self.suffers {
            return Ok(()); // streams find their way back meanwhile
        }
        let all = self.seen(self.requests)?;
        self.requests += all.len();
        let mut seen = all
            .iter()
            .filter(|seen| operation == "auth.exchange" || !seen.line.ends_with("/serviceToken/exchange"));
        let class = ended.as_ref().err().map(|(error, _)| client::described(error)["class"].clone());
        if class.as_ref().is_some_and(|class| class == "QoderError") {
            return match seen.next() {
                Some(seen) => Err(format!("{} was sent before the call was refused", seen.line)),
                None => Ok(()),
            };
        }
        let Some(first) = seen.next() else { return Ok(()) };
        let mut options = options.clone();
        if let Some(Value::Object(query)) = self.options.get("default_query") {
            let mut query = query.clone();
            query.retain(|name, _| !with.contains_key(&expected::argument(name)));
            query.extend(options.get("query").and_then(Value::as_object).cloned().unwrap_or_default());
            options.insert("query".to_owned(), Value::Object(query));
        }
        let known = expected::operations()
            .get(operation)
            .ok_or_else(|| format!("the description has no {operation}"))?;
        let found = known.differences(with, &options, first);
        if found.is_empty() {
            Ok(())
        } else {
            Err(format!("the server saw something else:\n  {}", found.join("\n  ")))
        }
    }

    fn judge(&mut self, step: &Step, ended: Ended) -> Result<(), String> {
        match (ended, &step.raises) {
            (Ok(value), Some(raises)) => {
                Err(format!("should have raised {}, but returned {}", short(raises), short(&value)))
            }
            (Ok(value), None) => {
                if let Some(returns) = &step.returns {
                    told(&differences(&self.kept.resolve(returns)?, Some(&value), Extent::Part))?;
                }
                if let Some(name) = &step.keep {
                    self.kept.keep(name, value);
                }
                Ok(())
            }
            (Err((error, _)), None) => Err(format!("failed: {error:?}")),
            (Err((error, items)), Some(raises)) => {
                let actual = client::described(&error);
                let mut raises = self.kept.resolve(raises)?;
                let contains = raises.as_object_mut().and_then(|raises| raises.remove("message_contains"));
                let mut found = differences(&raises, Some(&actual), Extent::Part);
                let message = actual["message"].as_str().unwrap_or_default();
                for part in contains
                    .iter()
                    .flat_map(|parts| parts.as_array().cloned().unwrap_or_else(|| vec![parts.clone()]))
                {
                    if !message.contains(part.as_str().unwrap_or_default()) {
                        found.push(format!("the message does not contain {part}: {message}"));
                    }
                }
                if let Some(wanted) = &step.items {
                    let before = Value::Array(items);
                    found.extend(differences(&self.kept.resolve(wanted)?, Some(&before), Extent::Part));
                }
                let shown = format!("{error} {error:?} {:?}", error.info());
                if shown.contains(self.emulator.token()) {
                    found.push("the error contains the token".to_owned());
                }
                told(&found)
            }
        }
    }
}

/// A step in the words of a transcript.
fn told_of(ended: &Ended) -> Value {
    match ended {
        Ok(value) => json!({ "returned": value }),
        Err((error, items)) => json!({ "raised": client::described(error), "after": items }),
    }
}

fn told(found: &[String]) -> Result<(), String> {
    if found.is_empty() { Ok(()) } else { Err(found.join("\n  ")) }
}

/// What the method of this name gives for these arguments.
async fn dispatched(
    client: &Client,
    operation: &str,
    with: &Map<String, Value>,
    options: &Map<String, Value>,
) -> Result<Result<Outcome, Error>, String> {
    let mut args = Args::new(with.clone(), call_options(options));
    let outcome = dispatch::call(client, operation, &mut args).await;
    match args.leftover().is_empty() {
        true => Ok(outcome),
        false => Err(format!("the method has no argument {:?}", args.leftover())),
    }
}

/// What came of a call that leaves nothing open.
async fn finished(outcome: Result<Outcome, Error>, step: &Step) -> Result<Ended, String> {
    Ok(match outcome {
        Err(error) => Err((error, Vec::new())),
        Ok(Outcome::Json(_, None)) => return Err("the answer has no request id".to_owned()),
        Ok(Outcome::Json(value, Some(_))) => Ok(value),
        Ok(Outcome::List(list)) => read_list(list, step).await,
        Ok(Outcome::Download(file)) => download(file).await.map_err(|error| (error, Vec::new())),
        Ok(Outcome::Events(_)) => return Err("this opens a stream".to_owned()),
    })
}

async fn read_list(mut list: Box<dyn ListSource>, step: &Step) -> Ended {
    if step.collect {
        return match list.items().await {
            (items, None) => Ok(json!({ "items": items })),
            (items, Some(error)) => Err((error, items)),
        };
    }
    let mut last = Value::Null;
    for _ in 0..step.pages.unwrap_or(1) {
        match list.page().await {
            Some(Ok(page)) => last = page,
            Some(Err(error)) => return Err((error, Vec::new())),
            None => return Ok(Value::Null),
        }
    }
    Ok(last)
}

/// Reads up to the event the step names.
async fn read(source: &mut dyn EventSource, step: &Step, wanted: &[Value]) -> Result<Ended, String> {
    let until = step.until.as_deref().ok_or("reading needs `until`")?;
    let mut events = Vec::new();
    loop {
        match source.next().await {
            None if until == "end" => break,
            None => {
                return Err(format!(
                    "the stream ended before {until}; came: {}",
                    short(&Value::Array(events))
                ));
            }
            Some(Err(error)) => return Ok(Err((error, events))),
            Some(Ok(event)) => {
                let last = event["type"] == until;
                events.push(event);
                if last {
                    break;
                }
            }
        }
    }
    in_order(wanted, &events)?;
    let last = events.last().cloned();
    Ok(Ok(json!({ "events": events, "last": last, "last_event_id": source.last_event_id() })))
}

async fn download(file: qoder_cloud::Download) -> Result<Value, Error> {
    let (name, kind) = (file.filename(), file.content_type().map(str::to_owned));
    let bytes = file.bytes().await?;
    Ok(
        json!({ "text": String::from_utf8_lossy(&bytes), "size": bytes.len(), "filename": name, "content_type": kind }),
    )
}
