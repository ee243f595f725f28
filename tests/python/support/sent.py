"""Compares the emulator's log with what a scenario says was sent."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from .matching import MISSING, differences

LATE = "was not sent in its place"
METHODS = ("GET", "POST", "PUT", "DELETE")


class Seen:
    """One request as the server saw it, in the words of the scenarios."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.method = entry["method"]
        self.path = entry["path"].removeprefix("/api/v1/cloud").removeprefix("/api/v1")
        self.headers = dict(entry["headers"])
        self.facts: dict[str, Any] = {
            "query": _query(entry["query"]),
            "headers": self.headers,
            "authorized": entry["authorized"],
        }
        body = entry["body"]
        if isinstance(body, dict) and "parts" in body:
            self.facts["parts"] = body["parts"]
        elif entry["body_bytes"]:
            self.facts["body"] = body

    def is_call(self, method: str, path: str) -> bool:
        """Whether this is a request of that method and path, `*` standing for one segment."""
        seen, wanted = self.path.split("/"), path.split("/")
        return (
            self.method == method
            and len(seen) == len(wanted)
            and all(want == "*" or unquote_plus(one) == unquote_plus(want) for one, want in zip(seen, wanted))
        )

    def __repr__(self) -> str:
        return f"{self.method} {self.path}"


def check(sent: list[dict[str, Any]], log: list[Seen]) -> list[str]:
    """What is missing or different."""
    found = []
    place = 0
    for entry in sent:
        method = next(name for name in METHODS if name in entry)
        meant = [at for at, seen in enumerate(log) if seen.is_call(method, entry[method])]
        if "count" in entry:
            problems = _all_alike(entry, [log[at] for at in meant])
            place = max([place, *(at + 1 for at in meant)])
        else:
            tries = [(at, _problems(entry, log[at])) for at in meant if at >= place]
            good = next((at for at, problems in tries if not problems), None)
            problems = []
            if good is None:
                problems = [problem for _, found in tries for problem in found] or [
                    "was not sent in its place"
                ]
            else:
                place = good + 1
        found += [f"{method} {entry[method]}: {problem}; seen: {log}" for problem in problems]
    return found


def _all_alike(entry: dict[str, Any], meant: list[Seen]) -> list[str]:
    if len(meant) != entry["count"]:
        return [f"was sent {len(meant)} times, not {entry['count']}"]
    problems = [problem for seen in meant for problem in _problems(entry, seen)]
    keys = {seen.headers.get("idempotency-key") for seen in meant}
    if entry.get("idempotency_key") == "same" and len(keys) > 1:
        problems.append("the idempotency key changed")
    return problems


def _problems(entry: dict[str, Any], seen: Seen) -> list[str]:
    found = []
    for name in ("query", "headers", "body", "parts", "authorized"):
        if name in entry:
            whole = name in ("query", "body")
            found += differences(entry[name], seen.facts.get(name, MISSING), whole=whole, path=name)
    key, wanted = seen.headers.get("idempotency-key"), entry.get("idempotency_key")
    if wanted in ("present", "same") and key is None:
        found.append("carried no idempotency key")
    if wanted == "absent" and key is not None:
        found.append("carried an idempotency key")
    return found


def _query(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        if name.endswith("[]") or name in found:
            earlier = found.get(name, [])
            found[name] = [*(earlier if isinstance(earlier, list) else [earlier]), value]
        else:
            found[name] = value
    return found
