"""Calls of the core as awaitables.

Threads of the core never touch the interpreter: they leave outcomes in a queue, one per event loop, which the
loop empties itself when the queue's descriptor becomes readable.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import Any

from ._errors import QoderError, failed
from ._native import Completions, Failure

ATTRIBUTE = "_qoder_completions"
"""Where a loop keeps its queue, so that both go together."""


async def submit(call: Callable[..., Any], *arguments: Any, read: Callable[[Any], Any] | None = None) -> Any:
    """Awaits a call of the core, and reads what it brings. Cancelling the task ends the call on the wire."""
    loop = asyncio.get_running_loop()
    queue = completions(loop)
    future = loop.create_future()
    ticket = call((queue, future), *arguments)
    try:
        outcome = await future
    except BaseException:
        queue.abort(ticket)
        raise
    if type(outcome) is Failure:
        raise failed(outcome)
    return read(outcome) if read else outcome


def completions(loop: asyncio.AbstractEventLoop) -> Completions:
    """The queue of a loop."""
    queue: Completions | None = getattr(loop, ATTRIBUTE, None)
    if queue is None:
        return attach(loop)
    if not queue.usable():
        raise QoderError("this event loop is the parent process's; start a new one after a fork")
    return queue


def attach(loop: asyncio.AbstractEventLoop) -> Completions:
    """Gives a loop its queue."""
    queue = Completions(loop, True)
    try:
        loop.add_reader(queue.fileno(), queue.drain)
    except (NotImplementedError, AttributeError):
        # Windows' Proactor loop watches no descriptors: a thread waits in its place.
        queue = Completions(loop, False)
        Thread(target=_relay, args=(loop, queue), name="qoder-cloud-relay", daemon=True).start()
    setattr(loop, ATTRIBUTE, queue)
    return queue


def _relay(loop: asyncio.AbstractEventLoop, queue: Completions) -> None:
    while not loop.is_closed():
        queue.wait()
        try:
            asyncio.run_coroutine_threadsafe(_drain(queue), loop).result()
        except RuntimeError:
            return  # the loop was closed meanwhile


async def _drain(queue: Completions) -> None:
    queue.drain()
