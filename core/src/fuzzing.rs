//! What holds of every parser, whatever it is given. `fuzz/` looks for counterexamples as long as one likes; the tests
//! below try what `fuzz/corpus` keeps, and a little more.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value;

use crate::error::Error;
use crate::files::disposition;
use crate::generated::operations as ops;
use crate::pagination::CURSORS;
use crate::request::{RawResponse, Request};
use crate::retry::{Outcome, Policy, Safety, decide, retry_after};
use crate::stream::frame::EventFrame;
use crate::stream::head::{Head, Member};
use crate::stream::sse::Decoder;

/// The event stream decoder: any chunking gives the same frames, and the head of an event is that of its JSON.
pub fn sse(input: &[u8]) {
    let Some((&sizes, text)) = input.split_first() else { return };
    let (whole, retry) = frames(text.chunks(text.len().max(1)));
    // Two sizes in turn, so that chunks end within lines, at their ends and between CR and LF.
    let (even, odd) = (usize::from(sizes & 15) + 1, usize::from(sizes >> 4) + 1);
    let mut rest = text;
    let mut turn = 0;
    let pieces = std::iter::from_fn(|| {
        turn += 1;
        let size = if turn % 2 == 0 { even } else { odd }.min(rest.len());
        let (piece, after) = rest.split_at(size);
        rest = after;
        (size > 0).then_some(piece)
    });
    assert_eq!(frames(pieces), (whole.clone(), retry), "another chunking gives other frames");
    for frame in &whole {
        head(frame.data());
    }
}

fn frames<'a>(chunks: impl Iterator<Item = &'a [u8]>) -> (Vec<EventFrame>, Option<Duration>) {
    let mut decoder = Decoder::new();
    let mut found = Vec::new();
    for chunk in chunks {
        decoder.push(Bytes::copy_from_slice(chunk));
        loop {
            match decoder.next() {
                Ok(Some(frame)) => found.push(frame),
                Ok(None) => break,
                Err(_) => panic!("no input is as long as the limit of a frame"),
            }
        }
    }
    (found, decoder.retry)
}

/// The scan for `id` and `type` agrees with a parser wherever there is JSON to parse.
fn head(json: &[u8]) {
    let scanned = Head::scan(json);
    let Ok(Value::Object(event)) = serde_json::from_slice::<Value>(json) else { return };
    let scanned = scanned.expect("an object has a head");
    for (member, name) in [(&scanned.id, "id"), (&scanned.r#type, "type")] {
        // Of a name that comes twice one reads the first, the other the last.
        if json.windows(name.len() + 2).filter(|window| window[1..].starts_with(name.as_bytes())).count() > 1
        {
            continue;
        }
        if let Member::Text(_) = member {
            let text = member.text(json).map(|text| String::from_utf8_lossy(text).into_owned());
            assert_eq!(text.as_deref(), event.get(name).and_then(Value::as_str), "{name}");
        }
    }
}

/// The error body decoder: whatever a server says becomes an error that can be shown and asked.
pub fn error_body(input: &[u8]) {
    let status =
        StatusCode::from_u16(400 + u16::from(input.first().copied().unwrap_or_default())).unwrap_or_default();
    let error = Error::status_error(status, HeaderMap::new(), Bytes::copy_from_slice(input)).hinted();
    let info = error.info();
    assert_eq!(info.status, Some(status.as_u16()), "the status decides, not the body");
    assert!(!info.message.trim().is_empty(), "an error says something");
    assert!(serde_json::to_string(&info).is_ok(), "an error can be handed to another language");
    for said in [info.r#type, info.code, info.param].into_iter().flatten() {
        assert!(!said.trim().is_empty(), "what is there is not empty");
    }
}

/// The cursors of a page: the request for the next one has one cursor and the same filters, and never comes again.
pub fn cursor(input: &[u8]) {
    let page = RawResponse {
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        body: Bytes::copy_from_slice(input),
        attempts: 1,
        operation: &ops::AGENTS_LIST,
    };
    for cursor in [None, Some("page"), Some("after_id"), Some("before_id")] {
        let mut request = Request::new(&ops::AGENTS_LIST);
        request.query.push(("limit".into(), "2".to_owned()));
        request.query.extend(cursor.map(|name| (name.into(), "x".to_owned())));
        let Ok(Some(next)) = request.next_page(&page) else { continue };
        let cursors: Vec<_> =
            next.query.iter().filter(|(name, _)| CURSORS.contains(&name.as_ref())).collect();
        assert!(cursors.len() == 1 && !cursors[0].1.is_empty(), "{cursors:?}");
        assert!(
            next.query.iter().any(|(name, value)| name == "limit" && value == "2"),
            "the filters are kept"
        );
        assert!(!matches!(next.next_page(&page), Ok(Some(again)) if again.query == next.query), "a loop");
    }
}

/// The headers that speak of retries, one to a line: no wait is longer than the policy allows, and nothing is repeated
/// that must not be.
pub fn retry_headers(input: &[u8]) {
    let names = ["retry-after", "retry-after-ms", "x-should-retry"];
    let lines = input.split(|byte| *byte == b'\n');
    let pairs = names.into_iter().zip(lines).filter_map(|(name, value)| {
        Some((HeaderName::from_static(name), HeaderValue::from_bytes(value).ok()?))
    });
    let headers: HeaderMap = pairs.collect();
    let policy = Policy::default();
    for status in [400, 409, 429, 503].map(|status| StatusCode::from_u16(status).unwrap_or_default()) {
        for safety in [Safety::Any, Safety::Refused, Safety::None] {
            let outcome = Outcome::Status(status, &headers);
            let wish = retry_after(&headers, SystemTime::UNIX_EPOCH);
            if let Some(wait) = decide(&policy, safety, 1, outcome, wish, 0.5) {
                assert!(wait <= policy.max_retry_after, "{wait:?}");
                assert!(status != StatusCode::CONFLICT && safety != Safety::None, "{status} {safety:?}");
            }
        }
    }
}

/// The name of a download: it stays in its folder on every system.
pub fn disposition(input: &[u8]) {
    let Ok(header) = std::str::from_utf8(input) else { return };
    let Some(name) = disposition::filename(header) else { return };
    assert!(!name.is_empty() && name != "." && name != "..", "{name:?}");
    assert!(!name.contains(['/', '\\']) && !name.chars().any(char::is_control), "{name:?}");
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use proptest::collection::vec;
    use proptest::prelude::*;

    /// What fuzzing has found worth keeping, and inputs made of `words`, so that they come near to what is meant.
    fn try_all(target: &str, parse: fn(&[u8]), words: &'static [&'static str]) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
        let kept = fs::read_dir(&folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()));
        let mut count = 0;
        for file in kept {
            parse(&fs::read(file.unwrap().path()).unwrap());
            count += 1;
        }
        assert!(count > 0, "{} is empty", folder.display());
        let word = prop::sample::select(words).prop_map(|word| word.as_bytes().to_vec());
        let piece = prop_oneof![4 => word, 1 => vec(any::<u8>(), 0..4)];
        let config = ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() };
        proptest!(config, |(pieces in vec(piece, 0..24))| parse(&pieces.concat()));
    }

    #[test]
    fn sse() {
        let words = &[
            "data:",
            "data: {\"id\":\"a\",",
            "\"type\":\"x\"}",
            "id: 1",
            "event: e",
            "retry: 5",
            ":",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\u{feff}",
        ];
        try_all("sse", super::sse, words);
    }

    #[test]
    fn error_body() {
        let words = &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"error\"",
            "\"type\"",
            "\"message\"",
            "\"code\"",
            "null",
            "7",
            "\"\"",
            "<html>",
        ];
        try_all("error_body", super::error_body, words);
    }

    #[test]
    fn cursor() {
        let words = &[
            "{",
            "}",
            ",",
            "\"data\":[]",
            "\"has_more\":true",
            "\"has_more\":false",
            "\"next_page\":",
            "\"last_id\":",
            "\"first_id\":",
            "null",
            "\"\"",
            "\"x\"",
        ];
        try_all("cursor", super::cursor, words);
    }

    #[test]
    fn retry_headers() {
        let words = &[
            "\n",
            "1",
            "60",
            "61",
            ".",
            "-",
            "e9",
            "inf",
            "nan",
            "true",
            "false",
            "Thu, 01 Jan 1970 00:00:30 GMT",
        ];
        try_all("retry_headers", super::retry_headers, words);
    }

    #[test]
    fn disposition() {
        let words = &[
            "attachment; ",
            "filename=",
            "filename*=",
            "UTF-8''",
            "iso-8859-1''",
            "%2F",
            "%00",
            "..",
            "/",
            "\\",
            "\"",
            ";",
            "a",
        ];
        try_all("disposition", super::disposition, words);
    }
}
