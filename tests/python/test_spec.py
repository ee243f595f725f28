"""The package against the description: every operation is there, in both clients, typed and documented."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from qoder_cloud import AsyncQoder, Qoder, _native, _operations
from qoder_cloud._operation import Operation
from qoder_cloud._options import CallOptions
from qoder_cloud.emulator import Emulator

FOLDER = Path(__file__).parents[2] / "spec"
SPEC = json.loads((FOLDER / "openapi.json").read_text("utf-8"))
ADDED = {
    f"#/components/schemas/{name}": schema["properties"].keys()
    for part in (FOLDER / "library").glob("*.yaml")
    for name, schema in yaml.safe_load(part.read_text("utf-8"))["components"]["schemas"].items()
    if schema.get("x-extends")
}
"""Members that the library adds to types of the API."""
OPERATIONS = [operation for item in SPEC["paths"].values() for operation in item.values()]
OPTIONS = {"x-request-id", "Idempotency-Key", "qoder-workspace-id", "x-qoder-beta"}


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        target: Any = SPEC
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def method(client: Any, operation: dict[str, Any]) -> Any:
    for part in operation["operationId"].split("."):
        client = getattr(client, part)
    return client


def argument(wire: str) -> str:
    return wire.removesuffix("[]").replace("[", "_").replace("]", "").replace("-", "_").lower()


@pytest.fixture(scope="module", params=[Qoder, AsyncQoder], ids=["sync", "async"])
def client(request: pytest.FixtureRequest) -> Any:
    return request.param(token="x", base_url="http://127.0.0.1:1")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation["operationId"])
def test_an_operation_takes_what_the_description_says(client: Any, operation: dict[str, Any]) -> None:
    function = method(client, operation)
    parameters = inspect.signature(function).parameters
    taken = {name for name, one in parameters.items() if one.kind is not one.VAR_KEYWORD} - {"prefetch"}
    described = set()
    for parameter in map(resolved, operation["parameters"]):
        if parameter["name"] not in OPTIONS and not parameter["name"].startswith("x-qoder-beta"):
            described.add(argument(parameter["name"]))
    for media in operation.get("requestBody", {}).get("content", {}).values():
        schema = resolved(media["schema"])
        fixed = {
            name
            for name, one in schema["properties"].items()
            if "const" in resolved(one) and name in schema.get("required", ())
        }
        described |= schema["properties"].keys() - fixed
        described |= ADDED.get(media["schema"].get("$ref"), set())
    assert taken == described


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation["operationId"])
def test_a_method_is_documented_and_typed(client: Any, operation: dict[str, Any]) -> None:
    function = method(client, operation)
    signature = inspect.signature(function)
    doc = inspect.getdoc(function) or ""
    assert doc.startswith(" ".join(operation["summary"].split())[:60])
    assert signature.return_annotation not in (signature.empty, "Any")
    for name, parameter in signature.parameters.items():
        assert parameter.annotation is not parameter.empty
        if parameter.kind is not parameter.VAR_KEYWORD:
            assert f"\n    {name}: " in doc, f"{name} is not documented"


def test_both_clients_have_the_same_methods() -> None:
    def tree(resource: type) -> dict[str, Any]:
        return {name: one for name, one in vars(resource).items() if not name.startswith("_")}

    for operation in OPERATIONS:
        sync, twin = (method(made(token="x"), operation) for made in (Qoder, AsyncQoder))
        ours, theirs = inspect.signature(sync).parameters, inspect.signature(twin).parameters
        assert list(ours.values()) == list(theirs.values())


def test_the_table_is_that_of_the_core() -> None:
    table = [one for one in vars(_operations).values() if isinstance(one, Operation)]
    assert [one.id for one in table] == [id for id, _, _ in _native.operations()]
    assert [one.index for one in table] == list(range(len(table)))
    assert {one.id for one in table} == {operation["operationId"] for operation in OPERATIONS}


def test_every_answer_and_every_body_can_be_read() -> None:
    for one in vars(_operations).values():
        if isinstance(one, Operation):
            if one._answer:
                assert one.reader._one
                assert one.reader._page
            if one._body:
                assert one._checker


def test_every_type_is_exported() -> None:
    from qoder_cloud import types

    for name in dir(types):
        assert getattr(types, name) is not None


def test_published_samples_are_read_without_loss() -> None:
    import msgspec

    from qoder_cloud import types
    from qoder_cloud.types import Model

    seen = 0
    for name, schema in SPEC["components"]["schemas"].items():
        kind = getattr(types, name, None)
        if not (isinstance(kind, type) and issubclass(kind, Model)):
            continue
        for example in schema.get("examples", ()):
            value = msgspec.convert(example, kind)
            known = msgspec.to_builtins(value)
            assert {key: example[key] for key in known if key in example}.keys() == known.keys()
            seen += 1
    assert seen > 10


def test_call_options_are_those_of_the_signature(emulator: Emulator) -> None:
    client = emulator.client()
    options: CallOptions = {
        "extra_headers": {"x-a": "1"},
        "extra_query": {"b": ["2", "3"]},
        "extra_body": {"mood": {"good": True}},
        "timeout": 5,
        "read_timeout": None,
        "heartbeat_timeout": None,
        "resume": False,
        "max_retries": 0,
        "retry_writes": False,
        "idempotency_key": "mine",
        "workspace_id": "ws_1",
        "betas": ["one", "two"],
    }
    assert set(options) == set(CallOptions.__annotations__)
    client.agents.with_raw_response.create(name="a", model="auto", **options)
    (seen,) = emulator.requests()
    headers = dict(seen["headers"])
    assert headers["x-a"] == "1"
    assert headers["idempotency-key"] == "mine"
    assert headers["qoder-workspace-id"] == "ws_1"
    assert headers["x-qoder-beta"] == "one,two"
    assert seen["query"] == "b=2&b=3"
    assert seen["body"] == {"name": "a", "model": "auto", "mood": {"good": True}}
