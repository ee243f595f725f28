# Generated from spec/ by codegen; edit the spec.
"""Models that agents can run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.models import ModelInfo


class Models(Resource):
    """Models that agents can run on."""

    if TYPE_CHECKING:
        with_raw_response: RawModels
        with_streaming_response: StreamedModels

    def list(
        self,
        *,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[ModelInfo]:
        """List the models enabled for the account.

        Args:
            after_id: Sent by the SDK; the reference says the list is not paginated.
            before_id: Sent by the SDK; the reference says the list is not paginated.
            limit: Sent by the SDK; the reference says the list is not paginated.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.MODELS_LIST,
            (),
            query={"after_id": after_id, "before_id": before_id, "limit": limit},
            prefetch=prefetch,
            options=options,
        )


class AsyncModels(AsyncResource):
    """Models that agents can run on."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncModels
        with_streaming_response: StreamedAsyncModels

    def list(
        self,
        *,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[ModelInfo]:
        """List the models enabled for the account.

        Args:
            after_id: Sent by the SDK; the reference says the list is not paginated.
            before_id: Sent by the SDK; the reference says the list is not paginated.
            limit: Sent by the SDK; the reference says the list is not paginated.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.MODELS_LIST,
            (),
            query={"after_id": after_id, "before_id": before_id, "limit": limit},
            prefetch=prefetch,
            options=options,
        )


if TYPE_CHECKING:

    class RawModels:
        """The same operations, returning whole responses."""

        list = Raw(Models.list)

    class StreamedModels:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(Models.list)

    class RawAsyncModels:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncModels.list)

    class StreamedAsyncModels:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncModels.list)
