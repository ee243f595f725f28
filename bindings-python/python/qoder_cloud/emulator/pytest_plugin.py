"""The pytest fixture `qoder_emulator`: a fresh emulator for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Emulator


@pytest.fixture
def qoder_emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """A fresh emulator, to which the environment points: `Qoder()` is a client of it."""
    from . import Emulator

    with Emulator() as emulator:
        monkeypatch.setenv("QODER_BASE_URL", emulator.base_url)
        monkeypatch.setenv("QODER_ACCESS_TOKEN", emulator.token)
        yield emulator
