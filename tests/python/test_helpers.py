"""What users wrote by hand: many turns, waiting, files, editing, finding, cleaning up, workers."""

from __future__ import annotations

import asyncio
import builtins
import inspect
import logging
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest

from conftest import Scene
from qoder_cloud import (
    APITimeoutError,
    AsyncQoder,
    ConflictError,
    Job,
    NotFoundError,
    Qoder,
    QoderError,
    _helpers,
)
from qoder_cloud.emulator import Emulator
from qoder_cloud.types import LocalFileParams
from test_process import Program
from test_turns import OPENING


def new(scene: Scene) -> Any:
    return {"agent": scene.agent, "environment_id": scene.environment}


def jobs(scene: Scene, count: int) -> list[Job]:
    return [Job(f"job {n}", session=new(scene)) for n in range(count)]


def test_many_turns_end_one_by_one_and_one_failure_stops_none(scene: Scene) -> None:
    told: list[tuple[int, int | None]] = []

    def tell(done: int, total: int | None) -> None:
        told.append((done, total))

    all_jobs = [*jobs(scene, 5), Job("lost", session_id="sess_gone"), Job("here", session_id=scene.session)]
    turns = scene.client.sessions.run_many(all_jobs, concurrency=3, progress=tell)
    assert scene.emulator.requests() == [], "nothing is sent before it is used"
    assert repr(turns) == "ManyTurns(0 of 7 finished)"
    costs = []
    for finished in turns:
        costs.append(turns.credits)
        if finished.index == 5:
            assert isinstance(finished.error, NotFoundError) and finished.result is None
            continue
        assert finished.result and finished.error is None
        assert finished.session_id == finished.result.session_id
    assert costs == sorted(costs) and costs[-1] > 0
    assert told == [(done, 7) for done in range(8)]
    results = turns.results()
    assert [finished.index for finished in results] == list(range(7))
    assert [finished.result and finished.result.text for finished in results] == [
        *(f"Echo: job {n}" for n in range(5)),
        None,
        "Echo: here",
    ]


def test_many_turns_on_a_loop(scene: Scene) -> None:
    async def name_it() -> str:
        """Names it."""
        return "it"

    async def main() -> None:
        scene.emulator.script(
            {"prompt": "job", "times": 4, "steps": [{"call": {"name": "name_it"}}, {"say": "{result}"}]}
        )
        turns = scene.twin.sessions.run_many(jobs(scene, 4), tools=[name_it])
        seen = [finished.index async for finished in turns]
        assert sorted(seen) == [0, 1, 2, 3]
        assert {one.result.text for one in await turns.results() if one.result} == {"it"}
        assert turns.credits > 0

    asyncio.run(main())


def test_closing_many_turns_cancels_those_that_run(scene: Scene) -> None:
    scene.emulator.script({"prompt": "job", "times": 3, "steps": [{"call": {"name": "wait"}}]})
    scene.emulator.script({"prompt": "last", "steps": [{"call": {"name": "come_last"}}]})
    entered = threading.Semaphore(0)
    never = threading.Event()

    def wait() -> None:
        """Waits for ever."""
        entered.release()
        never.wait()

    def come_last() -> None:
        """Waits for the others."""
        for _ in range(3):
            assert entered.acquire(timeout=10)

    all_jobs = [*jobs(scene, 3), Job("last", session=new(scene))]
    with scene.client.sessions.run_many(all_jobs, tools=[wait, come_last]) as turns:
        assert turns.sessions == {}
        assert next(turns).index == 3
    assert len(scene.seen("/cancel")) == 3
    listed = {session.id for session in scene.client.sessions.list(agent_id=scene.agent)}
    assert sorted(turns.sessions) == [0, 1, 2, 3] and set(turns.sessions.values()) <= listed
    assert list(turns) == []
    assert [finished.index for finished in turns.results()] == [3]
    never.set()

    async def main() -> None:
        scene.emulator.script({"prompt": "job", "times": 3, "steps": [{"call": {"name": "wait_too"}}]})
        scene.emulator.forget_requests()
        entered = asyncio.Semaphore(0)

        async def wait_too() -> None:
            """Waits for ever."""
            entered.release()
            await asyncio.Event().wait()

        turns = scene.twin.sessions.run_many(jobs(scene, 3), tools=[wait_too])
        task = asyncio.create_task(turns.results())
        for _ in range(3):
            await entered.acquire()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(scene.seen("/cancel")) == 3

    asyncio.run(main())


def test_sessions_made_for_turns_that_are_given_up_are_known(scene: Scene) -> None:
    async def main() -> None:
        before = {session.id async for session in scene.twin.sessions.list()}
        scene.emulator.forget_requests()
        scene.fault("sessions.create", {"delay_ms": 500})
        turns = scene.twin.sessions.run_many([Job("go", session=new(scene))])
        task = asyncio.create_task(turns.results())
        await asyncio.to_thread(scene.wait_for, "/sessions")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        made = {session.id async for session in scene.twin.sessions.list()} - before
        assert turns.sessions == {0: made.pop()} and not made

    asyncio.run(main())


def test_jobs_are_checked_before_anything_is_sent(scene: Scene) -> None:
    run_many: Any = scene.client.sessions.run_many
    for wrong, part in [
        (["hello"], "`jobs[0]` must be a Job, not str"),
        ([Job("a", session={"agent": 7, "environment_id": "env_1"})], "`agent`"),  # type: ignore[arg-type]
    ]:
        with pytest.raises(QoderError) as caught:
            run_many(wrong)
        assert part in str(caught.value)
    with pytest.raises(QoderError, match="`nope`"):
        run_many([], nope=1)
    (finished,) = run_many([Job("a")]).results()
    assert "needs a session" in str(finished.error)
    assert run_many([]).results() == []
    assert scene.emulator.requests() == []


def test_progress_is_drawn(scene: Scene, capfd: pytest.CaptureFixture[str]) -> None:
    scene.client.sessions.run_many(jobs(scene, 2), progress=True).results()
    assert "2/2" in capfd.readouterr().err


def test_what_progress_raises_ends_it(scene: Scene) -> None:
    def tell(done: int, total: int | None) -> None:
        if done:
            raise RuntimeError("enough")

    turns = scene.client.sessions.run_many(jobs(scene, 3), progress=tell)
    with pytest.raises(RuntimeError, match="enough"):
        turns.results()
    assert list(turns) == []


def test_waiting_for_a_session(scene: Scene) -> None:
    sessions = scene.client.sessions
    assert sessions.wait_until_idle(scene.session).status == "idle"
    hold = {"session": scene.session, "steps": [{"hold": "gate"}]}
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    scene.emulator.script(hold)
    sessions.events.send(scene.session, events=[message])
    with pytest.raises(APITimeoutError, match=scene.session):
        sessions.wait_until_idle(scene.session, timeout=0.05)
    assert sessions.cancel_and_wait(scene.session, timeout=10).status == "idle"

    async def main() -> None:
        scene.emulator.script(hold)
        await scene.twin.sessions.events.send(scene.session, events=[message])
        waiting = asyncio.create_task(scene.twin.sessions.wait_until_idle(scene.session))
        await asyncio.to_thread(scene.wait_for, f"/sessions/{scene.session}")
        scene.emulator._control("POST", "release", {})
        assert (await waiting).id == scene.session
        assert (await scene.twin.sessions.cancel_and_wait(scene.session)).status == "idle"

    asyncio.run(main())


def test_a_session_with_files_of_this_machine(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("first")
    (tmp_path / "two.txt").write_text("second")
    create = scene.client.sessions.create
    place = "/mnt/session/uploads/two.txt"
    files: list[LocalFileParams] = [
        tmp_path / "one.txt",
        {"path": str(tmp_path / "two.txt"), "mount_path": place},
    ]
    session = create(files=files, title="with files", **new(scene))
    assert (session.title, len(session.resources or [])) == ("with files", 2)
    assert (
        scene.client.sessions.run(session.id, "Read /mnt/session/uploads/two.txt").result().text == "second"
    )
    with pytest.raises(QoderError, match="missing.txt"):
        create(files=[tmp_path / "missing.txt"], **new(scene))
    wrong: Any = [7]
    with pytest.raises(QoderError, match=r"`files\[0\]`"):
        create(files=wrong, **new(scene))
    scene.fault("sessions.create", {"status": 400})
    before = len(scene.client.files.list().data)
    with pytest.raises(QoderError, match="400"):
        create(files=files, **new(scene))
    assert len(scene.client.files.list().data) == before, "nothing stays of what failed"
    raw = scene.client.sessions.with_raw_response.create(files=files, idempotency_key="once", **new(scene))
    assert len(raw.parse().resources or []) == 2
    assert dict(scene.seen("/sessions")[-1]["headers"])["idempotency-key"] == "once"

    async def main() -> None:
        session = await scene.twin.sessions.create(files=files, **new(scene))
        assert len(session.resources or []) == 2

    asyncio.run(main())


def test_an_agent_is_edited_against_its_newest_version(scene: Scene) -> None:
    edit = scene.client.agents.edit
    seen: list[int] = []

    def describe(agent: Any) -> Any:
        seen.append(agent.version)
        return {"description": f"{agent.name}, edited"}

    scene.fault("agents.update", {"status": 409})
    assert edit(scene.agent, describe).description == "a, edited"
    assert len(seen) == 2, "somebody else was faster the first time"
    version = scene.client.agents.retrieve(scene.agent).version
    assert edit(scene.agent, lambda agent: None).version == version, "no change, no new version"
    with pytest.raises(ZeroDivisionError):
        edit(scene.agent, lambda agent: {"description": str(1 / 0)})
    wrong: Any = "a description"
    with pytest.raises(QoderError, match="must return a mapping or None, not str"):
        edit(scene.agent, lambda agent: wrong)
    scene.fault("agents.update", {"status": 409}, times=5)
    with pytest.raises(ConflictError, match="5 times"):
        edit(scene.agent, describe)

    async def later(agent: Any) -> Any:
        return {"description": f"{agent.description} later"}

    async def fail(agent: Any) -> Any:
        raise LookupError("as it is")

    async def main() -> None:
        edit = scene.twin.agents.edit
        assert (await edit(scene.agent, later)).description == "a, edited later"
        assert (await edit(scene.agent, lambda agent: {"description": "plain"})).description == "plain"
        with pytest.raises(LookupError, match="as it is"):
            await edit(scene.agent, fail)

    asyncio.run(main())


def test_what_has_the_name_is_found_or_created(scene: Scene) -> None:
    client, twin = scene.client, scene.twin
    agent = client.agents.find_or_create(name="mine", model="auto")
    environment = client.environments.find_or_create(name="mine", config={"type": "cloud"})
    vault = client.vaults.find_or_create(display_name="mine")
    store = client.memory_stores.find_or_create(name="mine")
    assert client.agents.find_or_create(name="mine", model="other") == agent
    assert agent.model and agent.request_id is None

    async def main() -> None:
        assert (await twin.agents.find_or_create(name="mine", model="auto")).id == agent.id
        assert (await twin.environments.find_or_create(name="mine")).id == environment.id
        assert (await twin.vaults.find_or_create(display_name="mine")).id == vault.id
        assert (await twin.memory_stores.find_or_create(name="mine")).id == store.id

    asyncio.run(main())
    with pytest.raises(QoderError, match="`name`"):
        client.agents.find_or_create(model="auto")  # type: ignore[call-arg]


def test_a_memory_is_written_by_its_path(scene: Scene) -> None:
    store = scene.client.memory_stores.create(name="notes").id
    memories = scene.client.memory_stores.memories
    first = memories.upsert(store, path="a/b.md", content="one", metadata={"by": "me"})
    second = memories.upsert(store, path="a/b.md", content="two")
    assert (second.id, second.metadata) == (first.id, {"by": "me"})
    assert memories.retrieve(store, first.id or "", view="full").content == "two"

    async def main() -> None:
        third = await scene.twin.memory_stores.memories.upsert(store, path="a/b.md", content="three")
        assert third.id == first.id

    asyncio.run(main())


def test_a_file_is_downloaded_whatever_happens_on_the_way(scene: Scene, tmp_path: Path) -> None:
    scene.script({"deliver": {"filename": "sum.txt", "content": "1 + 2 = 3"}})
    (artifact,) = scene.client.sessions.run(scene.session, "hello").result().artifacts
    broken = {"match": {"path": "/storage/*"}, "times": 1, "action": {"truncate": 3}}
    scene.emulator.faults([broken])
    assert scene.client.files.download_to(artifact.file_id, tmp_path / "one") == 9
    assert (tmp_path / "one").read_text() == "1 + 2 = 3"

    async def main() -> None:
        scene.emulator.faults([broken])
        assert await scene.twin.files.download_to(artifact.file_id, str(tmp_path / "two")) == 9

    asyncio.run(main())
    wrong: Any = None
    with pytest.raises(QoderError, match="`path`: a path is needed, not NoneType"):
        scene.client.files.download_to(artifact.file_id, wrong)


def test_cleaning_up_says_what_became_of_each(scene: Scene) -> None:
    scene.script({"hold": "gate"})
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    scene.client.sessions.events.send(scene.session, events=[message])
    file = scene.client.files.upload(file=("a.txt", b"a"))
    session = scene.client.sessions.retrieve(scene.session)
    reports = scene.client.cleanup(file, "agent_gone", session, scene.environment)
    outcomes = [(report.type, report.id, report.outcome) for report in reports]
    assert outcomes[0] == ("session", scene.session, "deleted"), "a session at work is cancelled first"
    assert ("agent", "agent_gone", "gone") in outcomes
    assert ("file", file.id, "deleted") in outcomes
    with pytest.raises(QoderError, match="an object of the API or an ID is needed, not int"):
        scene.client.cleanup(7)

    async def main() -> None:
        (report,) = await scene.twin.cleanup(scene.agent)
        assert report.outcome in ("deleted", "archived")
        assert await scene.twin.cleanup() == []

    asyncio.run(main())


class Queue:
    """A self-hosted environment with work in it."""

    def __init__(self, scene: Scene, items: int) -> None:
        client = scene.client
        self.id = client.environments.create(name="own", config={"type": "self_hosted"}).id
        message: Any = {"type": "user.message", "content": [{"type": "text", "text": "job"}]}
        for _ in range(items):
            session = client.sessions.create(agent=scene.agent, environment_id=self.id)
            client.sessions.events.send(session.id, events=[message])


@pytest.mark.parametrize("twin", [False, True])
def test_a_worker_does_what_is_in_the_queue(
    scene: Scene, twin: bool, caplog: pytest.LogCaptureFixture
) -> None:
    queue = Queue(scene, 3)
    done: list[Any] = []

    def work(item: Any) -> None:
        done.append(item)
        if len(done) == 2:
            raise OSError("out of disk")

    async def work_later(item: Any) -> None:
        work(item)

    with caplog.at_level(logging.ERROR, "qoder_cloud.work"):
        if twin:
            summary = asyncio.run(scene.twin.environments.work.run(queue.id, work_later, max_items=3))
        else:
            summary = scene.client.environments.work.run(queue.id, work, worker_id="w", max_items=3)
    assert (summary.done, summary.failed) == (2, 1)
    assert done[1].id in caplog.text and "out of disk" in caplog.text
    assert all(item.secret is None or item.secret not in repr(item) for item in done)
    states = [item.state for item in scene.client.environments.work.list(queue.id)]
    assert set(states) <= {"stopped"}


def test_a_handler_is_cancelled_when_its_item_is_to_be_stopped(scene: Scene) -> None:
    queue = Queue(scene, 1)
    stopped = []

    async def work(item: Any) -> None:
        await scene.twin.environments.work.stop(queue.id, item.id)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.append(item.id)
            raise

    async def main() -> Any:
        return await scene.twin.environments.work.run(queue.id, work, lease=10, max_items=1)

    summary = asyncio.run(main())
    assert len(stopped) == 1
    assert (summary.done, summary.failed) == (0, 1)


def test_a_worker_ends_when_its_task_is_cancelled(scene: Scene) -> None:
    queue = Queue(scene, 1)

    async def main() -> None:
        begun, ended = asyncio.Event(), asyncio.Event()

        async def work(item: Any) -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()

        task = asyncio.create_task(scene.twin.environments.work.run(queue.id, work))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await ended.wait()

    asyncio.run(main())


def test_a_worker_needs_a_handler(scene: Scene) -> None:
    wrong: Any = "handler"
    with pytest.raises(QoderError, match="`handler` must be callable, not str"):
        scene.client.environments.work.run("env_1", wrong)
    with pytest.raises(QoderError, match="at least 1"):
        scene.client.environments.work.run("env_1", print, concurrency=0)


def test_ctrl_c_ends_a_worker_and_the_program_though_its_handler_hangs(
    emulator: Emulator, tmp_path: Path
) -> None:
    scene = Scene(emulator)
    queue = Queue(scene, 1)
    out = Program(emulator, tmp_path).run(
        f"""
        def work(item):
            os.kill(os.getpid(), signal.SIGINT)
            threading.Event().wait()

        try:
            Qoder().environments.work.run({queue.id!r}, work)
        except KeyboardInterrupt:
            print("interrupted")
        """
    )
    assert out == "interrupted"


def test_ctrl_c_ends_a_turn_though_its_tool_hangs(emulator: Emulator, tmp_path: Path) -> None:
    emulator.script({"steps": [{"call": {"name": "hang"}}]})
    out = Program(emulator, tmp_path).run(
        OPENING
        + """
def hang() -> None:
    "Hangs."
    os.kill(os.getpid(), signal.SIGINT)
    threading.Event().wait()

try:
    client.sessions.run(session.id, "hello", tools=[hang], cancel_on_abort=True).result()
except KeyboardInterrupt:
    print("interrupted")
"""
    )
    assert out == "interrupted"
    assert any(entry["path"].endswith("/cancel") for entry in emulator.requests())


def test_a_token_from_a_function_is_asked_for_throughout(scene: Scene) -> None:
    asked = threading.Semaphore(0)

    def token() -> str:
        asked.release()
        return scene.emulator.token

    def say() -> str:
        """Says something."""
        return "said"

    scene.script({"call": {"name": "say"}}, {"hold": "gate"})
    client = scene.emulator.client(token=token)
    with client.sessions.run(scene.session, "hello", tools=[say], cancel_on_abort=True) as turn:
        for event in turn:
            if event.type == "user.custom_tool_result":
                break
    assert len(scene.seen("/cancel")) == 1, "the cancellation at the end asks too"

    async def main() -> None:
        async def token_later() -> str:
            return token()

        session = scene.another()
        scene.emulator.script({"session": session, "steps": [{"hold": "gate"}]})
        scene.emulator.forget_requests()
        twin = scene.emulator.async_client(token=token_later)
        async with twin.sessions.run(session, "hello", cancel_on_abort=True) as turn:
            async for event in turn:
                if event.type == "user.message":
                    break
        assert len(scene.seen("/cancel")) == 1

    asyncio.run(main())


HELPERS = {name: kind for name, kind in vars(_helpers).items() if name.endswith("Helpers")}


@pytest.mark.parametrize("name", sorted(name for name in HELPERS if not name.startswith("Async")))
def test_both_clients_have_the_same_helpers_and_explain_them(name: str) -> None:
    ours, theirs = HELPERS[name], HELPERS[f"Async{name}"]
    methods = [method for method in vars(ours) if not method.startswith("_")]
    assert methods == [method for method in vars(theirs) if not method.startswith("_")]
    for method in methods:
        parameters = inspect.signature(getattr(ours, method)).parameters
        assert list(parameters) == list(inspect.signature(getattr(theirs, method)).parameters)
        for one in (ours, theirs):
            doc = inspect.getdoc(getattr(one, method)) or ""
            for parameter in list(parameters)[1:]:
                assert f"\n    {parameter}: " in doc or (parameter, method) == ("options", "run"), (
                    f"{name}.{method}: {parameter}"
                )


def examples() -> list[Any]:
    """The examples in the docstrings of what is written by hand."""
    from qoder_cloud import _tools

    found = []
    places: list[tuple[str, Any]] = [("tool", _tools.tool)]
    for kind in (Qoder, AsyncQoder, *HELPERS.values()):
        places += [(f"{kind.__name__}.{name}", one) for name, one in vars(kind).items()]
    for name, place in places:
        doc = inspect.getdoc(place) if isinstance(place, types.FunctionType) else None
        parts = (doc or "").split("```python\n")[1:]
        found += [pytest.param(part.split("```")[0], id=name) for part in parts]
    return found


EXAMPLES = examples()
assert len(EXAMPLES) > 8, "they are found"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_a_docstring_runs(
    example: str, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("The launch moved to Friday.")
    names: dict[str, Any] = {
        "agent": scene.client.agents.retrieve(scene.agent),
        "environment": scene.client.environments.retrieve(scene.environment),
        "session": scene.client.sessions.retrieve(scene.session),
        "print": lambda *texts, **how: builtins.print(*texts, **how, file=sys.stderr),
    }
    if "await" in example or "async " in example:
        body = "".join(f"    {line}\n" for line in example.splitlines())
        exec(f"async def main():\n    global agent, session\n{body}", names | {"client": scene.twin}, names)
        asyncio.run(names["main"]())
    else:
        exec(example, names | {"client": scene.client})
