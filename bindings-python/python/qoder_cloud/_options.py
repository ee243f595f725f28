"""Options: of a client, and of one call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from ._errors import refused

if TYPE_CHECKING:
    import os

    from ._auth import ServiceAccount
    from ._progress import Progress

Token: TypeAlias = "str | ServiceAccount | Callable[[], str] | Callable[[], Awaitable[str]]"
"""A token, or where tokens come from: a function is asked before each attempt, so it should cache."""

QueryValue: TypeAlias = "str | int | float | bool | datetime | Sequence[str]"
"""What may stand in a query."""


class CallOptions(TypedDict, total=False):
    """Keyword arguments that every call takes."""

    extra_headers: Mapping[str, str]
    """Headers to add or replace."""
    extra_query: Mapping[str, QueryValue]
    """Query arguments to add, under their names on the wire."""
    extra_body: Mapping[str, Any]
    """Members to merge into the JSON body; they win."""
    timeout: float | None
    """Seconds for the call in total, retries and waits included; None for no limit."""
    read_timeout: float | None
    """Seconds the server may stay silent; None for no limit."""
    heartbeat_timeout: float | None
    """Seconds an event stream may stay silent; None for no limit."""
    resume: bool
    """Whether an event stream that was cut goes on by itself (default), or raises."""
    max_retries: int
    """How many attempts may follow the first."""
    retry_writes: bool
    """Whether a write is repeated after any failure that allows it, or only after a 429."""
    idempotency_key: str
    """The key under which the server executes a write once; made up when not given."""
    workspace_id: str
    """The workspace to act in."""
    betas: Sequence[str]
    """Beta features to switch on."""


class TransferOptions(CallOptions, total=False):
    """Keyword arguments that uploads and downloads take."""

    progress: Progress
    """Called with the bytes done and the bytes in total, None while unknown; True draws with tqdm or rich.

    An upload counts the whole form that is sent. What the callable raises ends the call."""


class ClientOptions(TypedDict, total=False):
    """Keyword arguments of the clients; what is not given comes from the environment or the defaults."""

    token: Token | None
    """The access token, or where tokens come from; else `QODER_ACCESS_TOKEN`, then `QODER_PAT`."""
    region: str | None
    """`cn` or `global`; else `QODER_REGION`, else `cn`."""
    base_url: str | None
    """The address of the API, which wins over the region; else `QODER_BASE_URL`."""
    exchange_url: str | None
    """The address of the token exchange; follows the region, or the origin of `base_url`."""
    workspace_id: str | None
    """The workspace to act in."""
    timeout: float | None
    """Seconds for one call in total, retries and waits included: 600; None for no limit."""
    connect_timeout: float | None
    """Seconds for making a connection: 5; None for no limit."""
    read_timeout: float | None
    """Seconds the server may stay silent during a call: 60; None for no limit."""
    heartbeat_timeout: float | None
    """Seconds an event stream may stay silent: 45; None for no limit."""
    max_retries: int
    """How many attempts may follow the first: 3."""
    retry_writes: bool
    """Whether writes are repeated after any failure that allows it (default), or only after a 429."""
    default_headers: Mapping[str, str]
    """Headers of every call."""
    default_query: Mapping[str, QueryValue]
    """Query arguments of every call, under their names on the wire."""
    proxy: str | None
    """The proxy of all connections, with its credentials if it asks for any: `http://name:password@host:3128`;
    else `HTTPS_PROXY` and its siblings are followed.
    """
    ca_certs: str | os.PathLike[str] | bytes | None
    """Certificate authorities to trust besides the system's (on Linux, those that `SSL_CERT_FILE` names):
    a PEM file, or its content.
    """
    max_body_bytes: int | None
    """The largest JSON body that is sent: 4 MiB, the service's limit; None for no limit."""
    log: str | None
    """Write what happens to stderr from this level on (`debug`, `info`, ...); else `QODER_LOG`."""


Pairs: TypeAlias = "list[tuple[str, str]]"

_NULLABLE = {"timeout", "connect_timeout", "read_timeout", "heartbeat_timeout", "max_body_bytes"}
_CLIENT = frozenset(ClientOptions.__annotations__)
_CALL = frozenset(CallOptions.__annotations__)
_TRANSFER = frozenset(TransferOptions.__annotations__)


def call_options(
    options: Mapping[str, Any], operation: str, transfers: bool = False
) -> tuple[dict[str, Any], Pairs]:
    """What the core is told about a call, and the headers among it."""
    told: dict[str, Any] = {}
    headers: Pairs = []
    for name, value in options.items():
        if name not in (_TRANSFER if transfers else _CALL):
            raise refused(f"got an unexpected keyword argument `{name}`", name, operation)
        if name == "workspace_id":
            headers.append((name, text(name, value, operation)))
        elif name == "betas":
            headers.append((name, ",".join(texts(name, value, operation))))
        elif name == "extra_body":
            if not isinstance(value, Mapping):
                raise refused(f"`{name}` must be a mapping, not {type(value).__name__}", name, operation)
            told["body"] = written(value, operation, name)
        elif name == "extra_query":
            told["query"] = pairs(name, value, operation)
        elif name == "extra_headers":
            told["headers"] = header_pairs(name, value, operation)
        elif name == "progress":
            from ._progress import reporter

            if report := reporter(value, operation):
                told[name] = report
        elif value is not None or name in _NULLABLE:
            told[name] = value
    return told, headers


def client_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the core is told about a client, the token apart."""
    told: dict[str, Any] = {}
    for name, value in options.items():
        if name not in _CLIENT:
            raise refused(f"Qoder() got an unexpected keyword argument `{name}`", name)
        if name == "default_query":
            told[name] = pairs(name, value, None)
        elif name == "default_headers":
            told[name] = header_pairs(name, value, None)
        elif name == "ca_certs" and value is not None and not isinstance(value, bytes):
            told[name] = path_text(name, value)
        elif name not in ("token", "log") and (value is not None or name in _NULLABLE):
            told[name] = value
    return told


def header_pairs(name: str, value: Any, operation: str | None) -> Pairs:
    """A mapping of strings as (name, value)."""
    if not isinstance(value, Mapping):
        raise refused(f"`{name}` must be a mapping, not {type(value).__name__}", name, operation)
    return [(str(key), text(f"{name}[{key!r}]", item, operation)) for key, item in value.items()]


def pairs(name: str, value: Any, operation: str | None) -> Pairs:
    """A mapping as (name, value), a list repeating its name."""
    if not isinstance(value, Mapping):
        raise refused(f"`{name}` must be a mapping, not {type(value).__name__}", name, operation)
    return [
        (str(key), text)
        for key, item in value.items()
        for text in query_texts(f"{name}[{key!r}]", item, operation)
    ]


def query_texts(name: str, value: Any, operation: str | None) -> list[str]:
    """A value as it stands in a query, once per item of a list."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, (int, float)):
        return [str(value)]
    if isinstance(value, datetime):
        refuse_zoneless(name, value, operation)
        return [value.isoformat().replace("+00:00", "Z")]
    return texts(name, value, operation)


def written(value: Any, operation: str | None, name: str = "") -> bytes:
    """A value as JSON; what cannot be sent is refused by its name."""
    from ._model import encode

    refuse_zoneless(name, value, operation)
    try:
        return encode(value)
    except (TypeError, NotImplementedError, ValueError) as mistake:
        name = name or next((key for key, item in value.items() if not _writable(item)), "")
        raise refused(f"`{name}`: {mistake}" if name else str(mistake), name or None, operation) from None


def refuse_zoneless(name: str, value: Any, operation: str | None) -> None:
    """Refuses a time without a zone, wherever in the value it is: the server would have to guess."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise refused(
                f"`{name}` has no time zone; use datetime(..., tzinfo=timezone.utc)", name, operation
            )
    elif isinstance(value, Mapping):
        for key, item in value.items():
            refuse_zoneless(f"{name}.{key}" if name else str(key), item, operation)
    elif isinstance(value, (list, tuple)):
        for place, item in enumerate(value):
            refuse_zoneless(f"{name}[{place}]", item, operation)


def _writable(value: Any) -> bool:
    from ._model import encode

    try:
        encode(value)
    except (TypeError, NotImplementedError, ValueError):
        return False
    return True


def texts(name: str, value: Any, operation: str | None) -> list[str]:
    """A list of strings."""
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [text(f"{name}[{place}]", item, operation) for place, item in enumerate(value)]
    raise refused(f"`{name}` must be a list of strings, not {type(value).__name__}", name, operation)


def text(name: str, value: Any, operation: str | None) -> str:
    """A string."""
    if not isinstance(value, str):
        raise refused(f"`{name}` must be a string, not {type(value).__name__}", name, operation)
    return value


def path_text(name: str, value: Any, operation: str | None = None) -> str:
    """A path."""
    import os

    try:
        return os.fsdecode(value)
    except TypeError:
        raise refused(f"`{name}`: a path is needed, not {type(value).__name__}", name, operation) from None
