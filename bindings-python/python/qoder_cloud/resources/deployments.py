# Generated from spec/ by codegen; edit the spec.
"""Scheduled or on-demand runs of an agent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.agents import AgentParam
    from ..types.deployments import (
        Deployment,
        DeploymentRun,
        DeploymentStatus,
        InitialEventParams,
        ScheduleParams,
    )
    from ..types.sessions import BudgetParams, EnvironmentVariablesParams, SessionResourceParams


class Deployments(Resource):
    """Scheduled or on-demand runs of an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawDeployments
        with_streaming_response: StreamedDeployments

    @cached_property
    def runs(self) -> DeploymentsRuns:
        """Runs of one deployment."""
        return DeploymentsRuns(self._client, self._mode)

    def create(
        self,
        *,
        name: str,
        agent: AgentParam,
        environment_id: str,
        initial_events: Sequence[InitialEventParams],
        schedule: ScheduleParams | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | None | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Deployment:
        """Create a scheduled or on-demand run of an agent; it is active at once.

        Args:
            name: Display name.
            agent: Agent ID, or a pinned version.
            environment_id: Environment ID, prefix `env_`.
            initial_events: Events delivered to every new session. At most 50.
            schedule: Omit for manual runs only.
            description: Free text describing the object.
            environment_variables: `KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent
                as such lines; same rules as for sessions.
            resources: Attachments of every new session.
            vault_ids: Vaults whose credentials the run may use.
            budget: Spending ceiling per session.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.DEPLOYMENTS_CREATE,
            (),
            body={
                "name": name,
                "agent": agent,
                "environment_id": environment_id,
                "initial_events": initial_events,
                "schedule": schedule,
                "description": description,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
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
        agent_id: str | NotGiven = NOT_GIVEN,
        status: DeploymentStatus | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Deployment]:
        """List deployments.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            agent_id: Only deployments of this agent.
            status: Only this state.
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
            ops.DEPLOYMENTS_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "agent_id": agent_id,
                "status": status,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Fetch a deployment with its next run times.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_RETRIEVE, (deployment_id,), options=options)

    def update(
        self,
        deployment_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        agent: AgentParam | None | NotGiven = NOT_GIVEN,
        environment_id: str | None | NotGiven = NOT_GIVEN,
        initial_events: Sequence[InitialEventParams] | None | NotGiven = NOT_GIVEN,
        schedule: ScheduleParams | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | None | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Deployment:
        """Change a deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            name: Display name.
            agent: Agent ID, or a pinned version.
            environment_id: Environment ID, prefix `env_`.
            initial_events: Full replacement.
            schedule: New schedule.
            description: Free text describing the object.
            environment_variables: New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such
                lines.
            resources: Full replacement.
            vault_ids: Vaults whose credentials the run may use.
            budget: New ceiling.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.DEPLOYMENTS_UPDATE,
            (deployment_id,),
            body={
                "name": name,
                "agent": agent,
                "environment_id": environment_id,
                "initial_events": initial_events,
                "schedule": schedule,
                "description": description,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
                "metadata": metadata,
            },
            options=options,
        )

    def archive(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Archive a deployment; it stops firing.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_ARCHIVE, (deployment_id,), options=options)

    def pause(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Stop the schedule from firing.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_PAUSE, (deployment_id,), options=options)

    def unpause(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Let the schedule fire again.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_UNPAUSE, (deployment_id,), options=options)

    def run(self, deployment_id: str, **options: Unpack[CallOptions]) -> DeploymentRun:
        """Start one run now.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_RUN, (deployment_id,), options=options)


class DeploymentsRuns(Resource):
    """Runs of one deployment."""

    if TYPE_CHECKING:
        with_raw_response: RawDeploymentsRuns
        with_streaming_response: StreamedDeploymentsRuns

    def list(
        self,
        deployment_id: str,
        *,
        triggered_after: datetime | NotGiven = NOT_GIVEN,
        triggered_before: datetime | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[DeploymentRun]:
        """List the runs of one deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            triggered_after: Only runs triggered after this time.
            triggered_before: Only runs triggered before this time.
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
            ops.DEPLOYMENTS_RUNS_LIST,
            (deployment_id,),
            query={
                "triggered_after": triggered_after,
                "triggered_before": triggered_before,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, deployment_id: str, run_id: str, **options: Unpack[CallOptions]) -> DeploymentRun:
        """Fetch one run of a deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            run_id: Deployment run ID, prefix `drun_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.DEPLOYMENTS_RUNS_RETRIEVE, (deployment_id, run_id), options=options)


class AsyncDeployments(AsyncResource):
    """Scheduled or on-demand runs of an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncDeployments
        with_streaming_response: StreamedAsyncDeployments

    @cached_property
    def runs(self) -> AsyncDeploymentsRuns:
        """Runs of one deployment."""
        return AsyncDeploymentsRuns(self._client, self._mode)

    async def create(
        self,
        *,
        name: str,
        agent: AgentParam,
        environment_id: str,
        initial_events: Sequence[InitialEventParams],
        schedule: ScheduleParams | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | None | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Deployment:
        """Create a scheduled or on-demand run of an agent; it is active at once.

        Args:
            name: Display name.
            agent: Agent ID, or a pinned version.
            environment_id: Environment ID, prefix `env_`.
            initial_events: Events delivered to every new session. At most 50.
            schedule: Omit for manual runs only.
            description: Free text describing the object.
            environment_variables: `KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent
                as such lines; same rules as for sessions.
            resources: Attachments of every new session.
            vault_ids: Vaults whose credentials the run may use.
            budget: Spending ceiling per session.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.DEPLOYMENTS_CREATE,
            (),
            body={
                "name": name,
                "agent": agent,
                "environment_id": environment_id,
                "initial_events": initial_events,
                "schedule": schedule,
                "description": description,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
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
        agent_id: str | NotGiven = NOT_GIVEN,
        status: DeploymentStatus | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Deployment]:
        """List deployments.

        Args:
            created_at_gte: Only items created at or after this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            agent_id: Only deployments of this agent.
            status: Only this state.
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
            ops.DEPLOYMENTS_LIST,
            (),
            query={
                "created_at_gte": created_at_gte,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "agent_id": agent_id,
                "status": status,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Fetch a deployment with its next run times.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_RETRIEVE, (deployment_id,), options=options)

    async def update(
        self,
        deployment_id: str,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        agent: AgentParam | None | NotGiven = NOT_GIVEN,
        environment_id: str | None | NotGiven = NOT_GIVEN,
        initial_events: Sequence[InitialEventParams] | None | NotGiven = NOT_GIVEN,
        schedule: ScheduleParams | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | None | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Deployment:
        """Change a deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            name: Display name.
            agent: Agent ID, or a pinned version.
            environment_id: Environment ID, prefix `env_`.
            initial_events: Full replacement.
            schedule: New schedule.
            description: Free text describing the object.
            environment_variables: New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such
                lines.
            resources: Full replacement.
            vault_ids: Vaults whose credentials the run may use.
            budget: New ceiling.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.DEPLOYMENTS_UPDATE,
            (deployment_id,),
            body={
                "name": name,
                "agent": agent,
                "environment_id": environment_id,
                "initial_events": initial_events,
                "schedule": schedule,
                "description": description,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
                "metadata": metadata,
            },
            options=options,
        )

    async def archive(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Archive a deployment; it stops firing.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_ARCHIVE, (deployment_id,), options=options)

    async def pause(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Stop the schedule from firing.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_PAUSE, (deployment_id,), options=options)

    async def unpause(self, deployment_id: str, **options: Unpack[CallOptions]) -> Deployment:
        """Let the schedule fire again.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_UNPAUSE, (deployment_id,), options=options)

    async def run(self, deployment_id: str, **options: Unpack[CallOptions]) -> DeploymentRun:
        """Start one run now.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_RUN, (deployment_id,), options=options)


class AsyncDeploymentsRuns(AsyncResource):
    """Runs of one deployment."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncDeploymentsRuns
        with_streaming_response: StreamedAsyncDeploymentsRuns

    def list(
        self,
        deployment_id: str,
        *,
        triggered_after: datetime | NotGiven = NOT_GIVEN,
        triggered_before: datetime | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[DeploymentRun]:
        """List the runs of one deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            triggered_after: Only runs triggered after this time.
            triggered_before: Only runs triggered before this time.
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
            ops.DEPLOYMENTS_RUNS_LIST,
            (deployment_id,),
            query={
                "triggered_after": triggered_after,
                "triggered_before": triggered_before,
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
        deployment_id: str,
        run_id: str,
        **options: Unpack[CallOptions],
    ) -> DeploymentRun:
        """Fetch one run of a deployment.

        Args:
            deployment_id: Deployment ID, prefix `dep_`.
            run_id: Deployment run ID, prefix `drun_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.DEPLOYMENTS_RUNS_RETRIEVE, (deployment_id, run_id), options=options)


if TYPE_CHECKING:

    class RawDeployments:
        """The same operations, returning whole responses."""

        runs: RawDeploymentsRuns
        create = Raw(Deployments.create)
        list = Raw(Deployments.list)
        retrieve = Raw(Deployments.retrieve)
        update = Raw(Deployments.update)
        archive = Raw(Deployments.archive)
        pause = Raw(Deployments.pause)
        unpause = Raw(Deployments.unpause)
        run = Raw(Deployments.run)

    class RawDeploymentsRuns:
        """The same operations, returning whole responses."""

        list = Raw(DeploymentsRuns.list)
        retrieve = Raw(DeploymentsRuns.retrieve)

    class StreamedDeployments:
        """The same operations, returning responses whose bodies are read as they come."""

        runs: StreamedDeploymentsRuns
        create = Streamed(Deployments.create)
        list = Streamed(Deployments.list)
        retrieve = Streamed(Deployments.retrieve)
        update = Streamed(Deployments.update)
        archive = Streamed(Deployments.archive)
        pause = Streamed(Deployments.pause)
        unpause = Streamed(Deployments.unpause)
        run = Streamed(Deployments.run)

    class StreamedDeploymentsRuns:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(DeploymentsRuns.list)
        retrieve = Streamed(DeploymentsRuns.retrieve)

    class RawAsyncDeployments:
        """The same operations, returning whole responses."""

        runs: RawAsyncDeploymentsRuns
        create = AsyncRaw(AsyncDeployments.create)
        list = AsyncRaw(AsyncDeployments.list)
        retrieve = AsyncRaw(AsyncDeployments.retrieve)
        update = AsyncRaw(AsyncDeployments.update)
        archive = AsyncRaw(AsyncDeployments.archive)
        pause = AsyncRaw(AsyncDeployments.pause)
        unpause = AsyncRaw(AsyncDeployments.unpause)
        run = AsyncRaw(AsyncDeployments.run)

    class RawAsyncDeploymentsRuns:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncDeploymentsRuns.list)
        retrieve = AsyncRaw(AsyncDeploymentsRuns.retrieve)

    class StreamedAsyncDeployments:
        """The same operations, returning responses whose bodies are read as they come."""

        runs: StreamedAsyncDeploymentsRuns
        create = AsyncStreamed(AsyncDeployments.create)
        list = AsyncStreamed(AsyncDeployments.list)
        retrieve = AsyncStreamed(AsyncDeployments.retrieve)
        update = AsyncStreamed(AsyncDeployments.update)
        archive = AsyncStreamed(AsyncDeployments.archive)
        pause = AsyncStreamed(AsyncDeployments.pause)
        unpause = AsyncStreamed(AsyncDeployments.unpause)
        run = AsyncStreamed(AsyncDeployments.run)

    class StreamedAsyncDeploymentsRuns:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncDeploymentsRuns.list)
        retrieve = AsyncStreamed(AsyncDeploymentsRuns.retrieve)
