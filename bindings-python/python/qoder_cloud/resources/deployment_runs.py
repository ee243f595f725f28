# Generated from spec/ by codegen; edit the spec.
"""Runs across all deployments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from datetime import datetime

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.deployments import DeploymentRun, TriggerType


class DeploymentRuns(Resource):
    """Runs across all deployments."""

    if TYPE_CHECKING:
        with_raw_response: RawDeploymentRuns
        with_streaming_response: StreamedDeploymentRuns

    def list(
        self,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        deployment_id: str | NotGiven = NOT_GIVEN,
        has_error: bool | NotGiven = NOT_GIVEN,
        trigger_type: TriggerType | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[DeploymentRun]:
        """List runs across all deployments.

        Args:
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            deployment_id: Only runs of this deployment.
            has_error: Only failed, or only successful, runs.
            trigger_type: Only runs started this way.
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
            ops.DEPLOYMENT_RUNS_LIST,
            (),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "deployment_id": deployment_id,
                "has_error": has_error,
                "trigger_type": trigger_type,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, deployment_run_id: str, **options: Unpack[CallOptions]) -> DeploymentRun:
        """Fetch one run by its own ID.

        Args:
            deployment_run_id: Deployment run ID, prefix `drun_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENT_RUNS_RETRIEVE, (deployment_run_id,), options=options)


class AsyncDeploymentRuns(AsyncResource):
    """Runs across all deployments."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncDeploymentRuns
        with_streaming_response: StreamedAsyncDeploymentRuns

    def list(
        self,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        deployment_id: str | NotGiven = NOT_GIVEN,
        has_error: bool | NotGiven = NOT_GIVEN,
        trigger_type: TriggerType | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[DeploymentRun]:
        """List runs across all deployments.

        Args:
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            deployment_id: Only runs of this deployment.
            has_error: Only failed, or only successful, runs.
            trigger_type: Only runs started this way.
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
            ops.DEPLOYMENT_RUNS_LIST,
            (),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "deployment_id": deployment_id,
                "has_error": has_error,
                "trigger_type": trigger_type,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, deployment_run_id: str, **options: Unpack[CallOptions]) -> DeploymentRun:
        """Fetch one run by its own ID.

        Args:
            deployment_run_id: Deployment run ID, prefix `drun_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENT_RUNS_RETRIEVE, (deployment_run_id,), options=options)


if TYPE_CHECKING:

    class RawDeploymentRuns:
        """The same operations, returning whole responses."""

        list = Raw(DeploymentRuns.list)
        retrieve = Raw(DeploymentRuns.retrieve)

    class StreamedDeploymentRuns:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(DeploymentRuns.list)
        retrieve = Streamed(DeploymentRuns.retrieve)

    class RawAsyncDeploymentRuns:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncDeploymentRuns.list)
        retrieve = AsyncRaw(AsyncDeploymentRuns.retrieve)

    class StreamedAsyncDeploymentRuns:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncDeploymentRuns.list)
        retrieve = AsyncStreamed(AsyncDeploymentRuns.retrieve)
