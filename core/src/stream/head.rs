//! Finds `id` and `type` of an event without parsing the rest: they usually come first.

use std::ops::Range;

use memchr::memchr2;

/// What the top level of an event says about one member.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Member {
    #[default]
    Missing,
    /// A string without escapes that is not empty; the range excludes the quotes.
    Text(Range<usize>),
    /// Null, empty, escaped, or no string at all.
    Odd,
}

/// The two members every event has, or gets from its frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Head {
    pub(crate) id: Member,
    pub(crate) r#type: Member,
    /// Whether this is a piece of an event to come. Pieces have no ID of their own, so none is looked for or filled in.
    pub(crate) is_preview: bool,
}

impl Head {
    /// Scans until both are found or the object ends. `None` when this is not a JSON object.
    pub(crate) fn scan(json: &[u8]) -> Option<Head> {
        let mut head = Head::default();
        let mut at = skip_space(json, 0);
        if json.get(at) != Some(&b'{') {
            return None;
        }
        at = skip_space(json, at + 1);
        if json.get(at) == Some(&b'}') {
            return Some(head);
        }
        loop {
            let key = string(json, at)?;
            at = skip_space(json, key.end + 1);
            if json.get(at) != Some(&b':') {
                return None;
            }
            at = skip_space(json, at + 1);
            let end = value(json, at)?;
            match &json[key] {
                b"id" => head.id = Member::of(json, at..end),
                b"type" => {
                    head.r#type = Member::of(json, at..end);
                    head.is_preview = matches!(head.r#type.text(json), Some(b"event_start" | b"event_delta"));
                }
                _ => {}
            }
            if head.is_whole() {
                return Some(head);
            }
            at = skip_space(json, end);
            match json.get(at)? {
                b',' => at = skip_space(json, at + 1),
                b'}' => return Some(head),
                _ => return None,
            }
        }
    }

    /// Whether it says all that is asked of it.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_preview || matches!((&self.id, &self.r#type), (Member::Text(_), Member::Text(_)))
    }
}

impl Member {
    fn of(json: &[u8], value: Range<usize>) -> Self {
        let plain = json[value.start] == b'"' && value.len() > 2;
        let inner = value.start + 1..value.end.saturating_sub(1);
        if plain && !json[inner.clone()].contains(&b'\\') { Member::Text(inner) } else { Member::Odd }
    }

    pub(crate) fn text<'a>(&self, json: &'a [u8]) -> Option<&'a [u8]> {
        match self {
            Member::Text(range) => json.get(range.clone()),
            Member::Missing | Member::Odd => None,
        }
    }
}

/// The event with `id` and `type` from its own frame where it has none itself; `None` if it lacks nothing.
pub(crate) fn complete(json: &[u8], head: &Head, id: Option<&str>, kind: Option<&str>) -> Option<Vec<u8>> {
    let lacks = |member: &Member, value: Option<&str>| value.is_some() && !matches!(member, Member::Text(_));
    let id = id.filter(|_| lacks(&head.id, id));
    let kind = kind.filter(|_| lacks(&head.r#type, kind));
    if id.is_none() && kind.is_none() {
        return None;
    }
    let odd = (id.is_some() && head.id == Member::Odd) || (kind.is_some() && head.r#type == Member::Odd);
    if odd { replaced(json, id, kind) } else { Some(spliced(json, id, kind)) }
}

/// The missing members in front of the others, which stay as they are.
fn spliced(json: &[u8], id: Option<&str>, kind: Option<&str>) -> Vec<u8> {
    let open = skip_space(json, 0) + 1;
    let empty = json.get(skip_space(json, open)) == Some(&b'}');
    let members: Vec<String> = [("id", id), ("type", kind)]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("\"{name}\":{}", serde_json::Value::from(value?))))
        .collect();
    let comma: &[u8] = if empty { b"" } else { b"," };
    [&json[..open], members.join(",").as_bytes(), comma, &json[open..]].concat()
}

/// The rare way, for members that are there but say nothing. A string that says something stays.
fn replaced(json: &[u8], id: Option<&str>, kind: Option<&str>) -> Option<Vec<u8>> {
    let mut object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(json).ok()?;
    for (name, value) in [("id", id), ("type", kind)] {
        let says_nothing = |old: &serde_json::Value| old.is_null() || old.as_str() == Some("");
        if let Some(value) = value.filter(|_| object.get(name).is_none_or(says_nothing)) {
            object.insert(name.to_owned(), value.into());
        }
    }
    serde_json::to_vec(&object).ok()
}

fn skip_space(json: &[u8], at: usize) -> usize {
    let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    at + json.get(at..).unwrap_or_default().iter().take_while(space).count()
}

/// The inside of the string that begins at `at`.
fn string(json: &[u8], at: usize) -> Option<Range<usize>> {
    if json.get(at) != Some(&b'"') {
        return None;
    }
    let mut from = at + 1;
    loop {
        let found = from + memchr2(b'"', b'\\', json.get(from..)?)?;
        if json[found] == b'"' {
            return Some(at + 1..found);
        }
        from = found + 2;
    }
}

/// Where the value that begins at `at` ends.
fn value(json: &[u8], at: usize) -> Option<usize> {
    match json.get(at)? {
        b'"' => Some(string(json, at)?.end + 1),
        b'{' | b'[' => nested(json, at),
        b',' | b'}' | b']' | b':' => None,
        _ => {
            let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
            Some(at + json[at..].iter().position(ends)?)
        }
    }
}

fn nested(json: &[u8], at: usize) -> Option<usize> {
    let (mut depth, mut at) = (0usize, at);
    loop {
        match json.get(at)? {
            b'"' => at = string(json, at)?.end,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn completed(text: &str, id: Option<&str>, kind: Option<&str>) -> String {
        let head = Head::scan(text.as_bytes()).unwrap();
        let completed = complete(text.as_bytes(), &head, id, kind);
        completed.map_or(text.to_owned(), |json| String::from_utf8(json).unwrap())
    }

    #[test]
    fn what_is_there_stays() {
        let text = r#" {"id":"evt_1","type":"agent.message","content":[{"id":"x"}]}"#;
        assert_eq!(completed(text, Some("other"), Some("other")), text);
    }

    #[test]
    fn what_is_missing_comes_from_the_frame() {
        assert_eq!(
            completed(r#"{"a":{"type":"in"},"b":[1,"}"]}"#, Some("e\"1"), Some("t")),
            r#"{"id":"e\"1","type":"t","a":{"type":"in"},"b":[1,"}"]}"#
        );
        assert_eq!(completed("{ }", Some("1"), None), r#"{"id":"1" }"#);
        assert_eq!(
            completed(r#"{"type":"t","x":null}"#, Some("1"), Some("u")),
            r#"{"id":"1","type":"t","x":null}"#
        );
        assert_eq!(completed(r#"{"x":-1.5e3}"#, None, None), r#"{"x":-1.5e3}"#);
    }

    #[test]
    fn null_and_empty_count_as_missing_and_escaped_strings_do_not() {
        let value: Value =
            serde_json::from_str(&completed(r#"{"id":null,"type":"","x":1}"#, Some("1"), Some("t"))).unwrap();
        assert_eq!(value, json!({"id": "1", "type": "t", "x": 1}));
        let value: Value =
            serde_json::from_str(&completed(r#"{"id":"a\nb","type":"t"}"#, Some("1"), None)).unwrap();
        assert_eq!(value["id"], "a\nb");
    }

    #[test]
    fn what_is_no_object_is_told_apart() {
        for text in [
            "",
            "[]",
            "null",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1",
            "{\"a\":\"b",
            "{\"a\":1 2}",
            "{a:1}",
            "{\"a\":[}",
        ] {
            assert_eq!(Head::scan(text.as_bytes()), None, "{text}");
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            ".*".prop_map(Value::from)
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("id|type|[a-z\"\\\\]{0,3}", inner, 0..4)
                    .prop_map(Value::from_iter),
            ]
        })
    }

    proptest! {
        #[test]
        fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = Head::scan(&bytes);
        }

        #[test]
        fn agrees_with_a_parser(event in prop::collection::btree_map("id|type|[a-z]{0,3}", value(), 0..5), pretty in any::<bool>()) {
            let event = Value::from_iter(event);
            let text = if pretty { serde_json::to_string_pretty(&event) } else { serde_json::to_string(&event) }.unwrap();
            let found: Value = serde_json::from_str(&completed(&text, Some("I"), Some("T"))).unwrap();
            let mut expected = event;
            for (name, fill) in [("id", "I"), ("type", "T")] {
                let says_nothing = expected[name].is_null() || expected[name] == "";
                if says_nothing {
                    expected[name] = fill.into();
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
