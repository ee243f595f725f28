//! A file to disk, whatever happens to the link on the way.

use std::path::PathBuf;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::procedure::{Dialogue, written};
use crate::request::Request;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    file_id: String,
    path: PathBuf,
}

#[derive(Serialize)]
struct Written {
    bytes: u64,
}

/// `files.download_to`: how many bytes it wrote.
pub(super) async fn download_to(client: Client, arguments: Arguments, _: Dialogue) -> Result<Bytes> {
    let bytes = client.download_to(&arguments.file_id, arguments.path).await?;
    written(&Written { bytes })
}

impl Client {
    /// Downloads a file of the service to `path`, and gives its length. A download that breaks off, or whose link
    /// expires on the way, starts over with a new link, as often as calls are repeated; `path` is written when the file
    /// is whole, never before.
    ///
    /// # Errors
    /// As [`download`](Self::download) and [`write_to_file`](crate::Download::write_to_file).
    pub async fn download_to(&self, file_id: impl Into<String>, path: impl Into<PathBuf>) -> Result<u64> {
        let mut request = Request::new(&ops::FILES_DOWNLOAD);
        request.path.push(file_id.into());
        let (path, mut left) = (path.into(), self.0.settings.policy.max_retries);
        loop {
            let done = match self.download(request.clone()).await {
                Ok(download) => download.write_to_file(&path).await,
                Err(error) => Err(error),
            };
            match done {
                Err(error) if left > 0 && is_broken(&error) => left -= 1,
                done => return done,
            }
        }
    }
}

/// Calls have been repeated already; what is left to repeat is what came after them.
fn is_broken(error: &Error) -> bool {
    error.is_truncated() || error.has_expired_link()
}
