# Generated from spec/ by codegen; edit the spec.
"""Types of dreams."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required
from .models import ModelSpeed

if TYPE_CHECKING:
    DreamStatus: TypeAlias = Literal["pending", "running", "completed", "failed", "canceled"] | str
    """Progress of a dream."""
else:
    DreamStatus = str


class Dream(Model):
    """Background job that reorganises memory stores."""

    type: Literal["dream"] = "dream"
    """Kind tag of this object."""

    id: str = ABSENT
    """Dream ID, prefix `drm_`."""

    status: DreamStatus = ABSENT
    """Life-cycle state."""

    inputs: "list[DreamInput]" = []
    """What it reads."""

    outputs: "list[DreamOutput]" = []
    """What it wrote."""

    output_behavior: "OutputBehavior | None" = None
    """Where results go."""

    model: "DreamModelSpec | None" = None
    """Model in use: an object, or its ID on older servers."""

    instructions: str | None = None
    """Guidance given by the caller."""

    session_id: str | None = None
    """Session doing the work."""

    usage: "DreamUsage | None" = None
    """Tokens used."""

    error: "DreamError | None" = None
    """Why it failed."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    ended_at: datetime | None = None
    """When it ended."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""


class DreamCreateParams(TypedDict, total=False):
    """New dream."""

    inputs: "Required[Sequence[DreamInputParams]]"
    """What to read."""

    model: "Required[DreamModelSpecParams]"
    """Model ID, for example `auto`, or model with speed."""

    instructions: str | None
    """Guidance."""

    output_behavior: "OutputBehaviorParams"
    """Where to put results."""


class DreamError(Model):
    """Why a dream failed."""

    type: str | None = None
    """Failure code."""

    message: str | None = None
    """Text for humans."""


class DreamMemoryStoreInput(Model, tag_field="type", tag="memory_store"):
    """A memory store to reorganise."""

    type: ClassVar[Literal["memory_store"]] = "memory_store"
    """Kind tag of this object."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""


class DreamMemoryStoreInputParams(TypedDict, total=False):
    """A memory store to reorganise."""

    type: Required[Literal["memory_store"]]
    """Kind tag of this object."""

    memory_store_id: Required[str]
    """Memory store ID, prefix `memstore_`."""


class DreamModel(Model):
    """Model of a dream."""

    id: str = ABSENT
    """Model ID."""

    speed: ModelSpeed | None = None
    """Serving speed."""


class DreamModelParams(TypedDict, total=False):
    """Model of a dream."""

    id: Required[str]
    """Model ID."""

    speed: ModelSpeed
    """Serving speed."""


class DreamOutput(Model):
    """Result of a dream."""

    type: str = ABSENT
    """Kind tag of this object. Known: `memory_store`."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""

    files_touched: "FilesTouched | None" = None
    """Paths written, or how many on older servers."""


class DreamSessionsInput(Model, tag_field="type", tag="sessions"):
    """Sessions to learn from."""

    type: ClassVar[Literal["sessions"]] = "sessions"
    """Kind tag of this object."""

    session_ids: list[str] = []
    """Session IDs."""


class DreamSessionsInputParams(TypedDict, total=False):
    """Sessions to learn from."""

    type: Required[Literal["sessions"]]
    """Kind tag of this object."""

    session_ids: Required[Sequence[str]]
    """Session IDs."""


class DreamUsage(Model):
    """Tokens used by a dream."""

    input_tokens: int | None = None
    """Input tokens."""

    output_tokens: int | None = None
    """Output tokens."""

    cache_creation_input_tokens: int | None = None
    """Input tokens written to cache."""

    cache_read_input_tokens: int | None = None
    """Input tokens served from cache."""


class OutputCreateNew(Model, tag_field="type", tag="create_new"):
    """Write to a new store."""

    type: ClassVar[Literal["create_new"]] = "create_new"
    """Kind tag of this object."""


class OutputCreateNewParams(TypedDict, total=False):
    """Write to a new store."""

    type: Required[Literal["create_new"]]
    """Kind tag of this object."""


class OutputUpdateExisting(Model, tag_field="type", tag="update_existing"):
    """Write to an existing store."""

    type: ClassVar[Literal["update_existing"]] = "update_existing"
    """Kind tag of this object."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""


class OutputUpdateExistingParams(TypedDict, total=False):
    """Write to an existing store."""

    type: Required[Literal["update_existing"]]
    """Kind tag of this object."""

    memory_store_id: Required[str]
    """Memory store ID, prefix `memstore_`."""


DreamInput: TypeAlias = DreamMemoryStoreInput | DreamSessionsInput | OrUnknown
"""Source material of a dream."""

OutputBehavior: TypeAlias = OutputCreateNew | OutputUpdateExisting | OrUnknown
"""Where a dream puts its results."""

FilesTouched: TypeAlias = list[str] | int
"""Paths, or how many."""

DreamModelSpec: TypeAlias = str | DreamModel
"""Model ID, or the model with its tuning."""

if TYPE_CHECKING:
    DreamInputParams: TypeAlias = DreamMemoryStoreInputParams | DreamSessionsInputParams | DreamInput
    """Source material of a dream."""
    OutputBehaviorParams: TypeAlias = OutputCreateNewParams | OutputUpdateExistingParams | OutputBehavior
    """Where a dream puts its results."""
    DreamModelSpecParams: TypeAlias = str | DreamModelParams
    """Model ID, or the model with its tuning."""
else:
    DreamInputParams = Mapping[str, Any]
    OutputBehaviorParams = Mapping[str, Any]
    DreamModelSpecParams = str | DreamModelParams
