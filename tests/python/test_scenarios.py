"""Every scenario, through the blocking and through the asynchronous client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from qoder_cloud.emulator import Emulator
from support.player import Player, run_without_loop

FOLDER = Path(__file__).parents[1] / "scenarios"
TRANSCRIPTS = Path(__file__).parents[2] / "target" / "transcripts"
CLIENTS = {"sync": False, "async": True}


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text("utf-8")):
            if document:
                document["title"] = f"{path.stem}: {document['name']}"
                found.append(pytest.param(document, id=document["title"]))
    return found


@pytest.fixture(scope="module", autouse=True)
def transcripts() -> Iterator[dict[str, Any]]:
    """A file for each client, begun anew; `make parity` compares them with those of other languages."""
    TRANSCRIPTS.mkdir(parents=True, exist_ok=True)
    files = {
        client: (TRANSCRIPTS / f"python-{client}.jsonl").open("w", encoding="utf-8") for client in CLIENTS
    }
    yield files
    for file in files.values():
        file.close()


@pytest.mark.parametrize("scenario", scenarios())
@pytest.mark.parametrize("client", CLIENTS)
def test_scenario(
    scenario: dict[str, Any],
    client: str,
    transcripts: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("QODER_ACCESS_TOKEN", "QODER_PAT", "QODER_REGION", "QODER_BASE_URL", "QODER_SA_KEY"):
        monkeypatch.delenv(name, raising=False)
    with Emulator() as emulator:
        playing = Player(scenario, emulator, CLIENTS[client]).play()
        played = asyncio.run(playing) if CLIENTS[client] else run_without_loop(playing)
    print(json.dumps({"scenario": scenario["title"], **played}), file=transcripts[client])
