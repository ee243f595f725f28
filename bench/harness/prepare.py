"""What has to be built, and where it then is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
VENV = TARGET / "bench" / "python"
WHEELS = TARGET / "bench" / "wheels"
PYTHON = VENV / "bin" / "python"


def binary(name: str) -> str:
    """The release build of one of the programs here."""
    return str(TARGET / "release" / name)


def run(*words: str | Path, **environment: str) -> None:
    print("+", *words, file=sys.stderr, flush=True)
    subprocess.run([str(word) for word in words], cwd=ROOT, check=True, env=os.environ | environment)


def rust() -> None:
    run("cargo", "build", "--locked", "--release", "-p", "bench-server", "-p", "bench-rust")


def python() -> None:
    """An environment of its own, with the peers and a release build of the package."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", VENV)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "-r", BENCH / "python" / "requirements.txt")
    shutil.rmtree(WHEELS, ignore_errors=True)
    run(VENV / "bin" / "maturin", "build", "--release", "--locked", "--out", WHEELS, "--interpreter", PYTHON)
    (wheel,) = WHEELS.glob("*.whl")
    run(*pip, wheel)
    run(*pip, "--force-reinstall", "--no-deps", wheel)


def node() -> None:
    quiet = ("--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error")
    run("npm", "ci", *quiet, "--prefix", BENCH / "node")
    if not (ROOT / "node_modules").exists():
        run("npm", "ci", *quiet)
    run("npm", "run", "--silent", "build")


STEPS: dict[str, Callable[[], None]] = {"rust": rust, "python": python, "node": node}


def prepare(languages: Iterable[str]) -> None:
    """Builds what measuring those languages takes; the server and the limit are always in Rust."""
    for language in dict.fromkeys(["rust", *languages]):
        STEPS[language]()
