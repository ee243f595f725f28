// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/auth.yaml`.

use serde_json::Value;

use crate::model::{Secret, Timestamp, object};

object! {
    /// Token to issue.
    pub struct TokenExchangeParams tag "grant_type" = "client_credentials" tag "audience" = "qoder" {
        /// Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward.
        need scope: String = "scope",
        /// Wanted life time. Default 3600. From 1 to 43200.
        may ttl_seconds: i64 = "ttl_seconds",
    }
}

object! {
    /// Issued token; the whole answer is a secret.
    pub struct TokenExchangeResponse {
        /// SAT to send as bearer token.
        need access_token: Secret = "access_token",
        /// `Bearer`, in any letter case.
        need token_type: String = "token_type",
        /// Life time in seconds; may arrive as a digit string.
        need expires_in: Value = "expires_in",
        /// When it expires.
        may expires_at: Timestamp = "expires_at",
    }
}
