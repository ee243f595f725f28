//! What may be shown of headers and URLs.

use http::{HeaderMap, HeaderName, header};
use url::Url;

const HIDDEN: &str = "[redacted]";

/// A URL without credentials, query and fragment: signed links carry their secret in the query.
pub(crate) fn url(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    // Both fail only for URLs that cannot have credentials.
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    shown.into()
}

/// Header pairs as text, the values of secret ones replaced.
pub(crate) fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = |(name, value): (&HeaderName, &http::HeaderValue)| {
        let value = if value.is_sensitive() || is_secret(name) {
            HIDDEN.to_owned()
        } else {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        (name.as_str().to_owned(), value)
    };
    headers.iter().map(shown).collect()
}

/// Whether a header of this name is a secret whoever set it.
pub(crate) fn is_secret(name: &HeaderName) -> bool {
    const SECRET: [HeaderName; 5] = [
        header::AUTHORIZATION,
        header::PROXY_AUTHORIZATION,
        header::COOKIE,
        header::SET_COOKIE,
        header::LOCATION,
    ];
    SECRET.contains(name) || ["key", "token", "secret"].iter().any(|word| name.as_str().contains(word))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn urls_lose_whatever_may_be_secret() {
        let url = Url::parse("https://user:pass@host:8/path?X-Signature=secret#part").unwrap();
        assert_eq!(super::url(&url), "https://host:8/path");
    }

    #[test]
    fn secret_headers_lose_their_value() {
        let mut map = HeaderMap::new();
        for name in [
            "authorization",
            "cookie",
            "set-cookie",
            "proxy-authorization",
            "location",
            "x-api-key",
            "x-auth-token",
        ] {
            map.insert(name, HeaderValue::from_static("secret"));
        }
        let mut marked = HeaderValue::from_static("secret");
        marked.set_sensitive(true);
        map.insert("x-mine", marked);
        assert!(headers(&map).iter().all(|(_, value)| value == HIDDEN));
        let plain = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"))]);
        assert_eq!(headers(&plain), [("content-type".to_owned(), "text/plain".to_owned())]);
    }
}
