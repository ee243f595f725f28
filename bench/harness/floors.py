"""Judges the figures that must hold: ratios to peers within one interleaved run, and limits.

`floors.csv` has a line for each. With a peer, floor and aim say how many times better than the peer;
without one, how much the figure may be at most. The floor must hold; the aim is where the figure should be.
"""

from __future__ import annotations

import csv
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from .measure import Results, Scenario, Settings, measure
from .prepare import BENCH
from .size import sizes
from .table import markdown, number, spread

SCENARIOS = {
    "one": Scenario("get"),
    "threads": Scenario("get", concurrency=16),
    "many": Scenario("get", concurrency=128),
    "events": Scenario("events"),
    "streams": Scenario("streams", concurrency=200, events=200),
    # One write an event, 25 events a second on each stream: nothing to batch.
    "trickle": Scenario("streams", concurrency=90, events=60, server=("--chunk", "0", "--pace-us", "40000")),
    "list": Scenario("list"),
    "first": Scenario("first"),
    # 16 MB on each stream, far more than its reader takes.
    "slow": Scenario("slow", concurrency=16, events=50_000),
}

LANGUAGES = {"rust": "Rust", "python": "Python", "node": "Node"}
# What scenarios and peers are called in reports.
TITLES = {
    "one": "one at a time",
    "threads": "16 threads",
    "many": "128 in flight",
    "events": "one stream",
    "streams": "200 streams",
    "trickle": "90 slow streams",
    "list": "100 pages of 100",
    "first": "in a new process",
    "slow": "slow readers",
    "size": "",
}
PEERS = {"rust-reqwest": "reqwest + serde", "qca-sync": "qca-sdk", "qca-async": "qca-sdk"}

# Figures of which less is better.
COSTS = {"cpu_s_per_1k", "first_ms"}


@dataclass(frozen=True)
class Bound:
    """A line of `floors.csv`."""

    language: str
    figure: str
    scenario: str
    column: str
    ours: str
    peer: str
    floor: float | None
    aim: float | None

    @property
    def title(self) -> str:
        return ", ".join(part for part in (self.figure, TITLES[self.scenario]) if part)

    @property
    def peer_title(self) -> str:
        plain = self.peer.removeprefix("node-").removesuffix("-sync").removesuffix("-async")
        return PEERS.get(self.peer, plain)

    @property
    def full_title(self) -> str:
        beside = f" beside {self.peer_title}" if self.peer else ""
        return f"{LANGUAGES[self.language]} {self.title}{beside}"


@dataclass(frozen=True)
class Verdict:
    """What was measured for a bound, one value a round."""

    bound: Bound
    ours: list[float]
    theirs: list[float]
    ratios: list[float]

    def reaches(self, limit: float | None) -> bool:
        values = self.ratios if self.bound.peer else self.ours
        if not values or limit is None:
            return bool(values)
        value = statistics.median(values)
        return value >= limit if self.bound.peer else value <= limit

    def outcome(self) -> str:
        if not self.reaches(self.bound.floor):
            return "**missed**"
        return "aim" if self.bound.aim and self.reaches(self.bound.aim) else "holds"

    def cells(self) -> list[str]:
        bound = self.bound
        return [
            f"{bound.language} {bound.figure}, {bound.scenario}",
            bound.ours,
            number(statistics.median(self.ours)) if self.ours else "no result",
            bound.peer,
            number(statistics.median(self.theirs)) if self.theirs else "",
            spread(self.ratios),
            "" if bound.floor is None else f"{bound.floor:g}",
            "" if bound.aim is None else f"{bound.aim:g}",
            self.outcome(),
        ]


HEAD = ["figure", "ours", "", "peer", "", "times better", "floor", "aim", "outcome"]


def read() -> list[Bound]:
    def limit(text: str) -> float | None:
        return float(text) if text else None

    with (BENCH / "floors.csv").open(newline="") as file:
        lines = [[cell.strip() for cell in line] for line in csv.reader(file)]
    return [
        Bound(language, figure, scenario, column, ours, peer, limit(floor), limit(aim))
        for language, figure, scenario, column, ours, peer, floor, aim in lines[1:]
    ]


def column(results: Results, client: str, name: str) -> list[float | None]:
    return [line[name] if line else None for line in results.get(client, [])]


def judge(bound: Bound, results: Results) -> Verdict:
    """Ratios are taken within each round: what slows the machine down slows both."""
    ours = column(results, bound.ours, bound.column)
    theirs = column(results, bound.peer, bound.column)
    pairs = [(mine, other) for mine, other in zip(ours, theirs, strict=False) if mine and other]
    ratios = [other / mine if bound.column in COSTS else mine / other for mine, other in pairs]
    known = [[value for value in values if value is not None] for values in (ours, theirs)]
    return Verdict(bound, known[0], known[1], ratios)


def floors(languages: Iterable[str], settings: Settings) -> list[Verdict]:
    """What was measured for each bound of these languages."""
    bounds = [bound for bound in read() if bound.language in languages]
    results: dict[str, Results] = {}
    for name in dict.fromkeys(bound.scenario for bound in bounds):
        same = [bound for bound in bounds if bound.scenario == name]
        clients = dict.fromkeys(client for bound in same for client in (bound.ours, bound.peer) if client)
        results[name] = sizes(settings) if name == "size" else measure(SCENARIOS[name], clients, settings)
    return [judge(bound, results[bound.scenario]) for bound in bounds]


def table(verdicts: Iterable[Verdict]) -> str:
    return markdown(HEAD, [verdict.cells() for verdict in verdicts])
