# Generated from spec/ by codegen; edit the spec.
"""Types of memory stores."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required

if TYPE_CHECKING:
    MemoryStoreStatus: TypeAlias = Literal["active", "archived"] | str
    """Whether a memory store can be written."""
    MemoryOperation: TypeAlias = Literal["created", "modified", "deleted", "updated"] | str
    """Kind of a recorded change."""
    MemoryView: TypeAlias = Literal["basic", "full"] | str
    """How much of a memory an answer holds: `full` includes content, `basic` leaves it out."""
else:
    MemoryStoreStatus = str
    MemoryOperation = str
    MemoryView = str


class ApiActor(Model, tag_field="type", tag="api_actor"):
    """Written with an API key."""

    type: ClassVar[Literal["api_actor"]] = "api_actor"
    """Kind tag of this object."""

    api_key_id: str = ABSENT
    """Key ID."""


class DeletedMemory(Model):
    """Marker of a deleted memory."""

    type: str | None = None
    """Kind tag of this object. Known: `memory_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class DeletedMemoryStore(Model):
    """Marker of a deleted store."""

    type: str | None = None
    """Kind tag of this object. Known: `memory_store_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class Memory(Model, tag_field="type", tag="memory"):
    """Text document at a path inside a store."""

    type: ClassVar[Literal["memory"]] = "memory"
    """Kind tag of this object."""

    id: str = ABSENT
    """Memory ID, prefix `mem_`."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""

    memory_version_id: str | None = None
    """Version holding the current content."""

    path: str = ABSENT
    """Path, unique in the store and case-sensitive."""

    content: str | None = None
    """UTF-8 text; only with view=full."""

    content_sha256: str = ABSENT
    """Lowercase hex SHA-256 of the UTF-8 content."""

    content_size_bytes: int = ABSENT
    """Size of the content in bytes."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class MemoryCreateParams(TypedDict, total=False):
    """New memory."""

    path: Required[str]
    """Where to store it; must be free."""

    content: Required[str]
    """UTF-8 text."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class MemoryPrefix(Model, tag_field="type", tag="memory_prefix"):
    """Directory-like roll-up in a listing with depth=1."""

    type: ClassVar[Literal["memory_prefix"]] = "memory_prefix"
    """Kind tag of this object."""

    path: str = ABSENT
    """Prefix, ends with `/`."""


class MemoryStore(Model):
    """Named collection of memories."""

    type: Literal["memory_store"] = "memory_store"
    """Kind tag of this object."""

    id: str = ABSENT
    """Store ID, prefix `memstore_`."""

    name: str = ABSENT
    """Display name."""

    description: str | None = None
    """Shown to the agent when attached; entry contents are not."""

    status: MemoryStoreStatus | None = None
    """Life-cycle state."""

    entry_count: int | None = None
    """Number of memories."""

    total_size: int | None = None
    """Bytes stored."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class MemoryStoreCreateParams(TypedDict, total=False):
    """New memory store."""

    name: Required[str]
    """Display name."""

    description: str | None
    """Tell the agent what is inside and when to look."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class MemoryStoreUpdateParams(TypedDict, total=False):
    """Partial change of a store."""

    name: str | None
    """Display name."""

    description: str | None
    """Free text describing the object."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class MemoryUpdateParams(TypedDict, total=False):
    """Partial change of a memory."""

    content: str | None
    """New text."""

    path: str | None
    """New path."""

    content_sha256: str | None
    """Change only if the current content still has this hash."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class MemoryVersion(Model):
    """Immutable record of one change to a memory."""

    type: Literal["memory_version"] = "memory_version"
    """Kind tag of this object."""

    id: str = ABSENT
    """Version ID, prefix `memver_`."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""

    memory_id: str = ABSENT
    """Memory concerned."""

    operation: MemoryOperation = ABSENT
    """Kind of change."""

    path: str | None = None
    """Path at that time; null once redacted."""

    content: str | None = None
    """Text at that time; null unless view=full, when deleted or redacted."""

    content_sha256: str | None = None
    """Lowercase hex SHA-256 of the UTF-8 content."""

    content_size_bytes: int | None = None
    """Size of the content in bytes."""

    created_by: "Actor | None" = None
    """Who made the change."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    redacted_at: datetime | None = None
    """When it was redacted; test this, not the HTTP status."""

    redacted_by: "Actor | None" = None
    """Who redacted it."""


class ServiceAccountActor(Model, tag_field="type", tag="service_account_actor"):
    """Written by a service account."""

    type: ClassVar[Literal["service_account_actor"]] = "service_account_actor"
    """Kind tag of this object."""

    service_account_id: str = ABSENT
    """Service account ID."""


class SessionActor(Model, tag_field="type", tag="session_actor"):
    """Written by a session."""

    type: ClassVar[Literal["session_actor"]] = "session_actor"
    """Kind tag of this object."""

    session_id: str = ABSENT
    """Session ID, prefix `sess_`."""


class UserActor(Model, tag_field="type", tag="user_actor"):
    """Written by a user."""

    type: ClassVar[Literal["user_actor"]] = "user_actor"
    """Kind tag of this object."""

    user_id: str = ABSENT
    """User ID."""


Actor: TypeAlias = SessionActor | ApiActor | UserActor | ServiceAccountActor | OrUnknown
"""Who performed a write."""

MemoryListItem: TypeAlias = Memory | MemoryPrefix | OrUnknown
"""Memory, or a rolled-up path prefix."""
