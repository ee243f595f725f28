"""Tools: what an agent is told of a function, what the function is given, and what comes of it."""

from __future__ import annotations

import asyncio
import contextvars
import dataclasses
import enum
import functools
import logging
import threading
from datetime import date
from typing import Annotated, Any, Literal, TypedDict

import msgspec
import pytest

from conftest import Scene
from qoder_cloud import Deny, PermissionRequest, QoderError, Tool, ToolError, tool

REQUEST = contextvars.ContextVar("REQUEST", default="none")


class Unit(enum.Enum):
    METRIC = "metric"
    IMPERIAL = "imperial"


@dataclasses.dataclass
class Place:
    city: str
    country: str = "DE"


class Span(TypedDict):
    start: date
    days: int


@tool
def forecast(
    place: Place,
    span: Span,
    unit: Unit = Unit.METRIC,
    detail: Literal["low", "high"] | None = None,
    tags: list[str] | None = None,
    *,
    limit: Annotated[int, msgspec.Meta(ge=1, le=9)] = 3,
) -> Any:
    """Tells the weather
    of a place.

    Longer words that only people read.

    Args:
        place: Where; in a country
            that is Germany if not said.
        limit (int): How many answers.
        nothing: No such argument.

    Returns:
        Words: not an argument.
    """
    return [place, span, unit, detail, tags, limit]


def test_a_tool_is_described_by_its_function() -> None:
    definition: Any = forecast.definition
    assert (definition["type"], definition["name"]) == ("custom", "forecast")
    assert definition["description"] == "Tells the weather of a place."
    schema = definition["input_schema"]
    assert (schema["type"], schema["additionalProperties"]) == ("object", False)
    assert schema["required"] == ["place", "span"]
    assert schema["properties"]["place"] == {
        "$ref": "#/$defs/Place",
        "description": "Where; in a country that is Germany if not said.",
    }
    assert schema["properties"]["limit"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 9,
        "default": 3,
        "description": "How many answers.",
    }
    assert schema["properties"]["unit"]["default"] == "metric"
    assert schema["properties"]["detail"] == {"anyOf": [{"enum": ["high", "low"]}, {"type": "null"}]}
    assert schema["$defs"]["Place"]["required"] == ["city"]
    assert schema["$defs"]["Span"]["properties"]["start"] == {"type": "string", "format": "date"}
    assert "nothing" not in schema["properties"]


def test_a_tool_is_still_the_function() -> None:
    assert isinstance(forecast, Tool)
    assert forecast.__doc__ and forecast.__doc__.startswith("Tells the weather")
    assert forecast(Place("Ulm"), {"start": date(2026, 1, 2), "days": 1}, limit=2)[-1] == 2
    assert repr(forecast) == "Tool('forecast')"


def test_arguments_are_converted_and_defaults_are_the_function_s_own(scene: Scene) -> None:
    given = {"place": {"city": "Ulm"}, "span": {"start": "2026-01-02", "days": 1}, "unit": "imperial"}
    call = forecast.prepared(msgspec.json.encode(given))
    assert call() == [Place("Ulm"), {"start": date(2026, 1, 2), "days": 1}, Unit.IMPERIAL, None, None, 3]


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ({"span": {"start": "2026-01-02", "days": 1}}, "missing required field `place`"),
        ({"place": {"city": 7}, "span": {"start": "2026-01-02", "days": 1}}, "$.place.city"),
        ({"place": {"city": "Ulm"}, "span": {"start": "soon", "days": 1}}, "$.span"),
        ({"place": {"city": "Ulm"}, "span": {"start": "2026-01-02", "days": 1}, "limit": 10}, "<= 9"),
        ({"place": {"city": "Ulm"}, "span": {"start": "2026-01-02", "days": 1}, "x": 1}, "unknown field `x`"),
    ],
)
def test_the_agent_is_told_which_argument_does_not_fit(scene: Scene, given: Any, part: str) -> None:
    scene.script({"call": {"name": "forecast", "input": given}}, {"say": "{result}"})
    turn = scene.client.sessions.run(scene.session, "hello", tools=[forecast])
    result = turn.result()
    assert "do not fit" in result.text and part in result.text
    assert result.tool_calls[0].is_error
    assert turn.tool_errors == []


def test_what_is_no_tool_is_refused_in_words() -> None:
    def bare(city) -> str:  # type: ignore[no-untyped-def]
        """Has no annotation."""
        return str(city)

    def starred(*cities: str) -> None:
        """Takes any number."""

    def keywords(**cities: str) -> None:
        """Takes any name."""

    def placed(city: str, /) -> None:
        """Takes it by position."""

    def undocumented(city: str) -> None: ...

    def odd(city: threading.Thread) -> None:
        """Takes what JSON cannot say."""

    make: Any = tool
    for function, part in [
        (bare, "`city` has no annotation"),
        (starred, "`cities` cannot be given by name"),
        (keywords, "cannot be given by name"),
        (placed, "cannot be given by name"),
        ("weather", "a tool is a function, not str"),
        (undocumented, "give it a docstring"),
        (odd, "have no schema"),
        (functools.partial(print, sep=""), "has no name"),
    ]:
        with pytest.raises(QoderError) as caught:
            print(make(function).definition)
        assert part in str(caught.value)


def test_other_callables_are_tools_too() -> None:
    class Adder:
        """Adds."""

        def __call__(self, a: int) -> int:
            return a + 1

        def method(self, a: int) -> int:
            """Adds by a method."""
            return a + 2

    def add(a: int, b: int) -> int:
        """Adds two."""
        return a + b

    made: list[tuple[Tool[..., int], int]] = [
        (tool(name="adder")(Adder()), 2),
        (tool(Adder().method), 3),
        (tool(name="partly")(functools.partial(add, b=5)), 6),
    ]
    for one, expected in made:
        assert one.prepared(b'{"a": 1}')() == expected
        assert one.definition["description"].startswith("Adds")


def test_a_name_a_description_and_a_schema_can_be_given(scene: Scene) -> None:
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}

    @tool(name="weather", description="Tells the weather.", input_schema=schema)
    def anything(**given: Any) -> Any:
        return given

    assert anything.definition == {
        "type": "custom",
        "name": "weather",
        "description": "Tells the weather.",
        "input_schema": schema,
    }
    for given, said in [({"city": "Ulm", "more": [1]}, '"more":[1]'), ({"city": 7}, "must be string")]:
        scene.script({"call": {"name": "Weather", "input": given}}, {"say": "{result}"})
        assert said in scene.client.sessions.run(scene.session, "hello", tools=[anything]).result().text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("plain", "plain"),
        ({"sky": "clear"}, '{"sky":"clear"}'),
        ([1, 2], "[1,2]"),
        (None, "null"),
        (Place("Ulm"), '{"city":"Ulm","country":"DE"}'),
        ({"type": "text", "text": "a block"}, "a block"),
        ([{"type": "text", "text": "one"}], "one"),
    ],
)
def test_what_a_tool_gives_is_told_to_the_agent(scene: Scene, given: Any, said: str) -> None:
    def give() -> Any:
        """Gives."""
        return given

    scene.script({"call": {"name": "give"}}, {"say": "{result}"})
    assert scene.client.sessions.run(scene.session, "hello", tools=[give]).result().text == said


class Broken(Exception):
    """Says more than the agent should read."""


@pytest.mark.parametrize("twin", [False, True])
def test_a_tool_that_raises_tells_the_agent_no_more_than_its_class(
    scene: Scene, twin: bool, caplog: pytest.LogCaptureFixture
) -> None:
    def break_() -> None:
        """Breaks."""
        raise Broken("password=hunter2")

    async def refuse() -> None:
        """Refuses."""
        raise ToolError("there is no such city")

    def odd() -> object:
        """Gives what JSON cannot say."""
        return object()

    calls = [{"call": {"name": name}} for name in ("break_", "refuse", "odd")]
    scene.script({"together": calls}, {"say": "done"})
    tools = [break_, refuse, odd]
    with caplog.at_level(logging.ERROR, "qoder_cloud.tools"):
        if twin:

            async def main() -> tuple[Any, Any]:
                turn = scene.twin.sessions.run(scene.session, "hello", tools=tools)
                return turn, await turn

            turn, result = asyncio.run(main())
        else:
            turn = scene.client.sessions.run(scene.session, "hello", tools=tools)
            result = turn.result()
    texts = [call.content[0].text for call in result.tool_calls]
    assert texts[:2] == ["The tool failed: Broken.", "there is no such city"]
    assert texts[2].startswith("The tool failed: ")
    assert all(call.is_error for call in result.tool_calls)
    assert len(turn.tool_errors) == 2
    assert {"Broken"} < {type(error).__name__ for error in turn.tool_errors}
    assert "hunter2" in caplog.text, "the log on this side tells all"
    assert "hunter2" not in str(scene.emulator.requests())


def test_tools_run_beside_each_other_and_see_the_caller_s_context(scene: Scene) -> None:
    together = threading.Barrier(2, timeout=10)

    def meet() -> str:
        """Waits for another."""
        together.wait()
        return REQUEST.get()

    async def meet_async() -> str:
        """Waits for nobody."""
        return REQUEST.get()

    calls = [{"call": {"name": name}} for name in ("meet", "meet", "meet_async")]

    def script() -> None:
        scene.script({"together": calls}, {"say": "done"})

    REQUEST.set("request-1")
    script()
    result = scene.client.sessions.run(scene.session, "hello", tools=[meet, meet_async]).result()
    assert [call.content[0].text for call in result.tool_calls] == ["request-1"] * 3  # type: ignore[union-attr]

    async def main() -> None:
        REQUEST.set("request-2")
        script()
        result = await scene.twin.sessions.run(scene.session, "hello", tools=[meet, meet_async])
        assert [call.content[0].text for call in result.tool_calls] == ["request-2"] * 3  # type: ignore[union-attr]

    asyncio.run(main())


def test_so_many_tools_run_at_a_time(scene: Scene) -> None:
    together = threading.Barrier(2, timeout=10)
    lock = threading.Lock()
    running = most = 0

    def count() -> str:
        """Counts how many there are, never alone."""
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait()
        with lock:
            running -= 1
        return "counted"

    scene.script({"together": [{"call": {"name": "count"}}] * 6}, {"say": "done"})
    turn = scene.client.sessions.run(scene.session, "hello", tools=[count], tool_concurrency=2)
    assert len(turn.result().tool_calls) == 6
    assert most == 2


def test_a_tool_that_waits_does_not_hold_up_the_loop(scene: Scene) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        released = threading.Event()

        def wait() -> str:
            """Waits for the loop."""
            loop.call_soon_threadsafe(released.set)
            assert released.wait(10), "the loop is held up"
            return "waited"

        scene.script({"call": {"name": "wait"}}, {"say": "{result}"})
        assert (await scene.twin.sessions.run(scene.session, "hello", tools=[wait])).text == "waited"

    asyncio.run(main())


def test_unknown_tools_are_refused_or_left_to_the_caller(scene: Scene) -> None:
    script = ({"call": {"name": "ask_a_person", "input": {"q": 1}}}, {"say": "{result}"})
    scene.script(*script)
    assert "no tool called" in scene.client.sessions.run(scene.session, "hello").result().text
    scene.script(*script)
    left = scene.client.sessions.run(scene.session, "hello", unanswered="return").result()
    assert left.stop_reason.type == "requires_action"
    (call,) = left.tool_calls
    assert left.stop_reason.event_ids == [call.id]
    answer: Any = {
        "type": "user.custom_tool_result",
        "custom_tool_use_id": call.id,
        "content": [{"type": "text", "text": "yes"}],
    }
    assert scene.client.sessions.run(scene.session, [answer]).result().text == "yes"


ASKING = {"use": {"name": "Bash", "input": {"command": "ls"}, "result": "files", "ask": True}}


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (True, "files"),
        (False, "refused"),
        (Deny("not on a Friday"), "not on a Friday"),
        ("yes", "The request for permission failed: TypeError."),
        (Broken("secret"), "The request for permission failed: Broken."),
    ],
)
@pytest.mark.parametrize("twin", [False, True])
def test_permission_is_given_or_denied(scene: Scene, decision: Any, said: str, twin: bool) -> None:
    asked: list[PermissionRequest] = []

    def decide(request: PermissionRequest) -> Any:
        asked.append(request)
        if isinstance(decision, Exception):
            raise decision
        return decision

    async def decide_later(request: PermissionRequest) -> Any:
        return decide(request)

    scene.script(ASKING, {"say": "{result}"})
    if twin:

        async def main() -> tuple[Any, str]:
            turn = scene.twin.sessions.run(scene.session, "hello", on_permission=decide_later)
            return turn, (await turn).text

        turn, text = asyncio.run(main())
    else:
        turn = scene.client.sessions.run(scene.session, "hello", on_permission=decide)
        text = turn.result().text
    assert said in text
    (request,) = asked
    assert (request.name, request.kind, request.input) == ("Bash", "builtin", {"command": "ls"})
    assert (request.session_id, request.session_thread_id) == (scene.session, None)
    assert request.id.startswith("evt_")
    assert "ls" not in repr(request)
    assert len(turn.tool_errors) == (said.startswith("The request") or 0)


def test_without_a_handler_permission_is_denied(scene: Scene) -> None:
    scene.script(ASKING, {"say": "{result}"})
    assert "refused" in scene.client.sessions.run(scene.session, "hello").result().text


def test_two_tools_of_one_name_are_refused(scene: Scene) -> None:
    first = tool(name="add", description="A.", input_schema={"type": "object"})(lambda: 1)
    second = tool(name="ADD", description="B.", input_schema={"type": "object"})(lambda: 2)
    with pytest.raises(QoderError, match='two tools called "add"'):
        scene.client.sessions.run(scene.session, "hello", tools=[first, second]).result()
    assert scene.emulator.requests() == []


def test_a_real_agent_uses_a_tool_it_was_created_with(scene: Scene) -> None:
    @tool
    def add(a: int, b: int = 2) -> int:
        """Adds two numbers."""
        return a + b

    agent = scene.client.agents.create(name="adder", model="auto", tools=[add.definition])
    session = scene.client.sessions.create(agent=agent.id, environment_id=scene.environment)
    result = scene.client.sessions.run(session.id, 'Use add with {"a": 40}', tools=[add]).result()
    assert result.text == "42"
    assert (result.tool_calls[0].name, result.tool_calls[0].input) == ("add", {"a": 40})
