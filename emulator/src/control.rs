//! The test's own door: `/_emulator/...`, without authentication.

use std::time::Duration;

use http::{Method, StatusCode};
use jiff::SignedDuration;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::agent::script::Script;
use crate::agent::turn;
use crate::faults::Rule;
use crate::service::Service;
use crate::state::State;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Release {
    session: Option<String>,
    hold: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Change {
    /// Zero sends no heartbeats.
    heartbeat_ms: Option<u64>,
    step_delay_ms: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_ms: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    token: String,
}

/// Answers a control request: the status, and JSON.
pub(crate) fn answer(service: &Service, method: &Method, door: &str, body: &[u8]) -> (StatusCode, Vec<u8>) {
    let answered = match (method.as_str(), door) {
        ("GET", "requests") => Ok(json!({ "data": service.log.borrow().view() })),
        ("DELETE", "requests") => {
            service.log.borrow_mut().clear();
            Ok(json!({}))
        }
        ("GET", "faults") => Ok(json!({ "data": service.faults.borrow().view() })),
        ("POST", "faults") => several(body).map(|rules: Vec<Rule>| {
            service.faults.borrow_mut().arm(rules);
            json!({})
        }),
        ("DELETE", "faults") => {
            service.faults.borrow_mut().clear();
            Ok(json!({}))
        }
        ("POST", "scripts") => several(body).map(|scripts: Vec<Script>| {
            service.state.borrow_mut().scripts.extend(scripts);
            json!({})
        }),
        ("DELETE", "scripts") => {
            service.state.borrow_mut().scripts.clear();
            Ok(json!({}))
        }
        ("POST", "release") => read(body).map(|release| service.release(&release)),
        ("POST", "clock") => read(body).map(|clock: Advance| {
            service.state.borrow_mut().clock.advance(SignedDuration::from_millis(clock.advance_ms.max(0)));
            json!({})
        }),
        ("POST", "settings") => read(body).map(|change| service.change(&change)),
        ("POST", "heartbeat") => {
            service.beat();
            Ok(json!({}))
        }
        ("POST", "tokens") => read(body).map(|token: Token| {
            service.state.borrow_mut().tokens.add(&token.token);
            json!({})
        }),
        ("DELETE", "tokens") => read(body).map(|token: Token| {
            service.state.borrow_mut().tokens.revoke(&token.token);
            json!({})
        }),
        ("POST", "reset") => {
            service.reset();
            Ok(json!({}))
        }
        ("GET", "state") => Ok(service.summary()),
        _ => {
            return (
                StatusCode::NOT_FOUND,
                json!({ "error": format!("No control {method} {door}.") }).to_string().into(),
            );
        }
    };
    match answered {
        Ok(value) => (StatusCode::OK, value.to_string().into_bytes()),
        Err(message) => (StatusCode::BAD_REQUEST, json!({ "error": message }).to_string().into_bytes()),
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

/// One, or a list of them.
fn several<T: DeserializeOwned>(body: &[u8]) -> Result<Vec<T>, String> {
    if body.trim_ascii_start().starts_with(b"[") { read(body) } else { Ok(vec![read(body)?]) }
}

impl Service {
    fn release(&self, release: &Release) -> Value {
        let mut state = self.state.borrow_mut();
        let released = turn::release(&mut state, release.session.as_deref(), release.hold.as_deref());
        drop(state);
        crate::agent::follow(&self.state);
        json!({ "released": released })
    }

    fn change(&self, change: &Change) -> Value {
        if let Some(ms) = change.heartbeat_ms {
            self.settings.borrow_mut().heartbeat =
                Some(Duration::from_millis(ms)).filter(|every| !every.is_zero());
        }
        if let Some(ms) = change.step_delay_ms {
            self.state.borrow_mut().pace.step = Duration::from_millis(ms);
        }
        json!({})
    }

    /// Every open stream sends a heartbeat now.
    fn beat(&self) {
        self.beats.set(self.beats.get() + 1);
        for session in self.state.borrow().sessions.values() {
            session.timeline.borrow_mut().wake();
        }
    }

    /// As freshly started, with the same address and the same tokens; open streams end.
    fn reset(&self) {
        let mut state = self.state.borrow_mut();
        for session in state.sessions.values() {
            session.timeline.borrow_mut().close();
        }
        let tokens = std::mem::take(&mut state.tokens);
        *state = State::new(tokens);
        state.pace.step = self.initial_pace;
        drop(state);
        self.faults.borrow_mut().clear();
        self.log.borrow_mut().clear();
        *self.settings.borrow_mut() = self.initial.clone();
    }

    fn summary(&self) -> Value {
        let state = self.state.borrow();
        let sessions = state.sessions.iter().map(|(id, session)| {
            let held = session.turn.as_ref().and_then(turn::Turn::held);
            let pending = session.turn.as_ref().map_or(0, turn::Turn::pending);
            let streams = session.timeline.borrow().streams();
            (id.clone(), json!({ "status": session.status.name(), "held": held, "pending": pending, "streams": streams }))
        });
        let sessions: serde_json::Map<_, _> = sessions.collect();
        json!({
            "agents": state.agents.len(),
            "environments": state.environments.len(),
            "files": state.files.len(),
            "vaults": state.vaults.len(),
            "skills": state.skills.len(),
            "memory_stores": state.memory_stores.len(),
            "deployments": state.deployments.len(),
            "dreams": state.dreams.len(),
            "scripts": state.scripts.len(),
            "requests": self.log.borrow().len(),
            "sessions": sessions,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_by_its_own_name() {
        assert_eq!(several::<Script>(br#" [{ "steps": [] }, { "steps": [] }]"#).unwrap().len(), 2);
        assert_eq!(several::<Script>(br#"{ "steps": [] }"#).unwrap().len(), 1);
        let refusal = several::<Script>(br#"{ "steps": [{ "shout": "hello" }] }"#).unwrap_err();
        assert!(refusal.contains("unknown variant `shout`"), "{refusal}");
    }
}
