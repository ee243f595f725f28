"""Event streams. The core hands over whatever events are ready as one batch; here they become objects."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from operator import length_hint
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._errors import failed
from ._native import Failure

if TYPE_CHECKING:
    from types import TracebackType

    from ._decode import Reader
    from ._native import Batch, Client, Events

T = TypeVar("T")


class _Stream(Generic[T]):
    """What both kinds of stream keep: the batch being read, and how far."""

    def __init__(self, reader: Reader[T]) -> None:
        self._reader = reader
        self._batch: Batch | None = None
        self._events: list[T] = []
        self._left: Iterator[T] = iter(())
        self._id: str | None = None

    def _take(self, batch: Batch) -> Iterator[T]:
        if self._batch is not None:
            self._id = self._batch.last_event_id
        self._batch = batch
        self._events = self._reader.batch(batch, self.request_id)
        self._left = iter(self._events)
        return self._left

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that opened the stream."""
        raise NotImplementedError

    @property
    def last_event_id(self) -> str | None:
        """The id to resume after: that of the last event read."""
        if self._batch is None:
            return self._id
        left = length_hint(self._left)
        if left == 0:
            return self._batch.last_event_id
        for event in reversed(self._events[: len(self._events) - left]):
            if (found := _id_of(event)) is not None:
                return found
        return self._id


def _id_of(event: Any) -> str | None:
    """The id of an event's frame: its own, or that of the event it is a part of."""
    about = getattr(event, "event", None)
    return getattr(event, "id", None) or getattr(event, "event_id", None) or getattr(about, "id", None)


class EventStream(_Stream[T]):
    """Events as they happen; an iterator and a context manager.

    It ends when the session does. A slow reader makes the server wait, so memory is bounded.
    """

    def __init__(self, reader: Reader[T], events: Events) -> None:
        super().__init__(reader)
        self._source = events

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that opened the stream."""
        return self._source.request_id

    def _more(self) -> Iterator[T] | None:
        outcome = self._source.next_batch(None)
        if type(outcome) is Failure:
            raise failed(outcome)
        return self._take(outcome) if outcome is not None else None

    def __iter__(self) -> Iterator[T]:
        yield from self._left
        while (events := self._more()) is not None:
            yield from events

    def __next__(self) -> T:
        while True:
            for event in self._left:
                return event
            if self._more() is None:
                raise StopIteration

    def close(self) -> None:
        """Closes the connection."""
        self._source.close()

    def __enter__(self) -> EventStream[T]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncEventStream(_Stream[T]):
    """Events as they happen; an asynchronous iterator and context manager, opened when first needed.

    It ends when the session does. A slow reader makes the server wait, so memory is bounded.
    """

    def __init__(self, reader: Reader[T], core: Client, call: tuple[Any, ...]) -> None:
        super().__init__(reader)
        self._core = core
        self._call = call
        self._source: Events | None = None

    async def _opened(self) -> AsyncEventStream[T]:
        if self._source is None:
            from ._loop import submit

            self._source = await submit(self._core.events, *self._call)
        return self

    def __await__(self) -> Generator[Any, None, AsyncEventStream[T]]:
        return self._opened().__await__()

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call that opened the stream; None before that."""
        return self._source.request_id if self._source else None

    async def _more(self) -> Iterator[T] | None:
        from ._loop import submit

        await self._opened()
        source = self._source
        assert source is not None, "it was opened above"
        # While events come in bulk the next ones are there already, and nobody has to wait for them.
        while (outcome := source.take()) is None:
            await submit(source.ready)
        if type(outcome) is Failure:
            raise failed(outcome)
        return self._take(outcome) if outcome else None

    async def __aiter__(self) -> AsyncIterator[T]:
        for event in self._left:
            yield event
        while (events := await self._more()) is not None:
            for event in events:
                yield event

    async def __anext__(self) -> T:
        while True:
            for event in self._left:
                return event
            if await self._more() is None:
                raise StopAsyncIteration

    async def close(self) -> None:
        """Closes the connection."""
        if self._source is not None:
            self._source.close()

    async def __aenter__(self) -> AsyncEventStream[T]:
        return await self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
