// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/memory_stores.yaml`.

use std::collections::BTreeMap;

use crate::model::{Timestamp, object, strings, tagged};

tagged! {
    /// Who performed a write.
    pub enum Actor by "type" {
        /// Written by a session.
        Session(SessionActor) = "session_actor",
        /// Written with an API key.
        Api(ApiActor) = "api_actor",
        /// Written by a user.
        User(UserActor) = "user_actor",
        /// Written by a service account.
        ServiceAccount(ServiceAccountActor) = "service_account_actor",
    }
}

object! {
    /// Written with an API key.
    pub struct ApiActor tag "type" = "api_actor" {
        /// Key ID.
        need api_key_id: String = "api_key_id",
    }
}

object! {
    /// Marker of a deleted memory.
    pub struct DeletedMemory {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Marker of a deleted store.
    pub struct DeletedMemoryStore {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Text document at a path inside a store.
    pub struct Memory tag "type" = "memory" {
        /// Memory ID, prefix `mem_`.
        need id: String = "id",
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
        /// Version holding the current content.
        may memory_version_id: String = "memory_version_id",
        /// Path, unique in the store and case-sensitive.
        need path: String = "path",
        /// UTF-8 text; only with view=full.
        may content: String = "content",
        /// Lowercase hex SHA-256 of the UTF-8 content.
        need content_sha256: String = "content_sha256",
        /// Size of the content in bytes.
        need content_size_bytes: i64 = "content_size_bytes",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// New memory.
    pub struct MemoryCreateParams {
        /// Where to store it; must be free.
        need path: String = "path",
        /// UTF-8 text.
        need content: String = "content",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

tagged! {
    /// Memory, or a rolled-up path prefix.
    pub enum MemoryListItem by "type" {
        /// Text document at a path inside a store.
        Memory(Box<Memory>) = "memory",
        /// Directory-like roll-up in a listing with depth=1.
        MemoryPrefix(MemoryPrefix) = "memory_prefix",
    }
}

object! {
    /// Directory-like roll-up in a listing with depth=1.
    pub struct MemoryPrefix tag "type" = "memory_prefix" {
        /// Prefix, ends with `/`.
        need path: String = "path",
    }
}

object! {
    /// Named collection of memories.
    pub struct MemoryStore tag "type" = "memory_store" {
        /// Store ID, prefix `memstore_`.
        need id: String = "id",
        /// Display name.
        need name: String = "name",
        /// Shown to the agent when attached; entry contents are not.
        may description: String = "description",
        /// Life-cycle state.
        may status: MemoryStoreStatus = "status",
        /// Number of memories.
        may entry_count: i64 = "entry_count",
        /// Bytes stored.
        may total_size: i64 = "total_size",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// New memory store.
    pub struct MemoryStoreCreateParams {
        /// Display name.
        need name: String = "name",
        /// Tell the agent what is inside and when to look.
        set description: String = "description",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

object! {
    /// Partial change of a store.
    pub struct MemoryStoreUpdateParams {
        /// Display name.
        set name: String = "name",
        /// Free text describing the object.
        set description: String = "description",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Partial change of a memory.
    pub struct MemoryUpdateParams {
        /// New text.
        set content: String = "content",
        /// New path.
        set path: String = "path",
        /// Change only if the current content still has this hash.
        set content_sha256: String = "content_sha256",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Immutable record of one change to a memory.
    pub struct MemoryVersion tag "type" = "memory_version" {
        /// Version ID, prefix `memver_`.
        need id: String = "id",
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
        /// Memory concerned.
        need memory_id: String = "memory_id",
        /// Kind of change.
        need operation: MemoryOperation = "operation",
        /// Path at that time; null once redacted.
        may path: String = "path",
        /// Text at that time; null unless view=full, when deleted or redacted.
        may content: String = "content",
        /// Lowercase hex SHA-256 of the UTF-8 content.
        may content_sha256: String = "content_sha256",
        /// Size of the content in bytes.
        may content_size_bytes: i64 = "content_size_bytes",
        /// Who made the change.
        may created_by: Actor = "created_by",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// When it was redacted; test this, not the HTTP status.
        may redacted_at: Timestamp = "redacted_at",
        /// Who redacted it.
        may redacted_by: Actor = "redacted_by",
    }
}

object! {
    /// Written by a service account.
    pub struct ServiceAccountActor tag "type" = "service_account_actor" {
        /// Service account ID.
        need service_account_id: String = "service_account_id",
    }
}

object! {
    /// Written by a session.
    pub struct SessionActor tag "type" = "session_actor" {
        /// Session ID, prefix `sess_`.
        need session_id: String = "session_id",
    }
}

object! {
    /// Written by a user.
    pub struct UserActor tag "type" = "user_actor" {
        /// User ID.
        need user_id: String = "user_id",
    }
}

strings! {
    /// Whether a memory store can be written.
    pub enum MemoryStoreStatus {
        Active = "active",
        Archived = "archived",
    }
}

strings! {
    /// Kind of a recorded change.
    pub enum MemoryOperation {
        Created = "created",
        Modified = "modified",
        Deleted = "deleted",
        Updated = "updated",
    }
}

strings! {
    /// How much of a memory an answer holds: `full` includes content, `basic` leaves it out.
    pub enum MemoryView {
        Basic = "basic",
        Full = "full",
    }
}
