"""Event streams. The core hands over whatever events are ready as one batch; here they become objects.

A stream is read in one way: event by event, or as the messages of the agent grow.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import AsyncIterator, Generator, Iterator
from operator import length_hint
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._errors import QoderError, failed
from ._loop import completions, submit
from ._native import Failure

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from ._decode import Reader
    from ._native import Ahead, Batch, Client, Events
    from .types.turns import MessageUpdate

T = TypeVar("T")


class _Stream(Generic[T]):
    """What all streams keep: the batch being read, and how far."""

    request_id: str | None = None
    """The id under which the server knows the call that opened it; None before that, and of
    a turn, which is many calls.
    """

    def __init__(self, reader: Reader[T]) -> None:
        self._reader: Reader[Any] = reader
        self._updates: bool | None = None
        self._before: Batch | None = None
        self._batch: Batch | None = None
        self._events: list[Any] = []
        self._left: Iterator[Any] = iter(())

    def _read_as(self, updates: bool) -> None:
        """Settles how the stream is read."""
        if self._updates is None:
            self._updates = updates
            if updates:
                from ._decode import reader

                self._reader = reader("turns.MessageUpdate")
        elif self._updates is not updates:
            how = "as messages grow" if self._updates else "event by event"
            raise QoderError(f"this is being read {how} already; read it in one way")

    def _take(self, batch: Batch | Failure) -> Iterator[Any]:
        if type(batch) is Failure:
            raise failed(batch)
        self._before, self._batch = self._batch, batch
        self._events = batch.read(self._reader.decode, self._reader, self.request_id)
        self._left = iter(self._events)
        return self._left

    @property
    def last_event_id(self) -> str | None:
        """The id to resume after: that of the last event read."""
        if self._batch is None:
            return None
        left = length_hint(self._left)
        if left == 0:
            return self._batch.last_event_id
        for event in reversed(self._events[: len(self._events) - left]):
            if (found := _id_of(event)) is not None:
                return found
        return self._before.last_event_id if self._before else None


def _id_of(event: Any) -> str | None:
    """The id of an event's frame: its own, or that of the event it is a part of."""
    about = getattr(event, "event", None)
    return getattr(event, "id", None) or getattr(event, "event_id", None) or getattr(about, "id", None)


class Reading(_Stream[T]):
    """What a thread reads: an iterator and a context manager."""

    def _next(self) -> Batch | Failure | None:
        """Waits for the next batch; None at the end."""
        raise NotImplementedError

    def _all(self, updates: bool) -> Iterator[Any]:
        self._read_as(updates)
        yield from self._left
        while (batch := self._next()) is not None:
            yield from self._take(batch)

    def __iter__(self) -> Iterator[T]:
        return self._all(updates=False)

    def __next__(self) -> T:
        self._read_as(updates=False)
        while True:
            for event in self._left:
                return event  # type: ignore[no-any-return]
            if (batch := self._next()) is None:
                raise StopIteration
            self._take(batch)

    def updates(self) -> Iterator[MessageUpdate]:
        """How messages of the agent grow: piece by piece where deltas of `agent.message` come, else whole.

        Raises:
            QoderError: It is being read event by event already.
            APIError: As when it is iterated.
        """
        return self._all(updates=True)

    def text_deltas(self) -> Iterator[str]:
        """The text of the agent's messages as it is written: that of the `updates`.

        Raises:
            QoderError: It is being read event by event already.
            APIError: As when it is iterated.
        """
        return (update.text for update in self.updates() if update.text)

    def close(self) -> None:
        """Closes it."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class EventStream(Reading[T]):
    """Events as they happen; an iterator and a context manager.

    It ends when the session does. A slow reader makes the server wait, so memory is bounded.

    Raises:
        APIError: It broke off for good, or reported an error; `last_event_id` says where to resume.
        QoderError: It is being read in another way, or was opened before a fork.
    """

    def __init__(self, reader: Reader[T], events: Events) -> None:
        super().__init__(reader)
        self._source = events
        self.request_id = events.request_id

    def _next(self) -> Batch | Failure | None:
        return self._source.next_batch(bool(self._updates), None)  # type: ignore[no-any-return]

    def close(self) -> None:
        """Closes the connection."""
        self._source.close()


class AsyncReading(_Stream[T]):
    """What a task reads: an asynchronous iterator and context manager."""

    _ahead: Ahead | None = None
    """What reads ahead of the task, once it has begun to read."""

    async def _next(self) -> Batch | Failure | None:
        """Waits for the next batch; None at the end."""
        raise NotImplementedError

    async def _all(self, updates: bool) -> AsyncIterator[Any]:
        self._read_as(updates)
        for event in self._left:
            yield event
        while True:
            batch: Batch | Failure | None
            if (ahead := self._ahead) is not None:
                # As `_next` does, but a coroutine each time would be much of what an event costs.
                await ahead
                batch = ahead.take()
            else:
                batch = await self._next()
            if batch is None:
                return
            for event in self._take(batch):
                yield event

    def __aiter__(self) -> AsyncIterator[T]:
        return self._all(updates=False)

    async def __anext__(self) -> T:
        self._read_as(updates=False)
        while True:
            for event in self._left:
                return event  # type: ignore[no-any-return]
            if (batch := await self._next()) is None:
                raise StopAsyncIteration
            self._take(batch)

    def updates(self) -> AsyncIterator[MessageUpdate]:
        """How messages of the agent grow: piece by piece where deltas of `agent.message` come, else whole.

        Raises:
            QoderError: It is being read event by event already.
            APIError: As when it is iterated.
        """
        return self._all(updates=True)

    async def text_deltas(self) -> AsyncIterator[str]:
        """The text of the agent's messages as it is written: that of the `updates`.

        Raises:
            QoderError: It is being read event by event already.
            APIError: As when it is iterated.
        """
        async for update in self.updates():
            if update.text:
                yield update.text

    async def close(self) -> None:
        """Closes it."""
        raise NotImplementedError

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class AsyncEventStream(AsyncReading[T]):
    """Events as they happen; an asynchronous iterator and context manager, opened when first needed.

    It ends when the session does. A slow reader makes the server wait, so memory is bounded.

    Raises:
        APIError: It broke off for good, or reported an error; `last_event_id` says where to resume.
        QoderError: It is being read in another way, or was opened before a fork.
    """

    def __init__(self, reader: Reader[T], core: Client, call: tuple[Any, ...]) -> None:
        super().__init__(reader)
        self._core = core
        self._call = call
        self._source: Events | None = None

    async def _opened(self) -> Events:
        if self._source is None:
            source: Events = await submit(self._core.events, *self._call)
            self._completions = completions(get_running_loop())
            self._source, self.request_id = source, source.request_id
        return self._source

    async def __aenter__(self) -> Self:
        await self._opened()
        return self

    def __await__(self) -> Generator[Any, None, Self]:
        return self.__aenter__().__await__()

    async def _next(self) -> Batch | Failure | None:
        if self._ahead is None:
            source = await self._opened()
            self._ahead = source.ahead(self._completions, bool(self._updates))
        await self._ahead
        return self._ahead.take()  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Closes the connection."""
        if self._ahead is not None:
            self._ahead.stop()
        elif self._source is not None:
            self._source.close()
