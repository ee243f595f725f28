//! `$agent.id`: results of earlier steps, by name.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// The results kept so far.
#[derive(Debug, Default)]
pub struct Bindings(HashMap<String, Value>);

impl Bindings {
    /// Keeps a result.
    pub fn keep(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Replaces every reference in `value`.
    ///
    /// # Errors
    /// Names the reference that leads nowhere.
    pub fn resolve(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => self.text(text)?,
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.resolve(item)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => Value::Object(self.members(members)?),
            other => other.clone(),
        })
    }

    /// Replaces every reference in the values of an object.
    ///
    /// # Errors
    /// As [`resolve`](Self::resolve).
    pub fn members(&self, members: &Map<String, Value>) -> Result<Map<String, Value>, String> {
        members.iter().map(|(name, member)| Ok((name.clone(), self.resolve(member)?))).collect()
    }

    fn text(&self, text: &str) -> Result<Value, String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('$') {
            out.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('$') {
                out.push('$');
                rest = after;
                continue;
            }
            let path = &rest[..reference_length(rest)];
            rest = &rest[path.len()..];
            let value = self.look_up(path)?;
            if start == 0 && out.is_empty() && rest.is_empty() {
                return Ok(value.clone());
            }
            match value {
                Value::String(found) => out.push_str(found),
                other => out.push_str(&other.to_string()),
            }
        }
        out.push_str(rest);
        Ok(Value::String(out))
    }

    fn look_up(&self, path: &str) -> Result<&Value, String> {
        let mut parts = path.split('.');
        let name = parts.next().unwrap_or_default();
        let mut value = self.0.get(name).ok_or_else(|| format!("nothing is kept as `{name}` (`${path}`)"))?;
        for part in parts {
            let next = match value {
                Value::Array(items) => part.parse::<isize>().ok().and_then(|place| {
                    let place = if place < 0 { place.checked_add_unsigned(items.len())? } else { place };
                    items.get(usize::try_from(place).ok()?)
                }),
                other => other.get(part),
            };
            value = next.ok_or_else(|| format!("`${path}` leads nowhere: no `{part}` in {value}"))?;
        }
        Ok(value)
    }
}

/// Names, and dots or a minus only where another name or a number follows: a full stop ends a sentence.
fn reference_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let word =
        |place: usize| bytes.get(place).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let mut end = 0;
    loop {
        let inside = bytes.get(end) == Some(&b'.') && word(end + 1);
        if word(end) || (end > 0 && inside) {
            end += 1;
        } else if end > 0 && bytes.get(end..end + 2) == Some(b".-") && word(end + 2) {
            end += 2;
        } else {
            return end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_become_values_or_text() {
        let mut kept = Bindings::default();
        kept.keep("agent", json!({ "id": "agent_1", "version": 2 }));
        kept.keep("list", json!({ "data": [{ "id": "a" }, { "id": "b" }] }));
        for (text, value) in [
            ("$agent.version", json!(2)),
            ("/agents/$agent.id/archive", json!("/agents/agent_1/archive")),
            ("version $agent.version.", json!("version 2.")),
            ("$list.data.0.id$list.data.-1.id", json!("ab")),
            ("$$agent", json!("$agent")),
        ] {
            assert_eq!(kept.resolve(&json!(text)), Ok(value), "{text}");
        }
        assert!(kept.resolve(&json!(["$agent.nmae"])).unwrap_err().contains("nmae"));
    }
}
