// Generated from spec/ by codegen; edit the spec instead.

//! `skills.versions`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::files::upload::{Form, Part};
use crate::generated::operations as ops;
use crate::generated::types::{DeletedSkillVersion, SkillVersion};

/// Uploaded contents of a skill.
#[derive(Debug, Clone)]
pub struct Versions {
    pub(crate) client: Client,
}

impl Versions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Upload a new version of a skill.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    /// - `files`: One zip, or every file of the tree; keep relative paths in the part file names.
    pub fn create(
        &self,
        skill_id: impl Into<String>,
        files: impl IntoIterator<Item = impl Into<Part>>,
    ) -> Create {
        Create {
            call: Call::new(&self.client, &ops::SKILLS_VERSIONS_CREATE).path(skill_id),
            form: files.into_iter().fold(Form::new(), |form, part| form.part("files", part.into())),
        }
    }

    /// List the versions of a skill, latest first.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    pub fn list(&self, skill_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::SKILLS_VERSIONS_LIST).path(skill_id) }
    }

    /// Fetch one version.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    /// - `version`: Version number of the skill (the `version` member, not the `skillver_` ID).
    pub fn retrieve(&self, skill_id: impl Into<String>, version: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::SKILLS_VERSIONS_RETRIEVE).path(skill_id).path(version),
        }
    }

    /// Delete one version.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    /// - `version`: Version number of the skill (the `version` member, not the `skillver_` ID).
    pub fn delete(&self, skill_id: impl Into<String>, version: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::SKILLS_VERSIONS_DELETE).path(skill_id).path(version) }
    }

    /// Download one version as a zip.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    /// - `version`: Version number of the skill (the `version` member, not the `skillver_` ID).
    pub fn download(&self, skill_id: impl Into<String>, version: impl Into<String>) -> Download {
        Download {
            call: Call::new(&self.client, &ops::SKILLS_VERSIONS_DOWNLOAD).path(skill_id).path(version),
        }
    }
}

/// The call behind [`Versions::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    form: Form,
}

impl Create {
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

builder!(Create, json SkillVersion, |self| self.call.form(self.form));

/// The call behind [`Versions::list`].
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

builder!(List, page SkillVersion, |self| self.call);

/// The call behind [`Versions::retrieve`].
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

builder!(Retrieve, json SkillVersion, |self| self.call);

/// The call behind [`Versions::delete`].
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

builder!(Delete, json DeletedSkillVersion, |self| self.call);

/// The call behind [`Versions::download`].
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
