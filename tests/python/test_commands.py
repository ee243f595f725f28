"""Commands of the README and the guides: what serves is run as it stands there; the rest says why not."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]
PAGES = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/*.md"),
    *ROOT.glob("*/README.md"),
    *ROOT.glob("tests/*/README.md"),
]

NOT_RUN = {
    "make quickstart": "the tests of each language run its part",
    "make test": "runs this test",
    "make lint": "a part of `make test`",
    "make docs": "a part of `make test`",
    "make generate": "`make lint` fails where it would change something",
    "make format": "`make lint` fails where it would change something",
    "pip install .": "test_packaging.py does, in an environment of its own",
    "npm ci && npm run build": "`make test` begins with them",
    "npm install ../path/to/checkout": "for the reader's project; package.test.mjs installs the package",
    "cargo add qoder-cloud --path path/to/checkout/core": "for the reader's project, which is not here",
    "cargo build -p qoder-cloud-emulator": "`make test` does, before this test",
    "pytest tests/interop": "`make test` does, after this test",
}
"""Why these are not run here."""


def commands() -> Iterator[str]:
    """Every line of a block marked `sh`, and those of a block marked `console` that are typed."""
    for page in PAGES:
        for kind, block in re.findall(r"^```(sh|console)\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
            for line in block.splitlines():
                if kind == "sh" or line.startswith("$ "):
                    yield re.sub(r"\s+#.*", "", line.removeprefix("$ "))


COMMANDS = sorted(set(commands()))


def test_what_is_not_run_says_why() -> None:
    emulators = {command for command in COMMANDS if re.search(r"qoder.cloud.emulator", command)}
    assert set(COMMANDS) - emulators == NOT_RUN.keys() - emulators


def test_what_is_named_in_passing_exists() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert set(re.findall(r"`make ([a-z]+)", text)) <= set(targets)
    scripts = json.loads((ROOT / "package.json").read_text("utf-8"))["scripts"]
    assert set(re.findall(r"npm run ([\w:]+)", text)) <= scripts.keys()


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in NOT_RUN])
def test_an_emulator_serves(command: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # The port of the guides may be somebody else's.
    command = command.replace("8787", str(port))
    places = [str(Path(sys.executable).parent), str(ROOT / "target" / "debug"), os.environ["PATH"]]
    environment = {**os.environ, "PATH": os.pathsep.join(places), "npm_config_offline": "true"}
    server = subprocess.Popen(
        command,
        shell=True,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert server.stdout
        said = server.stdout.readline()
        if said.startswith("export "):
            said += server.stdout.readline()
        base_url, token = re.findall(r"http://[^\s\"]+|pt-[\w-]+", said)
        assert str(port) in base_url or "--port" not in command
        request = Request(f"{base_url}/models", headers={"authorization": f"Bearer {token}"})
        with urlopen(request, timeout=30) as answer:
            assert json.load(answer)["data"]
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.communicate(timeout=30)
