"""Results: nothing is lost, nothing unknown raises, nothing secret shows."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from conftest import answer
from qoder_cloud import APIResponseValidationError, Qoder, types
from qoder_cloud.emulator import Emulator
from qoder_cloud.types import Agent, AgentToolset, Model, ModelConfig, UnknownVariant

AGENT: dict[str, Any] = {
    "type": "agent",
    "id": "agent_1",
    "name": "a",
    "model": {"id": "ultimate", "temperature": 0.5},
    "tools": [{"type": "agent_toolset_20260401", "speed": 3}, {"type": "telepathy", "range": 7}],
    "version": 3,
    "created_at": "2026-09-01T08:00:00.123456789Z",
    "mood": {"good": [1, 2]},
    "description": None,
}


@pytest.fixture
def agent(emulator: Emulator, client: Qoder) -> Agent:
    answer(emulator, "agents.retrieve", AGENT)
    return client.agents.retrieve("agent_1")


def test_known_members_are_typed(agent: Agent) -> None:
    assert agent.created_at == datetime(2026, 9, 1, 8, 0, 0, 123457, tzinfo=timezone.utc)
    assert isinstance(agent.model, ModelConfig)
    assert agent.model.id == "ultimate"
    assert isinstance(agent.tools[0], AgentToolset)
    assert agent.tools[0].type == "agent_toolset_20260401"
    assert agent.request_id
    assert agent.skills == []


def test_an_unknown_variant_keeps_its_members(agent: Agent) -> None:
    unknown = agent.tools[1]
    assert isinstance(unknown, UnknownVariant)
    assert str(unknown.type) == "telepathy"
    assert unknown.range == 7
    assert unknown.to_dict() == AGENT["tools"][1]
    with pytest.raises(AttributeError, match="telepathy has no member 'depth'"):
        unknown.depth  # noqa: B018
    assert repr(unknown) == "UnknownVariant(type='telepathy')"
    assert pickle.loads(pickle.dumps(unknown)) == unknown


def test_nothing_the_server_sent_is_lost(agent: Agent) -> None:
    assert agent.to_dict() == AGENT
    assert json.loads(agent.to_json()) == AGENT
    assert json.loads(agent.to_json(indent=2)) == AGENT
    assert agent.extra_fields == {"mood": {"good": [1, 2]}}


def test_copies_and_pickles_lose_nothing_either(agent: Agent) -> None:
    for other in (copy.copy(agent), copy.deepcopy(agent), pickle.loads(pickle.dumps(agent))):
        assert other == agent
        assert other.to_dict() == AGENT
        assert other.request_id == agent.request_id


def test_what_was_read_can_be_sent_back(agent: Agent, emulator: Emulator, client: Qoder) -> None:
    client.agents.with_raw_response.create(name="b", model="auto", tools=[agent.tools[0]])
    assert emulator.requests()[-1]["body"]["tools"] == [{"type": "agent_toolset_20260401"}]
    answer(emulator, "agents.create", AGENT)
    client.agents.create(name="b", model="auto", tools=agent.tools)
    assert emulator.requests()[-1]["body"]["tools"][1] == {"type": "telepathy", "range": 7}


def test_items_of_a_page_know_where_they_came_from(emulator: Emulator, client: Qoder) -> None:
    others = [{**AGENT, "id": f"agent_{n}", "tools": []} for n in range(3)]
    answer(emulator, "agents.list", {"data": others, "has_more": False})
    page = client.agents.list()
    assert [item.to_dict() for item in page] == others
    assert {item.request_id for item in page} == {page.request_id}


def test_odd_values_do_not_fail_a_page(emulator: Emulator, client: Qoder) -> None:
    odd = [
        {**AGENT, "created_at": "yesterday"},
        {**AGENT, "version": "7"},
        {**AGENT, "tools": None, "metadata": {"a": 1}},
        {"id": "agent_2"},
        "not an agent",
    ]
    answer(emulator, "agents.list", {"data": odd, "has_more": False})
    items: list[Any] = client.agents.list().data
    assert items[0].created_at == "yesterday"
    assert items[1].version in ("7", 7)
    assert items[2].tools == []
    assert items[2].metadata == {"a": 1}
    assert items[3].name is None
    assert items[4] == "not an agent"
    assert items[0].to_dict() == odd[0]


@pytest.mark.parametrize("body", ["<html>", '{"id": ', "[" * 100_000, '{"id": "a"} x'])
def test_what_is_not_json_is_an_error_that_keeps_the_body(
    emulator: Emulator, client: Qoder, body: str
) -> None:
    answer(emulator, "agents.retrieve", body)
    with pytest.raises(APIResponseValidationError) as caught:
        client.agents.retrieve("agent_1")
    assert caught.value.body
    assert caught.value.body.startswith(body[:10])
    assert caught.value.request_id


def test_a_repr_is_short_and_shows_no_secret(emulator: Emulator, client: Qoder) -> None:
    answer(emulator, "environments.work.poll", {"type": "work", "id": "work_1", "secret": "s3cret"})
    work = client.environments.work.poll("env_1", worker_id="me")
    assert work
    assert work.secret == "s3cret"
    assert "s3cret" not in repr(work)
    assert emulator.token not in repr(client) + repr(vars(client))


def defined(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The names that exist when a module has been run, and the line that makes each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((target.id, node.lineno) for target in targets if isinstance(target, ast.Name))


def test_annotations_are_text_only_where_they_name_what_is_defined_below() -> None:
    """Text is compiled when a program first uses a type, which would take longer than all else about it."""
    assert not any(vars(base).get("__annotations__") for base in Model.__mro__)
    for path in Path(types.__path__[0]).glob("*.py"):
        tree = ast.parse(path.read_text())
        lines = dict(defined(tree))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        assert not classes or "annotations" not in lines, path
        for kind in classes:
            for member in kind.body:
                if isinstance(member, ast.AnnAssign) and isinstance(member.annotation, ast.Constant):
                    names = re.findall(r"\w+", str(member.annotation.value))
                    below = [name for name in names if lines.get(name, 0) >= kind.lineno]
                    assert below, f"{path.name}:{member.lineno}"
