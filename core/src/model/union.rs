//! Unions: values of one of several types.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{
        Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
        value::{MapDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::Value;

use super::{JsonObject, Key, object::Members};

/// An object of a kind that this version does not know, as it came.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownObject(pub JsonObject);

impl UnknownObject {
    /// The text of a member, for example of `type`.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }
}

/// What the reader of this module asks of a tagged union.
pub(crate) trait Tagged: Sized {
    /// The member that tells the variants apart.
    const TAG: &'static str;

    /// Reads the variant of that tag; `None` when there is no such variant.
    fn variant<'de, A: MapAccess<'de>>(tag: &str, rest: Rest<A>) -> Result<Self, A::Error>;

    /// Wraps what no variant fits.
    fn unknown(object: JsonObject) -> Self;
}

/// What is left of an object once its tag is known: members that came before the tag, and those still to come.
pub(crate) struct Rest<A> {
    head: Option<JsonObject>,
    map: A,
}

impl<'de, A: MapAccess<'de>> Rest<A> {
    /// Reads the members into a variant's type.
    pub(crate) fn read<T: Members>(mut self) -> Result<T, A::Error> {
        let mut object = T::default();
        if let Some(head) = self.head {
            // Seldom more than an `id`: only what precedes the tag is held back.
            let head = head.into_iter().map(|(name, value)| (name, value.into_deserializer()));
            object.fill(&mut MapDeserializer::<_, serde_json::Error>::new(head)).map_err(A::Error::custom)?;
        }
        object.fill(&mut self.map)?;
        Ok(object)
    }

    /// Puts the tag back.
    pub(crate) fn with(mut self, name: &str, tag: &str) -> Self {
        self.head.get_or_insert_default().insert(name.to_owned(), tag.into());
        self
    }

    /// Reads the members of an object whose tag has no variant.
    pub(crate) fn unknown(mut self) -> Result<JsonObject, A::Error> {
        let mut object = self.head.unwrap_or_default();
        while let Some((name, value)) = self.map.next_entry()? {
            object.insert(name, value);
        }
        Ok(object)
    }
}

/// Reads a tagged union from a map.
pub(crate) struct TaggedReader<T>(PhantomData<T>);

impl<T> TaggedReader<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Tagged> Visitor<'de> for TaggedReader<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with `{}`", T::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        // Made when it is needed: most objects begin with their tag.
        let mut head: Option<JsonObject> = None;
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if key.as_str() == T::TAG {
                let value = match map.next_value::<Form<'de, JsonObject>>()? {
                    Form::Text(tag) => return T::variant(tag.as_str(), Rest { head, map }),
                    Form::Object(object) => Value::Object(object),
                    Form::Other(value) => value,
                };
                head.get_or_insert_default().insert(T::TAG.to_owned(), value);
                return Rest { head, map }.unknown().map(T::unknown);
            }
            head.get_or_insert_default().insert(key.into_owned(), map.next_value()?);
        }
        Ok(T::unknown(head.unwrap_or_default()))
    }
}

/// A value that is a string, an object, or neither.
pub(crate) enum Form<'de, T> {
    Text(Key<'de>),
    Object(T),
    Other(Value),
}

impl<'de, T: Members> Deserialize<'de> for Form<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FormReader(PhantomData))
    }
}

struct FormReader<T>(PhantomData<T>);

impl<'de, T: Members> Visitor<'de> for FormReader<T> {
    type Value = Form<'de, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Form::Text(Key::borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Form::Text(Key::owned(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut object = T::default();
        object.fill(&mut map)?;
        Ok(Form::Object(object))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Form::Other(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Form::Other(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Form::Other(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Form::Other(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Form::Other(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(items)).map(Form::Other)
    }
}

/// Declares a union of object types that a string member tells apart, with `Unknown` for the rest.
///
/// The reader hands the open map to the variant as soon as the tag is seen, so nothing after it is buffered; serde's
/// own internally tagged enums buffer every object whole.
macro_rules! tagged {
    ($(#[$doc:meta])* pub enum $name:ident by $tag:literal {
        $($(#[$variant_doc:meta])* $variant:ident($type:ty) = $text:literal,)*
    }) => {
        $(#[$doc])*
        // A box for the large variants would be an allocation for each of them.
        #[allow(clippy::large_enum_variant)]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant($type),)*
            /// A kind that this version does not know.
            Unknown($crate::model::UnknownObject),
        }

        impl $name {
            #[doc = concat!("The value of `", $tag, "`.")]
            pub fn tag(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $text,)*
                    Self::Unknown(object) => object.text($tag).unwrap_or_default(),
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Unknown(Default::default())
            }
        }

        $(impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        })*

        impl $crate::model::union::Tagged for $name {
            const TAG: &'static str = $tag;

            fn variant<'de, A: serde::de::MapAccess<'de>>(
                tag: &str,
                rest: $crate::model::union::Rest<A>,
            ) -> Result<Self, A::Error> {
                match tag {
                    $($text => rest.read().map(Self::$variant),)*
                    _ => rest.with($tag, tag).unknown().map(Self::unknown),
                }
            }

            fn unknown(object: $crate::model::JsonObject) -> Self {
                Self::Unknown($crate::model::UnknownObject(object))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::model::union::TaggedReader::new())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    Self::Unknown(object) => object.serialize(serializer),
                }
            }
        }
    };
}

/// Declares a union whose variants differ in their JSON type, with `Unknown` for the rest.
macro_rules! untagged {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $kind:ident $variant:ident($type:ty),)* }) => {
        $(#[$doc])*
        // A box for the large variants would be an allocation for each of them.
        #[allow(clippy::large_enum_variant)]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant($type),)*
            /// A form that this version does not know.
            Unknown(serde_json::Value),
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Unknown(serde_json::Value::Null)
            }
        }

        $($crate::model::untagged!(@from $kind $name $variant $type);)*

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                $(if $crate::model::untagged!(@fits $kind $type, value) {
                    return serde_json::from_value(value).map(Self::$variant).map_err(serde::de::Error::custom);
                })*
                Ok(Self::Unknown(value))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }
    };
    (@from text $name:ident $variant:ident $type:ty) => {
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::$variant(text.into())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::$variant(text.into())
            }
        }
        impl From<&str> for $crate::model::Field<$name> {
            fn from(text: &str) -> Self {
                Self::Value(text.into())
            }
        }
    };
    (@from map $name:ident $variant:ident $type:ty) => {
        impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for $name {
            fn from(pairs: [(K, V); N]) -> Self {
                Self::$variant(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
            }
        }
    };
    (@from list $name:ident $variant:ident $type:ty) => {
        $crate::model::untagged!(@from object $name $variant $type);
    };
    (@from number $name:ident $variant:ident $type:ty) => {
        $crate::model::untagged!(@from object $name $variant $type);
    };
    (@from object $name:ident $variant:ident $type:ty) => {
        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        }
    };
    (@fits text $type:ty, $value:ident) => { $value.is_string() };
    (@fits map $type:ty, $value:ident) => { $value.is_object() };
    (@fits list $type:ty, $value:ident) => { $value.is_array() };
    (@fits number $type:ty, $value:ident) => { $value.is_i64() };
    (@fits object $type:ty, $value:ident) => { $crate::model::union::fits::<$type>(&$value) };
}

/// Declares a union of a string and one object type, with `Unknown` for the rest; both are read without a detour.
macro_rules! either {
    ($(#[$doc:meta])* pub enum $name:ident {
        $(#[$text_doc:meta])* $text:ident($text_type:ty),
        $(#[$object_doc:meta])* $object:ident($object_type:ty),
    }) => {
        $(#[$doc])*
        // A box for the large variants would be an allocation for each of them.
        #[allow(clippy::large_enum_variant)]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[$text_doc])* $text($text_type),
            $(#[$object_doc])* $object($object_type),
            /// A form that this version does not know.
            Unknown(serde_json::Value),
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Unknown(serde_json::Value::Null)
            }
        }

        $crate::model::untagged!(@from text $name $text $text_type);
        $crate::model::untagged!(@from object $name $object $object_type);

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::model::union::Form;
                Ok(match Form::<$object_type>::deserialize(deserializer)? {
                    Form::Text(text) => Self::$text(text.into_owned().into()),
                    Form::Object(object) => Self::$object(object),
                    Form::Other(value) => Self::Unknown(value),
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::$text(value) => value.serialize(serializer),
                    Self::$object(value) => value.serialize(serializer),
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }
    };
}

/// Whether a value is an object that carries all of the type's tags.
pub(crate) fn fits<T: Members>(value: &Value) -> bool {
    value.is_object() && T::TAGS.iter().all(|(tag, text)| value.get(tag).is_some_and(|value| value == text))
}

pub(crate) use {either, tagged, untagged};
