//! Times as the service writes them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A moment in RFC 3339, kept exactly as it was written.
///
/// The service writes up to nine fractional digits; keeping the text loses none of them, costs nothing to read and
/// cannot fail. Convert when you need to calculate.
///
/// ```
/// use qoder_cloud::Timestamp;
///
/// let created: Timestamp = "2026-09-01T08:00:00.123456789Z".into();
/// assert_eq!(created.to_jiff()?.subsec_nanosecond(), 123_456_789);
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(String);

impl Timestamp {
    /// The text on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The moment, to the nanosecond.
    ///
    /// # Errors
    /// When the text is not RFC 3339, with what is wrong about it.
    pub fn to_jiff(&self) -> Result<jiff::Timestamp, jiff::Error> {
        self.0.parse()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(moment: jiff::Timestamp) -> Self {
        Self(moment.to_string())
    }
}
