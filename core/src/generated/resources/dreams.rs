// Generated from spec/ by codegen; edit the spec instead.

//! `dreams`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    Dream, DreamCreateParams, DreamInput, DreamModelSpec, DreamStatus, OutputBehavior,
};
use crate::model::{Field, Timestamp};

/// Background consolidation of memories.
#[derive(Debug, Clone)]
pub struct Dreams {
    pub(crate) client: Client,
}

impl Dreams {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Start a background consolidation of memories.
    ///
    /// - `inputs`: What to read.
    /// - `model`: Model ID, for example `auto`, or model with speed.
    pub fn create(
        &self,
        inputs: impl IntoIterator<Item = impl Into<DreamInput>>,
        model: impl Into<DreamModelSpec>,
    ) -> Create {
        Create {
            call: Call::new(&self.client, &ops::DREAMS_CREATE),
            body: DreamCreateParams {
                inputs: inputs.into_iter().map(Into::into).collect(),
                model: model.into(),
                ..Default::default()
            },
        }
    }

    /// List dreams.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::DREAMS_LIST) }
    }

    /// Fetch a dream.
    ///
    /// - `dream_id`: Dream ID, prefix `drm_`.
    pub fn retrieve(&self, dream_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::DREAMS_RETRIEVE).path(dream_id) }
    }

    /// Cancel a pending or running dream.
    ///
    /// - `dream_id`: Dream ID, prefix `drm_`.
    pub fn cancel(&self, dream_id: impl Into<String>) -> Cancel {
        Cancel { call: Call::new(&self.client, &ops::DREAMS_CANCEL).path(dream_id) }
    }

    /// Archive a finished dream.
    ///
    /// - `dream_id`: Dream ID, prefix `drm_`.
    pub fn archive(&self, dream_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::DREAMS_ARCHIVE).path(dream_id) }
    }
}

/// The call behind [`Dreams::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: DreamCreateParams,
}

impl Create {
    /// Guidance.
    pub fn instructions(mut self, instructions: impl Into<Field<String>>) -> Self {
        self.body.instructions = instructions.into();
        self
    }

    /// Where to put results.
    pub fn output_behavior(mut self, output_behavior: impl Into<OutputBehavior>) -> Self {
        self.body.output_behavior = Some(output_behavior.into());
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

builder!(Create, json Dream, |self| self.call.json(&self.body));

/// The call behind [`Dreams::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Also return archived items. Default false.
    pub fn include_archived(mut self, include_archived: bool) -> Self {
        self.call = self.call.query("include_archived", include_archived);
        self
    }

    /// Only items created after this time.
    pub fn created_at_gt(mut self, created_at_gt: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_gt.into();
        self.call = self.call.query("created_at[gt]", value);
        self
    }

    /// Only items created before this time.
    pub fn created_at_lt(mut self, created_at_lt: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_lt.into();
        self.call = self.call.query("created_at[lt]", value);
        self
    }

    /// Only these states; repeat the parameter.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<DreamStatus>>) -> Self {
        for value in statuses {
            let value: DreamStatus = value.into();
            self.call = self.call.query("statuses[]", value);
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

builder!(List, page Dream, |self| self.call);

/// The call behind [`Dreams::retrieve`].
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

builder!(Retrieve, json Dream, |self| self.call);

/// The call behind [`Dreams::cancel`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Cancel {
    call: Call,
}

impl Cancel {
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

builder!(Cancel, json Dream, |self| self.call);

/// The call behind [`Dreams::archive`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Archive {
    call: Call,
}

impl Archive {
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

builder!(Archive, json Dream, |self| self.call);
