# Generated from spec/ by codegen; edit the spec.
"""Running conversations between you and an agent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AsyncSessionHelpers, SessionHelpers
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncRawUnparsed, AsyncStreamed, Raw, RawUnparsed, Streamed
    from .._streaming import AsyncEventStream, EventStream
    from ..types.common import SortOrder
    from ..types.events import (
        DeltaEventType,
        EventParams,
        EventSendResponse,
        SessionEvent,
        SessionStreamEvent,
    )
    from ..types.sessions import (
        BudgetParams,
        DeletedSession,
        DeletedSessionResource,
        EnvironmentVariablesParams,
        FileResource,
        LocalFileParams,
        Session,
        SessionAgentParam,
        SessionAgentUpdateParams,
        SessionCancelResponse,
        SessionInitialEventParams,
        SessionResource,
        SessionResourceParams,
        SessionStatus,
    )
    from ..types.threads import SessionThread


class Sessions(SessionHelpers, Resource):
    """Running conversations between you and an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawSessions
        with_streaming_response: StreamedSessions

    @cached_property
    def resources(self) -> SessionsResources:
        """Files, repositories and memory stores attached to a session."""
        return SessionsResources(self._client, self._mode)

    @cached_property
    def events(self) -> SessionsEvents:
        """What is said and done in a session: send, read back, follow live."""
        return SessionsEvents(self._client, self._mode)

    @cached_property
    def threads(self) -> SessionsThreads:
        """Threads of a multi-agent session."""
        return SessionsThreads(self._client, self._mode)

    def create(
        self,
        *,
        agent: SessionAgentParam,
        environment_id: str,
        title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        initial_events: Sequence[SessionInitialEventParams] | None | NotGiven = NOT_GIVEN,
        files: Sequence[LocalFileParams] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Session:
        """Start a session from an agent and an environment.

        MCP tool discovery happens during this call, so an unreachable or unauthorised MCP server makes it
        fail. The new session is idle.

        Args:
            agent: Agent ID (latest version), a pinned version, or an agent with overrides. The member is not
                called agent_id.
            environment_id: Environment ID, prefix `env_`.
            title: Human-readable title.
            metadata: Caller-owned string pairs; the service does not interpret them.
            environment_variables: Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match
                `[A-Za-z_][A-Za-z0-9_]*`; SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_
                are reserved. Seen by login shells only.
            resources: Attachments; not for self-hosted environments.
            vault_ids: Vaults whose credentials the run may use.
            budget: Spending ceiling.
            initial_events: Events delivered right after creation.
            files: Files of this machine: they are uploaded first and become resources. Should that or the
                session fail, they are deleted again. The options of the call are those of the request that
                creates the session.

        Raises:
            BadRequestError: Missing environment, reserved variable name, resources on a self-hosted
                environment, or failed MCP discovery.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.SESSIONS_CREATE,
            (),
            body={
                "agent": agent,
                "environment_id": environment_id,
                "title": title,
                "metadata": metadata,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
                "initial_events": initial_events,
                "files": files,
            },
            options=options,
        )

    def list(
        self,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        order: SortOrder | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        agent_version: int | NotGiven = NOT_GIVEN,
        deployment_id: str | NotGiven = NOT_GIVEN,
        memory_store_id: str | NotGiven = NOT_GIVEN,
        statuses: Sequence[SessionStatus] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Session]:
        """List sessions, newest first.

        Args:
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            order: Sort direction by creation time. By default "desc".
            agent_id: Only sessions of this agent.
            agent_version: Only this agent version; needs agent_id.
            deployment_id: Only sessions started by this deployment.
            memory_store_id: Only sessions with this memory store attached.
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
            ops.SESSIONS_LIST,
            (),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "order": order,
                "agent_id": agent_id,
                "agent_version": agent_version,
                "deployment_id": deployment_id,
                "memory_store_id": memory_store_id,
                "statuses": statuses,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, session_id: str, **options: Unpack[CallOptions]) -> Session:
        """Fetch a session with its current status and usage.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_RETRIEVE, (session_id,), options=options)

    def update(
        self,
        session_id: str,
        *,
        title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        environment_variables: Mapping[str, str] | NotGiven = NOT_GIVEN,
        agent: SessionAgentUpdateParams | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Session:
        """Change title, metadata, budget, vaults, variables or parts of the agent snapshot.

        Args:
            session_id: Session ID, prefix `sess_`.
            title: Human-readable title.
            metadata: Merged by key; null deletes a key.
            environment_variables: New variables.
            agent: Changes to the agent snapshot.
            budget: New ceiling.
            vault_ids: Vaults whose credentials the run may use.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.SESSIONS_UPDATE,
            (session_id,),
            body={
                "title": title,
                "metadata": metadata,
                "environment_variables": environment_variables,
                "agent": agent,
                "budget": budget,
                "vault_ids": vault_ids,
            },
            options=options,
        )

    def delete(self, session_id: str, **options: Unpack[CallOptions]) -> DeletedSession:
        """Delete a session and its recorded events.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_DELETE, (session_id,), options=options)

    def cancel(self, session_id: str, **options: Unpack[CallOptions]) -> SessionCancelResponse:
        """Cancel the running turn; harmless when idle.

        Settles asynchronously: wait for session.status_idle or poll the session.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_CANCEL, (session_id,), options=options)

    def archive(self, session_id: str, **options: Unpack[CallOptions]) -> Session:
        """Archive a session; its history stays readable.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_ARCHIVE, (session_id,), options=options)


class SessionsResources(Resource):
    """Files, repositories and memory stores attached to a session."""

    if TYPE_CHECKING:
        with_raw_response: RawSessionsResources
        with_streaming_response: StreamedSessionsResources

    def add(
        self,
        session_id: str,
        *,
        file_id: str,
        mount_path: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> FileResource:
        """Attach an uploaded file to a live session.

        Args:
            session_id: Session ID, prefix `sess_`.
            file_id: File ID, prefix `file_`.
            mount_path: Defaults to `/mnt/session/uploads/<file_id>`.

        Raises:
            ConflictError: That file is already attached.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.SESSIONS_RESOURCES_ADD,
            (session_id,),
            body={"type": "file", "file_id": file_id, "mount_path": mount_path},
            options=options,
        )

    def list(
        self,
        session_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[SessionResource]:
        """List what is attached to a session.

        Args:
            session_id: Session ID, prefix `sess_`.
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
            ops.SESSIONS_RESOURCES_LIST,
            (session_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, session_id: str, resource_id: str, **options: Unpack[CallOptions]) -> SessionResource:
        """Fetch one attachment.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_RESOURCES_RETRIEVE, (session_id, resource_id), options=options)

    def update(
        self,
        session_id: str,
        resource_id: str,
        *,
        authorization_token: str | NotGiven = NOT_GIVEN,
        password: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> SessionResource:
        """Rotate the credential of an attached repository.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.
            authorization_token: New token of a github_repository.
            password: New password of a git_repository.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.SESSIONS_RESOURCES_UPDATE,
            (session_id, resource_id),
            body={"authorization_token": authorization_token, "password": password},
            options=options,
        )

    def delete(
        self,
        session_id: str,
        resource_id: str,
        **options: Unpack[CallOptions],
    ) -> DeletedSessionResource:
        """Detach a resource.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_RESOURCES_DELETE, (session_id, resource_id), options=options)


class SessionsEvents(Resource):
    """What is said and done in a session: send, read back, follow live."""

    if TYPE_CHECKING:
        with_raw_response: RawSessionsEvents
        with_streaming_response: StreamedSessionsEvents

    def send(
        self,
        session_id: str,
        *,
        events: Sequence[EventParams],
        **options: Unpack[CallOptions],
    ) -> EventSendResponse:
        """Send client events to a session.

        Accepted asynchronously. Events must be wrapped in an array even when there is only one.

        Args:
            session_id: Session ID, prefix `sess_`.
            events: Events in order. At most one system.message, and only as the last.

        Raises:
            BadRequestError: A bare event, or message content given as a plain string.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(ops.SESSIONS_EVENTS_SEND, (session_id,), body={"events": events}, options=options)

    def list(
        self,
        session_id: str,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        order: SortOrder | NotGiven = NOT_GIVEN,
        types: Sequence[str] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[SessionEvent]:
        """Read the buffered event history.

        Args:
            session_id: Session ID, prefix `sess_`.
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            order: Sort direction by creation time.
            types: Only these event types; repeat the parameter.
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
            ops.SESSIONS_EVENTS_LIST,
            (session_id,),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "order": order,
                "types": types,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def stream(
        self,
        session_id: str,
        *,
        event_deltas: Sequence[DeltaEventType] | NotGiven = NOT_GIVEN,
        last_event_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> EventStream[SessionStreamEvent]:
        """Follow a session live over server-sent events.

        Starts at the present unless Last-Event-ID is sent. Ends on session.status_terminated or
        session.deleted.

        Args:
            session_id: Session ID, prefix `sess_`.
            event_deltas: Ask for incremental frames on this connection; repeat the parameter.
            last_event_id: Resume after this event ID.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The stream cannot be opened.
        """
        return self._stream(
            ops.SESSIONS_EVENTS_STREAM,
            (session_id,),
            query={"event_deltas": event_deltas},
            headers={"last_event_id": last_event_id},
            options=options,
        )


class SessionsThreads(Resource):
    """Threads of a multi-agent session."""

    if TYPE_CHECKING:
        with_raw_response: RawSessionsThreads
        with_streaming_response: StreamedSessionsThreads

    @cached_property
    def events(self) -> SessionsThreadsEvents:
        """Events of one thread."""
        return SessionsThreadsEvents(self._client, self._mode)

    def list(
        self,
        session_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[SessionThread]:
        """List the threads of a multi-agent session.

        Args:
            session_id: Session ID, prefix `sess_`.
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
            ops.SESSIONS_THREADS_LIST,
            (session_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, session_id: str, thread_id: str, **options: Unpack[CallOptions]) -> SessionThread:
        """Fetch one thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_THREADS_RETRIEVE, (session_id, thread_id), options=options)

    def archive(self, session_id: str, thread_id: str, **options: Unpack[CallOptions]) -> SessionThread:
        """Archive a child thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SESSIONS_THREADS_ARCHIVE, (session_id, thread_id), options=options)


class SessionsThreadsEvents(Resource):
    """Events of one thread."""

    if TYPE_CHECKING:
        with_raw_response: RawSessionsThreadsEvents
        with_streaming_response: StreamedSessionsThreadsEvents

    def list(
        self,
        session_id: str,
        thread_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[SessionEvent]:
        """Read the event history of one thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.
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
            ops.SESSIONS_THREADS_EVENTS_LIST,
            (session_id, thread_id),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def stream(
        self,
        session_id: str,
        thread_id: str,
        *,
        event_deltas: Sequence[DeltaEventType] | NotGiven = NOT_GIVEN,
        last_event_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> EventStream[SessionStreamEvent]:
        """Follow one thread live over server-sent events.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.
            event_deltas: Incremental frames; see the notes.
            last_event_id: Resume after this event ID.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The stream cannot be opened.
        """
        return self._stream(
            ops.SESSIONS_THREADS_EVENTS_STREAM,
            (session_id, thread_id),
            query={"event_deltas": event_deltas},
            headers={"last_event_id": last_event_id},
            options=options,
        )


class AsyncSessions(AsyncSessionHelpers, AsyncResource):
    """Running conversations between you and an agent."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSessions
        with_streaming_response: StreamedAsyncSessions

    @cached_property
    def resources(self) -> AsyncSessionsResources:
        """Files, repositories and memory stores attached to a session."""
        return AsyncSessionsResources(self._client, self._mode)

    @cached_property
    def events(self) -> AsyncSessionsEvents:
        """What is said and done in a session: send, read back, follow live."""
        return AsyncSessionsEvents(self._client, self._mode)

    @cached_property
    def threads(self) -> AsyncSessionsThreads:
        """Threads of a multi-agent session."""
        return AsyncSessionsThreads(self._client, self._mode)

    async def create(
        self,
        *,
        agent: SessionAgentParam,
        environment_id: str,
        title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        environment_variables: EnvironmentVariablesParams | NotGiven = NOT_GIVEN,
        resources: Sequence[SessionResourceParams] | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        initial_events: Sequence[SessionInitialEventParams] | None | NotGiven = NOT_GIVEN,
        files: Sequence[LocalFileParams] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Session:
        """Start a session from an agent and an environment.

        MCP tool discovery happens during this call, so an unreachable or unauthorised MCP server makes it
        fail. The new session is idle.

        Args:
            agent: Agent ID (latest version), a pinned version, or an agent with overrides. The member is not
                called agent_id.
            environment_id: Environment ID, prefix `env_`.
            title: Human-readable title.
            metadata: Caller-owned string pairs; the service does not interpret them.
            environment_variables: Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match
                `[A-Za-z_][A-Za-z0-9_]*`; SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_
                are reserved. Seen by login shells only.
            resources: Attachments; not for self-hosted environments.
            vault_ids: Vaults whose credentials the run may use.
            budget: Spending ceiling.
            initial_events: Events delivered right after creation.
            files: Files of this machine: they are uploaded first and become resources. Should that or the
                session fail, they are deleted again. The options of the call are those of the request that
                creates the session.

        Raises:
            BadRequestError: Missing environment, reserved variable name, resources on a self-hosted
                environment, or failed MCP discovery.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.SESSIONS_CREATE,
            (),
            body={
                "agent": agent,
                "environment_id": environment_id,
                "title": title,
                "metadata": metadata,
                "environment_variables": environment_variables,
                "resources": resources,
                "vault_ids": vault_ids,
                "budget": budget,
                "initial_events": initial_events,
                "files": files,
            },
            options=options,
        )

    def list(
        self,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        include_archived: bool | NotGiven = NOT_GIVEN,
        order: SortOrder | NotGiven = NOT_GIVEN,
        agent_id: str | NotGiven = NOT_GIVEN,
        agent_version: int | NotGiven = NOT_GIVEN,
        deployment_id: str | NotGiven = NOT_GIVEN,
        memory_store_id: str | NotGiven = NOT_GIVEN,
        statuses: Sequence[SessionStatus] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Session]:
        """List sessions, newest first.

        Args:
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            include_archived: Also return archived items. By default False.
            order: Sort direction by creation time. By default "desc".
            agent_id: Only sessions of this agent.
            agent_version: Only this agent version; needs agent_id.
            deployment_id: Only sessions started by this deployment.
            memory_store_id: Only sessions with this memory store attached.
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
            ops.SESSIONS_LIST,
            (),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "include_archived": include_archived,
                "order": order,
                "agent_id": agent_id,
                "agent_version": agent_version,
                "deployment_id": deployment_id,
                "memory_store_id": memory_store_id,
                "statuses": statuses,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, session_id: str, **options: Unpack[CallOptions]) -> Session:
        """Fetch a session with its current status and usage.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_RETRIEVE, (session_id,), options=options)

    async def update(
        self,
        session_id: str,
        *,
        title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        environment_variables: Mapping[str, str] | NotGiven = NOT_GIVEN,
        agent: SessionAgentUpdateParams | NotGiven = NOT_GIVEN,
        budget: BudgetParams | None | NotGiven = NOT_GIVEN,
        vault_ids: Sequence[str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Session:
        """Change title, metadata, budget, vaults, variables or parts of the agent snapshot.

        Args:
            session_id: Session ID, prefix `sess_`.
            title: Human-readable title.
            metadata: Merged by key; null deletes a key.
            environment_variables: New variables.
            agent: Changes to the agent snapshot.
            budget: New ceiling.
            vault_ids: Vaults whose credentials the run may use.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.SESSIONS_UPDATE,
            (session_id,),
            body={
                "title": title,
                "metadata": metadata,
                "environment_variables": environment_variables,
                "agent": agent,
                "budget": budget,
                "vault_ids": vault_ids,
            },
            options=options,
        )

    async def delete(self, session_id: str, **options: Unpack[CallOptions]) -> DeletedSession:
        """Delete a session and its recorded events.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_DELETE, (session_id,), options=options)

    async def cancel(self, session_id: str, **options: Unpack[CallOptions]) -> SessionCancelResponse:
        """Cancel the running turn; harmless when idle.

        Settles asynchronously: wait for session.status_idle or poll the session.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_CANCEL, (session_id,), options=options)

    async def archive(self, session_id: str, **options: Unpack[CallOptions]) -> Session:
        """Archive a session; its history stays readable.

        Args:
            session_id: Session ID, prefix `sess_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_ARCHIVE, (session_id,), options=options)


class AsyncSessionsResources(AsyncResource):
    """Files, repositories and memory stores attached to a session."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSessionsResources
        with_streaming_response: StreamedAsyncSessionsResources

    async def add(
        self,
        session_id: str,
        *,
        file_id: str,
        mount_path: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> FileResource:
        """Attach an uploaded file to a live session.

        Args:
            session_id: Session ID, prefix `sess_`.
            file_id: File ID, prefix `file_`.
            mount_path: Defaults to `/mnt/session/uploads/<file_id>`.

        Raises:
            ConflictError: That file is already attached.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.SESSIONS_RESOURCES_ADD,
            (session_id,),
            body={"type": "file", "file_id": file_id, "mount_path": mount_path},
            options=options,
        )

    def list(
        self,
        session_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[SessionResource]:
        """List what is attached to a session.

        Args:
            session_id: Session ID, prefix `sess_`.
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
            ops.SESSIONS_RESOURCES_LIST,
            (session_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(
        self,
        session_id: str,
        resource_id: str,
        **options: Unpack[CallOptions],
    ) -> SessionResource:
        """Fetch one attachment.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_RESOURCES_RETRIEVE, (session_id, resource_id), options=options)

    async def update(
        self,
        session_id: str,
        resource_id: str,
        *,
        authorization_token: str | NotGiven = NOT_GIVEN,
        password: str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> SessionResource:
        """Rotate the credential of an attached repository.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.
            authorization_token: New token of a github_repository.
            password: New password of a git_repository.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.SESSIONS_RESOURCES_UPDATE,
            (session_id, resource_id),
            body={"authorization_token": authorization_token, "password": password},
            options=options,
        )

    async def delete(
        self,
        session_id: str,
        resource_id: str,
        **options: Unpack[CallOptions],
    ) -> DeletedSessionResource:
        """Detach a resource.

        Args:
            session_id: Session ID, prefix `sess_`.
            resource_id: ID of the attachment inside the session, prefix `sesr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_RESOURCES_DELETE, (session_id, resource_id), options=options)


class AsyncSessionsEvents(AsyncResource):
    """What is said and done in a session: send, read back, follow live."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSessionsEvents
        with_streaming_response: StreamedAsyncSessionsEvents

    async def send(
        self,
        session_id: str,
        *,
        events: Sequence[EventParams],
        **options: Unpack[CallOptions],
    ) -> EventSendResponse:
        """Send client events to a session.

        Accepted asynchronously. Events must be wrapped in an array even when there is only one.

        Args:
            session_id: Session ID, prefix `sess_`.
            events: Events in order. At most one system.message, and only as the last.

        Raises:
            BadRequestError: A bare event, or message content given as a plain string.
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.SESSIONS_EVENTS_SEND,
            (session_id,),
            body={"events": events},
            options=options,
        )

    def list(
        self,
        session_id: str,
        *,
        created_at_gt: datetime | NotGiven = NOT_GIVEN,
        created_at_gte: datetime | NotGiven = NOT_GIVEN,
        created_at_lt: datetime | NotGiven = NOT_GIVEN,
        created_at_lte: datetime | NotGiven = NOT_GIVEN,
        order: SortOrder | NotGiven = NOT_GIVEN,
        types: Sequence[str] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[SessionEvent]:
        """Read the buffered event history.

        Args:
            session_id: Session ID, prefix `sess_`.
            created_at_gt: Only items created after this time.
            created_at_gte: Only items created at or after this time.
            created_at_lt: Only items created before this time.
            created_at_lte: Only items created at or before this time.
            order: Sort direction by creation time.
            types: Only these event types; repeat the parameter.
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
            ops.SESSIONS_EVENTS_LIST,
            (session_id,),
            query={
                "created_at_gt": created_at_gt,
                "created_at_gte": created_at_gte,
                "created_at_lt": created_at_lt,
                "created_at_lte": created_at_lte,
                "order": order,
                "types": types,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def stream(
        self,
        session_id: str,
        *,
        event_deltas: Sequence[DeltaEventType] | NotGiven = NOT_GIVEN,
        last_event_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[SessionStreamEvent]:
        """Follow a session live over server-sent events.

        Starts at the present unless Last-Event-ID is sent. Ends on session.status_terminated or
        session.deleted.

        Args:
            session_id: Session ID, prefix `sess_`.
            event_deltas: Ask for incremental frames on this connection; repeat the parameter.
            last_event_id: Resume after this event ID.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The stream cannot be opened.
        """
        return self._stream(
            ops.SESSIONS_EVENTS_STREAM,
            (session_id,),
            query={"event_deltas": event_deltas},
            headers={"last_event_id": last_event_id},
            options=options,
        )


class AsyncSessionsThreads(AsyncResource):
    """Threads of a multi-agent session."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSessionsThreads
        with_streaming_response: StreamedAsyncSessionsThreads

    @cached_property
    def events(self) -> AsyncSessionsThreadsEvents:
        """Events of one thread."""
        return AsyncSessionsThreadsEvents(self._client, self._mode)

    def list(
        self,
        session_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[SessionThread]:
        """List the threads of a multi-agent session.

        Args:
            session_id: Session ID, prefix `sess_`.
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
            ops.SESSIONS_THREADS_LIST,
            (session_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(
        self,
        session_id: str,
        thread_id: str,
        **options: Unpack[CallOptions],
    ) -> SessionThread:
        """Fetch one thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_THREADS_RETRIEVE, (session_id, thread_id), options=options)

    async def archive(self, session_id: str, thread_id: str, **options: Unpack[CallOptions]) -> SessionThread:
        """Archive a child thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SESSIONS_THREADS_ARCHIVE, (session_id, thread_id), options=options)


class AsyncSessionsThreadsEvents(AsyncResource):
    """Events of one thread."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSessionsThreadsEvents
        with_streaming_response: StreamedAsyncSessionsThreadsEvents

    def list(
        self,
        session_id: str,
        thread_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[SessionEvent]:
        """Read the event history of one thread.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.
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
            ops.SESSIONS_THREADS_EVENTS_LIST,
            (session_id, thread_id),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def stream(
        self,
        session_id: str,
        thread_id: str,
        *,
        event_deltas: Sequence[DeltaEventType] | NotGiven = NOT_GIVEN,
        last_event_id: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[SessionStreamEvent]:
        """Follow one thread live over server-sent events.

        Args:
            session_id: Session ID, prefix `sess_`.
            thread_id: Thread ID, prefix `sthr_`.
            event_deltas: Incremental frames; see the notes.
            last_event_id: Resume after this event ID.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The stream cannot be opened.
        """
        return self._stream(
            ops.SESSIONS_THREADS_EVENTS_STREAM,
            (session_id, thread_id),
            query={"event_deltas": event_deltas},
            headers={"last_event_id": last_event_id},
            options=options,
        )


if TYPE_CHECKING:

    class RawSessions:
        """The same operations, returning whole responses."""

        resources: RawSessionsResources
        events: RawSessionsEvents
        threads: RawSessionsThreads
        create = Raw(Sessions.create)
        list = Raw(Sessions.list)
        retrieve = Raw(Sessions.retrieve)
        update = Raw(Sessions.update)
        delete = Raw(Sessions.delete)
        cancel = Raw(Sessions.cancel)
        archive = Raw(Sessions.archive)

    class RawSessionsResources:
        """The same operations, returning whole responses."""

        add = Raw(SessionsResources.add)
        list = Raw(SessionsResources.list)
        retrieve = Raw(SessionsResources.retrieve)
        update = Raw(SessionsResources.update)
        delete = Raw(SessionsResources.delete)

    class RawSessionsEvents:
        """The same operations, returning whole responses."""

        send = Raw(SessionsEvents.send)
        list = Raw(SessionsEvents.list)
        stream = RawUnparsed(SessionsEvents.stream)

    class RawSessionsThreads:
        """The same operations, returning whole responses."""

        events: RawSessionsThreadsEvents
        list = Raw(SessionsThreads.list)
        retrieve = Raw(SessionsThreads.retrieve)
        archive = Raw(SessionsThreads.archive)

    class RawSessionsThreadsEvents:
        """The same operations, returning whole responses."""

        list = Raw(SessionsThreadsEvents.list)
        stream = RawUnparsed(SessionsThreadsEvents.stream)

    class StreamedSessions:
        """The same operations, returning responses whose bodies are read as they come."""

        resources: StreamedSessionsResources
        events: StreamedSessionsEvents
        threads: StreamedSessionsThreads
        create = Streamed(Sessions.create)
        list = Streamed(Sessions.list)
        retrieve = Streamed(Sessions.retrieve)
        update = Streamed(Sessions.update)
        delete = Streamed(Sessions.delete)
        cancel = Streamed(Sessions.cancel)
        archive = Streamed(Sessions.archive)

    class StreamedSessionsResources:
        """The same operations, returning responses whose bodies are read as they come."""

        add = Streamed(SessionsResources.add)
        list = Streamed(SessionsResources.list)
        retrieve = Streamed(SessionsResources.retrieve)
        update = Streamed(SessionsResources.update)
        delete = Streamed(SessionsResources.delete)

    class StreamedSessionsEvents:
        """The same operations, returning responses whose bodies are read as they come."""

        send = Streamed(SessionsEvents.send)
        list = Streamed(SessionsEvents.list)
        stream = Streamed(SessionsEvents.stream)

    class StreamedSessionsThreads:
        """The same operations, returning responses whose bodies are read as they come."""

        events: StreamedSessionsThreadsEvents
        list = Streamed(SessionsThreads.list)
        retrieve = Streamed(SessionsThreads.retrieve)
        archive = Streamed(SessionsThreads.archive)

    class StreamedSessionsThreadsEvents:
        """The same operations, returning responses whose bodies are read as they come."""

        list = Streamed(SessionsThreadsEvents.list)
        stream = Streamed(SessionsThreadsEvents.stream)

    class RawAsyncSessions:
        """The same operations, returning whole responses."""

        resources: RawAsyncSessionsResources
        events: RawAsyncSessionsEvents
        threads: RawAsyncSessionsThreads
        create = AsyncRaw(AsyncSessions.create)
        list = AsyncRaw(AsyncSessions.list)
        retrieve = AsyncRaw(AsyncSessions.retrieve)
        update = AsyncRaw(AsyncSessions.update)
        delete = AsyncRaw(AsyncSessions.delete)
        cancel = AsyncRaw(AsyncSessions.cancel)
        archive = AsyncRaw(AsyncSessions.archive)

    class RawAsyncSessionsResources:
        """The same operations, returning whole responses."""

        add = AsyncRaw(AsyncSessionsResources.add)
        list = AsyncRaw(AsyncSessionsResources.list)
        retrieve = AsyncRaw(AsyncSessionsResources.retrieve)
        update = AsyncRaw(AsyncSessionsResources.update)
        delete = AsyncRaw(AsyncSessionsResources.delete)

    class RawAsyncSessionsEvents:
        """The same operations, returning whole responses."""

        send = AsyncRaw(AsyncSessionsEvents.send)
        list = AsyncRaw(AsyncSessionsEvents.list)
        stream = AsyncRawUnparsed(AsyncSessionsEvents.stream)

    class RawAsyncSessionsThreads:
        """The same operations, returning whole responses."""

        events: RawAsyncSessionsThreadsEvents
        list = AsyncRaw(AsyncSessionsThreads.list)
        retrieve = AsyncRaw(AsyncSessionsThreads.retrieve)
        archive = AsyncRaw(AsyncSessionsThreads.archive)

    class RawAsyncSessionsThreadsEvents:
        """The same operations, returning whole responses."""

        list = AsyncRaw(AsyncSessionsThreadsEvents.list)
        stream = AsyncRawUnparsed(AsyncSessionsThreadsEvents.stream)

    class StreamedAsyncSessions:
        """The same operations, returning responses whose bodies are read as they come."""

        resources: StreamedAsyncSessionsResources
        events: StreamedAsyncSessionsEvents
        threads: StreamedAsyncSessionsThreads
        create = AsyncStreamed(AsyncSessions.create)
        list = AsyncStreamed(AsyncSessions.list)
        retrieve = AsyncStreamed(AsyncSessions.retrieve)
        update = AsyncStreamed(AsyncSessions.update)
        delete = AsyncStreamed(AsyncSessions.delete)
        cancel = AsyncStreamed(AsyncSessions.cancel)
        archive = AsyncStreamed(AsyncSessions.archive)

    class StreamedAsyncSessionsResources:
        """The same operations, returning responses whose bodies are read as they come."""

        add = AsyncStreamed(AsyncSessionsResources.add)
        list = AsyncStreamed(AsyncSessionsResources.list)
        retrieve = AsyncStreamed(AsyncSessionsResources.retrieve)
        update = AsyncStreamed(AsyncSessionsResources.update)
        delete = AsyncStreamed(AsyncSessionsResources.delete)

    class StreamedAsyncSessionsEvents:
        """The same operations, returning responses whose bodies are read as they come."""

        send = AsyncStreamed(AsyncSessionsEvents.send)
        list = AsyncStreamed(AsyncSessionsEvents.list)
        stream = AsyncStreamed(AsyncSessionsEvents.stream)

    class StreamedAsyncSessionsThreads:
        """The same operations, returning responses whose bodies are read as they come."""

        events: StreamedAsyncSessionsThreadsEvents
        list = AsyncStreamed(AsyncSessionsThreads.list)
        retrieve = AsyncStreamed(AsyncSessionsThreads.retrieve)
        archive = AsyncStreamed(AsyncSessionsThreads.archive)

    class StreamedAsyncSessionsThreadsEvents:
        """The same operations, returning responses whose bodies are read as they come."""

        list = AsyncStreamed(AsyncSessionsThreadsEvents.list)
        stream = AsyncStreamed(AsyncSessionsThreadsEvents.stream)
