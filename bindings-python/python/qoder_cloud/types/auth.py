# Generated from spec/ by codegen; edit the spec.
"""Types of auth."""

from datetime import datetime
from typing import Literal, TypedDict

from .._model import ABSENT, Model
from .._typing import Required


class TokenExchangeParams(TypedDict, total=False):
    """Token to issue."""

    grant_type: Required[Literal["client_credentials"]]
    """OAuth grant; always `client_credentials`."""

    audience: Required[Literal["qoder"]]
    """Service the token is for; always `qoder`."""

    scope: Required[str]
    """Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward."""

    ttl_seconds: int
    """Wanted life time."""


class TokenExchangeResponse(Model):
    """Issued token; the whole answer is a secret."""

    access_token: str = ABSENT
    """SAT to send as bearer token."""

    token_type: str = ABSENT
    """`Bearer`, in any letter case."""

    expires_in: int | str = ABSENT
    """Life time in seconds; may arrive as a digit string."""

    expires_at: datetime | None = None
    """When it expires."""
