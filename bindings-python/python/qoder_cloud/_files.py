"""Files on their way to the service and back."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from ._errors import failed, refused
from ._native import Failure
from ._options import path_text

if TYPE_CHECKING:
    from types import TracebackType

    from ._native import Download as Source

Content: TypeAlias = "str | os.PathLike[str] | bytes | IO[bytes]"
"""A path, bytes, or a file opened for reading bytes."""

FileInput: TypeAlias = "Content | tuple[str, Content] | tuple[str, Content, str]"
"""A file: its content alone, or `(name, content)`, or `(name, content, media type)`."""

FilesInput: TypeAlias = "FileInput | Sequence[FileInput]"
"""A folder with everything in it, a zip, or a list of files."""

Part: TypeAlias = "tuple[str, str | None, str | None, bytes | str | Path]"
"""A part of a form: field, file name, media type, and text, bytes or where they lie."""


def parts(field: str, value: Any, operation: str) -> list[Part]:
    """The parts of a form that stand for a folder, or for one or several files."""
    if isinstance(value, (str, os.PathLike)) and os.path.isdir(value):
        return list(_folder(field, Path(value)))
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes, tuple)):
        return [part(field, item, operation) for item in value]
    return [part(field, value, operation)]


def _folder(field: str, folder: Path) -> Iterator[Part]:
    """Every file below `folder`, named from its last directory on, in a stable order."""
    root = folder.resolve()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield field, f"{root.name}/{path.relative_to(root).as_posix()}", None, path


def part(field: str, value: Any, operation: str) -> Part:
    """The part of a form that stands for one file."""
    name, media_type = None, None
    if isinstance(value, tuple) and len(value) in (2, 3):
        name, value, media_type = (*value, None)[:3]
    if isinstance(value, (str, os.PathLike)):
        return field, name, media_type, Path(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return field, name or "file", media_type, bytes(value)
    read = getattr(value, "read", None)
    if callable(read):
        content = read()
        if isinstance(content, bytes):
            own = getattr(value, "name", None)
            return (
                field,
                name or (os.path.basename(own) if isinstance(own, str) else "file"),
                media_type,
                content,
            )
        raise refused(f"`{field}`: the file must be opened in binary mode", field, operation)
    raise refused(
        f"`{field}` must be a path, bytes, a binary file or (name, content), not {type(value).__name__}",
        field,
        operation,
    )


class _Download:
    """What is known about a file before it is read."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @property
    def filename(self) -> str | None:
        """The name the server gives the file, without any directory."""
        return self._source.filename

    @property
    def content_type(self) -> str | None:
        """The media type."""
        return self._source.content_type

    @property
    def content_length(self) -> int | None:
        """The announced length in bytes."""
        return self._source.content_length

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call."""
        return self._source.request_id

    def __repr__(self) -> str:
        return f"{type(self).__name__}(filename={self.filename!r}, content_type={self.content_type!r})"


class Download(_Download):
    """A file from the service, read once: whole, piece by piece, or into a file."""

    def read(self) -> bytes:
        """The whole file.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, or is closed.
        """
        return _checked(self._source.read(None))  # type: ignore[no-any-return]

    def iter_bytes(self) -> Iterator[bytes]:
        """The file in pieces as they arrive.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, or is closed.
        """
        while (piece := _checked(self._source.chunk(None))) is not None:
            yield piece

    def write_to_file(self, path: str | os.PathLike[str]) -> int:
        """Writes the file, which stands under `path` only when it is whole; returns its length.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, is closed, or nothing can be written there.
        """
        return _checked(self._source.write_to_file(path_text("path", path), None))  # type: ignore[no-any-return]

    def close(self) -> None:
        """Closes the connection."""
        self._source.close()

    def __enter__(self) -> Download:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncDownload(_Download):
    """A file from the service, read once: whole, piece by piece, or into a file."""

    async def read(self) -> bytes:
        """The whole file.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, or is closed.
        """
        return await _submit(self._source.read)  # type: ignore[no-any-return]

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """The file in pieces as they arrive.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, or is closed.
        """
        while (piece := await _submit(self._source.chunk)) is not None:
            yield piece

    async def write_to_file(self, path: str | os.PathLike[str]) -> int:
        """Writes the file, which stands under `path` only when it is whole; returns its length.

        Raises:
            APIConnectionError: It ends before its announced length, or stops coming.
            InvalidArgumentError: It has been read already, is closed, or nothing can be written there.
        """
        write = self._source.write_to_file
        return await _submit(lambda target: write(path_text("path", path), target))  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Closes the connection."""
        self._source.close()

    async def __aenter__(self) -> AsyncDownload:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _checked(outcome: Any) -> Any:
    if type(outcome) is Failure:
        raise failed(outcome)
    return outcome


async def _submit(call: Any) -> Any:
    from ._loop import submit

    return await submit(call)
