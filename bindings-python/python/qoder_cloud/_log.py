"""Records of the core as records of the logger `qoder_cloud`.

A program that configures `logging` gets them as it likes; `Qoder(log="debug")` or `QODER_LOG=debug` writes
them to stderr without any configuration. A call is told at INFO, with its status, attempts, duration and
request id; failed attempts and waits at DEBUG. No record contains a token, a header or a body.
"""

from __future__ import annotations

import logging
from typing import Any

from ._errors import QoderError
from ._native import listen

LOGGER = logging.getLogger("qoder_cloud")


def start(level: str | None) -> None:
    """Listens to the core; a level also writes to stderr."""
    if level:
        number = logging.getLevelName(level.strip().upper())
        if not isinstance(number, int):
            raise QoderError(f"unknown log level {level!r}; known are debug, info, warning and error")
        LOGGER.setLevel(number)
        if not LOGGER.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            LOGGER.addHandler(handler)
    listen(LOGGER, write)


def write(level: int, message: str | None, fields: str, elapsed: float) -> None:
    """Writes one record: what happened during a call, or its end. What is known stands in `record.qoder`."""
    from msgspec.json import decode

    known: dict[str, Any] = decode(fields)
    known["elapsed"] = elapsed
    operation = known.get("operation")
    if message is None:
        status = known.get("status", "failed")
        message = f"{status} in {elapsed * 1000:.1f} ms, attempts {known.get('attempts')}"
        message += f", request id {known.get('request_id')}"
    else:
        details = {name: value for name, value in known.items() if name in ("attempt", "seconds", "error")}
        message += "".join(f", {name} {value}" for name, value in details.items())
    LOGGER.log(level, "%s: %s", operation, message, extra={"qoder": known})
