"""How much room the Python package takes."""

from __future__ import annotations

import json
import subprocess
import sys

from .measure import Results, Settings
from .prepare import WHEELS

# Runs where the package is installed: files of it and of what it needs, without bytecode.
INSTALLED = """
import json, re
from importlib import metadata
done, todo, size = set(), ["qoder-cloud"], 0
while todo:
    name = todo.pop()
    if name in done:
        continue
    done.add(name)
    distribution = metadata.distribution(name)
    files = [file.locate() for file in distribution.files if file.suffix != ".pyc"]
    size += sum(file.stat().st_size for file in files if file.exists())
    needs = [need for need in distribution.requires or [] if "extra ==" not in need]
    todo += [re.match(r"[\\w.-]+", need)[0].lower() for need in needs]
print(json.dumps(size))
"""


def sizes(settings: Settings) -> Results:
    """Megabytes, in the form of a measured client."""
    done = subprocess.run([settings.python, "-c", INSTALLED], capture_output=True, text=True)
    wheels = [wheel.stat().st_size for wheel in WHEELS.glob("*.whl")]
    if done.returncode or len(wheels) != 1:
        print("size: no installed wheel to weigh: bench/run prepare", file=sys.stderr)
        return {"qoder": [None]}
    return {"qoder": [{"installed_mb": json.loads(done.stdout) / 1e6, "wheel_mb": wheels[0] / 1e6}]}
