"""Draws turn.svg: the events of a turn, and where each helper acts.

`python docs/pictures/turn.py` writes it anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

WIDTH, ROW, TOP = 960, 34, 70
LANES = {"program": 150, "core": 480, "service": 810}
TITLES = {"program": "your program", "core": "qoder-cloud", "service": "the service"}
INK, PALE, BLUE, GREEN, RED = "#1f2933", "#9aa5b1", "#2563eb", "#15803d", "#b91c1c"


@dataclass(frozen=True)
class Arrow:
    """Something that goes from one lane to another."""

    start: str
    end: str
    text: str
    colour: str = INK


@dataclass(frozen=True)
class Note:
    """Something that happens in one lane."""

    lane: str
    text: str
    colour: str = INK


@dataclass(frozen=True)
class Cut:
    """The connection breaks."""


STORY: list[Arrow | Note | Cut] = [
    Arrow("program", "core", "sessions.run(id, prompt, tools)", BLUE),
    Arrow("core", "service", "GET …/events/stream, before anything is sent"),
    Arrow("core", "service", "POST …/events: user.message, Idempotency-Key"),
    Arrow("service", "core", "session.status_running, user.message"),
    Arrow("service", "core", "event_start, event_delta …", GREEN),
    Arrow("core", "program", "text_deltas(): text as it is written", GREEN),
    Arrow("service", "core", "agent.message, which replaces its pieces", GREEN),
    Arrow("service", "core", "agent.custom_tool_use ×2"),
    Arrow("service", "core", "session.status_idle: requires_action"),
    Arrow("core", "program", "tools: each call once, side by side", BLUE),
    Arrow("program", "core", "results, or errors in safe words", BLUE),
    Arrow("core", "service", "POST …/events: both results together"),
    Cut(),
    Note("core", "backoff 0.5 s … 10 s", RED),
    Arrow("core", "service", "GET …/events/stream, Last-Event-ID", RED),
    Arrow("service", "core", "what was missed; repeated events pass once", RED),
    Arrow("service", "core", "agent.message, agent.artifact_delivered"),
    Arrow("service", "core", "session.usage, a snapshot: never added up"),
    Arrow("service", "core", "session.status_idle: end_turn"),
    Arrow("core", "program", "result(): text, artifacts, credits, …", BLUE),
]


def draw() -> str:
    """The whole picture."""
    height = TOP + ROW * len(STORY) + 24
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' font-family="system-ui, sans-serif" font-size="13" role="img">',
        "<title>A turn, from the prompt to its result</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for lane, x in LANES.items():
        parts.append(
            f'<line x1="{x}" y1="52" x2="{x}" y2="{height - 14}" stroke="{PALE}" stroke-width="1.5"/>'
        )
        parts.append(
            f'<rect x="{x - 70}" y="18" width="140" height="32" rx="7" fill="#f1f5f9" stroke="{PALE}"/>'
        )
        parts.append(text(x, 39, TITLES[lane], INK, "middle", weight=600))
    for row, step in enumerate(STORY):
        parts += of(step, TOP + ROW * row + 20)
    return "\n".join([*parts, "</svg>", ""])


def of(step: Arrow | Note | Cut, y: int) -> list[str]:
    """The lines of one step."""
    if isinstance(step, Cut):
        left, right = LANES["core"], LANES["service"]
        middle = (left + right) // 2
        return [
            *(
                f'<line x1="{x}" y1="{y}" x2="{x + length}" y2="{y}" stroke="{RED}" stroke-dasharray="4 4"/>'
                for x, length in ((left, middle - 12 - left), (middle + 12, right - middle - 12))
            ),
            text(middle, y + 5, "✕", RED, "middle"),
            text(middle, y - 8, "the connection breaks", RED, "middle"),
        ]
    if isinstance(step, Note):
        x = LANES[step.lane]
        return [
            f'<circle cx="{x}" cy="{y - 4}" r="4" fill="{step.colour}"/>',
            text(x - 12, y, step.text, step.colour, "end"),
        ]
    start, end = LANES[step.start], LANES[step.end]
    tip = 8 if end > start else -8
    return [
        f'<line x1="{start}" y1="{y}" x2="{end - tip}" y2="{y}" stroke="{step.colour}" stroke-width="1.3"/>',
        f'<path d="M {end} {y} l {-tip} -4 v 8 z" fill="{step.colour}"/>',
        text((start + end) // 2, y - 7, step.text, step.colour, "middle"),
    ]


def text(x: int, y: int, words: str, colour: str, anchor: str, weight: int = 400) -> str:
    """One line of text."""
    place = f'x="{x}" y="{y}" text-anchor="{anchor}"'
    return f'<text {place} fill="{colour}" font-weight="{weight}">{escape(words)}</text>'


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(draw())
