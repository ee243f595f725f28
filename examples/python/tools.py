"""Gives an agent a tool of this program, and asks on the terminal before it may run commands of its own."""

import sys

from common import connected

from qoder_cloud import Deny, PermissionRequest, ToolError, tool


@tool
def weather(city: str) -> str:
    """The weather in a city.

    Args:
        city: Its name, in English.
    """
    if city != "Ulm":
        raise ToolError("There is no station in that city.")
    return "fog, 7 degrees"


def ask(request: PermissionRequest) -> bool | Deny:
    """Asks whoever sits at the terminal; denies when there is nobody."""
    if not sys.stdin.isatty():
        return Deny("Nobody is there to ask.")
    answer = input(f"May the agent use {request.name} with {request.input}? [y/N] ")
    return answer.strip().lower() == "y" or Deny("The user said no.")


with connected() as client:
    agent = client.agents.create(
        name="forecaster",
        model="auto",
        tools=[
            weather.definition,
            {
                "type": "agent_toolset_20260401",
                "default_config": {"permission_policy": {"type": "always_ask"}},
            },
        ],
    )
    environment = client.environments.create(name="tools", config={"type": "cloud"})
    session = client.sessions.create(
        agent=agent.id, environment_id=environment.id, environment_variables={"STATION": "Ulm"}
    )

    for prompt in ("What is in the variable STATION?", 'Use the tool weather with {"city": "Ulm"}'):
        result = client.sessions.run(session.id, prompt, tools=[weather], on_permission=ask).result()
        for call in result.check().tool_calls:
            print(call.name, call.input, "failed" if call.is_error else "done")
        print(result.text)

    client.cleanup(session, agent, environment)
