//! HTTP: [`plan`] puts a call together, [`execute`] makes its attempts, this module makes one of them.

mod execute;
mod lines;
mod mount;
pub(crate) mod plan;
pub(crate) mod streaming;
pub(crate) mod target;
pub(crate) mod tls;
pub(crate) mod watchdog;

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use rustls::CertificateError;
use rustls::pki_types::CertificateDer;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::client::CaCerts;
use crate::error::{Error, Kind, Result};
use crate::files::upload::Unsendable;
use crate::runtime::Bound;
use crate::spelling::option;
use tls::Protocols;

pub use streaming::Streaming;

/// The options that make connections differ.
#[derive(Clone)]
pub(crate) struct Network {
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) proxy: Option<SecretString>,
    pub(crate) ca_certs: Option<CaCerts>,
}

impl Default for Network {
    fn default() -> Self {
        Network { connect_timeout: crate::config::Timeouts::default().connect, proxy: None, ca_certs: None }
    }
}

impl PartialEq for Network {
    fn eq(&self, other: &Self) -> bool {
        self.connect_timeout == other.connect_timeout
            && self.proxy_url() == other.proxy_url()
            && self.ca_certs == other.ca_certs
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Calls: many share one HTTP/2 connection.
    Calls,
    /// Event streams: HTTP/1.1, a connection each, because a server that allows 100 streams on an HTTP/2
    /// connection would let the 101st wait for ever.
    Streams,
    /// Downloads: as calls, but the body is not read at once.
    Files,
    /// Storage hosts: nothing of ours is sent, redirects are followed.
    Storage,
}

/// How often a busy HTTP/2 connection is asked whether it lives.
const PING_EVERY: Duration = Duration::from_secs(20);

/// The connections of a client and its clones.
pub(crate) struct Transport {
    network: Network,
    authorities: Vec<CertificateDer<'static>>,
    pools: [[Pool; 2]; 3],
}

/// A reqwest client and its connections, made on first use.
type Pool = ArcSwapOption<Bound<reqwest::Client>>;

impl Transport {
    pub(crate) fn new(network: Network) -> Result<Self> {
        let authorities = network.ca_certs.as_ref().map(tls::authorities).transpose()?.unwrap_or_default();
        let transport = Transport { network, authorities, pools: Default::default() };
        transport.proxy()?;
        Ok(transport)
    }

    /// Sends one request; the headers of the answer have arrived when it returns.
    pub(crate) async fn send(
        &self,
        purpose: Purpose,
        request: reqwest::Request,
    ) -> Result<reqwest::Response> {
        let client = self.client(purpose, request.url())?;
        client.execute(request).await.map_err(disconnected)
    }

    /// The client for this purpose; made anew in a forked child.
    fn client(&self, purpose: Purpose, url: &Url) -> Result<reqwest::Client> {
        // Reading the system's certificates is slow, so plain HTTP has pools of its own. Storage may redirect.
        let secure = purpose == Purpose::Storage
            || url.scheme() == "https"
            || self.network.proxy_url().is_some_and(|url| url.starts_with("https"));
        let purpose = match purpose {
            // Plain HTTP is never HTTP/2, so there a stream goes on over a connection that calls have left.
            Purpose::Streams if !secure => Purpose::Calls,
            purpose => purpose,
        };
        let kind = match purpose {
            Purpose::Calls | Purpose::Files => 0,
            Purpose::Streams => 1,
            Purpose::Storage => 2,
        };
        let pool = &self.pools[kind][usize::from(secure)];
        let current = pool.load();
        if let Some(client) = current.as_ref().filter(|client| client.is_here()) {
            return Ok(reqwest::Client::clone(client));
        }
        let fresh = self.make(purpose, secure)?;
        let before = pool.compare_and_swap(&current, Some(Arc::new(Bound::new(fresh.clone()))));
        // Somebody else may have been faster.
        let winner = before.as_ref().filter(|client| client.is_here());
        Ok(winner.map_or(fresh, |client| reqwest::Client::clone(client)))
    }

    fn make(&self, purpose: Purpose, secure: bool) -> Result<reqwest::Client> {
        let protocols = if purpose == Purpose::Streams { Protocols::Http1 } else { Protocols::Http1And2 };
        let tls = if secure { tls::client_config(&self.authorities, protocols)? } else { tls::no_tls()? };
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            // Every attempt is counted and decided on by the retry policy.
            .retry(reqwest::retry::never())
            .referer(false)
            .redirect(match purpose {
                Purpose::Storage => reqwest::redirect::Policy::limited(5),
                _ => reqwest::redirect::Policy::none(),
            });
        builder = match protocols {
            Protocols::Http1 => builder.http1_only(),
            // Without it, retries would wait on the same dead connection as the first attempt.
            Protocols::Http1And2 => {
                builder.http2_keep_alive_interval(PING_EVERY).http2_keep_alive_timeout(PING_EVERY / 2)
            }
        };
        if let Some(limit) = self.network.connect_timeout {
            builder = builder.connect_timeout(limit);
        }
        if let Some(proxy) = self.proxy()? {
            builder = builder.proxy(proxy);
        }
        builder
            .build()
            .map_err(|cause| Error::configuration("the HTTP client cannot be made").caused_by(cause))
    }

    fn proxy(&self) -> Result<Option<reqwest::Proxy>> {
        let Some(url) = &self.network.proxy else { return Ok(None) };
        // The cause would quote the URL, which may contain a password.
        let refused = || Error::configuration("`proxy` is not the URL of a proxy, such as http://host:3128");
        let usable = Url::parse(url.expose_secret())
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !usable {
            return Err(refused());
        }
        reqwest::Proxy::all(url.expose_secret()).map(Some).map_err(|_| refused())
    }
}

/// A failure below HTTP, in words that name no query.
pub(crate) fn disconnected(cause: reqwest::Error) -> Error {
    let cause = cause.without_url();
    if let Some(unsendable) = find::<Unsendable>(&cause) {
        return Error::argument(unsendable.to_string()).hopeless().caused_by(cause);
    }
    let advice = find(&cause).and_then(advice);
    let root = root_cause(&cause);
    let (kind, what) = match (cause.is_connect(), cause.is_timeout()) {
        (true, true) => (Kind::Timeout, format!("no connection within `{}`", option("connect_timeout"))),
        (true, false) => (Kind::Connection, format!("no connection: {root}")),
        (false, true) => (Kind::Timeout, "the server did not answer in time".to_owned()),
        (false, false) => (Kind::Connection, format!("the connection broke: {root}")),
    };
    let error = Error::new(kind, what).while_connecting(cause.is_connect()).caused_by(cause);
    match advice {
        Some(advice) => error.hopeless().noting(&advice),
        None => error,
    }
}

/// What to do about a certificate that is refused; none when it was something else.
fn advice(cause: &rustls::Error) -> Option<String> {
    let rustls::Error::InvalidCertificate(refused) = cause else { return None };
    Some(match refused {
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!("Another host answered: check `{}` and the name server.", option("base_url"))
        }
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => "Check the clock of this machine.".to_owned(),
        _ => format!("Behind a company's proxy, give its certificate authority as `{}`.", option("ca_certs")),
    })
}

/// The cause of this type. An `io::Error` does not name what it wraps as its source.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if let Some(wrapped) = wrapped {
            return find(wrapped);
        }
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        cause = error.source();
    }
    None
}

/// The innermost cause says what happened; the outer ones only where.
fn root_cause(error: &dyn StdError) -> String {
    let mut innermost = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    innermost.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_share_the_connections_of_calls_unless_they_could_be_http2() {
        for (url, shared) in [("http://host/", true), ("https://host/", false)] {
            let (transport, url) = (Transport::new(Network::default()).unwrap(), Url::parse(url).unwrap());
            transport.client(Purpose::Streams, &url).unwrap();
            let pool = |kind: usize| transport.pools[kind][usize::from(!shared)].load().is_some();
            assert_eq!((pool(0), pool(1)), (shared, !shared), "{url}");
        }
    }
}
