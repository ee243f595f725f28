"""Responses as they came."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from ._files import AsyncDownload, Download, _checked

if TYPE_CHECKING:
    from types import TracebackType

    from ._native import Download as Source, Response

T = TypeVar("T")


class Headers(Mapping[str, str]):
    """Headers by name, whatever its case; a repeated one is joined with commas."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            self._values[name] = f"{self._values[name]}, {value}" if name in self._values else value

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({list(self._values)})"


class RawResponse(Generic[T]):
    """A whole response with a 2xx status."""

    def __init__(self, response: Response, parse: Callable[[Response], T] | None) -> None:
        self._response = response
        self._parse = parse

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._response.status

    @property
    def headers(self) -> Headers:
        """The headers."""
        return Headers(self._response.headers)

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self._response.body

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode(errors="replace")

    def json(self) -> Any:
        """The body as plain values.

        Raises:
            APIResponseValidationError: It is not JSON.
        """
        from ._decode import plain

        return plain(self.content, self._response)

    def parse(self) -> T:
        """What the call returns without `with_raw_response`.

        Raises:
            APIResponseValidationError: The body is not what the operation promises.
        """
        return self._parse(self._response) if self._parse else self.json()

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call."""
        return self._response.request_id

    @property
    def attempts(self) -> int:
        """How many attempts were made."""
        return self._response.attempts

    def __repr__(self) -> str:
        return f"RawResponse(status_code={self.status_code}, request_id={self.request_id!r})"


class _Body:
    _source: Source

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._source.status

    @property
    def headers(self) -> Headers:
        """The headers."""
        return Headers(self._source.headers)


class BodyReader(_Body, Download):
    """A response whose body is read as it comes."""


class AsyncBodyReader(_Body, AsyncDownload):
    """A response whose body is read as it comes."""


class StreamingResponse:
    """Opens a response and closes it again.

    Raises:
        APIError: The call failed; raised on entering.
    """

    def __init__(self, open: Callable[[], Any]) -> None:
        self._open = open

    def __enter__(self) -> BodyReader:
        self._reader = BodyReader(_checked(self._open()))
        return self._reader

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.close()


class AsyncStreamingResponse:
    """Opens a response and closes it again: `async with await client….with_streaming_response.…(…)`.

    Raises:
        APIError: The call failed; raised on entering.
    """

    def __init__(self, open: Callable[[], Awaitable[Any]]) -> None:
        self._open = open

    def __await__(self) -> Generator[Any, None, AsyncStreamingResponse]:
        return self
        yield

    async def __aenter__(self) -> AsyncBodyReader:
        self._reader = AsyncBodyReader(await self._open())
        return self._reader

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._reader.close()


if TYPE_CHECKING:
    # What a view makes of the type of an operation, its arguments kept.
    P = ParamSpec("P")

    class Raw(Generic[P, T]):
        """A whole response instead of what it holds."""

        def __init__(self, operation: Callable[Concatenate[Any, P], T]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, RawResponse[T]]: ...

    class RawUnparsed(Generic[P]):
        """A whole response, of which only bytes are known."""

        def __init__(self, operation: Callable[Concatenate[Any, P], object]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, RawResponse[Any]]: ...

    class Streamed(Generic[P]):
        """A response whose body is read as it comes."""

        def __init__(self, operation: Callable[Concatenate[Any, P], object]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, StreamingResponse]: ...

    class AsyncRaw(Generic[P, T]):
        """A whole response instead of what it holds."""

        def __init__(self, operation: Callable[Concatenate[Any, P], Awaitable[T]]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, Awaitable[RawResponse[T]]]: ...

    class AsyncRawUnparsed(Generic[P]):
        """A whole response, of which only bytes are known."""

        def __init__(self, operation: Callable[Concatenate[Any, P], object]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, Awaitable[RawResponse[Any]]]: ...

    class AsyncStreamed(Generic[P]):
        """A response whose body is read as it comes."""

        def __init__(self, operation: Callable[Concatenate[Any, P], object]) -> None: ...
        def __get__(self, view: object, kind: object) -> Callable[P, AsyncStreamingResponse]: ...
