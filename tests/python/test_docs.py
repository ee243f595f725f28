"""Every Python example of the guides runs, each guide as one program, against the embedded emulator."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qoder_cloud.emulator import Emulator

DOCS = Path(__file__).parents[2] / "docs"


def program(guide: Path) -> str:
    """The Python blocks of a guide, on the lines they have there, so that a failure names the right one."""
    lines: list[str] = []
    inside = False
    for line in guide.read_text().splitlines():
        inside, was = (line == "```python", False) if not inside else (line != "```", True)
        lines.append(line if inside and was else "")
    return "\n".join(lines) + "\n"


GUIDES = [guide for guide in sorted(DOCS.glob("*.md")) if program(guide).strip()]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_runs(guide: Path, tmp_path: Path, emulator: Emulator) -> None:
    script = tmp_path / f"{guide.stem.replace('-', '_')}_guide.py"
    script.write_text(program(guide))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QODER_")}
    environment |= {"QODER_BASE_URL": emulator.base_url, "QODER_ACCESS_TOKEN": emulator.token}
    command = [sys.executable, "-W", "error", str(script)]
    if re.search(r"^def test_", script.read_text(), flags=re.MULTILINE):
        # Collecting the tests runs the rest.
        alone = ["--rootdir", str(tmp_path), "-c", os.devnull, "-p", "no:cacheprovider"]
        command = [sys.executable, "-m", "pytest", *alone, str(script)]
    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_guides_that_promise_examples_have_them() -> None:
    assert {"python", "from-qca-sdk"} <= {guide.stem for guide in GUIDES}
