//! What generated types are made of: objects, open enumerations and unions that keep what they do not know.
//!
//! The server may grow at any time, so nothing here fails on news: an unknown member lands in `extra`, an unknown
//! string in `Other`, an unknown kind of object in `Unknown`, and writing a value back loses none of them.

mod field;
pub(crate) mod object;
mod secret;
mod strings;
mod timestamp;
pub(crate) mod union;

pub use field::Field;
pub use object::Extra;
pub use secret::Secret;
pub use timestamp::Timestamp;
pub use union::UnknownObject;

pub(crate) use object::{Key, Members, object};
pub(crate) use strings::strings;
pub(crate) use union::{either, tagged, untagged};

/// A JSON object of any shape.
pub type JsonObject = serde_json::Map<String, serde_json::Value>;

#[cfg(test)]
mod tests;
