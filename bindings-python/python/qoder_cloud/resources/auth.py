# Generated from spec/ by codegen; edit the spec.
"""Exchange of Service Account keys for access tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.auth import TokenExchangeResponse


class Auth(Resource):
    """Exchange of Service Account keys for access tokens."""

    if TYPE_CHECKING:
        with_raw_response: RawAuth
        with_streaming_response: StreamedAuth

    def exchange(
        self,
        *,
        scope: str,
        ttl_seconds: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> TokenExchangeResponse:
        """Exchange a Service Account key for a short-lived access token.

        Served by the exchange host of the same region as the API. Exchange again when it runs out; there is
        no refresh.

        Args:
            scope: Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward.
            ttl_seconds: Wanted life time. From 1 to 43200. By default 3600.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.AUTH_EXCHANGE,
            (),
            body={
                "grant_type": "client_credentials",
                "audience": "qoder",
                "scope": scope,
                "ttl_seconds": ttl_seconds,
            },
            options=options,
        )


class AsyncAuth(AsyncResource):
    """Exchange of Service Account keys for access tokens."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncAuth
        with_streaming_response: StreamedAsyncAuth

    async def exchange(
        self,
        *,
        scope: str,
        ttl_seconds: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> TokenExchangeResponse:
        """Exchange a Service Account key for a short-lived access token.

        Served by the exchange host of the same region as the API. Exchange again when it runs out; there is
        no refresh.

        Args:
            scope: Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward.
            ttl_seconds: Wanted life time. From 1 to 43200. By default 3600.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.AUTH_EXCHANGE,
            (),
            body={
                "grant_type": "client_credentials",
                "audience": "qoder",
                "scope": scope,
                "ttl_seconds": ttl_seconds,
            },
            options=options,
        )


if TYPE_CHECKING:

    class RawAuth:
        """The same operations, returning whole responses."""

        exchange = Raw(Auth.exchange)

    class StreamedAuth:
        """The same operations, returning responses whose bodies are read as they come."""

        exchange = Streamed(Auth.exchange)

    class RawAsyncAuth:
        """The same operations, returning whole responses."""

        exchange = AsyncRaw(AsyncAuth.exchange)

    class StreamedAsyncAuth:
        """The same operations, returning responses whose bodies are read as they come."""

        exchange = AsyncStreamed(AsyncAuth.exchange)
