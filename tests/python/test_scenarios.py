"""Every scenario, through the blocking and through the asynchronous client."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml

from qoder_cloud.emulator import Emulator
from support.player import Player, run_without_loop

FOLDER = Path(__file__).parents[1] / "scenarios"


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text("utf-8")):
            if document:
                found.append(pytest.param(document, id=f"{path.stem}: {document['name']}"))
    return found


@pytest.mark.parametrize("scenario", scenarios())
@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_scenario(scenario: dict[str, Any], asynchronous: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QODER_ACCESS_TOKEN", "QODER_PAT", "QODER_REGION", "QODER_BASE_URL", "QODER_SA_KEY"):
        monkeypatch.delenv(name, raising=False)
    with Emulator() as emulator:
        player = Player(scenario, emulator, asynchronous)
        if asynchronous:
            asyncio.run(player.play())
        else:
            run_without_loop(player.play())
