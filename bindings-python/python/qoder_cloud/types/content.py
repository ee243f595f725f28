# Generated from spec/ by codegen; edit the spec.
"""Types of content."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required


class Base64Source(Model, tag_field="type", tag="base64"):
    """Inline bytes. Mind the 4 MB request limit."""

    type: ClassVar[Literal["base64"]] = "base64"
    """Kind tag of this object."""

    data: str = ABSENT
    """Base64 text."""

    media_type: str = ABSENT
    """MIME type."""


class Base64SourceParams(TypedDict, total=False):
    """Inline bytes. Mind the 4 MB request limit."""

    type: Required[Literal["base64"]]
    """Kind tag of this object."""

    data: Required[str]
    """Base64 text."""

    media_type: Required[str]
    """MIME type."""


class Citations(Model):
    """Whether citations are on."""

    enabled: bool = ABSENT
    """True to allow citing."""


class CitationsParams(TypedDict, total=False):
    """Whether citations are on."""

    enabled: Required[bool]
    """True to allow citing."""


class DocumentBlock(Model, tag_field="type", tag="document"):
    """Document."""

    type: ClassVar[Literal["document"]] = "document"
    """Kind tag of this object."""

    source: "BlobSource" = ABSENT
    """Where the document comes from."""

    title: str | None = None
    """Human-readable title."""

    context: str | None = None
    """Background about the document for the model."""


class DocumentBlockParams(TypedDict, total=False):
    """Document."""

    type: Required[Literal["document"]]
    """Kind tag of this object."""

    source: "Required[BlobSourceParams]"
    """Where the document comes from."""

    title: str | None
    """Human-readable title."""

    context: str | None
    """Background about the document for the model."""


class FileSource(Model, tag_field="type", tag="file"):
    """Uploaded file."""

    type: ClassVar[Literal["file"]] = "file"
    """Kind tag of this object."""

    file_id: str = ABSENT
    """File ID, prefix `file_`."""


class FileSourceParams(TypedDict, total=False):
    """Uploaded file."""

    type: Required[Literal["file"]]
    """Kind tag of this object."""

    file_id: Required[str]
    """File ID, prefix `file_`."""


class ImageBlock(Model, tag_field="type", tag="image"):
    """Image."""

    type: ClassVar[Literal["image"]] = "image"
    """Kind tag of this object."""

    source: "BlobSource" = ABSENT
    """Where the image comes from."""


class ImageBlockParams(TypedDict, total=False):
    """Image."""

    type: Required[Literal["image"]]
    """Kind tag of this object."""

    source: "Required[BlobSourceParams]"
    """Where the image comes from."""


class PlainTextSource(Model, tag_field="type", tag="text"):
    """Inline plain text; documents only."""

    type: ClassVar[Literal["text"]] = "text"
    """Kind tag of this object."""

    data: str = ABSENT
    """The text."""

    media_type: Literal["text/plain"] = "text/plain"
    """MIME type of the text."""


class PlainTextSourceParams(TypedDict, total=False):
    """Inline plain text; documents only."""

    type: Required[Literal["text"]]
    """Kind tag of this object."""

    data: Required[str]
    """The text."""

    media_type: Required[Literal["text/plain"]]
    """MIME type of the text."""


class RedactedBlock(Model, tag_field="type", tag="redacted"):
    """Placeholder for removed content."""

    type: ClassVar[Literal["redacted"]] = "redacted"
    """Kind tag of this object."""


class RedactedBlockParams(TypedDict, total=False):
    """Placeholder for removed content."""

    type: Required[Literal["redacted"]]
    """Kind tag of this object."""


class SearchResultBlock(Model, tag_field="type", tag="search_result"):
    """Search hit offered as citable content; allowed in tool results only."""

    type: ClassVar[Literal["search_result"]] = "search_result"
    """Kind tag of this object."""

    source: str = ABSENT
    """Where the hit was found."""

    title: str = ABSENT
    """Human-readable title."""

    content: "list[TextBlock]" = []
    """Extracts."""

    citations: Citations = ABSENT
    """Citation switch."""


class SearchResultBlockParams(TypedDict, total=False):
    """Search hit offered as citable content; allowed in tool results only."""

    type: Required[Literal["search_result"]]
    """Kind tag of this object."""

    source: Required[str]
    """Where the hit was found."""

    title: Required[str]
    """Human-readable title."""

    content: "Required[Sequence[TextBlockParams]]"
    """Extracts."""

    citations: Required[CitationsParams]
    """Citation switch."""


class TextBlock(Model, tag_field="type", tag="text"):
    """Text."""

    type: ClassVar[Literal["text"]] = "text"
    """Kind tag of this object."""

    text: str = ABSENT
    """The text."""


class TextBlockParams(TypedDict, total=False):
    """Text."""

    type: Required[Literal["text"]]
    """Kind tag of this object."""

    text: Required[str]
    """The text."""


class UrlSource(Model, tag_field="type", tag="url"):
    """Remote URL."""

    type: ClassVar[Literal["url"]] = "url"
    """Kind tag of this object."""

    url: str = ABSENT
    """Address to fetch."""


class UrlSourceParams(TypedDict, total=False):
    """Remote URL."""

    type: Required[Literal["url"]]
    """Kind tag of this object."""

    url: Required[str]
    """Address to fetch."""


BlobSource: TypeAlias = Base64Source | UrlSource | FileSource | PlainTextSource | OrUnknown
"""Origin of an image or document."""

ContentBlock: TypeAlias = (
    TextBlock | ImageBlock | DocumentBlock | SearchResultBlock | RedactedBlock | OrUnknown
)
"""Piece of message or tool content."""

MessageBlock: TypeAlias = TextBlock | ImageBlock | DocumentBlock | RedactedBlock | OrUnknown
"""Content block a user message may hold."""

if TYPE_CHECKING:
    BlobSourceParams: TypeAlias = (
        Base64SourceParams | UrlSourceParams | FileSourceParams | PlainTextSourceParams | BlobSource
    )
    """Origin of an image or document."""
    ContentBlockParams: TypeAlias = (
        TextBlockParams
        | ImageBlockParams
        | DocumentBlockParams
        | SearchResultBlockParams
        | RedactedBlockParams
        | ContentBlock
    )
    """Piece of message or tool content."""
    MessageBlockParams: TypeAlias = (
        TextBlockParams | ImageBlockParams | DocumentBlockParams | RedactedBlockParams | MessageBlock
    )
    """Content block a user message may hold."""
else:
    BlobSourceParams = Mapping[str, Any]
    ContentBlockParams = Mapping[str, Any]
    MessageBlockParams = Mapping[str, Any]
