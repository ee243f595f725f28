"""The difference between an argument that is absent and one that is None."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeVar

T = TypeVar("T")


class NotGiven:
    """The type of `NOT_GIVEN`: an argument that is not sent. `None` is sent, as `null`."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven()
"""The default of optional arguments."""


def given(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that are to be sent."""
    return {name: value for name, value in arguments.items() if value is not NOT_GIVEN}
