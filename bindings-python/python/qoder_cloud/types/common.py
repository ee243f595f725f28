# Generated from spec/ by codegen; edit the spec.
"""Types of common."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import ABSENT, Model

if TYPE_CHECKING:
    ErrorType: TypeAlias = (
        Literal[
            "invalid_request_error",
            "authentication_error",
            "permission_error",
            "not_found_error",
            "conflict_error",
            "precondition_failed_error",
            "rate_limit_error",
            "overloaded_error",
            "api_error",
            "feature_not_available",
        ]
        | str
    )
    """Machine-readable kind of an API error."""
    SortOrder: TypeAlias = Literal["asc", "desc"] | str
    """Direction of a sorted list."""
else:
    ErrorType = str
    SortOrder = str


class ErrorDetail(Model):
    """What went wrong."""

    type: ErrorType = ABSENT
    """Machine-readable class of the failure. New values may appear; fall back to the HTTP status."""

    message: str = ABSENT
    """Text for humans; wording may change."""

    param: str | None = None
    """Request field that caused the failure."""

    code: str | None = None
    """Finer code given by some operations, for example drive_delete_partial."""

    feature: str | None = None
    """Feature that has to be activated (501 only, older pages)."""

    available_from: str | None = None
    """Beta identifier exposing that feature (501 only, older pages)."""

    deleted_count: int | None = None
    """Entries already removed when a recursive delete stopped half way."""

    decision_id: str | None = None
    """Record left behind by a failed decision request; retrieve it for detail."""
