"""Turns as Python programs use them: results, iteration, giving up, threads, loops, forks."""

from __future__ import annotations

import asyncio
import copy
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from conftest import Scene
from qoder_cloud import (
    APITimeoutError,
    ConflictError,
    NotFoundError,
    QoderError,
    TurnError,
)
from qoder_cloud._procedure import Procedure
from qoder_cloud.emulator import Emulator
from test_process import Program

HELD = [{"say": ["first ", {"hold": "gate"}, "last"]}]


def test_a_turn_gives_its_result_each_time_it_is_asked(scene: Scene) -> None:
    turn = scene.client.sessions.run(scene.session, "hello")
    assert scene.emulator.requests() == [], "nothing is sent before it is used"
    result = turn.result()
    assert (result.text, result.stop_reason.type, result.session_id) == (
        "Echo: hello",
        "end_turn",
        scene.session,
    )
    assert result.check() is result is turn.result()
    assert len(scene.seen("/events")) == 1
    assert result.to_dict()["text"] == "Echo: hello"
    assert pickle.loads(pickle.dumps(result)) == copy.copy(result) == result
    assert repr(turn) == f"Turn(session_id='{scene.session}')"
    with pytest.raises(QoderError, match="iterate over it first"):
        list(turn)


def test_an_awaited_turn_gives_its_result(scene: Scene) -> None:
    async def main() -> None:
        turn = scene.twin.sessions.run(scene.session, "hello")
        assert (await turn).text == "Echo: hello"
        assert await turn is await turn.result()
        results = await asyncio.gather(scene.twin.sessions.run(scene.another(), "a"), turn)
        assert [result.text for result in results] == ["Echo: a", "Echo: hello"]
        with pytest.raises(QoderError, match="iterate over it first"):
            async for _ in turn:
                pass

    asyncio.run(main())


def test_iterating_shows_the_events_of_the_turn_and_leaves_the_result(scene: Scene) -> None:
    with scene.client.sessions.run(scene.session, "hello") as turn:
        for event in turn:
            if event.type == "agent.message":
                assert turn.last_event_id == event.id
                break
        assert next(turn).type == "span.model_request_end", "what was not read is still there"
        rest = [event.type for event in turn]
        assert rest[-1] == "session.status_idle"
        assert list(turn) == []
        result = turn.result()
    assert result.text == "Echo: hello"
    assert turn.last_event_id == result.last_event_id
    assert turn.result() is result, "closing it afterwards takes nothing away"


def test_breaking_off_leaves_the_turn_to_run(scene: Scene) -> None:
    async def main() -> None:
        async with scene.twin.sessions.run(scene.session, "hello") as turn:
            async for event in turn:
                if event.type == "user.message":
                    break
            assert (await anext(turn)).type == "span.model_request_start"
            assert (await turn).text == "Echo: hello"
            assert [event async for event in turn] == []

    asyncio.run(main())
    turn = scene.client.sessions.run(scene.session, "again")
    for _ in turn:
        break
    assert turn.result().text == "Echo: again"


def test_deltas_come_among_the_events_if_asked_for(scene: Scene) -> None:
    scene.script({"say": ["one ", "two"]})
    turn = scene.client.sessions.run(scene.session, "hello", event_deltas=["agent.message"])
    pieces = [
        event.delta.content.text for event in turn if event.type == "event_delta" and event.delta.content
    ]
    assert pieces == ["one ", "two"]


def test_text_comes_as_it_is_written(scene: Scene) -> None:
    scene.script(*HELD)
    with scene.client.sessions.run(scene.session, "hello") as turn:
        texts = turn.text_deltas()
        assert next(texts) == "first "
        scene.emulator._control("POST", "release", {})
        assert list(texts) == ["last"]
        assert turn.result().text == "first last"
        with pytest.raises(QoderError, match="as messages grow already"):
            next(turn)

    async def main() -> None:
        scene.script({"say": ["one ", "two"]})
        turn = scene.twin.sessions.run(scene.session, "hello")
        assert [text async for text in turn.text_deltas()] == ["one ", "two"]
        assert (await turn).text == "one two"

    asyncio.run(main())


@pytest.mark.parametrize("after", range(1, 9))
@pytest.mark.parametrize("how", ["drop_stream_after", "end_stream_after", "done_after"])
def test_text_adds_up_wherever_the_stream_is_cut(scene: Scene, how: str, after: int) -> None:
    scene.script({"say": ["one ", "two ", "three"]})
    scene.fault("sessions.events.stream", {how: after})
    held = ""
    with scene.client.sessions.run(scene.session, "hello") as turn:
        for update in turn.updates():
            held = ("" if update.replaces else held) + update.text
        assert held == turn.result().text == "one two three"


def test_streams_show_how_messages_grow_too(scene: Scene) -> None:
    scene.script({"say": ["one ", "two"]}, {"say": "three"})
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    events = scene.client.sessions.events
    with events.stream(scene.session, event_deltas=["agent.message"]) as stream:
        events.send(scene.session, events=[message])
        texts = stream.text_deltas()
        assert [next(texts) for _ in range(3)] == ["one ", "two", "three"]
        assert stream.last_event_id
        with pytest.raises(QoderError, match="as messages grow already"):
            next(stream)

    async def main() -> None:
        scene.client.sessions.wait_until_idle(scene.session)
        scene.script({"say": ["one ", "two"]})
        events = scene.twin.sessions.events
        async with events.stream(scene.session, event_deltas=["agent.message"]) as stream:
            await events.send(scene.session, events=[message])
            seen = []
            async for update in stream.updates():
                seen.append((update.index, update.text, update.complete))
                if update.complete:
                    break
        assert seen == [(0, "one ", False), (0, "two", False), (0, "", True)]

    asyncio.run(main())


def test_blocks_and_events_can_be_said_too(scene: Scene) -> None:
    blocks = scene.client.sessions.run(scene.session, ["hel", {"type": "text", "text": "lo"}]).result()
    assert blocks.text.startswith("Echo: hel")
    said: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    assert scene.client.sessions.run(scene.session, [said]).result().text == "Echo: hello"


def test_what_cannot_be_run_is_refused_and_nothing_is_sent(scene: Scene) -> None:
    run: Any = scene.client.sessions.run
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"input": []}, "`input` is empty"),
        ({"input": object()}, "object"),
        ({"input": "a", "busy": "later"}, "later"),
        ({"input": "a", "timeout": -1}, "`timeout`"),
        ({"input": "a", "timeout": "soon"}, "`timeout`: invalid type"),
        ({"input": 7}, "`input`: "),
        ({"input": "a", "tool_concurrency": 0}, "at least 1"),
        ({"input": "a", "tols": []}, "tols"),
        ({"input": "a", "tools": "all"}, "`tools` must be a list"),
        ({"input": "a", "on_permission": True}, "`on_permission`"),
    ]
    for arguments, part in wrong:
        with pytest.raises(QoderError) as caught:
            run(scene.session, **arguments).result()
        assert part in str(caught.value), arguments
    assert scene.emulator.requests() == []


def test_an_error_of_a_turn_is_the_usual_one_and_stays(scene: Scene) -> None:
    turn = scene.client.sessions.run("sess_gone", "hello")
    for _ in range(2):
        with pytest.raises(NotFoundError, match="sess_gone"):
            turn.result()
    scene.script({"hold": "gate"})
    late = scene.client.sessions.run(scene.session, "hello", timeout=0.1)
    with pytest.raises(APITimeoutError, match=scene.session):
        late.result()

    async def main() -> None:
        with pytest.raises(ConflictError, match="`busy`"):
            await scene.twin.sessions.run(scene.session, "hello")
        turn = scene.twin.sessions.run(scene.session, "hello", busy="cancel")
        assert (await turn).text == "Echo: hello"

    asyncio.run(main())


def test_a_turn_that_stopped_early_is_told_by_check(scene: Scene) -> None:
    scene.script({"say": "half"}, {"stop": "budget_reached"})
    result = scene.client.sessions.run(scene.session, "hello").result()
    with pytest.raises(TurnError, match=f"{scene.session} stopped before its end: budget_reached") as caught:
        result.check()
    assert caught.value.result is result
    assert "Raise the session's budget" in str(caught.value)
    error = pickle.loads(pickle.dumps(caught.value))
    assert (str(error), error.result.text) == (str(caught.value), "half")


def test_artifacts_save_themselves(scene: Scene, tmp_path: Path) -> None:
    step = {"deliver": {"filename": "sum.txt", "content": "3"}}
    scene.script(step)
    (artifact,) = scene.client.sessions.run(scene.session, "hello").result().artifacts
    assert artifact.save(tmp_path / "sync.txt") == 1
    assert (tmp_path / "sync.txt").read_text() == "3"
    assert artifact.to_dict()["original_filename"] == "sum.txt"
    with pytest.raises(QoderError, match="files.download_to"):
        pickle.loads(pickle.dumps(artifact)).save(tmp_path / "lost.txt")

    async def main() -> None:
        scene.script(step)
        (artifact,) = (await scene.twin.sessions.run(scene.session, "hello")).artifacts
        assert await artifact.save(tmp_path / "async.txt") == 1

    asyncio.run(main())
    assert (tmp_path / "async.txt").read_text() == "3"


@pytest.mark.parametrize("cancel", [False, True])
def test_a_closed_turn_leaves_the_wire_and_is_cancelled_on_request(scene: Scene, cancel: bool) -> None:
    scene.script(*HELD)
    with scene.client.sessions.run(scene.session, "hello", cancel_on_abort=cancel) as turn:
        for event in turn:
            if event.type == "user.message":
                break
    assert len(scene.seen("/cancel")) == cancel, "close() waits until that is said"
    scene.wait_for("/events/stream", "disconnected")
    with pytest.raises(QoderError, match="given up"):
        turn.result()

    async def main() -> None:
        session = scene.another()
        scene.emulator.script({"session": session, "steps": HELD})
        scene.emulator.forget_requests()
        async with scene.twin.sessions.run(session, "hello", cancel_on_abort=cancel) as turn:
            async for event in turn:
                if event.type == "user.message":
                    break
        assert len(scene.seen("/cancel")) == cancel
        with pytest.raises(QoderError, match="given up"):
            await turn

    asyncio.run(main())
    scene.wait_for("/events/stream", "disconnected")


def test_closing_a_turn_that_another_task_reads_waits_for_what_is_said_in_parting(scene: Scene) -> None:
    async def main() -> None:
        scene.script(*HELD)
        turn = scene.twin.sessions.run(scene.session, "hello", cancel_on_abort=True)
        texts = turn.text_deltas()
        assert await anext(texts) == "first "
        reader = asyncio.ensure_future(texts.__anext__())
        await asyncio.sleep(0)
        await turn.close()
        assert [entry["outcome"] for entry in scene.seen("/cancel")] == ["completed"]
        await asyncio.gather(reader, return_exceptions=True)

    asyncio.run(main())


@pytest.mark.parametrize("cancel", [False, True])
def test_a_turn_that_is_forgotten_leaves_the_wire(scene: Scene, cancel: bool) -> None:
    scene.script(*HELD)
    turn = scene.client.sessions.run(scene.session, "hello", cancel_on_abort=cancel)
    assert next(turn.text_deltas()) == "first "
    del turn
    scene.wait_for("/events/stream", "disconnected")
    if cancel:
        scene.wait_for("/cancel", "completed")


def test_a_turn_that_was_never_used_costs_nothing(scene: Scene) -> None:
    with scene.client.sessions.run(scene.session, "hello", cancel_on_abort=True):
        pass
    assert scene.emulator.requests() == []


@pytest.mark.parametrize("cancel", [False, True])
@pytest.mark.parametrize("use", ["result", "iterate"])
def test_a_cancelled_task_gives_its_turn_up(scene: Scene, cancel: bool, use: str) -> None:
    async def main() -> None:
        scene.script({"call": {"name": "ponder", "input": {}}})
        started, ended = asyncio.Event(), asyncio.Event()

        async def ponder() -> None:
            """Never ends."""
            started.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()

        turn = scene.twin.sessions.run(scene.session, "hello", tools=[ponder], cancel_on_abort=cancel)

        async def work() -> None:
            if use == "result":
                await turn
            async for _ in turn:
                pass

        task = asyncio.create_task(work())
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(scene.seen("/cancel")) == cancel, "the task ends when that is said"
        await ended.wait()
        with pytest.raises(QoderError, match="given up"):
            await turn

    asyncio.run(main())
    scene.wait_for("/events/stream", "disconnected")


def test_turns_in_threads_share_a_client(scene: Scene) -> None:
    sessions = [scene.another() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        texts = pool.map(lambda id: scene.client.sessions.run(id, id).result().text, sessions)
    assert list(texts) == [f"Echo: {id}" for id in sessions]


def test_a_turn_is_read_by_one_thread_at_a_time(scene: Scene) -> None:
    scene.script(*HELD)
    turn = scene.client.sessions.run(scene.session, "hello")
    texts = turn.text_deltas()
    next(texts)
    reading = threading.Thread(target=lambda: list(texts))
    reading.start()
    scene.emulator._control("POST", "release", {})
    reading.join()
    assert turn.result().text == "first last"


@pytest.fixture
def program(emulator: Emulator, tmp_path: Path) -> Program:
    return Program(emulator, tmp_path)


OPENING = """
client = Qoder()
agent = client.agents.create(name="a", model="auto")
environment = client.environments.create(name="e", config={"type": "cloud"})
session = client.sessions.create(agent=agent.id, environment_id=environment.id)
"""


@pytest.mark.parametrize("cancel", [False, True])
def test_ctrl_c_gives_a_turn_up_and_the_program_ends(program: Program, cancel: bool) -> None:
    program.emulator.script({"steps": [{"hold": "gate"}]})
    out = program.run(
        OPENING
        + f"""
turn = client.sessions.run(session.id, "hello", cancel_on_abort={cancel})
try:
    for event in turn:
        if event.type == "user.message":
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
except KeyboardInterrupt:
    print("interrupted")
try:
    turn.result()
except QoderError as error:
    print(error)
"""
    )
    assert out.splitlines()[0] == "interrupted"
    assert "given up" in out
    program.wait_for("disconnected", operation="sessions.events.stream")
    paths = [entry["path"] for entry in program.emulator.requests()]
    assert any(path.endswith("/cancel") for path in paths) == cancel


def test_ctrl_c_in_a_program_on_asyncio_cancels_the_turn(program: Program) -> None:
    program.emulator.script({"steps": [{"hold": "gate"}]})
    out = program.run(
        OPENING
        + """
async def main():
    twin = AsyncQoder()
    async for event in twin.sessions.run(session.id, "hello", cancel_on_abort=True):
        if event.type == "user.message":
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
"""
    )
    assert out == "interrupted"
    assert any(entry["path"].endswith("/cancel") for entry in program.emulator.requests())


def test_a_turn_from_before_a_fork_says_so(program: Program) -> None:
    program.emulator.script({"steps": [{"say": ["a", {"hold": "gate"}, "b"]}], "prompt": "held"})
    out = program.run(
        OPENING
        + """
turn = client.sessions.run(session.id, "held")
texts = turn.text_deltas()
print(next(texts), flush=True)
other = client.sessions.create(agent=agent.id, environment_id=environment.id)
child = os.fork()
if child == 0:
    try:
        next(texts)
    except QoderError as error:
        print("refused" if "fork" in str(error) else error, flush=True)
    print(client.sessions.run(other.id, "new").result().text, flush=True)
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
client.sessions.cancel(session.id)
print(turn.result().stop_reason.type)
"""
    )
    assert out.splitlines() == ["a", "refused", "Echo: new", "cancelled"]


def test_turns_on_other_loops(program: Program) -> None:
    out = program.run(
        OPENING
        + """
class Slow(asyncio.SelectorEventLoop):
    def add_reader(self, fd, callback, *args):
        if getattr(callback, "__name__", "") == "drain":
            raise NotImplementedError
        return super().add_reader(fd, callback, *args)

async def main():
    twin = AsyncQoder()
    texts = [text async for text in twin.sessions.run(session.id, "hello").text_deltas()]
    result = await twin.sessions.run(session.id, "hello")
    return "".join(texts) + result.text

for new_loop in [new_loop for _, new_loop in loops()] + [Slow]:
    print(run(new_loop, main()))
"""
    )
    assert out.splitlines() == ["Echo: helloEcho: hello"] * 3


@pytest.mark.parametrize(("show", "most"), [("nothing", 1), ("events", 100), ("text", 100)])
def test_nothing_crosses_the_boundary_once_per_event(
    scene: Scene, show: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    crossings = 0
    step = Procedure.step

    def counted(self: Procedure) -> Any:
        nonlocal crossings
        crossings += 1
        return step(self)

    monkeypatch.setattr(Procedure, "step", counted)
    scene.script({"say": ["x "] * 5000})
    turn = scene.client.sessions.run(scene.session, "hello", event_deltas=["agent.message"])
    shown = 0
    if show != "nothing":
        shown = sum(1 for _ in (turn if show == "events" else turn.text_deltas()))
    assert len(turn.result().text) == 10_000
    assert shown == 0 or shown >= 5000
    assert crossings <= most
