"""One adapter per client: the same few operations on each client's own API.

An adapter reads what a caller would: an agent's id and name, an event's type or a delta's text. Packages
are imported where a client is made, so that the case `first` sees what they cost.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

STREAM = "sessions/s1/events/stream?events={}"
HEADERS = {"Authorization": "Bearer pt-x", "Accept": "application/json"}


def touch(event: Any) -> Any:
    """Reads an event held as an object."""
    return event.delta.content.text if event.type == "event_delta" else event.type


def touch_dict(event: dict[str, Any]) -> Any:
    """Reads an event held as dictionaries."""
    return event["delta"]["content"]["text"] if event["type"] == "event_delta" else event["type"]


def walk(fetch: Callable[[dict[str, Any]], Any]) -> Iterator[str]:
    """Follows `next_page` over pages held as dictionaries."""
    cursor: dict[str, Any] = {}
    while True:
        page = json.loads(fetch(cursor))
        for agent in page["data"]:
            yield agent["id"]
        if not page["has_more"]:
            return
        cursor = {"page": page["next_page"]}


class QoderSync:
    prefetch = False

    def __init__(self, base: str) -> None:
        from qoder_cloud import Qoder

        self.client = Qoder(token="pt-x", base_url=base)

    def get(self) -> tuple[str, str]:
        agent = self.client.agents.retrieve("a1")
        return agent.id, agent.name

    def items(self, pages: int) -> Iterator[str]:
        for agent in self.client.agents.list(
            limit=100, prefetch=self.prefetch, extra_query={"pages": str(pages)}
        ):
            yield agent.id

    def events(self, count: int) -> Iterator[str]:
        with self.client.sessions.events.stream("s1", extra_query={"events": str(count)}) as events:
            for event in events:
                yield touch(event)

    def close(self) -> None:
        self.client.close()


class QoderSyncPrefetch(QoderSync):
    prefetch = True


class QoderSyncUpdates(QoderSync):
    """Has messages put together from their pieces."""

    def events(self, count: int) -> Iterator[str]:
        with self.client.sessions.events.stream("s1", extra_query={"events": str(count)}) as events:
            for update in events.updates():
                yield update.text


class QoderAsync:
    prefetch = False

    def __init__(self, base: str) -> None:
        from qoder_cloud import AsyncQoder

        self.client = AsyncQoder(token="pt-x", base_url=base)

    async def get(self) -> tuple[str, str]:
        agent = await self.client.agents.retrieve("a1")
        return agent.id, agent.name

    async def items(self, pages: int) -> AsyncIterator[str]:
        query = {"pages": str(pages)}
        async for agent in self.client.agents.list(limit=100, prefetch=self.prefetch, extra_query=query):
            yield agent.id

    async def events(self, count: int) -> AsyncIterator[str]:
        async with self.client.sessions.events.stream("s1", extra_query={"events": str(count)}) as events:
            async for event in events:
                yield touch(event)

    async def close(self) -> None:
        await self.client.close()


class QoderAsyncPrefetch(QoderAsync):
    prefetch = True


class QoderAsyncUpdates(QoderAsync):
    """Has messages put together from their pieces."""

    async def events(self, count: int) -> AsyncIterator[str]:
        async with self.client.sessions.events.stream("s1", extra_query={"events": str(count)}) as events:
            async for update in events.updates():
                yield update.text


class QcaSync:
    def __init__(self, base: str) -> None:
        from qca import Managed

        self.client = Managed(access_token="pt-x", base_url=base)

    def get(self) -> tuple[str, str]:
        agent = self.client.agents.retrieve("a1")
        return agent.id, agent.name

    def items(self, pages: int) -> Iterator[str]:
        for agent in self.client.agents.list(limit=100, extra_query={"pages": pages}):
            yield agent.id

    def events(self, count: int) -> Iterator[str]:
        with self.client.sessions.events.stream("s1", extra_query={"events": count}) as events:
            for event in events:
                yield touch(event)

    def close(self) -> None:
        self.client.close()


class QcaAsync:
    def __init__(self, base: str) -> None:
        from qca import AsyncManaged

        self.client = AsyncManaged(access_token="pt-x", base_url=base)

    async def get(self) -> tuple[str, str]:
        agent = await self.client.agents.retrieve("a1")
        return agent.id, agent.name

    async def items(self, pages: int) -> AsyncIterator[str]:
        async for agent in self.client.agents.list(limit=100, extra_query={"pages": pages}):
            yield agent.id

    async def events(self, count: int) -> AsyncIterator[str]:
        async with await self.client.sessions.events.stream("s1", extra_query={"events": count}) as events:
            async for event in events:
                yield touch(event)

    async def close(self) -> None:
        await self.client.close()


class HttpxSync:
    def __init__(self, base: str) -> None:
        import httpx

        self.client = httpx.Client(base_url=base, headers=HEADERS, timeout=600)

    def get(self) -> tuple[str, str]:
        agent = json.loads(self.client.get("agents/a1").content)
        return agent["id"], agent["name"]

    def items(self, pages: int) -> Iterator[str]:
        query = {"limit": 100, "pages": pages}
        return walk(lambda cursor: self.client.get("agents", params=query | cursor).content)

    def events(self, count: int) -> Iterator[str]:
        with self.client.stream("GET", STREAM.format(count)) as response:
            for line in response.iter_lines():
                if line.startswith("data: "):
                    yield touch_dict(json.loads(line[6:]))

    def close(self) -> None:
        self.client.close()


class Requests:
    def __init__(self, base: str) -> None:
        import requests

        self.base = base
        self.client = requests.Session()
        self.client.headers.update(HEADERS)

    def get(self) -> tuple[str, str]:
        agent = json.loads(self.client.get(self.base + "agents/a1").content)
        return agent["id"], agent["name"]

    def items(self, pages: int) -> Iterator[str]:
        query = {"limit": 100, "pages": pages}
        return walk(lambda cursor: self.client.get(self.base + "agents", params=query | cursor).content)

    def events(self, count: int) -> Iterator[str]:
        with self.client.get(self.base + STREAM.format(count), stream=True) as response:
            for line in response.iter_lines(chunk_size=16384, decode_unicode=True):
                if line.startswith("data: "):
                    yield touch_dict(json.loads(line[6:]))

    def close(self) -> None:
        self.client.close()


class HttpxAsync:
    def __init__(self, base: str) -> None:
        import httpx

        limits = httpx.Limits(max_connections=None)
        self.client = httpx.AsyncClient(base_url=base, headers=HEADERS, timeout=600, limits=limits)

    async def get(self) -> tuple[str, str]:
        agent = json.loads((await self.client.get("agents/a1")).content)
        return agent["id"], agent["name"]

    async def events(self, count: int) -> AsyncIterator[str]:
        async with self.client.stream("GET", STREAM.format(count)) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: "):
                    yield touch_dict(json.loads(line[6:]))

    async def close(self) -> None:
        await self.client.aclose()


class Aiohttp:
    def __init__(self, base: str) -> None:
        import aiohttp

        self.base = base
        self.client = aiohttp.ClientSession(headers=HEADERS, connector=aiohttp.TCPConnector(limit=0))

    async def get(self) -> tuple[str, str]:
        async with self.client.get(self.base + "agents/a1") as response:
            agent = json.loads(await response.read())
        return agent["id"], agent["name"]

    async def events(self, count: int) -> AsyncIterator[str]:
        async with self.client.get(self.base + STREAM.format(count)) as response:
            async for line in response.content:
                if line.startswith(b"data: "):
                    yield touch_dict(json.loads(line[6:]))

    async def close(self) -> None:
        await self.client.close()


ADAPTERS: dict[str, Any] = {
    "qoder-sync": QoderSync,
    "qoder-sync-prefetch": QoderSyncPrefetch,
    "qoder-sync-updates": QoderSyncUpdates,
    "qoder-async": QoderAsync,
    "qoder-async-prefetch": QoderAsyncPrefetch,
    "qoder-async-updates": QoderAsyncUpdates,
    "qca-sync": QcaSync,
    "qca-async": QcaAsync,
    "httpx-sync": HttpxSync,
    "httpx-async": HttpxAsync,
    "requests": Requests,
    "aiohttp": Aiohttp,
}
