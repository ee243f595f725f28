import pytest
import qca

from conftest import ids, say


def test_deployments(sdk, session):
    deployment = sdk.deployments.create(
        name="nightly",
        agent=session.agent,
        environment_id=session.environment,
        initial_events=say("hello"),
        schedule={"type": "cron", "expression": "0 3 * * *", "timezone": "Asia/Shanghai"},
    )
    assert (deployment.status, deployment.schedule.expression) == ("active", "0 3 * * *")
    assert sdk.deployments.update(deployment.id, name="daily").name == "daily"
    assert sdk.deployments.retrieve(deployment.id).name == "daily"
    assert ids(sdk.deployments.list(agent_id=session.agent, status="active")) == [deployment.id]

    run = sdk.deployments.run(deployment.id)
    assert run.trigger_context.type == "manual"
    assert sdk.sessions.retrieve(run.session_id).deployment_id == deployment.id
    assert ids(sdk.deployments.runs.list(deployment.id)) == [run.id]
    assert sdk.deployments.runs.retrieve(run.id, deployment_id=deployment.id).id == run.id
    assert ids(sdk.deployment_runs.list(deployment_id=deployment.id, has_error=False)) == [run.id]
    assert sdk.deployment_runs.retrieve(run.id).id == run.id

    assert sdk.deployments.pause(deployment.id).status == "paused"
    with pytest.raises(qca.ConflictError):
        sdk.deployments.pause(deployment.id)
    assert sdk.deployments.unpause(deployment.id).status == "active"
    assert sdk.deployments.archive(deployment.id).archived_at is not None


def test_dreams(sdk, session):
    store = sdk.memory_stores.create(name="m")
    dream = sdk.dreams.create(
        inputs=[
            {"type": "memory_store", "memory_store_id": store.id},
            {"type": "sessions", "session_ids": [session.id]},
        ],
        model="auto",
        instructions="Keep what matters.",
    )
    assert sdk.dreams.retrieve(dream.id).instructions == "Keep what matters."
    assert ids(sdk.dreams.list(statuses=["pending", "running"])) == [dream.id]
    assert sdk.dreams.cancel(dream.id).status == "canceled"
    assert sdk.dreams.archive(dream.id).archived_at is not None
