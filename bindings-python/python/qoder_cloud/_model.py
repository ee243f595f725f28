"""What answers are made of.

An answer is decoded once, straight into `msgspec` structs that hold the members the API documents. The bytes
it came in stay with what was received (a result, an item of a page, an event), so that `to_dict()` and
`to_json()` give exactly what the server sent, members that nobody has documented yet included.
"""

from __future__ import annotations

from os import PathLike, fsdecode
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

import msgspec

ABSENT: Any = None
"""Default of members that every answer has had so far: should the server leave one out, it reads as None."""

SHOWN = ("id", "type", "name", "status", "version", "state", "title")
"""The members a `repr` shows; anything else could be long, or secret."""


class Origin(Protocol):
    """Where an object came from."""

    @property
    def request_id(self) -> str | None: ...

    def part(self, item: object) -> bytes: ...


class Linked:
    """Has room for where it came from: a slot, since a `__dict__` would cost a fifth of a stream's speed."""

    __slots__ = ("_origin",)

    if TYPE_CHECKING:
        # Not for msgspec, which would work it out anew for every kind of object.
        _origin: Origin

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that brought this; None on parts of a result."""
        origin: Origin | None = getattr(self, "_origin", None)
        return origin.request_id if origin else None


class Model(Linked, msgspec.Struct, kw_only=True, omit_defaults=True, gc=False):
    """An object as the server sent it."""

    @property
    def extra_fields(self) -> dict[str, Any]:
        """Members the server sent that this version of the package does not know.

        Only what was received as a whole has them: a result, an item of a page, an event. Those of its parts
        are found through its `to_dict()`.
        """
        known = {*self.__struct_fields__, self.__struct_config__.tag_field}
        return {name: value for name, value in self.to_dict().items() if name not in known}

    def to_dict(self) -> dict[str, Any]:
        """Everything the server sent, as plain Python values; times stay text."""
        decoded: dict[str, Any] = msgspec.json.decode(self._json())
        return decoded

    def to_json(self, *, indent: int | None = None) -> str:
        """Everything the server sent, as JSON."""
        text = self._json()
        return (text if indent is None else msgspec.json.format(text, indent=indent)).decode()

    def _json(self) -> bytes:
        origin: Origin | None = getattr(self, "_origin", None)
        return origin.part(self) if origin else encode(self)

    def __repr__(self) -> str:
        shown = ((name, getattr(self, name, None)) for name in SHOWN)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown if value)})"

    def __copy__(self) -> Any:
        return _restored(*self.__reduce__()[1])

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        kept = Kept(self._json(), self.request_id) if hasattr(self, "_origin") else None
        return _restored, (type(self), fields, kept)


class UnknownVariant(Linked):
    """An object of a kind this version of the package does not know: its members are attributes."""

    __slots__ = ("raw",)

    raw: dict[str, Any]
    """The object as the server sent it."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw

    if TYPE_CHECKING:
        # Declared as a kind that does not exist, so that comparing `type` tells the known kinds apart.
        type: Literal["<unknown>"]
    else:

        @property
        def type(self) -> str:
            """The kind the server named."""
            return str(self.raw.get("type", ""))

    def to_dict(self) -> dict[str, Any]:
        """Everything the server sent."""
        return self.raw

    def to_json(self, *, indent: int | None = None) -> str:
        """Everything the server sent, as JSON."""
        text = encode(self.raw)
        return (text if indent is None else msgspec.json.format(text, indent=indent)).decode()

    def __getattr__(self, name: str) -> Any:
        if name in ("_origin", "raw"):
            raise AttributeError(name)
        try:
            return self.raw[name]
        except KeyError:
            raise AttributeError(f"this {self.type or 'object'} has no member {name!r}") from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnknownVariant) and other.raw == self.raw

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"UnknownVariant(type={self.type!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return UnknownVariant, (self.raw,)


class Kept:
    """The bytes of one object, kept through a copy or a pickle."""

    __slots__ = ("json", "request_id")

    def __init__(self, json: bytes, request_id: str | None) -> None:
        self.json = json
        self.request_id = request_id

    def part(self, item: object) -> bytes:
        """The object, which is the only one."""
        return self.json


def _restored(kind: type[Model], fields: dict[str, Any], kept: Kept | None) -> Model:
    restored = kind(**fields)
    if kept:
        restored._origin = kept
    return restored


def _plain(value: object) -> Any:
    if isinstance(value, UnknownVariant):
        return value.raw
    if isinstance(value, PathLike):
        return fsdecode(value)
    raise NotImplementedError(f"{type(value).__name__} cannot be sent")


encode = msgspec.json.Encoder(enc_hook=_plain).encode
"""Writes JSON."""

if TYPE_CHECKING:
    OrUnknown: TypeAlias = UnknownVariant
    """The last member of a union that may grow."""
else:

    class _OrUnknown:
        """msgspec decides between the known members; what fits none is found out afterwards."""

        def __ror__(self, known: Any) -> Any:
            return known

    OrUnknown = _OrUnknown()
