//! Compares the emulator's request log with what a scenario says was sent.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use crate::matching::{Extent, differences, short};

/// One request as the server saw it, in the words of the scenarios.
#[derive(Debug, Clone)]
pub struct Seen {
    /// `POST /agents`
    pub line: String,
    /// `{query, headers, body, parts, authorized, status}`
    pub facts: Value,
}

impl Seen {
    /// Reads an entry of the emulator's log.
    pub fn read(entry: &Value) -> Self {
        let path = entry["path"].as_str().unwrap_or_default();
        let path = path.strip_prefix("/api/v1/cloud").or(path.strip_prefix("/api/v1")).unwrap_or(path);
        let headers: Map<String, Value> = entry["headers"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|pair| (pair[0].as_str().unwrap_or_default().to_owned(), pair[1].clone()))
            .collect();
        let mut facts = json!({
            "query": query(entry["query"].as_str().unwrap_or_default()),
            "headers": headers,
            "authorized": entry["authorized"],
            "status": entry["status"],
        });
        match entry["body"].get("parts") {
            Some(parts) => facts["parts"] = parts.clone(),
            None if entry["body_bytes"] != 0 => facts["body"] = entry["body"].clone(),
            None => {}
        }
        Self { line: format!("{} {}", entry["method"].as_str().unwrap_or_default(), path), facts }
    }

    fn is(&self, wanted: &str) -> bool {
        let (mut seen, mut wanted) = (self.line.split('/'), wanted.split('/'));
        loop {
            match (seen.next(), wanted.next()) {
                (None, None) => return true,
                (Some(part), Some(want)) if want == "*" || decoded(part) == decoded(want) => {}
                _ => return false,
            }
        }
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// A query as an object; a repeated name has a list.
fn query(text: &str) -> Value {
    let mut all = Map::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), Value::String(decoded(value)));
        match all.get_mut(&name) {
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                let value = if name.ends_with("[]") { Value::Array(vec![value]) } else { value };
                all.insert(name, value);
            }
        }
    }
    Value::Object(all)
}

/// Checks `sent`, resolved, against the log.
///
/// # Errors
/// What is missing or different, with the requests that were seen.
pub fn check(sent: &[Value], log: &[Seen]) -> Result<(), String> {
    let mut place = 0;
    for expected in sent {
        let wanted = Wanted::read(expected)?;
        place = wanted.find(log, place).map_err(|problem| {
            let seen: Vec<&str> = log.iter().map(|seen| seen.line.as_str()).collect();
            format!("{}: {problem}\nseen:\n  {}", wanted.line, seen.join("\n  "))
        })?;
    }
    Ok(())
}

/// One entry of `sent`.
struct Wanted {
    line: String,
    count: Option<u64>,
    key: Option<String>,
    query: Option<Value>,
    headers: Option<Value>,
    body: Option<Value>,
    parts: Option<Value>,
    authorized: Option<Value>,
}

impl Wanted {
    fn read(expected: &Value) -> Result<Self, String> {
        let mut members = expected.as_object().cloned().ok_or("an entry of `sent` is an object")?;
        let method =
            ["GET", "POST", "PUT", "DELETE"].into_iter().find(|method| members.contains_key(*method));
        let method = method.ok_or_else(|| format!("no method in {expected}"))?;
        let path =
            members.remove(method).and_then(|path| path.as_str().map(str::to_owned)).unwrap_or_default();
        let mut take = |name: &str| members.remove(name);
        let wanted = Self {
            line: format!("{method} {path}"),
            count: take("count").and_then(|count| count.as_u64()),
            key: take("idempotency_key").and_then(|key| key.as_str().map(str::to_owned)),
            query: take("query"),
            headers: take("headers"),
            body: take("body"),
            parts: take("parts"),
            authorized: take("authorized"),
        };
        match members.keys().next() {
            Some(unknown) => Err(format!("unknown member `{unknown}` in `sent`")),
            None => Ok(wanted),
        }
    }

    /// The place after the request or requests meant.
    fn find(&self, log: &[Seen], from: usize) -> Result<usize, String> {
        let Some(count) = self.count else {
            let candidates = (from..log.len()).filter(|place| log[*place].is(&self.line));
            let mut problems = Vec::new();
            for place in candidates {
                match self.problems(&log[place]) {
                    found if found.is_empty() => return Ok(place + 1),
                    found => problems.extend(found),
                }
            }
            return Err(if problems.is_empty() {
                "was not sent, or not after those before it".into()
            } else {
                problems.join("; ")
            });
        };
        let meant: Vec<usize> = (0..log.len()).filter(|place| log[*place].is(&self.line)).collect();
        if meant.len() as u64 != count {
            return Err(format!("was sent {} times, not {count}", meant.len()));
        }
        let problems: Vec<String> = meant.iter().flat_map(|place| self.problems(&log[*place])).collect();
        if !problems.is_empty() {
            return Err(problems.join("; "));
        }
        if self.key.as_deref() == Some("same") {
            let key = |place: &usize| log[*place].facts["headers"]["idempotency-key"].clone();
            if meant.windows(2).any(|pair| key(&pair[0]) != key(&pair[1])) {
                return Err(format!(
                    "the idempotency key changed: {}",
                    short(&meant.iter().map(key).collect())
                ));
            }
        }
        Ok(meant.last().map_or(from, |last| from.max(last + 1)))
    }

    fn problems(&self, seen: &Seen) -> Vec<String> {
        let mut found = Vec::new();
        let mut compare = |name: &str, expected: &Option<Value>, extent: Extent| {
            let Some(expected) = expected else { return };
            found.extend(
                differences(expected, seen.facts.get(name), extent)
                    .into_iter()
                    .map(|one| format!("{name}: {one}")),
            );
        };
        compare("query", &self.query, Extent::Whole);
        compare("headers", &self.headers, Extent::Part);
        compare("body", &self.body, Extent::Whole);
        compare("parts", &self.parts, Extent::Part);
        compare("authorized", &self.authorized, Extent::Part);
        let key = seen.facts["headers"].get("idempotency-key");
        match self.key.as_deref() {
            Some("present" | "same") if key.is_none() => found.push("carried no idempotency key".into()),
            Some("absent") if key.is_some() => found.push("carried an idempotency key".into()),
            _ => {}
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log() -> Vec<Seen> {
        let post = |key: &str, body: Value| {
            json!({ "method": "POST", "path": "/api/v1/cloud/agents", "query": "", "body": body, "body_bytes": 9,
                    "headers": [["idempotency-key", key]], "authorized": true })
        };
        let get = json!({ "method": "GET", "path": "/api/v1/cloud/agents/agent_1", "query": "types%5B%5D=a&limit=2", "headers": [],
                          "body": null, "body_bytes": 0, "authorized": true });
        [post("k", json!({ "name": "a" })), post("k", json!({ "name": "a" })), get]
            .iter()
            .map(Seen::read)
            .collect()
    }

    #[test]
    fn entries_match_in_order() {
        let good = [
            json!({ "POST": "/agents", "count": 2, "idempotency_key": "same", "body": { "name": "a" } }),
            json!({ "GET": "/agents/*", "query": { "types[]": ["a"], "limit": "2" }, "idempotency_key": "absent", "body": "<absent>" }),
            json!({ "DELETE": "/agents/agent_1", "count": 0 }),
        ];
        assert_eq!(check(&good, &log()), Ok(()));
        let backwards = [good[1].clone(), json!({ "POST": "/agents" })];
        assert!(check(&backwards, &log()).unwrap_err().contains("was not sent"));
    }

    #[test]
    fn differences_are_told() {
        for (wanted, problem) in [
            (json!({ "POST": "/agents", "count": 1 }), "sent 2 times"),
            (json!({ "POST": "/agents", "body": {} }), "body: name: not expected"),
            (json!({ "GET": "/agents/agent_1", "query": {} }), "query: "),
            (json!({ "GET": "/agents/agent_1", "idempotency_key": "present" }), "no idempotency key"),
            (json!({ "GET": "/agents/agent_1", "bdoy": {} }), "unknown member `bdoy`"),
        ] {
            let told = check(&[wanted], &log()).unwrap_err();
            assert!(told.contains(problem), "{told}");
        }
    }
}
