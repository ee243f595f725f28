//! The host of Rust programs: it answers the questions of a procedure by closures.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use crate::error::{Error, Result};
use crate::procedure::{Answer, Procedure, Question, Step};

/// A future that may go anywhere.
pub(super) type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What answers questions.
pub(super) type Handler = Arc<dyn Fn(Question) -> Boxed<Answer> + Send + Sync>;

/// A procedure whose questions are answered.
pub(super) struct Host {
    procedure: Procedure,
    handler: Handler,
    running: FuturesUnordered<Boxed<(u64, Answer)>>,
}

impl Host {
    pub(super) fn new(procedure: Procedure, handler: Handler) -> Self {
        Host { procedure, handler, running: FuturesUnordered::new() }
    }

    /// The next step that is no question.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Step>>> {
        loop {
            while let Poll::Ready(Some((id, answer))) = self.running.poll_next_unpin(cx) {
                self.procedure.answers().give(id, answer);
            }
            match ready!(self.procedure.poll(cx)) {
                Some(Ok(Step::Question(question))) => {
                    let id = question.id;
                    let answer = (self.handler)(question);
                    self.running.push(Box::pin(async move { (id, answer.await) }));
                }
                step => return Poll::Ready(step),
            }
        }
    }

    /// Runs to the end; items and events are passed over.
    pub(super) async fn finish(mut self) -> Result<Bytes> {
        loop {
            match poll_fn(|cx| self.poll(cx)).await {
                Some(Ok(Step::Done(json))) => return Ok(json),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Err(Error::internal("a procedure ended without an end")),
            }
        }
    }
}

/// Answers that there is nobody to ask.
pub(super) fn nobody() -> Handler {
    Arc::new(|_| Box::pin(async { Err("nobody answers".to_owned()) }))
}
