"""Client for the Qoder Cloud Agents API.

```python
from qoder_cloud import Qoder

client = Qoder()  # the token comes from QODER_ACCESS_TOKEN
agent = client.agents.create(name="reviewer", model="ultimate")
```
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._auth import ServiceAccount
from ._client import AsyncQoder, Qoder
from ._errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    PreconditionFailedError,
    QoderError,
    RateLimitError,
    RequestTooLargeError,
    TurnError,
    UnprocessableEntityError,
)
from ._native import __version__
from ._not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from ._run_many import AsyncManyTurns, Finished, Job, ManyTurns
    from ._streaming import AsyncEventStream, EventStream
    from ._tools import Deny, PermissionRequest, Tool, ToolError, tool
    from ._turn import AsyncTurn, AsyncTurnResult, Turn, TurnResult

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEventStream",
    "AsyncManyTurns",
    "AsyncQoder",
    "AsyncTurn",
    "AsyncTurnResult",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "Deny",
    "EventStream",
    "Finished",
    "InternalServerError",
    "InvalidArgumentError",
    "Job",
    "ManyTurns",
    "NotFoundError",
    "NotGiven",
    "PermissionDeniedError",
    "PermissionRequest",
    "PreconditionFailedError",
    "Qoder",
    "QoderError",
    "RateLimitError",
    "RequestTooLargeError",
    "ServiceAccount",
    "Tool",
    "ToolError",
    "Turn",
    "TurnError",
    "TurnResult",
    "UnprocessableEntityError",
    "__version__",
    "tool",
]

_LATER = {
    "_run_many": ("AsyncManyTurns", "Finished", "Job", "ManyTurns"),
    "_streaming": ("AsyncEventStream", "EventStream"),
    "_tools": ("Deny", "PermissionRequest", "Tool", "ToolError", "tool"),
    "_turn": ("AsyncTurn", "AsyncTurnResult", "Turn", "TurnResult"),
}
"""What is loaded when it is first used, so that the import stays quick."""


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
