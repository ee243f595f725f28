"""How the package behaves in a real interpreter: signals, exit, forks, threads, event loops.

Each test runs a program of its own, because what it is about would take the test runner along.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from qoder_cloud.emulator import Emulator

HEAD = """
import asyncio, os, signal, sys, threading, time
from qoder_cloud import AsyncQoder, Qoder, QoderError, APIConnectionError

def loops():
    yield "asyncio", asyncio.new_event_loop
    import uvloop
    yield "uvloop", uvloop.new_event_loop

def run(new_loop, main):
    loop = new_loop()
    try:
        asyncio.set_event_loop(loop)
        return loop.run_until_complete(main)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
"""


class Program:
    """Runs programs against one emulator."""

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self.emulator = emulator
        self.started: list[subprocess.Popen[str]] = []
        self._file = folder / "program.py"

    def start(self, text: str) -> subprocess.Popen[str]:
        self._file.write_text(HEAD + textwrap.dedent(text))
        environment = {"QODER_BASE_URL": self.emulator.base_url, "QODER_ACCESS_TOKEN": self.emulator.token}
        process = subprocess.Popen(
            # From 3.12 on, Python warns of every fork of a process that has threads.
            [sys.executable, "-W", "ignore::DeprecationWarning", str(self._file)],
            env={**environment, "PATH": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process

    def run(self, text: str, *, timeout: float = 60) -> str:
        """Runs to the end; the program must succeed and say nothing on stderr."""
        process = self.start(text)
        try:
            out, err = process.communicate(timeout=timeout)
        finally:
            # One that hangs must not stay and slow down what comes after it.
            process.kill()
        assert process.returncode == 0, err
        assert err == ""
        return out.strip()

    def wait_for(self, outcome: str | None, count: int = 1, operation: str = "models.list") -> None:
        """Waits until the server has seen so many requests end like this; None for those that wait."""
        deadline = time.monotonic() + 20
        while self._seen().count((operation, outcome)) < count:
            assert time.monotonic() < deadline, self._seen()
            time.sleep(0.01)

    def _seen(self) -> list[tuple[str | None, str | None]]:
        return [(entry["operation"], entry["outcome"]) for entry in self.emulator.requests()]


@pytest.fixture
def program(emulator: Emulator, tmp_path: Path) -> Iterator[Program]:
    program = Program(emulator, tmp_path)
    yield program
    for process in program.started:
        process.kill()


def answer_in_an_hour(program: Program) -> None:
    hour = {"match": {"operation": "models.list"}, "times": None, "action": {"delay_ms": 3_600_000}}
    program.emulator.faults([hour])


def interrupt(program: Program, operation: str, text: str) -> None:
    """Runs it, and presses Ctrl-C once the server has its call; it must say that it was interrupted."""
    process = program.start(text)
    program.wait_for(None, operation=operation)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == ("interrupted\n", "")
    assert process.returncode == 0
    program.wait_for("disconnected", operation=operation)


def test_ctrl_c_ends_a_blocking_call_at_once_and_on_the_wire(program: Program) -> None:
    answer_in_an_hour(program)
    interrupt(
        program,
        "models.list",
        """
        try:
            Qoder().models.list().data
        except KeyboardInterrupt:
            print("interrupted")
        """,
    )


def test_ctrl_c_ends_a_stream(program: Program) -> None:
    interrupt(
        program,
        "sessions.events.stream",
        """
        client = Qoder()
        agent = client.agents.create(name="a", model="auto")
        environment = client.environments.create(name="e", config={"type": "cloud"})
        session = client.sessions.create(agent=agent.id, environment_id=environment.id)
        try:
            with client.sessions.events.stream(session.id) as events:
                for event in events:
                    pass
        except KeyboardInterrupt:
            print("interrupted")
        """,
    )


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_cancelling_a_task_ends_its_call_on_the_wire(program: Program, loop: str) -> None:
    answer_in_an_hour(program)
    process = program.start(
        f"""
        async def main():
            task = asyncio.ensure_future(AsyncQoder().models.list())
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                print("cancelled")

        run(dict(loops())[{loop!r}], main())
        """
    )
    program.wait_for(None)
    assert process.communicate("\n", timeout=60) == ("cancelled\n", "")
    program.wait_for("disconnected")


def test_a_thousand_of_two_thousand_calls_are_cancelled_and_nothing_stays(program: Program) -> None:
    out = program.run(
        """
        async def main():
            client = AsyncQoder()
            await client.models.list()
            tasks = [asyncio.ensure_future(client.agents.list()._fetched()) for _ in range(2000)]
            await asyncio.sleep(0)
            for task in tasks[::2]:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            cancelled = sum(isinstance(result, asyncio.CancelledError) for result in results)
            good = sum(not isinstance(result, BaseException) for result in results)
            assert (cancelled, good) == (1000, 1000), (cancelled, good)
            assert len(asyncio.get_running_loop()._qoder_completions) == 0
            return "done"

        for name, new_loop in loops():
            print(name, run(new_loop, main()))
        """
    )
    assert out.split() == ["asyncio", "done", "uvloop", "done"]


def test_exit_with_calls_in_flight_is_silent_and_waits_for_none(program: Program) -> None:
    answer_in_an_hour(program)
    process = program.start(
        """
        client = Qoder()
        for _ in range(4):
            threading.Thread(target=lambda: client.models.list().data, daemon=True).start()
        loop = asyncio.new_event_loop()

        async def leave():
            global kept
            kept = [loop.create_task(AsyncQoder().models.list()._fetched()) for _ in range(3)]
            await asyncio.sleep(0)

        loop.run_until_complete(leave())
        print("begun", flush=True)
        sys.stdin.readline()
        print("leaving", flush=True)
        """
    )
    assert process.stdin and process.stdout and process.stderr
    assert process.stdout.readline() == "begun\n"
    program.wait_for(None, 7)
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "leaving\n"
    # Anything it waited for would take an hour.
    assert process.wait(30) == 0
    assert (process.stdout.read(), process.stderr.read()) == ("", "")
    program.wait_for("disconnected", 7)


def test_a_pool_of_forked_workers_makes_calls(program: Program) -> None:
    out = program.run(
        """
        import multiprocessing
        client = Qoder()
        agent = client.agents.create(name="a", model="auto")

        async def asynchronously():
            return (await AsyncQoder().agents.retrieve(agent.id)).name

        def work(_):
            return client.agents.retrieve(agent.id).name + asyncio.run(asynchronously())

        asyncio.run(asynchronously())
        with multiprocessing.get_context("fork").Pool(4) as pool:
            print(*pool.map(work, range(16)))
        print(client.agents.retrieve(agent.id).name)
        """
    )
    assert out.split() == ["aa"] * 16 + ["a"]


def test_workers_of_a_preloading_server_make_calls(program: Program, tmp_path: Path) -> None:
    (tmp_path / "preloaded.py").write_text(
        textwrap.dedent("""
            import asyncio, os
            from qoder_cloud import AsyncQoder, Qoder

            client, later = Qoder(), AsyncQoder()
            before = client.agents.create(name="before the fork", model="auto")

            def app(environ, start_response):
                agent = client.agents.retrieve(before.id)
                again = asyncio.run(later.agents.retrieve(before.id))
                start_response("200 OK", [("Content-Type", "text/plain")])
                return [f"{agent.name == again.name} {os.getpid()}".encode()]
        """)
    )
    address = {"QODER_BASE_URL": program.emulator.base_url, "QODER_ACCESS_TOKEN": program.emulator.token}
    command = ["-m", "gunicorn", "--preload", "--workers", "2", "--bind", "127.0.0.1:0", "preloaded:app"]
    server = subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, **address},
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr is not None
    said: list[str] = []
    try:
        place = None
        for line in server.stderr:
            said.append(line)
            place = place or re.search(r"Listening at: (http://[\d.:]+)", line)
            if place:
                break
        assert place is not None, "".join(said)
        workers: set[str] = set()
        # A worker that has not begun yet would not hear that it is to stop.
        while len(workers) < 2:
            with urlopen(place[1], timeout=30) as answer:
                same, worker = answer.read().decode().split()
            assert same == "True"
            workers.add(worker)
    finally:
        server.terminate()
        said += server.communicate(timeout=30)[1].splitlines(keepends=True)
    assert server.returncode == 0, "".join(said)


def test_a_stream_from_before_a_fork_says_so(program: Program) -> None:
    out = program.run(
        """
        client = Qoder()
        agent = client.agents.create(name="a", model="auto")
        environment = client.environments.create(name="e", config={"type": "cloud"})
        session = client.sessions.create(agent=agent.id, environment_id=environment.id)
        events = client.sessions.events.stream(session.id)
        child = os.fork()
        if child == 0:
            try:
                next(iter(events))
            except QoderError as error:
                print("fork" in str(error), flush=True)
            client.models.list().data
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        client.sessions.events.send(session.id, events=[
            {"type": "user.message", "content": [{"type": "text", "text": "hi"}]}])
        print(next(iter(events)).type)
        """
    )
    assert out.split() == ["True", "session.status_running"]


def test_a_forked_child_needs_a_loop_of_its_own(program: Program) -> None:
    out = program.run(
        """
        client = AsyncQoder()

        async def works():
            return len((await client.models.list()).data) > 0

        loop = asyncio.new_event_loop()
        print("parent", loop.run_until_complete(works()), flush=True)
        child = os.fork()
        if child == 0:
            try:
                loop.run_until_complete(works())
            except QoderError as error:
                print("refused" if "start a new one" in str(error) else error)
            print("child", asyncio.run(works()), flush=True)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        print("parent", loop.run_until_complete(works()))
        loop.close()
        """
    )
    assert out.splitlines() == ["parent True", "refused", "child True", "parent True"]


def test_several_loops_in_several_threads(program: Program) -> None:
    out = program.run(
        """
        client = AsyncQoder()

        async def main():
            pages = await asyncio.gather(*(client.models.list() for _ in range(50)))
            return sum(len(page.data) > 0 for page in pages)

        results = []
        makers = [new_loop for _ in range(3) for _, new_loop in loops()]
        threads = [threading.Thread(target=lambda n=n: results.append(run(n, main()))) for n in makers]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        print(*results)
        """
    )
    assert out.split() == ["50"] * 6


def test_threads_share_a_client(program: Program) -> None:
    out = program.run(
        """
        from concurrent.futures import ThreadPoolExecutor
        client = Qoder()
        with ThreadPoolExecutor(16) as pool:
            print(sum(pool.map(lambda _: len(client.models.list().data) > 0, range(400))))
        """
    )
    assert out == "400"


def test_a_loop_that_watches_no_descriptors_works_by_the_slower_route(program: Program) -> None:
    out = program.run(
        """
        class Loop(asyncio.SelectorEventLoop):
            def add_reader(self, fd, callback, *args):
                if getattr(callback, "__name__", "") == "drain":
                    raise NotImplementedError
                return super().add_reader(fd, callback, *args)

        async def main():
            client = AsyncQoder()
            pages = await asyncio.gather(*(client.models.list() for _ in range(50)))
            return sum(len(page.data) > 0 for page in pages)

        print(run(Loop, main()))
        """
    )
    assert out == "50"


def test_importing_is_quick_and_starts_no_thread(program: Program) -> None:
    out = program.run(
        """
        import subprocess
        code = (
            "import time; began = time.process_time(); import qoder_cloud;"
            "took = time.process_time() - began;"
            "import threading, os; qoder_cloud.Qoder(token='x');"
            "print(took, threading.active_count(), len(os.listdir('/proc/self/task')))"
        )
        runs = [subprocess.check_output([sys.executable, "-c", code], text=True).split() for _ in range(7)]
        print(min(float(run[0]) for run in runs), *runs[0][1:])
        """
    )
    took, threads, tasks = out.split()
    assert float(took) < 0.040
    assert (threads, tasks) == ("1", "1")
