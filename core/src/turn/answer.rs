//! Answering the calls that a turn waits for: each is put to the host once, and all go back together.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::send;
use super::state::{Kind, ToolUse};
use super::{Manner, ToolDefinition, Unanswered};
use crate::client::Client;
use crate::error::Result;
use crate::procedure::{self, Dialogue};
use crate::turn::schema;

/// Answers calls on behalf of the host.
#[derive(Clone)]
pub(super) struct Responder {
    client: Client,
    session_id: Arc<str>,
    dialogue: Dialogue,
    tools: Arc<HashMap<String, ToolDefinition>>,
    permissions: bool,
    /// Whether calls that the host has no tool for are refused, or left to the caller.
    refuses: bool,
    slots: Arc<Semaphore>,
    /// Which of several turns asks.
    index: Option<usize>,
}

/// What the host is asked about a call.
#[derive(Serialize)]
struct Particulars<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    session_id: &'a str,
    #[serde(flatten)]
    call: &'a ToolUse,
}

/// What the host says of a request for permission.
#[derive(Deserialize)]
struct Decision {
    allow: bool,
    message: Option<String>,
}

impl Responder {
    pub(super) fn new(
        client: &Client,
        session_id: &str,
        manner: &Manner,
        dialogue: &Dialogue,
        index: Option<usize>,
        slots: Arc<Semaphore>,
    ) -> Self {
        let tools = manner.tools.iter().map(|tool| (tool.name.to_lowercase(), tool.clone()));
        Responder {
            client: client.clone(),
            session_id: session_id.into(),
            dialogue: dialogue.clone(),
            tools: Arc::new(tools.collect()),
            permissions: manner.permissions,
            refuses: manner.unanswered == Unanswered::Refuse,
            slots,
            index,
        }
    }

    /// Whether a call is to be left to the caller.
    pub(super) fn leaves(&self, call: &ToolUse) -> bool {
        let known = match call.kind {
            Kind::Custom => self.tools.contains_key(&call.name.to_lowercase()),
            Kind::Builtin | Kind::Mcp => self.permissions,
        };
        !self.refuses && !known
    }

    /// Has the calls answered, and sends the answers together; gives them back, to be sent again should the session
    /// ask again.
    pub(super) async fn answer(self, calls: Vec<ToolUse>) -> Result<Vec<(String, Value)>> {
        let answers = join_all(calls.iter().map(|call| self.one(call))).await;
        let answers = answers.into_iter().collect::<Result<Vec<Value>>>()?;
        send::post(&self.client, &self.session_id, &answers).await?;
        Ok(calls.into_iter().map(|call| call.id).zip(answers).collect())
    }

    /// Sends answers again. A session that has them by now refuses them, and that is as good.
    pub(super) async fn repeat(self, answers: Vec<Value>) -> Result<Vec<(String, Value)>> {
        match send::post(&self.client, &self.session_id, &answers).await {
            Err(error) if error.is_invalid_request() || error.is_conflict() || error.is_not_found() => {
                Ok(Vec::new())
            }
            sent => sent.map(|_| Vec::new()),
        }
    }

    async fn one(&self, call: &ToolUse) -> Result<Value> {
        // The semaphore is never closed.
        let _slot = self.slots.acquire().await;
        let mut answer = match call.kind {
            Kind::Custom => self.use_tool(call).await?,
            Kind::Builtin | Kind::Mcp => self.decide(call).await?,
        };
        if let Some(thread) = &call.session_thread_id {
            answer["session_thread_id"] = json!(thread);
        }
        Ok(answer)
    }

    async fn use_tool(&self, call: &ToolUse) -> Result<Value> {
        let (content, is_error) = match self.result(call).await? {
            Ok(json) => (content(&json)?, false),
            Err(message) => (text(&message), true),
        };
        Ok(json!({
            "type": "user.custom_tool_result",
            "custom_tool_use_id": call.id,
            "content": content,
            "is_error": is_error,
        }))
    }

    /// What the tool gives, or what to tell the agent instead.
    async fn result(&self, call: &ToolUse) -> Result<std::result::Result<Bytes, String>> {
        let Some(tool) = self.tools.get(&call.name.to_lowercase()) else {
            return Ok(Err(format!("There is no tool called {:?} here.", call.name)));
        };
        if let Some(schema) = &tool.input_schema {
            let input: Value = serde_json::from_str(call.input.get()).unwrap_or_default();
            if let Err(faults) = schema::check(schema, &input) {
                return Ok(Err(format!("The arguments do not fit the tool's schema: {faults}")));
            }
        }
        self.ask("tool", call).await
    }

    async fn decide(&self, call: &ToolUse) -> Result<Value> {
        let mut decision = Decision { allow: false, message: None };
        if self.permissions {
            decision = match self.ask("permission", call).await? {
                Ok(json) => procedure::read("the decision on a permission", &json)?,
                Err(message) => Decision { allow: false, message: Some(message) },
            };
        }
        let mut answer = json!({
            "type": "user.tool_confirmation",
            "tool_use_id": call.id,
            "result": if decision.allow { "allow" } else { "deny" },
        });
        if let (false, Some(message)) = (decision.allow, decision.message) {
            answer["deny_message"] = json!(message);
        }
        Ok(answer)
    }

    async fn ask(&self, topic: &'static str, call: &ToolUse) -> Result<procedure::Answer> {
        let particulars = Particulars { index: self.index, session_id: &self.session_id, call };
        self.dialogue.ask(topic, &particulars).await
    }
}

/// What a tool gave as content blocks: a block or several as they are, a text as one, anything else as its JSON.
fn content(json: &[u8]) -> Result<Vec<Box<RawValue>>> {
    let value: Value = procedure::read("the result of a tool", json)?;
    Ok(match value {
        Value::String(said) => text(&said),
        Value::Array(items) if !items.is_empty() && items.iter().all(is_block) => {
            items.iter().filter_map(|item| to_raw_value(item).ok()).collect()
        }
        block if is_block(&block) => to_raw_value(&block).into_iter().collect(),
        other => text(&other.to_string()),
    })
}

fn is_block(item: &Value) -> bool {
    matches!(item["type"].as_str(), Some("text" | "image" | "document" | "search_result"))
}

fn text(said: &str) -> Vec<Box<RawValue>> {
    to_raw_value(&json!({ "type": "text", "text": said })).into_iter().collect()
}
