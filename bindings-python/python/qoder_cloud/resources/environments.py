# Generated from spec/ by codegen; edit the spec.
"""Sandboxes that sessions run in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AsyncEnvironmentHelpers, AsyncWorkHelpers, EnvironmentHelpers, WorkHelpers
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
    from ..types.environments import (
        DeletedEnvironment,
        Environment,
        EnvironmentConfigParams,
        EnvironmentScope,
    )
    from ..types.work import Work, WorkHeartbeat, WorkStats


class Environments(EnvironmentHelpers, Resource):
    """Sandboxes that sessions run in."""

    if TYPE_CHECKING:
        with_raw_response: RawEnvironments
        with_streaming_response: StreamedEnvironments

    @cached_property
    def work(self) -> EnvironmentsWork:
        """Work queue of a self-hosted environment."""
        return EnvironmentsWork(self._client, self._mode)

    def create(
        self,
        *,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        config: EnvironmentConfigParams | NotGiven = NOT_GIVEN,
        scope: EnvironmentScope | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Environment:
        """Define a sandbox; it is usable at once and provisioned when a session starts.

        Args:
            name: Display name.
            description: Free text describing the object.
            config: Omit for a default cloud sandbox; null or {} is refused.
            scope: Who may use it.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            BadRequestError: `config` is present but null or empty.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.ENVIRONMENTS_CREATE,
            (),
            body={
                "name": name,
                "description": description,
                "config": config,
                "scope": scope,
                "metadata": metadata,
            },
            options=options,
        )

    def list(
        self,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Environment]:
        """List environments.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
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
            ops.ENVIRONMENTS_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, environment_id: str, **options: Unpack[CallOptions]) -> Environment:
        """Fetch an environment.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.ENVIRONMENTS_RETRIEVE, (environment_id,), options=options)

    def update(
        self,
        environment_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        config: EnvironmentConfigParams | NotGiven = NOT_GIVEN,
        scope: EnvironmentScope | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Environment:
        """Change an environment; `config` is replaced as a whole.

        Args:
            environment_id: Environment ID, prefix `env_`.
            name: Display name.
            description: Free text describing the object.
            config: Replaces the stored configuration.
            scope: Who may use it.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.ENVIRONMENTS_UPDATE,
            (environment_id,),
            body={
                "name": name,
                "description": description,
                "config": config,
                "scope": scope,
                "metadata": metadata,
            },
            options=options,
        )

    def delete(self, environment_id: str, **options: Unpack[CallOptions]) -> DeletedEnvironment:
        """Delete an environment that no session refers to.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            ConflictError: A session, even a deleted one, still refers to it; archive instead (status
                inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(ops.ENVIRONMENTS_DELETE, (environment_id,), options=options)

    def archive(self, environment_id: str, **options: Unpack[CallOptions]) -> Environment:
        """Archive an environment so that no new session can use it.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.ENVIRONMENTS_ARCHIVE, (environment_id,), options=options)


class EnvironmentsWork(WorkHelpers, Resource):
    """Work queue of a self-hosted environment."""

    if TYPE_CHECKING:
        with_raw_response: RawEnvironmentsWork
        with_streaming_response: StreamedEnvironmentsWork

    def list(
        self,
        environment_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Work]:
        """List work items of a self-hosted environment.

        Args:
            environment_id: Environment ID, prefix `env_`.
            limit: Items per page. From 1 to 100. By default 20.
            page: Opaque cursor: the `next_page` of the previous response.
            after_id: Return items after this ID (the previous `last_id`); an older cursor, never combined
                with another one.
            before_id: Return items before this ID (the previous `first_id`); an older cursor, never combined
                with another one.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            BadRequestError: The environment is not self-hosted.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.ENVIRONMENTS_WORK_LIST,
            (environment_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def poll(
        self,
        environment_id: str,
        *,
        block_ms: int | NotGiven = NOT_GIVEN,
        reclaim_older_than_ms: int | NotGiven = NOT_GIVEN,
        worker_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work | None:
        """Claim the next work item, optionally waiting for one.

        Delivers but does not acknowledge: call environments.work.ack before running it. Answers 200 with JSON
        `null` when nothing is queued.

        Args:
            environment_id: Environment ID, prefix `env_`.
            block_ms: Long-poll time in milliseconds; returns at once when omitted. From 1 to 999.
            reclaim_older_than_ms: Redeliver items handed out but not acknowledged for this many milliseconds.
                At least 0. By default 5000.
            worker_id: Stable name of this worker; feeds queue statistics and the identity check of ack.

        Raises:
            BadRequestError: Bad wait time, or not a self-hosted environment.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.ENVIRONMENTS_WORK_POLL,
            (environment_id,),
            query={"block_ms": block_ms, "reclaim_older_than_ms": reclaim_older_than_ms},
            headers={"worker_id": worker_id},
            options=options,
        )

    def stats(self, environment_id: str, **options: Unpack[CallOptions]) -> WorkStats:
        """Read queue depth and the number of polling workers.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.ENVIRONMENTS_WORK_STATS, (environment_id,), options=options)

    def retrieve(self, environment_id: str, work_id: str, **options: Unpack[CallOptions]) -> Work:
        """Fetch a work item.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.ENVIRONMENTS_WORK_RETRIEVE, (environment_id, work_id), options=options)

    def update(
        self,
        environment_id: str,
        work_id: str,
        *,
        metadata: Mapping[str, str | None],
        **options: Unpack[CallOptions],
    ) -> Work:
        """Merge metadata of a work item.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.ENVIRONMENTS_WORK_UPDATE,
            (environment_id, work_id),
            body={"metadata": metadata},
            options=options,
        )

    def ack(
        self,
        environment_id: str,
        work_id: str,
        *,
        worker_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work:
        """Acknowledge a claimed item; it moves to `starting`.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            worker_id: Name used when polling; checked against the claimant.

        Raises:
            ConflictError: The item is not claimable by this worker (status inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.ENVIRONMENTS_WORK_ACK,
            (environment_id, work_id),
            headers={"worker_id": worker_id},
            options=options,
        )

    def heartbeat(
        self,
        environment_id: str,
        work_id: str,
        *,
        desired_ttl_seconds: int | NotGiven = NOT_GIVEN,
        expected_last_heartbeat: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> WorkHeartbeat:
        """Extend the lease of a running item; the first beat makes it `active`.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            desired_ttl_seconds: Wanted lease in seconds; the service keeps it between 10 and 600. At least 1.
            expected_last_heartbeat: `NO_HEARTBEAT` to take an unclaimed lease, or the exact `last_heartbeat`
                returned before. Omit for an unconditional beat.

        Raises:
            BadRequestError: Bad TTL, bad timestamp, or not a self-hosted environment.
            ConflictError: The item is queued or stopped.
            PreconditionFailedError: Another worker holds the lease.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.ENVIRONMENTS_WORK_HEARTBEAT,
            (environment_id, work_id),
            query={
                "desired_ttl_seconds": desired_ttl_seconds,
                "expected_last_heartbeat": expected_last_heartbeat,
            },
            options=options,
        )

    def stop(
        self,
        environment_id: str,
        work_id: str,
        *,
        force: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work:
        """Ask a worker to stop an item, or force it.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            force: Stop at once instead of letting the worker finish.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.ENVIRONMENTS_WORK_STOP,
            (environment_id, work_id),
            body={"force": force},
            options=options,
        )


class AsyncEnvironments(AsyncEnvironmentHelpers, AsyncResource):
    """Sandboxes that sessions run in."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncEnvironments
        with_streaming_response: StreamedAsyncEnvironments

    @cached_property
    def work(self) -> AsyncEnvironmentsWork:
        """Work queue of a self-hosted environment."""
        return AsyncEnvironmentsWork(self._client, self._mode)

    async def create(
        self,
        *,
        name: str,
        description: str | None | NotGiven = NOT_GIVEN,
        config: EnvironmentConfigParams | NotGiven = NOT_GIVEN,
        scope: EnvironmentScope | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Environment:
        """Define a sandbox; it is usable at once and provisioned when a session starts.

        Args:
            name: Display name.
            description: Free text describing the object.
            config: Omit for a default cloud sandbox; null or {} is refused.
            scope: Who may use it.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            BadRequestError: `config` is present but null or empty.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.ENVIRONMENTS_CREATE,
            (),
            body={
                "name": name,
                "description": description,
                "config": config,
                "scope": scope,
                "metadata": metadata,
            },
            options=options,
        )

    def list(
        self,
        *,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Environment]:
        """List environments.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
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
            ops.ENVIRONMENTS_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, environment_id: str, **options: Unpack[CallOptions]) -> Environment:
        """Fetch an environment.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.ENVIRONMENTS_RETRIEVE, (environment_id,), options=options)

    async def update(
        self,
        environment_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        config: EnvironmentConfigParams | NotGiven = NOT_GIVEN,
        scope: EnvironmentScope | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Environment:
        """Change an environment; `config` is replaced as a whole.

        Args:
            environment_id: Environment ID, prefix `env_`.
            name: Display name.
            description: Free text describing the object.
            config: Replaces the stored configuration.
            scope: Who may use it.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.ENVIRONMENTS_UPDATE,
            (environment_id,),
            body={
                "name": name,
                "description": description,
                "config": config,
                "scope": scope,
                "metadata": metadata,
            },
            options=options,
        )

    async def delete(self, environment_id: str, **options: Unpack[CallOptions]) -> DeletedEnvironment:
        """Delete an environment that no session refers to.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            ConflictError: A session, even a deleted one, still refers to it; archive instead (status
                inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(ops.ENVIRONMENTS_DELETE, (environment_id,), options=options)

    async def archive(self, environment_id: str, **options: Unpack[CallOptions]) -> Environment:
        """Archive an environment so that no new session can use it.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.ENVIRONMENTS_ARCHIVE, (environment_id,), options=options)


class AsyncEnvironmentsWork(AsyncWorkHelpers, AsyncResource):
    """Work queue of a self-hosted environment."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncEnvironmentsWork
        with_streaming_response: StreamedAsyncEnvironmentsWork

    def list(
        self,
        environment_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Work]:
        """List work items of a self-hosted environment.

        Args:
            environment_id: Environment ID, prefix `env_`.
            limit: Items per page. From 1 to 100. By default 20.
            page: Opaque cursor: the `next_page` of the previous response.
            after_id: Return items after this ID (the previous `last_id`); an older cursor, never combined
                with another one.
            before_id: Return items before this ID (the previous `first_id`); an older cursor, never combined
                with another one.
            prefetch: Fetch the next page while this one is being read.

        Raises:
            BadRequestError: The environment is not self-hosted.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: A page cannot be had; raised when it is needed.
        """
        return self._list(
            ops.ENVIRONMENTS_WORK_LIST,
            (environment_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    async def poll(
        self,
        environment_id: str,
        *,
        block_ms: int | NotGiven = NOT_GIVEN,
        reclaim_older_than_ms: int | NotGiven = NOT_GIVEN,
        worker_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work | None:
        """Claim the next work item, optionally waiting for one.

        Delivers but does not acknowledge: call environments.work.ack before running it. Answers 200 with JSON
        `null` when nothing is queued.

        Args:
            environment_id: Environment ID, prefix `env_`.
            block_ms: Long-poll time in milliseconds; returns at once when omitted. From 1 to 999.
            reclaim_older_than_ms: Redeliver items handed out but not acknowledged for this many milliseconds.
                At least 0. By default 5000.
            worker_id: Stable name of this worker; feeds queue statistics and the identity check of ack.

        Raises:
            BadRequestError: Bad wait time, or not a self-hosted environment.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.ENVIRONMENTS_WORK_POLL,
            (environment_id,),
            query={"block_ms": block_ms, "reclaim_older_than_ms": reclaim_older_than_ms},
            headers={"worker_id": worker_id},
            options=options,
        )

    async def stats(self, environment_id: str, **options: Unpack[CallOptions]) -> WorkStats:
        """Read queue depth and the number of polling workers.

        Args:
            environment_id: Environment ID, prefix `env_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.ENVIRONMENTS_WORK_STATS, (environment_id,), options=options)

    async def retrieve(self, environment_id: str, work_id: str, **options: Unpack[CallOptions]) -> Work:
        """Fetch a work item.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.ENVIRONMENTS_WORK_RETRIEVE, (environment_id, work_id), options=options)

    async def update(
        self,
        environment_id: str,
        work_id: str,
        *,
        metadata: Mapping[str, str | None],
        **options: Unpack[CallOptions],
    ) -> Work:
        """Merge metadata of a work item.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.ENVIRONMENTS_WORK_UPDATE,
            (environment_id, work_id),
            body={"metadata": metadata},
            options=options,
        )

    async def ack(
        self,
        environment_id: str,
        work_id: str,
        *,
        worker_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work:
        """Acknowledge a claimed item; it moves to `starting`.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            worker_id: Name used when polling; checked against the claimant.

        Raises:
            ConflictError: The item is not claimable by this worker (status inferred).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.ENVIRONMENTS_WORK_ACK,
            (environment_id, work_id),
            headers={"worker_id": worker_id},
            options=options,
        )

    async def heartbeat(
        self,
        environment_id: str,
        work_id: str,
        *,
        desired_ttl_seconds: int | NotGiven = NOT_GIVEN,
        expected_last_heartbeat: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> WorkHeartbeat:
        """Extend the lease of a running item; the first beat makes it `active`.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            desired_ttl_seconds: Wanted lease in seconds; the service keeps it between 10 and 600. At least 1.
            expected_last_heartbeat: `NO_HEARTBEAT` to take an unclaimed lease, or the exact `last_heartbeat`
                returned before. Omit for an unconditional beat.

        Raises:
            BadRequestError: Bad TTL, bad timestamp, or not a self-hosted environment.
            ConflictError: The item is queued or stopped.
            PreconditionFailedError: Another worker holds the lease.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.ENVIRONMENTS_WORK_HEARTBEAT,
            (environment_id, work_id),
            query={
                "desired_ttl_seconds": desired_ttl_seconds,
                "expected_last_heartbeat": expected_last_heartbeat,
            },
            options=options,
        )

    async def stop(
        self,
        environment_id: str,
        work_id: str,
        *,
        force: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Work:
        """Ask a worker to stop an item, or force it.

        Args:
            environment_id: Environment ID, prefix `env_`.
            work_id: Work item ID, prefix `work_`.
            force: Stop at once instead of letting the worker finish.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.ENVIRONMENTS_WORK_STOP,
            (environment_id, work_id),
            body={"force": force},
            options=options,
        )


if TYPE_CHECKING:

    class RawEnvironments:
        """The same operations, returning whole responses."""

        work: RawEnvironmentsWork
        create = Raw(Environments.create)
        list = Raw(Environments.list)
        retrieve = Raw(Environments.retrieve)
        update = Raw(Environments.update)
        delete = Raw(Environments.delete)
        archive = Raw(Environments.archive)

    class RawEnvironmentsWork:
        """The same operations, returning whole responses."""

        list = Raw(EnvironmentsWork.list)
        poll = Raw(EnvironmentsWork.poll)
        stats = Raw(EnvironmentsWork.stats)
        retrieve = Raw(EnvironmentsWork.retrieve)
        update = Raw(EnvironmentsWork.update)
        ack = Raw(EnvironmentsWork.ack)
        heartbeat = Raw(EnvironmentsWork.heartbeat)
        stop = Raw(EnvironmentsWork.stop)

    class StreamedEnvironments:
        """The same operations, returning responses whose bodies are read as they come."""

        work: StreamedEnvironmentsWork
        create = Streamed(Environments.create)
        list = Streamed(Environments.list)
        retrieve = Streamed(Environments.retrieve)
        update = Streamed(Environments.update)
        delete = Streamed(Environments.delete)
        archive = Streamed(Environments.archive)

    class StreamedEnvironmentsWork:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(EnvironmentsWork.list)
        poll = Streamed(EnvironmentsWork.poll)
        stats = Streamed(EnvironmentsWork.stats)
        retrieve = Streamed(EnvironmentsWork.retrieve)
        update = Streamed(EnvironmentsWork.update)
        ack = Streamed(EnvironmentsWork.ack)
        heartbeat = Streamed(EnvironmentsWork.heartbeat)
        stop = Streamed(EnvironmentsWork.stop)

    class RawAsyncEnvironments:
        """The same operations, returning whole responses."""

        work: RawAsyncEnvironmentsWork
        create = AsyncRaw(AsyncEnvironments.create)
        list = AsyncRaw(AsyncEnvironments.list)
        retrieve = AsyncRaw(AsyncEnvironments.retrieve)
        update = AsyncRaw(AsyncEnvironments.update)
        delete = AsyncRaw(AsyncEnvironments.delete)
        archive = AsyncRaw(AsyncEnvironments.archive)

    class RawAsyncEnvironmentsWork:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncEnvironmentsWork.list)
        poll = AsyncRaw(AsyncEnvironmentsWork.poll)
        stats = AsyncRaw(AsyncEnvironmentsWork.stats)
        retrieve = AsyncRaw(AsyncEnvironmentsWork.retrieve)
        update = AsyncRaw(AsyncEnvironmentsWork.update)
        ack = AsyncRaw(AsyncEnvironmentsWork.ack)
        heartbeat = AsyncRaw(AsyncEnvironmentsWork.heartbeat)
        stop = AsyncRaw(AsyncEnvironmentsWork.stop)

    class StreamedAsyncEnvironments:
        """The same operations, returning responses whose bodies are read as they come."""

        work: StreamedAsyncEnvironmentsWork
        create = AsyncStreamed(AsyncEnvironments.create)
        list = AsyncStreamed(AsyncEnvironments.list)
        retrieve = AsyncStreamed(AsyncEnvironments.retrieve)
        update = AsyncStreamed(AsyncEnvironments.update)
        delete = AsyncStreamed(AsyncEnvironments.delete)
        archive = AsyncStreamed(AsyncEnvironments.archive)

    class StreamedAsyncEnvironmentsWork:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncEnvironmentsWork.list)
        poll = AsyncStreamed(AsyncEnvironmentsWork.poll)
        stats = AsyncStreamed(AsyncEnvironmentsWork.stats)
        retrieve = AsyncStreamed(AsyncEnvironmentsWork.retrieve)
        update = AsyncStreamed(AsyncEnvironmentsWork.update)
        ack = AsyncStreamed(AsyncEnvironmentsWork.ack)
        heartbeat = AsyncStreamed(AsyncEnvironmentsWork.heartbeat)
        stop = AsyncStreamed(AsyncEnvironmentsWork.stop)
