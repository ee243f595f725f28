"""One emulator for the whole run, the vendor's client on it, and a fresh state for every test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import qca

ROOT = Path(__file__).resolve().parents[2]
CALLED: set[str] = set()


class Emulator:
    """The emulator's binary, and the door through which tests steer it."""

    def __init__(self) -> None:
        suffix = ".exe" if sys.platform == "win32" else ""
        built = ROOT / "target" / "debug" / f"qoder-cloud-emulator{suffix}"
        binary = os.environ.get("EMULATOR_BINARY", str(built))
        self.process = subprocess.Popen([binary], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        ready = json.loads(self.process.stdout.readline())
        self.base_url: str = ready["base_url"]
        self.token: str = ready["token"]

    def control(self, door: str, body: Any = None, method: str = "POST") -> Any:
        url = self.base_url.replace("/api/v1/cloud", f"/_emulator/{door}")
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data=data, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def requests(self) -> list[dict[str, Any]]:
        return self.control("requests", method="GET")["data"]

    def fault(self, operation: str, action: dict[str, Any], **rule: Any) -> None:
        self.control("faults", {"match": {"operation": operation}, "action": action, **rule})

    def script(self, session: SimpleNamespace, *steps: dict[str, Any]) -> None:
        self.control("scripts", {"session": session.id, "steps": steps})

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(timeout=10) == 0, "SIGTERM stops it cleanly"


@pytest.fixture(scope="session")
def running() -> Iterator[Emulator]:
    emulator = Emulator()
    yield emulator
    emulator.stop()


@pytest.fixture
def emulator(running: Emulator) -> Iterator[Emulator]:
    running.control("reset", {})
    yield running
    CALLED.update(entry["operation"] for entry in running.requests() if entry["operation"])


@pytest.fixture
def connect(emulator: Emulator) -> Iterator[Callable[..., qca.Managed]]:
    """Makes vendor clients with options; they are closed at the end."""
    made: list[qca.Managed] = []

    def client(**options: Any) -> qca.Managed:
        # No proxy of the surroundings stands between the two.
        defaults = {"access_token": emulator.token, "http_client": httpx.Client(trust_env=False)}
        options = {"base_url": emulator.base_url, **defaults, **options}
        made.append(qca.Managed(**options, _strict_response_validation=True))
        return made[-1]

    yield client
    for one in made:
        one.close()


@pytest.fixture
def sdk(connect: Callable[..., qca.Managed]) -> qca.Managed:
    return connect()


@pytest.fixture
def session(sdk: qca.Managed) -> SimpleNamespace:
    """An agent, an environment and a session on them."""
    agent = sdk.agents.create(name="a", model="auto")
    environment = sdk.environments.create(name="e")
    made = sdk.sessions.create(agent=agent.id, environment_id=environment.id)
    return SimpleNamespace(id=made.id, agent=agent.id, environment=environment.id)


def ids(items: Iterable[Any]) -> list[str]:
    """The ids of a list, over all its pages."""
    return [item.id for item in items]


def say(text: str) -> list[dict[str, Any]]:
    """A message of the user."""
    return [{"type": "user.message", "content": [{"type": "text", "text": text}]}]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What every test called is looked at last."""
    items.sort(key=lambda item: item.path.name == "test_coverage.py")
