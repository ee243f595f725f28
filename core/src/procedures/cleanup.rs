//! Removing what a program made: deleted, or archived where deleting is refused.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::operation::Operation;
use crate::procedure::{Dialogue, written};
use crate::turn::send::cancel;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    objects: Vec<Object>,
}

/// An object by its ID; its kind is read off the ID where it is not given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    id: String,
    r#type: Option<String>,
}

/// What became of an object; the wire form of `CleanupReport`.
#[derive(Serialize)]
struct Report<'a> {
    id: &'a str,
    r#type: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

/// A kind of object, and how to be rid of it.
struct Kind {
    name: &'static str,
    prefix: &'static str,
    delete: Option<&'static Operation>,
    archive: Option<&'static Operation>,
}

/// In the order in which they let go of one another: a session holds its agent, its environment and its files.
static KINDS: [Kind; 9] = [
    kind("deployment", "dep_", None, Some(&ops::DEPLOYMENTS_ARCHIVE)),
    kind("session", "sess_", Some(&ops::SESSIONS_DELETE), Some(&ops::SESSIONS_ARCHIVE)),
    kind("dream", "drm_", None, Some(&ops::DREAMS_ARCHIVE)),
    kind("agent", "agent_", Some(&ops::AGENTS_DELETE), Some(&ops::AGENTS_ARCHIVE)),
    kind("environment", "env_", Some(&ops::ENVIRONMENTS_DELETE), Some(&ops::ENVIRONMENTS_ARCHIVE)),
    kind("vault", "vault_", Some(&ops::VAULTS_DELETE), Some(&ops::VAULTS_ARCHIVE)),
    kind("memory_store", "memstore_", Some(&ops::MEMORY_STORES_DELETE), Some(&ops::MEMORY_STORES_ARCHIVE)),
    kind("skill", "skill_", Some(&ops::SKILLS_DELETE), None),
    kind("file", "file_", Some(&ops::FILES_DELETE), None),
];

const fn kind(
    name: &'static str,
    prefix: &'static str,
    delete: Option<&'static Operation>,
    archive: Option<&'static Operation>,
) -> Kind {
    Kind { name, prefix, delete, archive }
}

/// `cleanup`: what became of each object, in the order in which they went. One that stays does not stop the others.
pub(super) async fn cleanup(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    let mut known = Vec::new();
    for object in &arguments.objects {
        known.push((place(object)?, object));
    }
    known.sort_by_key(|(place, _)| *place);
    let mut reports = Vec::new();
    for (place, object) in known {
        let kind = &KINDS[place];
        let (outcome, message) = match remove(&client, kind, &object.id).await {
            Ok(outcome) => (outcome, None),
            Err(error) if error.is_not_found() => ("gone", None),
            Err(error) => ("failed", Some(error.to_string())),
        };
        reports.push(Report { id: &object.id, r#type: kind.name, outcome, message });
    }
    written(&reports)
}

fn place(object: &Object) -> Result<usize> {
    let found = match &object.r#type {
        Some(wanted) => KINDS.iter().position(|kind| kind.name == wanted),
        None => KINDS.iter().position(|kind| object.id.starts_with(kind.prefix)),
    };
    found.ok_or_else(|| {
        let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
        let what = object.r#type.as_deref().unwrap_or(&object.id);
        Error::argument(format!("{what:?} cannot be cleaned up; these can: {}", names.join(", ")))
    })
}

async fn remove(client: &Client, kind: &Kind, id: &str) -> Result<&'static str> {
    let make = async |operation| Call::new(client, operation).path(id).raw().await.map(drop);
    let refused = match kind.delete {
        Some(delete) => match make(delete).await {
            Err(error) if error.is_conflict() && kind.name == "session" => {
                // It is at work.
                cancel(client, id).await?;
                make(delete).await
            }
            done => done,
        },
        None => return make(kind.archive.unwrap_or(&ops::DEPLOYMENTS_ARCHIVE)).await.map(|()| "archived"),
    };
    match (refused, kind.archive) {
        (Err(error), Some(archive)) if error.is_conflict() => make(archive).await.map(|()| "archived"),
        (done, _) => done.map(|()| "deleted"),
    }
}
