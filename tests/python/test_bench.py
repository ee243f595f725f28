"""What the benchmarks draw says what was measured: what misses its floor, and what nobody has measured."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.checkout

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def harness(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The harness, with its results in a folder of the test."""
    monkeypatch.syspath_prepend(str(BENCH))
    for name in ("floors", "measure", "results", "report", "chart"):
        importlib.import_module(f"harness.{name}")
    harness = sys.modules["harness"]
    monkeypatch.setattr(harness.results, "FILE", tmp_path / "results.json")
    return harness


def verdict(harness: Any, ratio: float) -> Any:
    """Of the first figure, whose floor is 0.85."""
    bound = harness.floors.read()[0]
    assert bound.floor == 0.85
    return harness.floors.Verdict(bound, [100 * ratio], [100.0], [ratio])


def drawn(harness: Any) -> tuple[str, str]:
    pages = harness.report.drawn()
    return pages[harness.report.PAGE], pages[harness.report.CHART]


def test_a_missed_floor_is_told(harness: Any) -> None:
    harness.results.record([verdict(harness, 0.5)], harness.measure.Settings(rounds=1))
    page, chart = drawn(harness)
    assert "0 of 1 measured floors hold. **Missed:** Rust typed calls/s, 128 in flight" in page
    assert "| 0.5 | 0.85 | 0.95 | **missed** |" in page
    assert harness.chart.MISSED in chart


def test_what_is_measured_anew_takes_the_place_of_what_was(harness: Any) -> None:
    for ratio in (0.5, 0.9):
        harness.results.record([verdict(harness, ratio)], harness.measure.Settings(rounds=1))
    page, chart = drawn(harness)
    assert "1 of 1 measured floors hold." in page and "missed" not in page
    assert "| 0.9 | 0.85 | 0.95 | holds |" in page
    assert harness.chart.MISSED not in chart


def test_what_has_no_result_is_no_success(harness: Any) -> None:
    bound = harness.floors.read()[0]
    harness.results.record([harness.floors.Verdict(bound, [], [], [])], harness.measure.Settings())
    page, _ = drawn(harness)
    assert "no result" in page and "**missed**" in page


def test_nothing_measured_is_said(harness: Any) -> None:
    page, _ = drawn(harness)
    assert "0 of 0 measured floors hold." in page and "Not measured yet." in page
