// Generated from spec/ by codegen; edit the spec instead.

//! `skills`

pub mod versions;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::files::upload::{Form, Part};
use crate::generated::operations as ops;
use crate::generated::types::{DeletedSkill, Skill, SkillOrigin, SkillUpdateParams};

/// Reusable instructions that agents load on demand.
#[derive(Debug, Clone)]
pub struct Skills {
    pub(crate) client: Client,
}

impl Skills {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Uploaded contents of a skill.
    pub fn versions(&self) -> versions::Versions {
        versions::Versions::new(&self.client)
    }

    /// Upload a skill as a zip or as a tree of files.
    ///
    /// SKILL.md must sit at the root or one directory below; its front matter decides name and description.
    /// The zip may hold at most 50 MiB.
    ///
    /// - `files`: One zip, or every file of the tree; keep relative paths in the part file names.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: No SKILL.md, or bad front matter.
    /// - 413: The archive is too large (status inferred from the SDK's error mapping).
    pub fn create(&self, files: impl IntoIterator<Item = impl Into<Part>>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::SKILLS_CREATE),
            form: files.into_iter().fold(Form::new(), |form, part| form.part("files", part.into())),
        }
    }

    /// List skills.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::SKILLS_LIST) }
    }

    /// Fetch a skill.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    pub fn retrieve(&self, skill_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::SKILLS_RETRIEVE).path(skill_id) }
    }

    /// Change a skill's texts or content (superseded by uploading a new version).
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    pub fn update(&self, skill_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::SKILLS_UPDATE).path(skill_id),
            body: SkillUpdateParams { ..Default::default() },
        }
    }

    /// Delete a skill; agents bound to it are not unbound.
    ///
    /// - `skill_id`: Skill ID, prefix `skill_`.
    pub fn delete(&self, skill_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::SKILLS_DELETE).path(skill_id) }
    }
}

/// The call behind [`Skills::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    form: Form,
}

impl Create {
    /// Title.
    pub fn display_title(mut self, display_title: impl Into<String>) -> Self {
        self.form = self.form.text("display_title", display_title);
        self
    }

    /// JSON object of string pairs as text.
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.form = self.form.text("metadata", crate::builder::json_text(metadata));
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

builder!(Create, json Skill, |self| self.call.form(self.form));

/// The call behind [`Skills::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Match on the name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        let value: String = name.into();
        self.call = self.call.query("name", value);
        self
    }

    /// Match on the title.
    pub fn display_title(mut self, display_title: impl Into<String>) -> Self {
        let value: String = display_title.into();
        self.call = self.call.query("display_title", value);
        self
    }

    /// Only own or only platform skills.
    pub fn source(mut self, source: impl Into<SkillOrigin>) -> Self {
        let value: SkillOrigin = source.into();
        self.call = self.call.query("source", value);
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

builder!(List, page Skill, |self| self.call);

/// The call behind [`Skills::retrieve`].
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

builder!(Retrieve, json Skill, |self| self.call);

/// The call behind [`Skills::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: SkillUpdateParams,
}

impl Update {
    /// Display name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// Merged by key.
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<Option<String>>)>,
    ) -> Self {
        self.body.metadata =
            Some(metadata.into_iter().map(|(key, value)| (key.into(), value.into())).collect());
        self
    }

    /// New SKILL.md text, or a base64 zip.
    pub fn content(mut self, content: impl Into<String>) -> Self {
        self.body.content = Some(content.into());
        self
    }

    /// Set when content is a base64 zip.
    pub fn content_encoding(mut self, content_encoding: impl Into<String>) -> Self {
        self.body.content_encoding = Some(content_encoding.into());
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

builder!(Update, json Skill, |self| self.call.json(&self.body));

/// The call behind [`Skills::delete`].
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

builder!(Delete, json DeletedSkill, |self| self.call);
