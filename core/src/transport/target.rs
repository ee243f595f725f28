//! From an operation and its arguments to a URL, refusing what would reach something else.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::config::Endpoints;
use crate::error::{Error, Result};
use crate::operation::{Host, Operation, WHOLE_PATH};
use crate::request::Request;
use crate::spelling::option;

/// Everything but the characters RFC 3986 calls unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// For a path the caller wrote whole: only what cannot stand in one, so that its own escapes survive.
const ENCODED_IN_PATH: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'`');

/// The URL of a call: path values escaped, query arguments in the order client, call, options.
pub(crate) fn url(endpoints: &Endpoints, defaults: &[(String, String)], request: &Request) -> Result<Url> {
    let operation = request.operation;
    if operation.host == Host::Exchange {
        return Ok(endpoints.exchange.clone());
    }
    // Below the base URL, which is parsed already: most of a URL's parsing goes into its host.
    let mut text = String::with_capacity(128);
    text.push_str(endpoints.api.path().trim_end_matches('/'));
    push_path(&mut text, operation, &request.path)?;
    let own = request.query.iter().map(|(name, value)| (name.as_ref(), value.as_str()));
    let extra = request.options.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let given = || own.clone().chain(extra.clone());
    refuse_two_cursors(given().map(|(name, _)| name))?;
    let defaults = defaults.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let defaults = defaults.filter(|(name, _)| given().all(|(other, _)| other != *name));
    let mut separator = if text.contains('?') { '&' } else { '?' };
    for (name, value) in defaults.chain(given()) {
        let (name, value) = (utf8_percent_encode(name, ENCODED), utf8_percent_encode(value, ENCODED));
        // Writing into a string cannot fail.
        let _ = write!(text, "{separator}{name}={value}");
        separator = '&';
    }
    let (path, query) =
        text.split_once('?').map_or((text.as_str(), None), |(path, query)| (path, Some(query)));
    let mut url = endpoints.api.clone();
    url.set_path(path);
    url.set_query(query);
    Ok(url)
}

fn push_path(text: &mut String, operation: &Operation, values: &[String]) -> Result<()> {
    let mut values = values.iter();
    let mut rest = operation.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.next().ok_or_else(|| Error::argument(format!("`{name}` is missing")))?;
        text.push_str(before);
        if name == WHOLE_PATH {
            push_whole_path(text, value)?;
        } else {
            check_segment(name, value)?;
            text.extend(utf8_percent_encode(value, ENCODED));
        }
        rest = after;
    }
    text.push_str(rest);
    match values.next() {
        None => Ok(()),
        Some(_) => Err(Error::argument(format!("more path values than `{}` takes", operation.path))),
    }
}

fn push_whole_path(text: &mut String, path: &str) -> Result<()> {
    if path.starts_with("http://") || path.starts_with("https://") {
        let base = option("base_url");
        return Err(Error::argument(format!("`path` is one below `{base}`, not an address of its own")));
    }
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
        check_segment("path", &percent_decode_str(segment).decode_utf8_lossy())?;
        text.push('/');
        text.extend(utf8_percent_encode(segment, ENCODED_IN_PATH));
    }
    if let Some(query) = query.filter(|query| !query.is_empty()) {
        text.push('?');
        text.push_str(query);
    }
    Ok(())
}

/// An empty or dotted segment would make the URL name something else.
fn check_segment(name: &str, value: &str) -> Result<()> {
    match value {
        "" => Err(Error::argument(format!("`{name}` must not be empty"))),
        "." | ".." => Err(Error::argument(format!("`{name}` must not be {value:?}"))),
        _ => Ok(()),
    }
}

/// The server takes one cursor and answers 400 to two.
fn refuse_two_cursors<'a>(names: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut cursors = names.filter(|name| crate::pagination::CURSORS.contains(name));
    match (cursors.next(), cursors.next()) {
        (Some(one), Some(other)) => {
            Err(Error::argument(format!("`{one}` and `{other}` are both cursors; give one of them")))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Setting;
    use crate::operation::{BodyKind, Method, Paging, ResponseKind, RetryClass};

    static TWO: Operation = Operation {
        id: "sessions.resources.retrieve",
        method: Method::Get,
        path: "/sessions/{session_id}/resources/{resource_id}",
        query: &[],
        headers: &[],
        body: BodyKind::None,
        mappings: &[],
        mounts: &[],
        response: ResponseKind::Json,
        paging: Paging::None,
        retry: RetryClass::Always,
        host: Host::Api,
    };

    fn endpoints() -> Endpoints {
        Endpoints::resolve(Some(&Setting::new("base_url", "http://host:1/base/")), None, None).unwrap()
    }

    fn of(path: &[&str]) -> Request {
        let mut request = Request::new(&TWO);
        request.path = path.iter().map(|value| value.to_string()).collect();
        request
    }

    fn text(request: &Request) -> String {
        url(&endpoints(), &[], request).unwrap().into()
    }

    fn refusal(request: &Request) -> String {
        let error = url(&endpoints(), &[], request).unwrap_err();
        assert!(error.is_invalid_request());
        error.to_string()
    }

    #[test]
    fn path_values_cannot_leave_their_segment() {
        assert_eq!(
            text(&of(&["a b/c", "é?#%2e"])),
            "http://host:1/base/sessions/a%20b%2Fc/resources/%C3%A9%3F%23%252e"
        );
        assert!(refusal(&of(&["s", ""])).contains("`resource_id` must not be empty"));
        assert!(refusal(&of(&["..", "r"])).contains("`session_id`"));
        assert!(refusal(&of(&[".", "r"])).contains("`session_id`"));
        assert!(refusal(&of(&["s"])).contains("`resource_id` is missing"));
        assert!(refusal(&of(&["s", "r", "x"])).contains("more path values"));
    }

    #[test]
    fn whole_paths_stay_below_the_base() {
        assert_eq!(text(&Request::any(Method::Get, "/a%20b/c d?x=1")), "http://host:1/base/a%20b/c%20d?x=1");
        assert_eq!(text(&Request::any(Method::Get, "agents")), "http://host:1/base/agents");
        for bad in ["", "/", "/a/../b", "/a/%2e%2E/b", "//evil.example/x", "http://evil.example/x"] {
            refusal(&Request::any(Method::Get, bad));
        }
        assert!(refusal(&Request::any(Method::Get, "https://evil.example/x")).contains("below `base_url`"));
    }

    #[test]
    fn query_arguments_follow_and_beat_the_defaults() {
        let mut request = of(&["s", "r"]);
        request.query = vec![("types[]".into(), "a&b".into()), ("types[]".into(), "c".into())];
        request.options.query = vec![("limit".into(), "5".into())];
        let defaults = [("limit".to_owned(), "9".to_owned()), ("tenant".to_owned(), "t".to_owned())];
        let url = url(&endpoints(), &defaults, &request).unwrap();
        assert_eq!(url.query(), Some("tenant=t&types%5B%5D=a%26b&types%5B%5D=c&limit=5"));
    }

    #[test]
    fn two_cursors_are_refused_by_name() {
        let mut request = of(&["s", "r"]);
        request.query = vec![("page".into(), "p".into())];
        request.options.query = vec![("after_id".into(), "a".into())];
        let message = refusal(&request);
        assert!(message.contains("`page`") && message.contains("`after_id`"), "{message}");
    }
}
