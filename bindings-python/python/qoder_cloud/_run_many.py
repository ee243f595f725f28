"""Turns in many sessions, so many at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from . import _operations as ops
from ._errors import QoderError, exception, refused
from ._native import Done
from ._procedure import AsyncProcedure, Procedure
from ._progress import reporter
from ._turn import AsyncTurnResult, TurnInput, TurnResult, manner, result

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from ._client import AsyncQoder, Qoder
    from .types.sessions import SessionCreateParams

R = TypeVar("R", TurnResult, AsyncTurnResult)

NAME = "sessions.run_many"


@dataclass(frozen=True)
class Job:
    """Something to say, and where: in a session that exists, or in a new one."""

    input: TurnInput
    """A text, the blocks of a message, or events as they are sent."""
    session_id: str | None = None
    """A session that exists."""
    session: SessionCreateParams | None = None
    """What `sessions.create` makes a new one of, when it is the job's turn."""


@dataclass(frozen=True)
class Finished(Generic[R]):
    """How a job ended: with a result or an error."""

    index: int
    """Its place among the jobs."""
    session_id: str | None
    """Its session, unless that could not be created."""
    result: R | None
    """What came of the turn."""
    error: QoderError | None
    """Why nothing came of it."""


class _Ended(msgspec.Struct):
    index: int
    credits: float
    session_id: str | None = None
    result: msgspec.Raw = msgspec.Raw()
    error: dict[str, Any] | None = None


class _ManyTurns(Generic[R]):
    """What both kinds know: how far it all is."""

    _kind: type[R]

    def __init__(self, client: Any, jobs: Iterable[Job], options: dict[str, Any]) -> None:
        self._client = client
        self._jobs = [_job(index, job) for index, job in enumerate(jobs)]
        progress = options.pop("progress", None)
        self._report = reporter(progress, NAME, unit="turn")
        self._toolbox, more = manner(options, NAME)
        self._arguments = {"jobs": self._jobs, **more}
        self._procedure: Any = None
        self._finished: list[Finished[R]] = []
        self._credits = 0.0
        self._over = False

    @property
    def credits(self) -> float:
        """What the sessions of the turns that have ended have cost so far, all their turns together."""
        return self._credits

    @property
    def sessions(self) -> dict[int, str]:
        """The sessions of the jobs that have begun, by the place of the job. After the turns were given up it
        still tells which sessions were made, to be used on or deleted.
        """
        return self._procedure.sessions() if self._procedure else {}

    @property
    def total(self) -> int:
        """How many jobs there are."""
        return len(self._jobs)

    @property
    def tool_errors(self) -> list[Exception]:
        """What tools and the permission handler have raised so far, `ToolError` apart."""
        return self._toolbox.errors

    def _begun(self, make: Any) -> Any:
        if self._procedure is None:
            self._procedure = make(self._client, NAME, self._arguments, self._toolbox)
            self._tell()
        return self._procedure

    def _take(self, item: bytes) -> Finished[R]:
        ended = msgspec.json.decode(item, type=_Ended)
        self._credits = ended.credits
        came = result(json, self._kind, self._client) if (json := bytes(ended.result)) else None
        error = exception(ended.error) if ended.error else None
        finished = Finished(ended.index, ended.session_id, came, error)
        self._finished.append(finished)
        self._tell()
        return finished

    def _tell(self) -> None:
        if self._report:
            self._report(len(self._finished), self.total)

    def _in_order(self) -> list[Finished[R]]:
        return sorted(self._finished, key=lambda finished: finished.index)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._finished)} of {self.total} finished)"


class ManyTurns(_ManyTurns[TurnResult]):
    """Turns as they end: an iterator and a context manager. What is interrupted or closed is given up.

    Raises:
        InvalidArgumentError: An option cannot be used. What fails one job is in its `error`.
    """

    _kind = TurnResult
    _client: Qoder

    def __iter__(self) -> Iterator[Finished[TurnResult]]:
        return self

    def __next__(self) -> Finished[TurnResult]:
        if self._over:
            raise StopIteration
        try:
            step = self._begun(Procedure).step()
            if type(step) is not Done:
                return self._take(step.json)
        except BaseException:
            self.close()
            raise
        self._over = True
        raise StopIteration

    def results(self) -> list[Finished[TurnResult]]:
        """Waits for all, and gives them in the order of the jobs.

        Raises:
            InvalidArgumentError: An option cannot be used. What fails one job is in its `error`.
        """
        for _ in self:
            pass
        return self._in_order()

    def close(self) -> None:
        """Gives up the turns that run."""
        if not self._over:
            self._over = True
            if self._procedure is not None:
                self._procedure.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncManyTurns(_ManyTurns[AsyncTurnResult]):
    """Turns as they end: an asynchronous iterator and context manager. What is cancelled or closed is given
    up.

    Raises:
        InvalidArgumentError: An option cannot be used. What fails one job is in its `error`.
    """

    _kind = AsyncTurnResult
    _client: AsyncQoder

    def __aiter__(self) -> AsyncIterator[Finished[AsyncTurnResult]]:
        return self

    async def __anext__(self) -> Finished[AsyncTurnResult]:
        if self._over:
            raise StopAsyncIteration
        try:
            step = await self._begun(AsyncProcedure).step()
            if type(step) is not Done:
                return self._take(step.json)
        except (Exception, asyncio.CancelledError):
            await self.close()
            raise
        self._over = True
        raise StopAsyncIteration

    async def results(self) -> list[Finished[AsyncTurnResult]]:
        """Waits for all, and gives them in the order of the jobs.

        Raises:
            InvalidArgumentError: An option cannot be used. What fails one job is in its `error`.
        """
        async for _ in self:
            pass
        return self._in_order()

    async def close(self) -> None:
        """Gives up the turns that run."""
        if not self._over:
            self._over = True
            if self._procedure is not None:
                await self._procedure.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _job(index: int, job: Any) -> dict[str, Any]:
    """A job as the core takes it."""
    if not isinstance(job, Job):
        raise refused(f"`jobs[{index}]` must be a Job, not {type(job).__name__}", "jobs", NAME)
    made: dict[str, Any] = {"input": job.input}
    if job.session_id is not None:
        made["session_id"] = job.session_id
    if job.session is not None:
        made["session"] = msgspec.Raw(ops.SESSIONS_CREATE.body(dict(job.session)) or b"{}")
    return made
