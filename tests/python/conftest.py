"""Fixtures of all tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from qoder_cloud import Qoder
from qoder_cloud.emulator import Emulator


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def client(emulator: Emulator) -> Qoder:
    return emulator.client()


def answer(emulator: Emulator, operation: str, body: object, times: int = 1, status: int = 200) -> None:
    """Makes the emulator answer an operation with this body."""
    action = {"status": status, "body": body}
    emulator.faults([{"match": {"operation": operation}, "times": times, "action": action}])


class Scene:
    """An idle session, its clients, and what the server has seen."""

    def __init__(self, emulator: Emulator, **agent: Any) -> None:
        self.emulator = emulator
        self.client = emulator.client()
        self.twin = emulator.async_client()
        self.environment = self.client.environments.create(name="e", config={"type": "cloud"}).id
        self.agent = self.client.agents.create(name="a", model="auto", **agent).id
        self.session = self.another()
        emulator.forget_requests()

    def another(self) -> str:
        """One more session."""
        return self.client.sessions.create(agent=self.agent, environment_id=self.environment).id

    def script(self, *steps: Any) -> None:
        """What the agent does in the next turn."""
        self.emulator.script({"session": self.session, "steps": list(steps)})

    def fault(self, operation: str, action: Any, times: int = 1) -> None:
        """Spoils an operation."""
        self.emulator.faults([{"match": {"operation": operation}, "times": times, "action": action}])

    def seen(self, ending: str) -> list[dict[str, Any]]:
        """The requests whose path ends like this."""
        return [entry for entry in self.emulator.requests() if entry["path"].endswith(ending)]

    def wait_for(self, ending: str, outcome: str | None = None) -> None:
        """Waits until the server has seen such a request, and how it ended."""
        deadline = time.monotonic() + 20
        while not any(outcome in (None, entry["outcome"]) for entry in self.seen(ending)):
            assert time.monotonic() < deadline, self.emulator.requests()
            time.sleep(0.01)


@pytest.fixture
def scene(emulator: Emulator) -> Scene:
    return Scene(emulator)
