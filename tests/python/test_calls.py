"""Calls beyond what scenarios say: arguments, raw responses, files, pages, streams, tokens."""

from __future__ import annotations

import asyncio
import io
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

import qoder_cloud
from conftest import Scene, answer
from qoder_cloud import NOT_GIVEN, APIError, InvalidArgumentError, NotFoundError, Qoder, QoderError
from qoder_cloud._loop import completions
from qoder_cloud.emulator import Emulator


@pytest.mark.parametrize(
    ("arguments", "param"),
    [
        ({"name": 3, "model": "auto"}, "name"),
        ({"name": "a", "model": "auto", "tools": "all"}, "tools"),
        ({"name": "a", "model": "auto", "metadata": {"a": 1}}, "metadata[...]"),
        ({"name": "a", "model": object()}, "model"),
        ({"name": "a", "model": "auto", "nmae": "b"}, "nmae"),
        ({"name": "a", "model": "auto", "timeout": "soon"}, "timeout"),
        ({"name": "a", "model": "auto", "timeout": -1}, "timeout"),
        ({"name": "a", "model": "auto", "extra_headers": {"a": 1}}, "extra_headers"),
        ({"name": "a", "model": "auto", "betas": "one"}, "betas"),
    ],
)
def test_wrong_arguments_are_named_and_nothing_is_sent(
    emulator: Emulator, client: Qoder, arguments: Any, param: str
) -> None:
    with pytest.raises(QoderError) as caught:
        client.agents.create(**arguments)
    assert f"`{param}" in str(caught.value)
    assert emulator.requests() == []


def test_times_without_a_zone_are_named_and_others_are_sent(emulator: Emulator, client: Qoder) -> None:
    vault = client.vaults.create(display_name="v")
    auth: dict[str, Any] = {
        "type": "mcp_oauth",
        "mcp_server_url": "https://mcp.example.com",
        "access_token": "t",
        "expires_at": datetime(2030, 1, 1),
    }
    sent = len(emulator.requests())
    with pytest.raises(InvalidArgumentError, match="`auth.expires_at` has no time zone"):
        client.vaults.credentials.create(vault.id, display_name="c", auth=auth)  # type: ignore[arg-type]
    assert len(emulator.requests()) == sent
    auth["expires_at"] = datetime(2030, 1, 1, tzinfo=timezone.utc)
    client.vaults.credentials.create(vault.id, display_name="c", auth=auth)  # type: ignore[arg-type]
    assert emulator.requests()[-1]["body"]["auth"]["expires_at"] == "2030-01-01T00:00:00Z"


def test_times_without_a_zone_are_named_wherever_they_stand(emulator: Emulator, client: Qoder) -> None:
    zoneless = {"since": [datetime(2030, 1, 1)]}
    ways: list[tuple[str, Callable[[], object]]] = [
        ("body.since[0]", lambda: client.post("/agents", body=zoneless)),
        ("extra_body.since[0]", lambda: client.agents.create(name="n", model="auto", extra_body=zoneless)),
        (
            "input[0].since[0]",
            lambda: client.sessions.run("sess_1", [{"type": "text", **zoneless}]).result(),  # type: ignore[list-item]
        ),
    ]
    for name, way in ways:
        with pytest.raises(InvalidArgumentError, match=re.escape(f"`{name}` has no time zone")):
            way()
    assert emulator.requests() == []


def test_wrong_query_arguments_are_named(emulator: Emulator, client: Qoder) -> None:
    wrong: list[tuple[str, Any]] = [
        ("limit", "20"),
        ("limit", True),
        ("include_archived", "yes"),
        ("created_at_gte", "2026-09-01"),
        ("created_at_gte", datetime(2026, 9, 1)),
        ("page", 3),
    ]
    for name, value in wrong:
        with pytest.raises(InvalidArgumentError, match=f"`{name}`") as caught:
            client.agents.list(**{name: value})
        assert isinstance(caught.value, (ValueError, TypeError))
    with pytest.raises(InvalidArgumentError, match="path value"):
        client.agents.retrieve(7)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="`statuses` must be a list"):
        client.sessions.list(statuses="idle")
    assert emulator.requests() == []


def test_absent_and_none_differ(emulator: Emulator, client: Qoder) -> None:
    agent = client.agents.create(name="a", model="auto", description="old", system="keep")
    client.agents.update(agent.id, version=1, description=None, system=NOT_GIVEN)
    assert emulator.requests()[-1]["body"] == {"version": 1, "description": None}
    assert not NOT_GIVEN
    assert pickle.loads(pickle.dumps(NOT_GIVEN)) is NOT_GIVEN


def test_errors_are_pickled_with_everything_they_know(client: Qoder) -> None:
    with pytest.raises(NotFoundError) as caught:
        client.agents.retrieve("agent_missing")
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(error) is NotFoundError
    assert str(error) == str(caught.value)
    assert (error.status_code, error.request_id) == (404, caught.value.request_id)
    assert error.attempts == 1
    assert error.operation == "agents.retrieve"


def test_causes_are_chained(client: Qoder) -> None:
    lost = client.with_options(base_url="http://127.0.0.1:1", max_retries=0)
    with pytest.raises(qoder_cloud.APIConnectionError) as caught:
        lost.models.list().data  # noqa: B018
    assert caught.value.__cause__ is not None
    assert caught.value.causes


def test_raw_and_streaming_responses(emulator: Emulator, client: Qoder) -> None:
    raw = client.models.with_raw_response.list()
    assert (raw.status_code, raw.attempts) == (200, 1)
    assert raw.headers["Content-Type"] == "application/json"
    assert raw.request_id
    assert raw.json()["data"][0]["id"] == raw.parse().data[0].id
    with client.models.with_streaming_response.list() as response:
        assert response.status_code == 200
        assert b"".join(response.iter_bytes()) == raw.content

    async def twin() -> None:
        async with emulator.async_client() as twin:
            raw = await twin.models.with_raw_response.list()
            assert raw.parse().data[0].id
            agent = await twin.agents.create(name="a", model="auto")
            assert (await twin.agents.with_raw_response.retrieve(agent.id)).parse() == agent
            async with await twin.agents.with_streaming_response.retrieve(agent.id) as response:
                assert agent.id.encode() in await response.read()

    asyncio.run(twin())


def test_pages(emulator: Emulator, client: Qoder) -> None:
    for n in range(5):
        client.agents.create(name=f"a{n}", model="auto")
    names = [f"a{n}" for n in reversed(range(5))]
    page = client.agents.list(limit=2)
    assert repr(page) == "Page(not fetched)"
    assert [item.name for item in page] == names
    assert [item.name for item in page] == names
    assert [item.name for item in client.agents.list(limit=2, prefetch=True)] == names
    assert [len(one.data) for one in client.agents.list(limit=2).iter_pages()] == [2, 2, 1]
    last = page.get_next_page().get_next_page()
    assert not last.has_next_page()
    with pytest.raises(IndexError):
        last.get_next_page()

    async def twin() -> None:
        async with emulator.async_client() as twin:
            page = await twin.agents.list(limit=2)
            assert [item.name async for item in page] == names
            assert [item.name async for item in twin.agents.list(limit=2, prefetch=True)] == names
            assert [len(one.data) async for one in twin.agents.list(limit=2).iter_pages()] == [2, 2, 1]
            assert page.has_next_page()
            assert len((await page.get_next_page()).data) == 2
            with pytest.raises(RuntimeError, match="await it first"):
                twin.agents.list().data  # noqa: B018

    asyncio.run(twin())


def test_an_iteration_requests_each_page_once(emulator: Emulator, client: Qoder) -> None:
    for n in range(5):
        client.agents.create(name=f"a{n}", model="auto")
    emulator.forget_requests()
    list(client.agents.list(limit=2))
    assert len(emulator.requests()) == 3


def test_files_of_every_kind_are_uploaded(emulator: Emulator, client: Qoder, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"hello")
    with path.open("rb") as opened:
        files: list[Any] = [
            path,
            str(path),
            opened,
            ("notes.txt", b"hello"),
            ("notes.txt", path, "text/plain"),
        ]
        files.append(("notes.txt", io.BytesIO(b"hello")))
        for file in files:
            assert client.files.upload(file=file).filename == "notes.txt"
    for seen in emulator.requests():
        (part,) = seen["body"]["parts"]
        assert (part["filename"], part["text"], part["content_type"]) == ("notes.txt", "hello", "text/plain")
    with pytest.raises(InvalidArgumentError, match="binary mode"):
        client.files.upload(file=io.StringIO("text"))  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="`file` must be a path"):
        client.files.upload(file=7)  # type: ignore[arg-type]


def test_a_skill_is_uploaded_from_a_folder(emulator: Emulator, client: Qoder, tmp_path: Path) -> None:
    folder = tmp_path / "changelog"
    (folder / "examples").mkdir(parents=True)
    (folder / "SKILL.md").write_text("---\nname: changelog\ndescription: Writes.\n---\n")
    (folder / "examples" / "one.md").write_text("- done\n")
    assert client.skills.create(files=folder).id.startswith("skill_")
    names = [part["filename"] for part in emulator.requests()[-1]["body"]["parts"]]
    assert names == ["changelog/SKILL.md", "changelog/examples/one.md"]


def artifact(emulator: Emulator, client: Qoder) -> str:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)
    with client.sessions.events.stream(session.id) as events:
        text = "deliver the artifact summary.md"
        client.sessions.events.send(
            session.id, events=[{"type": "user.message", "content": [{"type": "text", "text": text}]}]
        )
        for event in events:
            if event.type == "agent.artifact_delivered":
                return event.file_id
    raise AssertionError("nothing was delivered")


def test_downloads(emulator: Emulator, client: Qoder, tmp_path: Path) -> None:
    file_id = artifact(emulator, client)
    download = client.files.download(file_id)
    content = download.read()
    assert content
    assert (download.filename, bool(download.content_type)) == ("summary.md", True)
    with client.files.download(file_id) as again:
        assert b"".join(again.iter_bytes()) == content
    path = tmp_path / "summary.md"
    assert client.files.download(file_id).write_to_file(path) == len(content)
    assert path.read_bytes() == content
    with pytest.raises(QoderError, match="closed"):
        download.read()
    with pytest.raises(InvalidArgumentError, match="`path`: a path is needed, not int"):
        download.write_to_file(7)  # type: ignore[arg-type]

    async def twin() -> None:
        async with emulator.async_client() as twin, await twin.files.download(file_id) as download:
            assert b"".join([piece async for piece in download.iter_bytes()]) == content
            other = await twin.files.download(file_id)
            assert await other.write_to_file(path) == len(content)

    asyncio.run(twin())


def test_a_stream_knows_the_last_event_read(emulator: Emulator, client: Qoder) -> None:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    with client.sessions.events.stream(session.id, event_deltas=["agent.message"]) as events:
        assert events.last_event_id is None
        client.sessions.events.send(session.id, events=[message])
        for event in events:
            if event.type == "event_delta":
                assert events.last_event_id == event.event_id
            elif event.type == "event_start":
                assert events.last_event_id == event.event.id
            else:
                assert events.last_event_id == event.to_dict()["id"]
            assert event.request_id == events.request_id
            if event.type == "session.status_idle":
                break

    async def twin() -> list[str]:
        async with emulator.async_client() as twin:
            kinds: list[str] = []
            async with twin.sessions.events.stream(session.id) as events:
                await twin.sessions.events.send(session.id, events=[message])
                async for event in events:
                    kinds.append(event.type)
                    assert events.last_event_id == event.to_dict()["id"]
                    if event.type == "session.status_idle":
                        return kinds
        raise AssertionError("the stream ended early")

    assert len(asyncio.run(twin())) == 10


def test_a_reader_that_is_cancelled_loses_no_event(emulator: Emulator, client: Qoder) -> None:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}

    async def main() -> list[str]:
        read: list[str] = []
        async with emulator.async_client() as twin, twin.sessions.events.stream(session.id) as events:
            await twin.sessions.events.send(session.id, events=[message])
            while "session.status_idle" not in read:
                next_event = asyncio.ensure_future(events.__anext__())
                # The event may be on its way to the reader when the reader is told to stop.
                await asyncio.sleep(0)
                next_event.cancel()
                try:
                    read.append((await next_event).type)
                except asyncio.CancelledError:
                    await asyncio.sleep(0.001)
        return read

    assert len(asyncio.run(main())) == 10


@pytest.mark.parametrize("closed", [True, False])
def test_readers_that_are_cancelled_leave_nothing_behind(
    emulator: Emulator, client: Qoder, closed: bool
) -> None:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)

    async def main() -> None:
        async with emulator.async_client() as twin:
            events = await twin.sessions.events.stream(session.id)
            queue = completions(asyncio.get_running_loop())
            for _ in range(10):
                reader = asyncio.ensure_future(events.__anext__())
                await asyncio.sleep(0)
                reader.cancel()
                await asyncio.gather(reader, return_exceptions=True)
                # There is the task that reads, and who has left is told with the next one.
                await until(lambda: len(queue) <= 2)
            if closed:
                await events.close()
            del events, reader
            await until(lambda: len(queue) == 0)

    async def until(true: Any) -> None:
        async def turn() -> None:
            while not true():
                await asyncio.sleep(0)

        await asyncio.wait_for(turn(), 20)

    asyncio.run(main())


def test_a_closed_stream_ends(emulator: Emulator, client: Qoder) -> None:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)

    async def main() -> list[Any]:
        async with emulator.async_client() as twin:
            events = await twin.sessions.events.stream(session.id)
            reader = asyncio.ensure_future(anext_or_end(events))
            await asyncio.sleep(0.05)
            await events.close()
            return [await reader, [event async for event in events]]

    async def anext_or_end(events: Any) -> Any:
        return [event async for event in events]

    assert asyncio.run(main()) == [[], []]


def test_tokens_come_from_functions(emulator: Emulator) -> None:
    asked = []

    def provider() -> str:
        asked.append(True)
        return emulator.token

    with emulator.client(token=provider) as client:
        answer(emulator, "agents.list", "", status=503)
        assert client.agents.list().data == []
    assert len(asked) == 2

    async def later() -> str:
        await asyncio.sleep(0)
        return provider()

    async def twin() -> None:
        async with emulator.async_client(token=later) as client:
            await asyncio.gather(*(client.models.list() for _ in range(5)))
        async with emulator.async_client(token=provider) as client:
            await client.models.list()

    asyncio.run(twin())
    assert len(asked) == 8
    with pytest.raises(QoderError, match="needs AsyncQoder"):
        emulator.client(token=later).models.list().data  # noqa: B018


def test_a_provider_that_fails_fails_the_call(emulator: Emulator) -> None:
    def broken() -> str:
        raise OSError("the vault is locked")

    with pytest.raises(QoderError, match="the vault is locked"):
        emulator.client(token=broken).models.list().data  # noqa: B018

    async def twin() -> None:
        async with emulator.async_client(token=broken) as client:
            await client.models.list()

    with pytest.raises(QoderError, match="the vault is locked"):
        asyncio.run(twin())
    assert emulator.requests() == []


def test_an_error_in_a_stream_says_where_to_resume(emulator: Emulator, client: Qoder) -> None:
    agent = client.agents.create(name="a", model="auto")
    environment = client.environments.create(name="e", config={"type": "cloud"})
    session = client.sessions.create(agent=agent.id, environment_id=environment.id)
    match = {"operation": "sessions.events.stream"}
    emulator.faults([{"match": match, "action": {"drop_stream_after": 2}}])
    message: Any = {"type": "user.message", "content": [{"type": "text", "text": "hello"}]}
    with client.sessions.events.stream(session.id, resume=False) as events:
        client.sessions.events.send(session.id, events=[message])
        read = []
        with pytest.raises(APIError) as caught:
            for event in events:
                read.append(event)
    assert len(read) == 2
    assert caught.value.last_event_id == events.last_event_id == read[-1].to_dict()["id"]


def test_the_plugin_points_the_environment_at_its_emulator(qoder_emulator: Emulator) -> None:
    assert Qoder().base_url == qoder_emulator.base_url
    assert Qoder().models.list().data


def test_calls_are_told_to_logging(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    fault = {
        "match": {"operation": "agents.list"},
        "action": {"status": 503, "headers": {"retry-after-ms": "1"}},
    }
    client = emulator.client()
    client.models.list().data  # noqa: B018
    assert caplog.records == []
    emulator.faults([fault])
    with caplog.at_level("DEBUG", "qoder_cloud"):
        client.agents.list().data  # noqa: B018

        async def twin() -> None:
            await emulator.async_client().agents.list()

        asyncio.run(twin())
    told = [record.getMessage() for record in caplog.records if record.name == "qoder_cloud"]
    assert len(told) == 4
    assert told[0].startswith("agents.list: attempt failed, attempt 1")
    assert told[1].startswith("agents.list: waiting before the next attempt, attempt 1, seconds 0.001")
    assert told[2].startswith("agents.list: 200 in ")
    assert "attempts 2, request id " in told[2]
    assert emulator.token not in "".join(told)
    assert caplog.records[2].qoder["operation"] == "agents.list"  # type: ignore[attr-defined]


def test_the_calls_of_a_turn_are_told_one_by_one(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    def told() -> list[str]:
        operations = [record.getMessage().partition(":")[0] for record in caplog.records]
        caplog.clear()
        return operations

    async def twin() -> None:
        await scene.twin.sessions.run(scene.session, "hello")

    with caplog.at_level("INFO", "qoder_cloud"):
        scene.client.sessions.run(scene.session, "hello").result()
        assert told() == ["sessions.events.stream", "sessions.events.send"]
        asyncio.run(twin())
        assert told() == ["sessions.events.stream", "sessions.events.send"]


def test_a_level_writes_to_stderr(emulator: Emulator) -> None:
    program = "from qoder_cloud import Qoder; Qoder().models.list().data"
    environment = {
        "QODER_BASE_URL": emulator.base_url,
        "QODER_ACCESS_TOKEN": emulator.token,
        "QODER_LOG": "info",
    }
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert " INFO qoder_cloud: models.list: 200 in " in done.stderr
    with pytest.raises(QoderError, match="unknown log level 'loud'"):
        emulator.client(log="loud")


def test_an_emulator_says_which_port_it_cannot_have() -> None:
    for port in (-1, 65536):
        with pytest.raises(ValueError, match=f"`port` must be from 0 to 65535, not {port}"):
            Emulator(port=port)
