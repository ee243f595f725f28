# Generated from spec/ by codegen; edit the spec.
"""Uploaded files and delivered artifacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _operations as ops
from .._helpers import AsyncFileHelpers, FileHelpers
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Unpack

    from .._files import AsyncDownload, Download, FileInput
    from .._not_given import NotGiven
    from .._options import CallOptions, TransferOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncRawUnparsed, AsyncStreamed, Raw, RawUnparsed, Streamed
    from ..types.files import DeletedFile, FileMetadata


class Files(FileHelpers, Resource):
    """Uploaded files and delivered artifacts."""

    if TYPE_CHECKING:
        with_raw_response: RawFiles
        with_streaming_response: StreamedFiles

    def upload(
        self,
        *,
        file: FileInput,
        name: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        expires_in_seconds: int | None | NotGiven = NOT_GIVEN,
        purpose: str | NotGiven = NOT_GIVEN,
        **options: Unpack[TransferOptions],
    ) -> FileMetadata:
        """Upload a file.

        Args:
            file: The bytes, with a file name.
            name: Overrides the uploaded file name.
            metadata: JSON object of string pairs as text, at most 8 KB.
            expires_in_seconds: Life time of the file.
            purpose: Former classification, `user_upload`; do not send. Deprecated.

        Raises:
            BadRequestError: The file part is missing, or metadata is not a JSON object.
            RequestTooLargeError: The upload is too large (status inferred from the SDK's error mapping).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.FILES_UPLOAD,
            (),
            form={
                "file": file,
                "name": name,
                "metadata": metadata,
                "expires_in_seconds": expires_in_seconds,
                "purpose": purpose,
            },
            options=options,
        )

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        scope_id: str | NotGiven = NOT_GIVEN,
        ids: Sequence[str] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[FileMetadata]:
        """List files.

        Args:
            name: Match on the file name.
            scope_id: Only files delivered by this session.
            ids: Only these file IDs; repeat the parameter.
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
            ops.FILES_LIST,
            (),
            query={
                "name": name,
                "scope_id": scope_id,
                "ids": ids,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, file_id: str, **options: Unpack[CallOptions]) -> FileMetadata:
        """Fetch a file's metadata.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.FILES_RETRIEVE, (file_id,), options=options)

    def delete(self, file_id: str, **options: Unpack[CallOptions]) -> DeletedFile:
        """Delete a file.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.FILES_DELETE, (file_id,), options=options)

    def download(self, file_id: str, **options: Unpack[TransferOptions]) -> Download:
        """Get a short-lived link to a file's bytes.

        Fetch the link without any API credential. Works only when `downloadable` is true, which own uploads
        usually are not.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._download(ops.FILES_DOWNLOAD, (file_id,), options=options)


class AsyncFiles(AsyncFileHelpers, AsyncResource):
    """Uploaded files and delivered artifacts."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncFiles
        with_streaming_response: StreamedAsyncFiles

    async def upload(
        self,
        *,
        file: FileInput,
        name: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        expires_in_seconds: int | None | NotGiven = NOT_GIVEN,
        purpose: str | NotGiven = NOT_GIVEN,
        **options: Unpack[TransferOptions],
    ) -> FileMetadata:
        """Upload a file.

        Args:
            file: The bytes, with a file name.
            name: Overrides the uploaded file name.
            metadata: JSON object of string pairs as text, at most 8 KB.
            expires_in_seconds: Life time of the file.
            purpose: Former classification, `user_upload`; do not send. Deprecated.

        Raises:
            BadRequestError: The file part is missing, or metadata is not a JSON object.
            RequestTooLargeError: The upload is too large (status inferred from the SDK's error mapping).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.FILES_UPLOAD,
            (),
            form={
                "file": file,
                "name": name,
                "metadata": metadata,
                "expires_in_seconds": expires_in_seconds,
                "purpose": purpose,
            },
            options=options,
        )

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        scope_id: str | NotGiven = NOT_GIVEN,
        ids: Sequence[str] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[FileMetadata]:
        """List files.

        Args:
            name: Match on the file name.
            scope_id: Only files delivered by this session.
            ids: Only these file IDs; repeat the parameter.
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
            ops.FILES_LIST,
            (),
            query={
                "name": name,
                "scope_id": scope_id,
                "ids": ids,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, file_id: str, **options: Unpack[CallOptions]) -> FileMetadata:
        """Fetch a file's metadata.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.FILES_RETRIEVE, (file_id,), options=options)

    async def delete(self, file_id: str, **options: Unpack[CallOptions]) -> DeletedFile:
        """Delete a file.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.FILES_DELETE, (file_id,), options=options)

    async def download(self, file_id: str, **options: Unpack[TransferOptions]) -> AsyncDownload:
        """Get a short-lived link to a file's bytes.

        Fetch the link without any API credential. Works only when `downloadable` is true, which own uploads
        usually are not.

        Args:
            file_id: File ID, prefix `file_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._download(ops.FILES_DOWNLOAD, (file_id,), options=options)


if TYPE_CHECKING:

    class RawFiles:
        """The same operations, returning whole responses."""

        upload = Raw(Files.upload)
        list = Raw(Files.list)
        retrieve = Raw(Files.retrieve)
        delete = Raw(Files.delete)
        download = RawUnparsed(Files.download)

    class StreamedFiles:
        """The same operations, returning responses whose bodies are read as they come."""

        upload = Streamed(Files.upload)
        list = Streamed(Files.list)
        retrieve = Streamed(Files.retrieve)
        delete = Streamed(Files.delete)
        download = Streamed(Files.download)

    class RawAsyncFiles:
        """The same operations, returning whole responses."""

        upload = AsyncRaw(AsyncFiles.upload)
        list = AsyncRaw(AsyncFiles.list)
        retrieve = AsyncRaw(AsyncFiles.retrieve)
        delete = AsyncRaw(AsyncFiles.delete)
        download = AsyncRawUnparsed(AsyncFiles.download)

    class StreamedAsyncFiles:
        """The same operations, returning responses whose bodies are read as they come."""

        upload = AsyncStreamed(AsyncFiles.upload)
        list = AsyncStreamed(AsyncFiles.list)
        retrieve = AsyncStreamed(AsyncFiles.retrieve)
        delete = AsyncStreamed(AsyncFiles.delete)
        download = AsyncStreamed(AsyncFiles.download)
