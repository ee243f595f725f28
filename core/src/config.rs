//! What a client is told, by argument or by environment, checked before it is used.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use crate::error::{Error, Result};
use crate::spelling::option;

/// How to read an environment variable; replaced in tests.
pub(crate) type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

pub(crate) const TOKEN_HINT: &str = "Give `token`, or set QODER_ACCESS_TOKEN or QODER_PAT, with a token of this region; \
tokens are made in the Qoder console under Settings -> Personal access tokens, or for programs under service accounts.";

/// Where an installation of the service lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Region {
    /// China, the default.
    #[default]
    Cn,
    /// Everywhere else.
    Global,
}

impl Region {
    /// Reads a region's name.
    ///
    /// # Errors
    /// Names the known ones when this is none of them.
    pub fn parse(name: &str) -> Result<Self> {
        Self::named("region", name)
    }

    fn named(option: &str, name: &str) -> Result<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "cn" => Ok(Region::Cn),
            "global" => Ok(Region::Global),
            _ => Err(Error::configuration(format!(
                "`{option}` is not a region: {name:?}; known are \"cn\" and \"global\""
            ))),
        }
    }

    /// The name in options and in `QODER_REGION`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Region::Cn => "cn",
            Region::Global => "global",
        }
    }

    const fn base_url(self) -> &'static str {
        match self {
            Region::Cn => "https://api.qoder.com.cn/api/v1/cloud",
            Region::Global => "https://api.qoder.com/api/v1/cloud",
        }
    }

    const fn exchange_url(self) -> &'static str {
        match self {
            Region::Cn => "https://openapi.qoder.com.cn/api/v1/serviceToken/exchange",
            Region::Global => "https://openapi.qoder.sh/api/v1/serviceToken/exchange",
        }
    }
}

/// The addresses a client talks to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Endpoints {
    /// Without a trailing slash.
    pub(crate) api: Url,
    pub(crate) exchange: Url,
}

impl Endpoints {
    /// A base URL wins over a region; either way the exchange can be named apart.
    pub(crate) fn resolve(
        base_url: Option<&Setting>,
        region: Option<&Setting>,
        exchange: Option<&str>,
    ) -> Result<Self> {
        let region =
            region.map(|given| Region::named(&given.name, &given.value)).transpose()?.unwrap_or_default();
        let api = match base_url {
            Some(given) => checked_url(&given.name, &given.value)?,
            None => checked_url(&option("base_url"), region.base_url())?,
        };
        let exchange = match (exchange, base_url) {
            (Some(url), _) => checked_url(&option("exchange_url"), url)?,
            (None, None) => checked_url(&option("exchange_url"), region.exchange_url())?,
            (None, Some(_)) => {
                let mut url = api.clone();
                url.set_path("/api/v1/serviceToken/exchange");
                url
            }
        };
        Ok(Endpoints { api, exchange })
    }
}

/// A value and the name under which it was given: an option, or a variable.
#[derive(Clone)]
pub(crate) struct Setting {
    pub(crate) name: String,
    pub(crate) value: String,
}

impl Setting {
    pub(crate) fn new(name: &str, value: impl Into<String>) -> Self {
        Setting { name: name.to_owned(), value: value.into() }
    }

    /// The option, else the variable.
    pub(crate) fn or_variable(given: Option<Self>, lookup: Lookup<'_>, name: &str) -> Option<Self> {
        given.or_else(|| variable(lookup, name).map(|value| Setting::new(name, value)))
    }
}

/// An address without anything that a path cannot be appended to.
fn checked_url(name: &str, text: &str) -> Result<Url> {
    let refuse = |reason: &str| Error::configuration(format!("`{name}` {reason}"));
    let mut url = Url::parse(text.trim())
        .map_err(|cause| refuse(&format!("is not a URL: {cause}")).caused_by(cause))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse(&format!("must start with https:// or http://, not {}:", url.scheme())));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("must not contain credentials; give the token as `token`"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        let instead = option("default_query");
        return Err(refuse(&format!("must not have a query or a fragment; use `{instead}`")));
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    Ok(url)
}

/// Seconds from a host language as a duration.
///
/// # Errors
/// Names `option` when the number is negative, infinite, not a number or absurdly large.
pub fn seconds(option: &str, value: f64) -> Result<Duration> {
    Duration::try_from_secs_f64(value).map_err(|_| {
        Error::configuration(format!("`{option}` must be a finite number of seconds, 0 or more, not {value}"))
    })
}

/// A token as it goes into a header. The token itself is never quoted.
pub(crate) fn bearer(what: &str, token: &str) -> Result<HeaderValue> {
    let token = token.trim();
    if token.is_empty() {
        return Err(Error::configuration(format!("{what} is empty. {TOKEN_HINT}")));
    }
    let visible = token.bytes().all(|byte| (0x21..=0x7e).contains(&byte));
    if !visible {
        return Err(Error::configuration(format!(
            "{what} cannot stand in a header: it contains white space, line breaks or non-ASCII characters. \
             Copy it again, whole and alone."
        )));
    }
    let mut value = HeaderValue::try_from(format!("Bearer {token}"))
        .map_err(|_| Error::configuration(format!("{what} cannot stand in a header")))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Adds or replaces a header; its value is quoted nowhere, it may be a secret.
pub(crate) fn put_header(headers: &mut HeaderMap, name: &str, value: &str) -> Result<()> {
    let parsed = HeaderName::try_from(name)
        .map_err(|_| Error::argument(format!("{name:?} is not a valid header name")))?;
    let mut value = HeaderValue::try_from(value).map_err(|_| {
        Error::argument(format!("the value of header `{parsed}` contains control characters"))
    })?;
    value.set_sensitive(crate::redact::is_secret(&parsed));
    headers.insert(parsed, value);
    Ok(())
}

/// The time limits of a client; `None` means no limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timeouts {
    pub(crate) total: Option<Duration>,
    pub(crate) connect: Option<Duration>,
    pub(crate) read: Option<Duration>,
    pub(crate) heartbeat: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Timeouts {
            total: Some(Duration::from_secs(600)),
            connect: Some(Duration::from_secs(5)),
            read: Some(Duration::from_secs(60)),
            // Three heartbeats, which come about every 15 s.
            heartbeat: Some(Duration::from_secs(45)),
        }
    }
}

/// A variable that is set to something.
pub(crate) fn variable(lookup: Lookup<'_>, name: &str) -> Option<String> {
    lookup(name).filter(|value| !value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::{CaCerts, Client, ClientBuilder};

    fn build(builder: ClientBuilder, environment: &[(&str, &str)]) -> Result<Client> {
        builder.build_with(&|name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
        })
    }

    fn refusal(builder: ClientBuilder, environment: &[(&str, &str)]) -> String {
        let error = build(builder, environment).unwrap_err();
        assert!(error.is_configuration());
        error.to_string()
    }

    fn builder() -> ClientBuilder {
        Client::builder().token("pt-x")
    }

    #[test]
    fn a_missing_token_is_explained() {
        let message = refusal(Client::builder(), &[("QODER_PAT", " ")]);
        for part in ["QODER_ACCESS_TOKEN", "QODER_PAT", "Personal access tokens", "service accounts"] {
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn an_unusable_token_is_refused_unquoted() {
        for token in ["", " \n", "pt-se cret", "pt-se\ncret", "pt-se\u{7f}cret", "pt-sécret"] {
            let message = refusal(Client::builder().token(token), &[]);
            assert!(!message.contains("cret") && message.contains("`token`"), "{message}");
        }
        let message = refusal(Client::builder(), &[("QODER_PAT", "pt-se cret")]);
        assert!(message.contains("QODER_PAT") && !message.contains("cret"));
        assert!(build(Client::builder().token("  pt-x\n"), &[]).is_ok());
    }

    #[test]
    fn arguments_beat_the_environment_and_a_base_url_beats_the_region() {
        let global = "https://api.qoder.com/api/v1/cloud";
        let cn = "https://api.qoder.com.cn/api/v1/cloud";
        for (builder, environment, expected) in [
            (builder(), &[][..], cn),
            (builder(), &[("QODER_REGION", "global")], global),
            (builder().region("CN"), &[("QODER_REGION", "global")], cn),
            (builder().region("global"), &[("QODER_BASE_URL", "http://h/x/")], "http://h/x"),
            (builder().base_url("http://a/y"), &[("QODER_BASE_URL", "http://h/x")], "http://a/y"),
        ] {
            assert_eq!(build(builder, environment).unwrap().base_url(), expected);
        }
    }

    #[test]
    fn the_exchange_follows_the_region_or_the_base_url() {
        let exchange = |builder| build(builder, &[]).unwrap().0.endpoints.exchange.to_string();
        assert_eq!(exchange(builder()), "https://openapi.qoder.com.cn/api/v1/serviceToken/exchange");
        assert_eq!(
            exchange(builder().region("global")),
            "https://openapi.qoder.sh/api/v1/serviceToken/exchange"
        );
        assert_eq!(
            exchange(builder().base_url("http://h:1/api/v1/cloud")),
            "http://h:1/api/v1/serviceToken/exchange"
        );
        assert_eq!(exchange(builder().exchange_url("http://e/x")), "http://e/x");
    }

    #[test]
    fn bad_addresses_are_refused() {
        for (url, reason) in [
            ("", "not a URL"),
            ("api.qoder.com", "not a URL"),
            ("ftp://h/x", "http"),
            ("https://h/x?a=b", "query"),
            ("https://h/x#a", "fragment"),
            ("https://user:secret@h/x", "credentials"),
        ] {
            let message = refusal(builder().base_url(url), &[]);
            assert!(message.contains("`base_url`") && message.contains(reason), "{url}: {message}");
            assert!(!message.contains("secret"));
        }
        assert!(refusal(builder(), &[("QODER_BASE_URL", "nowhere")]).contains("`QODER_BASE_URL`"));
        let message = refusal(builder(), &[("QODER_REGION", "mars")]);
        assert!(message.contains("`QODER_REGION`"));
        assert!(message.contains("\"mars\"") && message.contains("\"cn\"") && message.contains("\"global\""));
    }

    #[test]
    fn bad_options_are_refused_by_name() {
        assert!(
            refusal(builder().ca_certs(std::path::Path::new("/no/such.pem")), &[]).contains("/no/such.pem")
        );
        assert!(refusal(builder().ca_certs(b"junk".to_vec()), &[]).contains("no certificate"));
        let junk = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".to_vec();
        assert!(refusal(builder().ca_certs(CaCerts::Pem(junk)), &[]).contains("unusable"));
        let message = refusal(builder().proxy("user:secret"), &[]);
        assert!(message.contains("`proxy`") && !message.contains("secret"), "{message}");
        let error = build(builder().default_header("bad name", "v"), &[]).unwrap_err().to_string();
        assert!(error.contains("bad name"));
        let message = refusal(builder().default_header("Idempotency-Key", "secret"), &[]);
        assert!(message.contains("`default_headers`") && !message.contains("secret"), "{message}");
        let error = build(builder().workspace_id("secret\nvalue"), &[]).unwrap_err().to_string();
        assert!(error.contains("qoder-workspace-id") && !error.contains("secret"));
    }

    #[test]
    fn seconds_are_checked() {
        assert_eq!(seconds("timeout", 1.5).unwrap(), Duration::from_millis(1500));
        for bad in [-1.0, f64::NAN, f64::INFINITY, 1e300] {
            assert!(seconds("timeout", bad).unwrap_err().to_string().contains("`timeout`"));
        }
    }

    #[test]
    fn nothing_shows_a_token() {
        let builder =
            builder().token("pt-hidden").default_header("x-custom", "hidden").proxy("http://u:hidden@h");
        let client = build(builder.clone(), &[]).unwrap();
        for text in [format!("{builder:?}"), format!("{client:?}"), format!("{:?}", client.get("/x"))] {
            assert!(!text.contains("hidden"), "{text}");
        }
    }

    #[test]
    fn derived_clients_share_connections_unless_the_network_differs() {
        use std::sync::Arc;
        let client = build(builder(), &[]).unwrap();
        let shared = client.with_options(|options| options.max_retries(0).timeout(None)).unwrap();
        assert!(Arc::ptr_eq(&client.0.transport, &shared.0.transport));
        let apart = client.with_options(|options| options.connect_timeout(Duration::from_secs(1))).unwrap();
        assert!(!Arc::ptr_eq(&client.0.transport, &apart.0.transport));
        assert!(Arc::ptr_eq(&client.0.budget, &apart.0.budget));
    }
}
