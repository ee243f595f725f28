//! Files of this machine in the body of a call: uploaded before it, deleted again should it fail.

use std::path::PathBuf;

use futures_util::{StreamExt, TryStreamExt, stream};
use serde::Deserialize;
use serde_json::{Map, Value};
use tokio::runtime::Handle;

use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::files::upload::{Form, Part};
use crate::generated::operations as ops;
use crate::request::{Body, Request};
use crate::runtime::Bound;
use crate::types::FileResourceParams;

/// So many files go up at a time.
const AT_ONCE: usize = 4;

/// A file to upload, and where the agent finds it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Local {
    Path(PathBuf),
    Mounted(Mounted),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mounted {
    path: PathBuf,
    mount_path: Option<String>,
}

/// Files that have gone up for a call. Dropped while more go up, it deletes them; once the call is on its way they may
/// be in use.
pub(super) struct Uploads<'a> {
    client: &'a Client,
    ids: Vec<String>,
    /// Where to delete them, while the call has not begun.
    runtime: Option<Bound<Handle>>,
}

impl<'a> Uploads<'a> {
    /// Uploads the files that the body names, and puts what became of them in their place.
    pub(super) async fn of(client: &'a Client, request: &mut Request) -> Result<Self> {
        let mut uploads = Uploads { client, ids: Vec::new(), runtime: None };
        let Body::Json(json) = &request.body else { return Ok(uploads) };
        // What is no object is for the service to refuse.
        let Ok(mut body) = serde_json::from_slice::<Map<String, Value>>(json) else { return Ok(uploads) };
        uploads.runtime = Handle::try_current().ok().map(Bound::new);
        let mut changed = false;
        for (member, into) in request.operation.mounts {
            let Some(files) = body.shift_remove(*member) else { continue };
            changed = true;
            let files: Option<Vec<Local>> = serde_json::from_value(files).map_err(|cause| {
                let message =
                    format!("`{member}` is a list of paths, or of objects with `path` and `mount_path`");
                Error::argument(message).caused_by(cause).of(request.operation)
            })?;
            let resources = match uploads.upload(files.unwrap_or_default()).await {
                Ok(resources) => resources,
                Err(error) => {
                    uploads.take_back().await;
                    return Err(error);
                }
            };
            match body.get_mut(*into) {
                _ if resources.is_empty() => {}
                Some(Value::Array(others)) => others.extend(resources),
                _ => drop(body.insert((*into).to_owned(), resources.into())),
            }
        }
        // Written anew only if it has to be: numbers stay as they were given.
        if changed {
            request.body = Body::Json(Value::Object(body).to_string().into());
        }
        uploads.runtime = None;
        Ok(uploads)
    }

    async fn upload(&mut self, files: Vec<Local>) -> Result<Vec<Value>> {
        let client = self.client;
        let mut going_up = stream::iter(files).map(|file| upload(client, file)).buffered(AT_ONCE);
        let mut resources = Vec::new();
        while let Some((id, mount_path)) = going_up.try_next().await? {
            let mut resource = FileResourceParams::new(&id);
            if let Some(path) = mount_path {
                resource = resource.mount_path(path);
            }
            self.ids.push(id);
            resources.push(
                serde_json::to_value(resource).map_err(|cause| {
                    Error::internal("a resource cannot be written as JSON").caused_by(cause)
                })?,
            );
        }
        Ok(resources)
    }

    /// Deletes them, as nobody will use them.
    pub(super) async fn take_back(mut self) {
        self.runtime = None;
        delete(self.client, std::mem::take(&mut self.ids)).await;
    }
}

impl Drop for Uploads<'_> {
    fn drop(&mut self) {
        let ids = std::mem::take(&mut self.ids);
        if let Some(runtime) = self.runtime.take().filter(|runtime| runtime.is_here() && !ids.is_empty()) {
            let client = self.client.clone();
            runtime.spawn(async move { delete(&client, ids).await });
        }
    }
}

async fn delete(client: &Client, ids: Vec<String>) {
    for id in ids {
        // The first error is the one to tell; a file that stays is listed by `files.list`.
        let _ = Call::new(client, &ops::FILES_DELETE).path(id).raw().await;
    }
}

async fn upload(client: &Client, file: Local) -> Result<(String, Option<String>)> {
    #[derive(Deserialize)]
    struct Uploaded {
        id: String,
    }
    let (path, mount_path) = match file {
        Local::Path(path) => (path, None),
        Local::Mounted(Mounted { path, mount_path }) => (path, mount_path),
    };
    let form = Form::new().part("file", Part::path(&path));
    let Uploaded { id } = Call::new(client, &ops::FILES_UPLOAD).form(form).decode().await?;
    Ok((id, mount_path))
}
