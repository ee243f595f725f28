//! Moments for those who wait and have to look at other things now and then.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::sync::futures::Notified;
use tokio::time::{sleep, timeout};

const TICK: Duration = Duration::from_millis(50);

/// A timer that is due before all others interrupts whoever waits for sockets when it is set. The limits of calls are due
/// later than this one, and interrupt nobody.
const IDLE: Duration = Duration::from_secs(5);

/// One clock for all, which goes only while somebody looks at it.
#[derive(Default)]
pub(super) struct Ticks {
    /// Whether somebody has asked for a tick since the last one.
    wanted: AtomicBool,
    going: AtomicBool,
    go: Notify,
    tick: Notify,
}

impl Ticks {
    pub(super) async fn run(self: Arc<Self>) {
        loop {
            if self.wanted.swap(false, Ordering::SeqCst) {
                sleep(TICK).await;
                self.tick.notify_waiters();
                continue;
            }
            self.going.store(false, Ordering::SeqCst);
            // Whoever asks from now on sees that nothing goes; whoever has asked meanwhile is seen here.
            if !self.wanted.load(Ordering::SeqCst) {
                let _ = timeout(IDLE, self.go.notified()).await;
            }
            self.going.store(true, Ordering::SeqCst);
        }
    }

    /// The next tick, within 50 ms.
    pub(super) fn next(&self) -> Notified<'_> {
        // Made first, so that no tick falls between asking and listening.
        let tick = self.tick.notified();
        self.wanted.store(true, Ordering::SeqCst);
        if !self.going.load(Ordering::SeqCst) {
            self.go.notify_one();
        }
        tick
    }
}
