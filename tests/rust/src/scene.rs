//! An emulator with one thing of each kind on it, and a client that does not wait between attempts.

use std::future::IntoFuture;
use std::time::Duration;

use qoder_cloud::types::StaticBearerParams;
use qoder_cloud::{Client, Error, RetryPolicy};
use qoder_cloud_emulator::{Emulator, Received};
use serde_json::{Value, json};

/// How many attempts of the client may follow the first.
pub const RETRIES: u32 = 2;
/// No call takes a tenth of it.
const HUNG: Duration = Duration::from_secs(20);

/// The emulator, the client, and the ids of what is there.
pub struct Scene {
    /// Sees every request.
    pub emulator: Emulator,
    /// Makes them.
    pub client: Client,
    /// An agent.
    pub agent: String,
    /// A session of it.
    pub session: String,
    /// A file the session delivered.
    pub artifact: String,
    /// A vault.
    pub vault: String,
    /// A credential in it.
    pub credential: String,
}

impl Scene {
    /// A scene of its own.
    ///
    /// # Panics
    /// When it cannot be set; no test can go on then.
    pub async fn new() -> Self {
        let emulator = Emulator::start().await.expect("the emulator starts");
        let policy =
            RetryPolicy { max_retries: RETRIES, initial_backoff: Duration::ZERO, ..RetryPolicy::default() };
        let builder =
            Client::builder().token(emulator.token()).base_url(emulator.base_url()).retry_policy(policy);
        let client = builder.build().expect("the configuration is sound");
        Self::furnish(emulator, client).await.expect("the scene is set")
    }

    async fn furnish(emulator: Emulator, client: Client) -> Result<Self, Error> {
        let agent = client.agents().create("a", "auto").await?.id;
        let environment = client.environments().create("e").await?.id;
        let session = client.sessions().create(agent.as_str(), environment.as_str()).await?.id;
        say(&client, &session, "deliver report.md").await?;
        let artifact = client.files().list().scope_id(session.as_str()).await?.data.remove(0).id;
        let vault = client.vaults().create("v").await?.id;
        let auth = StaticBearerParams::new("https://mcp.example.org", "old");
        let credential = client.vaults().credentials().create(vault.as_str(), auth).await?.id;
        Ok(Self { emulator, client, agent, session, artifact, vault, credential })
    }

    /// Sends a message to the session.
    ///
    /// # Errors
    /// What the call returns.
    pub async fn say(&self, text: &str) -> Result<(), Error> {
        say(&self.client, &self.session, text).await
    }

    /// The session's stream, not opened yet.
    pub fn stream(&self) -> qoder_cloud::resources::sessions::events::Stream {
        self.client.sessions().events().stream(self.session.as_str())
    }

    /// Tells the emulator something.
    ///
    /// # Panics
    /// When it does not understand.
    pub fn tell(&self, method: &str, door: &str, what: &Value) {
        self.emulator.control(method, door, what).unwrap_or_else(|cause| panic!("{door}: {cause}"));
    }

    /// Makes this the only fault, and forgets the requests so far.
    pub fn arm(&self, operation: &str, times: Option<u32>, action: &Value) {
        self.tell("DELETE", "faults", &Value::Null);
        self.tell(
            "POST",
            "faults",
            &json!({ "match": { "operation": operation }, "times": times, "action": action }),
        );
        self.tell("DELETE", "requests", &Value::Null);
    }

    /// The requests of an operation since the last fault was armed.
    pub fn attempts(&self, operation: &str) -> Vec<Received> {
        self.emulator.requests().into_iter().filter(|request| request.operation == Some(operation)).collect()
    }
}

async fn say(client: &Client, session: &str, text: &str) -> Result<(), Error> {
    let message =
        json!({ "events": [{ "type": "user.message", "content": [{ "type": "text", "text": text }] }] });
    client.post(format!("/sessions/{session}/events")).json(&message).await.map(drop)
}

/// Waits for something, but not for ever.
///
/// # Panics
/// When it hangs.
pub async fn in_time<F: IntoFuture>(what: &str, work: F) -> F::Output {
    tokio::time::timeout(HUNG, work).await.unwrap_or_else(|_| panic!("{what} hung"))
}

/// Waits for something the emulator sees; the server's view of a connection lags behind the client's.
pub async fn until(what: &str, mut seen: impl FnMut() -> bool) {
    in_time(what, async {
        while !seen() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}
