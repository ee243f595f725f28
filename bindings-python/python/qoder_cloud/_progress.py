"""Telling how far something is: an upload, a download, many turns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from ._errors import QoderError, refused

Progress: TypeAlias = "Callable[[int, int | None], object] | bool"
"""Called with what is done and what there is in total, None while unknown; or True for a bar on stderr."""


def reporter(value: Any, operation: str, unit: str = "B") -> Callable[[int, int | None], object] | None:
    """What to call."""
    if value is None or value is False:
        return None
    if value is True:
        return _bar(operation, unit)
    if callable(value):
        return value  # type: ignore[no-any-return]
    raise refused(
        f"`progress` must be a callable or a bool, not {type(value).__name__}", "progress", operation
    )


def _bar(operation: str, unit: str) -> Callable[[int, int | None], object]:
    try:
        from tqdm import tqdm
    except ImportError:
        pass
    else:
        return _Tqdm(tqdm(desc=operation, unit=unit, unit_scale=unit == "B"))
    try:
        from rich.progress import Progress
    except ImportError:
        raise QoderError(
            "`progress=True` draws with tqdm or rich, and neither is installed; "
            "run `pip install tqdm`, or give a callable that takes (done, total)"
        ) from None
    return _Rich(Progress, operation)


class _Tqdm:
    """A bar, closed when all is done or the call lets go of it."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def __call__(self, done: int, total: int | None) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.close()

    def __del__(self) -> None:
        self._bar.close()


class _Rich:
    """A bar, closed when all is done or the call lets go of it."""

    def __init__(self, make: Callable[[], Any], operation: str) -> None:
        self._display = make()
        self._task = self._display.add_task(operation, total=None)
        self._display.start()

    def __call__(self, done: int, total: int | None) -> None:
        self._display.update(self._task, completed=done, total=total)
        if done == total:
            self._display.stop()

    def __del__(self) -> None:
        self._display.stop()
