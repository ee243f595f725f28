//! The client: configuration, credentials and connections behind one cheap handle.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use secrecy::{ExposeSecret, SecretString};

use crate::auth::{Auth, ServiceAccount, TokenProvider};
use crate::call::Call;
use crate::config::{self, Endpoints, Lookup, Setting, Timeouts};
use crate::error::{Error, Result};
use crate::operation::Method;
use crate::request::Request;
use crate::retry::{Budget, Policy};
use crate::spelling::option;
use crate::transport::plan::IDEMPOTENCY_KEY;
use crate::transport::{Network, Transport};

/// A client of the API. Clones share connections, cached tokens and the retry budget.
///
/// ```no_run
/// # async fn run() -> qoder_cloud::Result<()> {
/// let client = qoder_cloud::Client::new()?;
/// let agents = client.get("/agents").query("limit", 10).value().await?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) settings: ClientBuilder,
    pub(crate) endpoints: Endpoints,
    /// Everything that every API call carries, the credential apart.
    pub(crate) headers: HeaderMap,
    pub(crate) auth: Auth,
    pub(crate) transport: Arc<Transport>,
    pub(crate) budget: Arc<Budget>,
}

/// Makes a [`Client`]; made by [`Client::builder`].
///
/// What is not set comes from the environment: `QODER_ACCESS_TOKEN`, then `QODER_PAT`; `QODER_REGION`;
/// `QODER_BASE_URL`.
#[derive(Clone, Default)]
pub struct ClientBuilder {
    credential: Option<Credential>,
    region: Option<Setting>,
    base_url: Option<Setting>,
    exchange_url: Option<String>,
    workspace_id: Option<String>,
    pub(crate) timeouts: Timeouts,
    pub(crate) policy: Policy,
    pub(crate) retry_writes: Writes,
    default_headers: Vec<(String, String)>,
    pub(crate) default_query: Vec<(String, String)>,
    network: Network,
    user_agent_suffix: Option<String>,
    pub(crate) max_body_bytes: BodyLimit,
    parent: Option<Parent>,
}

/// What a derived client takes over from the one it was derived from.
#[derive(Clone)]
struct Parent {
    network: Network,
    transport: Arc<Transport>,
    budget: Arc<Budget>,
}

#[derive(Clone)]
enum Credential {
    Token(SecretString),
    Provider(Arc<dyn TokenProvider>),
    Account(ServiceAccount),
}

/// Whether writes are repeated after any failure that allows it; they are, by default.
#[derive(Clone, Copy)]
pub(crate) struct Writes(pub(crate) bool);

impl Default for Writes {
    fn default() -> Self {
        Writes(true)
    }
}

/// The largest JSON body the service reads; a longer one is cut there and fails to parse.
#[derive(Clone, Copy)]
pub(crate) struct BodyLimit(pub(crate) Option<usize>);

impl Default for BodyLimit {
    fn default() -> Self {
        BodyLimit(Some(4 * 1024 * 1024))
    }
}

/// Certificate authorities to trust besides the system's.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum CaCerts {
    /// PEM text, one or more certificates.
    Pem(Vec<u8>),
    /// A file of PEM text.
    File(PathBuf),
}

impl From<PathBuf> for CaCerts {
    fn from(path: PathBuf) -> Self {
        CaCerts::File(path)
    }
}

impl From<&std::path::Path> for CaCerts {
    fn from(path: &std::path::Path) -> Self {
        CaCerts::File(path.to_owned())
    }
}

impl From<Vec<u8>> for CaCerts {
    fn from(pem: Vec<u8>) -> Self {
        CaCerts::Pem(pem)
    }
}

impl Client {
    /// A client configured by the environment alone.
    ///
    /// # Errors
    /// [`Error::is_configuration`] when the environment holds no token or something unusable.
    pub fn new() -> Result<Self> {
        Self::builder().build()
    }

    /// A client configured by arguments first, by the environment second.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client that differs in some options and shares connections and retry budget with this one.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`].
    pub fn with_options(&self, change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Self> {
        let mut settings = self.0.settings.clone();
        settings.parent = Some(Parent {
            network: settings.network.clone(),
            transport: self.0.transport.clone(),
            budget: self.0.budget.clone(),
        });
        change(settings).build()
    }

    /// The address calls go to.
    pub fn base_url(&self) -> &str {
        self.0.endpoints.api.as_str()
    }

    /// Reads `path`, which is relative to the base URL, for endpoints without a method of their own.
    pub fn get(&self, path: impl Into<String>) -> Call {
        Call::from_request(self, Request::any(Method::Get, path))
    }

    /// Posts to `path`, relative to the base URL.
    pub fn post(&self, path: impl Into<String>) -> Call {
        Call::from_request(self, Request::any(Method::Post, path))
    }

    /// Puts to `path`, relative to the base URL.
    pub fn put(&self, path: impl Into<String>) -> Call {
        Call::from_request(self, Request::any(Method::Put, path))
    }

    /// Deletes `path`, relative to the base URL.
    pub fn delete(&self, path: impl Into<String>) -> Call {
        Call::from_request(self, Request::any(Method::Delete, path))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("region", &self.region.as_ref().map(|region| &region.value))
            .field("timeouts", &self.timeouts)
            .field("default_headers", &self.default_headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl ClientBuilder {
    /// The access token: a personal one or a service account's.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.credential = Some(Credential::Token(SecretString::from(token.into())));
        self
    }

    /// Where tokens come from; asked before each attempt.
    pub fn token_provider(mut self, provider: impl TokenProvider + 'static) -> Self {
        self.credential = Some(Credential::Provider(Arc::new(provider)));
        self
    }

    /// Exchanges a service account's key for short-lived tokens, and renews them.
    pub fn service_account(mut self, account: ServiceAccount) -> Self {
        self.credential = Some(Credential::Account(account));
        self
    }

    /// The installation: `cn` (default) or `global`.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(Setting::new(&option("region"), region));
        self
    }

    /// The address of the API; wins over the region.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(Setting::new(&option("base_url"), url));
        self
    }

    /// The address of the token exchange. It follows the region, or the origin of a custom base URL.
    pub fn exchange_url(mut self, url: impl Into<String>) -> Self {
        self.exchange_url = Some(url.into());
        self
    }

    /// The workspace calls act in.
    pub fn workspace_id(mut self, id: impl Into<String>) -> Self {
        self.workspace_id = Some(id.into());
        self
    }

    /// The total of one logical call, retries and waits included: 10 minutes; `None` for no limit.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.timeouts.total = limit.into();
        self
    }

    /// For making a connection: 5 s; `None` for no limit.
    pub fn connect_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.timeouts.connect = limit.into();
        self.network.connect_timeout = self.timeouts.connect;
        self
    }

    /// How long the server may stay silent during a call: 60 s; `None` for no limit.
    pub fn read_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.timeouts.read = limit.into();
        self
    }

    /// How long an event stream may stay silent: 45 s, three heartbeats; `None` for no limit.
    pub fn heartbeat_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.timeouts.heartbeat = limit.into();
        self
    }

    /// How many attempts may follow the first: 3.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.policy.max_retries = retries;
        self
    }

    /// Whether POST, PUT and DELETE are repeated after any failure (true), or only after a 429.
    pub fn retry_writes(mut self, yes: bool) -> Self {
        self.retry_writes = Writes(yes);
        self
    }

    /// How failed attempts are repeated; replaces what `max_retries` said.
    pub fn retry_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// A header for every API call.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.default_headers.push((name.into(), value.into()));
        self
    }

    /// A query argument for every API call.
    pub fn default_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.default_query.push((name.into(), value.into()));
        self
    }

    /// The proxy for all connections, as a URL. Without it `HTTPS_PROXY` and its siblings are followed.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.network.proxy = Some(SecretString::from(url.into()));
        self
    }

    /// Certificate authorities to trust besides the system's, which on Linux are those that `SSL_CERT_FILE` and
    /// `SSL_CERT_DIR` name, if set.
    pub fn ca_certs(mut self, certs: impl Into<CaCerts>) -> Self {
        self.network.ca_certs = Some(certs.into());
        self
    }

    /// What stands behind `qoder-cloud/<version>` in the `User-Agent`, for example `(python; CPython 3.12)`.
    pub fn user_agent_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent_suffix = Some(suffix.into());
        self
    }

    /// The largest JSON body that is sent: 4 MiB, the service's limit; `None` for no limit.
    pub fn max_body_bytes(mut self, limit: impl Into<Option<usize>>) -> Self {
        self.max_body_bytes = BodyLimit(limit.into());
        self
    }

    /// Checks everything and makes the client; connects to nothing.
    ///
    /// # Errors
    /// [`Error::is_configuration`] with the name of the option that cannot be used.
    pub fn build(self) -> Result<Client> {
        self.build_with(&|name| std::env::var(name).ok())
    }

    pub(crate) fn build_with(mut self, lookup: Lookup<'_>) -> Result<Client> {
        self.base_url = Setting::or_variable(self.base_url, lookup, "QODER_BASE_URL");
        self.region = Setting::or_variable(self.region, lookup, "QODER_REGION");
        let exchange = self.exchange_url.as_deref();
        let endpoints = Endpoints::resolve(self.base_url.as_ref(), self.region.as_ref(), exchange)?;
        let headers = self.fixed_headers()?;
        let (transport, budget) = match self.parent.take() {
            Some(parent) if parent.network == self.network => (parent.transport, parent.budget),
            Some(parent) => (Arc::new(Transport::new(self.network.clone())?), parent.budget),
            None => (Arc::new(Transport::new(self.network.clone())?), Arc::default()),
        };
        let auth = match &self.credential {
            None => {
                let name = ["QODER_ACCESS_TOKEN", "QODER_PAT"]
                    .into_iter()
                    .find(|name| config::variable(lookup, name).is_some());
                let Some(name) = name else {
                    return Err(Error::configuration(format!("there is no token. {}", config::TOKEN_HINT)));
                };
                let token = SecretString::from(config::variable(lookup, name).unwrap_or_default());
                let auth = Auth::fixed(name, &token)?;
                self.credential = Some(Credential::Token(token));
                auth
            }
            Some(Credential::Token(token)) => Auth::fixed("`token`", token)?,
            Some(Credential::Provider(provider)) => Auth::Provider(provider.clone()),
            Some(Credential::Account(account)) => {
                Auth::Account(account.bind(lookup, endpoints.exchange.clone(), transport.clone())?)
            }
        };
        Ok(Client(Arc::new(Inner { settings: self, endpoints, headers, auth, transport, budget })))
    }

    fn fixed_headers(&self) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        let own = || format!("(rust; {} {})", std::env::consts::OS, std::env::consts::ARCH);
        let suffix = self.user_agent_suffix.clone().unwrap_or_else(own);
        let agent = format!("qoder-cloud/{} {suffix}", env!("CARGO_PKG_VERSION"));
        config::put_header(&mut headers, "user-agent", agent.trim_end())?;
        config::put_header(&mut headers, "accept", "application/json")?;
        if let Some(id) = &self.workspace_id {
            config::put_header(&mut headers, "qoder-workspace-id", id)?;
        }
        for (name, value) in &self.default_headers {
            if name.eq_ignore_ascii_case(IDEMPOTENCY_KEY) {
                let message = format!(
                    "`{}` must not hold an idempotency key: the service would do one write and answer all others with it",
                    option("default_headers")
                );
                return Err(Error::configuration(message));
            }
            config::put_header(&mut headers, name, value)?;
        }
        Ok(headers)
    }
}

impl Network {
    pub(crate) fn proxy_url(&self) -> Option<&str> {
        self.proxy.as_ref().map(ExposeSecret::expose_secret)
    }
}
