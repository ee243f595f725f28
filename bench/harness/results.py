"""What was measured, as data: `bench/results.json`, from which the page and the chart are drawn.

What is measured anew takes the place of what was measured before, one figure at a time.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .floors import Bound, Verdict
from .measure import Settings
from .prepare import BENCH

FILE = BENCH / "results.json"
BOUND = ("language", "figure", "scenario", "column", "ours", "peer")


@dataclass(frozen=True)
class Run:
    """Where, when and how carefully a figure was measured."""

    date: str
    machine: str
    rounds: int
    seconds: float


def record(verdicts: Iterable[Verdict], settings: Settings) -> None:
    """Keeps what was measured, also that a figure had no result."""
    run = Run(datetime.date.today().isoformat(), machine(), settings.rounds, settings.seconds)
    rows = {key(row): row for row in load()}
    rows |= {key(row): row for row in (as_row(verdict, run) for verdict in verdicts)}
    FILE.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows.values()) + "\n]\n")


def measured(bounds: Iterable[Bound]) -> list[tuple[Verdict, Run | None]]:
    """What was measured, judged by the floors of today; no run where nothing was."""
    rows = {key(row): row for row in load()}
    return [judged(bound, rows.get(key(asdict(bound)))) for bound in bounds]


def judged(bound: Bound, row: dict[str, Any] | None) -> tuple[Verdict, Run | None]:
    if row is None:
        return Verdict(bound, [], [], []), None
    run = Run(row["date"], row["machine"], row["rounds"], row["seconds"])
    return Verdict(bound, row["values"], row["peer_values"], row["ratios"]), run


def load() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(FILE.read_text()) if FILE.exists() else []
    return rows


def key(row: dict[str, Any]) -> tuple[str, ...]:
    """What a figure is, whatever has to come of it."""
    return tuple(row[name] for name in BOUND)


def as_row(verdict: Verdict, run: Run) -> dict[str, Any]:
    values = {"values": verdict.ours, "peer_values": verdict.theirs, "ratios": verdict.ratios}
    short = {name: [float(f"{value:.4g}") for value in known] for name, known in values.items()}
    bound = asdict(verdict.bound)
    return {name: bound[name] for name in BOUND} | short | asdict(run)


def machine() -> str:
    """The kind of machine, in words: no name of it, no path on it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    kind = models[0] if models else platform.processor() or platform.machine()
    return f"{os.cpu_count()} cores of {kind}, {platform.system()} on {platform.machine()}"
