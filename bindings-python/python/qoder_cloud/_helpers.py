"""Methods of resources that are more than one call. The core does the work; here are their faces.

The generated class of a resource stands on the class for it here.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from . import _operations as ops
from ._errors import refused
from ._native import Question
from ._not_given import NOT_GIVEN, NotGiven, given
from ._options import path_text

if TYPE_CHECKING:
    import os

    from typing_extensions import Unpack

    from ._client import AsyncQoder, Qoder
    from ._native import Done
    from ._operation import Operation
    from ._procedure import Step
    from ._progress import Progress
    from ._run_many import AsyncManyTurns, Job, ManyTurns
    from ._turn import AsyncTurn, RunOptions, Turn, TurnInput
    from ._work import Handler
    from .types.agents import Agent, AgentCreateParams
    from .types.environments import Environment, EnvironmentCreateParams
    from .types.events import DeltaEventType
    from .types.memory_stores import Memory, MemoryStore, MemoryStoreCreateParams
    from .types.sessions import Session
    from .types.turns import CleanupReport, WorkSummary
    from .types.vaults import Vault, VaultCreateParams

T = TypeVar("T")

Change: TypeAlias = "Mapping[str, Any] | None"
"""Members of an agent to change; None for no change."""


class SessionHelpers:
    _client: Qoder

    def run(
        self,
        session_id: str,
        input: TurnInput,
        *,
        event_deltas: Sequence[DeltaEventType] = (),
        **options: Unpack[RunOptions],
    ) -> Turn:
        """Say something in a session, and follow the turn to its end.

        ```python
        result = client.sessions.run(session.id, "Hello!").result()
        print(result.text, result.stop_reason.type, result.credits)

        with client.sessions.run(session.id, "Tell me more.") as turn:
            for text in turn.text_deltas():
                print(text, end="", flush=True)
            print(turn.result().check().text)
        ```

        The stream is opened first, so nothing is missed, and outlives its connections. Tools given here are
        called when the agent asks for them, each call once. How a turn ended is told by `stop_reason`;
        `check()` raises `TurnError` unless it came to its own end. Ctrl-C gives the turn up.

        Args:
            session_id: Session ID, prefix `sess_`.
            input: A text, the blocks of a message, or events as they are sent.
            event_deltas: Pieces to show among the events.
            tools: Tools the agent may call: made by `tool`, or functions that `tool` can make one of. They
                run in threads; asynchronous ones too, each in a loop of its own.
            on_permission: Decides on requests for permission, given a `PermissionRequest`: True, False or
                `Deny("why")`. Without it they are denied.
            unanswered: What to do with calls of other tools: `refuse` them (default), or `return`, which ends
                the turn with `requires_action`.
            busy: What to do when the session is busy: `raise` ConflictError (default), `wait`, or `cancel`
                what it does.
            timeout: Seconds the turn may take, waits and tools included; None (default) for as long as it
                takes.
            cancel_on_abort: Whether a turn that is given up is cancelled on the server too; it runs on there
                otherwise, and costs.
            tool_concurrency: How many tools run at a time: 8.

        Raises:
            InvalidArgumentError: An argument cannot be used.
            QoderError: The turn failed; raised when it is used, as `result` says.
        """
        from ._turn import Turn

        return Turn(self._client, session_id, input, {**options, "event_deltas": event_deltas})

    def run_many(
        self,
        jobs: Iterable[Job],
        *,
        concurrency: int = 10,
        progress: Progress | None = None,
        **options: Unpack[RunOptions],
    ) -> ManyTurns:
        """Run turns in many sessions, so many at a time. One failure does not stop the rest.

        ```python
        from qoder_cloud import Job

        new = {"agent": agent.id, "environment_id": environment.id}
        jobs = [Job(f"Tell me of {city}.", session=new) for city in ("Ulm", "Bonn")]
        turns = client.sessions.run_many(jobs)
        for finished in turns:
            print(finished.index, finished.session_id, finished.result or finished.error)
        print(turns.credits)
        ```

        Iterating gives each turn as it ends, `results()` all in the order of the jobs.

        Args:
            jobs: What to say, and where.
            concurrency: How many turns run at a time.
            progress: Called with the turns that have ended, and all; True draws with tqdm or rich.
            options: As for `run`; tools are shared by all turns. Turns that are given up are cancelled on the
                server too, unless `cancel_on_abort` is False.

        Raises:
            InvalidArgumentError: An argument cannot be used. What fails one job is in its `error`.
        """
        from ._run_many import ManyTurns

        how = {"cancel_on_abort": True, **options, "concurrency": concurrency, "progress": progress}
        return ManyTurns(self._client, jobs, how)

    def wait_until_idle(self, session_id: str, *, timeout: float | None = None) -> Session:
        """Wait until a session stops working; the session as it is then.

        Args:
            session_id: Session ID, prefix `sess_`.
            timeout: Seconds to wait at most; None (default) for as long as it takes.

        Raises:
            APITimeoutError: It was still busy.
            APIError: A call failed.
        """
        arguments = {"session_id": session_id, "timeout": timeout}
        return _perform(self._client, "sessions.wait_until_idle", arguments, ops.SESSIONS_RETRIEVE)

    def cancel_and_wait(self, session_id: str, *, timeout: float | None = None) -> Session:
        """Stop what a session does, and wait until it has stopped; the session as it is then.

        Args:
            session_id: Session ID, prefix `sess_`.
            timeout: Seconds to wait at most; None (default) for as long as it takes.

        Raises:
            APITimeoutError: It was still busy.
            APIError: A call failed.
        """
        arguments = {"session_id": session_id, "timeout": timeout}
        return _perform(self._client, "sessions.cancel_and_wait", arguments, ops.SESSIONS_RETRIEVE)


class AsyncSessionHelpers:
    _client: AsyncQoder

    def run(
        self,
        session_id: str,
        input: TurnInput,
        *,
        event_deltas: Sequence[DeltaEventType] = (),
        **options: Unpack[RunOptions],
    ) -> AsyncTurn:
        """Say something in a session, and follow the turn to its end.

        ```python
        result = await client.sessions.run(session.id, "Hello!")
        print(result.text, result.stop_reason.type, result.credits)

        async with client.sessions.run(session.id, "Tell me more.") as turn:
            async for text in turn.text_deltas():
                print(text, end="", flush=True)
            print((await turn).check().text)
        ```

        The stream is opened first, so nothing is missed, and outlives its connections. Tools given here are
        called when the agent asks for them, each call once. How a turn ended is told by `stop_reason`;
        `check()` raises `TurnError` unless it came to its own end. Cancelling the task that waits gives the
        turn up.

        Args:
            session_id: Session ID, prefix `sess_`.
            input: A text, the blocks of a message, or events as they are sent.
            event_deltas: Pieces to show among the events.
            tools: Tools the agent may call: made by `tool`, or functions that `tool` can make one of.
                Asynchronous ones run as tasks, others in threads.
            on_permission: Decides on requests for permission, given a `PermissionRequest`: True, False or
                `Deny("why")`. Without it they are denied.
            unanswered: What to do with calls of other tools: `refuse` them (default), or `return`, which ends
                the turn with `requires_action`.
            busy: What to do when the session is busy: `raise` ConflictError (default), `wait`, or `cancel`
                what it does.
            timeout: Seconds the turn may take, waits and tools included; None (default) for as long as it
                takes.
            cancel_on_abort: Whether a turn that is given up is cancelled on the server too; it runs on there
                otherwise, and costs.
            tool_concurrency: How many tools run at a time: 8.

        Raises:
            InvalidArgumentError: An argument cannot be used.
            QoderError: The turn failed; raised when it is used, as `result` says.
        """
        from ._turn import AsyncTurn

        return AsyncTurn(self._client, session_id, input, {**options, "event_deltas": event_deltas})

    def run_many(
        self,
        jobs: Iterable[Job],
        *,
        concurrency: int = 10,
        progress: Progress | None = None,
        **options: Unpack[RunOptions],
    ) -> AsyncManyTurns:
        """Run turns in many sessions, so many at a time. One failure does not stop the rest.

        ```python
        from qoder_cloud import Job

        new = {"agent": agent.id, "environment_id": environment.id}
        jobs = [Job(f"Tell me of {city}.", session=new) for city in ("Ulm", "Bonn")]
        turns = client.sessions.run_many(jobs)
        async for finished in turns:
            print(finished.index, finished.session_id, finished.result or finished.error)
        print(turns.credits)
        ```

        Iterating gives each turn as it ends, `results()` all in the order of the jobs.

        Args:
            jobs: What to say, and where.
            concurrency: How many turns run at a time.
            progress: Called with the turns that have ended, and all; True draws with tqdm or rich.
            options: As for `run`; tools are shared by all turns. Turns that are given up are cancelled on the
                server too, unless `cancel_on_abort` is False.

        Raises:
            InvalidArgumentError: An argument cannot be used. What fails one job is in its `error`.
        """
        from ._run_many import AsyncManyTurns

        how = {"cancel_on_abort": True, **options, "concurrency": concurrency, "progress": progress}
        return AsyncManyTurns(self._client, jobs, how)

    async def wait_until_idle(self, session_id: str, *, timeout: float | None = None) -> Session:
        """Wait until a session stops working; the session as it is then.

        Args:
            session_id: Session ID, prefix `sess_`.
            timeout: Seconds to wait at most; None (default) for as long as it takes.

        Raises:
            APITimeoutError: It was still busy.
            APIError: A call failed.
        """
        arguments = {"session_id": session_id, "timeout": timeout}
        return await _perform_async(
            self._client, "sessions.wait_until_idle", arguments, ops.SESSIONS_RETRIEVE
        )

    async def cancel_and_wait(self, session_id: str, *, timeout: float | None = None) -> Session:
        """Stop what a session does, and wait until it has stopped; the session as it is then.

        Args:
            session_id: Session ID, prefix `sess_`.
            timeout: Seconds to wait at most; None (default) for as long as it takes.

        Raises:
            APITimeoutError: It was still busy.
            APIError: A call failed.
        """
        arguments = {"session_id": session_id, "timeout": timeout}
        return await _perform_async(
            self._client, "sessions.cancel_and_wait", arguments, ops.SESSIONS_RETRIEVE
        )


class AgentHelpers:
    _client: Qoder

    def edit(self, agent_id: str, change: Callable[[Agent], Change]) -> Agent:
        """Change an agent that others change too; the agent as it is then.

        ```python
        agent = client.agents.edit(agent.id, lambda agent: {"description": f"{agent.name}, edited"})
        ```

        `change` is given the agent, and asked again with the newest version when somebody else was faster,
        five times at most. What it raises ends it, and nothing is changed.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            change: Gives the members to change, or None for no change.

        Raises:
            ConflictError: Others were faster each time.
            InvalidArgumentError: What `change` gave cannot be sent.
            APIError: A call failed otherwise.
        """
        from ._procedure import Procedure

        procedure = Procedure(self._client, "agents.edit", {"agent_id": agent_id})
        try:
            while isinstance(step := procedure.step(), Question):
                procedure.answer(step, _changed(change(_read(step, ops.AGENTS_RETRIEVE))))
        except BaseException:
            procedure.close()
            raise
        return _read(step, ops.AGENTS_RETRIEVE)

    def find_or_create(self, **parameters: Unpack[AgentCreateParams]) -> Agent:
        """Find the newest live agent of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return _ensure(self._client, "agents", ops.AGENTS_CREATE, parameters)


class AsyncAgentHelpers:
    _client: AsyncQoder

    async def edit(self, agent_id: str, change: Callable[[Agent], Change | Awaitable[Change]]) -> Agent:
        """Change an agent that others change too; the agent as it is then.

        ```python
        agent = await client.agents.edit(agent.id, lambda agent: {"description": f"{agent.name}, edited"})
        ```

        `change` is given the agent, and asked again with the newest version when somebody else was faster,
        five times at most. What it raises ends it, and nothing is changed.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            change: Gives the members to change, or None for no change; may be asynchronous.

        Raises:
            ConflictError: Others were faster each time.
            InvalidArgumentError: What `change` gave cannot be sent.
            APIError: A call failed otherwise.
        """
        from ._procedure import AsyncProcedure

        procedure = AsyncProcedure(self._client, "agents.edit", {"agent_id": agent_id})
        try:
            while isinstance(step := await procedure.step(), Question):
                made = change(_read(step, ops.AGENTS_RETRIEVE))
                procedure.answer(step, _changed(await made if inspect.isawaitable(made) else made))
        except BaseException:
            procedure.leave()
            raise
        return _read(step, ops.AGENTS_RETRIEVE)

    async def find_or_create(self, **parameters: Unpack[AgentCreateParams]) -> Agent:
        """Find the newest live agent of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return await _ensure_async(self._client, "agents", ops.AGENTS_CREATE, parameters)


class EnvironmentHelpers:
    _client: Qoder

    def find_or_create(self, **parameters: Unpack[EnvironmentCreateParams]) -> Environment:
        """Find the newest live environment of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return _ensure(self._client, "environments", ops.ENVIRONMENTS_CREATE, parameters)


class AsyncEnvironmentHelpers:
    _client: AsyncQoder

    async def find_or_create(self, **parameters: Unpack[EnvironmentCreateParams]) -> Environment:
        """Find the newest live environment of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return await _ensure_async(self._client, "environments", ops.ENVIRONMENTS_CREATE, parameters)


class WorkHelpers:
    _client: Qoder

    def run(
        self,
        environment_id: str,
        handler: Handler,
        *,
        worker_id: str | None = None,
        concurrency: int = 1,
        lease: int = 60,
        max_items: int | None = None,
    ) -> WorkSummary:
        """Work on the queue of a self-hosted environment, until Ctrl-C or `max_items`.

        It claims items, has `handler` work on them in threads, keeps their leases, and stops them. An item
        whose handler raises fails; the worker goes on, and the log of `qoder_cloud.work` tells.

        Args:
            environment_id: Environment ID, prefix `env_`.
            handler: Called with each item.
            worker_id: The name under which it claims items.
            concurrency: How many items it works on at a time.
            lease: Seconds an item is its own without a heartbeat.
            max_items: Ends after so many items; None for never.

        Raises:
            InvalidArgumentError: An argument cannot be used.
            APIError: The queue cannot be asked.
        """
        from ._work import Worker

        arguments = _worker(environment_id, worker_id, concurrency, lease, max_items)
        return Worker(handler).run(self._client, arguments)


class AsyncWorkHelpers:
    _client: AsyncQoder

    async def run(
        self,
        environment_id: str,
        handler: Handler,
        *,
        worker_id: str | None = None,
        concurrency: int = 1,
        lease: int = 60,
        max_items: int | None = None,
    ) -> WorkSummary:
        """Work on the queue of a self-hosted environment, until its task is cancelled or `max_items`.

        It claims items, has `handler` work on them, keeps their leases, and stops them. A handler that is a
        coroutine runs as a task, which is cancelled when somebody wants its item stopped; others run in
        threads. An item whose handler raises fails; the worker goes on, and the log of `qoder_cloud.work`
        tells.

        Args:
            environment_id: Environment ID, prefix `env_`.
            handler: Called with each item.
            worker_id: The name under which it claims items.
            concurrency: How many items it works on at a time.
            lease: Seconds an item is its own without a heartbeat.
            max_items: Ends after so many items; None for never.

        Raises:
            InvalidArgumentError: An argument cannot be used.
            APIError: The queue cannot be asked.
        """
        from ._work import Worker

        arguments = _worker(environment_id, worker_id, concurrency, lease, max_items)
        return await Worker(handler).run_async(self._client, arguments)


class VaultHelpers:
    _client: Qoder

    def find_or_create(self, **parameters: Unpack[VaultCreateParams]) -> Vault:
        """Find the newest live vault of that display name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return _ensure(self._client, "vaults", ops.VAULTS_CREATE, parameters)


class AsyncVaultHelpers:
    _client: AsyncQoder

    async def find_or_create(self, **parameters: Unpack[VaultCreateParams]) -> Vault:
        """Find the newest live vault of that display name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return await _ensure_async(self._client, "vaults", ops.VAULTS_CREATE, parameters)


class MemoryStoreHelpers:
    _client: Qoder

    def find_or_create(self, **parameters: Unpack[MemoryStoreCreateParams]) -> MemoryStore:
        """Find the newest live memory store of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return _ensure(self._client, "memory_stores", ops.MEMORY_STORES_CREATE, parameters)


class AsyncMemoryStoreHelpers:
    _client: AsyncQoder

    async def find_or_create(self, **parameters: Unpack[MemoryStoreCreateParams]) -> MemoryStore:
        """Find the newest live memory store of that name, or create one.

        Args:
            parameters: As for `create`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed.
        """
        return await _ensure_async(self._client, "memory_stores", ops.MEMORY_STORES_CREATE, parameters)


class MemoryHelpers:
    _client: Qoder

    def upsert(
        self,
        memory_store_id: str,
        *,
        path: str,
        content: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
    ) -> Memory:
        """Write a memory whether its path is taken or not; what stands there is replaced as it was seen last.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            path: Its path in the store.
            content: What it says.
            metadata: Caller-owned string pairs.

        Raises:
            ConflictError: Others were faster each of five times.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed otherwise.
        """
        arguments = _memory(memory_store_id, path, content, metadata)
        return _perform(
            self._client, "memory_stores.memories.upsert", arguments, ops.MEMORY_STORES_MEMORIES_CREATE
        )


class AsyncMemoryHelpers:
    _client: AsyncQoder

    async def upsert(
        self,
        memory_store_id: str,
        *,
        path: str,
        content: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
    ) -> Memory:
        """Write a memory whether its path is taken or not; what stands there is replaced as it was seen last.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            path: Its path in the store.
            content: What it says.
            metadata: Caller-owned string pairs.

        Raises:
            ConflictError: Others were faster each of five times.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A call failed otherwise.
        """
        arguments = _memory(memory_store_id, path, content, metadata)
        return await _perform_async(
            self._client, "memory_stores.memories.upsert", arguments, ops.MEMORY_STORES_MEMORIES_CREATE
        )


class FileHelpers:
    _client: Qoder

    def download_to(self, file_id: str, path: str | os.PathLike[str]) -> int:
        """Download a file to `path`; its length in bytes.

        A download that breaks off, or whose link expires on the way, starts over with a new link. The file
        stands under `path` when it is whole, never before.

        Args:
            file_id: File ID, prefix `file_`.
            path: Where to write it.

        Raises:
            InvalidArgumentError: Nothing can be written there.
            APIError: The file cannot be had, or not whole.
        """
        from ._procedure import Procedure

        done = Procedure(self._client, "files.download_to", _place(file_id, path)).finish()
        return _length(done)


class AsyncFileHelpers:
    _client: AsyncQoder

    async def download_to(self, file_id: str, path: str | os.PathLike[str]) -> int:
        """Download a file to `path`; its length in bytes.

        A download that breaks off, or whose link expires on the way, starts over with a new link. The file
        stands under `path` when it is whole, never before.

        Args:
            file_id: File ID, prefix `file_`.
            path: Where to write it.

        Raises:
            InvalidArgumentError: Nothing can be written there.
            APIError: The file cannot be had, or not whole.
        """
        from ._procedure import AsyncProcedure

        procedure = AsyncProcedure(self._client, "files.download_to", _place(file_id, path))
        return _length(await procedure.finish())


def cleanup(client: Qoder, objects: tuple[Any, ...]) -> list[CleanupReport]:
    """Removes objects."""
    from ._procedure import Procedure

    return _reports(Procedure(client, "cleanup", _objects(objects)).finish())


async def cleanup_async(client: AsyncQoder, objects: tuple[Any, ...]) -> list[CleanupReport]:
    """Removes objects."""
    from ._procedure import AsyncProcedure

    return _reports(await AsyncProcedure(client, "cleanup", _objects(objects)).finish())


def _perform(client: Qoder, name: str, arguments: dict[str, Any], answers: Operation[T]) -> T:
    from ._procedure import Procedure

    return _read(Procedure(client, name, arguments).finish(), answers)


async def _perform_async(
    client: AsyncQoder, name: str, arguments: dict[str, Any], answers: Operation[T]
) -> T:
    from ._procedure import AsyncProcedure

    return _read(await AsyncProcedure(client, name, arguments).finish(), answers)


def _read(step: Step, answers: Operation[T]) -> T:
    """What an operation answers, as a procedure tells it."""
    from ._procedure import told

    return told(answers.reader, step.json)


def _ensure(client: Qoder, kind: str, operation: Operation[T], parameters: Mapping[str, Any]) -> T:
    from ._procedure import Procedure

    done = Procedure(client, "find_or_create", _wanted(kind, operation, parameters)).finish()
    return _found(done, operation)


async def _ensure_async(
    client: AsyncQoder, kind: str, operation: Operation[T], parameters: Mapping[str, Any]
) -> T:
    from ._procedure import AsyncProcedure

    procedure = AsyncProcedure(client, "find_or_create", _wanted(kind, operation, parameters))
    return _found(await procedure.finish(), operation)


def _wanted(kind: str, operation: Operation[Any], parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "create": _body(operation, parameters)}


def _body(operation: Operation[Any], parameters: Mapping[str, Any]) -> Any:
    """A body that has been checked."""
    from msgspec import Raw

    return Raw(operation.body(dict(parameters)) or b"{}")


def _found(done: Done, operation: Operation[T]) -> T:
    from msgspec import Raw
    from msgspec.json import decode

    from ._procedure import told

    found = decode(done.json, type=dict[str, Raw])["object"]
    return told(operation.reader, bytes(found))


def _place(file_id: str, path: Any) -> dict[str, Any]:
    return {"file_id": file_id, "path": path_text("path", path, "files.download_to")}


def _length(done: Done) -> int:
    from msgspec.json import decode

    return decode(done.json, type=dict[str, int])["bytes"]


def _memory(store: str, path: str, content: str, metadata: Any) -> dict[str, Any]:
    return given({"memory_store_id": store, "path": path, "content": content, "metadata": metadata})


def _worker(
    environment_id: str, worker_id: str | None, concurrency: int, lease: int, max_items: int | None
) -> dict[str, Any]:
    arguments = {"environment_id": environment_id, "worker_id": worker_id, "concurrency": concurrency}
    return {**arguments, "lease": lease, "max_items": max_items}


def _changed(change: Any) -> bytes:
    from ._options import written

    if change is not None and not isinstance(change, Mapping):
        raise refused(
            f"`change` must return a mapping or None, not {type(change).__name__}", "change", "agents.edit"
        )
    return b"null" if change is None else written(dict(change), "agents.edit")


def _objects(objects: tuple[Any, ...]) -> dict[str, Any]:
    return {"objects": [_object(item) for item in objects]}


def _object(item: Any) -> dict[str, str]:
    if isinstance(item, str):
        return {"id": item}
    try:
        return {"id": item.id, "type": item.type}
    except AttributeError:
        raise refused(
            f"`objects`: an object of the API or an ID is needed, not {type(item).__name__}",
            "objects",
            "cleanup",
        ) from None


def _reports(done: Done) -> list[CleanupReport]:
    from ._decode import reader

    return reader("turns.CleanupReport").many(done)
