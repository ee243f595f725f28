//! Changing an agent that others change too.

use bytes::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{answer, bytes, call};
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::model::JsonObject;
use crate::procedure::{self, Dialogue};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    agent_id: String,
    /// So often the change may meet a newer version.
    #[serde(default = "five")]
    attempts: u32,
}

fn five() -> u32 {
    5
}

/// `agents.edit`: reads the agent, asks the host for the change (null for none), and makes it; anew when somebody else
/// was faster. Gives the agent as it is then.
pub(super) async fn edit(client: Client, arguments: Arguments, dialogue: Dialogue) -> Result<Bytes> {
    #[derive(Deserialize)]
    struct Version {
        version: i64,
    }
    let id = &arguments.agent_id[..];
    let mut attempt = 1;
    loop {
        let agent = answer(Call::new(&client, &ops::AGENTS_RETRIEVE).path(id)).await?;
        let Version { version } = procedure::decoded("the agent", agent.get().as_bytes())?;
        let change = change(&dialogue, &agent).await?;
        let Some(mut change) = change else { return Ok(bytes(&agent)) };
        change.insert("version".to_owned(), version.into());
        match answer(call(&client, &ops::AGENTS_UPDATE, &[id], &change)).await {
            Err(error) if error.is_conflict() && attempt < arguments.attempts => attempt += 1,
            Err(error) if error.is_conflict() => {
                return Err(
                    error.noting(&format!("Agent {id} was changed by others {attempt} times meanwhile."))
                );
            }
            done => return done.map(|agent| bytes(&agent)),
        }
    }
}

async fn change(dialogue: &Dialogue, agent: &RawValue) -> Result<Option<JsonObject>> {
    match dialogue.ask("change", &agent).await? {
        Ok(json) => procedure::read("the change of an agent", &json),
        Err(reason) => Err(Error::cancelled(reason)),
    }
}
