//! A host in the smallest: it drives a procedure and answers its questions.

use qoder_cloud::{Answer, Client, Error, Step};
use serde_json::{Value, json};

use crate::scene::in_time;

/// What a procedure handed out on its way, and how it ended.
#[derive(Debug)]
pub struct Played {
    /// Events and updates.
    pub events: Vec<Value>,
    /// Items.
    pub items: Vec<Value>,
    /// Questions, as (topic, particulars).
    pub questions: Vec<(&'static str, Value)>,
    /// The end.
    pub ended: Result<Value, Error>,
}

impl Played {
    /// What came of it.
    ///
    /// # Panics
    /// When it failed.
    pub fn done(&self) -> &Value {
        self.ended.as_ref().unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// How it failed.
    ///
    /// # Panics
    /// When it did not.
    pub fn error(&self) -> &Error {
        self.ended.as_ref().err().unwrap_or_else(|| panic!("it succeeded: {:?}", self.ended))
    }
}

/// Plays a procedure; `answer` says what the host knows.
///
/// # Panics
/// When it hangs, or hands out what is not JSON.
pub async fn play(
    client: &Client,
    name: &str,
    arguments: &Value,
    mut answer: impl FnMut(&str, &Value) -> Result<Value, String>,
) -> Played {
    let mut played = Played { events: vec![], items: vec![], questions: vec![], ended: Ok(Value::Null) };
    let mut procedure = match client.procedure(name, arguments.to_string().as_bytes(), Vec::new()) {
        Ok(procedure) => procedure,
        Err(error) => return Played { ended: Err(error), ..played },
    };
    let read = |json: &[u8]| serde_json::from_slice::<Value>(json).expect("steps are JSON");
    while let Some(step) = in_time(name, procedure.next()).await {
        match step {
            Ok(Step::Events(batch)) => {
                let events = read(&batch.json);
                played.events.extend(events.as_array().expect("a batch is a list").iter().cloned());
            }
            Ok(Step::Item(json)) => played.items.push(read(&json)),
            Ok(Step::Question(question)) => {
                let particulars = read(&question.json);
                let given: Answer =
                    answer(question.topic, &particulars).map(|value| value.to_string().into());
                procedure.answers().give(question.id, given);
                played.questions.push((question.topic, particulars));
            }
            Ok(Step::Done(json)) => played.ended = Ok(read(&json)),
            Err(error) => played.ended = Err(error),
        }
    }
    played
}

/// A host without tools.
///
/// # Errors
/// Never.
pub fn nothing(_: &str, _: &Value) -> Result<Value, String> {
    Ok(json!(null))
}
