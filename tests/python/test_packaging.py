"""The source distribution makes a wheel, and the wheel runs where there is nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_source_distribution_makes_a_wheel_that_runs(tmp_path: Path) -> None:
    maturin = Path(sys.executable).with_name("maturin")
    run(maturin, "sdist", "--out", tmp_path, cwd=ROOT)
    (source,) = tmp_path.glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    # The profile and the place of this checkout's own build, so that dependencies are not compiled again.
    run(
        *(
            *pip,
            "wheel",
            "--no-cache-dir",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            tmp_path,
            source,
        ),
        cwd=tmp_path,
        CARGO_TARGET_DIR=str(ROOT / "target"),
        MATURIN_PEP517_ARGS="--profile dev",
        PATH=f"{maturin.parent}{os.pathsep}{os.environ['PATH']}",
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert "-cp310-abi3-" in wheel.name
    run(sys.executable, "-m", "twine", "check", "--strict", source, wheel, cwd=tmp_path)
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    out = run(
        *(python, "-E", "-s", ROOT / "examples" / "python" / "quickstart.py"),
        cwd=tmp_path,
        QODER_PAT="",
        QODER_ACCESS_TOKEN="",
    )
    assert out.startswith("running on the embedded emulator\n")
