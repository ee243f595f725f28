//! Turns that are given up, and are to be cancelled on the server then.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::future::BoxFuture;
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::send;
use crate::client::Client;
use crate::error::Result;
use crate::procedure::Dialogue;
use crate::runtime::Bound;

/// A turn that is given up is cancelled within so long, or not at all.
const CANCELLING: Duration = Duration::from_secs(10);

/// A turn that nobody may be following any more: dropped while armed, it is cancelled on the server.
pub(super) struct Abandoned {
    client: Client,
    session_id: String,
    dialogue: Dialogue,
    runtime: Option<Bound<Handle>>,
}

impl Abandoned {
    pub(super) fn new(client: &Client, session_id: &str, dialogue: &Dialogue) -> Self {
        Abandoned {
            client: client.clone(),
            session_id: session_id.to_owned(),
            dialogue: dialogue.clone(),
            runtime: Handle::try_current().ok().map(Bound::new),
        }
    }

    /// It has ended by itself.
    pub(super) fn disarm(mut self) {
        self.runtime = None;
    }

    pub(super) async fn cancel(self) -> bool {
        let cancelled = cancel(&self.client, &self.session_id).await;
        self.disarm();
        cancelled
    }
}

/// A prompt on its way: dropped, it is awaited all the same, and what it began is cancelled.
pub(super) struct Sending {
    post: Option<BoxFuture<'static, Result<Vec<String>>>>,
    abandoned: Option<Abandoned>,
}

impl Sending {
    pub(super) fn new(
        post: impl Future<Output = Result<Vec<String>>> + Send + 'static,
        abandoned: Option<Abandoned>,
    ) -> Self {
        Sending { post: Some(Box::pin(post)), abandoned }
    }
}

impl Future for Sending {
    type Output = Result<Vec<String>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(post) = &mut self.post else { return Poll::Pending };
        let sent = ready!(post.as_mut().poll(cx));
        self.post = None;
        Poll::Ready(sent)
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let Some(mut abandoned) = self.abandoned.take() else { return };
        if let (Some(runtime), Some(post)) = (abandoned.runtime.take(), self.post.take()) {
            let dialogue = abandoned.dialogue.clone();
            dialogue.part(runtime, async move {
                if post.await.is_ok() {
                    cancel(&abandoned.client, &abandoned.session_id).await;
                }
            });
        }
    }
}

impl Drop for Abandoned {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            let (client, session_id) = (self.client.clone(), std::mem::take(&mut self.session_id));
            self.dialogue.part(runtime, async move {
                cancel(&client, &session_id).await;
            });
        }
    }
}

async fn cancel(client: &Client, session_id: &str) -> bool {
    matches!(timeout(CANCELLING, send::cancel(client, session_id)).await, Ok(Ok(())))
}
