import pytest
import qca

from conftest import ids, say


def test_environments(sdk):
    environment = sdk.environments.create(
        name="builder",
        config={
            "type": "cloud",
            "networking": {"type": "limited", "allowed_hosts": ["api.example.org"]},
            "packages": {"pip": ["requests"]},
        },
        metadata={"team": "tools"},
    )
    assert (environment.name, environment.config.type, environment.config.networking.type) == (
        "builder",
        "cloud",
        "limited",
    )
    assert environment.config.packages.pip == ["requests"]
    changed = sdk.environments.update(
        environment.id, name="other", config={"type": "cloud", "networking": {"type": "unrestricted"}}
    )
    assert (changed.name, changed.config.networking.type) == ("other", "unrestricted")
    assert sdk.environments.retrieve(environment.id).name == "other"
    assert ids(sdk.environments.list(limit=5)) == [environment.id]
    assert sdk.environments.archive(environment.id).archived_at is not None
    assert sdk.environments.delete(environment.id).id == environment.id
    with pytest.raises(qca.NotFoundError):
        sdk.environments.retrieve(environment.id)


def test_work(sdk):
    agent = sdk.agents.create(name="a", model="auto")
    environment = sdk.environments.create(name="own", config={"type": "self_hosted"})
    work = sdk.environments.work
    assert work.poll(environment.id) is None
    session = sdk.sessions.create(agent=agent.id, environment_id=environment.id)
    sdk.sessions.events.send(session.id, events=say("go"))
    assert work.stats(environment.id).depth == 1

    item = work.poll(environment.id, worker_id="w1", block_ms=10)
    assert (item.data.id, item.state) == (session.id, "queued")
    assert (
        work.ack(item.id, environment_id=environment.id, extra_headers={"Worker-ID": "w1"}).state
        == "starting"
    )
    beat = work.heartbeat(item.id, environment_id=environment.id, expected_last_heartbeat="NO_HEARTBEAT")
    assert (beat.state, beat.lease_extended) == ("active", True)
    assert (
        work.heartbeat(
            item.id, environment_id=environment.id, expected_last_heartbeat=beat.last_heartbeat
        ).state
        == "active"
    )
    assert work.update(item.id, environment_id=environment.id, metadata={"host": "alpha"}).metadata == {
        "host": "alpha"
    }
    assert work.stop(item.id, environment_id=environment.id, force=True).state == "stopped"
    assert work.retrieve(item.id, environment_id=environment.id).state == "stopped"
    assert ids(work.list(environment.id)) == [item.id]
