import pytest
import qca

from conftest import ids, say


def test_files(sdk, tmp_path):
    file = sdk.files.upload(
        file=("notes.txt", b"remember the milk", "text/plain"), metadata='{"team": "tools"}'
    )
    assert (file.filename, file.size_bytes, file.downloadable) == ("notes.txt", 17, False)
    path = tmp_path / "other.txt"
    path.write_text("other")
    other = sdk.files.upload(file=path, name="renamed.txt")
    assert other.filename == "renamed.txt"

    assert sdk.files.retrieve_metadata(file.id).id == file.id
    assert ids(sdk.files.list()) == [other.id, file.id]
    assert ids(sdk.files.list(i_ds=[file.id])) == [file.id]
    assert ids(sdk.files.list(name="notes.txt")) == [file.id]
    with pytest.raises(qca.PermissionDeniedError):
        sdk.files.download(file.id)
    assert sdk.files.delete(file.id).id == file.id
    with pytest.raises(qca.NotFoundError):
        sdk.files.retrieve_metadata(file.id)


def test_an_artifact_is_downloaded_without_the_token(emulator, sdk, session, tmp_path):
    emulator.script(session, {"deliver": {"filename": "report.md", "content": "# Grüße"}})
    sdk.sessions.events.send(session.id, events=say("go"))
    [artifact] = sdk.files.list(scope_id=session.id)
    assert artifact.downloadable
    assert sdk.files.download(artifact.id).read().decode() == "# Grüße"
    sdk.files.download(artifact.id).write_to_file(tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "# Grüße"
    storage = [entry for entry in emulator.requests() if entry["operation"] is None]
    assert storage and not any(name == "authorization" for entry in storage for name, _ in entry["headers"])


def skill_file(description):
    return (
        "SKILL.md",
        f"---\nname: greeter\ndescription: {description}\n---\nSay hello.\n".encode(),
        "text/markdown",
    )


def test_skills(sdk):
    skill = sdk.skills.create(files=[skill_file("First.")], display_title="Greeter")
    assert (skill.display_title, skill.source) == ("Greeter", "custom")
    assert sdk.skills.retrieve(skill.id).latest_version == skill.latest_version
    assert skill.id in [listed.id for listed in sdk.skills.list(source="custom", name="greeter")]
    version = sdk.skills.versions.create(skill.id, files=[skill_file("Second.")])
    assert (version.name, version.description) == ("greeter", "Second.")
    assert [listed.version for listed in sdk.skills.versions.list(skill.id)] == [
        version.version,
        skill.latest_version,
    ]
    assert sdk.skills.versions.retrieve(version.version, skill_id=skill.id).id == version.id
    assert sdk.skills.versions.download(version.version, skill_id=skill.id).read()[:2] == b"PK"
    assert sdk.skills.versions.delete(version.version, skill_id=skill.id).id == version.version
    assert sdk.skills.delete(skill.id).id == skill.id
