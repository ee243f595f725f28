//! From the description's JSON to [`Schemas`].

use std::collections::HashMap;

use indexmap::IndexMap;
use regex_lite::Regex;
use serde_json::Value;

use super::{ListRule, NumberRule, ObjectRule, Others, Schema, SchemaId, Schemas, TextRule, Types, Union};

const REFERENCE: &str = "#/components/schemas/";

/// Compiles schemas on demand: only what requests reach is ever built.
pub(crate) struct Compiler<'a> {
    named: &'a Value,
    known: HashMap<&'a str, SchemaId>,
    schemas: Schemas,
}

impl<'a> Compiler<'a> {
    /// `named` is `components.schemas` of the description.
    pub(crate) fn new(named: &'a Value) -> Self {
        Self { named, known: HashMap::new(), schemas: Schemas::default() }
    }

    pub(crate) fn finish(self) -> Schemas {
        self.schemas
    }

    pub(crate) fn compile(&mut self, source: &'a Value) -> Result<SchemaId, String> {
        if let Some(reference) = source["$ref"].as_str() {
            return self.reference(reference);
        }
        let id = self.reserve();
        self.fill(id, source)?;
        Ok(id)
    }

    fn reference(&mut self, reference: &'a str) -> Result<SchemaId, String> {
        let name =
            reference.strip_prefix(REFERENCE).ok_or_else(|| format!("foreign reference {reference}"))?;
        if let Some(id) = self.known.get(name) {
            return Ok(*id);
        }
        let source = self.named.get(name).ok_or_else(|| format!("unknown schema {name}"))?;
        // Known before it is filled: a schema may contain itself.
        let id = self.reserve();
        self.known.insert(name, id);
        if source.get("$ref").is_some() {
            let target = self.compile(source)?;
            self.schemas.nodes[id.0 as usize].all.push(target);
        } else {
            self.fill(id, source)?;
        }
        Ok(id)
    }

    fn reserve(&mut self) -> SchemaId {
        let id = SchemaId(self.schemas.nodes.len() as u32);
        self.schemas.nodes.push(Schema::default());
        id
    }

    fn fill(&mut self, id: SchemaId, source: &'a Value) -> Result<(), String> {
        let schema = Schema {
            types: types(&source["type"]),
            allowed: allowed(source),
            text: text(source)?.map(Box::new),
            number: number(source).map(Box::new),
            list: self.list(source)?.map(Box::new),
            object: self.object(source)?.map(Box::new),
            all: self.each(&source["allOf"])?,
            union: self.union(source)?,
        };
        self.schemas.nodes[id.0 as usize] = schema;
        Ok(())
    }

    fn each(&mut self, sources: &'a Value) -> Result<Vec<SchemaId>, String> {
        sources.as_array().into_iter().flatten().map(|source| self.compile(source)).collect()
    }

    fn list(&mut self, source: &'a Value) -> Result<Option<ListRule>, String> {
        let items = source.get("items").map(|items| self.compile(items)).transpose()?;
        let (fewest, most) = (size(source, "minItems"), size(source, "maxItems"));
        if items.is_none() && fewest.is_none() && most.is_none() {
            return Ok(None);
        }
        Ok(Some(ListRule { fewest: fewest.unwrap_or(0), most: most.unwrap_or(usize::MAX), items }))
    }

    fn object(&mut self, source: &'a Value) -> Result<Option<ObjectRule>, String> {
        let others = match source.get("additionalProperties") {
            None | Some(Value::Bool(true)) => Others::Ignored,
            Some(Value::Bool(false)) => Others::Refused,
            Some(schema) => Others::Checked(self.compile(schema)?),
        };
        let mut rule = ObjectRule { others, ..ObjectRule::default() };
        for name in source["required"].as_array().into_iter().flatten() {
            rule.required.extend(name.as_str().map(str::to_owned));
        }
        for (name, property) in source["properties"].as_object().into_iter().flatten() {
            rule.properties.insert(name.clone(), self.compile(property)?);
        }
        let empty = rule.required.is_empty() && rule.properties.is_empty();
        Ok((!empty || !matches!(rule.others, Others::Ignored)).then_some(rule))
    }

    fn union(&mut self, source: &'a Value) -> Result<Option<Union>, String> {
        let Some(options) = source.get("oneOf").or_else(|| source.get("anyOf")) else { return Ok(None) };
        let discriminator = &source["discriminator"];
        let (Some(tag), Some(mapping)) =
            (discriminator["propertyName"].as_str(), discriminator["mapping"].as_object())
        else {
            return Ok(Some(Union::Open(self.each(options)?)));
        };
        let mut variants = IndexMap::new();
        for (value, reference) in mapping {
            let reference =
                reference.as_str().ok_or_else(|| format!("mapping of {value} is not a reference"))?;
            variants.insert(value.clone(), self.reference(reference)?);
        }
        Ok(Some(Union::Tagged { tag: tag.to_owned(), variants }))
    }
}

fn types(source: &Value) -> Types {
    match source {
        Value::String(name) => Types::named(name),
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .fold(Types::default(), |all, name| all.with(Types::named(name))),
        _ => Types::default(),
    }
}

/// `const` and `enum` bind; `x-known-values` is an open list and never refuses.
fn allowed(source: &Value) -> Option<Vec<Value>> {
    match (source.get("const"), source["enum"].as_array()) {
        (Some(only), _) => Some(vec![only.clone()]),
        (None, listed) => listed.cloned(),
    }
}

fn text(source: &Value) -> Result<Option<TextRule>, String> {
    let rule = TextRule {
        shortest: size(source, "minLength").unwrap_or(0),
        longest: size(source, "maxLength"),
        pattern: source["pattern"].as_str().map(Regex::new).transpose().map_err(|error| error.to_string())?,
        time: source["format"] == "date-time",
    };
    let says_something = rule.shortest > 0 || rule.longest.is_some() || rule.pattern.is_some() || rule.time;
    Ok(says_something.then_some(rule))
}

fn number(source: &Value) -> Option<NumberRule> {
    let (least, most) = (source["minimum"].as_f64(), source["maximum"].as_f64());
    (least.is_some() || most.is_some())
        .then(|| NumberRule { least: least.unwrap_or(f64::MIN), most: most.unwrap_or(f64::MAX) })
}

fn size(source: &Value, name: &str) -> Option<usize> {
    source[name].as_u64().map(|size| size as usize)
}
