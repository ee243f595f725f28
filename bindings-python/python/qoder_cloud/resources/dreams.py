# Generated from spec/ by codegen; edit the spec.
"""Background consolidation of memories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.dreams import (
        Dream,
        DreamInputParams,
        DreamModelSpecParams,
        DreamStatus,
        OutputBehaviorParams,
    )


class Dreams(Resource):
    """Background consolidation of memories."""

    if TYPE_CHECKING:
        with_raw_response: RawDreams
        with_streaming_response: StreamedDreams

    def create(
        self,
        *,
        inputs: Sequence[DreamInputParams],
        model: DreamModelSpecParams,
        instructions: str | None | NotGiven = NOT_GIVEN,
        output_behavior: OutputBehaviorParams | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Dream:
        """Start a background consolidation of memories.

        Args:
            inputs: What to read.
            model: Model ID, for example `auto`, or model with speed.
            instructions: Guidance.
            output_behavior: Where to put results.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.DREAMS_CREATE,
            (),
            body={
                "inputs": inputs,
                "model": model,
                "instructions": instructions,
                "output_behavior": output_behavior,
            },
            options=options,
        )

    def list(
        self,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        statuses: Sequence[DreamStatus] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Dream]:
        """List dreams.

        Args:
            include_archived: Also return archived items. By default False.
            created_at_gt: Only items created after this time.
            created_at_lt: Only items created before this time.
            statuses: Only these states; repeat the parameter.
            limit: Items per page. From 1 to 100. By default 20.
            page: Opaque cursor: the `next_page` of the previous response.
            after_id: Return items after this ID (the previous `last_id`); an older cursor, never combined
                with another one.
            before_id: Return items before this ID (the previous `first_id`); an older cursor, never combined
                with another one.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.DREAMS_LIST,
            (),
            query={
                "include_archived": include_archived,
                "created_at_gt": created_at_gt,
                "created_at_lt": created_at_lt,
                "statuses": statuses,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Fetch a dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DREAMS_RETRIEVE, (dream_id,), options=options)

    def cancel(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Cancel a pending or running dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DREAMS_CANCEL, (dream_id,), options=options)

    def archive(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Archive a finished dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DREAMS_ARCHIVE, (dream_id,), options=options)


class AsyncDreams(AsyncResource):
    """Background consolidation of memories."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncDreams
        with_streaming_response: StreamedAsyncDreams

    async def create(
        self,
        *,
        inputs: Sequence[DreamInputParams],
        model: DreamModelSpecParams,
        instructions: str | None | NotGiven = NOT_GIVEN,
        output_behavior: OutputBehaviorParams | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Dream:
        """Start a background consolidation of memories.

        Args:
            inputs: What to read.
            model: Model ID, for example `auto`, or model with speed.
            instructions: Guidance.
            output_behavior: Where to put results.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.DREAMS_CREATE,
            (),
            body={
                "inputs": inputs,
                "model": model,
                "instructions": instructions,
                "output_behavior": output_behavior,
            },
            options=options,
        )

    def list(
        self,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        statuses: Sequence[DreamStatus] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Dream]:
        """List dreams.

        Args:
            include_archived: Also return archived items. By default False.
            created_at_gt: Only items created after this time.
            created_at_lt: Only items created before this time.
            statuses: Only these states; repeat the parameter.
            limit: Items per page. From 1 to 100. By default 20.
            page: Opaque cursor: the `next_page` of the previous response.
            after_id: Return items after this ID (the previous `last_id`); an older cursor, never combined
                with another one.
            before_id: Return items before this ID (the previous `first_id`); an older cursor, never combined
                with another one.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.DREAMS_LIST,
            (),
            query={
                "include_archived": include_archived,
                "created_at_gt": created_at_gt,
                "created_at_lt": created_at_lt,
                "statuses": statuses,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Fetch a dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DREAMS_RETRIEVE, (dream_id,), options=options)

    async def cancel(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Cancel a pending or running dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DREAMS_CANCEL, (dream_id,), options=options)

    async def archive(self, dream_id: str, **options: Unpack[CallOptions]) -> Dream:
        """Archive a finished dream.

        Args:
            dream_id: Dream ID, prefix `drm_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DREAMS_ARCHIVE, (dream_id,), options=options)


if TYPE_CHECKING:

    class RawDreams:
        """The same operations, returning whole responses."""

        create = Raw(Dreams.create)
        list = Raw(Dreams.list)
        retrieve = Raw(Dreams.retrieve)
        cancel = Raw(Dreams.cancel)
        archive = Raw(Dreams.archive)

    class StreamedDreams:
        """The same operations, returning responses whose bodies are read as they come."""

        create = Streamed(Dreams.create)
        list = Streamed(Dreams.list)
        retrieve = Streamed(Dreams.retrieve)
        cancel = Streamed(Dreams.cancel)
        archive = Streamed(Dreams.archive)

    class RawAsyncDreams:
        """The same operations, returning whole responses."""

        create = AsyncRaw(AsyncDreams.create)
        list = AsyncRaw(AsyncDreams.list)
        retrieve = AsyncRaw(AsyncDreams.retrieve)
        cancel = AsyncRaw(AsyncDreams.cancel)
        archive = AsyncRaw(AsyncDreams.archive)

    class StreamedAsyncDreams:
        """The same operations, returning responses whose bodies are read as they come."""

        create = AsyncStreamed(AsyncDreams.create)
        list = AsyncStreamed(AsyncDreams.list)
        retrieve = AsyncStreamed(AsyncDreams.retrieve)
        cancel = AsyncStreamed(AsyncDreams.cancel)
        archive = AsyncStreamed(AsyncDreams.archive)
