//! Objects with known members and room for others.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::Value;

use super::{JsonObject, union::Form};

/// Members of an object that this version does not know, as they came.
///
/// Empty on almost every object, hence behind one pointer.
#[derive(Clone, PartialEq, Default)]
pub struct Extra(Option<Box<JsonObject>>);

impl Extra {
    /// A member by name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.get(name)
    }

    /// Adds or replaces a member; it is sent like any other.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.0.get_or_insert_default().insert(name.into(), value.into());
    }

    /// All members in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|members| members.iter())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|members| members.is_empty())
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An unknown member may be a secret of tomorrow: names only.
        formatter.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

/// The name of a member, borrowed from the input where it holds no escapes.
pub(crate) struct Key<'de>(Cow<'de, str>);

impl<'de> Key<'de> {
    pub(crate) fn borrowed(text: &'de str) -> Self {
        Self(Cow::Borrowed(text))
    }

    pub(crate) fn owned(text: String) -> Self {
        Self(Cow::Owned(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text)))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// Reads a member whose absence and `null` both mean its default.
pub(crate) fn read<'de, T: Deserialize<'de> + Default, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<T, A::Error> {
    Ok(map.next_value::<Option<T>>()?.unwrap_or_default())
}

/// What the readers and writers of this module ask of an object type.
pub(crate) trait Members: Default {
    /// Members with one fixed value.
    const TAGS: &'static [(&'static str, &'static str)];

    /// Takes over all members that `map` still holds.
    fn fill<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error>;

    /// Writes all members.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

impl<T: Members> Members for Box<T> {
    const TAGS: &'static [(&'static str, &'static str)] = T::TAGS;

    fn fill<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.as_mut().fill(map)
    }

    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.as_ref().write(map)
    }
}

/// Reads a member with one fixed value; any other value is kept.
pub(crate) fn read_tag<'de, A: MapAccess<'de>>(
    extra: &mut Extra,
    tag: &str,
    expected: &str,
    map: &mut A,
) -> Result<(), A::Error> {
    let other = match map.next_value::<Form<'de, JsonObject>>()? {
        Form::Text(text) if text.as_str() == expected => return Ok(()),
        Form::Text(text) => Value::String(text.into_owned()),
        Form::Object(object) => Value::Object(object),
        Form::Other(value) => value,
    };
    extra.insert(tag, other);
    Ok(())
}

/// Keeps a member that is not declared.
pub(crate) fn keep<'de, A: MapAccess<'de>>(
    extra: &mut Extra,
    key: Key<'de>,
    map: &mut A,
) -> Result<(), A::Error> {
    extra.insert(key.into_owned(), map.next_value::<Value>()?);
    Ok(())
}

/// Any object at all.
impl Members for JsonObject {
    const TAGS: &'static [(&'static str, &'static str)] = &[];

    fn fill<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        while let Some((name, value)) = map.next_entry()? {
            self.insert(name, value);
        }
        Ok(())
    }

    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))
    }
}

/// Reads an object type from a map.
pub(crate) struct Reader<T>(&'static str, PhantomData<T>);

impl<T> Reader<T> {
    pub(crate) fn new(name: &'static str) -> Self {
        Self(name, PhantomData)
    }
}

impl<'de, T: Members> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::default();
        object.fill(&mut map)?;
        Ok(object)
    }
}

/// Writes an object type as a map.
pub(crate) fn serialize<T: Members, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    object.write(&mut map)?;
    map.end()
}

/// Declares an object type.
///
/// Members are `need` (default when absent, always written), `may` (`Option`) or `set` ([`Field`](super::Field)).
/// A `tag` has one fixed value, so it is written but not stored. Unknown members go to `extra`.
/// The reader is one loop over the members with no buffering, which `serde(flatten)` could not do.
macro_rules! object {
    (
        $(#[$doc:meta])*
        pub struct $name:ident $(tag $tag:literal = $text:literal)* {
            $($(#[$field_doc:meta])* $kind:ident $field:ident: $type:ty = $wire:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $crate::model::object!(@type $kind $type),)*
            /// Members that this version does not know; kept, and written back.
            pub extra: $crate::model::Extra,
        }

        impl $crate::model::Members for $name {
            const TAGS: &'static [(&'static str, &'static str)] = &[$(($tag, $text)),*];

            fn fill<'de, A: serde::de::MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
                while let Some(key) = map.next_key::<$crate::model::Key<'de>>()? {
                    match key.as_str() {
                        $($wire => self.$field = $crate::model::object!(@read $kind map),)*
                        $($tag => $crate::model::object::read_tag(&mut self.extra, $tag, $text, map)?,)*
                        _ => $crate::model::object::keep(&mut self.extra, key, map)?,
                    }
                }
                Ok(())
            }

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $(if self.extra.get($tag).is_none() {
                    map.serialize_entry($tag, $text)?;
                })*
                $($crate::model::object!(@write $kind map, $wire, &self.$field);)*
                for (name, value) in self.extra.iter() {
                    map.serialize_entry(name, value)?;
                }
                Ok(())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::model::object::Reader::<Self>::new(stringify!($name)))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::object::serialize(self, serializer)
            }
        }
    };
    (@type need $type:ty) => { $type };
    (@type may $type:ty) => { Option<$type> };
    (@type set $type:ty) => { $crate::model::Field<$type> };
    (@read need $map:ident) => { $crate::model::object::read($map)? };
    (@read may $map:ident) => { $map.next_value()? };
    (@read set $map:ident) => { $map.next_value()? };
    (@write need $map:ident, $wire:literal, $value:expr) => { $map.serialize_entry($wire, $value)? };
    (@write may $map:ident, $wire:literal, $value:expr) => {
        if let Some(value) = $value { $map.serialize_entry($wire, value)?; }
    };
    (@write set $map:ident, $wire:literal, $value:expr) => {
        if !$value.is_absent() { $map.serialize_entry($wire, $value)?; }
    };
}

pub(crate) use object;
