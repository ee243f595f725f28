"""Typed results in the words of the scenarios, and scenario arguments as a caller would write them."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

import qoder_cloud
from qoder_cloud.types import Model, UnknownVariant


def view(value: Any, raw: Any = None) -> Any:
    """What a caller sees through attributes, completed with what only `to_dict()` has."""
    if isinstance(value, UnknownVariant):
        return value.to_dict()
    if isinstance(value, Model):
        raw = value.to_dict() if raw is None else raw
        members = dict(raw)
        for name in value.__struct_fields__:
            member = getattr(value, name)
            if name in raw or member not in (None, [], {}):
                members[name] = view(member, raw.get(name))
        if value.__struct_config__.tag is not None:
            members["type"] = value.type  # type: ignore[attr-defined]
        return members
    if isinstance(value, list):
        raws = raw if isinstance(raw, list) else [None] * len(value)
        return [view(item, part) for item, part in zip(value, raws)]
    if isinstance(value, dict):
        parts = raw if isinstance(raw, dict) else {}
        return {name: view(item, parts.get(name)) for name, item in value.items()}
    if isinstance(value, datetime):
        text = value.isoformat().replace("+00:00", "Z")
        # A datetime has microseconds; `to_dict()` has what was sent.
        return raw if isinstance(raw, str) and raw[:19] == text[:19] else text
    return value


def error(failure: qoder_cloud.QoderError) -> dict[str, Any]:
    """An error in the words of `raises`."""
    kind = type(failure)
    if kind is qoder_cloud.InvalidArgumentError:
        kind = qoder_cloud.QoderError
    described = {"class": kind.__name__, "message": str(failure), "attempts": getattr(failure, "attempts", 0)}
    for name in ("type", "code", "param", "request_id", "retry_after", "last_event_id"):
        described[name] = getattr(failure, name, None)
    described["status"] = getattr(failure, "status_code", None)
    return described


def file(argument: Any) -> Any:
    """A file argument: `{name, text}`, `{name, base64}` or `{path}`."""
    if isinstance(argument, list):
        return [file(one) for one in argument]
    if "path" in argument:
        return argument["path"]
    content = base64.b64decode(argument["base64"]) if "base64" in argument else argument["text"].encode()
    return argument["name"], content * argument.get("repeat", 1)
