//! Waiting until a session stops working.

use bytes::Bytes;
use serde::Deserialize;
use tokio::time::timeout;

use super::{answer, bytes};
use crate::call::Call;
use crate::client::Client;
use crate::config::seconds;
use crate::error::{Error, Kind, Result};
use crate::generated::operations as ops;
use crate::procedure::Dialogue;
use crate::turn::send::{cancel, come_to_rest, state};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    session_id: String,
    /// Seconds.
    timeout: Option<f64>,
}

/// `sessions.wait_until_idle`: the session as it is then.
pub(super) async fn wait_until_idle(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    within(&arguments, wait(&client, &arguments.session_id, false)).await
}

/// `sessions.cancel_and_wait`: the same, after telling it to stop.
pub(super) async fn cancel_and_wait(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    within(&arguments, wait(&client, &arguments.session_id, true)).await
}

async fn within(arguments: &Arguments, work: impl Future<Output = Result<Bytes>>) -> Result<Bytes> {
    let Some(limit) = arguments.timeout else { return work.await };
    timeout(seconds("timeout", limit)?, work).await.unwrap_or_else(|_| {
        let message = format!("session {} was still busy after {limit} s", arguments.session_id);
        Err(Error::new(Kind::Timeout, message).of(&ops::SESSIONS_RETRIEVE).hopeless())
    })
}

async fn wait(client: &Client, session_id: &str, stop: bool) -> Result<Bytes> {
    // Opened first: it tells of a rest that comes before the question below is answered.
    let mut events = Call::new(client, &ops::SESSIONS_EVENTS_STREAM).path(session_id).events().await?;
    if !state(client, session_id).await?.is_idle() {
        if stop {
            cancel(client, session_id).await?;
        }
        come_to_rest(client, session_id, &mut events).await?;
    }
    let session = answer(Call::new(client, &ops::SESSIONS_RETRIEVE).path(session_id)).await?;
    Ok(bytes(&session))
}
