"""The site: what checks it finds what it looks for, and what is drawn is up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]
LINKS = ROOT / "docs" / "site" / "links.py"


def check(site: Path, **pages: str) -> tuple[int, list[str]]:
    for name, body in pages.items():
        (site / f"{name}.html").write_text(f"<html><body>{body}</body></html>")
    command = [sys.executable, str(LINKS), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()


def test_a_whole_site_passes(tmp_path: Path) -> None:
    first = '<h1 id="top">A</h1><a href="#top"></a><a href="/second.html#below"></a><a href="https://example.com/x"></a>'
    assert check(tmp_path, first=first, second='<p id="below">') == (0, [])


def test_what_is_broken_is_named(tmp_path: Path) -> None:
    links = '<a href="gone.html"></a><a href="second.html#gone"></a>'
    code, said = check(tmp_path, first=links + '<script src="//example.com/x.js"></script>', second="")
    assert code == 1
    assert said == [
        "first.html: loads //example.com/x.js",
        "first.html: gone.html does not exist",
        "first.html: second.html#gone has no such anchor",
        "3 broken links",
    ]


def test_the_page_on_performance_says_what_was_measured() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "bench" / "run"), "report", "--check"], check=False)
    assert done.returncode == 0
