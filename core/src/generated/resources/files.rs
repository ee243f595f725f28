// Generated from spec/ by codegen; edit the spec instead.

//! `files`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::files::upload::{Form, Part};
use crate::generated::operations as ops;
use crate::generated::types::{DeletedFile, FileMetadata};

/// Uploaded files and delivered artifacts.
#[derive(Debug, Clone)]
pub struct Files {
    pub(crate) client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Upload a file.
    ///
    /// - `file`: The bytes, with a file name.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: The file part is missing, or metadata is not a JSON object.
    /// - 413: The upload is too large (status inferred from the SDK's error mapping).
    pub fn upload(&self, file: Part) -> Upload {
        Upload { call: Call::new(&self.client, &ops::FILES_UPLOAD), form: Form::new().part("file", file) }
    }

    /// List files.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::FILES_LIST) }
    }

    /// Fetch a file's metadata.
    ///
    /// - `file_id`: File ID, prefix `file_`.
    pub fn retrieve(&self, file_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::FILES_RETRIEVE).path(file_id) }
    }

    /// Delete a file.
    ///
    /// - `file_id`: File ID, prefix `file_`.
    pub fn delete(&self, file_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::FILES_DELETE).path(file_id) }
    }

    /// Get a short-lived link to a file's bytes.
    ///
    /// Fetch the link without any API credential. Works only when `downloadable` is true, which own uploads
    /// usually are not.
    ///
    /// - `file_id`: File ID, prefix `file_`.
    pub fn download(&self, file_id: impl Into<String>) -> Download {
        Download { call: Call::new(&self.client, &ops::FILES_DOWNLOAD).path(file_id) }
    }
}

/// The call behind [`Files::upload`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Upload {
    call: Call,
    form: Form,
}

impl Upload {
    /// Overrides the uploaded file name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.form = self.form.text("name", name);
        self
    }

    /// JSON object of string pairs as text, at most 8 KB.
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.form = self.form.text("metadata", crate::builder::json_text(metadata));
        self
    }

    /// Life time of the file.
    pub fn expires_in_seconds(mut self, expires_in_seconds: i64) -> Self {
        self.form = self.form.text("expires_in_seconds", expires_in_seconds.to_string());
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Upload, json FileMetadata, |self| self.call.form(self.form));

/// The call behind [`Files::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Match on the file name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        let value: String = name.into();
        self.call = self.call.query("name", value);
        self
    }

    /// Only files delivered by this session.
    pub fn scope_id(mut self, scope_id: impl Into<String>) -> Self {
        let value: String = scope_id.into();
        self.call = self.call.query("scope_id", value);
        self
    }

    /// Only these file IDs; repeat the parameter.
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        for value in ids {
            let value: String = value.into();
            self.call = self.call.query("ids[]", value);
        }
        self
    }

    /// Items per page. Default 20. From 1 to 100.
    pub fn limit(mut self, limit: i64) -> Self {
        self.call = self.call.query("limit", limit);
        self
    }

    /// Opaque cursor: the `next_page` of the previous response.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        let value: String = page.into();
        self.call = self.call.query("page", value);
        self
    }

    /// Return items after this ID (the previous `last_id`); an older cursor, never combined with another one.
    pub fn after_id(mut self, after_id: impl Into<String>) -> Self {
        let value: String = after_id.into();
        self.call = self.call.query("after_id", value);
        self
    }

    /// Return items before this ID (the previous `first_id`); an older cursor, never combined with another
    /// one.
    pub fn before_id(mut self, before_id: impl Into<String>) -> Self {
        let value: String = before_id.into();
        self.call = self.call.query("before_id", value);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(List, page FileMetadata, |self| self.call);

/// The call behind [`Files::retrieve`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Retrieve {
    call: Call,
}

impl Retrieve {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Retrieve, json FileMetadata, |self| self.call);

/// The call behind [`Files::delete`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Delete {
    call: Call,
}

impl Delete {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Delete, json DeletedFile, |self| self.call);

/// The call behind [`Files::download`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Download {
    call: Call,
}

impl Download {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Download, download, |self| self.call);
