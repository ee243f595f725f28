import pytest
import qca

from conftest import ids


def test_agents(sdk):
    agent = sdk.agents.create(
        name="reviewer",
        model="auto",
        description="Reviews.",
        system="Be kind.",
        tools=[
            {"type": "agent_toolset_20260401"},
            {"type": "mcp_toolset", "mcp_server_name": "tracker"},
            {
                "type": "custom",
                "name": "lookup",
                "description": "Finds.",
                "input_schema": {"type": "object", "properties": {}},
            },
        ],
        mcp_servers=[{"type": "url", "name": "tracker", "url": "https://mcp.example.org/tracker"}],
        metadata={"team": "tools"},
    )
    assert (agent.version, agent.name, agent.system, agent.metadata) == (
        1,
        "reviewer",
        "Be kind.",
        {"team": "tools"},
    )
    assert [tool.type for tool in agent.tools] == ["agent_toolset_20260401", "mcp_toolset", "custom"]

    changed = sdk.agents.update(agent.id, version=1, name="critic", metadata={"team": None, "mood": "good"})
    assert (changed.version, changed.name, changed.system, changed.metadata) == (
        2,
        "critic",
        "Be kind.",
        {"mood": "good"},
    )
    assert sdk.agents.retrieve(agent.id).name == "critic"
    assert sdk.agents.retrieve(agent.id, version=1).name == "reviewer"
    assert [version.version for version in sdk.agents.versions.list(agent.id)] == [2, 1]
    assert ids(sdk.agents.list(limit=5)) == [agent.id]

    assert sdk.agents.archive(agent.id).archived_at is not None
    assert list(sdk.agents.list()) == []
    assert ids(sdk.agents.list(include_archived=True)) == [agent.id]


def test_a_stale_version_is_a_conflict(sdk):
    agent = sdk.agents.create(name="a", model="auto")
    with pytest.raises(qca.ConflictError) as refusal:
        sdk.agents.update(agent.id, version=9, name="b")
    assert refusal.value.status_code == 409


def test_models(sdk):
    models = list(sdk.models.list())
    assert "auto" in [model.id for model in models]
