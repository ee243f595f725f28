//! Mappings where the service wants text: `NAME=value`, one to a line.

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The body with these members as text, if they are mappings.
pub(super) fn written(json: Bytes, members: &[&str]) -> Result<Bytes> {
    if members.is_empty() {
        return Ok(json);
    }
    // What is no object is for the service to refuse.
    let Ok(mut body) = serde_json::from_slice::<Map<String, Value>>(&json) else { return Ok(json) };
    let mut changed = false;
    for name in members {
        if let Some(member) = body.get_mut(*name)
            && let Value::Object(mapping) = member
        {
            *member = lines(name, mapping)?.into();
            changed = true;
        }
    }
    if !changed {
        return Ok(json);
    }
    let written = serde_json::to_vec(&body)
        .map_err(|cause| Error::argument("the body cannot be written").caused_by(cause))?;
    Ok(written.into())
}

fn lines(member: &str, mapping: &Map<String, Value>) -> Result<String> {
    let separates = |text: &str| text.contains([';', '\n', '\r']);
    let mut lines = Vec::with_capacity(mapping.len());
    for (name, value) in mapping {
        let refused = |what: &str| Error::argument(format!("`{member}`: {name:?} {what}"));
        match value {
            Value::String(_) if name.is_empty() || name.contains('=') || separates(name) => {
                return Err(refused("cannot be the name of a variable"));
            }
            Value::String(value) if separates(value) => {
                return Err(refused(
                    "has a value with `;` or a line break, which the service takes for its end",
                ));
            }
            Value::String(value) => lines.push(format!("{name}={value}")),
            _ => return Err(refused("must have a string as its value")),
        }
    }
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(json: &'static str) -> Result<String> {
        let written = written(Bytes::from_static(json.as_bytes()), &["variables"])?;
        Ok(String::from_utf8_lossy(&written).into_owned())
    }

    #[test]
    fn a_mapping_becomes_lines_and_all_else_stays() {
        assert_eq!(
            body(r#"{"a":1,"variables":{"X":"1","Y":"a=b"}}"#).unwrap(),
            r#"{"a":1,"variables":"X=1\nY=a=b"}"#
        );
        for same in
            [r#"{"variables": "X=1;Y=2"}"#, r#"{"variables": null}"#, r#"{ "other": {"X": "1"} }"#, "[1]", ""]
        {
            assert_eq!(body(same).unwrap(), same);
        }
        assert_eq!(body(r#"{"variables":{}}"#).unwrap(), r#"{"variables":""}"#);
    }

    #[test]
    fn what_cannot_be_a_line_is_refused_by_name() {
        for (json, told) in [
            (r#"{"variables":{"X":"1;2"}}"#, "`variables`: \"X\" has a value with"),
            (r#"{"variables":{"X":"1\n"}}"#, "`variables`: \"X\" has a value with"),
            (r#"{"variables":{"X=":"1"}}"#, "`variables`: \"X=\" cannot be the name"),
            (r#"{"variables":{"":"1"}}"#, "`variables`: \"\" cannot be the name"),
            (r#"{"variables":{"X":1}}"#, "`variables`: \"X\" must have a string"),
        ] {
            let error = body(json).unwrap_err();
            assert!(error.is_invalid_request() && error.to_string().contains(told), "{error}");
        }
    }
}
