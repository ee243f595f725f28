"""Lets an agent read a file, prints its answer as it is written, and fetches what it delivers."""

import tempfile
from pathlib import Path

from common import connected

NOTES = Path(__file__).parents[1] / "notes.txt"
PLACE = "/mnt/session/uploads/notes.txt"

with connected() as client, tempfile.TemporaryDirectory() as folder:
    model = client.models.list().data[0]
    environment = client.environments.create(
        name="quickstart", config={"type": "cloud", "networking": {"type": "unrestricted"}}
    )
    agent = client.agents.create(name="reader", model=model.id, tools=[{"type": "agent_toolset_20260401"}])
    session = client.sessions.create(
        agent=agent.id, environment_id=environment.id, files=[{"path": NOTES, "mount_path": PLACE}]
    )

    with client.sessions.run(session.id, f"Read {PLACE} and deliver the artifact summary.md") as turn:
        for text in turn.text_deltas():
            print(text, end="", flush=True)
        result = turn.result()
    print(f"\nstopped: {result.stop_reason.type}")
    print(f"credits: {result.credits}")
    for artifact in result.artifacts:
        path = Path(folder, artifact.original_filename or "artifact")
        artifact.save(path)
        print(f"{path.name}: {path.read_text().strip()}")

    client.cleanup(session, agent, environment)
