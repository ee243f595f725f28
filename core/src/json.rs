//! JSON from bytes.

use serde::Deserialize;

/// Reads a value. The bytes are checked as UTF-8 once and fast; serde_json's `from_slice` checks every string by itself.
pub(crate) fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> serde_json::Result<T> {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        // For its message about what is wrong where.
        Err(_) => serde_json::from_slice(bytes),
    }
}
