"""What the type checkers know of answers; they read this, nobody runs it."""

from __future__ import annotations

from typing import Any

from typing_extensions import assert_type

from qoder_cloud import AsyncQoder, Qoder
from qoder_cloud._files import Download
from qoder_cloud._pagination import AsyncPage, Page
from qoder_cloud._raw import (
    AsyncBodyReader,
    AsyncStreamingResponse,
    BodyReader,
    RawResponse,
    StreamingResponse,
)
from qoder_cloud.types.agents import Agent
from qoder_cloud.types.events import SessionEvent
from qoder_cloud.types.files import FileMetadata


def synchronous(client: Qoder) -> None:
    raw = client.agents.with_raw_response.create(name="a", model="auto", timeout=3)
    assert_type(raw, RawResponse[Agent])
    assert_type(raw.parse(), Agent)
    assert_type(client.agents.with_raw_response.list(limit=3).parse(), Page[Agent])
    events = client.sessions.with_raw_response.events.list("s", limit=3)
    assert_type(events.parse().data, list[SessionEvent])
    assert_type(client.files.with_raw_response.upload(file=b"x", progress=True).parse(), FileMetadata)
    assert_type(client.files.with_raw_response.download("f"), RawResponse[Any])
    assert_type(client.files.download("f"), Download)
    streamed = client.agents.with_streaming_response.retrieve("a")
    assert_type(streamed, StreamingResponse)
    with streamed as response:
        assert_type(response, BodyReader)
    client.agents.with_raw_response.create(nmae="a", model="auto")  # type: ignore[call-arg]
    client.agents.with_raw_response.retrieve(3)  # type: ignore[arg-type]


async def asynchronous(client: AsyncQoder) -> None:
    raw = await client.agents.with_raw_response.create(name="a", model="auto")
    assert_type(raw, RawResponse[Agent])
    assert_type(raw.parse(), Agent)
    page = await client.agents.with_raw_response.list()
    assert_type(page.parse(), AsyncPage[Agent])
    streamed = client.agents.with_streaming_response.retrieve("a")
    assert_type(streamed, AsyncStreamingResponse)
    async with streamed as response:
        assert_type(response, AsyncBodyReader)
