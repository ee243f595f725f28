//! The same client for programs without an asynchronous runtime.
//!
//! ```no_run
//! use qoder_cloud::blocking::{Client, Wait};
//!
//! # fn run() -> qoder_cloud::Result<()> {
//! let client = Client::new()?;
//! let models = client.get("/models").wait()?;
//! for agent in client.get("/agents").pages::<serde_json::Value>().items().wait_iter() {
//!     println!("{}", agent?["name"]);
//! }
//! # Ok(()) }
//! ```

use std::future::{IntoFuture, poll_fn};
use std::ops::Deref;
use std::pin::Pin;

use futures_core::Stream;

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

/// Waits for asynchronous things on the shared runtime.
pub trait Wait: Sized {
    /// Blocks until the call has ended.
    ///
    /// # Errors
    /// Those of the call; and inside a tokio runtime, which blocking would stall.
    fn wait<T>(self) -> Result<T>
    where
        Self: IntoFuture<Output = Result<T>>,
    {
        runtime::block_on(self.into_future())?
    }

    /// An iterator over a list or a stream of events; each step blocks.
    fn wait_iter<T>(self) -> Iter<Self>
    where
        Self: Stream<Item = Result<T>> + Unpin,
    {
        Iter(Some(self))
    }
}

impl<A> Wait for A {}

/// Made by [`Wait::wait_iter`].
pub struct Iter<S>(Option<S>);

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Iter<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Self::Item> {
        let stream = self.0.as_mut()?;
        let next = runtime::block_on(poll_fn(|cx| Pin::new(&mut *stream).poll_next(cx)));
        // A stream that cannot be waited for here would give the same error for ever.
        next.unwrap_or_else(|error| {
            self.0 = None;
            Some(Err(error))
        })
    }
}
