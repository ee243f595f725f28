//! A value against a schema: the first violation, with the path a caller can find it by.

use std::fmt::Write;

use jiff::Timestamp;
use serde_json::Value;

use super::{NumberRule, ObjectRule, Others, Schema, SchemaId, Schemas, TextRule, Types, Union};

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct Violation {
    /// Path as in `events[0].content`; empty for the whole value.
    pub(crate) path: String,
    pub(crate) message: String,
    /// How far the value got; the best attempt of a union is the one worth reporting.
    depth: usize,
}

/// Where the check stands, written out only when something is wrong.
#[derive(Clone, Copy)]
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn depth(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Member(parent, _) | Self::Item(parent, _) => parent.depth() + 1,
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(parent, name) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Self::Item(parent, index) => {
                parent.write(out);
                // Writing to a String cannot fail.
                let _ = write!(out, "[{index}]");
            }
        }
    }

    fn wrong(&self, rule: impl FnOnce(&str) -> String) -> Violation {
        let mut path = String::new();
        self.write(&mut path);
        Violation { message: rule(&path), path, depth: self.depth() }
    }
}

type Checked = Result<(), Violation>;

impl Schemas {
    /// Checks a body; `name` is how its root is called in messages.
    pub(crate) fn check(&self, schema: SchemaId, value: &Value) -> Checked {
        self.at(schema, value, Place::Root)
    }

    /// Checks one parameter.
    pub(crate) fn check_parameter(&self, schema: SchemaId, name: &str, value: &Value) -> Checked {
        self.at(schema, value, Place::Member(&Place::Root, name))
    }

    /// Whether a text parameter is meant as a number or a truth value.
    pub(crate) fn coerce(&self, schema: SchemaId, text: &str) -> Value {
        let types = self.schema(schema).types;
        let number = || text.parse::<i64>().map(Value::from).ok().filter(|_| types.has(Types::INTEGER));
        let truth = || text.parse::<bool>().map(Value::from).ok().filter(|_| types.has(Types::BOOLEAN));
        number().or_else(truth).unwrap_or_else(|| Value::from(text))
    }

    /// The schema of the items when this is a list.
    pub(crate) fn items(&self, schema: SchemaId) -> Option<SchemaId> {
        let schema = self.schema(schema);
        schema.types.has(Types::ARRAY).then(|| schema.list.as_ref().and_then(|rule| rule.items)).flatten()
    }

    fn schema(&self, id: SchemaId) -> &Schema {
        &self.nodes[id.0 as usize]
    }

    fn at(&self, id: SchemaId, value: &Value, place: Place<'_>) -> Checked {
        let schema = self.schema(id);
        if !schema.types.accepts(value) {
            return Err(place.wrong(|path| must_be(path, &schema.types.spoken())));
        }
        if let Some(allowed) = &schema.allowed
            && !allowed.contains(value)
        {
            return Err(place.wrong(|path| must_be_one_of(path, allowed.iter().map(spoken))));
        }
        match value {
            Value::String(text) => schema.text.as_ref().map_or(Ok(()), |rule| rule.check(text, place))?,
            Value::Number(number) => schema
                .number
                .as_ref()
                .map_or(Ok(()), |rule| rule.check(number.as_f64().unwrap_or(f64::NAN), place))?,
            Value::Array(items) => self.list(schema, items, place)?,
            Value::Object(members) => {
                if let Some(rule) = &schema.object {
                    self.object(rule, members, place)?;
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        for part in &schema.all {
            self.at(*part, value, place)?;
        }
        schema.union.as_ref().map_or(Ok(()), |union| self.union(union, value, place))
    }

    fn list(&self, schema: &Schema, items: &[Value], place: Place<'_>) -> Checked {
        let Some(rule) = &schema.list else { return Ok(()) };
        if items.len() < rule.fewest {
            return Err(
                place.wrong(|path| format!("Field '{path}' must have at least {} item(s).", rule.fewest))
            );
        }
        if items.len() > rule.most {
            return Err(place.wrong(|path| format!("Field '{path}' must have at most {} items.", rule.most)));
        }
        let Some(each) = rule.items else { return Ok(()) };
        items.iter().enumerate().try_for_each(|(index, item)| self.at(each, item, Place::Item(&place, index)))
    }

    fn object(
        &self,
        rule: &ObjectRule,
        members: &serde_json::Map<String, Value>,
        place: Place<'_>,
    ) -> Checked {
        for name in &rule.required {
            if !members.contains_key(name) {
                return Err(
                    Place::Member(&place, name).wrong(|path| format!("Missing required field: {path}"))
                );
            }
        }
        for (name, member) in members {
            let here = Place::Member(&place, name);
            match (rule.properties.get(name), &rule.others) {
                (Some(schema), _) | (None, Others::Checked(schema)) => self.at(*schema, member, here)?,
                (None, Others::Refused) => return Err(here.wrong(|path| format!("Unknown field: {path}"))),
                (None, Others::Ignored) => {}
            }
        }
        Ok(())
    }

    fn union(&self, union: &Union, value: &Value, place: Place<'_>) -> Checked {
        match union {
            Union::Tagged { tag, variants } => {
                let Some(members) = value.as_object() else {
                    return Err(place.wrong(|path| must_be(path, "an object")));
                };
                let here = Place::Member(&place, tag);
                let Some(found) = members.get(tag) else {
                    return Err(here.wrong(|path| format!("Missing required field: {path}")));
                };
                match found.as_str().and_then(|name| variants.get(name)) {
                    Some(variant) => self.at(*variant, value, place),
                    None => Err(here.wrong(|path| must_be_one_of(path, variants.keys().cloned()))),
                }
            }
            Union::Open(options) => {
                let mut best: Option<Violation> = None;
                for option in options {
                    match self.at(*option, value, place) {
                        Ok(()) => return Ok(()),
                        Err(violation) if best.as_ref().is_none_or(|best| self.better(&violation, best)) => {
                            best = Some(violation);
                        }
                        Err(_) => {}
                    }
                }
                best.map_or(Ok(()), Err)
            }
        }
    }

    /// A wrong tag says only that the variant was not meant.
    fn better(&self, new: &Violation, old: &Violation) -> bool {
        let weight = |violation: &Violation| {
            let tag = violation.path.ends_with("type") && violation.message.contains("must be '");
            (violation.depth, !tag)
        };
        let (new_depth, new_meant) = weight(new);
        let (old_depth, old_meant) = weight(old);
        match (new_meant, old_meant) {
            (true, false) => new_depth >= old_depth,
            (false, true) => new_depth > old_depth,
            _ => new_depth > old_depth,
        }
    }
}

impl TextRule {
    fn check(&self, text: &str, place: Place<'_>) -> Checked {
        let length = if self.shortest > 0 || self.longest.is_some() { text.chars().count() } else { 0 };
        if length < self.shortest {
            return Err(place
                .wrong(|path| format!("Field '{path}' must have at least {} character(s).", self.shortest)));
        }
        if let Some(longest) = self.longest.filter(|longest| length > *longest) {
            return Err(place.wrong(|path| format!("Field '{path}' must have at most {longest} characters.")));
        }
        if let Some(pattern) = self.pattern.as_ref().filter(|pattern| !pattern.is_match(text)) {
            return Err(place.wrong(|path| format!("Field '{path}' must match {pattern}.")));
        }
        if self.time && text.parse::<Timestamp>().is_err() {
            return Err(place.wrong(|path| must_be(path, "an RFC 3339 time")));
        }
        Ok(())
    }
}

impl NumberRule {
    fn check(&self, number: f64, place: Place<'_>) -> Checked {
        if number < self.least {
            return Err(place.wrong(|path| format!("Field '{path}' must be at least {}.", self.least)));
        }
        if number > self.most {
            return Err(place.wrong(|path| format!("Field '{path}' must be at most {}.", self.most)));
        }
        Ok(())
    }
}

fn must_be(path: &str, what: &str) -> String {
    if path.is_empty() {
        format!("Request body must be {what}.")
    } else {
        format!("Field '{path}' must be {what}.")
    }
}

fn must_be_one_of(path: &str, allowed: impl Iterator<Item = String>) -> String {
    let allowed: Vec<String> = allowed.collect();
    match allowed.as_slice() {
        [only] => format!("Field '{path}' must be '{only}'."),
        _ => format!("Field '{path}' must be one of: {}.", allowed.join(", ")),
    }
}

fn spoken(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
