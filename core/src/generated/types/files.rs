// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/files.yaml`.

use std::collections::BTreeMap;

use crate::model::{Secret, Timestamp, object};

object! {
    /// Marker of a deleted file.
    pub struct DeletedFile {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Signed link; treat the URL as a secret until it expires.
    pub struct DownloadLink {
        /// Address to GET without credentials.
        need url: Secret = "url",
        /// When the link stops working.
        may expires_at: Timestamp = "expires_at",
    }
}

object! {
    /// Stored file.
    pub struct FileMetadata tag "type" = "file" {
        /// File ID, prefix `file_`.
        need id: String = "id",
        /// File name.
        need filename: String = "filename",
        /// MIME type detected by the service.
        may mime_type: String = "mime_type",
        /// Size in bytes.
        need size_bytes: i64 = "size_bytes",
        /// Whether files.download may be used; true for delivered artifacts.
        may downloadable: bool = "downloadable",
        /// Session that produced it; null for uploads.
        may scope: FileScope = "scope",
        /// Processing state, for example `ready`.
        may status: String = "status",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// When the service will remove it.
        may expires_at: Timestamp = "expires_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Owner of a delivered file.
    pub struct FileScope tag "type" = "session" {
        /// Session ID.
        need id: String = "id",
    }
}
