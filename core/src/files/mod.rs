//! Files on their way up and down.

pub(crate) mod disposition;
pub(crate) mod download;
pub(crate) mod progress;
pub(crate) mod upload;

pub use download::Download;
pub use progress::Progress;
pub use upload::{Form, Part};
