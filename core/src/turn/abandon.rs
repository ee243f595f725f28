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

/// What is still to be done for what was given up is done within so long, or not at all.
const PARTING: Duration = Duration::from_secs(10);

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

/// A call on its way that is not to be lost: dropped, it is awaited all the same, in parting, for a while.
pub(super) struct Unbroken<T: 'static> {
    call: Option<BoxFuture<'static, Result<T>>>,
    left: Option<Left>,
}

/// Where a call that was dropped is awaited, and what follows if it succeeds.
struct Left {
    dialogue: Dialogue,
    runtime: Bound<Handle>,
    then: BoxFuture<'static, ()>,
}

impl<T: 'static> Unbroken<T> {
    pub(super) fn new(call: impl Future<Output = Result<T>> + Send + 'static, dialogue: &Dialogue) -> Self {
        let runtime = Handle::try_current().ok().map(Bound::new);
        let left = |runtime| Left { dialogue: dialogue.clone(), runtime, then: Box::pin(async {}) };
        Unbroken { call: Some(Box::pin(call)), left: runtime.map(left) }
    }

    /// A prompt: what it has begun is cancelled, if that is wanted.
    pub(super) fn prompt(
        post: impl Future<Output = Result<T>> + Send + 'static,
        abandoned: Option<Abandoned>,
    ) -> Self {
        let left = abandoned.and_then(|mut abandoned| {
            let (dialogue, runtime) = (abandoned.dialogue.clone(), abandoned.runtime.take()?);
            let then = async move {
                cancel(&abandoned.client, &abandoned.session_id).await;
            };
            Some(Left { dialogue, runtime, then: Box::pin(then) })
        });
        Unbroken { call: Some(Box::pin(post)), left }
    }
}

impl<T: 'static> Future for Unbroken<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(call) = &mut self.call else { return Poll::Pending };
        let done = ready!(call.as_mut().poll(cx));
        self.call = None;
        Poll::Ready(done)
    }
}

impl<T: 'static> Drop for Unbroken<T> {
    fn drop(&mut self) {
        if let (Some(call), Some(Left { dialogue, runtime, then })) = (self.call.take(), self.left.take()) {
            dialogue.part(runtime, async move {
                if timeout(PARTING, call).await.is_ok_and(|done| done.is_ok()) {
                    then.await;
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
    matches!(timeout(PARTING, send::cancel(client, session_id)).await, Ok(Ok(())))
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use tokio::time::Instant;

    use super::*;
    use crate::procedure::Procedure;

    #[tokio::test(start_paused = true)]
    async fn a_call_that_hangs_holds_up_a_parting_for_a_while_only() {
        let mut procedure = Procedure::new(|dialogue| async move {
            let call = Unbroken::<()>::new(pending(), &dialogue);
            dialogue.item(&1).await?;
            call.await?;
            Ok("0".into())
        });
        procedure.next().await;
        let begun = Instant::now();
        let closed = timeout(10 * PARTING, procedure.close()).await;
        assert_eq!((closed, begun.elapsed().as_secs()), (Ok(()), PARTING.as_secs()));
    }
}
