//! Finding an object by its name, or creating it.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::call;
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::model::JsonObject;
use crate::operation::Operation;
use crate::procedure::{Dialogue, written};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    kind: Kind,
    /// What a new one is made of; its name is what is looked for.
    create: JsonObject,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Agents,
    Environments,
    Vaults,
    MemoryStores,
}

#[derive(Serialize)]
struct Found {
    created: bool,
    object: Box<RawValue>,
}

impl Kind {
    fn operations(self) -> (&'static Operation, &'static Operation) {
        match self {
            Kind::Agents => (&ops::AGENTS_LIST, &ops::AGENTS_CREATE),
            Kind::Environments => (&ops::ENVIRONMENTS_LIST, &ops::ENVIRONMENTS_CREATE),
            Kind::Vaults => (&ops::VAULTS_LIST, &ops::VAULTS_CREATE),
            Kind::MemoryStores => (&ops::MEMORY_STORES_LIST, &ops::MEMORY_STORES_CREATE),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Vaults => "display_name",
            _ => "name",
        }
    }
}

/// `find_or_create`: the newest live object of that name over all pages, else a new one.
pub(super) async fn find_or_create(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    let Arguments { kind, create } = arguments;
    let (list, creation) = kind.operations();
    let Some(name) = create.get(kind.name()).and_then(|name| name.as_str()) else {
        return Err(
            Error::argument(format!("`{}` is missing: it is what is looked for", kind.name())).of(creation)
        );
    };
    if let Some(object) = find(&client, list, kind, name).await? {
        return written(&Found { created: false, object });
    }
    match call(&client, creation, &[], &create).decode().await {
        Ok(object) => written(&Found { created: true, object }),
        // Somebody else has created it since.
        Err(error) if error.is_conflict() => match find(&client, list, kind, name).await? {
            Some(object) => written(&Found { created: false, object }),
            None => Err(error),
        },
        Err(error) => Err(error),
    }
}

async fn find(
    client: &Client,
    list: &'static Operation,
    kind: Kind,
    name: &str,
) -> Result<Option<Box<RawValue>>> {
    #[derive(Deserialize)]
    struct Named {
        name: Option<String>,
        display_name: Option<String>,
        archived_at: Option<String>,
    }
    let mut items =
        Call::new(client, list).query("limit", 100).pages::<Box<RawValue>>().items().prefetch(true);
    while let Some(item) = items.next().await {
        let item = item?;
        let Ok(named) = serde_json::from_str::<Named>(item.get()) else { continue };
        let given = if matches!(kind, Kind::Vaults) { named.display_name } else { named.name };
        if given.as_deref() == Some(name) && named.archived_at.is_none() {
            return Ok(Some(item));
        }
    }
    Ok(None)
}
