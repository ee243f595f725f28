"""Every scenario, through the blocking and through the asynchronous client."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from qoder_cloud.emulator import Emulator
from support.player import Player, run_without_loop

FOLDER = Path(__file__).parents[1] / "scenarios"
TRANSCRIPTS = Path(__file__).parents[2] / "target" / "transcripts"
CLIENTS = {"sync": False, "async": True}
# What scenarios call secret, and how tokens of the emulator and signatures of its links begin.
SECRETS = ("pt-emulator-", "pt-wrong-token", "sak-test-key", "s3cret", "eyJ", "signature=")
# As many scenarios at once as keep two cores busy.
TOGETHER = 4
OPEN = Path("/proc/self/fd")


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text("utf-8")):
            if document:
                document["title"] = f"{path.stem}: {document['name']}"
                found.append(pytest.param(document, id=document["title"]))
    return found


def play(scenario: dict[str, Any], client: str) -> dict[str, Any]:
    with Emulator() as emulator:
        playing = Player(scenario, emulator, CLIENTS[client]).play()
        return asyncio.run(playing) if CLIENTS[client] else run_without_loop(playing)


@pytest.fixture(scope="module")
def heard() -> Iterator[io.StringIO]:
    """Everything that is logged, at the finest level, with what hangs on the records."""
    text, logger = io.StringIO(), logging.getLogger("qoder_cloud")
    handler = logging.StreamHandler(text)
    handler.setFormatter(logging.Formatter("%(message)s %(qoder)r"))
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    yield text
    logger.removeHandler(handler)
    logger.setLevel(level)


@pytest.fixture(scope="module")
def played(
    request: pytest.FixtureRequest, heard: io.StringIO
) -> Iterator[dict[tuple[str, str], Future[dict[str, Any]]]]:
    """Every chosen scenario under way, several at once: most of their time is waiting."""
    calls = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    chosen = [(call["scenario"], call["client"]) for call in calls if "scenario" in call]
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(TOGETHER) as pool:
        for name in ("QODER_ACCESS_TOKEN", "QODER_PAT", "QODER_REGION", "QODER_BASE_URL", "QODER_SA_KEY"):
            patch.delenv(name, raising=False)
        yield {
            (scenario["title"], client): pool.submit(play, scenario, client) for scenario, client in chosen
        }


@pytest.fixture(scope="module")
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
    played: dict[tuple[str, str], Future[dict[str, Any]]],
    transcripts: dict[str, Any],
) -> None:
    told = played[scenario["title"], client].result()
    print(json.dumps({"scenario": scenario["title"], **told}), file=transcripts[client])


def test_no_secret_is_logged(
    played: dict[tuple[str, str], Future[dict[str, Any]]], heard: io.StringIO
) -> None:
    wait(played.values())
    text = heard.getvalue()
    assert len(text) > 100 * len(played), "hardly anything was heard"
    found = [line for line in text.splitlines() if any(secret in line for secret in SECRETS)]
    assert not found


def connections() -> set[str]:
    """The TCP connections of this process, as Linux tells them."""
    table = Path("/proc/self/net/tcp").read_text("ascii").splitlines()[1:]
    return {f"socket:[{line.split()[9]}]" for line in table} & {*opened()}


def opened() -> Iterator[str]:
    for entry in OPEN.iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            yield os.readlink(entry)


def runtime_threads() -> int:
    """Those that are not of this interpreter."""
    return len(list(Path("/proc/self/task").iterdir())) - threading.active_count()


@pytest.mark.skipif(not OPEN.exists(), reason="only Linux tells what is open")
def test_whatever_goes_wrong_nothing_is_left_open(
    played: dict[tuple[str, str], Future[dict[str, Any]]],
) -> None:
    with Emulator() as emulator, emulator.client() as client:
        client.models.list()
        assert connections(), "a connection that is open is seen"
    wait(played.values())
    deadline = time.monotonic() + 30
    # The shared runtime has two workers and a keeper; those that read files leave after 10 s without one.
    while connections() or runtime_threads() > 3:
        assert time.monotonic() < deadline, (connections(), runtime_threads())
        time.sleep(0.01)
