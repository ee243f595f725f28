"""Where tokens come from when they are not simply given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._native import Reply


class ServiceAccount:
    """A service account: its key is exchanged for short-lived tokens, which are renewed in time.

    Args:
        key: The key; else `QODER_SA_KEY`.
        ttl: Seconds each token lives, 1 to 43200.
        scope: What the tokens are good for, separated by spaces.
    """

    __slots__ = ("_key", "scope", "ttl")

    def __init__(self, key: str | None = None, *, ttl: float = 3600, scope: str = "qca.access") -> None:
        self._key = key
        self.ttl = ttl
        self.scope = scope

    def __repr__(self) -> str:
        return f"ServiceAccount(ttl={self.ttl!r}, scope={self.scope!r})"


def credential(token: Any) -> tuple[dict[str, Any], Callable[[Reply], None] | None]:
    """The token as the core takes it, and who answers when the core asks for one."""
    if token is None:
        return {}, None
    if isinstance(token, ServiceAccount):
        return {"service_account": (token._key, float(token.ttl), token.scope)}, None
    if callable(token):
        return {"token_provider": True}, Provider(token)
    return {"token": token}, None


class Provider:
    """Answers the core's questions for a token with those of a function, which may be asynchronous."""

    __slots__ = ("_function", "_tasks")

    def __init__(self, function: Callable[[], Any]) -> None:
        self._function = function
        self._tasks: set[Any] = set()

    def __call__(self, reply: Reply) -> None:
        try:
            token = self._function()
            if isinstance(token, Awaitable):
                self._await(reply, token)
            else:
                reply.token(_text(token))
        except Exception as cause:
            reply.failed(f"{type(cause).__name__}: {cause}")

    def _await(self, reply: Reply, token: Awaitable[str]) -> None:
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            if isinstance(token, Coroutine):
                token.close()
            raise TypeError("an asynchronous token provider needs AsyncQoder") from None
        task = loop.create_task(_answer(reply, token))
        # A loop keeps only weak references to its tasks.
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _answer(reply: Reply, token: Awaitable[str]) -> None:
    try:
        reply.token(_text(await token))
    except Exception as cause:
        reply.failed(f"{type(cause).__name__}: {cause}")


def _text(token: object) -> str:
    if not isinstance(token, str):
        raise TypeError(f"a token must be a string, not {type(token).__name__}")
    return token
