"""Spans for programs that use OpenTelemetry: one per logical call, retries included, and one per procedure.

A procedure's calls have no spans of their own here; they carry that of the procedure. A span is named after
its operation and follows the semantic conventions of HTTP clients. It holds no values of a path or a query,
no header, no body and no message: nothing that could be a secret.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from opentelemetry.propagate import inject
from opentelemetry.trace import SpanKind, Status, StatusCode, get_tracer, set_span_in_context

from ._errors import failed
from ._native import Done, Failure, __version__, operations

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable, Generator

    from opentelemetry.trace import Span

    from ._native import Ahead, Client, Completions, List, Pages, Procedure, Response


class Traced:
    """The core, with a span around whatever is asked of it."""

    def __init__(self, core: Client) -> None:
        self._core = core

    def _spanned(self, name: str, target: Any, which: Any, path: Any, *rest: Any) -> Any:
        method = getattr(self._core, name)
        span = start(which, self._core.base_url)
        query, headers, *others = rest
        headers = [*carried(span), *headers]
        return ended(span, target, lambda: method(target, which, path, query, headers, *others))

    def call(self, *arguments: Any) -> Any:
        return self._spanned("call", *arguments)

    def open(self, *arguments: Any) -> Any:
        return self._spanned("open", *arguments)

    def download(self, *arguments: Any) -> Any:
        return self._spanned("download", *arguments)

    def events(self, *arguments: Any) -> Any:
        return self._spanned("events", *arguments)

    def procedure(self, name: str, arguments: bytes, headers: Any) -> Any:
        span = get_tracer("qoder_cloud", __version__).start_span(
            name, attributes=_server(self._core.base_url)
        )
        made = self._core.procedure(name, arguments, [*carried(span), *headers])
        if type(made) is Failure:
            _end(span, made)
            return made
        return TracedProcedure(made, span)

    def list(self, which: Any, path: Any, query: Any, headers: Any, options: Any) -> Any:
        made = self._core.list(which, path, query, [*carried(None), *headers], options)
        return made if type(made) is Failure else TracedList(made, which, self._core.base_url)


class TracedList:
    """A page to be asked for, and all that follow it. They carry the context in which the list was made."""

    def __init__(self, list: List, *about: Any) -> None:
        self._list = list
        self._about = about

    def fetch(self, target: Any) -> Any:
        return ended(start(*self._about), target, lambda: self._list.fetch(target))

    def after(self, response: Response) -> Any:
        following = self._list.after(response)
        if following is None or type(following) is Failure:
            return following
        return TracedList(following, *self._about)

    def pages(self, prefetch: bool) -> TracedPages:
        return TracedPages(self._list.pages(prefetch), *self._about)


class TracedPages:
    """The pages of a list."""

    def __init__(self, pages: Pages, *about: Any) -> None:
        self._pages = pages
        self._about = about

    def next(self, target: Any) -> Any:
        return ended(start(*self._about), target, lambda: self._pages.next(target))


class TracedProcedure:
    """A procedure under way."""

    def __init__(self, procedure: Procedure, span: Span) -> None:
        self._procedure = procedure
        self._span: Span | None = span

    def __getattr__(self, name: str) -> Any:
        return getattr(self._procedure, name)

    def next(self, target: Any) -> Any:
        step = self._procedure.next(target)
        if target is None:
            self._seen(step)
        else:
            target[1].add_done_callback(self._told)
        return step

    def ahead(self, completions: Completions) -> TracedSteps:
        return TracedSteps(self._procedure.ahead(completions), self._seen)

    def close(self, target: Any) -> Any:
        self._give_up()
        return self._procedure.close(target)

    def leave(self) -> None:
        self._give_up()
        self._procedure.leave()

    def _told(self, future: Future[Any]) -> None:
        if future.cancelled() or future.exception():
            self._give_up()
        else:
            self._seen(future.result())

    def _seen(self, step: Any) -> None:
        if self._span is None or type(step) not in (Done, Failure):
            return
        span, self._span = self._span, None
        if type(step) is Failure:
            _end(span, step)
        else:
            span.end()

    def _give_up(self) -> None:
        span, self._span = self._span, None
        if span is not None:
            _fail(span, "abandoned")


class TracedSteps:
    """The steps of a procedure that goes on by itself."""

    def __init__(self, ahead: Ahead, seen: Callable[[Any], None]) -> None:
        self._ahead = ahead
        self._seen = seen

    def __await__(self) -> Generator[Any, None, None]:
        return self._ahead.__await__()

    def take(self) -> Any:
        step = self._ahead.take()
        self._seen(step)
        return step


def _server(base_url: str) -> dict[str, str | int]:
    server = urlsplit(base_url)
    port = server.port or (443 if server.scheme == "https" else 80)
    return {"server.address": server.hostname or "", "server.port": port}


def start(which: int | tuple[str, str], base_url: str) -> Span:
    """The span of a call that begins."""
    # A path that the caller wrote may hold ids: it is no template.
    name, method, path = (which[0], which[0], "") if isinstance(which, tuple) else _operations()[which]
    attributes: dict[str, str | int] = {"http.request.method": method, **_server(base_url)}
    if path:
        attributes["url.template"] = path.partition("?")[0]
    return get_tracer("qoder_cloud", __version__).start_span(
        name, kind=SpanKind.CLIENT, attributes=attributes
    )


def carried(span: Span | None) -> list[tuple[str, str]]:
    """The headers that continue the trace on the server."""
    carrier: dict[str, str] = {}
    inject(carrier, None if span is None else set_span_in_context(span))
    return list(carrier.items())


def ended(span: Span, target: Any, work: Any) -> Any:
    """Does the work, and ends the span with it; on an event loop when its future is done."""
    try:
        outcome = work()
    except BaseException as error:
        _fail(span, type(error).__qualname__)
        raise
    if target is None:
        _end(span, outcome)
    else:
        target[1].add_done_callback(lambda future: _done(span, future))
    return outcome


def _done(span: Span, future: Future[Any]) -> None:
    if future.cancelled():
        _fail(span, "CancelledError")
    elif error := future.exception():
        _fail(span, type(error).__qualname__)
    else:
        _end(span, future.result())


def _end(span: Span, outcome: Any) -> None:
    if type(outcome) is Failure:
        error: Any = failed(outcome)
        status = getattr(error, "status_code", None)
        _answered(span, status, getattr(error, "request_id", None), getattr(error, "attempts", 0))
        _fail(span, str(status or type(error).__qualname__))
        return
    if outcome is None:
        return  # there was no further page, so nothing was asked for; a span that never ends is never told
    _answered(span, outcome.status, outcome.request_id, getattr(outcome, "attempts", 0))
    span.end()


def _answered(span: Span, status: int | None, request_id: str | None, attempts: int) -> None:
    if status:
        span.set_attribute("http.response.status_code", status)
    if request_id:
        span.set_attribute("qoder.request_id", request_id)
    if attempts > 1:
        span.set_attribute("http.request.resend_count", attempts - 1)


def _fail(span: Span, what: str) -> None:
    span.set_attribute("error.type", what)
    span.set_status(Status(StatusCode.ERROR))
    span.end()


@cache
def _operations() -> list[tuple[str, str, str]]:
    return operations()
