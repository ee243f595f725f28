# Generated from spec/ by codegen; edit the spec.
"""Types of skills."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from .._files import FileInput, FilesInput
from .._model import ABSENT, Model
from .._typing import Required

if TYPE_CHECKING:
    SkillOrigin: TypeAlias = Literal["custom", "qoder"] | str
    """Whether a skill is your own or the platform's."""
else:
    SkillOrigin = str


class DeletedSkill(Model):
    """Marker of a deleted skill."""

    type: str | None = None
    """Kind tag of this object. Known: `skill_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class DeletedSkillVersion(Model):
    """Marker of a deleted version; `id` holds the version number."""

    type: str | None = None
    """Kind tag of this object. Known: `skill_version_deleted`."""

    id: str = ABSENT
    """Version number."""


class Skill(Model):
    """Capability package."""

    type: Literal["skill"] = "skill"
    """Kind tag of this object."""

    id: str = ABSENT
    """Skill ID, prefix `skill_`."""

    display_title: str | None = None
    """Title."""

    source: "SkillSourceSpec | None" = None
    """Origin, `custom` or `qoder`."""

    latest_version: str | None = None
    """Number of the newest version."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class SkillCreateParams(TypedDict, total=False):
    """Multipart form of a new skill."""

    type: str
    """Older: `custom`. Deprecated."""

    files: Required[FilesInput]
    """One zip, or every file of the tree; keep relative paths in the part file names."""

    display_title: str | None
    """Title."""

    metadata: Mapping[str, str] | None
    """JSON object of string pairs as text."""

    file: FileInput
    """Older name of the part for one zip. Deprecated."""

    name: str
    """Older; SKILL.md wins. Deprecated."""

    description: str
    """Older; SKILL.md wins. Deprecated."""


class SkillSource(Model):
    """Object form of a skill's origin."""

    type: SkillOrigin = ABSENT
    """Kind tag of this object."""


class SkillUpdateParams(TypedDict, total=False):
    """Change of a skill."""

    name: str
    """Display name."""

    description: str
    """Free text describing the object."""

    metadata: Mapping[str, str | None]
    """Merged by key."""

    content: str
    """New SKILL.md text, or a base64 zip."""

    content_encoding: str
    """Set when content is a base64 zip. Known: `base64`."""


class SkillVersion(Model):
    """Immutable upload of a skill."""

    type: Literal["skill_version"] = "skill_version"
    """Kind tag of this object."""

    id: str = ABSENT
    """Version ID, prefix `skillver_`; not used in paths."""

    skill_id: str = ABSENT
    """Skill it belongs to."""

    version: str = ABSENT
    """Version number, a digit string."""

    name: str | None = None
    """Name from SKILL.md."""

    description: str | None = None
    """Description from SKILL.md."""

    directory: str | None = None
    """Root directory of the package."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""


class SkillVersionCreateParams(TypedDict, total=False):
    """Multipart form of a new version."""

    files: Required[FilesInput]
    """One zip, or every file of the tree; keep relative paths in the part file names."""


SkillSourceSpec: TypeAlias = str | SkillSource
"""Origin as a plain string or as an object."""
