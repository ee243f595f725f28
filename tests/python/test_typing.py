"""The package and its examples under the type checkers; the examples themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bindings-python" / "python" / "qoder_cloud"


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.checkout
def test_mypy() -> None:
    run("mypy", str(PACKAGE), "examples/python", "tests/python")


@pytest.mark.checkout
def test_the_stub_is_that_of_the_native_module() -> None:
    run("mypy.stubtest", "qoder_cloud._native", "--mypy-config-file", "pyproject.toml")


@pytest.mark.checkout
def test_the_layout() -> None:
    run("ruff", "format", "--check", str(PACKAGE), "examples/python", "tests/python")
    run("ruff", "check", str(PACKAGE), "examples/python", "tests/python")


def example(name: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, f"examples/python/{name}.py"],
        cwd=ROOT,
        env={"PATH": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("running on the embedded emulator\n")
    return done


def test_the_quickstart_runs_on_the_emulator() -> None:
    done = example("quickstart")
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[-1] == "summary.md: The launch moved to Friday."
    assert any(line == "stopped: end_turn" for line in lines)


def test_the_tools_run_where_nobody_is_to_ask() -> None:
    done = example("tools")
    assert done.stderr == ""
    assert "Nobody is there to ask." in done.stdout
    assert done.stdout.splitlines()[-2:] == ["weather {'city': 'Ulm'} done", "fog, 7 degrees"]


def test_the_fan_out_asks_fifty_sessions() -> None:
    done = example("fan_out")
    assert done.stdout.splitlines()[-1].startswith("50 answers for ")
    assert "50/50" in done.stderr


def test_the_emulator_runs_on_its_own() -> None:
    command = [sys.executable, "-m", "qoder_cloud.emulator", "--token", "t"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("export QODER_BASE_URL=http://127.0.0.1:")
        assert process.stdout.readline() == "export QODER_ACCESS_TOKEN=t\n"
        process.terminate()
        assert process.wait(10) == 0
