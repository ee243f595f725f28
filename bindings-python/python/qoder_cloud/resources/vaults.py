# Generated from spec/ by codegen; edit the spec.
"""Containers of credentials."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AsyncVaultHelpers, VaultHelpers
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack

    from .._not_given import NotGiven
    from .._options import CallOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncStreamed, Raw, Streamed
    from ..types.vaults import (
        Credential,
        CredentialAuthParams,
        CredentialAuthUpdateParams,
        CredentialValidation,
        DeletedCredential,
        DeletedVault,
        Vault,
    )


class Vaults(VaultHelpers, Resource):
    """Containers of credentials."""

    if TYPE_CHECKING:
        with_raw_response: RawVaults
        with_streaming_response: StreamedVaults

    @cached_property
    def credentials(self) -> VaultsCredentials:
        """Secrets that sessions may use and nobody can read back."""
        return VaultsCredentials(self._client, self._mode)

    def create(
        self,
        *,
        display_name: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """Create a vault.

        Args:
            display_name: Human-readable label.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.VAULTS_CREATE,
            (),
            body={"display_name": display_name, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Vault]:
        """List vaults.

        Args:
            include_archived: Also return archived items. By default False.
            name: Match on the label.
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
            ops.VAULTS_LIST,
            (),
            query={
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

    def retrieve(self, vault_id: str, **options: Unpack[CallOptions]) -> Vault:
        """Fetch a vault.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_RETRIEVE, (vault_id,), options=options)

    def delete(self, vault_id: str, **options: Unpack[CallOptions]) -> DeletedVault:
        """Delete a vault with its credentials.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_DELETE, (vault_id,), options=options)

    def archive(self, vault_id: str, **options: Unpack[CallOptions]) -> Vault:
        """Archive a vault.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_ARCHIVE, (vault_id,), options=options)


class VaultsCredentials(Resource):
    """Secrets that sessions may use and nobody can read back."""

    if TYPE_CHECKING:
        with_raw_response: RawVaultsCredentials
        with_streaming_response: StreamedVaultsCredentials

    def create(
        self,
        vault_id: str,
        *,
        auth: CredentialAuthParams,
        display_name: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """Store a credential; its secret can never be read back.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            auth: Kind and secret.
            display_name: Human-readable label.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.VAULTS_CREDENTIALS_CREATE,
            (vault_id,),
            body={"auth": auth, "display_name": display_name, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        vault_id: str,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Credential]:
        """List the credentials of a vault without their secrets.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            include_archived: Also return archived items. By default False.
            name: Match on the label.
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
            ops.VAULTS_CREDENTIALS_LIST,
            (vault_id,),
            query={
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

    def retrieve(self, vault_id: str, credential_id: str, **options: Unpack[CallOptions]) -> Credential:
        """Fetch a credential without its secret.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_CREDENTIALS_RETRIEVE, (vault_id, credential_id), options=options)

    def update(
        self,
        vault_id: str,
        credential_id: str,
        *,
        auth: CredentialAuthUpdateParams | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """Rotate secrets or change metadata; nothing else can change.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.
            auth: New secret parts; the type must match.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.VAULTS_CREDENTIALS_UPDATE,
            (vault_id, credential_id),
            body={"auth": auth, "metadata": metadata},
            options=options,
        )

    def delete(self, vault_id: str, credential_id: str, **options: Unpack[CallOptions]) -> DeletedCredential:
        """Delete a credential.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_CREDENTIALS_DELETE, (vault_id, credential_id), options=options)

    def archive(self, vault_id: str, credential_id: str, **options: Unpack[CallOptions]) -> Credential:
        """Archive a credential.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.VAULTS_CREDENTIALS_ARCHIVE, (vault_id, credential_id), options=options)

    def mcp_oauth_validate(
        self,
        vault_id: str,
        credential_id: str,
        **options: Unpack[CallOptions],
    ) -> CredentialValidation:
        """Probe the MCP server with an OAuth credential, refreshing it if possible.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE,
            (vault_id, credential_id),
            options=options,
        )


class AsyncVaults(AsyncVaultHelpers, AsyncResource):
    """Containers of credentials."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncVaults
        with_streaming_response: StreamedAsyncVaults

    @cached_property
    def credentials(self) -> AsyncVaultsCredentials:
        """Secrets that sessions may use and nobody can read back."""
        return AsyncVaultsCredentials(self._client, self._mode)

    async def create(
        self,
        *,
        display_name: str,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Vault:
        """Create a vault.

        Args:
            display_name: Human-readable label.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.VAULTS_CREATE,
            (),
            body={"display_name": display_name, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Vault]:
        """List vaults.

        Args:
            include_archived: Also return archived items. By default False.
            name: Match on the label.
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
            ops.VAULTS_LIST,
            (),
            query={
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

    async def retrieve(self, vault_id: str, **options: Unpack[CallOptions]) -> Vault:
        """Fetch a vault.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_RETRIEVE, (vault_id,), options=options)

    async def delete(self, vault_id: str, **options: Unpack[CallOptions]) -> DeletedVault:
        """Delete a vault with its credentials.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_DELETE, (vault_id,), options=options)

    async def archive(self, vault_id: str, **options: Unpack[CallOptions]) -> Vault:
        """Archive a vault.

        Args:
            vault_id: Vault ID, prefix `vault_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_ARCHIVE, (vault_id,), options=options)


class AsyncVaultsCredentials(AsyncResource):
    """Secrets that sessions may use and nobody can read back."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncVaultsCredentials
        with_streaming_response: StreamedAsyncVaultsCredentials

    async def create(
        self,
        vault_id: str,
        *,
        auth: CredentialAuthParams,
        display_name: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """Store a credential; its secret can never be read back.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            auth: Kind and secret.
            display_name: Human-readable label.
            metadata: Caller-owned string pairs; the service does not interpret them.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.VAULTS_CREDENTIALS_CREATE,
            (vault_id,),
            body={"auth": auth, "display_name": display_name, "metadata": metadata},
            options=options,
        )

    def list(
        self,
        vault_id: str,
        *,
        include_archived: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Credential]:
        """List the credentials of a vault without their secrets.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            include_archived: Also return archived items. By default False.
            name: Match on the label.
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
            ops.VAULTS_CREDENTIALS_LIST,
            (vault_id,),
            query={
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

    async def retrieve(self, vault_id: str, credential_id: str, **options: Unpack[CallOptions]) -> Credential:
        """Fetch a credential without its secret.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_CREDENTIALS_RETRIEVE, (vault_id, credential_id), options=options)

    async def update(
        self,
        vault_id: str,
        credential_id: str,
        *,
        auth: CredentialAuthUpdateParams | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Credential:
        """Rotate secrets or change metadata; nothing else can change.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.
            auth: New secret parts; the type must match.
            metadata: Merged by key; null deletes a key.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.VAULTS_CREDENTIALS_UPDATE,
            (vault_id, credential_id),
            body={"auth": auth, "metadata": metadata},
            options=options,
        )

    async def delete(
        self,
        vault_id: str,
        credential_id: str,
        **options: Unpack[CallOptions],
    ) -> DeletedCredential:
        """Delete a credential.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_CREDENTIALS_DELETE, (vault_id, credential_id), options=options)

    async def archive(self, vault_id: str, credential_id: str, **options: Unpack[CallOptions]) -> Credential:
        """Archive a credential.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.VAULTS_CREDENTIALS_ARCHIVE, (vault_id, credential_id), options=options)

    async def mcp_oauth_validate(
        self,
        vault_id: str,
        credential_id: str,
        **options: Unpack[CallOptions],
    ) -> CredentialValidation:
        """Probe the MCP server with an OAuth credential, refreshing it if possible.

        Args:
            vault_id: Vault ID, prefix `vault_`.
            credential_id: Credential ID, prefix `vcred_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE,
            (vault_id, credential_id),
            options=options,
        )


if TYPE_CHECKING:

    class RawVaults:
        """The same operations, returning whole responses."""

        credentials: RawVaultsCredentials
        create = Raw(Vaults.create)
        list = Raw(Vaults.list)
        retrieve = Raw(Vaults.retrieve)
        delete = Raw(Vaults.delete)
        archive = Raw(Vaults.archive)

    class RawVaultsCredentials:
        """The same operations, returning whole responses."""

        create = Raw(VaultsCredentials.create)
        list = Raw(VaultsCredentials.list)
        retrieve = Raw(VaultsCredentials.retrieve)
        update = Raw(VaultsCredentials.update)
        delete = Raw(VaultsCredentials.delete)
        archive = Raw(VaultsCredentials.archive)
        mcp_oauth_validate = Raw(VaultsCredentials.mcp_oauth_validate)

    class StreamedVaults:
        """The same operations, returning responses whose bodies are read as they come."""

        credentials: StreamedVaultsCredentials
        create = Streamed(Vaults.create)
        list = Streamed(Vaults.list)
        retrieve = Streamed(Vaults.retrieve)
        delete = Streamed(Vaults.delete)
        archive = Streamed(Vaults.archive)

    class StreamedVaultsCredentials:
        """The same operations, returning responses whose bodies are read as they come."""

        create = Streamed(VaultsCredentials.create)
        list = Streamed(VaultsCredentials.list)
        retrieve = Streamed(VaultsCredentials.retrieve)
        update = Streamed(VaultsCredentials.update)
        delete = Streamed(VaultsCredentials.delete)
        archive = Streamed(VaultsCredentials.archive)
        mcp_oauth_validate = Streamed(VaultsCredentials.mcp_oauth_validate)

    class RawAsyncVaults:
        """The same operations, returning whole responses."""

        credentials: RawAsyncVaultsCredentials
        create = AsyncRaw(AsyncVaults.create)
        list = AsyncRaw(AsyncVaults.list)
        retrieve = AsyncRaw(AsyncVaults.retrieve)
        delete = AsyncRaw(AsyncVaults.delete)
        archive = AsyncRaw(AsyncVaults.archive)

    class RawAsyncVaultsCredentials:
        """The same operations, returning whole responses."""

        create = AsyncRaw(AsyncVaultsCredentials.create)
        list = AsyncRaw(AsyncVaultsCredentials.list)
        retrieve = AsyncRaw(AsyncVaultsCredentials.retrieve)
        update = AsyncRaw(AsyncVaultsCredentials.update)
        delete = AsyncRaw(AsyncVaultsCredentials.delete)
        archive = AsyncRaw(AsyncVaultsCredentials.archive)
        mcp_oauth_validate = AsyncRaw(AsyncVaultsCredentials.mcp_oauth_validate)

    class StreamedAsyncVaults:
        """The same operations, returning responses whose bodies are read as they come."""

        credentials: StreamedAsyncVaultsCredentials
        create = AsyncStreamed(AsyncVaults.create)
        list = AsyncStreamed(AsyncVaults.list)
        retrieve = AsyncStreamed(AsyncVaults.retrieve)
        delete = AsyncStreamed(AsyncVaults.delete)
        archive = AsyncStreamed(AsyncVaults.archive)

    class StreamedAsyncVaultsCredentials:
        """The same operations, returning responses whose bodies are read as they come."""

        create = AsyncStreamed(AsyncVaultsCredentials.create)
        list = AsyncStreamed(AsyncVaultsCredentials.list)
        retrieve = AsyncStreamed(AsyncVaultsCredentials.retrieve)
        update = AsyncStreamed(AsyncVaultsCredentials.update)
        delete = AsyncStreamed(AsyncVaultsCredentials.delete)
        archive = AsyncStreamed(AsyncVaultsCredentials.archive)
        mcp_oauth_validate = AsyncStreamed(AsyncVaultsCredentials.mcp_oauth_validate)
