"""`progress=` of uploads and downloads."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from qoder_cloud import InvalidArgumentError, Qoder, QoderError
from qoder_cloud.emulator import Emulator

Told = list[tuple[int, int | None]]


def check(told: Told, size: int) -> None:
    """What was told only grows, and ends with everything."""
    done = [number for number, _ in told]
    assert done == sorted(set(done))
    assert told[-1] == (done[-1], done[-1])
    assert size <= done[-1] < size + 2048


def test_an_upload_and_a_download_tell(client: Qoder, tmp_path: Path) -> None:
    told: Told = []
    tell = lambda done, total: told.append((done, total))  # noqa: E731
    path = tmp_path / "big.bin"
    path.write_bytes(b"x" * 3_000_000)
    for file in (path, path.read_bytes()):
        told.clear()
        client.files.upload(file=file, progress=tell)
        check(told, 3_000_000)
    skill = upload_skill(client, tmp_path)
    for read in (lambda download: download.read(), lambda download: b"".join(download.iter_bytes())):
        told.clear()
        content = read(client.skills.versions.download(skill.id, skill.latest_version, progress=tell))
        check(told, len(content))
    told.clear()
    download = client.skills.versions.download(skill.id, skill.latest_version, progress=tell)
    assert told[0][0] == 0
    size = download.write_to_file(tmp_path / "copy.zip")
    check(told, size)


def upload_skill(client: Qoder, folder: Path) -> Any:
    skill = folder / "greeting"
    skill.mkdir()
    (skill / "SKILL.md").write_text("---\nname: greeting\ndescription: Greets.\n---\nSay hello.\n")
    (skill / "data.txt").write_text("hello\n" * 1000)
    return client.skills.create(files=skill)


def test_asynchronously_too(emulator: Emulator, tmp_path: Path) -> None:
    told: Told = []

    async def main() -> None:
        async with emulator.async_client() as client:
            await client.files.upload(
                file=("a.bin", b"x" * 3_000_000), progress=lambda *told_now: told.append(told_now)
            )

    asyncio.run(main())
    check(told, 3_000_000)


@pytest.mark.parametrize("asynchronous", [False, True])
def test_what_the_callable_raises_ends_the_call(emulator: Emulator, asynchronous: bool) -> None:
    def refuse(done: int, total: int | None) -> None:
        raise LookupError("enough")

    async def main() -> None:
        async with emulator.async_client() as client:
            await client.files.upload(file=b"x" * 100_000, progress=refuse)

    with pytest.raises(LookupError, match="enough"):
        if asynchronous:
            asyncio.run(main())
        else:
            emulator.client().files.upload(file=b"x" * 100_000, progress=refuse)


@pytest.mark.parametrize("missing", [(), ("tqdm",), ("tqdm", "rich")])
def test_true_draws_with_what_is_installed(
    client: Qoder,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    missing: tuple[str, ...],
) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.setitem(sys.modules, f"{name}.progress", None)
    if len(missing) == 2:
        with pytest.raises(QoderError, match="pip install tqdm"):
            client.files.upload(file=b"x" * 100_000, progress=True)
        return
    client.files.upload(file=b"x" * 100_000, progress=True)
    out, err = capfd.readouterr()
    assert "files.upload" in out + err
    assert "100%" in out + err


def test_only_uploads_and_downloads_take_it(emulator: Emulator, client: Qoder) -> None:
    with pytest.raises(InvalidArgumentError, match="`progress`"):
        client.models.list(progress=print)  # type: ignore[call-arg]
    with pytest.raises(InvalidArgumentError, match="`progress` must be a callable"):
        client.files.upload(file=b"x", progress="yes")  # type: ignore[arg-type]
    assert emulator.requests() == []
