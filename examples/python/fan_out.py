"""Asks fifty sessions, ten at a time, with a progress bar."""

from common import connected

from qoder_cloud import Job

SESSIONS = 50

with connected() as client:
    agent = client.agents.create(name="counter", model="auto")
    environment = client.environments.create(name="fan-out", config={"type": "cloud"})
    jobs = [
        Job(f"Say {n}", session={"agent": agent.id, "environment_id": environment.id})
        for n in range(1, SESSIONS + 1)
    ]

    answers, made = 0, []
    with client.sessions.run_many(jobs, concurrency=10, progress=True) as turns:
        for turn in turns:
            if turn.session_id:
                made.append(turn.session_id)
            if turn.result:
                answers += 1
            else:
                print(f"job {turn.index}: {turn.error}")
        print(f"{answers} answers for {turns.credits:.2f} credits")

    client.cleanup(*made, agent, environment)
