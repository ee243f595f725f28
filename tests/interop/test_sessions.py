import pytest
import qca

from conftest import ids, say


def test_sessions(sdk, session):
    made = sdk.sessions.retrieve(session.id)
    assert (made.status, made.agent.id, made.environment_id) == ("idle", session.agent, session.environment)
    changed = sdk.sessions.update(session.id, title="Notes", metadata={"a": "1"})
    assert (changed.title, changed.metadata) == ("Notes", {"a": "1"})
    assert ids(sdk.sessions.list(agent_id=session.agent, statuses=["idle"], order="asc")) == [session.id]
    assert sdk.sessions.cancel(session.id).status == "canceling"
    assert sdk.sessions.archive(session.id).archived_at is not None
    assert list(sdk.sessions.list()) == []
    assert sdk.sessions.delete(session.id).id == session.id
    with pytest.raises(qca.NotFoundError):
        sdk.sessions.retrieve(session.id)


def test_a_session_with_everything(sdk):
    agent = sdk.agents.create(name="a", model="auto")
    environment = sdk.environments.create(name="e")
    store = sdk.memory_stores.create(name="m")
    file = sdk.files.upload(file=("a.txt", b"a", "text/plain"))
    made = sdk.sessions.create(
        agent={"type": "agent", "id": agent.id, "version": 1},
        environment_id=environment.id,
        title="Everything",
        environment_variables={"LOCALE": "de"},
        budget={"type": "limit", "max_credit_cost": "10"},
        metadata={"a": "1"},
        resources=[
            {"type": "file", "file_id": file.id, "mount_path": "/data/a.txt"},
            {
                "type": "github_repository",
                "url": "https://github.com/example/app",
                "authorization_token": "s3cret",
            },
            {"type": "memory_store", "memory_store_id": store.id, "access": "read_only"},
        ],
        initial_events=say("hello"),
    )
    assert made.environment_variables == {"LOCALE": "de"}
    assert [resource.type for resource in made.resources] == ["file", "github_repository", "memory_store"]
    assert "s3cret" not in made.to_json()


def test_resources(sdk, session):
    file = sdk.files.upload(file=("a.txt", b"a", "text/plain"))
    added = sdk.sessions.resources.add(session.id, type="file", file_id=file.id, mount_path="/data/a.txt")
    assert added.mount_path == "/data/a.txt"
    assert sdk.sessions.resources.retrieve(added.id, session_id=session.id).id == added.id
    assert ids(sdk.sessions.resources.list(session.id)) == [added.id]
    with pytest.raises(qca.ConflictError):
        sdk.sessions.resources.add(session.id, type="file", file_id=file.id)
    assert sdk.sessions.resources.delete(added.id, session_id=session.id).id == added.id


def test_a_repository_gets_another_token(sdk, session):
    made = sdk.sessions.create(
        agent=session.agent,
        environment_id=session.environment,
        resources=[
            {
                "type": "github_repository",
                "url": "https://github.com/example/app",
                "authorization_token": "old",
            }
        ],
    )
    changed = sdk.sessions.resources.update(
        made.resources[0].id, session_id=made.id, authorization_token="new"
    )
    assert changed.type == "github_repository"


def test_threads(emulator, sdk, session):
    helper = {"spawn": {"agent_name": "helper", "message": "Look.", "steps": [{"say": "Found it."}]}}
    emulator.script(session, helper, {"say": "{result}"})
    sdk.sessions.events.send(session.id, events=say("go"))
    threads = list(sdk.sessions.threads.list(session.id))
    child = next(thread for thread in threads if thread.parent_thread_id)
    assert sdk.sessions.threads.retrieve(child.id, session_id=session.id).session_id == session.id
    history = list(sdk.sessions.threads.events.list(child.id, session_id=session.id))
    assert "agent.message" in [event.type for event in history]
    assert sdk.sessions.threads.archive(child.id, session_id=session.id).archived_at is not None


def test_a_thread_is_followed(emulator, sdk, session):
    helper = {"spawn": {"agent_name": "helper", "steps": [{"hold": "wait"}, {"say": "Found it."}]}}
    emulator.script(session, helper, {"say": "ok"})
    sdk.sessions.events.send(session.id, events=say("go"))
    child = next(thread for thread in sdk.sessions.threads.list(session.id) if thread.parent_thread_id)
    with sdk.sessions.threads.events.stream(child.id, session_id=session.id) as events:
        emulator.control("release", {"hold": "wait"})
        assert next(event for event in events if event.type == "agent.message").content[0].text == "Found it."
