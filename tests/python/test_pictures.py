"""Pictures of the guides are what their sources draw."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@pytest.mark.parametrize("source", sorted(PICTURES.glob("*.py")), ids=lambda source: source.stem)
def test_a_picture_is_what_its_source_draws(source: Path) -> None:
    drawn = runpy.run_path(str(source))["draw"]()
    assert source.with_suffix(".svg").read_text() == drawn, (
        f"python {source.relative_to(PICTURES.parents[1])}"
    )
