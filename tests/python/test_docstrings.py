"""Docstrings: they say what can be raised, and their examples run."""

from __future__ import annotations

import ast
import asyncio
import builtins
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import qoder_cloud
from qoder_cloud import _raw, emulator, resources

PACKAGE = Path(qoder_cloud.__file__).parent

QUIET = {"close", "stop", "to_dict", "to_json", "offer"}
"""Methods that end something or tell what is there already: they raise nothing."""

DATA = (BaseException, Mapping)
"""What only holds something."""

READERS = {"__iter__", "__next__", "__aiter__", "__anext__", "__await__"}
"""What makes calls without a docstring of its own: that of the class says what is raised."""


def members(module: Any) -> Iterator[Any]:
    """What a module defines."""
    for item in vars(module).values():
        if getattr(item, "__module__", None) == module.__name__:
            yield item


def modules(package: Any) -> Iterator[Any]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if not found.name.endswith(("__main__", "_native")):
            yield import_module(found.name)


CLASSES = {
    item.__name__: item
    for module in modules(qoder_cloud)
    for item in members(module)
    if inspect.isclass(item)
}


def named(item: Any) -> Iterator[type]:
    """The classes of the package that a function returns or an object has."""
    functions = [item, *vars(item).values()] if inspect.isclass(item) else [item]
    for function in functions:
        told = getattr(function, "fget", function)
        for name, annotation in getattr(told, "__annotations__", {}).items():
            if name == "return" or inspect.isclass(told):
                yield from (CLASSES[word] for word in re.findall(r"\w+", str(annotation)) if word in CLASSES)


def surface() -> list[Any]:
    """Everything a program can get hold of: what is exported, and what that gives."""
    waiting = [getattr(qoder_cloud, name) for name in qoder_cloud.__all__]
    waiting += [emulator.Emulator, _raw.RawResponse, _raw.StreamingResponse, _raw.AsyncStreamingResponse]
    waiting += [item for module in modules(resources) for item in members(module)]
    found: list[Any] = []
    while waiting:
        item = waiting.pop()
        if callable(item) and item not in found:
            found.append(item)
            waiting += named(item)
    return found


def callables() -> Iterator[tuple[str, Any]]:
    """Each public callable, and each class that makes calls when it is read."""
    for item in surface():
        if not inspect.isclass(item):
            yield item.__name__, item
        elif not issubclass(item, DATA):
            for name, method in inspect.getmembers(item, inspect.isfunction):
                if not name.startswith("_") and name not in QUIET:
                    yield f"{item.__name__}.{name}", method
            if READERS & set(dir(item)):
                yield item.__name__, item


CALLABLES = dict(sorted(callables()))


def raised(documented: Any) -> list[str]:
    """The names in the section `Raises:`."""
    doc = inspect.cleandoc(documented.__doc__ or "")
    section = re.search(r"^Raises:\n((?: +.*\n?)+)", doc, flags=re.MULTILINE)
    return re.findall(r"^ {4}(\w+): \S", section[1], flags=re.MULTILINE) if section else []


def test_the_walk_finds_what_it_should() -> None:
    assert len(CALLABLES) > 250
    known = "tool Qoder.get AsyncAgents.create Sessions.run_many Page.iter_pages AsyncPage EventStream"
    known += " Turn.result Download.read RawResponse.parse AsyncArtifact.save Emulator.script"
    assert set(known.split()) - CALLABLES.keys() == set()


@pytest.mark.parametrize("name", CALLABLES)
def test_what_can_be_raised_is_told(name: str) -> None:
    told = raised(CALLABLES[name])
    assert told, f"the docstring of {name} has no section `Raises:`"
    assert len(set(told)) == len(told)
    for error in told:
        kind = getattr(qoder_cloud, error, None) or getattr(builtins, error, None)
        assert isinstance(kind, type) and issubclass(kind, Exception), f"{error} does not exist"


def examples() -> Iterator[Any]:
    """The examples of the hand-written modules."""
    for path in sorted(PACKAGE.rglob("*.py")):
        blocks = re.findall(r"^( *)```python\n(.*?)^\1```$", path.read_text("utf-8"), flags=re.M | re.S)
        for number, (_, block) in enumerate(blocks, 1):
            name = path.relative_to(PACKAGE).with_suffix("").as_posix()
            yield pytest.param(textwrap.dedent(block).replace('\\"', '"'), id=f"{name} {number}")


EXAMPLES = list(examples())


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, qoder_emulator: emulator.Emulator) -> None:
    code = compile(example, "example", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    waits = code.co_flags & inspect.CO_COROUTINE
    client = qoder_emulator.client()
    # What examples speak of.
    known: dict[str, Any] = {"client": qoder_emulator.async_client() if waits else client}
    environment = known["environment"] = client.environments.create(name="e", config={"type": "cloud"})
    agent = known["agent"] = client.agents.create(name="a", model="auto")
    known["session"] = client.sessions.create(agent=agent.id, environment_id=environment.id)
    done = eval(code, known)
    if waits:
        asyncio.run(done)
