"""Lets an agent read a file, prints its answer as it is written, and fetches what it delivers."""

import os
from contextlib import ExitStack

from qoder_cloud import Qoder
from qoder_cloud.emulator import Emulator

PROMPT = "Read /mnt/session/uploads/notes.txt and deliver the artifact summary.md"

with ExitStack() as stack:
    if os.environ.get("QODER_ACCESS_TOKEN") or os.environ.get("QODER_PAT"):
        print("running on the service")
        client = stack.enter_context(Qoder())
    else:
        print("running on the embedded emulator")
        client = stack.enter_context(stack.enter_context(Emulator()).client())

    model = client.models.list().data[0]
    environment = client.environments.create(
        name="quickstart", config={"type": "cloud", "networking": {"type": "unrestricted"}}
    )
    agent = client.agents.create(name="reader", model=model.id, tools=[{"type": "agent_toolset_20260401"}])
    notes = client.files.upload(file=("notes.txt", b"The launch moved to Friday."))
    session = client.sessions.create(
        agent=agent.id,
        environment_id=environment.id,
        resources=[{"type": "file", "file_id": notes.id, "mount_path": "/mnt/session/uploads/notes.txt"}],
    )

    artifact = None
    with client.sessions.events.stream(session.id, event_deltas=["agent.message"]) as events:
        client.sessions.events.send(
            session.id, events=[{"type": "user.message", "content": [{"type": "text", "text": PROMPT}]}]
        )
        for event in events:
            if event.type == "event_delta" and event.delta.content:
                print(event.delta.content.text, end="", flush=True)
            elif event.type == "agent.artifact_delivered":
                artifact = event.file_id
            elif event.type == "session.status_idle":
                print(f"\nstopped: {event.stop_reason and event.stop_reason.type}")
                break

    usage = client.sessions.retrieve(session.id).usage
    print(f"credits: {usage.total_credits if usage else 0}")
    if artifact:
        print(f"summary.md: {client.files.download(artifact).read().decode()}")

    client.sessions.delete(session.id)
    client.agents.archive(agent.id)
    client.environments.archive(environment.id)
    client.files.delete(notes.id)
