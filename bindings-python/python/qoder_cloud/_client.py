"""The clients."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from . import _native
from ._auth import credential
from ._errors import QoderError, failed
from ._options import call_options, client_options, pairs, text, written
from ._tree import AsyncTree, Tree

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self, Unpack

    from ._options import CallOptions, ClientOptions
    from .types.turns import CleanupReport

Client = TypeVar("Client", bound="_Client")

USER_AGENT = f"(python {'.'.join(map(str, sys.version_info[:3]))}; {sys.platform})"


class _Client:
    _bare: Any
    """The core without anything around it."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        token, provider = credential(options.get("token"))
        level = options.get("log") or os.environ.get("QODER_LOG")
        if level or "logging" in sys.modules:
            # Whoever wants records has imported it.
            from ._log import start

            start(level)
        told = {"user_agent_suffix": USER_AGENT, **client_options(options), **token}
        self._bare = _made(_native.client(told, provider))

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client that differs in these options and shares the connections with this one.

        Args:
            options: As for a new client: `ClientOptions`.

        Raises:
            QoderError: An option cannot be used, or this client is closed.
        """
        token, provider = credential(options.get("token"))
        derived = object.__new__(type(self))
        derived._bare = _made(self._bare.derive({**client_options(options), **token}, provider))
        return derived

    copy = with_options

    @property
    def base_url(self) -> str:
        """The address calls go to."""
        url: str = self._bare.base_url
        return url

    @property
    def _core(self) -> Any:
        """What makes the calls; with spans around them in a program that uses OpenTelemetry."""
        if "opentelemetry.trace" in sys.modules:
            from ._trace import Traced

            return Traced(self._bare)
        return self._bare

    def _arguments(self, method: str, path: str, body: Any, query: Any, options: Any) -> tuple[Any, ...]:
        operation = method.lower()
        told, headers = call_options(options, operation)
        headers = [
            ({"workspace_id": "qoder-workspace-id", "betas": "x-qoder-beta"}[name], value)
            for name, value in headers
        ]
        asked = pairs("query", query, operation) if query else []
        sent = None if body is None else written(body, operation, "body")
        return (method, text("path", path, operation)), (), asked, headers, sent, None, told

    def __repr__(self) -> str:
        state = "closed" if isinstance(self._bare, _Closed) else f"base_url={self._bare.base_url!r}"
        return f"{type(self).__name__}({state})"


class Qoder(_Client, Tree):
    """The client. It is immutable, cheap to derive from, and may be shared between threads.

    ```python
    from qoder_cloud import Qoder

    client = Qoder()  # the token comes from QODER_ACCESS_TOKEN
    for agent in client.agents.list():
        print(agent.id, agent.name)
    ```

    The keyword arguments are those of `ClientOptions`. Calls block; Ctrl-C ends them, on the wire too.

    Raises:
        QoderError: An option cannot be used, or there is no token.
    """

    def get(self, path: str, *, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Reads an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._any(self._arguments("GET", path, None, query, options))

    def post(self, path: str, *, body: Any = None, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Posts to an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            body: Anything that can be written as JSON; None for no body.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._any(self._arguments("POST", path, body, query, options))

    def put(self, path: str, *, body: Any = None, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Puts to an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            body: Anything that can be written as JSON; None for no body.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._any(self._arguments("PUT", path, body, query, options))

    def delete(self, path: str, *, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Deletes at an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._any(self._arguments("DELETE", path, None, query, options))

    def _any(self, call: tuple[Any, ...]) -> Any:
        return _plain(_made(self._core.call(None, *call)))

    def cleanup(self, *objects: Any) -> list[CleanupReport]:
        """Removes objects: deletes them, or archives them where deleting is refused.

        ```python
        for report in client.cleanup(session, agent, environment):
            print(report.id, report.outcome)
        ```

        They go in an order in which they let go of one another; a session at work is cancelled first. One
        that stays does not stop the others.

        Args:
            objects: Objects of the API, or IDs.

        Raises:
            InvalidArgumentError: One is neither; nothing was sent.
        """
        from ._helpers import cleanup

        return cleanup(self, objects)

    def close(self) -> None:
        """Ends this client; connections end with the last client that shares them."""
        self._bare = _Closed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncQoder(_Client, AsyncTree):
    """The client for asyncio, with the methods of `Qoder` as coroutines, for any number of event loops.

    Cancelling a task ends its call on the wire. The keyword arguments are those of `ClientOptions`.

    Raises:
        QoderError: An option cannot be used, or there is no token.
    """

    @staticmethod
    def _submit(call: Any, *arguments: Any, read: Any = None) -> Any:
        from ._loop import submit

        AsyncQoder._submit = staticmethod(submit)  # type: ignore[method-assign]
        return submit(call, *arguments, read=read)

    async def get(self, path: str, *, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Reads an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._any(self._arguments("GET", path, None, query, options))

    async def post(
        self, path: str, *, body: Any = None, query: Any = None, **options: Unpack[CallOptions]
    ) -> Any:
        """Posts to an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            body: Anything that can be written as JSON; None for no body.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._any(self._arguments("POST", path, body, query, options))

    async def put(
        self, path: str, *, body: Any = None, query: Any = None, **options: Unpack[CallOptions]
    ) -> Any:
        """Puts to an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            body: Anything that can be written as JSON; None for no body.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._any(self._arguments("PUT", path, body, query, options))

    async def delete(self, path: str, *, query: Any = None, **options: Unpack[CallOptions]) -> Any:
        """Deletes at an endpoint that has no method here; its answer as plain values, None if it is empty.

        Args:
            path: Its path below the base URL.
            query: Query arguments under their names on the wire; a list repeats its name.
            options: As for every call: `CallOptions`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._any(self._arguments("DELETE", path, None, query, options))

    async def _any(self, call: tuple[Any, ...]) -> Any:
        return _plain(await self._submit(self._core.call, *call))

    async def cleanup(self, *objects: Any) -> list[CleanupReport]:
        """Removes objects: deletes them, or archives them where deleting is refused.

        ```python
        for report in await client.cleanup(session, agent, environment):
            print(report.id, report.outcome)
        ```

        They go in an order in which they let go of one another; a session at work is cancelled first. One
        that stays does not stop the others.

        Args:
            objects: Objects of the API, or IDs.

        Raises:
            InvalidArgumentError: One is neither; nothing was sent.
        """
        from ._helpers import cleanup_async

        return await cleanup_async(self, objects)

    async def close(self) -> None:
        """Ends this client; connections end with the last client that shares them."""
        self._bare = _Closed()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class _Closed:
    """Stands where the core of a closed client was."""

    def __getattr__(self, name: str) -> Any:
        raise QoderError("this client is closed")


def _made(outcome: Any) -> Any:
    if type(outcome) is _native.Failure:
        raise failed(outcome)
    return outcome


def _plain(response: Any) -> Any:
    from ._decode import plain

    return plain(response.body or b"null", response)
