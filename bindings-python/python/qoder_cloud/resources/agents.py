# Generated from spec/ by codegen; edit the spec.
"""Reusable definitions of what an agent is and may do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AgentHelpers, AsyncAgentHelpers
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
    from ..types.agents import (
        Agent,
        DeletedAgent,
        McpServerParams,
        MultiagentParams,
        SkillBindingParams,
        ToolParams,
    )
    from ..types.models import ModelParam


class Agents(AgentHelpers, Resource):
    """Reusable definitions of what an agent is and may do."""

    if TYPE_CHECKING:
        with_raw_response: RawAgents
        with_streaming_response: StreamedAgents

    @cached_property
    def versions(self) -> AgentsVersions:
        """Immutable snapshots of an agent."""
        return AgentsVersions(self._client, self._mode)

    def create(
        self,
        *,
        name: str,
        model: ModelParam,
        description: str | None | NotGiven = NOT_GIVEN,
        system: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ToolParams] | None | NotGiven = NOT_GIVEN,
        mcp_servers: Sequence[McpServerParams] | None | NotGiven = NOT_GIVEN,
        skills: Sequence[SkillBindingParams] | None | NotGiven = NOT_GIVEN,
        multiagent: MultiagentParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Create an agent at version 1.

        Some bodies need `betas=["browser-use-2026-07-14"]`.

        Args:
            name: Display name.
            model: Model ID from models.list, or the model with its tuning.
            description: Free text describing the object.
            system: System prompt.
            tools: Omitting it, or an empty list, leaves the model without any tool. At most 128.
            mcp_servers: Each one a `mcp_toolset` refers to must be declared here. At most 20.
            skills: Skills to bind. At most 20.
            multiagent: Makes the agent a coordinator.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            BadRequestError: Unknown built-in tool name, a tool both enabled and disallowed, or a browser
                toolset without its beta header.
            InternalServerError: Browser use is temporarily switched off.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.AGENTS_CREATE,
            (),
            body={
                "name": name,
                "model": model,
                "description": description,
                "system": system,
                "tools": tools,
                "mcp_servers": mcp_servers,
                "skills": skills,
                "multiagent": multiagent,
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
    ) -> Page[Agent]:
        """List agents, newest first.

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
            ops.AGENTS_LIST,
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

    def retrieve(
        self,
        agent_id: str,
        *,
        version: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Fetch an agent, or one of its earlier versions.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            version: Version to read; the current one when omitted. At least 1.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.AGENTS_RETRIEVE, (agent_id,), query={"version": version}, options=options)

    def update(
        self,
        agent_id: str,
        *,
        version: int,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        system: str | None | NotGiven = NOT_GIVEN,
        model: ModelParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ToolParams] | None | NotGiven = NOT_GIVEN,
        mcp_servers: Sequence[McpServerParams] | None | NotGiven = NOT_GIVEN,
        skills: Sequence[SkillBindingParams] | None | NotGiven = NOT_GIVEN,
        multiagent: MultiagentParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Change an agent under optimistic locking; the version goes up by one.

        Affects only sessions created afterwards, because each session keeps its own snapshot.

        Some bodies need `betas=["browser-use-2026-07-14"]`.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            version: Version you read last; a stale one gives 409. At least 1.
            name: Display name.
            description: Free text describing the object.
            system: New system prompt.
            model: New model.
            tools: Full replacement.
            mcp_servers: Full replacement.
            skills: Full replacement.
            multiagent: New roster.
            metadata: Merged by key; null deletes a key.

        Raises:
            BadRequestError: A browser toolset is written without its beta header.
            ConflictError: `version` is not the current version.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.AGENTS_UPDATE,
            (agent_id,),
            body={
                "version": version,
                "name": name,
                "description": description,
                "system": system,
                "model": model,
                "tools": tools,
                "mcp_servers": mcp_servers,
                "skills": skills,
                "multiagent": multiagent,
                "metadata": metadata,
            },
            options=options,
        )

    def delete(self, agent_id: str, **options: Unpack[CallOptions]) -> DeletedAgent:
        """Delete an agent; archiving first is not required.

        Args:
            agent_id: Agent ID, prefix `agent_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.AGENTS_DELETE, (agent_id,), options=options)

    def archive(self, agent_id: str, **options: Unpack[CallOptions]) -> Agent:
        """Archive an agent so that it no longer shows up or starts sessions.

        Args:
            agent_id: Agent ID, prefix `agent_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.AGENTS_ARCHIVE, (agent_id,), options=options)


class AgentsVersions(Resource):
    """Immutable snapshots of an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawAgentsVersions
        with_streaming_response: StreamedAgentsVersions

    def list(
        self,
        agent_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Agent]:
        """List the snapshots of an agent, latest first.

        Args:
            agent_id: Agent ID, prefix `agent_`.
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
            ops.AGENTS_VERSIONS_LIST,
            (agent_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )


class AsyncAgents(AsyncAgentHelpers, AsyncResource):
    """Reusable definitions of what an agent is and may do."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncAgents
        with_streaming_response: StreamedAsyncAgents

    @cached_property
    def versions(self) -> AsyncAgentsVersions:
        """Immutable snapshots of an agent."""
        return AsyncAgentsVersions(self._client, self._mode)

    async def create(
        self,
        *,
        name: str,
        model: ModelParam,
        description: str | None | NotGiven = NOT_GIVEN,
        system: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ToolParams] | None | NotGiven = NOT_GIVEN,
        mcp_servers: Sequence[McpServerParams] | None | NotGiven = NOT_GIVEN,
        skills: Sequence[SkillBindingParams] | None | NotGiven = NOT_GIVEN,
        multiagent: MultiagentParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Create an agent at version 1.

        Some bodies need `betas=["browser-use-2026-07-14"]`.

        Args:
            name: Display name.
            model: Model ID from models.list, or the model with its tuning.
            description: Free text describing the object.
            system: System prompt.
            tools: Omitting it, or an empty list, leaves the model without any tool. At most 128.
            mcp_servers: Each one a `mcp_toolset` refers to must be declared here. At most 20.
            skills: Skills to bind. At most 20.
            multiagent: Makes the agent a coordinator.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            BadRequestError: Unknown built-in tool name, a tool both enabled and disallowed, or a browser
                toolset without its beta header.
            InternalServerError: Browser use is temporarily switched off.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.AGENTS_CREATE,
            (),
            body={
                "name": name,
                "model": model,
                "description": description,
                "system": system,
                "tools": tools,
                "mcp_servers": mcp_servers,
                "skills": skills,
                "multiagent": multiagent,
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
    ) -> AsyncPage[Agent]:
        """List agents, newest first.

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
            ops.AGENTS_LIST,
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

    async def retrieve(
        self,
        agent_id: str,
        *,
        version: int | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Fetch an agent, or one of its earlier versions.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            version: Version to read; the current one when omitted. At least 1.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.AGENTS_RETRIEVE, (agent_id,), query={"version": version}, options=options)

    async def update(
        self,
        agent_id: str,
        *,
        version: int,
        name: str | None | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        system: str | None | NotGiven = NOT_GIVEN,
        model: ModelParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ToolParams] | None | NotGiven = NOT_GIVEN,
        mcp_servers: Sequence[McpServerParams] | None | NotGiven = NOT_GIVEN,
        skills: Sequence[SkillBindingParams] | None | NotGiven = NOT_GIVEN,
        multiagent: MultiagentParams | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Agent:
        """Change an agent under optimistic locking; the version goes up by one.

        Affects only sessions created afterwards, because each session keeps its own snapshot.

        Some bodies need `betas=["browser-use-2026-07-14"]`.

        Args:
            agent_id: Agent ID, prefix `agent_`.
            version: Version you read last; a stale one gives 409. At least 1.
            name: Display name.
            description: Free text describing the object.
            system: New system prompt.
            model: New model.
            tools: Full replacement.
            mcp_servers: Full replacement.
            skills: Full replacement.
            multiagent: New roster.
            metadata: Merged by key; null deletes a key.

        Raises:
            BadRequestError: A browser toolset is written without its beta header.
            ConflictError: `version` is not the current version.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.AGENTS_UPDATE,
            (agent_id,),
            body={
                "version": version,
                "name": name,
                "description": description,
                "system": system,
                "model": model,
                "tools": tools,
                "mcp_servers": mcp_servers,
                "skills": skills,
                "multiagent": multiagent,
                "metadata": metadata,
            },
            options=options,
        )

    async def delete(self, agent_id: str, **options: Unpack[CallOptions]) -> DeletedAgent:
        """Delete an agent; archiving first is not required.

        Args:
            agent_id: Agent ID, prefix `agent_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.AGENTS_DELETE, (agent_id,), options=options)

    async def archive(self, agent_id: str, **options: Unpack[CallOptions]) -> Agent:
        """Archive an agent so that it no longer shows up or starts sessions.

        Args:
            agent_id: Agent ID, prefix `agent_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.AGENTS_ARCHIVE, (agent_id,), options=options)


class AsyncAgentsVersions(AsyncResource):
    """Immutable snapshots of an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncAgentsVersions
        with_streaming_response: StreamedAsyncAgentsVersions

    def list(
        self,
        agent_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Agent]:
        """List the snapshots of an agent, latest first.

        Args:
            agent_id: Agent ID, prefix `agent_`.
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
            ops.AGENTS_VERSIONS_LIST,
            (agent_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )


if TYPE_CHECKING:

    class RawAgents:
        """The same operations, returning whole responses."""

        versions: RawAgentsVersions
        create = Raw(Agents.create)
        list = Raw(Agents.list)
        retrieve = Raw(Agents.retrieve)
        update = Raw(Agents.update)
        delete = Raw(Agents.delete)
        archive = Raw(Agents.archive)

    class RawAgentsVersions:
        """The same operations, returning whole responses."""

        list = Raw(AgentsVersions.list)

    class StreamedAgents:
        """The same operations, returning responses whose bodies are read as they come."""

        versions: StreamedAgentsVersions
        create = Streamed(Agents.create)
        list = Streamed(Agents.list)
        retrieve = Streamed(Agents.retrieve)
        update = Streamed(Agents.update)
        delete = Streamed(Agents.delete)
        archive = Streamed(Agents.archive)

    class StreamedAgentsVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(AgentsVersions.list)

    class RawAsyncAgents:
        """The same operations, returning whole responses."""

        versions: RawAsyncAgentsVersions
        create = AsyncRaw(AsyncAgents.create)
        list = AsyncRaw(AsyncAgents.list)
        retrieve = AsyncRaw(AsyncAgents.retrieve)
        update = AsyncRaw(AsyncAgents.update)
        delete = AsyncRaw(AsyncAgents.delete)
        archive = AsyncRaw(AsyncAgents.archive)

    class RawAsyncAgentsVersions:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncAgentsVersions.list)

    class StreamedAsyncAgents:
        """The same operations, returning responses whose bodies are read as they come."""

        versions: StreamedAsyncAgentsVersions
        create = AsyncStreamed(AsyncAgents.create)
        list = AsyncStreamed(AsyncAgents.list)
        retrieve = AsyncStreamed(AsyncAgents.retrieve)
        update = AsyncStreamed(AsyncAgents.update)
        delete = AsyncStreamed(AsyncAgents.delete)
        archive = AsyncStreamed(AsyncAgents.archive)

    class StreamedAsyncAgentsVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncAgentsVersions.list)
