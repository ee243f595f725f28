"""The native half of the package. Nothing here is public."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, final

__all__ = [
    "Batch",
    "Client",
    "Completions",
    "Download",
    "Emulator",
    "Events",
    "Failure",
    "List",
    "Pages",
    "Reply",
    "Response",
    "__version__",
    "client",
    "operation_ids",
]

__version__: str

_Which = int | tuple[str, str]
_Pairs = list[tuple[str, str]]
_Target = tuple[Completions, Any] | None
_Form = list[tuple[str, str | None, str | None, bytes | str | Path]]

def client(options: dict[str, Any], provider: Callable[[Reply], None] | None) -> Client | Failure: ...
def operation_ids() -> list[str]: ...

@final
class Client:
    @property
    def base_url(self) -> str: ...
    def derive(
        self, options: dict[str, Any], provider: Callable[[Reply], None] | None
    ) -> Client | Failure: ...
    def call(
        self,
        target: _Target,
        which: _Which,
        path: tuple[str, ...],
        query: _Pairs,
        headers: _Pairs,
        body: bytes | None,
        form: _Form | None,
        options: dict[str, Any] | None,
    ) -> Any: ...
    def open(
        self,
        target: _Target,
        which: _Which,
        path: tuple[str, ...],
        query: _Pairs,
        headers: _Pairs,
        body: bytes | None,
        form: _Form | None,
        options: dict[str, Any] | None,
    ) -> Any: ...
    def download(
        self, target: _Target, which: _Which, path: tuple[str, ...], options: dict[str, Any] | None
    ) -> Any: ...
    def events(
        self,
        target: _Target,
        which: _Which,
        path: tuple[str, ...],
        query: _Pairs,
        headers: _Pairs,
        options: dict[str, Any] | None,
    ) -> Any: ...
    def list(
        self,
        which: _Which,
        path: tuple[str, ...],
        query: _Pairs,
        headers: _Pairs,
        options: dict[str, Any] | None,
    ) -> Any: ...

@final
class Completions:
    def __new__(cls, pollable: bool) -> Completions: ...
    def fileno(self) -> int: ...
    def usable(self) -> bool: ...
    def wait(self) -> None: ...
    def drain(self) -> None: ...
    def abort(self, ticket: int) -> None: ...
    def __len__(self) -> int: ...

@final
class Response:
    @property
    def status(self) -> int: ...
    @property
    def attempts(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    def part(self, place: int | None) -> bytes: ...
    @property
    def headers(self) -> _Pairs: ...
    @property
    def request_id(self) -> str | None: ...

@final
class Failure:
    def info(self) -> bytes: ...

@final
class Batch:
    @property
    def json(self) -> bytes: ...
    @property
    def last_event_id(self) -> str | None: ...

@final
class List:
    def fetch(self, target: _Target) -> Any: ...
    def after(self, response: Response) -> List | Failure | None: ...
    def pages(self, prefetch: bool) -> Pages: ...

@final
class Pages:
    def next(self, target: _Target) -> Any: ...

@final
class Events:
    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> _Pairs: ...
    @property
    def request_id(self) -> str | None: ...
    def next_batch(self, target: _Target) -> Any: ...
    def ready_batch(self) -> Any: ...
    def close(self) -> None: ...

@final
class Download:
    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> _Pairs: ...
    @property
    def request_id(self) -> str | None: ...
    @property
    def filename(self) -> str | None: ...
    @property
    def content_type(self) -> str | None: ...
    @property
    def content_length(self) -> int | None: ...
    def chunk(self, target: _Target) -> Any: ...
    def read(self, target: _Target) -> Any: ...
    def write_to_file(self, path: str, target: _Target) -> Any: ...
    def close(self) -> None: ...

@final
class Reply:
    def token(self, token: str) -> None: ...
    def failed(self, reason: str) -> None: ...

@final
class Emulator:
    def __new__(
        cls, host: str, port: int, token: str | None, heartbeat: float | None, step_delay: float
    ) -> Emulator: ...
    @property
    def base_url(self) -> str: ...
    @property
    def exchange_url(self) -> str: ...
    @property
    def token(self) -> str: ...
    def control(self, method: str, door: str, body: bytes) -> bytes: ...
    def stop(self) -> None: ...
