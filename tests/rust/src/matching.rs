//! Compares what is there with what a scenario asks for.

use serde_json::{Map, Value};

/// How much of the value the expectation describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Named members only; `null` is null or absent.
    Part,
    /// Everything; `null` is not absent.
    Whole,
}

/// Every difference, one line each; empty when `actual` is as expected.
pub fn differences(expected: &Value, actual: Option<&Value>, extent: Extent) -> Vec<String> {
    let mut found = Vec::new();
    compare("", expected, actual, extent, &mut found);
    found
}

fn compare(path: &str, expected: &Value, actual: Option<&Value>, extent: Extent, found: &mut Vec<String>) {
    let mut wrong = |wanted: &str| {
        let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
        found.push(format!("{place}expected {wanted}, found {}", actual.map_or("nothing".to_owned(), short)));
    };
    if let Some(pattern) = Pattern::read(expected) {
        if !pattern.fits(actual) {
            wrong(expected.as_str().unwrap_or_default());
        }
        return;
    }
    match (expected, actual) {
        (Value::Null, None) if extent == Extent::Part => {}
        (Value::Object(wanted), Some(Value::Object(members))) => {
            for (name, member) in wanted {
                compare(&join(path, name), member, members.get(name), extent, found);
            }
            if extent == Extent::Whole {
                for (name, surplus) in members.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
                    found.push(format!("{}: not expected, found {}", join(path, name), short(surplus)));
                }
            }
        }
        (Value::Array(wanted), Some(Value::Array(items))) => {
            if wanted.len() != items.len() {
                wrong(&format!("{} items", wanted.len()));
            }
            for (place, (item, actual)) in wanted.iter().zip(items).enumerate() {
                compare(&format!("{path}[{place}]"), item, Some(actual), extent, found);
            }
        }
        (Value::Number(wanted), Some(Value::Number(number))) if wanted.as_f64() == number.as_f64() => {}
        (wanted, Some(value)) if wanted == value => {}
        (wanted, _) => wrong(&short(wanted)),
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A value in a line.
pub fn short(value: &Value) -> String {
    const LONGEST: usize = 300;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}… ({} bytes)", &text[..end], text.len()),
        None => text,
    }
}

/// `<any>` and its kin.
enum Pattern<'a> {
    Any,
    Absent,
    Time,
    Starts(&'a str),
    Has(&'a str),
    Not(&'a str),
    Size(usize),
    Hidden(&'a str),
}

impl<'a> Pattern<'a> {
    fn read(value: &'a Value) -> Option<Self> {
        let inner = value.as_str()?.strip_prefix('<')?.strip_suffix('>')?;
        let (word, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        Some(match (word, rest) {
            ("any", "") => Self::Any,
            ("absent", "") => Self::Absent,
            ("time", "") => Self::Time,
            ("starts", text) => Self::Starts(text),
            ("has", text) => Self::Has(text),
            ("not", text) => Self::Not(text),
            ("size", size) => Self::Size(size.parse().ok()?),
            ("hidden", text) => Self::Hidden(text),
            _ => return None,
        })
    }

    fn fits(&self, actual: Option<&Value>) -> bool {
        let present = actual.filter(|value| !value.is_null());
        let text = present.and_then(Value::as_str);
        match self {
            Self::Any => present.is_some(),
            Self::Absent => present.is_none(),
            Self::Time => text.is_some_and(is_time),
            Self::Starts(start) => text.is_some_and(|text| text.starts_with(start)),
            Self::Has(part) => text.is_some_and(|text| text.contains(part)),
            Self::Not(other) => present.is_some() && text != Some(other),
            Self::Size(size) => present.is_some_and(|value| length(value) == Some(*size)),
            Self::Hidden(secret) => actual.is_none_or(|value| !value.to_string().contains(secret)),
        }
    }
}

fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Array(items) => Some(items.len()),
        Value::Object(members) => Some(members.len()),
        Value::String(text) => Some(text.chars().count()),
        _ => None,
    }
}

/// `2026-09-01T08:00:00.123Z` or with an offset.
fn is_time(text: &str) -> bool {
    let shape = "dddd-dd-ddTdd:dd:dd";
    let fits = |(shape, byte): (u8, u8)| if shape == b'd' { byte.is_ascii_digit() } else { shape == byte };
    let rest = text.get(shape.len()..).unwrap_or_default();
    text.len() > shape.len()
        && shape.bytes().zip(text.bytes()).all(fits)
        && (rest.ends_with('Z') || rest.contains('+') || rest.contains('-'))
}

/// Whether `wanted` occur in `items` in this order; says which one is missing.
///
/// # Errors
/// The first that does not occur after those before it.
pub fn in_order(wanted: &[Value], items: &[Value]) -> Result<(), String> {
    let mut rest = items.iter();
    for (place, expected) in wanted.iter().enumerate() {
        if !rest.any(|item| differences(expected, Some(item), Extent::Part).is_empty()) {
            let seen: Vec<String> = items.iter().map(short).collect();
            return Err(format!(
                "event {} {} did not come in its place; came:\n  {}",
                place + 1,
                short(expected),
                seen.join("\n  ")
            ));
        }
    }
    Ok(())
}

/// An object of some members.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn same(expected: &Value, actual: &Value, extent: Extent) -> bool {
        differences(expected, Some(actual), extent).is_empty()
    }

    #[test]
    fn a_part_may_leave_members_out_and_a_whole_may_not() {
        let actual = json!({ "id": "a", "tags": ["x", "y"], "n": 1.0, "gone": null });
        for (expected, part, whole) in [
            (json!({ "id": "a" }), true, false),
            (json!({ "id": "b" }), false, false),
            (json!({ "tags": ["x"] }), false, false),
            (json!({ "n": 1, "id": "a", "gone": null, "tags": ["<any>", "<starts y>"] }), true, true),
            (json!({ "n": 1, "id": "a", "gone": null, "tags": "<size 2>", "more": null }), true, false),
        ] {
            assert_eq!(same(&expected, &actual, Extent::Part), part, "{expected}");
            assert_eq!(same(&expected, &actual, Extent::Whole), whole, "{expected}");
        }
    }

    #[test]
    fn patterns() {
        let actual = json!({ "at": "2026-09-01T08:00:00.123Z", "deep": [{ "token": "s3cret" }] });
        assert!(same(
            &json!({ "at": "<time>", "no": "<absent>", "deep": "<hidden other>" }),
            &actual,
            Extent::Part
        ));
        assert!(!same(&json!({ "deep": "<hidden s3cret>" }), &actual, Extent::Part));
        assert!(!same(&json!({ "at": "<absent>" }), &actual, Extent::Part));
        assert!(same(&json!({ "at": "<not x>" }), &actual, Extent::Part));
        assert!(!same(&json!({ "nothing": "<not x>" }), &actual, Extent::Part));
    }

    #[test]
    fn differences_name_the_place() {
        let found =
            differences(&json!({ "a": [{ "b": 1 }] }), Some(&json!({ "a": [{ "b": 2 }] })), Extent::Part);
        assert_eq!(found, ["a[0].b: expected 1, found 2"]);
    }

    #[test]
    fn events_come_in_order() {
        let came = [json!({ "type": "a" }), json!({ "type": "b" }), json!({ "type": "c" })];
        assert_eq!(in_order(&[json!({ "type": "a" }), json!({ "type": "c" })], &came), Ok(()));
        assert!(in_order(&[json!({ "type": "c" }), json!({ "type": "a" })], &came).is_err());
    }
}
