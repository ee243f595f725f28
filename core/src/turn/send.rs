//! Sending what starts a turn, also to a session that is busy.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::time::{sleep, timeout};

use super::Busy;
use super::abandon::{Abandoned, Unbroken};
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::stream::events::Events;

/// A session that says nothing for so long is asked what it is doing.
const ASK_AFTER: Duration = Duration::from_secs(5);

/// A session that is idle by its own word and busy by the answer gets so many tries, so far apart.
const TRIES: u32 = 5;
const APART: Duration = Duration::from_millis(500);

/// Sends events; the IDs they got. `events` is the stream that was opened before. What is given up on its way is dealt
/// with by `abandoned`.
pub(super) async fn send(
    client: &Client,
    session_id: &str,
    input: &[Value],
    busy: Busy,
    events: &mut Events,
    abandoned: impl Fn() -> Option<Abandoned>,
) -> Result<Vec<String>> {
    let mut tries = 0;
    loop {
        let error = match Unbroken::prompt(post(client, session_id, input), abandoned()).await {
            Ok(ids) => return Ok(ids),
            Err(error) if error.is_conflict() && busy != Busy::Raise => error,
            Err(error) if error.is_conflict() => {
                return Err(
                    error.noting("If the session is busy: `busy` can wait for it, or cancel what it does.")
                );
            }
            Err(error) => return Err(error),
        };
        match state(client, session_id).await? {
            state if state.archived_at.is_some() || state.status == "terminated" => return Err(error),
            // It has come to rest just now, or something else is in the way.
            state if state.is_idle() => {
                tries += 1;
                if tries == TRIES {
                    return Err(error);
                }
                sleep(APART).await;
            }
            _ => {
                if busy == Busy::Cancel {
                    cancel(client, session_id).await?;
                }
                come_to_rest(client, session_id, events).await?;
            }
        }
    }
}

pub(super) fn post<E: Serialize>(
    client: &Client,
    session_id: &str,
    events: &[E],
) -> impl Future<Output = Result<Vec<String>>> + Send + use<E> {
    #[derive(Serialize)]
    struct Sent<'a, E> {
        events: &'a [E],
    }
    #[derive(Deserialize)]
    struct Accepted {
        #[serde(default)]
        data: Vec<Event>,
    }
    #[derive(Deserialize)]
    struct Event {
        id: Option<String>,
    }
    let call = Call::new(client, &ops::SESSIONS_EVENTS_SEND).path(session_id).json(&Sent { events });
    async {
        let answer = call.raw().await?;
        let Accepted { data } = answer.json()?;
        Ok(data.into_iter().filter_map(|event| event.id).collect())
    }
}

/// What a session is doing.
#[derive(Deserialize)]
pub(crate) struct State {
    #[serde(default)]
    pub(crate) status: String,
    archived_at: Option<String>,
}

impl State {
    pub(crate) fn is_idle(&self) -> bool {
        matches!(&self.status[..], "idle" | "terminated")
    }
}

pub(crate) async fn state(client: &Client, session_id: &str) -> Result<State> {
    Call::new(client, &ops::SESSIONS_RETRIEVE).path(session_id).decode().await
}

pub(crate) async fn cancel(client: &Client, session_id: &str) -> Result<()> {
    Call::new(client, &ops::SESSIONS_CANCEL).path(session_id).raw().await.map(drop)
}

/// Waits until the session stops working. Its stream tells; when that is silent, the session is asked.
pub(crate) async fn come_to_rest(client: &Client, session_id: &str, events: &mut Events) -> Result<()> {
    loop {
        match timeout(ASK_AFTER, events.next_frame()).await {
            Ok(Some(Ok(frame))) if is_rest(frame.event()) => return Ok(()),
            Ok(Some(Ok(_))) => {}
            Ok(Some(Err(error))) => return Err(error),
            Ok(None) => return Err(Error::stream("the stream ended while the session was still busy")),
            Err(_) if state(client, session_id).await?.is_idle() => return Ok(()),
            Err(_) => {}
        }
    }
}

fn is_rest(kind: &str) -> bool {
    matches!(kind, "session.status_idle" | "session.status_terminated" | "session.deleted")
}
