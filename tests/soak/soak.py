"""Endurance of the Python package; see `tests/rust/src/bin/soak.rs`, its twin."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import statistics
import subprocess
import time
from pathlib import Path
from urllib.request import Request, urlopen

from qoder_cloud import AsyncQoder

STREAMS, CALLS, TOGETHER = 200, 100_000, 32
# What the memory may grow by between the second and the last quarter, in KiB: with calls, and with streams.
# A stream remembers some thousand ids and has not seen so many by then.
GROWTH_OF_CALLS, GROWTH_OF_STREAMS = 4 * 1024, 10 * 1024
# A stream has a turn so often, in seconds, so that the machine is not the limit.
PACE = 2.0
PROGRAM = Path(__file__).parents[2] / "target" / "debug" / "qoder-cloud-emulator"


class Memory:
    """Resident memory over time, in KiB."""

    def __init__(self) -> None:
        self.samples: list[int] = []

    def sample(self) -> None:
        status = Path("/proc/self/status").read_text()
        self.samples.append(int(status.split("VmRSS:")[1].split()[0]))

    def row(self, what: str, growth: int) -> str:
        quarter = len(self.samples) // 4
        second = int(statistics.median(self.samples[quarter : 2 * quarter]))
        last = int(statistics.median(self.samples[3 * quarter :]))
        assert last - second <= growth, f"{what}: memory grew from {second} to {last} KiB"
        return f"| {what} | {second} KiB | {last} KiB | {max(self.samples)} KiB |"


def opened() -> tuple[int, int]:
    """Descriptors and threads."""
    return len(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task"))


async def cut(client: AsyncQoder, chance: random.Random) -> None:
    """Makes the next stream that is opened break after some frames."""
    rule = {
        "match": {"operation": "sessions.events.stream"},
        "action": {"drop_stream_after": chance.randint(1, 40)},
    }
    address = str(client.base_url).replace("/api/v1/cloud", "/_emulator/faults")
    await asyncio.to_thread(lambda: urlopen(Request(address, json.dumps(rule).encode())).close())


async def calls(client: AsyncQoder, agent: str) -> None:
    memory, left = Memory(), iter(range(CALLS))

    async def caller() -> None:
        for number in left:
            await client.agents.retrieve(agent)
            if number % (CALLS // 100) == 0:
                memory.sample()

    await asyncio.gather(*(caller() for _ in range(TOGETHER)))
    print(memory.row(f"Python, {CALLS} calls", GROWTH_OF_CALLS), flush=True)


async def follow(client: AsyncQoder, ids: tuple[str, str], number: int, seed: int, end: float) -> int:
    """Has one turn after the other; the emulator cuts the stream at a place of `seed`'s choice."""
    chance, turns = random.Random(seed + number), 0
    session = await client.sessions.create(agent=ids[0], environment_id=ids[1])
    await cut(client, chance)
    async with client.sessions.events.stream(session.id) as events:
        while time.monotonic() < end:
            if chance.randrange(4) == 0:
                await cut(client, chance)
            content = [{"type": "text", "text": f"{number} {turns}"}]
            await client.sessions.events.send(
                session.id, events=[{"type": "user.message", "content": content}]
            )
            answers = []
            async for event in events:
                if event.type == "agent.message":
                    answers.append(event.content[0].text)
                elif event.type == "session.status_idle":
                    break
            assert answers == [f"Echo: {number} {turns}"], answers
            turns += 1
            await asyncio.sleep(PACE)
    return turns


async def streams(client: AsyncQoder, agent: str, minutes: float, seed: int) -> None:
    environment = await client.environments.create(name="soak")
    memory, end = Memory(), time.monotonic() + minutes * 60

    async def sampled() -> None:
        while True:
            memory.sample()
            await asyncio.sleep(minutes * 0.6)

    sampling = asyncio.ensure_future(sampled())
    ids = (agent, environment.id)
    turns = await asyncio.gather(*(follow(client, ids, number, seed, end) for number in range(STREAMS)))
    sampling.cancel()
    print(memory.row(f"Python, {STREAMS} streams, {sum(turns)} turns", GROWTH_OF_STREAMS), flush=True)


async def soak(told: dict[str, str], minutes: float, seed: int) -> None:
    options = {"base_url": told["base_url"], "token": told["token"]}
    # What is made once in a process is no leak: the pool of asyncio's threads is filled too.
    async with AsyncQoder(**options) as client:
        await client.models.list()
        await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.05) for _ in range(64)))
    before = opened()
    async with AsyncQoder(**options) as client:
        agent = (await client.agents.create(name="soak", model="auto")).id
        await calls(client, agent)
        await streams(client, agent, minutes, seed)
    del client
    for _ in range(500):
        gc.collect()
        if all(now <= then for now, then in zip(opened(), before)):
            break
        await asyncio.sleep(0.01)
    print(f"| Python, descriptors and threads | {before} before | {opened()} after | |")
    assert all(now <= then for now, then in zip(opened(), before)), "something is still open"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with subprocess.Popen([PROGRAM, "--port", "0"], stdout=subprocess.PIPE) as emulator:
        assert emulator.stdout is not None
        try:
            asyncio.run(soak(json.loads(emulator.stdout.readline()), options.minutes, options.seed))
        finally:
            emulator.kill()


if __name__ == "__main__":
    main()
