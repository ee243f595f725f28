//! Where the bearer token of an attempt comes from.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::{ArcSwap, ArcSwapOption};
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::Instant;
use url::Url;

use crate::config::{self, Lookup};
use crate::error::{Error, Kind, Result};
use crate::operation::Host;
use crate::runtime;
use crate::transport::{Purpose, Transport, disconnected};

/// Any error of a caller's own code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What a [`TokenProvider`] returns.
pub type TokenFuture<'a> = Pin<Box<dyn Future<Output = Result<SecretString, BoxError>> + Send + 'a>>;

/// Gives tokens. Asked before each attempt, so it should cache.
///
/// A closure that returns a future is one: `|| async { Ok(read_my_vault().await?.into()) }`.
pub trait TokenProvider: Send + Sync {
    /// The token for the next attempt.
    fn token(&self) -> TokenFuture<'_>;

    /// The API refused the last token with a 401. Returning true asks for one more attempt with another token.
    fn refused(&self) -> bool {
        false
    }
}

impl<F, R> TokenProvider for F
where
    F: Fn() -> R + Send + Sync,
    R: Future<Output = Result<SecretString, BoxError>> + Send + 'static,
{
    fn token(&self) -> TokenFuture<'_> {
        Box::pin(self())
    }
}

/// How a client proves who it is.
pub(crate) enum Auth {
    Fixed(HeaderValue),
    Provider(Arc<dyn TokenProvider>),
    Account(Exchanged),
}

impl Auth {
    pub(crate) fn fixed(what: &str, token: &SecretString) -> Result<Self> {
        config::bearer(what, token.expose_secret()).map(Auth::Fixed)
    }

    /// The `Authorization` header for the next attempt. The exchange takes a service account's key itself.
    pub(crate) async fn header(&self, host: Host) -> Result<HeaderValue> {
        match self {
            Auth::Account(account) if host == Host::Exchange => Ok(account.key.clone()),
            Auth::Fixed(header) => Ok(header.clone()),
            Auth::Provider(provider) => {
                let token = provider.token().await.map_err(provider_failed)?;
                config::bearer("the token provider's token", token.expose_secret())
            }
            Auth::Account(account) => account.header().await,
        }
    }

    /// The API refused `header` with a 401; true when another attempt may carry a better one.
    pub(crate) fn refused(&self, header: &HeaderValue) -> bool {
        match self {
            Auth::Fixed(_) => false,
            Auth::Provider(provider) => provider.refused(),
            Auth::Account(account) => account.drop_token(header),
        }
    }
}

fn provider_failed(cause: BoxError) -> Error {
    match cause.downcast::<Error>() {
        Ok(error) => *error,
        Err(cause) => Error::configuration(format!("the token provider failed: {cause}")).caused_by(cause),
    }
}

/// A service account: its key is exchanged for short-lived tokens. Clones share the current token.
#[derive(Clone)]
pub struct ServiceAccount {
    key: Option<SecretString>,
    ttl: Duration,
    scope: String,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    token: ArcSwapOption<Token>,
    failure: ArcSwapOption<Failure>,
    /// One exchange at a time. A lock taken before a fork is never released in the child, so each generation
    /// has its own.
    turn: ArcSwap<(u64, Mutex<()>)>,
}

struct Token {
    header: HeaderValue,
    renew_at: Instant,
}

struct Failure {
    error: Error,
    until: Instant,
}

impl ServiceAccount {
    const COOL_DOWN: Duration = Duration::from_secs(5);

    /// An account with this key.
    pub fn new(key: impl Into<String>) -> Self {
        ServiceAccount { key: Some(SecretString::from(key.into())), ..Self::from_env() }
    }

    /// An account whose key stands in `QODER_SA_KEY`, read when the client is made.
    pub fn from_env() -> Self {
        ServiceAccount {
            key: None,
            ttl: Duration::from_secs(3600),
            scope: "qca.access".to_owned(),
            state: Arc::default(),
        }
    }

    /// How long each token lives: 1 hour; from 1 second to 12 hours.
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = ttl;
        self
    }

    /// What the tokens are good for, separated by spaces: `qca.access`.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = scope.into();
        self
    }

    pub(crate) fn bind(&self, lookup: Lookup<'_>, url: Url, transport: Arc<Transport>) -> Result<Exchanged> {
        let key = match &self.key {
            Some(key) => config::bearer("the service account's key", key.expose_secret())?,
            None => {
                let key = config::variable(lookup, "QODER_SA_KEY").ok_or_else(|| {
                    Error::configuration(
                        "there is no service account key. Give it, or set QODER_SA_KEY; keys are made in the \
                         Qoder console under service accounts.",
                    )
                })?;
                config::bearer("QODER_SA_KEY", &key)?
            }
        };
        let ttl = self.ttl.as_secs();
        if !(1..=43_200).contains(&ttl) {
            return Err(Error::configuration(format!(
                "`ttl` of a service account must be 1 to 43200 seconds, not {ttl}"
            )));
        }
        let body = serde_json::json!({
            "grant_type": "client_credentials", "audience": "qoder", "scope": self.scope, "ttl_seconds": ttl,
        });
        Ok(Exchanged {
            key,
            url,
            body: body.to_string().into(),
            ttl: self.ttl,
            state: self.state.clone(),
            transport,
        })
    }
}

impl fmt::Debug for ServiceAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceAccount")
            .field("ttl", &self.ttl)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

/// A service account at an exchange.
pub(crate) struct Exchanged {
    key: HeaderValue,
    url: Url,
    body: Bytes,
    ttl: Duration,
    state: Arc<State>,
    transport: Arc<Transport>,
}

#[derive(Deserialize)]
struct Answer {
    access_token: String,
    token_type: Option<String>,
    expires_in: Option<Seconds>,
}

/// The exchange sends a number, or its digits.
#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Number(u64),
    Digits(String),
}

impl Exchanged {
    async fn header(&self) -> Result<HeaderValue> {
        if let Some(header) = self.cached() {
            return Ok(header);
        }
        let turn = self.turn();
        let _mine = turn.1.lock().await;
        // Whoever had the turn before may have brought a token, or a failure that is still fresh.
        if let Some(header) = self.cached() {
            return Ok(header);
        }
        if let Some(failure) = self.state.failure.load().as_ref()
            && Instant::now() < failure.until
        {
            return Err(failure.error.clone());
        }
        match self.exchange().await {
            Ok(token) => {
                let header = token.header.clone();
                self.state.failure.store(None);
                self.state.token.store(Some(Arc::new(token)));
                Ok(header)
            }
            Err(error) => {
                let until = Instant::now() + ServiceAccount::COOL_DOWN;
                self.state.failure.store(Some(Arc::new(Failure { error: error.clone(), until })));
                Err(error)
            }
        }
    }

    fn cached(&self) -> Option<HeaderValue> {
        let token = self.state.token.load();
        token.as_ref().filter(|token| Instant::now() < token.renew_at).map(|token| token.header.clone())
    }

    /// Forgets the token if it is still the refused one.
    fn drop_token(&self, refused: &HeaderValue) -> bool {
        let current = self.state.token.load();
        if current.as_ref().is_some_and(|token| token.header == refused) {
            self.state.token.compare_and_swap(&current, None);
        }
        true
    }

    fn turn(&self) -> Arc<(u64, Mutex<()>)> {
        let generation = runtime::generation();
        let current = self.state.turn.load();
        if current.0 == generation {
            return current.clone();
        }
        self.state.turn.compare_and_swap(&current, Arc::new((generation, Mutex::new(()))));
        self.state.turn.load_full()
    }

    /// One exchange, never repeated: the key is a secret. Its answer is one too and goes into no error.
    async fn exchange(&self) -> Result<Token> {
        const LIMIT: Duration = Duration::from_secs(30);
        let asked = Instant::now();
        let about = |error: Error| error.to("POST", &self.url).after(1, asked.elapsed());
        let exchanged = tokio::time::timeout(LIMIT, self.send()).await;
        let (status, headers, body) = exchanged
            .map_err(|_| about(Error::new(Kind::Timeout, format!("no token within {} s", LIMIT.as_secs()))))?
            .map_err(about)?;
        if !status.is_success() {
            let error = Error::status_error(status, headers, body);
            return Err(about(
                error.noting("The token exchange gave no token for the service account's key."),
            ));
        }
        let unusable =
            |why: &str| about(Error::new(Kind::Decode, format!("the token exchange's answer {why}")));
        let answer: Answer =
            serde_json::from_slice(&body).map_err(|_| unusable("has no `access_token` to read"))?;
        if answer.token_type.is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(unusable("is not a bearer token"));
        }
        let lifetime = match answer.expires_in {
            None => self.ttl,
            Some(Seconds::Number(seconds)) => Duration::from_secs(seconds),
            Some(Seconds::Digits(digits)) => Duration::from_secs(
                digits.trim().parse().map_err(|_| unusable("has an `expires_in` that is no number"))?,
            ),
        };
        let header = config::bearer("the exchanged token", &answer.access_token).map_err(about)?;
        let early = (lifetime / 5).min(Duration::from_secs(60));
        // An absurd lifetime must not overflow the clock.
        let lifetime = lifetime.min(Duration::from_secs(43_200));
        Ok(Token { header, renew_at: asked + lifetime.saturating_sub(early) })
    }

    async fn send(&self) -> Result<(StatusCode, http::HeaderMap, Bytes)> {
        let mut request = reqwest::Request::new(Method::POST, self.url.clone());
        request.headers_mut().insert(header::AUTHORIZATION, self.key.clone());
        request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        *request.body_mut() = Some(self.body.clone().into());
        let mut response = self.transport.send(Purpose::Calls, request).await?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        Ok((status, headers, response.bytes().await.map_err(disconnected)?))
    }
}
