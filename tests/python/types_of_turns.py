"""What the type checkers know of turns and tools; they read this, nobody runs it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from typing_extensions import assert_type

from qoder_cloud import (
    AsyncQoder,
    AsyncTurn,
    AsyncTurnResult,
    Deny,
    Finished,
    Job,
    PermissionRequest,
    Qoder,
    QoderError,
    Tool,
    Turn,
    TurnResult,
    tool,
)
from qoder_cloud.types import (
    Agent,
    CleanupReport,
    Environment,
    LocalFileParams,
    Memory,
    MessageUpdate,
    Session,
    Vault,
    Work,
)
from qoder_cloud.types.turns import WorkSummary


@tool
def add(a: int, b: int = 2) -> str:
    """Adds."""
    return str(a + b)


@tool(name="other", description="Waits.")
async def wait(seconds: float) -> None: ...


def decide(request: PermissionRequest) -> bool | Deny:
    return request.name == "Bash" or Deny("no")


async def decide_later(request: PermissionRequest) -> bool | Deny:
    return decide(request)


def synchronous(client: Qoder) -> None:
    assert_type(add(1, b=3), str)
    add("1")  # type: ignore[arg-type]
    turn = client.sessions.run("s", "hello", tools=[add, wait, len], on_permission=decide, busy="wait")
    assert_type(turn, Turn)
    with turn as same:
        assert_type(same, Turn)
        for event in same:
            if event.type == "agent.message":
                assert_type(event.id, str)
    assert_type(turn.text_deltas(), Iterator[str])
    assert_type(turn.updates(), Iterator[MessageUpdate])
    result = turn.result()
    assert_type(result, TurnResult)
    assert_type(result.text, str)
    assert_type(result.check(), TurnResult)
    assert_type(result.credits, float | None)
    assert_type(result.artifacts[0].save(Path("a")), int)
    assert_type(turn.tool_errors, list[Exception])
    client.sessions.run("s", "hello", busy="later")  # type: ignore[arg-type]
    client.sessions.run("s", "hello", tols=[])  # type: ignore[call-arg]
    client.sessions.run("s", ["a", {"type": "text", "text": "b"}])
    client.sessions.run("s", [{"type": "user.message", "content": [{"type": "text", "text": "b"}]}])
    jobs = [Job("a", session_id="s"), Job("b", session={"agent": "a", "environment_id": "e"})]
    for finished in client.sessions.run_many(jobs, concurrency=3, progress=True, tools=[add]):
        assert_type(finished, Finished[TurnResult])
        assert_type(finished.result, TurnResult | None)
        assert_type(finished.error, QoderError | None)
    assert_type(client.sessions.wait_until_idle("s", timeout=3), Session)
    mounted: list[LocalFileParams] = ["a", Path("b"), {"path": "c", "mount_path": "/d"}]
    assert_type(client.sessions.create(files=mounted, agent="a", environment_id="e"), Session)
    client.sessions.create(files=[7], agent="a", environment_id="e")  # type: ignore[list-item]
    assert_type(client.agents.edit("a", lambda agent: {"name": agent.name}), Agent)
    assert_type(client.agents.find_or_create(name="a", model="auto"), Agent)
    assert_type(client.environments.find_or_create(name="a"), Environment)
    assert_type(client.vaults.find_or_create(display_name="a"), Vault)
    assert_type(client.memory_stores.memories.upsert("m", path="p", content="c"), Memory)
    assert_type(client.files.download_to("f", Path("a")), int)
    assert_type(client.cleanup("a", "b"), list[CleanupReport])
    assert_type(client.environments.work.run("e", work, max_items=1), WorkSummary)
    with client.sessions.events.stream("s") as events:
        assert_type(events.text_deltas(), Iterator[str])


def work(item: Work) -> None: ...


async def work_later(item: Work) -> None: ...


async def asynchronous(client: AsyncQoder) -> None:
    turn = client.sessions.run("s", "hello", tools=[add, wait], on_permission=decide_later)
    assert_type(turn, AsyncTurn)
    assert_type(await turn, AsyncTurnResult)
    async with turn as same:
        assert_type(same, AsyncTurn)
        async for event in same:
            if event.type == "agent.message":
                assert_type(event.id, str)
    assert_type(turn.text_deltas(), AsyncIterator[str])
    result = await turn.result()
    assert_type(result.check().text, str)
    assert_type(await result.artifacts[0].save("a"), int)
    async for finished in client.sessions.run_many([Job("a", session_id="s")]):
        assert_type(finished, Finished[AsyncTurnResult])
    assert_type(await client.agents.edit("a", lambda agent: {"name": agent.name}), Agent)
    assert_type(await client.agents.find_or_create(name="a", model="auto"), Agent)
    assert_type(await client.environments.work.run("e", work_later), WorkSummary)
    assert_type(await client.cleanup("a"), list[CleanupReport])


def tools_keep_their_types() -> None:
    assert_type(tool(len).name, str)
    made: Tool[[int], str] = tool(str)
    print(made)
