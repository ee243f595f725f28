//! Makes up arguments and answers of every shape that `spec/openapi.json` allows, and some it does not know yet.

use serde_json::{Map, Value, json};

/// A source of arbitrary choices; the same seed makes the same ones.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The choices of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

/// Which way a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the client: what a caller says is sent as it is.
    Request,
    /// From the server, which may be newer than the client.
    Answer,
}

/// Makes values up from schemas.
#[derive(Debug)]
pub struct Maker<'a> {
    document: &'a Value,
    way: Way,
    /// The choices.
    pub chance: Chance,
}

/// Beyond this depth only what is required is made.
const DEEP: usize = 5;
const TEXTS: [&str; 6] =
    ["", "plain", "grüße 你好 👋", "a \"quoted\"\\ line\n\tand another", "&<>'%20+", "null"];
const TIMES: [&str; 3] =
    ["2026-09-01T08:00:00Z", "2026-09-01T08:00:00.123456789Z", "2026-09-01T16:00:00.5+08:00"];

impl<'a> Maker<'a> {
    /// A maker of values that travel that way.
    pub fn new(document: &'a Value, way: Way, chance: Chance) -> Self {
        Self { document, way, chance }
    }

    /// What a reference stands for.
    pub fn target<'s>(&self, schema: &'s Value) -> &'s Value
    where
        'a: 's,
    {
        let target = schema["$ref"].as_str().and_then(|target| self.document.pointer(&target[1..]));
        match target {
            Some(target) => self.target(target),
            None => schema,
        }
    }

    /// A value of a schema.
    pub fn value(&mut self, schema: &Value, depth: usize) -> Value {
        let schema = self.target(schema);
        if let Some(fixed) = schema.get("const") {
            return fixed.clone();
        }
        if let Some(parts) = schema["allOf"].as_array() {
            return self.page(parts, depth);
        }
        if let Some(options) = schema["oneOf"].as_array() {
            return self.union(schema, options, depth);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => {
                let kinds: Vec<&Value> =
                    kinds.iter().filter(|kind| *kind != "null" || self.way == Way::Answer).collect();
                (*self.chance.pick(&kinds)).clone()
            }
            kind => kind.clone(),
        };
        match kind.as_str() {
            Some("null") => Value::Null,
            Some("boolean") => json!(self.chance.one_in(2)),
            Some("integer") => self.integer(schema),
            Some("number") => json!(self.chance.below(1_000_000) as f64 / 100.0),
            Some("string") => self.text(schema),
            Some("array") => {
                let fewest = schema["minItems"].as_u64().unwrap_or(0) as usize;
                let length = if depth > DEEP { fewest } else { fewest + self.chance.below(3) };
                (0..length).map(|_| self.value(&schema["items"], depth + 1)).collect()
            }
            Some("object") => self.object(schema, depth),
            _ => self.anything(depth),
        }
    }

    fn integer(&mut self, schema: &Value) -> Value {
        let least = schema["minimum"].as_i64().unwrap_or(0);
        let most = schema["maximum"].as_i64().unwrap_or(1 << 53);
        json!(least + self.chance.below((most - least) as usize + 1) as i64)
    }

    fn text(&mut self, schema: &Value) -> Value {
        if schema["format"] == "date-time" {
            return json!(self.chance.pick(&TIMES));
        }
        let known: Vec<&Value> =
            ["enum", "x-known-values"].iter().flat_map(|name| schema[*name].as_array()).flatten().collect();
        if known.is_empty() {
            return json!(self.chance.pick(&TEXTS));
        }
        if self.chance.one_in(4) { json!("of_tomorrow") } else { (*self.chance.pick(&known)).clone() }
    }

    fn anything(&mut self, depth: usize) -> Value {
        match self.chance.below(if depth > DEEP { 4 } else { 6 }) {
            0 => json!(null),
            1 => json!(self.chance.below(1000)),
            2 => json!(self.chance.one_in(2)),
            3 => json!(self.chance.pick(&TEXTS)),
            4 => json!([self.anything(depth + 1)]),
            _ => json!({ "any": self.anything(depth + 1) }),
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Value {
        let Some(properties) = schema["properties"].as_object() else {
            return self.map(&schema["additionalProperties"], depth);
        };
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut made = Map::new();
        for (name, property) in properties {
            let fixed = self.target(property).get("const").is_some();
            let wanted = if depth > DEEP { false } else { self.chance.one_in(2) };
            if fixed || required.contains(&name.as_str()) || wanted {
                made.insert(name.clone(), self.value(property, depth + 1));
            }
        }
        if self.chance.one_in(3) {
            made.insert("x_of_tomorrow".to_owned(), self.anything(depth + 1));
        }
        Value::Object(made)
    }

    fn map(&mut self, values: &Value, depth: usize) -> Value {
        let length = self.chance.below(3);
        let members = (0..length).map(|number| {
            let value = match values {
                Value::Object(schema) if !schema.is_empty() => match &values["type"] {
                    // In a map null is a value: it deletes the key.
                    Value::Array(_) if self.chance.one_in(2) => Value::Null,
                    _ => self.value(values, depth + 1),
                },
                _ => self.anything(depth + 1),
            };
            (format!("key {number}"), value)
        });
        Value::Object(members.collect())
    }

    fn union(&mut self, schema: &Value, options: &[Value], depth: usize) -> Value {
        if schema["x-open-union"] == true && self.chance.one_in(6) {
            return json!({ "type": "of_tomorrow", "nested": { "any": self.anything(depth) }, "id": "evt_x" });
        }
        let possible: Vec<&Value> =
            options.iter().filter(|option| option["type"] != "null" || self.way == Way::Answer).collect();
        let option = *self.chance.pick(&possible);
        self.value(option, depth)
    }

    /// One page, the last.
    fn page(&mut self, parts: &[Value], depth: usize) -> Value {
        let data = parts.iter().find_map(|part| part["properties"].get("data"));
        let data = data.map_or(Value::Null, |data| self.value(data, depth));
        json!({ "data": data, "has_more": false, "first_id": "a", "last_id": "b", "next_page": null })
    }
}
