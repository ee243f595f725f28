"""pip builds the package in an environment of its own, from a clean checkout and from its distribution."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QODER_")}
    # The profile and the place of this checkout's own build, so that dependencies are not compiled again.
    environment |= {"CARGO_TARGET_DIR": str(ROOT / "target"), "MATURIN_PEP517_ARGS": "--profile dev"}
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What git knows of this checkout, and nothing that was built in it."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for path in filter(Path.is_file, map(ROOT.joinpath, listed.strip("\0").split("\0"))):
        copy = tmp_path / "checkout" / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return tmp_path / "checkout"


class Place:
    """A new virtual environment."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True)
        self.folder = folder
        self.python = folder / "bin" / "python"

    def pip(self, *words: str | Path, cwd: Path | None = None) -> None:
        pip = (self.python, "-m", "pip", "--quiet", "--disable-pip-version-check")
        run(*pip, *words, cwd=cwd or self.folder)

    def runs(self) -> None:
        """The quickstart runs on what is installed."""
        quickstart = ROOT / "examples" / "python" / "quickstart.py"
        out = run(self.python, "-E", "-s", quickstart, cwd=self.folder)
        assert out.startswith("running on the embedded emulator\n")


def test_a_clean_checkout_is_installed(checkout: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "venv")
    place.pip("install", ".", cwd=checkout)
    place.runs()


def test_the_source_distribution_makes_a_wheel_that_runs(checkout: Path, tmp_path: Path) -> None:
    run(Path(sys.executable).with_name("maturin"), "sdist", "--out", tmp_path, cwd=checkout)
    (source,) = tmp_path.glob("*.tar.gz")
    place = Place(tmp_path / "venv")
    place.pip("wheel", "--no-deps", "--wheel-dir", tmp_path, source)
    (wheel,) = tmp_path.glob("*.whl")
    assert "-cp310-abi3-" in wheel.name
    run(sys.executable, "-m", "twine", "check", "--strict", source, wheel, cwd=tmp_path)
    place.pip("install", wheel)
    place.runs()
