"""Procedures of the core: several calls that serve one purpose, and a dialogue on the way.

The core does the work while its next step is waited for. A question is answered beside that: by a thread of
its own where the caller blocks, so that Ctrl-C is heard, or by a task of the caller's loop.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from ._errors import QoderError, failed
from ._native import Failure, Question
from ._options import written

if TYPE_CHECKING:
    from ._client import AsyncQoder, Qoder
    from ._decode import Reader
    from ._native import Batch, Done, Item

    Step: TypeAlias = Batch | Item | Question | Done


T = TypeVar("T")


class Host(Protocol):
    """Knows the answers to a procedure's questions."""

    def prepared(self, question: Question) -> Callable[[], Any]:
        """What to call for it; may be asynchronous."""
        raise NotImplementedError

    def answer(self, question: Question, value: Any) -> bytes:
        """What that gave, as JSON."""
        raise NotImplementedError

    def refusal(self, question: Question, error: BaseException) -> str:
        """What to say when it failed."""
        raise NotImplementedError


class _Begun:
    def __init__(
        self, client: Qoder | AsyncQoder, name: str, arguments: dict[str, Any], host: Host | None = None
    ) -> None:
        made = client._core.procedure(name, written(arguments, name), [])
        if type(made) is Failure:
            raise failed(made)
        self._source = made
        self._host = host

    def answer(self, question: Question, json: bytes) -> None:
        """Answers a question."""
        self._source.answer(question.id, json)

    def sessions(self) -> dict[int, str]:
        """The sessions of its jobs that have begun, by the place of the job."""
        return self._source.sessions()  # type: ignore[no-any-return]


class Procedure(_Begun):
    """One that a thread waits for."""

    def step(self) -> Step:
        """The next step; with a host, never a question."""
        while True:
            outcome = self._source.next(None)
            if type(outcome) is Failure:
                raise failed(outcome)
            if type(outcome) is not Question or self._host is None:
                return outcome  # type: ignore[no-any-return]
            self._start(outcome)

    def finish(self) -> Done:
        """The end, of a procedure that has no other steps."""
        try:
            return self.step()  # type: ignore[return-value]
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Gives it up."""
        self._source.close(None)

    def _start(self, question: Question) -> None:
        from contextvars import copy_context
        from threading import Thread

        # The core bounds how many there are. They are daemons, so that a tool that hangs keeps no program
        # alive.
        call = partial(copy_context().run, self._answer, question)
        Thread(target=call, name=f"qoder-cloud-{question.topic}", daemon=True).start()

    def _answer(self, question: Question) -> None:
        host = self._host
        assert host, "only a host is asked"
        try:
            value = host.prepared(question)()
            if inspect.isawaitable(value):
                value = asyncio.run(_awaited(value))
            answer = host.answer(question, value)
        except BaseException as error:
            self._source.refuse(question.id, host.refusal(question, error))
        else:
            self._source.answer(question.id, answer)


class AsyncProcedure(_Begun):
    """One that a task waits for. Once begun it goes on while nobody does, a few steps ahead."""

    def __init__(self, *begun: Any) -> None:
        super().__init__(*begun)
        self._ahead: Any = None
        self._reading = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def step(self) -> Step:
        """The next step; with a host, never a question."""
        if self._ahead is None:
            from ._loop import completions

            self._ahead = self._source.ahead(completions(asyncio.get_running_loop()))
        while True:
            outcome = await self._taken()
            if type(outcome) is Failure:
                raise failed(outcome)
            if type(outcome) is not Question or self._host is None:
                return outcome  # type: ignore[no-any-return]
            task = asyncio.create_task(self._answer(outcome))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def finish(self) -> Done:
        """The end, of a procedure that has no other steps."""
        from ._loop import submit

        return await submit(self._source.next)  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Gives it up."""
        self.leave()
        if self._ahead is None:
            from ._loop import submit

            await submit(self._source.close)
            return
        while type(await self._taken()) not in (NoneType, Failure):
            pass

    async def _taken(self) -> Any:
        # Whoever closes it may have to wait for the task that reads it.
        async with self._reading:
            await self._ahead
            return self._ahead.take()

    def leave(self) -> None:
        """Gives it up without waiting."""
        self._source.leave()
        for task in self._tasks:
            task.cancel()

    async def _answer(self, question: Question) -> None:
        host = self._host
        assert host, "only a host is asked"
        try:
            call = host.prepared(question)
            value = call() if is_async(call) else await asyncio.to_thread(call)
            if inspect.isawaitable(value):
                value = await value
            answer = host.answer(question, value)
        except BaseException as error:
            self._source.refuse(question.id, host.refusal(question, error))
            if not isinstance(error, Exception):
                raise
        else:
            self._source.answer(question.id, answer)


class Told:
    """What a procedure tells, in the place of a response."""

    request_id = status = None
    headers: tuple[tuple[str, str], ...] = ()
    attempts = 0

    def __init__(self, body: bytes) -> None:
        self.body = body

    def part(self, item: object) -> bytes:
        """All of it."""
        return self.body


def told(reader: Reader[T], json: bytes) -> T:
    """What a procedure tells, read like a response."""
    return reader.one(Told(json))  # type: ignore[arg-type]


def is_async(function: Any) -> bool:
    """Whether calling it gives a coroutine."""
    while isinstance(function, partial):
        function = function.func
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004 - is it a coroutine function?
    )


def given_up(what: str) -> QoderError:
    """The exception for whoever wants more of what was closed."""
    return QoderError(f"{what} was given up before its end")


async def _awaited(value: Any) -> Any:
    return await value
