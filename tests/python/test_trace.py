"""Spans of programs that use OpenTelemetry."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from conftest import Scene
from qoder_cloud import NotFoundError, Qoder
from qoder_cloud.emulator import Emulator

EXPORTER = InMemorySpanExporter()


@pytest.fixture(scope="module", autouse=True)
def tracing() -> None:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(EXPORTER))
    trace.set_tracer_provider(provider)


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    EXPORTER.clear()
    yield
    EXPORTER.clear()


def only() -> ReadableSpan:
    (span,) = EXPORTER.get_finished_spans()
    return span


def sent(emulator: Emulator, name: str = "traceparent") -> str | None:
    return dict(emulator.requests()[-1]["headers"]).get(name)


def test_a_call_is_a_span_that_continues_the_callers_trace(emulator: Emulator, client: Qoder) -> None:
    action = {"status": 429, "headers": {"retry-after-ms": "1"}}
    busy = {"match": {"operation": "agents.create"}, "times": 1, "action": action}
    emulator.faults([busy])
    with trace.get_tracer("test").start_as_current_span("outer") as outer:
        client.agents.create(name="a", model="auto")
    inner, finished_outer = EXPORTER.get_finished_spans()
    context = inner.context
    assert inner.parent and context
    assert inner.parent.span_id == outer.get_span_context().span_id
    assert finished_outer.name == "outer"
    assert (inner.name, inner.kind) == ("agents.create", SpanKind.CLIENT)
    attributes = dict(inner.attributes or {})
    port = int(emulator.base_url.split(":")[2].split("/")[0])
    assert attributes.pop("qoder.request_id")
    assert attributes == {
        "http.request.method": "POST",
        "url.template": "/agents",
        "server.address": "127.0.0.1",
        "server.port": port,
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
    }
    assert (sent(emulator) or "").startswith(f"00-{context.trace_id:032x}-{context.span_id:016x}-")


def test_a_failure_marks_its_span_and_no_secret_shows(emulator: Emulator, client: Qoder) -> None:
    with pytest.raises(NotFoundError):
        client.agents.retrieve("agent_secret", extra_query={"key": "secret"}, extra_headers={"x": "secret"})
    span = only()
    attributes = dict(span.attributes or {})
    assert span.status.status_code is StatusCode.ERROR
    assert (attributes["error.type"], attributes["http.response.status_code"]) == ("404", 404)
    assert attributes["url.template"] == "/agents/{agent_id}"
    assert "secret" not in span.to_json()
    assert emulator.token not in span.to_json()


def test_a_lost_connection_marks_its_span(client: Qoder) -> None:
    lost = client.with_options(base_url="http://127.0.0.1:1", max_retries=0)
    with pytest.raises(Exception, match="no connection"):
        lost.models.list().data  # noqa: B018
    assert dict(only().attributes or {})["error.type"] == "APIConnectionError"


def test_asynchronous_calls_streams_downloads_and_pages_have_spans(emulator: Emulator) -> None:
    async def main() -> None:
        async with emulator.async_client() as client:
            environment = await client.environments.create(name="e", config={"type": "cloud"})
            agent = await client.agents.create(name="a", model="auto")
            await client.agents.create(name="b", model="auto")
            session = await client.sessions.create(agent=agent.id, environment_id=environment.id)
            skill = await client.skills.create(files=[("s/SKILL.md", b"---\nname: s\ndescription: d\n---\n")])
            versions = await client.skills.versions.list(skill.id)
            EXPORTER.clear()
            assert [found.name async for found in client.agents.list(limit=1)] == ["b", "a"]
            await client.agents.list()
            async with client.sessions.events.stream(session.id):
                pass
            await (await client.skills.versions.download(skill.id, versions.data[0].version)).read()
            await client.get("/models", query={"limit": 1})
            rule = {"match": {"operation": "models.list"}, "times": 1, "action": {"delay_ms": 60_000}}
            emulator.faults([rule])
            task = asyncio.ensure_future(client.models.list()._fetched())
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.sleep(0)

    asyncio.run(main())
    spans = EXPORTER.get_finished_spans()
    names = [
        "agents.list",
        "agents.list",
        "agents.list",
        "sessions.events.stream",
        "skills.versions.download",
    ]
    assert [span.name for span in spans] == [*names, "GET", "models.list"]
    assert "url.template" not in dict(spans[-2].attributes or {})
    (asked,) = (one for one in emulator.requests() if one["operation"] == "skills.versions.download")
    trace = next(span.context for span in spans if span.name == "skills.versions.download")
    assert trace
    assert dict(asked["headers"])["traceparent"].split("-")[1] == f"{trace.trace_id:032x}"
    assert dict(spans[-1].attributes or {})["error.type"] == "CancelledError"


def test_a_turn_is_one_span_that_all_its_calls_carry(scene: Scene) -> None:
    async def twice() -> None:
        await scene.twin.sessions.run(scene.session, "hello")
        turn = scene.twin.sessions.run(scene.session, "again")
        async for _ in turn:
            break
        await turn.close()

    EXPORTER.clear()
    scene.client.sessions.run(scene.session, "hello").result()
    asyncio.run(twice())
    spans = EXPORTER.get_finished_spans()
    assert [span.name for span in spans] == ["sessions.run"] * 3
    ends = [dict(span.attributes or {}).get("error.type") for span in spans]
    assert ends == [None, None, "abandoned"]
    carried = [dict(request["headers"]).get("traceparent", "") for request in scene.emulator.requests()]
    assert all(carried)
    assert {header.split("-")[1] for header in carried} == {
        f"{span.context.trace_id:032x}" for span in spans if span.context
    }


def test_nobody_pays_who_does_not_use_it(emulator: Emulator) -> None:
    code = (
        "import sys, qoder_cloud; qoder_cloud.Qoder().models.list().data;"
        "print(sorted(name for name in sys.modules if 'opentelemetry' in name or name.endswith('_trace')))"
    )
    environment = {"QODER_BASE_URL": emulator.base_url, "QODER_ACCESS_TOKEN": emulator.token, "PATH": ""}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment, text=True) == "[]\n"
