# Generated from spec/ by codegen; edit the spec.
"""Reusable instructions that agents load on demand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import _operations as ops
from .._not_given import NOT_GIVEN
from .._resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack

    from .._files import AsyncDownload, Download, FileInput, FilesInput
    from .._not_given import NotGiven
    from .._options import CallOptions, TransferOptions
    from .._pagination import AsyncPage, Page
    from .._raw import AsyncRaw, AsyncRawUnparsed, AsyncStreamed, Raw, RawUnparsed, Streamed
    from ..types.skills import DeletedSkill, DeletedSkillVersion, Skill, SkillOrigin, SkillVersion


class Skills(Resource):
    """Reusable instructions that agents load on demand."""

    if TYPE_CHECKING:
        with_raw_response: RawSkills
        with_streaming_response: StreamedSkills

    @cached_property
    def versions(self) -> SkillsVersions:
        """Uploaded contents of a skill."""
        return SkillsVersions(self._client, self._mode)

    def create(
        self,
        *,
        files: FilesInput,
        type: str | NotGiven = NOT_GIVEN,
        display_title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        file: FileInput | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        **options: Unpack[TransferOptions],
    ) -> Skill:
        """Upload a skill as a zip or as a tree of files.

        SKILL.md must sit at the root or one directory below; its front matter decides name and description.
        The zip may hold at most 50 MiB.

        Args:
            files: One zip, or every file of the tree; keep relative paths in the part file names.
            type: Older: `custom`. Deprecated.
            display_title: Title.
            metadata: JSON object of string pairs as text.
            file: Older name of the part for one zip. Deprecated.
            name: Older; SKILL.md wins. Deprecated.
            description: Older; SKILL.md wins. Deprecated.

        Raises:
            BadRequestError: No SKILL.md, or bad front matter.
            RequestTooLargeError: The archive is too large (status inferred from the SDK's error mapping).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return self._call(
            ops.SKILLS_CREATE,
            (),
            form={
                "type": type,
                "files": files,
                "display_title": display_title,
                "metadata": metadata,
                "file": file,
                "name": name,
                "description": description,
            },
            options=options,
        )

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        display_title: str | NotGiven = NOT_GIVEN,
        source: SkillOrigin | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[Skill]:
        """List skills.

        Args:
            name: Match on the name.
            display_title: Match on the title.
            source: Only own or only platform skills.
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
            ops.SKILLS_LIST,
            (),
            query={
                "name": name,
                "display_title": display_title,
                "source": source,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, skill_id: str, **options: Unpack[CallOptions]) -> Skill:
        """Fetch a skill.

        Args:
            skill_id: Skill ID, prefix `skill_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SKILLS_RETRIEVE, (skill_id,), options=options)

    def update(
        self,
        skill_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | NotGiven = NOT_GIVEN,
        content: str | NotGiven = NOT_GIVEN,
        content_encoding: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """Change a skill's texts or content (superseded by uploading a new version).

        Args:
            skill_id: Skill ID, prefix `skill_`.
            name: Display name.
            description: Free text describing the object.
            metadata: Merged by key.
            content: New SKILL.md text, or a base64 zip.
            content_encoding: Set when content is a base64 zip. Known: `base64`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(
            ops.SKILLS_UPDATE,
            (skill_id,),
            body={
                "name": name,
                "description": description,
                "metadata": metadata,
                "content": content,
                "content_encoding": content_encoding,
            },
            options=options,
        )

    def delete(self, skill_id: str, **options: Unpack[CallOptions]) -> DeletedSkill:
        """Delete a skill; agents bound to it are not unbound.

        Args:
            skill_id: Skill ID, prefix `skill_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SKILLS_DELETE, (skill_id,), options=options)


class SkillsVersions(Resource):
    """Uploaded contents of a skill."""

    if TYPE_CHECKING:
        with_raw_response: RawSkillsVersions
        with_streaming_response: StreamedSkillsVersions

    def create(self, skill_id: str, *, files: FilesInput, **options: Unpack[TransferOptions]) -> SkillVersion:
        """Upload a new version of a skill.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            files: One zip, or every file of the tree; keep relative paths in the part file names.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SKILLS_VERSIONS_CREATE, (skill_id,), form={"files": files}, options=options)

    def list(
        self,
        skill_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> Page[SkillVersion]:
        """List the versions of a skill, latest first.

        Args:
            skill_id: Skill ID, prefix `skill_`.
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
            ops.SKILLS_VERSIONS_LIST,
            (skill_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    def retrieve(self, skill_id: str, version: str, **options: Unpack[CallOptions]) -> SkillVersion:
        """Fetch one version.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SKILLS_VERSIONS_RETRIEVE, (skill_id, version), options=options)

    def delete(self, skill_id: str, version: str, **options: Unpack[CallOptions]) -> DeletedSkillVersion:
        """Delete one version.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._call(ops.SKILLS_VERSIONS_DELETE, (skill_id, version), options=options)

    def download(self, skill_id: str, version: str, **options: Unpack[TransferOptions]) -> Download:
        """Download one version as a zip.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return self._download(ops.SKILLS_VERSIONS_DOWNLOAD, (skill_id, version), options=options)


class AsyncSkills(AsyncResource):
    """Reusable instructions that agents load on demand."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSkills
        with_streaming_response: StreamedAsyncSkills

    @cached_property
    def versions(self) -> AsyncSkillsVersions:
        """Uploaded contents of a skill."""
        return AsyncSkillsVersions(self._client, self._mode)

    async def create(
        self,
        *,
        files: FilesInput,
        type: str | NotGiven = NOT_GIVEN,
        display_title: str | None | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        file: FileInput | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        **options: Unpack[TransferOptions],
    ) -> Skill:
        """Upload a skill as a zip or as a tree of files.

        SKILL.md must sit at the root or one directory below; its front matter decides name and description.
        The zip may hold at most 50 MiB.

        Args:
            files: One zip, or every file of the tree; keep relative paths in the part file names.
            type: Older: `custom`. Deprecated.
            display_title: Title.
            metadata: JSON object of string pairs as text.
            file: Older name of the part for one zip. Deprecated.
            name: Older; SKILL.md wins. Deprecated.
            description: Older; SKILL.md wins. Deprecated.

        Raises:
            BadRequestError: No SKILL.md, or bad front matter.
            RequestTooLargeError: The archive is too large (status inferred from the SDK's error mapping).
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed otherwise.
        """
        return await self._call(
            ops.SKILLS_CREATE,
            (),
            form={
                "type": type,
                "files": files,
                "display_title": display_title,
                "metadata": metadata,
                "file": file,
                "name": name,
                "description": description,
            },
            options=options,
        )

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        display_title: str | NotGiven = NOT_GIVEN,
        source: SkillOrigin | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Skill]:
        """List skills.

        Args:
            name: Match on the name.
            display_title: Match on the title.
            source: Only own or only platform skills.
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
            ops.SKILLS_LIST,
            (),
            query={
                "name": name,
                "display_title": display_title,
                "source": source,
                "limit": limit,
                "page": page,
                "after_id": after_id,
                "before_id": before_id,
            },
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, skill_id: str, **options: Unpack[CallOptions]) -> Skill:
        """Fetch a skill.

        Args:
            skill_id: Skill ID, prefix `skill_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SKILLS_RETRIEVE, (skill_id,), options=options)

    async def update(
        self,
        skill_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | NotGiven = NOT_GIVEN,
        content: str | NotGiven = NOT_GIVEN,
        content_encoding: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """Change a skill's texts or content (superseded by uploading a new version).

        Args:
            skill_id: Skill ID, prefix `skill_`.
            name: Display name.
            description: Free text describing the object.
            metadata: Merged by key.
            content: New SKILL.md text, or a base64 zip.
            content_encoding: Set when content is a base64 zip. Known: `base64`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.SKILLS_UPDATE,
            (skill_id,),
            body={
                "name": name,
                "description": description,
                "metadata": metadata,
                "content": content,
                "content_encoding": content_encoding,
            },
            options=options,
        )

    async def delete(self, skill_id: str, **options: Unpack[CallOptions]) -> DeletedSkill:
        """Delete a skill; agents bound to it are not unbound.

        Args:
            skill_id: Skill ID, prefix `skill_`.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SKILLS_DELETE, (skill_id,), options=options)


class AsyncSkillsVersions(AsyncResource):
    """Uploaded contents of a skill."""

    if TYPE_CHECKING:
        with_raw_response: RawAsyncSkillsVersions
        with_streaming_response: StreamedAsyncSkillsVersions

    async def create(
        self,
        skill_id: str,
        *,
        files: FilesInput,
        **options: Unpack[TransferOptions],
    ) -> SkillVersion:
        """Upload a new version of a skill.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            files: One zip, or every file of the tree; keep relative paths in the part file names.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(
            ops.SKILLS_VERSIONS_CREATE,
            (skill_id,),
            form={"files": files},
            options=options,
        )

    def list(
        self,
        skill_id: str,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        page: str | NotGiven = NOT_GIVEN,
        after_id: str | NotGiven = NOT_GIVEN,
        before_id: str | NotGiven = NOT_GIVEN,
        prefetch: bool = False,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[SkillVersion]:
        """List the versions of a skill, latest first.

        Args:
            skill_id: Skill ID, prefix `skill_`.
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
            ops.SKILLS_VERSIONS_LIST,
            (skill_id,),
            query={"limit": limit, "page": page, "after_id": after_id, "before_id": before_id},
            prefetch=prefetch,
            options=options,
        )

    async def retrieve(self, skill_id: str, version: str, **options: Unpack[CallOptions]) -> SkillVersion:
        """Fetch one version.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SKILLS_VERSIONS_RETRIEVE, (skill_id, version), options=options)

    async def delete(
        self,
        skill_id: str,
        version: str,
        **options: Unpack[CallOptions],
    ) -> DeletedSkillVersion:
        """Delete one version.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._call(ops.SKILLS_VERSIONS_DELETE, (skill_id, version), options=options)

    async def download(
        self,
        skill_id: str,
        version: str,
        **options: Unpack[TransferOptions],
    ) -> AsyncDownload:
        """Download one version as a zip.

        Args:
            skill_id: Skill ID, prefix `skill_`.
            version: Version number of the skill (the `version` member, not the `skillver_` ID).

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was.
            APIError: The call failed.
        """
        return await self._download(ops.SKILLS_VERSIONS_DOWNLOAD, (skill_id, version), options=options)


if TYPE_CHECKING:

    class RawSkills:
        """The same operations, returning whole responses."""

        versions: RawSkillsVersions
        create = Raw(Skills.create)
        list = Raw(Skills.list)
        retrieve = Raw(Skills.retrieve)
        update = Raw(Skills.update)
        delete = Raw(Skills.delete)

    class RawSkillsVersions:
        """The same operations, returning whole responses."""

        create = Raw(SkillsVersions.create)
        list = Raw(SkillsVersions.list)
        retrieve = Raw(SkillsVersions.retrieve)
        delete = Raw(SkillsVersions.delete)
        download = RawUnparsed(SkillsVersions.download)

    class StreamedSkills:
        """The same operations, returning responses whose bodies are read as they come."""

        versions: StreamedSkillsVersions
        create = Streamed(Skills.create)
        list = Streamed(Skills.list)
        retrieve = Streamed(Skills.retrieve)
        update = Streamed(Skills.update)
        delete = Streamed(Skills.delete)

    class StreamedSkillsVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        create = Streamed(SkillsVersions.create)
        list = Streamed(SkillsVersions.list)
        retrieve = Streamed(SkillsVersions.retrieve)
        delete = Streamed(SkillsVersions.delete)
        download = Streamed(SkillsVersions.download)

    class RawAsyncSkills:
        """The same operations, returning whole responses."""

        versions: RawAsyncSkillsVersions
        create = AsyncRaw(AsyncSkills.create)
        list = AsyncRaw(AsyncSkills.list)
        retrieve = AsyncRaw(AsyncSkills.retrieve)
        update = AsyncRaw(AsyncSkills.update)
        delete = AsyncRaw(AsyncSkills.delete)

    class RawAsyncSkillsVersions:
        """The same operations, returning whole responses."""

        create = AsyncRaw(AsyncSkillsVersions.create)
        list = AsyncRaw(AsyncSkillsVersions.list)
        retrieve = AsyncRaw(AsyncSkillsVersions.retrieve)
        delete = AsyncRaw(AsyncSkillsVersions.delete)
        download = AsyncRawUnparsed(AsyncSkillsVersions.download)

    class StreamedAsyncSkills:
        """The same operations, returning responses whose bodies are read as they come."""

        versions: StreamedAsyncSkillsVersions
        create = AsyncStreamed(AsyncSkills.create)
        list = AsyncStreamed(AsyncSkills.list)
        retrieve = AsyncStreamed(AsyncSkills.retrieve)
        update = AsyncStreamed(AsyncSkills.update)
        delete = AsyncStreamed(AsyncSkills.delete)

    class StreamedAsyncSkillsVersions:
        """The same operations, returning responses whose bodies are read as they come."""

        create = AsyncStreamed(AsyncSkillsVersions.create)
        list = AsyncStreamed(AsyncSkillsVersions.list)
        retrieve = AsyncStreamed(AsyncSkillsVersions.retrieve)
        delete = AsyncStreamed(AsyncSkillsVersions.delete)
        download = AsyncStreamed(AsyncSkillsVersions.download)
