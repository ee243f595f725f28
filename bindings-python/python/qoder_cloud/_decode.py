"""Bytes into objects: strict and fast first, leniently when something is not as documented."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import import_module
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin

import msgspec

from ._errors import undecodable
from ._model import Model, UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._native import Done, Response

T = TypeVar("T")


class PageBody(msgspec.Struct, Generic[T]):
    """A page: its items, and what it says about the pages around it."""

    data: list[T] = []
    has_more: bool | None = None
    next_page: str | None = None
    first_id: str | None = None
    last_id: str | None = None


class Reader(Generic[T]):
    """Reads one kind of object."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    @cached_property
    def _one(self) -> msgspec.json.Decoder[T]:
        return msgspec.json.Decoder(self._kind)

    @cached_property
    def decode(self) -> Callable[[bytes], list[T]]:
        """Makes objects of a text that lists them, if they are as documented."""
        return msgspec.json.Decoder(list[self._kind]).decode  # type: ignore[name-defined]

    @cached_property
    def _page(self) -> msgspec.json.Decoder[PageBody[T]]:
        return msgspec.json.Decoder(PageBody[self._kind])  # type: ignore[name-defined]

    def one(self, response: Response) -> T:
        """The object a response holds."""
        body = response.body
        value: Any
        try:
            value = self._one.decode(body)
        except msgspec.DecodeError:
            value = lenient(self._kind, plain(body or b"{}", response))
        if value is not None:
            value._origin = response
        return value  # type: ignore[no-any-return]

    def page(self, response: Response) -> PageBody[T]:
        """The page a response holds."""
        body = response.body
        try:
            page = self._page.decode(body)
        except msgspec.DecodeError:
            page = self._lenient_page(plain(body, response), response)
        response.adopt(page.data)
        return page

    def many(self, done: Done) -> list[T]:
        """The objects of the list that came of a procedure."""
        try:
            objects = self.decode(done.json)
        except msgspec.DecodeError:
            objects = self.leniently(done.json)
        done.adopt(objects)
        return objects

    def leniently(self, json: bytes) -> list[T]:
        """The objects that a text lists, one of which at least is not as documented."""
        return [self._item(part) for part in msgspec.json.decode(json, type=list[msgspec.Raw])]

    def _item(self, part: msgspec.Raw) -> T:
        try:
            return self._one.decode(part)
        except msgspec.ValidationError:
            item: T = lenient(self._kind, msgspec.json.decode(part))
            return item

    def _lenient_page(self, body: Any, response: Response) -> PageBody[T]:
        if not isinstance(body, dict) or not isinstance(body.get("data"), list):
            raise undecodable(response, "it is not a page")
        bounds = {name: body.get(name) for name in ("has_more", "next_page", "first_id", "last_id")}
        return PageBody(data=[lenient(self._kind, item) for item in body["data"]], **bounds)


@cache
def reader(place: str) -> Reader[Any]:
    """The reader of `agents.Agent`, a name below `qoder_cloud.types`."""
    return Reader(find(place))


def find(place: str) -> Any:
    """The type called `agents.Agent` below `qoder_cloud.types`."""
    module, _, name = place.partition(".")
    return getattr(import_module(f"qoder_cloud.types.{module}"), name)


def plain(body: bytes, response: Response) -> Any:
    """JSON as plain values."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError) as cause:
        raise undecodable(response, str(cause)) from cause


def lenient(kind: Any, value: Any) -> Any:
    """The best object that can be made of `value`: what does not fit its type stays as it came."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        pass
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _variant(arguments, value)
    if origin is list and isinstance(value, list):
        return [lenient(arguments[0], item) for item in value]
    if origin is dict and isinstance(value, dict):
        return {name: lenient(arguments[1], item) for name, item in value.items()}
    if isinstance(kind, type) and issubclass(kind, Model) and isinstance(value, dict):
        return _object(kind, value)
    return value


def _object(kind: type[Model], value: dict[str, Any]) -> Any:
    fields = {
        field.name: lenient(field.type, value[field.encode_name])
        for field in msgspec.structs.fields(kind)
        if value.get(field.encode_name) is not None
    }
    return kind(**fields)


def _variant(variants: tuple[Any, ...], value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    objects = [kind for kind in variants if isinstance(kind, type) and issubclass(kind, Model)]
    for kind in objects:
        if kind.__struct_config__.tag in (None, value.get("type")):
            return _object(kind, value)
    return UnknownVariant(value)
