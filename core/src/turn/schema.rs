//! Checks a tool's arguments against its JSON Schema.
//!
//! The part of the language that tools use: types, enumerations, members, items, bounds and combinations. A complete
//! validator would double the packages; keywords that are not here pass, and the tool decides for itself.

use serde_json::Value;

/// No more faults than these are told.
const MOST_FAULTS: usize = 5;

/// A schema that refers to itself goes no deeper than this.
const DEEPEST: usize = 64;

/// Whether a value fits; else what does not, in words for the agent.
pub(crate) fn check(schema: &Value, value: &Value) -> Result<(), String> {
    let mut faults = Vec::new();
    Checker { root: schema }.check(schema, value, "", 0, &mut faults);
    if faults.is_empty() {
        return Ok(());
    }
    faults.truncate(MOST_FAULTS);
    Err(faults.join("; "))
}

struct Checker<'a> {
    root: &'a Value,
}

impl Checker<'_> {
    fn check(&self, schema: &Value, value: &Value, place: &str, depth: usize, faults: &mut Vec<String>) {
        let mut fault = |text: String| faults.push(format!("{}: {text}", named(place)));
        if schema == &Value::Bool(false) || depth > DEEPEST {
            return fault("nothing is allowed here".to_owned());
        }
        if !is_type(schema, value) {
            return fault(format!("must be {}, not {}", wanted(&schema["type"]), kind(value)));
        }
        if schema["enum"].as_array().is_some_and(|allowed| !allowed.iter().any(|one| same(one, value))) {
            fault(format!("must be one of {}", schema["enum"]));
        }
        if schema.get("const").is_some_and(|only| !same(only, value)) {
            fault(format!("must be {}", schema["const"]));
        }
        match value {
            Value::Number(number) => bounds(schema, number.as_f64().unwrap_or_default(), &mut fault),
            Value::String(text) => {
                length(schema, text.chars().count(), ["minLength", "maxLength"], "characters", &mut fault);
            }
            Value::Array(items) => {
                length(schema, items.len(), ["minItems", "maxItems"], "items", &mut fault);
                let first = schema["prefixItems"].as_array().map_or(&[][..], Vec::as_slice);
                for (index, item) in items.iter().enumerate() {
                    if let Some(schema) = first.get(index).or_else(|| schema.get("items")) {
                        self.check(schema, item, &format!("{place}[{index}]"), depth + 1, faults);
                    }
                }
            }
            Value::Object(members) => {
                for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    if !members.contains_key(name) {
                        fault(format!("`{name}` is missing"));
                    }
                }
                for (name, member) in members {
                    let known = schema["properties"].get(name);
                    if let Some(schema) = known.or_else(|| schema.get("additionalProperties")) {
                        let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
                        self.check(schema, member, &place, depth + 1, faults);
                    }
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        self.combinations(schema, value, place, depth + 1, faults);
    }

    fn combinations(
        &self,
        schema: &Value,
        value: &Value,
        place: &str,
        depth: usize,
        faults: &mut Vec<String>,
    ) {
        if let Some(target) = schema["$ref"].as_str()
            && let Some(target) = target.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer))
        {
            self.check(target, value, place, depth, faults);
        }
        for all in schema["allOf"].as_array().into_iter().flatten() {
            self.check(all, value, place, depth, faults);
        }
        for (name, most) in [("anyOf", usize::MAX), ("oneOf", 1)] {
            let Some(choices) = schema[name].as_array() else { continue };
            let fits = choices.iter().filter(|choice| self.fits(choice, value, depth)).count();
            if fits == 0 || fits > most {
                faults.push(format!("{}: fits {fits} of the {} alternatives", named(place), choices.len()));
            }
        }
        if schema.get("not").is_some_and(|not| self.fits(not, value, depth)) {
            faults.push(format!("{}: is what it must not be", named(place)));
        }
    }

    fn fits(&self, schema: &Value, value: &Value, depth: usize) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", depth, &mut faults);
        faults.is_empty()
    }
}

fn named(place: &str) -> String {
    if place.is_empty() { "the arguments".to_owned() } else { format!("`{place}`") }
}

fn is_type(schema: &Value, value: &Value) -> bool {
    match &schema["type"] {
        Value::String(wanted) => is(wanted, value),
        Value::Array(wanted) => wanted.iter().filter_map(Value::as_str).any(|wanted| is(wanted, value)),
        _ => true,
    }
}

fn is(wanted: &str, value: &Value) -> bool {
    match wanted {
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        wanted => wanted == kind(value),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn wanted(types: &Value) -> String {
    match types {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        one => one.as_str().unwrap_or_default().to_owned(),
    }
}

/// Numbers are the same by value: 1 and 1.0.
fn same(one: &Value, other: &Value) -> bool {
    one == other || one.is_number() && one.as_f64() == other.as_f64()
}

fn bounds(schema: &Value, number: f64, fault: &mut impl FnMut(String)) {
    let bound = |name: &str| schema[name].as_f64();
    for (name, holds, words) in [
        ("minimum", bound("minimum").is_none_or(|least| number >= least), "at least"),
        ("maximum", bound("maximum").is_none_or(|most| number <= most), "at most"),
        ("exclusiveMinimum", bound("exclusiveMinimum").is_none_or(|least| number > least), "more than"),
        ("exclusiveMaximum", bound("exclusiveMaximum").is_none_or(|most| number < most), "less than"),
    ] {
        if !holds {
            fault(format!("must be {words} {}", schema[name]));
        }
    }
}

fn length(schema: &Value, count: usize, names: [&str; 2], what: &str, fault: &mut impl FnMut(String)) {
    let [least, most] = names.map(|name| schema[name].as_u64());
    if least.is_some_and(|least| (count as u64) < least) {
        fault(format!("must have at least {} {what}", least.unwrap_or_default()));
    }
    if most.is_some_and(|most| count as u64 > most) {
        fault(format!("must have at most {} {what}", most.unwrap_or_default()));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn weather() -> Value {
        json!({
            "type": "object",
            "required": ["city"],
            "additionalProperties": false,
            "properties": {
                "city": { "type": "string", "minLength": 1 },
                "days": { "type": "integer", "minimum": 1, "maximum": 14 },
                "unit": { "enum": ["celsius", "kelvin"] },
                "where": { "$ref": "#/$defs/place" },
                "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 2 },
                "when": { "anyOf": [{ "type": "null" }, { "type": "string" }] },
            },
            "$defs": { "place": { "type": "object", "properties": { "lat": { "type": "number" }, "in": { "$ref": "#/$defs/place" } } } },
        })
    }

    #[test]
    fn what_fits_passes() {
        for value in [
            json!({ "city": "Ulm" }),
            json!({ "city": "Ulm", "days": 3.0, "unit": "kelvin", "tags": [], "when": null }),
            json!({ "city": "Ulm", "where": { "lat": 1, "in": { "lat": 2.5 } }, "when": "now" }),
        ] {
            assert_eq!(check(&weather(), &value), Ok(()), "{value}");
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (value, part) in [
            (json!([]), "the arguments: must be object, not array"),
            (json!({}), "`city` is missing"),
            (json!({ "city": 7 }), "`city`: must be string, not number"),
            (json!({ "city": "" }), "`city`: must have at least 1 characters"),
            (json!({ "city": "Ulm", "days": 15 }), "`days`: must be at most 14"),
            (json!({ "city": "Ulm", "days": 1.5 }), "`days`: must be integer"),
            (json!({ "city": "Ulm", "unit": "furlong" }), "`unit`: must be one of"),
            (json!({ "city": "Ulm", "more": 1 }), "`more`: nothing is allowed here"),
            (json!({ "city": "Ulm", "tags": ["a", 2] }), "`tags[1]`: must be string"),
            (json!({ "city": "Ulm", "tags": ["a", "b", "c"] }), "`tags`: must have at most 2 items"),
            (json!({ "city": "Ulm", "where": { "in": { "lat": "x" } } }), "`where.in.lat`: must be number"),
            (json!({ "city": "Ulm", "when": 5 }), "`when`: fits 0 of the 2 alternatives"),
        ] {
            let faults = check(&weather(), &value).unwrap_err();
            assert!(faults.contains(part), "{value}: {faults}");
        }
    }

    #[test]
    fn a_schema_that_refers_to_itself_comes_to_an_end() {
        let schema = json!({ "$ref": "#" });
        assert!(check(&schema, &json!(1)).is_err());
    }

    proptest! {
        #[test]
        fn no_schema_and_no_value_makes_it_panic(schema in any_json(), value in any_json()) {
            let _ = check(&schema, &value);
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let names = prop::sample::select(vec![
            "type",
            "enum",
            "const",
            "properties",
            "items",
            "required",
            "anyOf",
            "oneOf",
            "not",
            "$ref",
            "minimum",
            "a",
        ]);
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            prop::sample::select(vec!["object", "string", "#", "#/properties", "a"]).prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map(names.clone().prop_map(str::to_owned), inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }
}
