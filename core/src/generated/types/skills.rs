// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/skills.yaml`.

use std::collections::BTreeMap;

use crate::model::{Timestamp, either, object, strings};

object! {
    /// Marker of a deleted skill.
    pub struct DeletedSkill {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Marker of a deleted version; `id` holds the version number.
    pub struct DeletedSkillVersion {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Version number.
        need id: String = "id",
    }
}

object! {
    /// Capability package.
    pub struct Skill tag "type" = "skill" {
        /// Skill ID, prefix `skill_`.
        need id: String = "id",
        /// Title.
        may display_title: String = "display_title",
        /// Origin, `custom` or `qoder`.
        may source: SkillSourceSpec = "source",
        /// Number of the newest version.
        may latest_version: String = "latest_version",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Object form of a skill's origin.
    pub struct SkillSource {
        /// Kind tag of this object.
        need r#type: SkillOrigin = "type",
    }
}

object! {
    /// Change of a skill.
    pub struct SkillUpdateParams {
        /// Display name.
        may name: String = "name",
        /// Free text describing the object.
        may description: String = "description",
        /// Merged by key.
        may metadata: BTreeMap<String, Option<String>> = "metadata",
        /// New SKILL.md text, or a base64 zip.
        may content: String = "content",
        /// Set when content is a base64 zip.
        may content_encoding: String = "content_encoding",
    }
}

object! {
    /// Immutable upload of a skill.
    pub struct SkillVersion tag "type" = "skill_version" {
        /// Version ID, prefix `skillver_`; not used in paths.
        need id: String = "id",
        /// Skill it belongs to.
        need skill_id: String = "skill_id",
        /// Version number, a digit string.
        need version: String = "version",
        /// Name from SKILL.md.
        may name: String = "name",
        /// Description from SKILL.md.
        may description: String = "description",
        /// Root directory of the package.
        may directory: String = "directory",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
    }
}

strings! {
    /// Whether a skill is your own or the platform's.
    pub enum SkillOrigin {
        Custom = "custom",
        Qoder = "qoder",
    }
}

either! {
    /// Origin as a plain string or as an object.
    pub enum SkillSourceSpec {
        /// As text.
        Text(String),
        /// Object form of a skill's origin.
        SkillSource(SkillSource),
    }
}
