//! The same client for programs without an asynchronous runtime.

use std::future::IntoFuture;
use std::ops::Deref;

use crate::error::Result;
use crate::runtime;

/// A client whose calls end in [`wait`](Wait::wait) instead of `.await`.
#[derive(Debug, Clone)]
pub struct Client(crate::Client);

impl Client {
    /// A client configured by the environment alone.
    ///
    /// # Errors
    /// As [`Client::new`](crate::Client::new).
    pub fn new() -> Result<Self> {
        crate::Client::new().map(Client)
    }
}

impl From<crate::Client> for Client {
    fn from(client: crate::Client) -> Self {
        Client(client)
    }
}

impl Deref for Client {
    type Target = crate::Client;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// Waits for a call on the shared runtime.
pub trait Wait<T>: Sized {
    /// Blocks until the call has ended.
    ///
    /// # Errors
    /// Those of the call; and inside a tokio runtime, where blocking would stall it.
    fn wait(self) -> Result<T>;
}

impl<C, T> Wait<T> for C
where
    C: IntoFuture<Output = Result<T>>,
{
    fn wait(self) -> Result<T> {
        runtime::block_on(self.into_future())?
    }
}
