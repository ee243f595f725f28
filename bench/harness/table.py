"""Results as text."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

from .measure import Results

COLUMNS = [
    "ops_per_s",
    "p50_ms",
    "p99_ms",
    "cpu_s_per_1k",
    "first_ms",
    "cpu_ms",
    "kb_per_stream",
    "agent_ns",
    "page_item_ns",
    "event_ns",
    "rss_mb",
]


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def spread(values: Sequence[float]) -> str:
    """The median, and how far the rounds were apart."""
    if not values:
        return ""
    middle = number(statistics.median(values))
    return middle if len(values) == 1 else f"{middle} [{number(min(values))}-{number(max(values))}]"


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def comparison(results: Results) -> str:
    """One line a client, one column a figure."""
    lines = {client: [line for line in lines if line] for client, lines in results.items()}
    columns = [
        name for name in COLUMNS if any(line.get(name) is not None for all in lines.values() for line in all)
    ]
    rows = [
        [client, *(spread([line[name] for line in all if line.get(name) is not None]) for name in columns)]
        for client, all in lines.items()
    ]
    return markdown(["client", *columns], rows)
