# Generated from spec/ by codegen; edit the spec.
"""Types of files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypedDict

from .._files import FileInput
from .._model import ABSENT, Model
from .._typing import Required


class DeletedFile(Model):
    """Marker of a deleted file."""

    type: str | None = None
    """Kind tag of this object. Known: `file_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class DownloadLink(Model):
    """Signed link; treat the URL as a secret until it expires."""

    url: str = ABSENT
    """Address to GET without credentials."""

    expires_at: datetime | None = None
    """When the link stops working."""


class FileMetadata(Model):
    """Stored file."""

    type: Literal["file"] = "file"
    """Kind tag of this object."""

    id: str = ABSENT
    """File ID, prefix `file_`."""

    filename: str = ABSENT
    """File name."""

    mime_type: str | None = None
    """MIME type detected by the service."""

    size_bytes: int = ABSENT
    """Size in bytes."""

    downloadable: bool | None = None
    """Whether files.download may be used; true for delivered artifacts."""

    scope: "FileScope | None" = None
    """Session that produced it; null for uploads."""

    status: str | None = None
    """Processing state, for example `ready`."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    expires_at: datetime | None = None
    """When the service will remove it."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class FileScope(Model):
    """Owner of a delivered file."""

    type: str = ABSENT
    """Kind tag of this object. Known: `session`."""

    id: str = ABSENT
    """Session ID."""


class FileUploadParams(TypedDict, total=False):
    """Multipart form of an upload. Text-based files only, says the CN reference."""

    file: Required[FileInput]
    """The bytes, with a file name."""

    name: str | None
    """Overrides the uploaded file name."""

    metadata: Mapping[str, str] | None
    """JSON object of string pairs as text, at most 8 KB."""

    expires_in_seconds: int | None
    """Life time of the file."""

    purpose: str
    """Former classification, `user_upload`; do not send. Deprecated."""
