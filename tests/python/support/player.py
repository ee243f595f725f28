"""Plays one scenario. The steps are the same for both clients: what is awaitable is awaited."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, TypeVar

from qoder_cloud import AsyncQoder, Qoder, QoderError, ServiceAccount
from qoder_cloud.emulator import Emulator

from . import values
from .helpers import help, settled
from .matching import differences, in_order
from .sent import Seen, check

R = TypeVar("R")


def run_without_loop(play: Coroutine[Any, Any, R]) -> R:
    """Runs a coroutine that never has to wait, as that of the blocking client."""
    try:
        play.send(None)
    except StopIteration as done:
        result: R = done.value
        return result
    raise AssertionError("a blocking client has nothing to await")


class Failed(Exception):
    """A step failed with `error`, after it had yielded `items`."""

    def __init__(self, error: QoderError, items: list[Any]) -> None:
        super().__init__(error)
        self.error = error
        self.items = items


class Player:
    """A scenario under way."""

    def __init__(self, scenario: dict[str, Any], emulator: Emulator, asynchronous: bool) -> None:
        self._scenario = scenario
        self._emulator = emulator
        self._client_class = AsyncQoder if asynchronous else Qoder
        self._kept: dict[str, Any] = {"base_url": emulator.base_url, "token": emulator.token}
        self._streams: dict[str, Any] = {}
        self._steps: list[dict[str, Any]] = []

    async def play(self) -> dict[str, Any]:
        """Takes every step, compares with what the server saw, and tells both."""
        scenario = self._scenario
        self._client = self._made(self._resolved(scenario.get("client", {})))
        for step in scenario.get("given", ()):
            await self._take(step)
        if "faults" in scenario:
            self._emulator.faults(self._resolved(scenario["faults"]))
        if "script" in scenario:
            self._emulator.script(self._resolved(scenario["script"]))
        for step in scenario.get("when", ()):
            await self._take(step)
        for stream in self._streams.values():
            await settled(stream.close())
        await settled(self._client.close())
        requests = self._emulator.requests()
        _told(check(self._resolved(scenario.get("sent", [])), [Seen(entry) for entry in requests]), "sent")
        return {"steps": self._steps, "requests": requests}

    def _made(self, options: dict[str, Any]) -> Any:
        options = dict(options)
        options.pop("backoff", None)
        if "service_account" in options:
            account = options.pop("service_account")
            ttl, scope = account.get("ttl_seconds", 3600), account.get("scope", "qca.access")
            options["token"] = ServiceAccount(account["key"], ttl=ttl, scope=scope)
        if "region" not in options:
            options.setdefault("base_url", self._emulator.base_url)
        options.setdefault("token", self._emulator.token)
        return self._client_class(**options)

    async def _take(self, step: dict[str, Any]) -> None:
        for n in range(1, step.get("times", 1) + 1):
            self._kept["n"] = n
            if (callers := step.get("at_once")) is None:
                await self._once(step)
            elif self._client_class is AsyncQoder:
                await asyncio.gather(*(self._once(step) for _ in range(callers)))
            else:
                with ThreadPoolExecutor(callers) as threads:
                    list(threads.map(lambda _: run_without_loop(self._once(step)), range(callers)))

    async def _once(self, step: dict[str, Any]) -> None:
        raises = self._resolved(step.get("raises"))
        try:
            result = await self._act(step)
        except Failed as failed:
            self._steps.append({"raised": values.error(failed.error), "after": failed.items})
            if raises is None:
                raise failed.error from failed
            self._judge(step, raises, failed)
            return
        self._steps.append({"returned": result})
        assert raises is None, f"{step}: should have raised, but returned {result}"
        if "returns" in step:
            _told(differences(self._resolved(step["returns"]), result), step)
        if "as" in step:
            self._kept[step["as"]] = result

    def _judge(self, step: dict[str, Any], raises: dict[str, Any], failed: Failed) -> None:
        described = values.error(failed.error)
        contains = raises.pop("message_contains", [])
        found = differences(raises, described)
        for part in [contains] if isinstance(contains, str) else contains:
            if part not in described["message"]:
                found.append(f"the message does not contain {part!r}: {described['message']}")
        if "items" in step:
            found += differences(self._resolved(step["items"]), failed.items)
        if self._emulator.token in str(failed.error) + repr(failed.error):
            found.append("the error contains the token")
        _told(found, step)

    async def _act(self, step: dict[str, Any]) -> Any:
        try:
            if "call" in step:
                return await self._call(step)
            if "do" in step:
                return await self._help(step)
            if "read" in step:
                return await self._read(self._streams[step["read"]], step)
            if "close" in step:
                await settled(self._streams.pop(step["close"]).close())
            elif "control" in step:
                self._emulator._control("POST", step["control"], self._resolved(step.get("with")))
            else:
                self._client = self._made(self._resolved(step["client"]))
        except QoderError as error:
            raise Failed(error, []) from error
        return None

    async def _call(self, step: dict[str, Any]) -> Any:
        *path, name = step["call"].split(".")
        resource = self._client
        for part in path:
            resource = getattr(resource, part)
        method = getattr(resource, name)
        positional, named = _arguments(method, self._resolved(step.get("with", {})))
        result = method(*positional, **named, **_options(self._resolved(step.get("options", {}))))
        if hasattr(result, "iter_pages"):
            return await self._listed(result, step)
        if hasattr(result, "last_event_id"):
            stream = await settled(result)
            self._streams[step.get("as", "")] = stream
            return await self._read(stream, step) if "until" in step else None
        result = await settled(result)
        if hasattr(result, "iter_bytes"):
            content = await settled(result.read())
            return {
                "text": content.decode(errors="replace"),
                "size": len(content),
                "filename": result.filename,
                "content_type": result.content_type,
            }
        return values.view(result)

    async def _help(self, step: dict[str, Any]) -> Any:
        step = self._resolved(step)
        shown: list[Any] = []
        try:
            done = await help(self._client, step, shown)
        except QoderError as error:
            raise Failed(error, shown) from error
        _told(in_order(step.get("shown", []), shown), step)
        return done

    async def _listed(self, page: Any, step: dict[str, Any]) -> Any:
        if step.get("collect"):
            items: list[Any] = []
            try:
                if hasattr(page, "__aiter__"):
                    async for item in page:
                        items.append(values.view(item))
                else:
                    for item in page:
                        items.append(values.view(item))
            except QoderError as error:
                raise Failed(error, items) from error
            return {"items": items}
        page = await settled(page)
        page.data  # noqa: B018 - fetches it
        for _ in range(step.get("pages", 1) - 1):
            if not page.has_next_page():
                return None
            page = await settled(page.get_next_page())
        names = ("has_more", "first_id", "last_id", "next_page")
        return {"data": values.view(page.data), **{name: getattr(page, name) for name in names}}

    async def _read(self, stream: Any, step: dict[str, Any]) -> Any:
        events: list[Any] = []
        until = step["until"]
        try:
            while until == "end" or not events or events[-1]["type"] != until:
                if hasattr(stream, "__anext__"):
                    events.append(values.view(await stream.__anext__()))
                else:
                    events.append(values.view(stream.__next__()))
        except (StopIteration, StopAsyncIteration):
            assert until == "end", f"the stream ended before {until}; came: {events}"
        except QoderError as error:
            raise Failed(error, events) from error
        _told(in_order(self._resolved(step.get("events", [])), events), step)
        last = events[-1] if events else None
        return {"events": events, "last": last, "last_event_id": stream.last_event_id}

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._resolved(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._resolved(item) for item in value]
        if not isinstance(value, str):
            return value
        alone = re.fullmatch(r"\$([a-z_]\w*(?:\.[\w-]+)*)", value)
        if alone:
            return self._looked_up(alone[1])
        return re.sub(
            r"\$(?:(\$)|([a-z_]\w*(?:\.[\w-]+)*))",
            lambda found: "$" if found[1] else str(self._looked_up(found[2])),
            value,
        )

    def _looked_up(self, reference: str) -> Any:
        name, *path = reference.split(".")
        value = self._kept[name]
        for part in path:
            value = value[int(part)] if isinstance(value, list) else value[part]
        return value


def _arguments(method: Any, given: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Path ids by position, everything else by name, as a caller would write it."""
    positional, named = [], dict(given)
    for name, parameter in inspect.signature(method).parameters.items():
        if name not in named:
            continue
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
            positional.append(named.pop(name))
        elif "FileInput" in str(parameter.annotation) or "FilesInput" in str(parameter.annotation):
            named[name] = values.file(named[name])
        elif "datetime" in str(parameter.annotation) and isinstance(named[name], str):
            named[name] = datetime.fromisoformat(named[name].replace("Z", "+00:00"))
    return positional, named


def _options(options: dict[str, Any]) -> dict[str, Any]:
    renamed = {"headers": "extra_headers", "query": "extra_query", "body": "extra_body"}
    return {renamed.get(name, name): value for name, value in options.items()}


def _told(found: list[str], where: Any) -> None:
    assert not found, f"{where}:\n  " + "\n  ".join(found)
