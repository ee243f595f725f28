//! Members of a request that may be left out, cleared or set.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A member of a request: left out, `null`, or a value.
///
/// The API tells the first two apart: a member that is left out keeps what is stored, `null` clears it. Setters take
/// `impl Into<Field<T>>`, so a plain value sets and `None` clears:
///
/// ```
/// use qoder_cloud::Field;
///
/// let set: Field<String> = "You review pull requests.".into();
/// let clear: Field<String> = None.into();
/// assert_eq!(set, Field::Value("You review pull requests.".to_owned()));
/// assert_eq!(clear, Field::Null);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// Not sent.
    #[default]
    Absent,
    /// Sent as `null`.
    Null,
    /// Sent as this value.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the member is not sent at all.
    pub fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }

    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Field::Value(value) => Some(value),
            _ => None,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Field::Value(value)
    }
}

/// `None` clears.
impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Field::Null, Field::Value)
    }
}

impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Field::Value(value.to_owned())
    }
}

impl<T, const N: usize> From<[T; N]> for Field<Vec<T>> {
    fn from(items: [T; N]) -> Self {
        Field::Value(items.into())
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Field<BTreeMap<String, String>> {
    fn from(pairs: [(K, V); N]) -> Self {
        Field::Value(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

/// `None` deletes a key of metadata.
impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, Option<V>); N]>
    for Field<BTreeMap<String, Option<String>>>
{
    fn from(pairs: [(K, Option<V>); N]) -> Self {
        Field::Value(pairs.into_iter().map(|(key, value)| (key.into(), value.map(Into::into))).collect())
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Field::from)
    }
}
