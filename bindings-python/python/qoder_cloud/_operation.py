"""An operation as data, and its arguments on their way to the core."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._errors import refused
from ._not_given import given
from ._options import Pairs, query_texts, written

if TYPE_CHECKING:
    import msgspec

    from ._decode import Reader
    from ._files import Part

T = TypeVar("T")

_NOUNS = {
    int: "an integer",
    float: "a number",
    bool: "True or False",
    datetime: "a datetime",
    str: "a string",
}


class Operation(Generic[T]):
    """One operation; `T` is what it answers with, or what its pages or its stream consist of."""

    def __init__(
        self,
        index: int,
        id: str,
        *,
        answer: str | None = None,
        body: str | None = None,
        body_required: bool = True,
        file: str | None = None,
        files: str | None = None,
        arguments: dict[str, type] | None = None,
    ) -> None:
        self.index = index
        self.id = id
        self._answer = answer
        self._body = body
        self._body_required = body_required
        self._file = file
        self._files = files
        self._arguments = arguments or {}

    def __repr__(self) -> str:
        return f"Operation({self.id})"

    @cached_property
    def reader(self) -> Reader[T]:
        """Reads its answers."""
        from ._decode import reader

        assert self._answer, f"{self.id} answers with bytes"
        return reader(self._answer)

    @cached_property
    def _checker(self) -> msgspec.json.Decoder[Any]:
        import msgspec

        from ._decode import find

        assert self._body, f"{self.id} takes no body"
        return msgspec.json.Decoder(find(self._body))

    def path(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """The path values, checked; the core escapes them."""
        for value in values:
            if not isinstance(value, str):
                raise refused(f"a path value must be a string, not {type(value).__name__}", None, self.id)
        return values

    def pairs(self, arguments: dict[str, Any]) -> Pairs:
        """Query or header arguments as text."""
        return [
            pair
            for name, value in given(arguments).items()
            if value is not None
            for pair in self._pairs(name, value)
        ]

    def _pairs(self, name: str, value: Any) -> Pairs:
        kind = self._arguments[name]
        fits = kind is list or type(value) is kind or (isinstance(value, kind) and kind is not int)
        if not fits:
            raise refused(f"`{name}` must be {_NOUNS[kind]}, not {type(value).__name__}", name, self.id)
        if kind is list and isinstance(value, (str, bytes)):
            raise refused(f"`{name}` must be a list of strings, not {type(value).__name__}", name, self.id)
        return [(name, text) for text in query_texts(name, value, self.id)]

    def body(self, arguments: dict[str, Any]) -> bytes | None:
        """The JSON body, read back against its type, so that a mistake is named before anything is sent."""
        from msgspec import ValidationError

        members = given(arguments)
        if not members and not self._body_required:
            return None
        json = written(members, self.id)
        try:
            self._checker.decode(json)
        except ValidationError as mistake:
            what, _, place = str(mistake).partition(" - at `$")
            name = place.rstrip("`").lstrip(".")
            raise refused(f"`{name}`: {what}" if name else what, name or None, self.id) from None
        return json

    def form(self, arguments: dict[str, Any]) -> list[Part]:
        """The parts of a multipart body."""
        from ._files import part, parts

        form: list[Part] = []
        for name, value in given(arguments).items():
            if name == self._file:
                form.append(part(name, value, self.id))
            elif name == self._files:
                form.extend(parts(name, value, self.id))
            elif value is not None:
                form.append((name, None, None, self._field(name, value)))
        return form

    def _field(self, name: str, value: Any) -> str:
        from ._model import encode

        if isinstance(value, str):
            return value
        if isinstance(value, (int, dict)):
            return encode(value).decode()
        raise refused(f"`{name}` cannot be {type(value).__name__}", name, self.id)
