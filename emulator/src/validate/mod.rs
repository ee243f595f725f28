//! Checks requests against the schemas of the description, compiled once.

mod check;
mod compile;

pub(crate) use compile::Compiler;

use indexmap::IndexMap;
use regex_lite::Regex;
use serde_json::Value;

/// Place of a schema in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SchemaId(u32);

/// Every schema a request can meet; they refer to each other by place, so recursion costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    nodes: Vec<Schema>,
}

/// One schema. An absent rule accepts everything.
#[derive(Debug, Default)]
struct Schema {
    types: Types,
    allowed: Option<Vec<Value>>,
    text: Option<Box<TextRule>>,
    number: Option<Box<NumberRule>>,
    list: Option<Box<ListRule>>,
    object: Option<Box<ObjectRule>>,
    all: Vec<SchemaId>,
    union: Option<Union>,
}

/// The JSON types a value may have, as bits; none set means any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Types(u8);

impl Types {
    const NULL: Self = Self(1);
    const BOOLEAN: Self = Self(2);
    const INTEGER: Self = Self(4);
    const NUMBER: Self = Self(8);
    const STRING: Self = Self(16);
    const ARRAY: Self = Self(32);
    const OBJECT: Self = Self(64);

    const NAMED: [(&'static str, Self); 7] = [
        ("null", Self::NULL),
        ("boolean", Self::BOOLEAN),
        ("integer", Self::INTEGER),
        ("number", Self::NUMBER),
        ("string", Self::STRING),
        ("array", Self::ARRAY),
        ("object", Self::OBJECT),
    ];

    fn named(name: &str) -> Self {
        Self::NAMED.iter().find(|(known, _)| *known == name).map_or(Self(0), |(_, types)| *types)
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn accepts(self, value: &Value) -> bool {
        if self.0 == 0 {
            return true;
        }
        match value {
            Value::Null => self.has(Self::NULL),
            Value::Bool(_) => self.has(Self::BOOLEAN),
            Value::Number(number) => {
                self.has(Self::NUMBER)
                    || self.has(Self::INTEGER) && number.as_f64().is_some_and(|n| n.fract() == 0.0)
            }
            Value::String(_) => self.has(Self::STRING),
            Value::Array(_) => self.has(Self::ARRAY),
            Value::Object(_) => self.has(Self::OBJECT),
        }
    }

    /// "a string", "an array or null": for messages.
    fn spoken(self) -> String {
        let names: Vec<&str> =
            Self::NAMED.iter().rev().filter(|(_, types)| self.has(*types)).map(|(name, _)| *name).collect();
        let spoken = names.join(" or ");
        match spoken.as_bytes().first() {
            Some(b'n') => spoken,
            Some(b'a' | b'i' | b'o') => format!("an {spoken}"),
            _ => format!("a {spoken}"),
        }
    }
}

#[derive(Debug, Default)]
struct TextRule {
    shortest: usize,
    longest: Option<usize>,
    pattern: Option<Regex>,
    time: bool,
}

#[derive(Debug)]
struct NumberRule {
    least: f64,
    most: f64,
}

#[derive(Debug)]
struct ListRule {
    fewest: usize,
    most: usize,
    items: Option<SchemaId>,
}

#[derive(Debug, Default)]
struct ObjectRule {
    required: Vec<String>,
    properties: IndexMap<String, SchemaId>,
    others: Others,
}

/// Members the schema does not name.
#[derive(Debug, Default)]
enum Others {
    #[default]
    Ignored,
    Refused,
    Checked(SchemaId),
}

#[derive(Debug)]
enum Union {
    Tagged { tag: String, variants: IndexMap<String, SchemaId> },
    Open(Vec<SchemaId>),
}
