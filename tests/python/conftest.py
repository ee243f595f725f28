"""Fixtures of all tests."""

from __future__ import annotations

from collections.abc import Iterator

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
