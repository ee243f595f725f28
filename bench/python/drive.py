"""Drives one client through one case in this process and prints one JSON line.

    python drive.py --base URL --client qca-sync --case get --seconds 3
    python drive.py --base URL --client aiohttp --case get --concurrency 128 --uvloop
    python drive.py --base URL --client qoder-async --case streams --concurrency 200 --events 200

Cases: get (one agent per operation), list (`--pages` pages of 100), events and streams (`--events` each),
first (import, client, first call), slow (memory of streams whose reader is slower than the server).
Synchronous clients share one instance between `--concurrency` threads. Processor time and memory are this
process's own, all threads included.
"""

from __future__ import annotations

import argparse
import asyncio
import inspect
import json
import resource
import sys
import threading
import time
from array import array
from collections.abc import AsyncIterator
from typing import Any

from adapters import ADAPTERS

# Clients that put messages together show fewer updates than the events they have read.
MERGING = "-updates"

Line = dict[str, Any]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--client", required=True, choices=sorted(ADAPTERS))
    parser.add_argument(
        "--case", required=True, choices=["get", "list", "events", "streams", "first", "slow"]
    )
    parser.add_argument("--base", required=True)
    parser.add_argument("--concurrency", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--uvloop", action="store_true")
    return parser.parse_args()


def processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def memory_mb(name: str) -> float | None:
    """Resident memory: `VmHWM` for the peak, `VmRSS` for now. Linux only."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith(name + ":"))
    except OSError:
        return None


class Meter:
    """Counts operations from `start` on; safe in threads, since appending is atomic.

    In arrays, because objects would take more memory than many a client.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.latencies = array("d")
        self.counts = array("L")

    def start(self) -> None:
        self.processor, self.begin = processor_seconds(), time.perf_counter()
        self.end = self.begin + self.seconds

    def running(self) -> bool:
        return time.perf_counter() < self.end

    def tick(self, since: float, count: int = 1) -> None:
        self.latencies.append(time.perf_counter() - since)
        self.counts.append(count)

    def report(self) -> Line:
        wall, used = time.perf_counter() - self.begin, processor_seconds() - self.processor
        memory = memory_mb("VmHWM")
        times, count = sorted(self.latencies), sum(self.counts)

        def rank(share: float) -> float:
            return 1000 * times[min(len(times) - 1, int(share * len(times)))]

        return {
            "ops": count,
            "ops_per_s": count / wall,
            "p50_ms": rank(0.5),
            "p99_ms": rank(0.99),
            "cpu_s_per_1k": 1000 * used / count,
            "rss_mb": memory,
        }


def operate(client: Any, options: argparse.Namespace) -> int:
    if options.case == "get":
        client.get()
        return 1
    if options.case == "list":
        return sum(1 for _ in client.items(options.pages))
    shown = sum(1 for _ in client.events(options.events))
    return options.events if options.client.endswith(MERGING) else shown


def repeat(client: Any, options: argparse.Namespace) -> Line:
    meter = Meter(options.seconds)
    failures: list[BaseException] = []
    ready = threading.Barrier(options.concurrency, action=meter.start)

    def worker() -> None:
        try:
            for _ in range(20):
                client.get()
            ready.wait()
            while True:
                since = time.perf_counter()
                meter.tick(since, operate(client, options))
                if not meter.running():
                    return
        except BaseException as failure:
            failures.append(failure)
            ready.abort()

    if options.concurrency == 1:
        worker()
    else:
        threads = [threading.Thread(target=worker) for _ in range(options.concurrency)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if failures:
        raise failures[0]
    return meter.report()


async def count(stream: AsyncIterator[Any]) -> int:
    total = 0
    async for _ in stream:
        total += 1
    return total


async def operate_async(client: Any, options: argparse.Namespace) -> int:
    if options.case == "get":
        await client.get()
        return 1
    if options.case == "list":
        return await count(client.items(options.pages))
    shown = await count(client.events(options.events))
    return options.events if options.client.endswith(MERGING) else shown


async def repeat_async(client: Any, options: argparse.Namespace) -> Line:
    meter = Meter(options.seconds)

    async def warm_up() -> None:
        for _ in range(2):
            await client.get()

    async def worker() -> None:
        while True:
            since = time.perf_counter()
            meter.tick(since, await operate_async(client, options))
            if not meter.running():
                return

    await asyncio.gather(*(warm_up() for _ in range(options.concurrency)))
    meter.start()
    await asyncio.gather(*(worker() for _ in range(options.concurrency)))
    return meter.report()


def growth(before: float | None, ops: int, options: argparse.Namespace) -> Line:
    after = memory_mb("VmRSS")
    if before is None or after is None:
        raise SystemExit("this system does not tell resident memory")
    return {"ops": ops, "kb_per_stream": 1024 * (after - before) / options.concurrency}


def slow(client: Any, options: argparse.Namespace) -> Line:
    # What is loaded once is not the memory of a stream.
    sum(1 for _ in client.events(20))
    before, ops = memory_mb("VmRSS"), 0
    streams = [client.events(options.events) for _ in range(options.concurrency)]
    end = time.perf_counter() + options.seconds
    while time.perf_counter() < end:
        for stream in streams:
            next(stream)
            ops += 1
        time.sleep(0.02)
    line = growth(before, ops, options)
    for stream in streams:
        stream.close()
    return line


async def slow_async(client: Any, options: argparse.Namespace) -> Line:
    await count(client.events(20))
    before, ops = memory_mb("VmRSS"), 0
    streams = [client.events(options.events) for _ in range(options.concurrency)]
    end = time.perf_counter() + options.seconds
    while time.perf_counter() < end:
        for stream in streams:
            await anext(stream)
            ops += 1
        await asyncio.sleep(0.02)
    line = growth(before, ops, options)
    for stream in streams:
        await stream.aclose()
    return line


async def run_async(kind: Any, options: argparse.Namespace) -> Line:
    client = kind(options.base)
    try:
        if options.case == "first":
            await client.get()
            return {}
        return await (slow_async if options.case == "slow" else repeat_async)(client, options)
    finally:
        await client.close()


def run_sync(kind: Any, options: argparse.Namespace) -> Line:
    client = kind(options.base)
    try:
        if options.case == "first":
            client.get()
            return {}
        return (slow if options.case == "slow" else repeat)(client, options)
    finally:
        client.close()


def run(options: argparse.Namespace) -> Line:
    kind = ADAPTERS[options.client]
    if not inspect.iscoroutinefunction(kind.get):
        return run_sync(kind, options)
    if options.uvloop:
        import uvloop

        return uvloop.run(run_async(kind, options))
    return asyncio.run(run_async(kind, options))


def main() -> None:
    options = arguments()
    begin, processor = time.perf_counter(), processor_seconds()
    line = run(options)
    if options.case == "first":
        line = {
            "first_ms": 1000 * (time.perf_counter() - begin),
            "cpu_ms": 1000 * (processor_seconds() - processor),
            "rss_mb": memory_mb("VmHWM"),
            "modules": len(sys.modules),
        }
    name = options.client + ("+uvloop" if options.uvloop else "")
    print(json.dumps({"client": name, "case": options.case, "concurrency": options.concurrency, **line}))


if __name__ == "__main__":
    main()
