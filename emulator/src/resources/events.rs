//! Events: sent in batches, kept in order, followed live.

use serde_json::Value;

use super::{Handler, sessions};
use crate::agent::record::emit_object;
use crate::agent::script;
use crate::agent::turn::{self, Answer, Expected};
use crate::call::Call;
use crate::page::Window;
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::session::Session;
use crate::state::State;
use crate::stream::Subscription;
use crate::timeline::{Seen, Slot};

pub(crate) const HANDLERS: &[(&str, Handler)] =
    &[("sessions.events.send", send), ("sessions.events.list", list), ("sessions.events.stream", stream)];

const RUNNING: &str =
    "Session is currently processing a turn. Cancel the current turn or wait for completion.";

fn send(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let events = match call.object().remove("events") {
        Some(Value::Array(events)) => events,
        _ => Vec::new(),
    };
    sessions::find_live(state, call.id(0))?;
    turn::with(state, call.id(0), |state, session| {
        let recorded = deliver(state, session, events)?;
        let mut body = b"{\"data\":[".to_vec();
        body.extend(recorded.join(&b','));
        body.extend(b"]}");
        Reply::raw(body)
    })
    .unwrap_or_else(|| Err(Failure::not_found("session", call.id(0))))
}

/// Checks a batch, records it, and lets the agent act on it. Gives the events as recorded.
pub(crate) fn deliver(
    state: &mut State,
    session: &mut Session,
    events: Vec<Value>,
) -> Result<Vec<Vec<u8>>, Failure> {
    check(session, &events)?;
    let is = |kind: &str| events.iter().any(|event| event["type"] == kind);
    let interrupts = is("user.interrupt");
    let starts = is("user.message") || is("user.define_outcome");
    let answers = events.iter().filter(|event| answer_of(event).is_some()).count();
    let resumes = answers > 0 && session.turn.as_ref().is_some_and(|turn| turn.pending() == answers);
    if (starts || resumes) && !interrupts {
        turn::announce(state, session);
    }
    let (mut recorded, mut prompt, mut outcome) = (Vec::new(), Vec::new(), None);
    for event in events {
        let mut members = match event {
            Value::Object(members) => members,
            _ => Object::new(),
        };
        let event = Value::Object(members.clone());
        let kind = event["type"].as_str().unwrap_or_default();
        match kind {
            "user.message" => prompt.push(text_of(&event["content"])),
            "user.define_outcome" => {
                let id = state.stamp("outc").0;
                members.insert("outcome_id".into(), id.as_str().into());
                let description = event["description"].as_str().unwrap_or_default().to_owned();
                prompt.push(description.clone());
                outcome = Some(script::Outcome { id, description });
            }
            _ => {}
        }
        let (_, json) = emit_object(state, session, Seen::Session, kind, members);
        recorded.push(json.to_vec());
        match (kind, answer_of(&event)) {
            ("user.interrupt", _) => {
                turn::cancel(state, session);
                if starts {
                    turn::announce(state, session);
                }
            }
            (_, Some((id, answer, _))) => turn::answer(state, session, &id, answer),
            _ => {}
        }
    }
    if starts {
        turn::start(state, session, &prompt.join("\n"), outcome);
    } else if resumes {
        turn::run(state, session);
    }
    Ok(recorded)
}

fn check(session: &Session, events: &[Value]) -> Result<(), Failure> {
    let kind = |event: &Value| event["type"].as_str().unwrap_or_default().to_owned();
    if session.is_running() && events.first().map(kind).as_deref() != Some("user.interrupt") {
        return Err(Failure::wrong_state(RUNNING));
    }
    let system: Vec<usize> = events
        .iter()
        .enumerate()
        .filter(|(_, event)| kind(event) == "system.message")
        .map(|(place, _)| place)
        .collect();
    if let Some(first) = system.first().filter(|first| **first + 1 != events.len()) {
        return Err(Failure::at(
            format!("events[{first}]"),
            "At most one system.message is allowed, as the last event.",
        ));
    }
    for (place, event) in events.iter().enumerate() {
        if kind(event) == "user.define_outcome"
            && event["max_iterations"].as_i64().is_some_and(|most| most > 20)
        {
            let param = format!("events[{place}].max_iterations");
            return Err(Failure::at(param, "Field 'max_iterations' must be at most 20."));
        }
        check_answer(session, place, event)?;
    }
    let waits = session.turn.as_ref().is_some_and(|turn| turn.pending() > 0);
    let speaks = |event: &Value| matches!(kind(event).as_str(), "user.message" | "user.define_outcome");
    if waits && events.iter().any(speaks) && !events.iter().any(|event| kind(event) == "user.interrupt") {
        let message = "The session waits for tool results or confirmations. Answer them, or interrupt.";
        return Err(Failure::wrong_state(message));
    }
    Ok(())
}

/// An answer must name a call that waits, and be of the right kind.
fn check_answer(session: &Session, place: usize, event: &Value) -> Result<(), Failure> {
    let Some((id, _, given)) = answer_of(event) else { return Ok(()) };
    let turn = session.turn.as_ref();
    if turn.is_some_and(|turn| turn.was_answered(&id)) {
        return Err(Failure::wrong_state(format!("'{id}' has been answered already.")));
    }
    let expected = turn.and_then(|turn| turn.expects(&id));
    if expected == Some(given) {
        return Ok(());
    }
    let member = if given == Expected::CustomResult { "custom_tool_use_id" } else { "tool_use_id" };
    let message = match expected {
        None => format!("'{id}' is not a call that waits."),
        Some(_) => format!("'{id}' waits for another kind of answer."),
    };
    Err(Failure::at(format!("events[{place}].{member}"), message))
}

/// The call an event answers, and how.
fn answer_of(event: &Value) -> Option<(String, Answer, Expected)> {
    let text = || text_of(&event["content"]);
    let id = |member: &str| event[member].as_str().unwrap_or_default().to_owned();
    match event["type"].as_str()? {
        "user.custom_tool_result" => {
            Some((id("custom_tool_use_id"), Answer::Result { text: text() }, Expected::CustomResult))
        }
        "user.tool_result" => {
            Some((id("tool_use_id"), Answer::Result { text: text() }, Expected::WorkerResult))
        }
        "user.tool_confirmation" if event["result"] == "allow" => {
            Some((id("tool_use_id"), Answer::Allow, Expected::Confirmation))
        }
        "user.tool_confirmation" => {
            let message = event["deny_message"].as_str().unwrap_or_default().to_owned();
            Some((id("tool_use_id"), Answer::Deny { message }, Expected::Confirmation))
        }
        _ => None,
    }
}

fn text_of(content: &Value) -> String {
    let blocks = content.as_array().into_iter().flatten();
    blocks.filter_map(|block| block["text"].as_str()).collect::<Vec<_>>().join("\n")
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    if call.header("accept").is_some_and(|accept| accept.contains("text/event-stream")) {
        return stream(state, call);
    }
    let timeline = sessions::find(state, call.id(0))?.timeline.clone();
    page(call, timeline.borrow().slots(), |seen| !matches!(seen, Seen::Thread(_)))
}

/// A page of the history, oldest first; messages still being written are not part of it.
pub(crate) fn page(call: &Call<'_>, slots: &[Slot], shown: impl Fn(&Seen) -> bool) -> Outcome {
    let created = call.query.created();
    let types = call.query.list("types[]");
    let wanted = |kind: &str| types.as_ref().is_none_or(|types| types.contains(&kind));
    let keep =
        |slot: &Slot| slot.json.is_some() && shown(&slot.seen) && wanted(&slot.kind) && created(slot.at);
    Window::of(call, "evt_", true)?
        .select(slots, keep)
        .render(|body, slot| body.extend_from_slice(slot.json.as_deref().unwrap_or_default()))
}

fn stream(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let timeline = sessions::find(state, call.id(0))?.timeline.clone();
    let deltas = call.query.list("event_deltas[]").unwrap_or_default();
    let subscription = Subscription::open(timeline, None, &deltas, call.header("last-event-id"))?;
    Ok(Reply::Events(Box::new(subscription)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_make_the_prompt() {
        let content = serde_json::json!([{ "type": "text", "text": "a" }, { "type": "image" }, { "type": "text", "text": "b" }]);
        assert_eq!(text_of(&content), "a\nb");
    }
}
