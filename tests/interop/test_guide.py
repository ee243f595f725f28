"""The guide from the SDK to this package: what it names exists, and nothing that differs is left out."""

import ast
import builtins
import inspect
import itertools
import re
from pathlib import Path
from types import SimpleNamespace

import httpx
import pydantic
import pytest
import qca
from test_coverage import operations

import qoder_cloud
from qoder_cloud._options import CallOptions, ClientOptions
from qoder_cloud._turn import RunOptions

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "from-qca-sdk.md").read_text("utf-8")
SPEC = (ROOT / "spec" / "openapi.json").read_text("utf-8")

PLAIN = {"qca-sdk", "qoder-cloud", "qoder_cloud.emulator", "with", "async for", "msgspec", "pickle", "cn"}
"""What the tables set like code and is nothing of a client."""

AROUND = {"httpx": httpx, "Path": Path}
"""What is neither package's."""


def rows():
    """The rows of the tables: two cells with their code, theirs and ours. What is the same is told once."""
    for line in GUIDE.splitlines():
        if line.startswith("| ") and "`" in line:
            theirs, ours = line.strip("| ").split(" | ")[-2:]
            code = [re.findall(r"`([^`]+)`", cell) for cell in (theirs, ours)]
            yield (code[0], code[0] + code[1]) if ours.startswith("the same") else code


def parsed(code):
    """Code of the guide as an expression; keywords alone become a call of nobody."""
    code = re.sub(r"^(\w+ = |await |async with |with |for \w+ in )+", "", code)
    code = re.sub(r" as \w+$|, \.\.\.(?=\)$)", "", code)
    code = re.sub(r"=$", "=...", code)
    try:
        return ast.parse(code, mode="eval").body
    except SyntaxError:
        return ast.parse(f"_({code})", mode="eval").body


def at(root, path):
    for name in path.split("."):
        root = getattr(root, name)
    return root


class Package:
    """A package, and one of each thing that its client gives."""

    def __init__(self, module, client, delivered, options=()):
        self.module, self.client = module, client
        agent = client.agents.retrieve(delivered.agent)
        with pytest.raises(module.NotFoundError) as caught:
            client.agents.retrieve("agent_unknown")
        with client.agents.with_streaming_response.retrieve(agent.id) as r:
            self.things = {"client": client, "result": agent, "error": caught.value, "r": r, **AROUND}
        self.things["page"] = client.agents.list()
        self.things["raw"] = client.agents.with_raw_response.retrieve(agent.id)
        self.things["stream"] = client.sessions.events.stream(delivered.session)
        self.things["download"] = client.files.download(delivered.file)
        if hasattr(client.sessions, "run"):
            self.things["turn"] = client.sessions.run(delivered.session, "Hello!")
        self.operations = {path: at(client, path) for path in operations(client)}
        signatures = [inspect.signature(one) for one in (type(client), *self.operations.values())]
        self.keywords = {name for one in signatures for name in one.parameters} | set(options)
        self.source = "".join(path.read_text("utf-8") for path in Path(module.__file__).parent.rglob("*.py"))

    def meant(self, node):
        """Everything that an expression of the guide can mean."""
        if isinstance(node, ast.Attribute):
            return [getattr(one, node.attr) for one in self.meant(node.value) if hasattr(one, node.attr)]
        if isinstance(node, ast.Call):
            method = ast.unparse(node.func).rpartition(".")[2]
            return [self.things["turn" if method == "run" else method]]
        if not isinstance(node, ast.Name):
            return [node]
        places = [self.client, self.module, builtins, *self.things.values()]
        places += [at(self.client, path.rpartition(".")[0]) for path in self.operations if "." in path]
        found = [getattr(place, node.id) for place in places if hasattr(place, node.id)]
        return found + [self.things[node.id]] if node.id in self.things else found

    def knows(self, code):
        """Whether all that a piece of code names exists."""
        if code in PLAIN or f'"{code}"' in SPEC or isinstance(tree := parsed(code), ast.Tuple):
            return True
        if code.startswith("QODER_"):
            return code in self.source
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        return all(map(self.takes, calls)) and (tree in calls or bool(self.meant(tree)))

    def takes(self, call):
        """Whether what is called exists and takes these keywords."""
        names = {keyword.arg for keyword in call.keywords}
        if ast.unparse(call.func) == "_":
            return names <= self.keywords
        return any(self._takes(one, names) for one in self.meant(call.func))

    def _takes(self, function, names):
        if inspect.isclass(function) and function.__module__ == "builtins":
            return not names
        parameters = inspect.signature(function).parameters
        known = self.keywords if any(one.kind is one.VAR_KEYWORD for one in parameters.values()) else set()
        return names <= known | set(parameters)


@pytest.fixture
def client(emulator):
    return qoder_cloud.Qoder(base_url=emulator.base_url, token=emulator.token)


@pytest.fixture
def delivered(client):
    """A session in which a file was delivered."""
    agent = client.agents.create(name="a", model="auto").id
    environment = client.environments.create(name="e", config={"type": "cloud"}).id
    session = client.sessions.create(agent=agent, environment_id=environment).id
    (artifact,) = client.sessions.run(session, "Deliver the artifact a.txt").result().artifacts
    return SimpleNamespace(agent=agent, session=session, file=artifact.file_id)


@pytest.fixture
def theirs(sdk, delivered):
    return Package(qca, sdk, delivered)


@pytest.fixture
def ours(client, delivered):
    options = {**CallOptions.__annotations__, **ClientOptions.__annotations__, **RunOptions.__annotations__}
    return Package(qoder_cloud, client, delivered, options)


def told():
    """What the tables say of each call: by side and path, the keywords they name."""
    found = {}
    for side, cells in enumerate(zip(*rows())):
        for code in itertools.chain(*cells):
            for node in ast.walk(parsed(code)) if "(" in code else ():
                if isinstance(node, ast.Call):
                    path = ast.unparse(node.func).removeprefix("client.")
                    found.setdefault((side, path), set()).update(keyword.arg for keyword in node.keywords)
    return found


def moved():
    """The calls of which a row says that the id of the parent comes first."""
    [names] = [left for left, _ in rows() if is_rule(left)]
    methods = {"retrieve", *(name for name in names[1:] if "." not in name)}
    return {f"{resource}.{method}" for resource in names[1:] if "." in resource for method in methods}


def is_rule(left):
    """Whether a cell speaks of many calls at once."""
    return left and left[0].startswith("x.retrieve(")


def ids(parameters):
    """The parameters that may be given by place, in their order."""
    return [name for name, one in parameters.items() if one.kind is one.POSITIONAL_OR_KEYWORD]


def test_what_it_names_exists(theirs, ours):
    for left, right in rows():
        if not is_rule(left):
            assert [code for code in left if not theirs.knows(code)] == []
            assert [code for code in right if not ours.knows(code)] == []


def test_no_call_that_differs_is_left_out(theirs, ours):
    rows, parents_first, differ = told(), moved(), set()
    for path, call in theirs.operations.items():
        counterpart = ours.operations.get(path)
        if counterpart is None:
            assert (0, path) in rows or f"`client.{path}`" in GUIDE, path
            continue
        before, after = (dict(inspect.signature(one).parameters) for one in (call, counterpart))
        lost = before.keys() - after.keys() - set(CallOptions.__annotations__)
        assert lost <= rows.get((0, path), set()), path
        required = {
            name for name, one in after.items() if one.default is one.empty and one.kind is one.KEYWORD_ONLY
        }
        new = {
            name
            for name in required
            if name not in before or before[name].default is not inspect.Parameter.empty
        }
        assert new <= rows.get((1, path), set()), path
        if ids(before) != ids(after):
            differ.add(path)
    assert differ - parents_first == set()
    # No resource and no method stands in the row for nothing.
    for part in (0, 2):
        assert {path.rpartition(".")[part] for path in parents_first} == {
            path.rpartition(".")[part] for path in differ
        }


def test_no_name_that_is_missing_is_left_out(theirs, ours):
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", GUIDE))))
    shared = theirs.things.keys() & ours.things.keys()
    for before, after in [(qca, qoder_cloud), *((theirs.things[name], ours.things[name]) for name in shared)]:
        public = {
            name
            for name in dir(before)
            if not name.startswith("_") and not inspect.ismodule(vars(before).get(name))
        }
        # The guide says that methods of pydantic are gone.
        missing = public - set(dir(after)) - set(dir(pydantic.BaseModel)) - set(dir(Exception))
        assert missing - named == set(), before
