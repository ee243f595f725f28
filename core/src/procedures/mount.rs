//! A session with files of this machine.

use std::path::PathBuf;

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, bytes, call};
use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::files::upload::{Form, Part};
use crate::generated::operations as ops;
use crate::model::JsonObject;
use crate::procedure::Dialogue;

/// So many files go up at a time.
const AT_ONCE: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// The parameters of the session.
    session: JsonObject,
    files: Vec<Mounted>,
}

/// A file to upload, and where the agent finds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mounted {
    path: PathBuf,
    mount_path: Option<String>,
}

/// `sessions.create_with_files`: uploads the files and mounts them in a new session. Should that fail, the files that
/// went up are deleted again.
pub(super) async fn create_with_files(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    let Arguments { mut session, files } = arguments;
    let uploads = stream::iter(files).map(|file| upload(&client, file)).buffered(AT_ONCE);
    let mut uploaded = Vec::new();
    let done = uploads.map_ok(|file| uploaded.push(file)).try_collect::<()>().await;
    let created = match done {
        Ok(()) => {
            let files = uploaded.iter().map(|(id, path)| {
                let mut resource = json!({ "type": "file", "file_id": id });
                if let Some(path) = path {
                    resource["mount_path"] = json!(path);
                }
                resource
            });
            match session.get_mut("resources") {
                Some(Value::Array(resources)) => resources.extend(files),
                _ => drop(session.insert("resources".into(), files.collect())),
            }
            answer(call(&client, &ops::SESSIONS_CREATE, &[], &session)).await
        }
        Err(error) => Err(error),
    };
    if created.is_err() {
        for (id, _) in &uploaded {
            // The first error is the one to tell; a file that stays is listed by `files.list`.
            let _ = Call::new(&client, &ops::FILES_DELETE).path(id).raw().await;
        }
    }
    created.map(|session| bytes(&session))
}

async fn upload(client: &Client, file: Mounted) -> Result<(String, Option<String>)> {
    #[derive(Deserialize)]
    struct Uploaded {
        id: String,
    }
    let form = Form::new().part("file", Part::path(&file.path));
    let Uploaded { id } = Call::new(client, &ops::FILES_UPLOAD).form(form).decode().await?;
    Ok((id, file.mount_path))
}
