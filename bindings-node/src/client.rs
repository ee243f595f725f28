//! Clients: options in, a handle out.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use napi::bindgen_prelude::*;
use napi_derive::napi;
use qoder_cloud::{CaCerts, ClientBuilder, Error, TokenFuture, TokenProvider};

use crate::bridge::{Bridge, Queue};
use crate::log::{self, Sink};

/// What a client holds outside of JavaScript's heap: connections and their buffers.
const WEIGHT: i64 = 256 * 1024;

/// How a client differs from the default. Durations in milliseconds; `null` means no limit.
#[napi(object)]
pub struct ClientOptions<'a> {
    pub token: Option<String>,
    pub token_provider: Option<u32>,
    pub service_account: Option<ClassInstance<'a, ServiceAccount>>,
    pub region: Option<String>,
    pub base_url: Option<String>,
    pub exchange_url: Option<String>,
    pub workspace_id: Option<String>,
    pub timeout: Option<Either<f64, Null>>,
    pub connect_timeout: Option<Either<f64, Null>>,
    pub read_timeout: Option<Either<f64, Null>>,
    pub heartbeat_timeout: Option<Either<f64, Null>>,
    pub max_retries: Option<u32>,
    pub retry_writes: Option<bool>,
    pub max_body_bytes: Option<Either<f64, Null>>,
    pub default_headers: Option<Vec<String>>,
    pub default_query: Option<Vec<String>>,
    pub proxy: Option<String>,
    pub ca_certs: Option<Either<String, Buffer>>,
    pub user_agent_suffix: Option<String>,
    /// The number of the client's logger, and from which level it hears.
    pub logger: Option<u32>,
    pub log_level: Option<String>,
}

/// A client of the core.
#[napi(custom_finalize)]
pub struct Client {
    inner: RefCell<Option<qoder_cloud::Client>>,
    pub(crate) queue: Arc<Queue>,
    pub(crate) sink: Option<Sink>,
}

impl ObjectFinalize for Client {
    fn finalize(self, env: Env) -> Result<()> {
        env.adjust_external_memory(-WEIGHT).map(drop)
    }
}

/// A service account; clients that share it share its tokens.
#[napi]
pub struct ServiceAccount {
    inner: qoder_cloud::ServiceAccount,
}

#[napi]
impl ServiceAccount {
    /// `ttl` in milliseconds.
    #[napi(constructor)]
    pub fn new(key: Option<String>, ttl: Option<f64>, scope: Option<String>) -> Self {
        let mut inner = match key {
            Some(key) => qoder_cloud::ServiceAccount::new(key),
            None => qoder_cloud::ServiceAccount::from_env(),
        };
        if let Some(ttl) = ttl {
            inner = inner.ttl(milliseconds(ttl));
        }
        if let Some(scope) = scope {
            inner = inner.scope(scope);
        }
        ServiceAccount { inner }
    }
}

/// Makes a client, or says as JSON why not.
#[napi(catch_unwind)]
pub fn create_client(
    env: Env,
    bridge: &Bridge,
    options: ClientOptions<'_>,
) -> Result<Either<Client, String>> {
    let sink = options.sink(bridge.queue());
    let builder = options.apply(qoder_cloud::Client::builder(), bridge.queue());
    made(env, builder.build(), bridge.queue(), sink)
}

#[napi]
impl Client {
    /// A client that differs in some options and shares the connections, or why not.
    #[napi(catch_unwind)]
    pub fn derive(&self, env: Env, options: ClientOptions<'_>) -> Result<Either<Client, String>> {
        let sink = options.sink(&self.queue).or_else(|| self.sink.clone());
        let derived = self.core()?.with_options(|builder| options.apply(builder, &self.queue));
        made(env, derived, &self.queue, sink)
    }

    /// The address calls go to.
    #[napi(getter)]
    pub fn base_url(&self) -> Result<String> {
        Ok(self.core()?.base_url().to_owned())
    }

    /// Lets go of the connections, unless another client shares them. Nothing may be asked of this one any more.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        self.inner.take();
    }
}

impl Client {
    /// The core's client, which `ts/calls.ts` asks for only while this one is open.
    pub(crate) fn core(&self) -> Result<qoder_cloud::Client> {
        self.inner.borrow().clone().ok_or_else(|| napi::Error::from_reason("this client is closed"))
    }
}

fn made(
    env: Env,
    client: qoder_cloud::Result<qoder_cloud::Client>,
    queue: &Arc<Queue>,
    sink: Option<Sink>,
) -> Result<Either<Client, String>> {
    match client {
        Ok(inner) => {
            env.adjust_external_memory(WEIGHT)?;
            let inner = RefCell::new(Some(inner));
            Ok(Either::A(Client { inner, queue: queue.clone(), sink }))
        }
        Err(error) => Ok(Either::B(failure(&error))),
    }
}

/// An error as JavaScript reads it.
pub fn failure(error: &Error) -> String {
    // Strings, numbers and lists of them can always be written.
    serde_json::to_string(&error.info()).unwrap_or_default()
}

impl ClientOptions<'_> {
    fn sink(&self, queue: &Arc<Queue>) -> Option<Sink> {
        let level = log::listen(self.log_level.as_deref()?)?;
        Some(Sink { queue: queue.clone(), logger: self.logger?, level })
    }

    fn apply(self, mut builder: ClientBuilder, queue: &Arc<Queue>) -> ClientBuilder {
        builder = set(builder, self.token, ClientBuilder::token);
        builder = set(builder, self.token_provider, |builder, number| {
            builder.token_provider(Provider { queue: queue.clone(), number })
        });
        builder = set(builder, self.service_account, |builder, account| {
            builder.service_account(account.inner.clone())
        });
        builder = set(builder, self.region, ClientBuilder::region);
        builder = set(builder, self.base_url, ClientBuilder::base_url);
        builder = set(builder, self.exchange_url, ClientBuilder::exchange_url);
        builder = set(builder, self.workspace_id, ClientBuilder::workspace_id);
        builder = set(builder, self.timeout.map(limit), ClientBuilder::timeout);
        builder = set(builder, self.connect_timeout.map(limit), ClientBuilder::connect_timeout);
        builder = set(builder, self.read_timeout.map(limit), ClientBuilder::read_timeout);
        builder = set(builder, self.heartbeat_timeout.map(limit), ClientBuilder::heartbeat_timeout);
        builder = set(builder, self.max_retries, ClientBuilder::max_retries);
        builder = set(builder, self.retry_writes, ClientBuilder::retry_writes);
        builder = set(builder, self.max_body_bytes.map(bytes), ClientBuilder::max_body_bytes);
        for (name, value) in pairs(self.default_headers) {
            builder = builder.default_header(name, value);
        }
        for (name, value) in pairs(self.default_query) {
            builder = builder.default_query(name, value);
        }
        builder = set(builder, self.proxy, ClientBuilder::proxy);
        builder = set(builder, self.ca_certs, |builder, certs| match certs {
            Either::A(path) => builder.ca_certs(CaCerts::File(PathBuf::from(path))),
            Either::B(pem) => builder.ca_certs(CaCerts::Pem(pem.to_vec())),
        });
        set(builder, self.user_agent_suffix, ClientBuilder::user_agent_suffix)
    }
}

fn set<T>(
    builder: ClientBuilder,
    value: Option<T>,
    with: impl FnOnce(ClientBuilder, T) -> ClientBuilder,
) -> ClientBuilder {
    match value {
        Some(value) => with(builder, value),
        None => builder,
    }
}

/// A flat list of names and values as pairs.
pub fn pairs(flat: Option<Vec<String>>) -> impl Iterator<Item = (String, String)> {
    let mut flat = flat.unwrap_or_default().into_iter();
    std::iter::from_fn(move || Some((flat.next()?, flat.next()?)))
}

/// A limit in milliseconds, checked by `ts/options.ts`; `null` means none.
pub fn limit(value: Either<f64, Null>) -> Option<Duration> {
    match value {
        Either::A(value) => Some(milliseconds(value)),
        Either::B(Null) => None,
    }
}

fn bytes(value: Either<f64, Null>) -> Option<usize> {
    match value {
        Either::A(value) => Some(value as usize),
        Either::B(Null) => None,
    }
}

fn milliseconds(value: f64) -> Duration {
    Duration::try_from_secs_f64(value / 1000.0).unwrap_or(Duration::MAX)
}

/// A token provider written in JavaScript.
struct Provider {
    queue: Arc<Queue>,
    number: u32,
}

impl TokenProvider for Provider {
    fn token(&self) -> TokenFuture<'_> {
        Box::pin(self.queue.ask(self.number))
    }
}
