"""Clients: derived, copied and closed ones, and calls of endpoints that have no method."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

import pytest

from conftest import answer
from qoder_cloud import (
    APIResponseValidationError,
    APIStatusError,
    AsyncQoder,
    BadRequestError,
    InvalidArgumentError,
    NotFoundError,
    Qoder,
    QoderError,
)
from qoder_cloud.emulator import Emulator

Call = Callable[..., Any]


@pytest.fixture(params=[Qoder, AsyncQoder], ids=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def made(kind: Any, emulator: Emulator) -> Any:
    """A client."""
    return kind(base_url=emulator.base_url, token=emulator.token, max_retries=0)


def settled(awaitable: Any) -> Any:
    """What a coroutine gives, or what is there already."""

    async def main() -> Any:
        return await awaitable

    return asyncio.run(main()) if hasattr(awaitable, "__await__") else awaitable


@pytest.fixture
def call(made: Any) -> Call:
    """Calls one of `get`, `post`, `put` and `delete`."""
    return lambda method, *arguments, **options: settled(getattr(made, method)(*arguments, **options))


def last(emulator: Emulator) -> dict[str, Any]:
    return emulator.requests()[-1]


def headers(emulator: Emulator) -> dict[str, str]:
    """The headers of the last request."""
    return dict(last(emulator)["headers"])


@pytest.mark.parametrize("method", ["with_options", "copy"])
def test_a_derived_client_differs_in_what_it_is_told(emulator: Emulator, made: Any, method: str) -> None:
    first = getattr(made, method)(workspace_id="ws_1", default_headers={"x-a": "1"})
    second = getattr(first, method)(workspace_id="ws_2", token=f" {emulator.token} ", max_retries=1)
    assert type(second) is type(made) and second.base_url == made.base_url
    seen = []
    for one in (made, first, second):
        settled(one.get("/models"))
        seen.append([headers(emulator).get(name) for name in ("qoder-workspace-id", "x-a")])
    assert seen == [[None, None], ["ws_1", "1"], ["ws_2", "1"]]
    answer(emulator, "models.list", {}, status=500)
    assert settled(second.get("/models"))["data"], "it may try twice"
    settled(first.close())
    settled(made.get("/models"))


def test_a_closed_client_says_so(made: Any) -> None:
    derived = made.copy()
    settled(made.close())
    settled(made.close())
    assert repr(made) == f"{type(made).__name__}(closed)"
    for use in (made.copy, made.with_options, lambda: settled(made.get("/models")), lambda: made.base_url):
        with pytest.raises(QoderError, match="this client is closed"):
            use()
    assert settled(derived.get("/models"))["data"]


def test_what_is_no_option_is_named(kind: Any, made: Any) -> None:
    for make in (lambda **options: kind(token="x", **options), made.with_options, made.copy):
        with pytest.raises(InvalidArgumentError, match="`tokne`"):
            make(tokne="x")
        with pytest.raises(QoderError, match="`timeout` must be a finite number"):
            make(timeout=-1)


def test_endpoints_without_a_method(emulator: Emulator, call: Call) -> None:
    agent = call("post", "/agents", body={"name": "a", "model": "auto"})
    path = f"agents/{agent['id']}"
    assert call("get", path, query={"version": 1})["name"] == "a"
    assert last(emulator)["query"] == "version=1"
    assert call("post", f"/{path}", body={"version": 1, "name": "b"})["name"] == "b"
    assert call("delete", f"/{path}")["id"] == agent["id"]
    with pytest.raises(APIStatusError) as caught:
        call("put", f"/{path}", body={"name": "c"}, query={"a": ["1", "2"]})
    assert (caught.value.status_code, caught.value.operation) == (405, "put")
    seen = last(emulator)
    assert (seen["method"], seen["query"], seen["body"]) == ("PUT", "a=1&a=2", {"name": "c"})


def test_they_take_the_options_of_every_call(emulator: Emulator, call: Call) -> None:
    body = {"name": "a", "at": datetime(2030, 1, 1, tzinfo=timezone.utc)}
    more = {"extra_headers": {"x-a": "1"}, "extra_query": {"b": 2}, "extra_body": {"name": "c"}}
    with pytest.raises(BadRequestError):
        call("post", "/agents", body=body, idempotency_key="k", workspace_id="ws_1", betas=["d"], **more)
    seen, sent = last(emulator), headers(emulator)
    assert (seen["query"], seen["body"]) == ("b=2", {"name": "c", "at": "2030-01-01T00:00:00Z"})
    names = ("idempotency-key", "qoder-workspace-id", "x-qoder-beta", "x-a")
    assert [sent[name] for name in names] == ["k", "ws_1", "d", "1"]


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_what_they_answer_is_plain(emulator: Emulator, call: Call, method: str) -> None:
    def answers(action: dict[str, Any]) -> None:
        emulator.faults([{"match": {"path": "/x"}, "action": action}])

    answers({"status": 200, "body": [1, None, {"a": "b"}]})
    assert call(method, "/x") == [1, None, {"a": "b"}]
    answers({"status": 204})
    assert call(method, "/x") is None
    answers({"status": 200, "body": "no JSON"})
    with pytest.raises(APIResponseValidationError) as unreadable:
        call(method, "/x")
    assert (unreadable.value.status_code, unreadable.value.body) == (200, "no JSON")
    with pytest.raises(NotFoundError) as missing:
        call(method, "/x")
    assert missing.value.operation == method


@pytest.mark.parametrize(
    ("arguments", "param"),
    [
        ({"path": 7}, "path"),
        ({"path": ""}, "path"),
        ({"path": "/agents/../models"}, "path"),
        ({"path": "https://elsewhere.example/models"}, "path"),
        ({"path": "//elsewhere.example/models"}, "path"),
        ({"path": "/x", "query": "a=b"}, "query"),
        ({"path": "/x", "query": {"a": [1]}}, "query"),
        ({"path": "/x", "body": object()}, "body"),
        ({"path": "/x", "body": {"at": datetime(2030, 1, 1)}}, "body.at"),
        ({"path": "/x", "extra_body": {"at": datetime(2030, 1, 1)}}, "extra_body.at"),
        ({"path": "/x", "limit": 7}, "limit"),
    ],
)
def test_what_cannot_be_sent_is_named(emulator: Emulator, call: Call, arguments: Any, param: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^post: .*`{param}") as caught:
        call("post", **arguments)
    assert caught.value.operation == "post"
    assert emulator.requests() == []
