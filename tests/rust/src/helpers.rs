//! The `do` steps: helpers of the library, called through their typed faces.

use std::time::Duration;

use qoder_cloud::types::{AgentUpdateParams, EventParams, MessageBlock, TurnResult};
use qoder_cloud::{
    Busy, Client, Decision, Error, FunctionTool, Job, Run, ToolError, ToolOutput, TurnInput, Unanswered,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::client::described;
use crate::scenario::Step;

/// What a helper gave, and what it showed on its way.
pub struct Helped {
    /// How it ended.
    pub ended: Result<Value, Error>,
    /// What it showed.
    pub shown: Vec<Value>,
}

/// Calls the helper of a step.
///
/// # Errors
/// When the step asks for what there is not.
pub async fn help(
    client: &Client,
    name: &str,
    step: &Step,
    with: Map<String, Value>,
) -> Result<Helped, String> {
    let mut with = Arguments(with);
    let ended = match name {
        "sessions.run" => return run(client, step, with).await,
        "sessions.run_many" => run_many(client, step, &mut with).await,
        "sessions.wait_until_idle" => {
            written(client.sessions().wait_until_idle(with.text("session_id"), with.seconds("timeout")).await)
        }
        "sessions.cancel_and_wait" => {
            written(client.sessions().cancel_and_wait(with.text("session_id"), with.seconds("timeout")).await)
        }
        "agents.edit" => {
            let change: Option<AgentUpdateParams> = step
                .change
                .clone()
                .map(|change| serde_json::from_value(change).expect("`change` is a change"));
            written(client.agents().edit(with.text("agent_id"), move |_| change.clone()).await)
        }
        "agents.find_or_create" => {
            written(client.agents().create(with.text("name"), with.text("model")).find_or_create().await)
        }
        "environments.find_or_create" => {
            written(client.environments().create(with.text("name")).find_or_create().await)
        }
        "vaults.find_or_create" => {
            written(client.vaults().create(with.text("display_name")).find_or_create().await)
        }
        "memory_stores.find_or_create" => {
            written(client.memory_stores().create(with.text("name")).find_or_create().await)
        }
        "memory_stores.memories.upsert" => {
            let (store, path, content) =
                (with.text("memory_store_id"), with.text("path"), with.text("content"));
            written(client.memory_stores().memories().create(store, path, content).upsert().await)
        }
        "cleanup" => written(client.cleanup(with.take::<Vec<String>>("objects")).await),
        "files.download_to" => {
            let path = std::env::temp_dir().join(format!("qoder-scenario-{}", uuid()));
            let done = client.download_to(with.text("file_id"), &path).await;
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            // Nothing stands there after a failure.
            let _ = std::fs::remove_file(&path);
            done.map(|bytes| json!({ "bytes": bytes, "text": text }))
        }
        "environments.work.run" => {
            let fails = step.work.as_deref() == Some("raises");
            let worker = client.environments().work().run(with.text("environment_id"), move |_| async move {
                if fails { Err(ToolError::new("out of disk")) } else { Ok(()) }
            });
            let worker = worker.max_items(with.take("max_items"));
            worker.await.map(|summary| json!({ "done": summary.done, "failed": summary.failed }))
        }
        other => return Err(format!("there is no helper called {other}")),
    };
    with.all_taken()?;
    Ok(Helped { ended, shown: Vec::new() })
}

async fn run(client: &Client, step: &Step, mut with: Arguments) -> Result<Helped, String> {
    let (session_id, input) = (with.text("session_id"), input(with.take("input")));
    let run = configured(client.sessions().run(session_id, input), step, &mut with);
    with.all_taken()?;
    let mut shown = Vec::new();
    let ended = match step.show.as_deref() {
        None => run.await,
        Some("events") => {
            let mut turn = run.events();
            while let Some(Ok(event)) = turn.next().await {
                shown.push(value(&event));
            }
            turn.result().await
        }
        Some("updates") => {
            let mut turn = run.updates();
            while let Some(Ok(update)) = turn.next().await {
                shown.push(value(&update));
            }
            turn.result().await
        }
        Some(other) => return Err(format!("`show: {other}` is neither events nor updates")),
    };
    Ok(Helped { ended: written(ended), shown })
}

fn configured(mut run: Run, step: &Step, with: &mut Arguments) -> Run {
    run = run.tools(tools(step));
    match &step.permissions {
        None => {}
        Some(Value::String(_)) => run = run.on_permission(|_| async { Decision::Allow }),
        Some(denied) => {
            let message = denied["deny"].as_str().unwrap_or_default().to_owned();
            run = run.on_permission(move |_| {
                let message = message.clone();
                async move { Decision::Deny(message) }
            });
        }
    }
    if let Some(busy) = with.optional::<String>("busy") {
        run = run.busy(match &busy[..] {
            "wait" => Busy::Wait,
            "cancel" => Busy::Cancel,
            _ => Busy::Raise,
        });
    }
    if with.optional::<String>("unanswered").is_some_and(|what| what == "return") {
        run = run.unanswered(Unanswered::Return);
    }
    if let Some(deltas) = with.optional::<Vec<String>>("event_deltas") {
        run = run.event_deltas(deltas);
    }
    if let Some(cancel) = with.optional("cancel_on_abort") {
        run = run.cancel_on_abort(cancel);
    }
    run.timeout(with.seconds("timeout"))
}

fn tools(step: &Step) -> Vec<FunctionTool> {
    let tool = |(name, what): (&String, &Value)| {
        let schema = what.get("schema").cloned().unwrap_or_else(|| json!({ "type": "object" }));
        let what = what.clone();
        FunctionTool::with_schema(name, "A tool.", schema, move |_: Value| {
            let what = what.clone();
            async move {
                match what["raises"].as_str() {
                    Some(message) => Err(ToolError::new(message)),
                    None => Ok(ToolOutput::from(what["returns"].clone())),
                }
            }
        })
    };
    step.tools.iter().map(tool).collect()
}

async fn run_many(client: &Client, step: &Step, with: &mut Arguments) -> Result<Value, Error> {
    let jobs: Vec<Job> = with
        .take::<Vec<Value>>("jobs")
        .into_iter()
        .map(|mut job| {
            let said = input(job["input"].take());
            match job["session_id"].as_str() {
                Some(id) => Job::in_session(id, said),
                None => {
                    let part = |name: &str| job["session"][name].as_str().unwrap_or_default().to_owned();
                    Job::in_new_session(client.sessions().create(part("agent"), part("environment_id")), said)
                }
            }
        })
        .collect();
    let concurrency = with.optional("concurrency").unwrap_or(10);
    let tools = tools(step);
    let many = client.sessions().run_many(jobs).concurrency(concurrency);
    let mut turns = many.each(move |run| run.tools(tools.clone())).finished();
    let mut finished = Vec::new();
    while let Some(turn) = turns.next().await {
        finished.push((turn.index, outcome(turn.session_id, turn.result)));
    }
    finished.sort_by_key(|(index, _)| *index);
    let finished: Vec<Value> = finished.into_iter().map(|(_, outcome)| outcome).collect();
    Ok(json!({ "finished": finished, "credits": turns.credits() }))
}

fn outcome(session_id: Option<String>, result: Result<TurnResult, Error>) -> Value {
    match result {
        Ok(result) => json!({ "session_id": session_id, "result": value(&result) }),
        Err(error) => json!({ "session_id": session_id, "error": described(&error) }),
    }
}

fn input(given: Value) -> TurnInput {
    let read = |given: Value| -> Option<TurnInput> {
        let items = given.as_array()?;
        let events = items.iter().all(|item| item["type"].as_str().is_some_and(|kind| kind.contains('.')));
        if events {
            serde_json::from_value::<Vec<EventParams>>(given).ok().map(TurnInput::from)
        } else {
            serde_json::from_value::<Vec<MessageBlock>>(given).ok().map(TurnInput::from)
        }
    };
    match given {
        Value::String(text) => text.into(),
        other => read(other).expect("`input` is a text, blocks or events"),
    }
}

fn uuid() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn value(what: &impl Serialize) -> Value {
    serde_json::to_value(what).expect("results are JSON")
}

fn written<T: Serialize>(result: Result<T, Error>) -> Result<Value, Error> {
    result.map(|given| value(&given))
}

/// The arguments of a step, taken one by one.
struct Arguments(Map<String, Value>);

impl Arguments {
    fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.0.remove(name)?;
        Some(serde_json::from_value(value).unwrap_or_else(|cause| panic!("`{name}`: {cause}")))
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str) -> T {
        self.optional(name).unwrap_or_else(|| panic!("argument `{name}` is missing"))
    }

    fn text(&mut self, name: &str) -> String {
        self.take(name)
    }

    fn seconds(&mut self, name: &str) -> Option<Duration> {
        self.optional::<f64>(name).map(Duration::from_secs_f64)
    }

    fn all_taken(&self) -> Result<(), String> {
        if self.0.is_empty() { Ok(()) } else { Err(format!("no such arguments: {:?}", self.0.keys())) }
    }
}
