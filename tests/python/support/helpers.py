"""The `do` steps of scenarios: helpers of the library, called as a program would."""

from __future__ import annotations

import inspect
import tempfile
from pathlib import Path
from typing import Any

from qoder_cloud import Deny, Job, ToolError, tool

from . import values


async def settled(value: Any) -> Any:
    """The value, awaited if it has to be."""
    return await value if inspect.isawaitable(value) else value


async def help(client: Any, step: dict[str, Any], shown: list[Any]) -> Any:
    """Calls the helper of a step; what it shows on its way goes to `shown`."""
    name, given = step["do"], dict(step.get("with", {}))
    helper = _HELPERS.get(name)
    if helper:
        return await helper(client, given, step, shown)
    *path, method = name.split(".")
    for part in path:
        client = getattr(client, part)
    return values.view(await settled(getattr(client, method)(**given)))


async def _run(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    turn = client.sessions.run(given.pop("session_id"), given.pop("input"), **given, **_host(step))
    if "show" in step:
        shows = turn.updates() if step["show"] == "updates" else turn
        if hasattr(shows, "__aiter__"):
            async for one in shows:
                shown.append(values.view(one))
        else:
            for one in shows:
                shown.append(values.view(one))
    return values.view(await settled(turn.result()))


async def _run_many(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    turns = client.sessions.run_many([Job(**job) for job in given.pop("jobs")], **given, **_host(step))
    finished = [
        {"session_id": one.session_id, "error": values.error(one.error)}
        if one.error
        else {"session_id": one.session_id, "result": values.view(one.result)}
        for one in await settled(turns.results())
    ]
    return {"finished": finished, "credits": turns.credits}


async def _edit(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    edited = client.agents.edit(given.pop("agent_id"), lambda agent: step.get("change"), **given)
    return values.view(await settled(edited))


async def _cleanup(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    return values.view(await settled(client.cleanup(*given["objects"])))


async def _download_to(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        count = await settled(client.files.download_to(given["file_id"], path))
        return {"bytes": count, "text": path.read_text("utf-8")}


async def _work(client: Any, given: dict[str, Any], step: dict[str, Any], shown: list[Any]) -> Any:
    def handler(work: Any) -> None:
        if step["work"] == "raises":
            raise RuntimeError("out of disk")

    run = client.environments.work.run(given.pop("environment_id"), handler, **given)
    return values.view(await settled(run))


_HELPERS = {
    "sessions.run": _run,
    "sessions.run_many": _run_many,
    "agents.edit": _edit,
    "cleanup": _cleanup,
    "files.download_to": _download_to,
    "environments.work.run": _work,
}


def _host(step: dict[str, Any]) -> dict[str, Any]:
    """The tools of the host, and how it decides on permissions."""
    host: dict[str, Any] = {"tools": [_tool(name, what) for name, what in step.get("tools", {}).items()]}
    decided = step.get("permissions")
    if decided is not None:
        host["on_permission"] = lambda request: decided == "allow" or Deny(decided["deny"])
    return host


def _tool(name: str, what: dict[str, Any]) -> Any:
    @tool(name=name, description="A tool.", input_schema=what.get("schema", {"type": "object"}))
    def run(**arguments: Any) -> Any:
        if "raises" in what:
            raise ToolError(what["raises"])
        return what["returns"]

    return run
