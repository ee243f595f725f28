"""Client for the Qoder Cloud Agents API.

```python
from qoder_cloud import Qoder

client = Qoder()  # the token comes from QODER_ACCESS_TOKEN
agent = client.agents.create(name="reviewer", model="ultimate")
```
"""

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
    UnprocessableEntityError,
)
from ._native import __version__
from ._not_given import NOT_GIVEN, NotGiven

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncQoder",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InternalServerError",
    "InvalidArgumentError",
    "NotFoundError",
    "NotGiven",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "Qoder",
    "QoderError",
    "RateLimitError",
    "RequestTooLargeError",
    "ServiceAccount",
    "UnprocessableEntityError",
    "__version__",
]
