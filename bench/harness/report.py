"""Draws what was measured: a page, a chart, and the tables of the two READMEs. Nothing is measured here."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

from . import results
from .chart import chart
from .floors import LANGUAGES, Verdict, read
from .prepare import BENCH, ROOT
from .results import Run
from .table import markdown, number, spread

PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "performance.svg"
README = ROOT / "README.md"
HERE = BENCH / "README.md"

# Seconds per thousand are milliseconds each.
UNITS = {
    "cpu_s_per_1k": " ms",
    "first_ms": " ms",
    "rss_mb": " MB",
    "kb_per_stream": " KB",
    "installed_mb": " MB",
    "wheel_mb": " MB",
}

# What the README shows, in this order: language, figure, scenario.
HEADLINES = [
    ("python", "sync calls/s", "one"),
    ("python", "async calls/s", "many"),
    ("python", "async events/s", "streams"),
    ("python", "sync first reply", "first"),
    ("node", "calls/s", "many"),
    ("node", "events/s", "streams"),
    ("rust", "typed calls/s", "many"),
    ("rust", "typed events/s", "events"),
]
PLACE = re.compile(r"(<!-- measured.*?-->\n).*?(<!-- end -->)", flags=re.DOTALL)

INTRODUCTION = """\
<!-- Drawn by `bench/run report` from bench/results.json; measure instead of editing. -->
# Performance

What a client costs its own process, beside what people use instead: the official `qca-sdk`, generic HTTP
clients that parse JSON, and `reqwest` with serde as the limit of the machine. Fixed answers over loopback,
without TLS or failures: this measures the client, not a network. [How it is measured](../bench/README.md).

Figures are ratios within one interleaved run: clients take turns, and a ratio is taken within each round
before the median. The brackets hold the lowest and the highest round. The floor is what must hold, the aim
where the figure should be.
"""
PICTURE = "![How many times better than its peers each figure is, on a logarithmic scale](performance.svg)\n"

Measured = list[tuple[Verdict, Run | None]]


def write() -> None:
    for path, text in drawn().items():
        path.write_text(text)
        print(f"wrote {path.relative_to(ROOT)}")


def stale() -> list[str]:
    """What does not say what the results say."""
    return [
        str(path.relative_to(ROOT))
        for path, text in drawn().items()
        if not path.exists() or path.read_text() != text
    ]


def drawn() -> dict[Path, str]:
    measured = results.measured(read())
    return {
        PAGE: page(measured),
        CHART: chart([verdict for verdict, _ in measured]),
        README: placed(README, headlines(measured)),
        HERE: placed(HERE, ratios(measured)),
    }


def placed(path: Path, table: str) -> str:
    """The text of a file with its table in place."""
    return PLACE.sub(lambda place: place[1] + table + place[2], path.read_text())


def page(measured: Measured) -> str:
    parts = [INTRODUCTION, summary(measured), PICTURE]
    for language, title in LANGUAGES.items():
        rows = [(verdict, run) for verdict, run in measured if verdict.bound.language == language]
        runs = dict.fromkeys(run for _, run in rows if run)
        parts += [f"## {title}\n", *map(told, runs), table(rows) if runs else "Not measured yet.\n"]
    return "\n".join(parts)


def summary(measured: Measured) -> str:
    known = [verdict for verdict, run in measured if run and verdict.bound.floor]
    missed = [verdict.bound.full_title for verdict in known if not verdict.reaches(verdict.bound.floor)]
    said = f"{len(known) - len(missed)} of {len(known)} measured floors hold."
    if missed:
        said += f" **Missed:** {'; '.join(missed)}."
    if waiting := sum(run is None for _, run in measured):
        said += f" {waiting} figures have not been measured yet."
    return said + "\n"


def told(run: Run) -> str:
    rounds = "one round" if run.rounds == 1 else f"median of {run.rounds} rounds"
    return f"{run.date}, {run.machine}; {rounds} of {run.seconds:g} s.\n"


def table(rows: Measured) -> str:
    head = ["figure", "ours", "peer", "", "times better", "floor", "aim", "outcome"]
    return markdown(head, [cells(verdict, run) for verdict, run in rows]) + "\n"


def cells(verdict: Verdict, run: Run | None) -> list[str]:
    bound = verdict.bound
    unit = UNITS.get(bound.column, "")

    def value(values: list[float]) -> str:
        return number(statistics.median(values)) + unit if values else ""

    ours = value(verdict.ours) or ("no result" if run else "")

    def limit(given: float | None) -> str:
        if given is None:
            return ""
        return f"{given:g}" if bound.peer else f"{given:g}{unit} at most"

    return [
        bound.title,
        ours,
        bound.peer_title,
        value(verdict.theirs),
        spread(verdict.ratios),
        limit(bound.floor),
        limit(bound.aim),
        verdict.outcome() if run else "not measured",
    ]


def ratios(measured: Measured) -> str:
    """The table of the benchmarks' README: how many times better than a peer, or how much without one."""
    head = ["", "beside", "times better, or the figure", "floor", "aim", "outcome"]
    rows = []
    for verdict, run in measured:
        figure, ours, peer, _, times, *judged = cells(verdict, run)
        rows.append([f"{LANGUAGES[verdict.bound.language]} {figure}", peer, times or ours, *judged])
    return f"{markdown(head, rows)}\n"


def headlines(measured: Measured) -> str:
    """The README's table: of each figure what it is, and how many times better than each peer."""
    rows = []
    for headline in HEADLINES:
        found = [
            verdict
            for verdict, _ in measured
            if headline == (verdict.bound.language, verdict.bound.figure, verdict.bound.scenario)
            and verdict.ratios
        ]
        if found:
            bound = found[0].bound
            value = number(statistics.median(found[0].ours)) + UNITS.get(bound.column, "")
            beside = [f"{number(statistics.median(one.ratios))} × {one.bound.peer_title}" for one in found]
            rows.append([f"{LANGUAGES[bound.language]} {bound.title}", value, ", ".join(beside)])
    table = markdown(["", "ours", "times as good as"], rows)
    return f"{table}\n" if rows else "Not measured yet.\n"
