# Generated from spec/ by codegen; edit the spec.
"""Long-term memory shared between sessions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AsyncMemoryHelpers, AsyncMemoryStoreHelpers, MemoryHelpers, MemoryStoreHelpers
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.memory_stores import (
        DeletedMemory,
        DeletedMemoryStore,
        Memory,
        MemoryListItem,
        MemoryOperation,
        MemoryStore,
        MemoryVersion,
        MemoryView,
    )


class MemoryStores(MemoryStoreHelpers, Resource):
    """Long-term memory shared between sessions."""

    if TYPE_CHECKING:
        with_raw_response: RawMemoryStores
        with_streaming_response: StreamedMemoryStores

    @cached_property
    def memories(self) -> MemoryStoresMemories:
        """Entries of a memory store."""
        return MemoryStoresMemories(self._client, self._mode)

    @cached_property
    def memory_versions(self) -> MemoryStoresMemoryVersions:
        """Recorded changes of a memory store."""
        return MemoryStoresMemoryVersions(self._client, self._mode)

    def create(
        self,
        *,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryStore:
        """Create a memory store.

        Args:
            name: Display name.
            description: Tell the agent what is inside and when to look.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.MEMORY_STORES_CREATE,
            (),
            body={"name": name, "description": description, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[MemoryStore]:
        """List memory stores.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            name: Match on the name.
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
            ops.MEMORY_STORES_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "name": name,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, memory_store_id: str, **options: Unpack[CallOptions]) -> MemoryStore:
        """Fetch a memory store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.MEMORY_STORES_RETRIEVE, (memory_store_id,), options=options)

    def update(
        self,
        memory_store_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryStore:
        """Change name, description or metadata of a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            name: Display name.
            description: Free text describing the object.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.MEMORY_STORES_UPDATE,
            (memory_store_id,),
            body={"name": name, "description": description, "metadata": metadata},
            options=options,
        )

    def delete(self, memory_store_id: str, **options: Unpack[CallOptions]) -> DeletedMemoryStore:
        """Delete a store with all its memories.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.MEMORY_STORES_DELETE, (memory_store_id,), options=options)

    def archive(self, memory_store_id: str, **options: Unpack[CallOptions]) -> MemoryStore:
        """Archive a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.MEMORY_STORES_ARCHIVE, (memory_store_id,), options=options)


class MemoryStoresMemories(MemoryHelpers, Resource):
    """Entries of a memory store."""

    if TYPE_CHECKING:
        with_raw_response: RawMemoryStoresMemories
        with_streaming_response: StreamedMemoryStoresMemories

    def create(
        self,
        memory_store_id: str,
        *,
        path: str,
        content: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Write a new memory at a path.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            path: Where to store it; must be free.
            content: UTF-8 text.
            metadata: Caller-owned string pairs; the service does not interpret them.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            ConflictError: The path is taken.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORIES_CREATE,
            (memory_store_id,),
            query={"view": view},
            body={"path": path, "content": content, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        memory_store_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        path_prefix: str | NotGiven = NOT_GIVEN,
        depth: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[MemoryListItem]:
        """List memories, like a directory or recursively.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".
            path_prefix: Only below this path; ends with `/`.
            depth: 1 lists one level and rolls deeper entries up into prefixes; 0 or omitted lists everything.
                From 0 to 1.
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
            ops.MEMORY_STORES_MEMORIES_LIST,
            (memory_store_id,),
            query={
                "view": view,
                "path_prefix": path_prefix,
                "depth": depth,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Fetch a memory.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORIES_RETRIEVE,
            (memory_store_id, memory_id),
            query={"view": view},
            options=options,
        )

    def update(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        content: str | None | NotGiven = NOT_GIVEN,
        path: str | None | NotGiven = NOT_GIVEN,
        content_sha256: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Change a memory's content, path or metadata.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            content: New text.
            path: New path.
            content_sha256: Change only if the current content still has this hash.
            metadata: Merged by key; null deletes a key.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            ConflictError: The content hash no longer matches, or the new path is taken.
            PreconditionFailedError: The content hash no longer matches.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORIES_UPDATE,
            (memory_store_id, memory_id),
            query={"view": view},
            body={"content": content, "path": path, "content_sha256": content_sha256, "metadata": metadata},
            options=options,
        )

    def delete(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        expected_content_sha256: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> DeletedMemory:
        """Delete a memory; its versions remain.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            expected_content_sha256: Delete only if the content still has this hash.

        Raises:
            ConflictError: The content hash no longer matches (status inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORIES_DELETE,
            (memory_store_id, memory_id),
            query={"expected_content_sha256": expected_content_sha256},
            options=options,
        )


class MemoryStoresMemoryVersions(Resource):
    """Recorded changes of a memory store."""

    if TYPE_CHECKING:
        with_raw_response: RawMemoryStoresMemoryVersions
        with_streaming_response: StreamedMemoryStoresMemoryVersions

    def list(
        self,
        memory_store_id: str,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        memory_id: str | NotGiven = NOT_GIVEN,
        operation: MemoryOperation | NotGiven = NOT_GIVEN,
        session_id: str | NotGiven = NOT_GIVEN,
        api_key_id: str | NotGiven = NOT_GIVEN,
        service_account_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[MemoryVersion]:
        """List recorded changes of a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            view: `full` includes content, `basic` leaves it out. By default "basic".
            memory_id: Only changes of this memory; works after it was deleted.
            operation: Only this kind of change.
            session_id: Only changes made by this session.
            api_key_id: Only changes made with this key.
            service_account_id: Only changes made by this service account.
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
            ops.MEMORY_STORES_MEMORY_VERSIONS_LIST,
            (memory_store_id,),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "view": view,
                "memory_id": memory_id,
                "operation": operation,
                "session_id": session_id,
                "api_key_id": api_key_id,
                "service_account_id": service_account_id,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(
        self,
        memory_store_id: str,
        memory_version_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryVersion:
        """Fetch one recorded change.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_version_id: Memory version ID, prefix `memver_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE,
            (memory_store_id, memory_version_id),
            query={"view": view},
            options=options,
        )

    def redact(
        self,
        memory_store_id: str,
        memory_version_id: str,
        **options: Unpack[CallOptions],
    ) -> MemoryVersion:
        """Erase the content of one recorded change for good.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_version_id: Memory version ID, prefix `memver_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.MEMORY_STORES_MEMORY_VERSIONS_REDACT,
            (memory_store_id, memory_version_id),
            options=options,
        )


class AsyncMemoryStores(AsyncMemoryStoreHelpers, AsyncResource):
    """Long-term memory shared between sessions."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncMemoryStores
        with_streaming_response: StreamedAsyncMemoryStores

    @cached_property
    def memories(self) -> AsyncMemoryStoresMemories:
        """Entries of a memory store."""
        return AsyncMemoryStoresMemories(self._client, self._mode)

    @cached_property
    def memory_versions(self) -> AsyncMemoryStoresMemoryVersions:
        """Recorded changes of a memory store."""
        return AsyncMemoryStoresMemoryVersions(self._client, self._mode)

    async def create(
        self,
        *,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryStore:
        """Create a memory store.

        Args:
            name: Display name.
            description: Tell the agent what is inside and when to look.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.MEMORY_STORES_CREATE,
            (),
            body={"name": name, "description": description, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[MemoryStore]:
        """List memory stores.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            name: Match on the name.
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
            ops.MEMORY_STORES_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "name": name,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, memory_store_id: str, **options: Unpack[CallOptions]) -> MemoryStore:
        """Fetch a memory store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.MEMORY_STORES_RETRIEVE, (memory_store_id,), options=options)

    async def update(
        self,
        memory_store_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryStore:
        """Change name, description or metadata of a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            name: Display name.
            description: Free text describing the object.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.MEMORY_STORES_UPDATE,
            (memory_store_id,),
            body={"name": name, "description": description, "metadata": metadata},
            options=options,
        )

    async def delete(self, memory_store_id: str, **options: Unpack[CallOptions]) -> DeletedMemoryStore:
        """Delete a store with all its memories.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.MEMORY_STORES_DELETE, (memory_store_id,), options=options)

    async def archive(self, memory_store_id: str, **options: Unpack[CallOptions]) -> MemoryStore:
        """Archive a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.MEMORY_STORES_ARCHIVE, (memory_store_id,), options=options)


class AsyncMemoryStoresMemories(AsyncMemoryHelpers, AsyncResource):
    """Entries of a memory store."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncMemoryStoresMemories
        with_streaming_response: StreamedAsyncMemoryStoresMemories

    async def create(
        self,
        memory_store_id: str,
        *,
        path: str,
        content: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Write a new memory at a path.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            path: Where to store it; must be free.
            content: UTF-8 text.
            metadata: Caller-owned string pairs; the service does not interpret them.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            ConflictError: The path is taken.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORIES_CREATE,
            (memory_store_id,),
            query={"view": view},
            body={"path": path, "content": content, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        memory_store_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        path_prefix: str | NotGiven = NOT_GIVEN,
        depth: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[MemoryListItem]:
        """List memories, like a directory or recursively.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".
            path_prefix: Only below this path; ends with `/`.
            depth: 1 lists one level and rolls deeper entries up into prefixes; 0 or omitted lists everything.
                From 0 to 1.
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
            ops.MEMORY_STORES_MEMORIES_LIST,
            (memory_store_id,),
            query={
                "view": view,
                "path_prefix": path_prefix,
                "depth": depth,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Fetch a memory.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORIES_RETRIEVE,
            (memory_store_id, memory_id),
            query={"view": view},
            options=options,
        )

    async def update(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        content: str | None | NotGiven = NOT_GIVEN,
        path: str | None | NotGiven = NOT_GIVEN,
        content_sha256: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Memory:
        """Change a memory's content, path or metadata.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            content: New text.
            path: New path.
            content_sha256: Change only if the current content still has this hash.
            metadata: Merged by key; null deletes a key.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            ConflictError: The content hash no longer matches, or the new path is taken.
            PreconditionFailedError: The content hash no longer matches.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORIES_UPDATE,
            (memory_store_id, memory_id),
            query={"view": view},
            body={"content": content, "path": path, "content_sha256": content_sha256, "metadata": metadata},
            options=options,
        )

    async def delete(
        self,
        memory_store_id: str,
        memory_id: str,
        *,
        expected_content_sha256: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> DeletedMemory:
        """Delete a memory; its versions remain.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_id: Memory ID, prefix `mem_`.
            expected_content_sha256: Delete only if the content still has this hash.

        Raises:
            ConflictError: The content hash no longer matches (status inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORIES_DELETE,
            (memory_store_id, memory_id),
            query={"expected_content_sha256": expected_content_sha256},
            options=options,
        )


class AsyncMemoryStoresMemoryVersions(AsyncResource):
    """Recorded changes of a memory store."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncMemoryStoresMemoryVersions
        with_streaming_response: StreamedAsyncMemoryStoresMemoryVersions

    def list(
        self,
        memory_store_id: str,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        view: MemoryView | NotGiven = NOT_GIVEN,
        memory_id: str | NotGiven = NOT_GIVEN,
        operation: MemoryOperation | NotGiven = NOT_GIVEN,
        session_id: str | NotGiven = NOT_GIVEN,
        api_key_id: str | NotGiven = NOT_GIVEN,
        service_account_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[MemoryVersion]:
        """List recorded changes of a store.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            view: `full` includes content, `basic` leaves it out. By default "basic".
            memory_id: Only changes of this memory; works after it was deleted.
            operation: Only this kind of change.
            session_id: Only changes made by this session.
            api_key_id: Only changes made with this key.
            service_account_id: Only changes made by this service account.
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
            ops.MEMORY_STORES_MEMORY_VERSIONS_LIST,
            (memory_store_id,),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "view": view,
                "memory_id": memory_id,
                "operation": operation,
                "session_id": session_id,
                "api_key_id": api_key_id,
                "service_account_id": service_account_id,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(
        self,
        memory_store_id: str,
        memory_version_id: str,
        *,
        view: MemoryView | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> MemoryVersion:
        """Fetch one recorded change.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_version_id: Memory version ID, prefix `memver_`.
            view: `full` includes content, `basic` leaves it out. By default "basic".

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE,
            (memory_store_id, memory_version_id),
            query={"view": view},
            options=options,
        )

    async def redact(
        self,
        memory_store_id: str,
        memory_version_id: str,
        **options: Unpack[CallOptions],
    ) -> MemoryVersion:
        """Erase the content of one recorded change for good.

        Args:
            memory_store_id: Memory store ID, prefix `memstore_`.
            memory_version_id: Memory version ID, prefix `memver_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.MEMORY_STORES_MEMORY_VERSIONS_REDACT,
            (memory_store_id, memory_version_id),
            options=options,
        )


if TYPE_CHECKING:

    class RawMemoryStores:
        """The same operations, returning whole responses."""

        memories: RawMemoryStoresMemories
        memory_versions: RawMemoryStoresMemoryVersions
        create = Raw(MemoryStores.create)
        list = Raw(MemoryStores.list)
        retrieve = Raw(MemoryStores.retrieve)
        update = Raw(MemoryStores.update)
        delete = Raw(MemoryStores.delete)
        archive = Raw(MemoryStores.archive)

    class RawMemoryStoresMemories:
        """The same operations, returning whole responses."""

        create = Raw(MemoryStoresMemories.create)
        list = Raw(MemoryStoresMemories.list)
        retrieve = Raw(MemoryStoresMemories.retrieve)
        update = Raw(MemoryStoresMemories.update)
        delete = Raw(MemoryStoresMemories.delete)

    class RawMemoryStoresMemoryVersions:
        """The same operations, returning whole responses."""

        list = Raw(MemoryStoresMemoryVersions.list)
        retrieve = Raw(MemoryStoresMemoryVersions.retrieve)
        redact = Raw(MemoryStoresMemoryVersions.redact)

    class StreamedMemoryStores:
        """The same operations, returning responses whose bodies are read as they come."""

        memories: StreamedMemoryStoresMemories
        memory_versions: StreamedMemoryStoresMemoryVersions
        create = Streamed(MemoryStores.create)
        list = Streamed(MemoryStores.list)
        retrieve = Streamed(MemoryStores.retrieve)
        update = Streamed(MemoryStores.update)
        delete = Streamed(MemoryStores.delete)
        archive = Streamed(MemoryStores.archive)

    class StreamedMemoryStoresMemories:
        """The same operations, returning responses whose bodies are read as they come."""

        create = Streamed(MemoryStoresMemories.create)
        list = Streamed(MemoryStoresMemories.list)
        retrieve = Streamed(MemoryStoresMemories.retrieve)
        update = Streamed(MemoryStoresMemories.update)
        delete = Streamed(MemoryStoresMemories.delete)

    class StreamedMemoryStoresMemoryVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(MemoryStoresMemoryVersions.list)
        retrieve = Streamed(MemoryStoresMemoryVersions.retrieve)
        redact = Streamed(MemoryStoresMemoryVersions.redact)

    class RawAsyncMemoryStores:
        """The same operations, returning whole responses."""

        memories: RawAsyncMemoryStoresMemories
        memory_versions: RawAsyncMemoryStoresMemoryVersions
        create = AsyncRaw(AsyncMemoryStores.create)
        list = AsyncRaw(AsyncMemoryStores.list)
        retrieve = AsyncRaw(AsyncMemoryStores.retrieve)
        update = AsyncRaw(AsyncMemoryStores.update)
        delete = AsyncRaw(AsyncMemoryStores.delete)
        archive = AsyncRaw(AsyncMemoryStores.archive)

    class RawAsyncMemoryStoresMemories:
        """The same operations, returning whole responses."""

        create = AsyncRaw(AsyncMemoryStoresMemories.create)
        list = AsyncRaw(AsyncMemoryStoresMemories.list)
        retrieve = AsyncRaw(AsyncMemoryStoresMemories.retrieve)
        update = AsyncRaw(AsyncMemoryStoresMemories.update)
        delete = AsyncRaw(AsyncMemoryStoresMemories.delete)

    class RawAsyncMemoryStoresMemoryVersions:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncMemoryStoresMemoryVersions.list)
        retrieve = AsyncRaw(AsyncMemoryStoresMemoryVersions.retrieve)
        redact = AsyncRaw(AsyncMemoryStoresMemoryVersions.redact)

    class StreamedAsyncMemoryStores:
        """The same operations, returning responses whose bodies are read as they come."""

        memories: StreamedAsyncMemoryStoresMemories
        memory_versions: StreamedAsyncMemoryStoresMemoryVersions
        create = AsyncStreamed(AsyncMemoryStores.create)
        list = AsyncStreamed(AsyncMemoryStores.list)
        retrieve = AsyncStreamed(AsyncMemoryStores.retrieve)
        update = AsyncStreamed(AsyncMemoryStores.update)
        delete = AsyncStreamed(AsyncMemoryStores.delete)
        archive = AsyncStreamed(AsyncMemoryStores.archive)

    class StreamedAsyncMemoryStoresMemories:
        """The same operations, returning responses whose bodies are read as they come."""

        create = AsyncStreamed(AsyncMemoryStoresMemories.create)
        list = AsyncStreamed(AsyncMemoryStoresMemories.list)
        retrieve = AsyncStreamed(AsyncMemoryStoresMemories.retrieve)
        update = AsyncStreamed(AsyncMemoryStoresMemories.update)
        delete = AsyncStreamed(AsyncMemoryStoresMemories.delete)

    class StreamedAsyncMemoryStoresMemoryVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncMemoryStoresMemoryVersions.list)
        retrieve = AsyncStreamed(AsyncMemoryStoresMemoryVersions.retrieve)
        redact = AsyncStreamed(AsyncMemoryStoresMemoryVersions.redact)
