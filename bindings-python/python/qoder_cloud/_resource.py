"""What all resources have in common: the doors through which every operation goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ._errors import failed
from ._native import Failure
from ._options import call_options

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from ._client import AsyncQoder, Qoder
    from ._files import AsyncDownload, Download
    from ._native import Response
    from ._operation import Operation
    from ._pagination import AsyncPage, Page
    from ._streaming import AsyncEventStream, EventStream

T = TypeVar("T")
R = TypeVar("R")
Arguments = dict[str, Any]

_NONE: Arguments = {}

PARSED, RAW, STREAMING = range(3)
"""What a call returns: the object, the whole response, or the response while its body is still on its way."""


class _Base:
    def __init__(self, client: Any, mode: int = PARSED) -> None:
        self._client = client
        self._mode = mode

    if not TYPE_CHECKING:
        # Each resource has a view of its own for the type checkers.

        @property
        def with_raw_response(self):
            """The same operations, returning a `RawResponse`: status, headers, bytes, and `parse()`."""
            return type(self)(self._client, RAW)

        @property
        def with_streaming_response(self):
            """The same operations, returning a context manager for a response that is read as it comes."""
            return type(self)(self._client, STREAMING)

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def arguments(
    operation: Operation[Any],
    path: tuple[str, ...],
    query: Arguments,
    headers: Arguments,
    body: Arguments | None,
    form: Arguments | None,
    options: Mapping[str, Any],
    transfers: bool = False,
) -> tuple[Any, ...]:
    """A call as the core takes it."""
    told, head = call_options(options, operation.id, transfers or form is not None) if options else (None, [])
    return (
        operation.index,
        operation.path(path),
        operation.pairs(query) if query else [],
        operation.pairs(headers) + head if headers else head,
        operation.body(body) if body is not None else None,
        operation.form(form) if form is not None else None,
        told,
    )


class Resource(_Base):
    """A node of the tree of resources."""

    _client: Qoder

    def _call(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        body: Arguments | None = None,
        form: Arguments | None = None,
        options: Mapping[str, Any],
    ) -> T:
        call = arguments(operation, path, query, headers, body, form, options)
        if self._mode:
            return self._unparsed(operation.reader.one, call)
        outcome = self._client._core.call(None, *call)
        if type(outcome) is Failure:
            raise failed(outcome)
        return operation.reader.one(outcome)

    def _list(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        prefetch: bool = False,
        options: Mapping[str, Any],
    ) -> Page[T]:
        from ._pagination import Page

        call = arguments(operation, path, query, headers, None, None, options)
        first = self._client._core.list(*call[:4], call[6])
        if type(first) is Failure:
            raise failed(first)
        if self._mode:
            return self._unparsed(partial(Page, operation.reader, first, prefetch), call)
        return Page(operation.reader, first, prefetch)

    def _stream(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        options: Mapping[str, Any],
    ) -> EventStream[T]:
        from ._streaming import EventStream

        call = arguments(operation, path, query, headers, None, None, options)
        if self._mode:
            return self._unparsed(None, call)
        outcome = self._client._core.events(None, *call[:4], call[6])
        if type(outcome) is Failure:
            raise failed(outcome)
        return EventStream(operation.reader, outcome)

    def _download(
        self, operation: Operation[Any], path: tuple[str, ...], *, options: Mapping[str, Any]
    ) -> Download:
        from ._files import Download

        call = arguments(operation, path, _NONE, _NONE, None, None, options, transfers=True)
        if self._mode:
            return self._unparsed(None, call)
        outcome = self._client._core.download(None, *call[:4], call[6])
        if type(outcome) is Failure:
            raise failed(outcome)
        return Download(outcome)

    def _unparsed(self, parse: Callable[[Response], R] | None, call: tuple[Any, ...]) -> R:
        """Typed as the operation says; callers see the types of the views."""
        from ._raw import RawResponse, StreamingResponse

        if self._mode == STREAMING:
            return cast("R", StreamingResponse(lambda: self._client._core.open(None, *call)))
        outcome = self._client._core.call(None, *call)
        if type(outcome) is Failure:
            raise failed(outcome)
        return cast("R", RawResponse(outcome, parse))


class AsyncResource(_Base):
    """A node of the tree of resources."""

    _client: AsyncQoder

    def _call(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        body: Arguments | None = None,
        form: Arguments | None = None,
        options: Mapping[str, Any],
    ) -> Awaitable[T]:
        call = arguments(operation, path, query, headers, body, form, options)
        if self._mode:
            return cast("Awaitable[T]", self._unparsed(operation.reader.one, call))
        submitted = self._client._submit(self._client._core.call, *call, read=operation.reader.one)
        return cast("Awaitable[T]", submitted)

    def _list(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        prefetch: bool = False,
        options: Mapping[str, Any],
    ) -> AsyncPage[T]:
        from ._pagination import AsyncPage

        call = arguments(operation, path, query, headers, None, None, options)
        first = self._client._core.list(*call[:4], call[6])
        if type(first) is Failure:
            raise failed(first)
        if self._mode:
            made = partial(AsyncPage, operation.reader, first, prefetch)
            return cast("AsyncPage[T]", self._unparsed(made, call))
        return AsyncPage(operation.reader, first, prefetch)

    def _stream(
        self,
        operation: Operation[T],
        path: tuple[str, ...],
        *,
        query: Arguments = _NONE,
        headers: Arguments = _NONE,
        options: Mapping[str, Any],
    ) -> AsyncEventStream[T]:
        from ._streaming import AsyncEventStream

        call = arguments(operation, path, query, headers, None, None, options)
        if self._mode:
            return cast("AsyncEventStream[T]", self._unparsed(None, call))
        return AsyncEventStream(operation.reader, self._client._core, (*call[:4], call[6]))

    async def _download(
        self, operation: Operation[Any], path: tuple[str, ...], *, options: Mapping[str, Any]
    ) -> AsyncDownload:
        from ._files import AsyncDownload

        call = arguments(operation, path, _NONE, _NONE, None, None, options, transfers=True)
        if self._mode:
            return cast("AsyncDownload", await self._unparsed(None, call))
        core = self._client._core
        return AsyncDownload(await self._client._submit(core.download, *call[:4], call[6]))

    def _unparsed(self, parse: Callable[[Response], R] | None, call: tuple[Any, ...]) -> Any:
        """Something to await: the response, or what opens it."""
        from ._raw import AsyncStreamingResponse, RawResponse

        client = self._client
        if self._mode == STREAMING:
            return AsyncStreamingResponse(lambda: client._submit(client._core.open, *call))

        async def whole() -> RawResponse[Any]:
            return RawResponse(await client._submit(client._core.call, *call), parse)

        return whole()
