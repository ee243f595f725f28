"""A worker of a self-hosted environment: what your program does with an item of work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from ._decode import reader
from ._errors import refused
from ._native import Item
from ._procedure import AsyncProcedure, Procedure, is_async, told

if TYPE_CHECKING:
    from ._native import Question
    from ._procedure import Step
    from .types.turns import WorkSummary
    from .types.work import Work

Handler: TypeAlias = "Callable[[Work], object | Awaitable[object]]"
"""Does an item of work."""

NAME = "environments.work.run"


class _Report(msgspec.Struct):
    work_id: str
    outcome: str


class Worker:
    """Has a handler do the work."""

    def __init__(self, handler: Handler) -> None:
        if not callable(handler):
            raise refused(f"`handler` must be callable, not {type(handler).__name__}", "handler", NAME)
        self._handler = handler
        self._tasks: dict[str, asyncio.Task[Any]] = {}

    def prepared(self, question: Question) -> Callable[[], Any]:
        work = _work(question)
        handler: Callable[[Work], Any] = self._handler
        call: Callable[[], Any] = partial(handler, work)
        return partial(self._cancellable, work.id, call) if is_async(call) else call

    def answer(self, question: Question, value: Any) -> bytes:
        return b"null"

    def refusal(self, question: Question, error: BaseException) -> str:
        if isinstance(error, Exception):
            import logging

            logging.getLogger("qoder_cloud.work").error(
                "work item %s failed", _work(question).id, exc_info=error
            )
        return type(error).__name__

    async def _cancellable(self, work_id: str, call: Callable[[], Awaitable[Any]]) -> None:
        task = asyncio.current_task()
        assert task, "a coroutine runs in a task"
        self._tasks[work_id] = task
        try:
            await call()
        finally:
            del self._tasks[work_id]

    def hear(self, item: Item) -> None:
        """Ends the work on an item that somebody wants stopped, or that another worker has now."""
        report = msgspec.json.decode(item.json, type=_Report)
        task = self._tasks.get(report.work_id)
        if task and report.outcome in ("stopping", "lost"):
            task.get_loop().call_soon_threadsafe(task.cancel)

    def run(self, client: Any, arguments: dict[str, Any]) -> WorkSummary:
        """Works in threads, until it is interrupted or has done enough."""
        procedure = Procedure(client, NAME, arguments, self)
        try:
            while type(step := procedure.step()) is Item:
                self.hear(step)
        except BaseException:
            procedure.close()
            raise
        return _summary(step)

    async def run_async(self, client: Any, arguments: dict[str, Any]) -> WorkSummary:
        """Works in tasks, until it is cancelled or has done enough."""
        procedure = AsyncProcedure(client, NAME, arguments, self)
        try:
            while type(step := await procedure.step()) is Item:
                self.hear(step)
        except (Exception, asyncio.CancelledError):
            await procedure.close()
            raise
        return _summary(step)


def _work(question: Question) -> Work:
    work: Work = told(reader("work.Work"), question.json)
    return work


def _summary(step: Step) -> WorkSummary:
    summary: WorkSummary = told(reader("turns.WorkSummary"), step.json)
    return summary
