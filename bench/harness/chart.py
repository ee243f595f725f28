"""A chart of ratios as SVG: a bar each, from 1 to how many times better, on a logarithmic scale."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import log10

from .floors import Verdict
from .table import number

LINE, TOP, LEFT, WIDTH, RIGHT = 22, 46, 400, 480, 70
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
COLORS = {"rust": "#7b5ea7", "python": "#3465a4", "node": "#3c873a"}
MISSED = "#cc0000"


@dataclass(frozen=True)
class Scale:
    """Where a ratio stands."""

    low: float
    high: float

    def __call__(self, value: float) -> float:
        return LEFT + WIDTH * log10(value / self.low) / log10(self.high / self.low)


def chart(verdicts: Iterable[Verdict]) -> str:
    """Bars of all verdicts with a peer; a black line stands at each floor, and what misses it is red."""
    bars = [verdict for verdict in verdicts if verdict.ratios]
    values = [value for bar in bars for value in (statistics.median(bar.ratios), bar.bound.floor) if value]
    x = Scale(min([0.5, *values]), 1.2 * max([10, *values]))
    height = TOP + LINE * len(bars) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + RIGHT} {height}"'
        ' font-family="system-ui, sans-serif" font-size="12" fill="#222">',
        '<rect width="100%" height="100%" rx="6" fill="#fff"/>',
        f'<text x="{LEFT}" y="18">times better than the peer; a black line is a floor</text>',
        *grid(x, height),
    ]
    for place, bar in enumerate(bars):
        parts += row(bar, TOP + LINE * place, x)
    return "\n".join([*parts, "</svg>", ""])


def grid(x: Scale, height: int) -> Sequence[str]:
    parts = []
    for tick in [tick for tick in TICKS if x.low <= tick <= x.high]:
        color = "#888" if tick == 1 else "#ddd"
        parts.append(f'<path d="M{x(tick):.1f} {TOP - 6}V{height - 14}" stroke="{color}"/>')
        parts.append(f'<text x="{x(tick):.1f}" y="{TOP - 12}" text-anchor="middle">{tick:g}</text>')
    return parts


def row(verdict: Verdict, y: float, x: Scale) -> Sequence[str]:
    bound, value = verdict.bound, statistics.median(verdict.ratios)
    color = COLORS[bound.language] if verdict.reaches(bound.floor) else MISSED
    start, end = sorted((x(1), x(value)))
    title = f'<text x="{LEFT - 10}" y="{y + 14}" text-anchor="end">{escape(bound.full_title)}</text>'
    size = f'width="{max(end - start, 1):.1f}" height="14"'
    parts = [title, f'<rect x="{start:.1f}" y="{y + 3}" {size} rx="2" fill="{color}"/>']
    if bound.floor:
        parts.append(f'<path d="M{x(bound.floor):.1f} {y + 1}v18" stroke="#000" stroke-width="2"/>')
    beside = max(end, x(bound.floor or 1)) + 6
    return [*parts, f'<text x="{beside:.1f}" y="{y + 14}">{number(value)}</text>']
