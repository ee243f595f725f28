// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/common.yaml`.

use crate::model::{object, strings};

object! {
    /// What went wrong.
    pub struct ErrorDetail {
        /// Machine-readable class of the failure. New values may appear; fall back to the HTTP status.
        need r#type: ErrorType = "type",
        /// Text for humans; wording may change.
        need message: String = "message",
        /// Request field that caused the failure.
        may param: String = "param",
        /// Finer code given by some operations, for example drive_delete_partial.
        may code: String = "code",
        /// Feature that has to be activated (501 only, older pages).
        may feature: String = "feature",
        /// Beta identifier exposing that feature (501 only, older pages).
        may available_from: String = "available_from",
        /// Entries already removed when a recursive delete stopped half way.
        may deleted_count: i64 = "deleted_count",
        /// Record left behind by a failed decision request; retrieve it for detail.
        may decision_id: String = "decision_id",
    }
}

strings! {
    /// Machine-readable kind of an API error.
    pub enum ErrorType {
        InvalidRequestError = "invalid_request_error",
        AuthenticationError = "authentication_error",
        PermissionError = "permission_error",
        NotFoundError = "not_found_error",
        ConflictError = "conflict_error",
        PreconditionFailedError = "precondition_failed_error",
        RateLimitError = "rate_limit_error",
        OverloadedError = "overloaded_error",
        ApiError = "api_error",
        FeatureNotAvailable = "feature_not_available",
    }
}

strings! {
    /// Direction of a sorted list.
    pub enum SortOrder {
        Asc = "asc",
        Desc = "desc",
    }
}
