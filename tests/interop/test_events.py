from contextlib import closing

import pytest
import qca

from conftest import say

TURN = [
    "session.status_running",
    "session.thread_status_running",
    "user.message",
    "span.model_request_start",
    "agent.thinking",
    "agent.message",
    "span.model_request_end",
    "session.thread_status_idle",
    "session.usage",
    "session.status_idle",
]


def until(events, kind):
    """The events up to the first of a kind."""
    seen = []
    for event in events:
        seen.append(event)
        if event.type == kind:
            return seen
    raise AssertionError(f"the stream ended before {kind}: {[event.type for event in seen]}")


def test_history(sdk, session):
    sent = sdk.sessions.events.send(session.id, events=say("hello"))
    assert sent.data[0].type == "user.message"
    assert [event.type for event in sdk.sessions.events.list(session.id, limit=3)] == TURN
    only = list(sdk.sessions.events.list(session.id, types=["agent.message"], order="desc"))
    assert [event.content[0].text for event in only] == ["Echo: hello"]


def test_a_stream_sees_the_turn(sdk, session):
    with sdk.sessions.events.stream(session.id) as events:
        sdk.sessions.events.send(session.id, events=say("hello"))
        seen = until(events, "session.status_idle")
    assert [event.type for event in seen] == TURN
    assert seen[-1].stop_reason.type == "end_turn"


def test_a_stream_resumes_by_last_event_id(sdk, session):
    sent = sdk.sessions.events.send(session.id, events=say("hello"))
    with sdk.sessions.events.stream(session.id, last_event_id=sent.data[0].id) as events:
        assert [event.type for event in until(events, "session.status_idle")] == TURN[3:]


def test_deltas_and_then_the_event_itself(emulator, sdk, session):
    emulator.script(session, {"think": True}, {"say": ["one ", "two ", "three"]})
    with sdk.sessions.events.stream(session.id, event_deltas=["agent.message", "agent.thinking"]) as events:
        sdk.sessions.events.send(session.id, events=say("count"))
        seen = until(events, "agent.message")
    kinds = [event.type for event in seen]
    assert kinds[-5:] == ["event_start", "event_delta", "event_delta", "event_delta", "agent.message"]
    text = "".join(event.delta.content.text for event in seen if event.type == "event_delta")
    assert text == seen[-1].content[0].text == "one two three"
    assert {event.event_id for event in seen if event.type == "event_delta"} == {seen[-1].id}


def test_a_dropped_stream_is_resumed_without_gap_or_repetition(emulator, sdk, session):
    sent = sdk.sessions.events.send(session.id, events=say("hello"))
    emulator.fault("sessions.events.stream", {"drop_stream_after": 4})
    with closing(sdk.sessions.events.resumable_stream(session.id, last_event_id=sent.data[0].id)) as events:
        assert [event.type for event in until(events, "session.status_idle")] == TURN[3:]
    opened = [entry for entry in emulator.requests() if entry["operation"] == "sessions.events.stream"]
    assert len(opened) == 2


# The oldest spelling, `event: heartbeat`, reaches the callers of this SDK as an event.
@pytest.mark.parametrize("spelling", ["comment", "ping"])
def test_heartbeats_are_no_events(emulator, sdk, session, spelling):
    emulator.fault("sessions.events.stream", {"heartbeat": spelling})
    with sdk.sessions.events.stream(session.id) as events:
        emulator.control("heartbeat", {})
        sdk.sessions.events.send(session.id, events=say("hello"))
        assert [event.type for event in until(events, "session.status_idle")] == TURN


def test_an_error_frame_is_raised(emulator, sdk, session):
    emulator.fault(
        "sessions.events.stream",
        {"error_frame": {"after": 1, "error": {"type": "api_error", "message": "Broken."}}},
    )
    with sdk.sessions.events.stream(session.id) as events:
        sdk.sessions.events.send(session.id, events=say("hello"))
        with pytest.raises(qca.APIError, match="Broken"):
            list(events)


def test_a_custom_tool_is_answered(emulator, sdk, session):
    emulator.script(session, {"call": {"name": "lookup", "input": {"key": 1}}}, {"say": "{result}"})
    with sdk.sessions.events.stream(session.id) as events:
        sdk.sessions.events.send(session.id, events=say("go"))
        asked = until(events, "session.status_idle")
        call = next(event for event in asked if event.type == "agent.custom_tool_use")
        assert asked[-1].stop_reason.type == "requires_action"
        assert asked[-1].stop_reason.event_ids == [call.id]
        answer = {
            "type": "user.custom_tool_result",
            "custom_tool_use_id": call.id,
            "content": [{"type": "text", "text": "green"}],
        }
        sdk.sessions.events.send(session.id, events=[answer])
        assert until(events, "agent.message")[-1].content[0].text == "green"


def test_a_permission_is_refused(emulator, sdk, session):
    use = {"use": {"name": "Bash", "input": {"command": "ls"}, "result": "a", "ask": True}}
    emulator.script(session, use, {"say": "done"})
    with sdk.sessions.events.stream(session.id) as events:
        sdk.sessions.events.send(session.id, events=say("go"))
        asked = next(
            event for event in until(events, "session.status_idle") if event.type == "agent.tool_use"
        )
        assert asked.evaluated_permission == "ask"
        refusal = {
            "type": "user.tool_confirmation",
            "tool_use_id": asked.id,
            "result": "deny",
            "deny_message": "No.",
        }
        sdk.sessions.events.send(session.id, events=[refusal])
        assert until(events, "agent.tool_result")[-1].is_error is True


def test_every_kind_of_event_is_understood(emulator, sdk, session):
    steps = [
        {"think": True},
        {"use": {"name": "Bash", "input": {"command": "ls"}, "result": "a"}},
        {"mcp": {"server": "tracker", "name": "find", "result": "b"}},
        {"compact": True},
        {"deliver": {"filename": "report.md", "content": "# Report"}},
        {"error": {"type": "model_overloaded_error", "message": "Busy."}},
        {"reschedule": True},
        {"say": "bye"},
        {"terminate": True},
    ]
    emulator.script(session, *steps)
    with sdk.sessions.events.stream(session.id) as events:
        sdk.sessions.events.send(session.id, events=say("go"))
        kinds = [event.type for event in until(events, "session.status_terminated")]
    for kind in [
        "agent.tool_use",
        "agent.tool_result",
        "agent.mcp_tool_use",
        "agent.mcp_tool_result",
        "agent.thread_context_compacted",
        "agent.artifact_delivered",
        "session.error",
        "session.status_rescheduled",
        "session.thread_status_terminated",
    ]:
        assert kind in kinds
