"""Turns: say something in a session, follow what comes of it, and get the result."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, TypeVar

import msgspec

from ._decode import Reader, reader
from ._errors import QoderError, TurnError, info, refused
from ._native import Batch, Done, stopped
from ._procedure import AsyncProcedure, Procedure, given_up, told
from ._streaming import AsyncReading, Reading
from ._tools import Toolbox
from .types.events import AgentArtifactDeliveredEvent, SessionStreamEvent
from .types.turns import TurnResult as _TurnResult

if TYPE_CHECKING:
    from typing_extensions import Self

    from ._client import AsyncQoder, Qoder
    from ._tools import OnPermission
    from .types.content import MessageBlockParams
    from .types.events import EventParams

R = TypeVar("R", bound="TurnResult | AsyncTurnResult")

TurnInput: TypeAlias = "str | Sequence[str | MessageBlockParams | EventParams]"
"""What is said: a text, the blocks of a message, or events as they are sent."""


class RunOptions(TypedDict, total=False):
    """How turns are run."""

    tools: Sequence[Any]
    """Tools the agent may call: made by `tool`, or functions that `tool` can make one of."""
    on_permission: OnPermission | None
    """Decides on requests for permission: True, False or `Deny("why")`. Without it they are denied."""
    unanswered: Literal["refuse", "return"]
    """What to do with calls of other tools: refuse them (default), or end the turn with `requires_action`."""
    busy: Literal["raise", "wait", "cancel"]
    """What to do when the session is busy: raise `ConflictError` (default), wait, or cancel what it does."""
    timeout: float | None
    """Seconds the turn may take, waits and tools included; None (default) for as long as it takes."""
    cancel_on_abort: bool
    """Whether a turn that is given up is cancelled on the server too; it runs on there otherwise, and
    costs.
    """
    tool_concurrency: int
    """How many tools run at a time: 8."""


_OPTIONS = {*RunOptions.__annotations__, "concurrency"}


class Artifact(AgentArtifactDeliveredEvent):
    """A file the agent delivered."""

    def save(self, path: str | os.PathLike[str]) -> int:
        """Downloads it to `path`, as `files.download_to`; its length in bytes.

        Raises:
            APIError: It cannot be had.
            InvalidArgumentError: Nothing can be written there.
            QoderError: It is a copy that has lost its client.
        """
        length: int = _client(self).files.download_to(self.file_id, path)
        return length


class AsyncArtifact(AgentArtifactDeliveredEvent):
    """A file the agent delivered."""

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Downloads it to `path`, as `files.download_to`; its length in bytes.

        Raises:
            APIError: It cannot be had.
            InvalidArgumentError: Nothing can be written there.
            QoderError: It is a copy that has lost its client.
        """
        length: int = await _client(self).files.download_to(self.file_id, path)
        return length


class TurnResult(_TurnResult):
    """What came of a turn."""

    artifacts: list[Artifact] = []  # type: ignore[assignment]
    """The files it delivered."""

    def check(self) -> Self:
        """The result itself if the turn came to its own end.

        Raises:
            TurnError: It did not; the error says why it stopped, and has the result.
        """
        return _checked(self)


class AsyncTurnResult(_TurnResult):
    """What came of a turn."""

    artifacts: list[AsyncArtifact] = []  # type: ignore[assignment]
    """The files it delivered."""

    def check(self) -> Self:
        """The result itself if the turn came to its own end.

        Raises:
            TurnError: It did not; the error says why it stopped, and has the result.
        """
        return _checked(self)


class _Turn:
    """What both kinds of turn know."""

    def _prepare(self, client: Any, session_id: str, input: TurnInput, options: dict[str, Any]) -> None:
        self._client = client
        self._session_id = session_id
        deltas = options.pop("event_deltas", ())
        self._toolbox, more = manner(options, "sessions.run")
        self._arguments = {"session_id": session_id, "input": input, "event_deltas": list(deltas), **more}
        self._procedure: Any = None
        self._result: Any = None
        self._error: BaseException | None = None

    @property
    def tool_errors(self) -> list[Exception]:
        """What tools and the permission handler have raised so far, `ToolError` apart."""
        return self._toolbox.errors

    def _begun(self, make: Any, updates: bool | None) -> Any:
        """The procedure, begun if it has to be."""
        if self._error is not None:
            raise self._error
        if self._procedure is None:
            arguments = dict(self._arguments)
            if updates is not None:
                arguments["show"] = "messages" if updates else "events"
            if updates:
                arguments["event_deltas"] = ["agent.message"]
            self._procedure = make(self._client, "sessions.run", arguments, self._toolbox)
        return self._procedure

    def _read_as(self, updates: bool) -> None:
        super()._read_as(updates)  # type: ignore[misc]
        if self._batch is None and self._result is not None:  # type: ignore[attr-defined]
            raise QoderError("this turn was run to its end by result(); iterate over it first")

    def _ended(self, done: Done, kind: type[R]) -> None:
        self._result = result(done.json, kind, self._client)

    def _gave_up(self, error: BaseException | None = None) -> None:
        if self._result is None and self._error is None:
            known = isinstance(error, QoderError)
            self._error = error if known else given_up(f"the turn of session {self._session_id}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(session_id={self._session_id!r})"


class Turn(_Turn, Reading[SessionStreamEvent]):
    """A turn of a session; nothing is sent before it is used.

    Iterating gives its events, `text_deltas()` the text as it is written, `result()` what came of it. A turn
    that is interrupted while it is waited for, by Ctrl-C for one, is given up, and so is one that is closed.

    Raises:
        QoderError: It failed; reading it raises what `result` does.
    """

    def __init__(self, client: Qoder, session_id: str, input: TurnInput, options: dict[str, Any]) -> None:
        super().__init__(reader("events.SessionStreamEvent"))
        self._prepare(client, session_id, input, options)

    def result(self) -> TurnResult:
        """What came of the turn, the same each time. What of it has not been read is passed over.

        Raises:
            ConflictError: The session is busy.
            APITimeoutError: The turn took longer than its `timeout`.
            APIError: A call of it failed, or its stream broke off for good.
            QoderError: It was given up.
        """
        self._left = iter(())
        while self._next() is not None:
            pass
        result: TurnResult = self._result
        return result

    def _next(self) -> Batch | None:
        if self._result is not None:
            return None
        try:
            step = self._begun(Procedure, self._updates).step()
        except BaseException as error:
            self._gave_up(error)
            self.close()
            raise
        if type(step) is Batch:
            return step
        self._ended(step, TurnResult)
        return None

    def close(self) -> None:
        """Gives the turn up, unless it has ended."""
        self._gave_up()
        if self._procedure is not None and self._result is None:
            self._procedure.close()


class AsyncTurn(_Turn, AsyncReading[SessionStreamEvent]):
    """A turn of a session; nothing is sent before it is used.

    Awaiting it, or `result()`, gives what came of it; iterating its events, `text_deltas()` the text as it is
    written. A turn whose task is cancelled while it waits is given up, and so is one that is closed.

    Raises:
        QoderError: It failed; reading it raises what `result` does.
    """

    def __init__(
        self, client: AsyncQoder, session_id: str, input: TurnInput, options: dict[str, Any]
    ) -> None:
        super().__init__(reader("events.SessionStreamEvent"))
        self._prepare(client, session_id, input, options)

    async def result(self) -> AsyncTurnResult:
        """What came of the turn, the same each time. What of it has not been read is passed over.

        Raises:
            ConflictError: The session is busy.
            APITimeoutError: The turn took longer than its `timeout`.
            APIError: A call of it failed, or its stream broke off for good.
            QoderError: It was given up.
        """
        self._left = iter(())
        while await self._next() is not None:
            pass
        result: AsyncTurnResult = self._result
        return result

    def __await__(self) -> Generator[Any, None, AsyncTurnResult]:
        return self.result().__await__()

    async def _next(self) -> Batch | None:
        if self._result is not None:
            return None
        try:
            step = await self._begun(AsyncProcedure, self._updates).step()
        except (Exception, asyncio.CancelledError) as error:
            self._gave_up(error)
            await self.close()
            raise
        if type(step) is Batch:
            return step
        self._ended(step, AsyncTurnResult)
        return None

    async def close(self) -> None:
        """Gives the turn up, unless it has ended."""
        self._gave_up()
        if self._procedure is not None and self._result is None:
            await self._procedure.close()


class Delivered:
    """Where artifacts came from, and where they can be fetched.

    It knows them by their identity, so that it does not keep them alive.
    """

    __slots__ = ("_ids", "_json", "client")

    request_id = None

    def __init__(self, json: bytes, artifacts: list[Any], client: Any) -> None:
        self._ids = list(map(id, artifacts))
        self._json = json
        self.client = client
        for artifact in artifacts:
            artifact._origin = self

    def part(self, item: object) -> bytes:
        """The bytes of one of them."""
        parts = msgspec.json.decode(self._json, type=_Artifacts).artifacts
        return bytes(parts[self._ids.index(id(item))])


class _Artifacts(msgspec.Struct):
    artifacts: list[msgspec.Raw] = []


def manner(options: dict[str, Any], operation: str) -> tuple[Toolbox, dict[str, Any]]:
    """The tools of turns, and what the core is told of how to run them."""
    for name in options:
        if name not in _OPTIONS:
            raise refused(f"got an unexpected keyword argument `{name}`", name, operation)
    options = dict(options)
    toolbox = Toolbox(options.pop("tools", ()), options.pop("on_permission", None), operation)
    return toolbox, {**options, **toolbox.arguments()}


_READERS: dict[type, Reader[Any]] = {kind: Reader(kind) for kind in (TurnResult, AsyncTurnResult)}


def result(json: bytes, kind: type[R], client: Any) -> R:
    """The result of a turn, which knows the client for its artifacts."""
    read: R = told(_READERS[kind], json)
    Delivered(json, read.artifacts, client)
    return read


def _client(artifact: AgentArtifactDeliveredEvent) -> Any:
    client = getattr(getattr(artifact, "_origin", None), "client", None)
    if client is None:
        raise QoderError("this artifact has lost its client; use client.files.download_to(file_id, path)")
    return client


def _checked(result: R) -> R:
    if failure := stopped(result.session_id, result.stop_reason.type):
        raise TurnError(info(failure), result)
    return result
