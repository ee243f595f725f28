"""Compares what is there with what a scenario asks for."""

from __future__ import annotations

import json
import re
from typing import Any

MISSING = object()

_PATTERN = re.compile(r"<(any|absent|time|starts|has|not|size|hidden)(?: (.*))?>", re.DOTALL)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*(Z|[+-]\d\d:\d\d)")


def differences(expected: Any, actual: Any, *, whole: bool = False, path: str = "") -> list[str]:
    """Every difference; `whole` wants nothing missing and nothing more, else named members only."""
    pattern = _PATTERN.fullmatch(expected) if isinstance(expected, str) else None
    if pattern:
        return [] if _fits(pattern[1], pattern[2] or "", actual) else [_wrong(path, expected, actual)]
    if expected is None and (actual is None or (actual is MISSING and not whole)):
        return []
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = []
        for name, member in expected.items():
            found += differences(member, actual.get(name, MISSING), whole=whole, path=f"{path}.{name}")
        if whole:
            found += [f"{path}.{name}: not expected" for name in actual if name not in expected]
        return found
    if isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            return [_wrong(path, f"{len(expected)} items", actual)]
        found = []
        for place, (item, other) in enumerate(zip(expected, actual)):
            found += differences(item, other, whole=whole, path=f"{path}[{place}]")
        return found
    same_kind = isinstance(expected, bool) == isinstance(actual, bool)
    return [] if same_kind and expected == actual else [_wrong(path, expected, actual)]


def in_order(wanted: list[Any], items: list[Any]) -> list[str]:
    """Whether `wanted` occur in `items` in this order, others between them ignored."""
    rest = iter(items)
    for expected in wanted:
        if not any(not differences(expected, item) for item in rest):
            return [f"{expected} did not come in its place; came: {items}"]
    return []


def _wrong(path: str, expected: Any, actual: Any) -> str:
    return f"{path}: expected {expected!r}, found {'nothing' if actual is MISSING else repr(actual)[:300]}"


def _fits(word: str, rest: str, actual: Any) -> bool:
    present = actual is not MISSING and actual is not None
    text = actual if isinstance(actual, str) else None
    if word in ("any", "absent"):
        return present == (word == "any")
    if word == "hidden":
        return actual is MISSING or rest not in json.dumps(actual, ensure_ascii=False)
    if word == "time":
        return text is not None and _TIME.fullmatch(text) is not None
    if word == "starts":
        return text is not None and text.startswith(rest)
    if word == "has":
        return text is not None and rest in text
    if word == "not":
        return present and actual != rest
    return present and len(actual) == int(rest)
