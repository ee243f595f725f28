//! The thread that drives the runtime while nobody who waits does.
//!
//! While one thread after the other waits for calls and nothing else is going on, it stands by, as handing the runtime
//! to and fro would cost more than the calls. It comes back for the first piece of work that nobody waits for, or when
//! nobody has waited for a moment, so idle connections are attended to.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::Notify;

/// So long the runtime may be left alone.
const MOMENT: Duration = Duration::from_millis(20);

/// After so many waits without a guest it is asked to stand by: where waits and guests take turns, it had better stay.
const ALONE: usize = 8;

pub(super) struct Keeper {
    thread: OnceLock<Thread>,
    standing_by: AtomicBool,
    relieved: Notify,
    guests: AtomicUsize,
    /// Waits so far.
    waits: AtomicUsize,
    /// `waits` when the last guest came.
    visited: AtomicUsize,
}

impl Default for Keeper {
    fn default() -> Self {
        Keeper {
            thread: OnceLock::new(),
            standing_by: AtomicBool::new(false),
            relieved: Notify::new(),
            guests: AtomicUsize::new(0),
            waits: AtomicUsize::new(ALONE),
            visited: AtomicUsize::new(0),
        }
    }
}

/// Work that nobody waits for.
pub(crate) struct Guest(&'static Keeper);

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.guests.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Keeper {
    /// The thread.
    pub(super) fn keep(&self, runtime: &Runtime) {
        // Set once, as there is one thread.
        let _ = self.thread.set(thread::current());
        loop {
            runtime.block_on(self.relieved.notified());
            self.stand_by();
        }
    }

    fn stand_by(&self) {
        self.standing_by.store(true, Ordering::SeqCst);
        loop {
            let waits = self.waits.load(Ordering::Relaxed);
            if self.guests.load(Ordering::SeqCst) > 0 {
                break;
            }
            thread::park_timeout(MOMENT);
            if self.waits.load(Ordering::Relaxed) == waits {
                break;
            }
        }
        self.standing_by.store(false, Ordering::SeqCst);
    }

    /// Lets a guest in, and comes back for it.
    pub(super) fn admit(&'static self) -> Guest {
        self.guests.fetch_add(1, Ordering::SeqCst);
        self.visited.store(self.waits.load(Ordering::Relaxed), Ordering::Relaxed);
        if self.standing_by.load(Ordering::SeqCst)
            && let Some(thread) = self.thread.get()
        {
            thread.unpark();
        }
        Guest(self)
    }

    /// Somebody begins to wait: as a guest if there are others, else to drive the runtime.
    pub(super) fn relieve(&'static self) -> Option<Guest> {
        if self.guests.load(Ordering::SeqCst) > 0 {
            return Some(self.admit());
        }
        let waits = self.waits.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        let alone = waits.wrapping_sub(self.visited.load(Ordering::Relaxed)) >= ALONE;
        if alone && !self.standing_by.load(Ordering::SeqCst) {
            self.relieved.notify_one();
        }
        None
    }
}
