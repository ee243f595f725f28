"""What can go wrong. One function, `exception`, decides which class an error becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._native import Failure, Response
    from .types.turns import TurnResult


class QoderError(Exception):
    """Anything this package raises. Configuration that cannot be used raises exactly this."""

    message: str
    """What happened, to what, and what to do next."""
    operation: str | None
    """The operation, for example `agents.create`."""
    causes: tuple[str, ...]
    """What lay beneath, outermost first."""

    def __init__(self, message: str, info: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self._info = dict(info or {})
        self.operation = self._info.get("operation")
        self.causes = tuple(self._info.get("causes") or ())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self._info)


class InvalidArgumentError(QoderError, ValueError, TypeError):
    """An argument was refused before anything was sent."""

    param: str | None
    """The argument."""

    def __init__(self, message: str, info: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, info)
        self.param = self._info.get("param")


class TurnError(QoderError):
    """A turn did not come to its own end; raised by `TurnResult.check()`."""

    result: TurnResult
    """What came of it all the same."""

    def __init__(self, info: Mapping[str, Any], result: TurnResult) -> None:
        super().__init__(info["message"], info)
        self.result = result

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._info, self.result)


class APIError(QoderError):
    """A call failed. Raised as such when an event stream broke off or reported an error."""

    request_id: str | None
    """The id under which the server knows the call."""
    type: str | None
    """The server's word for the class of error; the status is more reliable."""
    code: str | None
    """The server's code for the error."""
    param: str | None
    """The argument the server complains about."""
    body: str | None
    """What the server said, as text, at most 64 KiB of it."""
    headers: dict[str, str]
    """The headers of the answer, secrets replaced."""
    retry_after: float | None
    """How many seconds the server asks to wait."""
    attempts: int
    """How many attempts were made."""
    elapsed: float
    """How many seconds the call took, waits included."""
    last_event_id: str | None
    """The last event received before a stream failed; resume from it."""

    def __init__(self, message: str, info: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, info)
        known = self._info
        self.request_id = known.get("request_id")
        self.type = known.get("type")
        self.code = known.get("code")
        self.param = known.get("param")
        self.body = known.get("body")
        self.headers = dict(known.get("headers") or ())
        self.retry_after = known.get("retry_after")
        self.attempts = known.get("attempts") or 0
        self.elapsed = known.get("elapsed") or 0.0
        self.last_event_id = known.get("last_event_id")


class APIConnectionError(APIError):
    """No answer arrived, or not all of it."""


class APITimeoutError(APIConnectionError):
    """A time limit passed: of the call, of the connection, of silence."""


class APIResponseValidationError(APIError):
    """The answer arrived but is not what the operation promises."""

    status_code: int | None
    """The HTTP status."""

    def __init__(self, message: str, info: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, info)
        self.status_code = self._info.get("status")


class APIStatusError(APIError):
    """The server answered with a status that is not a success."""

    status_code: int
    """The HTTP status."""

    def __init__(self, message: str, info: Mapping[str, Any] | None = None) -> None:
        super().__init__(message, info)
        self.status_code = self._info.get("status") or 0


class BadRequestError(APIStatusError):
    """400: the request is malformed, or an argument is not allowed."""


class AuthenticationError(APIStatusError):
    """401: the token is missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the token may not do this."""


class NotFoundError(APIStatusError):
    """404: no such thing, or not in this account and region."""


class ConflictError(APIStatusError):
    """409: the state of the thing forbids it, for example a stale version. Never retried."""


class PreconditionFailedError(APIStatusError):
    """412: a precondition given with the call no longer holds."""


class RequestTooLargeError(APIStatusError):
    """413: the request is larger than the service takes."""


class UnprocessableEntityError(APIStatusError):
    """422: understood, but not possible as given."""


class RateLimitError(APIStatusError):
    """429: too much at once."""


class InternalServerError(APIStatusError):
    """5xx: the server failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    412: PreconditionFailedError,
    413: RequestTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}

_BY_KIND: dict[str, type[QoderError]] = {
    "configuration": QoderError,
    "argument": InvalidArgumentError,
    "connection": APIConnectionError,
    "timeout": APITimeoutError,
    "decode": APIResponseValidationError,
}


def exception(info: Mapping[str, Any]) -> QoderError:
    """The exception for what is known about an error; class by status, never by the body's `type`."""
    kind, status = info["kind"], info.get("status") or 0
    made: type[QoderError]
    if kind == "status":
        made = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    else:
        made = _BY_KIND.get(kind, APIError)
    error = made(info["message"], info)
    link: BaseException = error
    for text in error.causes:
        link.__cause__ = Exception(text)
        link = link.__cause__
    return error


def failed(failure: Failure) -> QoderError:
    """The exception for a failure the core reports."""
    return exception(info(failure))


def info(failure: Failure) -> dict[str, Any]:
    """What is known about a failure."""
    import msgspec

    known: dict[str, Any] = msgspec.json.decode(failure.info())
    return known


def refused(message: str, param: str | None = None, operation: str | None = None) -> QoderError:
    """The exception for an argument that cannot be sent."""
    about = f"{operation}: " if operation else ""
    return exception({"kind": "argument", "message": about + message, "param": param, "operation": operation})


def undecodable(response: Response, reason: str) -> QoderError:
    """The exception for an answer that cannot be read."""
    return exception(
        {
            "kind": "decode",
            "message": f"the answer cannot be read: {reason} (request id {response.request_id})",
            "status": response.status,
            "request_id": response.request_id,
            "headers": [pair for pair in response.headers if pair[0] != "set-cookie"],
            "body": response.body[: 64 * 1024].decode(errors="replace"),
            "attempts": response.attempts,
        }
    )
