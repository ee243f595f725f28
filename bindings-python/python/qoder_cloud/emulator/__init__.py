"""The service in this process, in memory: for trials and tests without an account or a network.

```python
from qoder_cloud.emulator import Emulator

with Emulator() as emulator:
    client = emulator.client()
    print(client.models.list().data)
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from .. import _native
from .._client import AsyncQoder, Qoder

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Unpack

    from .._options import ClientOptions

__all__ = ["Emulator"]


class Emulator:
    """A running emulator, on a thread of its own. It listens at once and stops at the end of a `with`.

    Requests are checked against the description of the API, state follows the documented rules, and the agent
    is deterministic: it echoes the prompt, reads what the prompt names, or plays a script.

    Args:
        host: The interface to listen at.
        port: The port; 0 takes a free one.
        token: The token to accept; a random one by default.
        heartbeat: Seconds between the heartbeats of a stream; None sends none.
        step_delay: Seconds the agent takes for each step and each piece of a message.

    Raises:
        ValueError: A time, the port or the token cannot be used.
        OSError: It cannot listen there.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str | None = None,
        heartbeat: float | None = 15,
        step_delay: float = 0,
    ) -> None:
        self._emulator = _native.Emulator(host, port, token, heartbeat, step_delay)

    @property
    def base_url(self) -> str:
        """The base of the API, as a client is configured with."""
        return self._emulator.base_url

    @property
    def exchange_url(self) -> str:
        """Where service account keys are exchanged for tokens."""
        return self._emulator.exchange_url

    @property
    def token(self) -> str:
        """The token it accepts. It opens nothing but this emulator."""
        return self._emulator.token

    def client(self, **options: Unpack[ClientOptions]) -> Qoder:
        """A client of this emulator.

        Args:
            options: As for any client: `ClientOptions`.

        Raises:
            QoderError: An option cannot be used.
        """
        options.setdefault("base_url", self.base_url)
        options.setdefault("token", self.token)
        return Qoder(**options)

    def async_client(self, **options: Unpack[ClientOptions]) -> AsyncQoder:
        """An asynchronous client of this emulator.

        Args:
            options: As for any client: `ClientOptions`.

        Raises:
            QoderError: An option cannot be used.
        """
        options.setdefault("base_url", self.base_url)
        options.setdefault("token", self.token)
        return AsyncQoder(**options)

    def requests(self) -> list[dict[str, Any]]:
        """The last 10,000 requests it received, oldest first; credentials are not among what is kept.

        Raises:
            RuntimeError: It has stopped.
        """
        seen: list[dict[str, Any]] = self._control("GET", "requests")["data"]
        return seen

    def forget_requests(self) -> None:
        """Empties the log of requests.

        Raises:
            RuntimeError: It has stopped.
        """
        self._control("DELETE", "requests")

    def faults(self, rules: Sequence[Mapping[str, Any]]) -> None:
        """Arms faults: `[{"match": {"operation": "agents.create"}, "action": {"status": 503}}]`.

        Raises:
            ValueError: A rule is not understood.
            RuntimeError: It has stopped.
        """
        self._control("POST", "faults", rules)

    def script(self, script: Mapping[str, Any]) -> None:
        """Tells the agent what to do on the next prompts.

        Raises:
            ValueError: A step is not understood.
            RuntimeError: It has stopped.
        """
        self._control("POST", "scripts", script)

    def state(self) -> dict[str, Any]:
        """A summary of what it holds.

        Raises:
            RuntimeError: It has stopped.
        """
        summary: dict[str, Any] = self._control("GET", "state")
        return summary

    def reset(self) -> None:
        """Forgets everything: state, faults, scripts, requests.

        Raises:
            RuntimeError: It has stopped.
        """
        self._control("POST", "reset")

    def stop(self) -> None:
        """Stops it and waits until every connection is closed."""
        self._emulator.stop()

    def _control(self, method: str, door: str, body: Any = None) -> Any:
        return msgspec.json.decode(self._emulator.control(method, door, msgspec.json.encode(body)))

    def __enter__(self) -> Emulator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Emulator(base_url={self.base_url!r})"
