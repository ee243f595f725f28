// Generated from spec/ by codegen; edit the spec instead.

//! `sessions.resources`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    DeletedSessionResource, FileResource, SessionResource, SessionResourceAddParams,
    SessionResourceUpdateParams,
};
use crate::model::{Field, Secret};

/// Files, repositories and memory stores attached to a session.
#[derive(Debug, Clone)]
pub struct Resources {
    pub(crate) client: Client,
}

impl Resources {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Attach an uploaded file to a live session.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `file_id`: File ID, prefix `file_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: That file is already attached.
    pub fn add(&self, session_id: impl Into<String>, file_id: impl Into<String>) -> Add {
        Add {
            call: Call::new(&self.client, &ops::SESSIONS_RESOURCES_ADD).path(session_id),
            body: SessionResourceAddParams { file_id: file_id.into(), ..Default::default() },
        }
    }

    /// List what is attached to a session.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn list(&self, session_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::SESSIONS_RESOURCES_LIST).path(session_id) }
    }

    /// Fetch one attachment.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `resource_id`: ID of the attachment inside the session, prefix `sesr_`.
    pub fn retrieve(&self, session_id: impl Into<String>, resource_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::SESSIONS_RESOURCES_RETRIEVE)
                .path(session_id)
                .path(resource_id),
        }
    }

    /// Rotate the credential of an attached repository.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `resource_id`: ID of the attachment inside the session, prefix `sesr_`.
    pub fn update(&self, session_id: impl Into<String>, resource_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::SESSIONS_RESOURCES_UPDATE).path(session_id).path(resource_id),
            body: SessionResourceUpdateParams { ..Default::default() },
        }
    }

    /// Detach a resource.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `resource_id`: ID of the attachment inside the session, prefix `sesr_`.
    pub fn delete(&self, session_id: impl Into<String>, resource_id: impl Into<String>) -> Delete {
        Delete {
            call: Call::new(&self.client, &ops::SESSIONS_RESOURCES_DELETE).path(session_id).path(resource_id),
        }
    }
}

/// The call behind [`Resources::add`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Add {
    call: Call,
    body: SessionResourceAddParams,
}

impl Add {
    /// Defaults to `/mnt/session/uploads/<file_id>`.
    pub fn mount_path(mut self, mount_path: impl Into<Field<String>>) -> Self {
        self.body.mount_path = mount_path.into();
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

builder!(Add, json FileResource, |self| self.call.json(&self.body));

/// The call behind [`Resources::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
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

builder!(List, page SessionResource, |self| self.call);

/// The call behind [`Resources::retrieve`].
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

builder!(Retrieve, json SessionResource, |self| self.call);

/// The call behind [`Resources::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: SessionResourceUpdateParams,
}

impl Update {
    /// New token of a github_repository.
    pub fn authorization_token(mut self, authorization_token: impl Into<Secret>) -> Self {
        self.body.authorization_token = Some(authorization_token.into());
        self
    }

    /// New password of a git_repository.
    pub fn password(mut self, password: impl Into<Field<Secret>>) -> Self {
        self.body.password = password.into();
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

builder!(Update, json SessionResource, |self| self.call.json(&self.body));

/// The call behind [`Resources::delete`].
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

builder!(Delete, json DeletedSessionResource, |self| self.call);
