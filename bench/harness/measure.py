"""Runs clients against the server, round by round, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from .prepare import BENCH, PYTHON, binary

Line = dict[str, Any]
# One entry a round; None where the client failed.
Results = dict[str, list[Line | None]]


@dataclass(frozen=True)
class Scenario:
    """One thing to do, the same for every client."""

    case: str
    concurrency: int = 1
    events: int = 2000
    pages: int = 100
    server: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = [self.case, f"concurrency {self.concurrency}"]
        if self.case in ("events", "streams", "slow"):
            parts.append(f"{self.events:,} events")
        if self.case == "list":
            parts.append(f"{self.pages} pages")
        return ", ".join([*parts, *([f"server {' '.join(self.server)}"] if self.server else [])])


@dataclass(frozen=True)
class Settings:
    """How long and how carefully to measure."""

    rounds: int = 5
    seconds: float = 1.0
    pin: bool = False
    python: str = str(PYTHON)
    jsonl: Path | None = None


class Server:
    """The fixed-response server, for as long as the block lasts."""

    def __init__(self, scenario: Scenario, settings: Settings) -> None:
        self.words = [*on_core(0, settings), binary("bench-server"), *scenario.server]

    def __enter__(self) -> str:
        try:
            self.process = subprocess.Popen(self.words, stdout=subprocess.PIPE, text=True)
        except FileNotFoundError:
            raise SystemExit("nothing is built yet: bench/run prepare") from None
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait()


def on_core(number: int, settings: Settings) -> list[str]:
    return ["taskset", "-c", str(number)] if settings.pin else []


def command(client: str, scenario: Scenario, base: str, settings: Settings) -> list[str]:
    """The process that drives a client; its name says the language, Python's have no prefix."""
    shared = ["--case", scenario.case, "--base", base, "--concurrency", str(scenario.concurrency)]
    shared += [
        "--seconds",
        str(settings.seconds),
        "--events",
        str(scenario.events),
        "--pages",
        str(scenario.pages),
    ]
    language, _, name = client.partition("-")
    if language == "rust":
        return [binary("bench-rust"), "--client", name, *shared]
    if language == "node":
        return ["node", str(BENCH / "node" / "drive.mjs"), "--client", name, *shared]
    name, *flags = client.split("+")
    drive = str(BENCH / "python" / "drive.py")
    return [settings.python, drive, "--client", name, *shared, *(f"--{flag}" for flag in flags)]


def once(words: list[str], settings: Settings) -> Line | str:
    """The figures of one run, or why there are none."""
    limit = 60 + 10 * settings.seconds
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"no result within {limit:.0f} s"
    except FileNotFoundError:
        return f"{words[0]} is missing: bench/run prepare"
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no output"])[-1]
    line: Line = json.loads(done.stdout)
    return line


def measure(scenario: Scenario, clients: Iterable[str], settings: Settings) -> Results:
    """All rounds of a scenario. Clients take turns: what slows the machine down slows all of them."""
    results: Results = {client: [] for client in clients}
    failed: set[str] = set()
    with Server(scenario, settings) as base:
        for _ in range(settings.rounds):
            for client, lines in results.items():
                words = [*on_core(1, settings), *command(client, scenario, base, settings)]
                line = once(words, settings)
                if isinstance(line, str):
                    lines.append(None)
                    if client not in failed:
                        print(f"{client}: {line}", file=sys.stderr, flush=True)
                    failed.add(client)
                    continue
                lines.append(line)
                if settings.jsonl:
                    with settings.jsonl.open("a") as out:
                        out.write(json.dumps({"scenario": str(scenario), **line}) + "\n")
    return results
