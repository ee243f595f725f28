//! Writing a memory by its path, whether it is there or not.

use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, bytes, call};
use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::generated::operations as ops;
use crate::procedure::Dialogue;

/// So often somebody else may be faster.
const ATTEMPTS: u32 = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    memory_store_id: String,
    path: String,
    content: String,
    metadata: Option<Value>,
}

#[derive(Deserialize)]
struct Memory {
    id: Option<String>,
    path: String,
    content_sha256: Option<String>,
}

/// `memory_stores.memories.upsert`: the memory as it is then. An update is made against the content that was seen, so
/// that no change of somebody else goes unnoticed: it is looked at again, and then replaced.
pub(super) async fn upsert(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    let store = &arguments.memory_store_id[..];
    let mut attempt = 1;
    loop {
        let written = match find(&client, store, &arguments.path).await? {
            Some((id, hash)) => {
                let mut change = json!({ "content": arguments.content, "content_sha256": hash });
                merge(&mut change, &arguments.metadata);
                answer(call(&client, &ops::MEMORY_STORES_MEMORIES_UPDATE, &[store, &id], &change)).await
            }
            None => {
                let mut new = json!({ "path": arguments.path, "content": arguments.content });
                merge(&mut new, &arguments.metadata);
                answer(call(&client, &ops::MEMORY_STORES_MEMORIES_CREATE, &[store], &new)).await
            }
        };
        match written {
            Ok(memory) => return Ok(bytes(&memory)),
            Err(error) if attempt < ATTEMPTS && was_overtaken(&error) => attempt += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The documents leave open which of the two a stale hash gives; a memory that is gone is created anew.
fn was_overtaken(error: &crate::Error) -> bool {
    error.is_conflict() || error.is_not_found() || error.status().is_some_and(|status| status.as_u16() == 412)
}

fn merge(body: &mut Value, metadata: &Option<Value>) {
    if let Some(metadata) = metadata {
        body["metadata"] = metadata.clone();
    }
}

async fn find(client: &Client, store: &str, path: &str) -> Result<Option<(String, Option<String>)>> {
    let mut list = Call::new(client, &ops::MEMORY_STORES_MEMORIES_LIST).path(store).query("limit", 100);
    if let Some((folder, _)) = path.rsplit_once('/') {
        list = list.query("path_prefix", format!("{folder}/"));
    }
    let mut items = list.pages::<Memory>().items();
    while let Some(item) = items.next().await {
        if let Memory { id: Some(id), path: found, content_sha256 } = item?
            && found == path
        {
            return Ok(Some((id, content_sha256)));
        }
    }
    Ok(None)
}
