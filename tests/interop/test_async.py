import asyncio

import httpx
import qca

from conftest import say


def test_the_asynchronous_client_does_the_same(emulator, session):
    async def turn():
        http = httpx.AsyncClient(trust_env=False)
        async with qca.AsyncManaged(
            access_token=emulator.token, base_url=emulator.base_url, http_client=http
        ) as sdk:
            names = [agent.name async for agent in sdk.agents.list(limit=1)]
            async with await sdk.sessions.events.stream(session.id, event_deltas=["agent.message"]) as events:
                await sdk.sessions.events.send(session.id, events=say("hello"))
                kinds = []
                async for event in events:
                    kinds.append(event.type)
                    if event.type == "session.status_idle":
                        break
        return names, kinds

    names, kinds = asyncio.run(turn())
    assert names == ["a"]
    assert "event_delta" in kinds
