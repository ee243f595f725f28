"""How a task waits for a stream: what asyncio expects of it, and those who bend asyncio."""

from __future__ import annotations

import asyncio
import gc
import logging
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest

from conftest import Scene
from qoder_cloud import QoderError
from qoder_cloud.emulator import Emulator
from test_process import Program


@asynccontextmanager
async def opened(scene: Scene, session: str | None = None) -> AsyncIterator[Any]:
    async with scene.twin.sessions.events.stream(session or scene.session) as events:
        yield events


async def say(scene: Scene, session: str | None = None) -> None:
    """Has the agent answer, which gives ten events."""
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    await scene.twin.sessions.events.send(session or scene.session, events=[message])


async def kinds(events: Any) -> list[str]:
    read: list[str] = []
    async for event in events:
        read.append(event.type)
        if event.type == "session.status_idle":
            break
    return read


async def waiting() -> None:
    """Lets the other tasks come to where they wait."""
    for _ in range(5):
        await asyncio.sleep(0)


def test_what_a_task_has_set_stays_with_it(scene: Scene) -> None:
    who: ContextVar[str] = ContextVar("who", default="nobody")

    async def reader(name: str) -> list[str]:
        who.set(name)
        async with opened(scene) as events:
            return [who.get() + str(asyncio.current_task() is not None) for _ in await kinds(events)]

    async def main() -> None:
        readers = [asyncio.create_task(reader(name)) for name in "ab"]
        while len(scene.seen("/events/stream")) < 2:
            await asyncio.sleep(0)
        await say(scene)
        assert await asyncio.gather(*readers) == [["aTrue"] * 10, ["bTrue"] * 10]
        assert who.get() == "nobody"

    asyncio.run(main())


def test_a_debugger_is_told_which_task_was_slow(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        async with opened(scene) as events:
            reader = asyncio.create_task(kinds(events), name="the reader")
            await waiting()
            asyncio.get_running_loop().slow_callback_duration = 0
            await say(scene)
            assert len(await reader) == 10

    with caplog.at_level(logging.WARNING, logger="asyncio"):
        asyncio.run(main(), debug=True)
    assert "name='the reader'" in "".join(record.getMessage() for record in caplog.records)


def test_a_stream_has_one_reader_at_a_time(scene: Scene) -> None:
    async def main() -> None:
        async with opened(scene) as events:
            first = asyncio.create_task(kinds(events))
            await waiting()
            with pytest.raises(QoderError, match="by another task"):
                await events.__anext__()
            await say(scene)
            assert len(await first) == 10

    asyncio.run(main())


def test_a_coroutine_that_is_closed_while_it_waits_waits_no_more(scene: Scene) -> None:
    async def main() -> None:
        async with opened(scene) as events:
            reader = events.__anext__()
            first = asyncio.create_task(reader)
            await waiting()
            reader.close()
            del reader
            await say(scene)
            assert len(await kinds(events)) == 10
            first.cancel()

    asyncio.run(main())


def test_a_loop_that_is_left_with_a_reader_leaves_nothing_behind(scene: Scene) -> None:
    async def begin() -> tuple[asyncio.Task[Any], Any]:
        events = await scene.twin.sessions.events.stream(scene.session)
        reader = asyncio.create_task(kinds(events))
        await waiting()
        return reader, weakref.ref(events)

    loop = asyncio.new_event_loop()
    reader, events = loop.run_until_complete(begin())
    loop.call_exception_handler = lambda context: None  # type: ignore[method-assign]
    loop.close()
    del reader, loop
    gc.collect()
    assert events() is None
    scene.wait_for("/events/stream", "disconnected")


@pytest.mark.parametrize("leaving", [KeyboardInterrupt, SystemExit])
def test_who_leaves_the_program_takes_nobodys_events_along(
    scene: Scene, leaving: type[BaseException]
) -> None:
    others = [scene.another() for _ in range(3)]

    async def leave(events: Any) -> None:
        async for _ in events:
            raise leaving

    async def read(session: str) -> list[str]:
        async with opened(scene, session) as events:
            await say(scene, session)
            return await kinds(events)

    async def begin() -> tuple[Any, list[asyncio.Task[list[str]]]]:
        events = await scene.twin.sessions.events.stream(scene.session)
        readers = [asyncio.create_task(read(session)) for session in others]
        await say(scene)
        return events, readers

    loop = asyncio.new_event_loop()
    events, readers = loop.run_until_complete(begin())
    with pytest.raises(leaving):
        loop.run_until_complete(leave(events))
    assert [len(read) for read in loop.run_until_complete(asyncio.gather(*readers))] == [10] * 3
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


def test_a_loop_may_run_within_itself(emulator: Emulator, tmp_path: Path) -> None:
    """As in a notebook, where people use `nest_asyncio` for it."""
    out = Program(emulator, tmp_path).run(
        """
        import nest_asyncio

        nest_asyncio.apply()

        client = Qoder()
        agent = client.agents.create(name="a", model="auto")
        environment = client.environments.create(name="e", config={"type": "cloud"})
        message = {"type": "user.message", "content": [{"type": "text", "text": "hi"}]}

        async def read(twin):
            session = await twin.sessions.create(agent=agent.id, environment_id=environment.id)
            count = 0
            async with twin.sessions.events.stream(session.id) as events:
                await twin.sessions.events.send(session.id, events=[message])
                async for event in events:
                    count += 1
                    loop.run_until_complete(twin.models.list())
                    if event.type == "session.status_idle":
                        return count

        async def main():
            twin = AsyncQoder()
            return await asyncio.gather(*(read(twin) for _ in range(8)))

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        print(loop.run_until_complete(main()))
        """
    )
    assert out == str([10] * 8)


def test_within_itself_a_loop_wakes_whoever_was_woken_outside(emulator: Emulator, tmp_path: Path) -> None:
    out = Program(emulator, tmp_path).run(
        """
        import nest_asyncio

        nest_asyncio.apply()

        client = Qoder()
        agent = client.agents.create(name="a", model="auto")
        environment = client.environments.create(name="e", config={"type": "cloud"})
        about = {"agent": agent.id, "environment_id": environment.id}
        sessions = [client.sessions.create(**about).id for _ in range(8)]
        message = {"type": "user.message", "content": [{"type": "text", "text": "hi"}]}

        async def read(events, others):
            count = 0
            async for event in events:
                count += 1
                if others:
                    loop.run_until_complete(others.pop())
                if event.type == "session.status_idle":
                    return count

        async def main():
            twin = AsyncQoder()
            streams = [await twin.sessions.events.stream(session) for session in sessions]
            others = []
            first = asyncio.create_task(read(streams[0], others))
            readers = [first, *(asyncio.create_task(read(stream, [])) for stream in streams[1:])]
            others.extend(readers[1:])
            await asyncio.sleep(0)
            # The loop stands still until there is something for every reader.
            for session in sessions:
                client.sessions.events.send(session, events=[message])
                while client.sessions.retrieve(session).status != "idle" or len(
                    list(client.sessions.events.list(session))
                ) < 10:
                    pass
            return [await reader for reader in readers]

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        print(loop.run_until_complete(main()))
        """
    )
    assert out == str([10] * 8)
