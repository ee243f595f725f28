import pytest
import qca

from conftest import ids


def test_memory_stores(sdk):
    store = sdk.memory_stores.create(name="style", description="How we write.")
    assert (store.name, store.description) == ("style", "How we write.")
    assert sdk.memory_stores.update(store.id, name="tone").name == "tone"
    assert sdk.memory_stores.retrieve(store.id).name == "tone"
    assert ids(sdk.memory_stores.list(name="tone")) == [store.id]
    assert sdk.memory_stores.archive(store.id).archived_at is not None
    assert sdk.memory_stores.delete(store.id).id == store.id


def test_memories(sdk):
    store = sdk.memory_stores.create(name="m")
    memories = sdk.memory_stores.memories
    memory = memories.create(store.id, path="style/tone.md", content="Plain and short.", view="full")
    assert (memory.path, memory.content, memory.content_size_bytes) == (
        "style/tone.md",
        "Plain and short.",
        16,
    )
    with pytest.raises(qca.ConflictError):
        memories.create(store.id, path="style/tone.md", content="again")
    assert memories.retrieve(memory.id, memory_store_id=store.id).content is None
    assert [item.type for item in memories.list(store.id, depth=1)] == ["memory_prefix"]
    guarded = {"type": "content_sha256", "content_sha256": memory.content_sha256}
    changed = memories.update(
        memory.id, memory_store_id=store.id, content="Shorter.", precondition=guarded, view="full"
    )
    assert changed.content == "Shorter."
    with pytest.raises(qca.ConflictError):
        memories.update(
            memory.id, memory_store_id=store.id, content="x", content_sha256=memory.content_sha256
        )
    gone = memories.delete(
        memory.id, memory_store_id=store.id, expected_content_sha256=changed.content_sha256
    )
    assert gone.id == memory.id

    versions = sdk.memory_stores.memory_versions
    recorded = list(versions.list(store.id, memory_id=memory.id))
    assert [version.operation for version in recorded] == ["deleted", "modified", "created"]
    first = versions.retrieve(recorded[-1].id, memory_store_id=store.id, view="full")
    assert first.content == "Plain and short."
    assert versions.redact(first.id, memory_store_id=store.id).redacted_at is not None
