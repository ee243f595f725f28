# Generated from spec/ by codegen; edit the spec.
"""Types of models."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model
from .._typing import Required

if TYPE_CHECKING:
    ModelSpeed: TypeAlias = Literal["standard", "fast"] | str
    """Serving speed of a model."""
    EffortLevel: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
    """How much reasoning a model spends."""
else:
    ModelSpeed = str
    EffortLevel = str


class Capability(Model):
    """Whether something is supported."""

    supported: bool | None = None
    """True if supported."""


class Effort(Model):
    """Object form of a reasoning effort."""

    type: EffortLevel = ABSENT
    """Kind tag of this object."""


class EffortParams(TypedDict, total=False):
    """Object form of a reasoning effort."""

    type: Required[EffortLevel]
    """Kind tag of this object."""


class ModelCapabilities(Model):
    """Feature support of a model."""

    batch: Capability | None = None
    """Batch requests."""

    citations: Capability | None = None
    """Citations."""

    code_execution: Capability | None = None
    """Code execution."""

    context_management: dict[str, Any] = {}
    """Context management, by strategy."""

    effort: dict[str, Any] = {}
    """Reasoning effort, by level."""

    image_input: Capability | None = None
    """Images as input."""

    pdf_input: Capability | None = None
    """PDF as input."""

    structured_outputs: Capability | None = None
    """Structured output."""

    thinking: dict[str, Any] = {}
    """Thinking, by mode."""


class ModelConfig(Model):
    """Model with its tuning, as returned."""

    id: str = ABSENT
    """Model ID."""

    effort: "EffortSpec | None" = None
    """Reasoning effort in use."""

    context_window: int | None = None
    """Context window in tokens."""

    effective_context_window: int | None = None
    """Window the session really uses; seen in session snapshots."""

    speed: ModelSpeed | None = None
    """Serving speed."""

    inference_geo: str | None = None
    """Geography in which inference runs."""


class ModelConfigParams(TypedDict, total=False):
    """Model choice with tuning. Models without listed efforts or windows accept only the plain ID."""

    id: Required[str]
    """Model ID from models.list, for example `ultimate` or `auto`."""

    effort: "EffortSpecParams | None"
    """Reasoning effort; must be one of the model's `efforts`."""

    context_window: int | None
    """One of the model's `available_context_windows`."""

    speed: ModelSpeed | None
    """Serving speed."""

    inference_geo: str | None
    """Geography in which inference should run."""


class ModelInfo(Model):
    """Model that agents may use."""

    type: Literal["model"] = "model"
    """Kind tag of this object."""

    id: str = ABSENT
    """Value for an agent's `model`."""

    display_name: str | None = None
    """Human-readable label."""

    source: str | None = None
    """Origin of the model, for example `system`."""

    is_enabled: bool | None = None
    """Whether the account may use it."""

    is_new: bool | None = None
    """Recently added."""

    price_factor: float | None = None
    """Relative credit price."""

    efforts: list[EffortLevel] = []
    """Accepted reasoning efforts; absent when not tunable."""

    default_effort: str | None = None
    """Effort used when none is given."""

    max_input_tokens: int | None = None
    """Largest input."""

    max_tokens: int | None = None
    """Largest output."""

    default_context_window: int | None = None
    """Window used when none is given."""

    available_context_windows: list[int] | None = None
    """Accepted windows; absent when not tunable."""

    allowed_fallback_models: list[str] = []
    """Models the service may switch to."""

    capabilities: ModelCapabilities | None = None
    """Feature support."""

    created_at: datetime | None = None
    """Creation time, RFC 3339."""


ModelSpec: TypeAlias = str | ModelConfig
"""Model ID, or the model with its tuning."""

EffortSpec: TypeAlias = EffortLevel | Effort
"""Effort as a plain level or as an object."""

if TYPE_CHECKING:
    ModelParam: TypeAlias = str | ModelConfigParams
    """Model ID from models.list, or the model with its tuning."""
    EffortSpecParams: TypeAlias = EffortLevel | EffortParams
    """Effort as a plain level or as an object."""
else:
    ModelParam = str | ModelConfigParams
    EffortSpecParams = EffortLevel | EffortParams
