//! Reads an event stream ahead of its reader, by one batch: an event that arrives wakes the reader and nobody else,
//! and a reader that is cancelled while it waits loses nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use qoder_cloud::{Batch, Error, ErrorInfo, Events};
use tokio::sync::Notify;

use crate::completions::Waiter;

/// What comes next, once it is there.
pub enum Next {
    /// Events.
    Batch(Batch),
    /// An error, after which there is nothing more.
    Failed(Box<ErrorInfo>),
    /// Nothing more.
    End,
}

/// The place between the task that reads the stream and the loop that takes from it.
#[derive(Default)]
pub struct Pump {
    state: Mutex<State>,
    taken: Notify,
}

#[derive(Default)]
struct State {
    next: Option<Next>,
    waiter: Option<Waiter>,
}

impl Pump {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what is there, which lets the task read on.
    pub fn take(&self) -> Option<Next> {
        let mut state = self.state();
        let next = state.next.take()?;
        if matches!(next, Next::Batch(_)) {
            self.taken.notify_one();
        } else {
            state.next = Some(Next::End);
        }
        Some(next)
    }

    /// Wakes `waiter` when there is something to take.
    pub fn wait(&self, waiter: Waiter) {
        let mut state = self.state();
        if state.next.is_some() {
            drop(state);
            waiter.wake();
        } else {
            state.waiter = Some(waiter);
        }
    }

    /// Ends the stream for whoever reads it.
    pub fn close(&self) {
        self.put(Next::End);
    }

    /// Ends the stream with an error.
    pub fn fail(&self, info: ErrorInfo) {
        self.put(Next::Failed(Box::new(info)));
    }

    fn put(&self, next: Next) {
        let mut state = self.state();
        state.next = Some(next);
        let waiter = state.waiter.take();
        drop(state);
        if let Some(waiter) = waiter {
            waiter.wake();
        }
    }

    /// Reads the stream to its end, never more than one batch ahead.
    pub async fn run(self: Arc<Self>, mut events: Events) -> Result<(), Error> {
        loop {
            let next = match events.next_batch(Events::MAX_BATCH).await {
                Some(Ok(batch)) => Next::Batch(batch),
                Some(Err(error)) => Next::Failed(Box::new(error.info())),
                None => Next::End,
            };
            let more = matches!(next, Next::Batch(_));
            self.put(next);
            if !more {
                return Ok(());
            }
            self.taken.notified().await;
        }
    }
}
