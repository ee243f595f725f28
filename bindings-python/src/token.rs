//! Token providers written in Python. The core asks from a runtime thread; the question travels to the thread
//! that waits for the call, or to its event loop, and the answer comes back.

use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use qoder_cloud::{BoxError, TokenFuture, TokenProvider};
use tokio::sync::{Notify, oneshot};

use crate::completions::Queue;

/// A Python callable that takes a [`Reply`] and answers it, now or later.
pub type Provider = Option<Py<PyAny>>;

tokio::task_local! {
    /// Where the running call leaves its questions.
    static MAILBOX: Arc<Mailbox>;
}

/// Where the questions of one call go.
#[derive(Default)]
pub struct Mailbox {
    waiting: Mutex<Option<Reply>>,
    arrived: Notify,
    event_loop: Option<(Arc<Queue>, u64)>,
}

impl Mailbox {
    /// Questions of the call with this ticket go to its loop.
    pub fn of_loop(queue: Arc<Queue>, ticket: u64) -> Self {
        Mailbox { event_loop: Some((queue, ticket)), ..Mailbox::default() }
    }

    fn post(&self, reply: Reply) {
        match &self.event_loop {
            Some((queue, ticket)) => queue.ask(*ticket, reply),
            None => {
                *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(reply);
                self.arrived.notify_one();
            }
        }
    }

    /// The next question for the waiting thread.
    pub async fn question(&self) -> Reply {
        loop {
            if let Some(reply) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take() {
                return reply;
            }
            self.arrived.notified().await;
        }
    }
}

/// Runs `work` so that its questions reach `mailbox`.
pub async fn asking<F: Future>(mailbox: Option<Arc<Mailbox>>, work: F) -> F::Output {
    match mailbox {
        Some(mailbox) => MAILBOX.scope(mailbox, work).await,
        None => work.await,
    }
}

/// Another reference to the provider.
pub fn share(py: Python<'_>, provider: &Provider) -> Provider {
    provider.as_ref().map(|provider| provider.clone_ref(py))
}

/// Puts the question to the provider.
pub fn ask(py: Python<'_>, provider: &Provider, reply: Reply) -> PyResult<()> {
    if let Some(provider) = provider {
        provider.call1(py, (reply,))?;
    }
    Ok(())
}

/// The core's side of a provider.
pub struct Asking;

impl TokenProvider for Asking {
    fn token(&self) -> TokenFuture<'_> {
        Box::pin(async {
            let (answer, answered) = oneshot::channel();
            MAILBOX
                .try_with(|mailbox| mailbox.post(Reply(Mutex::new(Some(answer)))))
                .map_err(|_| BoxError::from("the call that needs a token is not waiting for anything"))?;
            let token = answered.await.map_err(|_| BoxError::from("it gave no answer"))?;
            token.map(Into::into).map_err(BoxError::from)
        })
    }
}

/// Takes the answer to one question.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Reply(Mutex<Option<oneshot::Sender<Result<String, String>>>>);

#[pymethods]
impl Reply {
    /// Here is the token.
    fn token(&self, token: String) {
        self.send(Ok(token));
    }

    /// There is none, and why.
    fn failed(&self, reason: String) {
        self.send(Err(reason));
    }
}

impl Reply {
    fn send(&self, answer: Result<String, String>) {
        let sender = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A cancelled call listens no more.
        let _ = sender.map(|sender| sender.send(answer));
    }
}
