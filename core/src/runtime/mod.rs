//! The one tokio runtime of a process whose host has none.
//!
//! It has a single thread's worth of work at a time, and whoever waits does that work: a thread that blocks on a call
//! polls the sockets itself and is woken by nobody. What nobody waits for is done by a keeper, a thread of its own.

mod fork;
mod keeper;
mod ticks;

use std::future::Future;
use std::pin::{Pin, pin};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll};
use std::thread;

use futures_util::future::{Either, select};
use pin_project_lite::pin_project;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::{JoinHandle, yield_now};

pub(crate) use self::keeper::Guest;
use self::keeper::Keeper;
use self::ticks::Ticks;
use crate::error::{Error, Result};

pub(crate) use self::fork::Bound;
pub use self::fork::generation;

/// The runtime of this process; a forked child forgets it, as it has none of its threads.
static SHARED: AtomicPtr<Shared> = AtomicPtr::new(ptr::null_mut());

struct Shared {
    runtime: Runtime,
    keeper: Keeper,
    ticks: Arc<Ticks>,
}

/// The shared runtime, started on first use; for entering it. What is spawned by [`spawn`] is attended to at once, all
/// else within a moment.
///
/// # Errors
/// When the system refuses a thread.
pub fn handle() -> Result<&'static Handle> {
    Ok(shared()?.runtime.handle())
}

/// Does `work` on the shared runtime while nobody waits for it.
///
/// # Errors
/// When the runtime cannot be started.
pub fn spawn<F>(work: F) -> Result<JoinHandle<F::Output>>
where
    F: Future<Output: Send> + Send + 'static,
{
    let shared = shared()?;
    Ok(shared.runtime.spawn(Attended { work, _guest: shared.keeper.admit() }))
}

/// Has the shared runtime attended to while the guest lives, if it has been started: for what goes on between waits.
pub(crate) fn attend() -> Option<Guest> {
    let current = SHARED.load(Ordering::Acquire);
    // SAFETY: as in `shared`.
    (!current.is_null()).then(|| unsafe { &*current }.keeper.admit())
}

/// Runs a future to its end on the calling thread.
///
/// # Errors
/// Inside a tokio runtime, where blocking would deadlock or panic, and when the runtime cannot be started.
pub fn block_on<F: Future>(future: F) -> Result<F::Output> {
    outside()?;
    Ok(shared()?.drive(future))
}

/// As [`block_on`], but `None` within 50 ms if it takes longer, so that the thread can look at other things; the future
/// can be waited for again then.
///
/// # Errors
/// As [`block_on`].
pub fn block_a_moment<F: Future>(future: Pin<&mut F>) -> Result<Option<F::Output>> {
    outside()?;
    let shared = shared()?;
    let tick = pin!(shared.ticks.next());
    Ok(match shared.drive(select(future, tick)) {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    })
}

fn outside() -> Result<()> {
    match Handle::try_current() {
        Err(_) => Ok(()),
        Ok(_) => Err(Error::configuration(
            "a blocking call was made inside an asynchronous runtime; await the asynchronous client instead",
        )),
    }
}

fn shared() -> Result<&'static Shared> {
    fork::watch();
    let current = SHARED.load(Ordering::Acquire);
    let current = if current.is_null() { start()? } else { current };
    // SAFETY: the pointer came from `Arc::into_raw` in `start`, and that reference is never given back: neither here nor
    // by the hook in a forked child, which only forgets it.
    Ok(unsafe { &*current })
}

fn start() -> Result<*const Shared> {
    let refused = |cause| Error::internal("the runtime cannot be started").caused_by(cause);
    let runtime = Builder::new_current_thread().enable_all().build().map_err(refused)?;
    let ticks = Arc::new(Ticks::default());
    runtime.spawn(ticks.clone().run());
    let shared = Arc::new(Shared { runtime, keeper: Keeper::default(), ticks });
    let (choose, chosen) = mpsc::channel();
    let kept = shared.clone();
    thread::Builder::new()
        .name("qoder-cloud".to_owned())
        .spawn(move || {
            if chosen.recv().is_ok() {
                kept.keeper.keep(&kept.runtime);
            }
        })
        .map_err(refused)?;
    let fresh = Arc::into_raw(shared).cast_mut();
    match SHARED.compare_exchange(ptr::null_mut(), fresh, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => {
            // The thread cannot have ended before it is told.
            let _ = choose.send(());
            Ok(fresh)
        }
        Err(winner) => {
            // SAFETY: `fresh` lost the race and was seen by nobody else; this is the reference made above.
            drop(unsafe { Arc::from_raw(fresh) });
            Ok(winner)
        }
    }
}

impl Shared {
    fn drive<F: Future>(&'static self, future: F) -> F::Output {
        match self.keeper.relieve() {
            Some(_guest) => self.runtime.handle().block_on(future),
            None => self.runtime.block_on(async {
                // What has happened since the last time comes first: connections that are free again, or were closed.
                yield_now().await;
                future.await
            }),
        }
    }
}

pin_project! {
    /// Work on the runtime; the keeper attends to it for as long as it exists.
    struct Attended<F> {
        #[pin]
        work: F,
        _guest: Guest,
    }
}

impl<F: Future> Future for Attended<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.project().work.poll(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_outside_a_runtime_only() {
        assert_eq!(block_on(async { 7 }).unwrap(), 7);
        let refused =
            Builder::new_current_thread().build().unwrap().block_on(async { block_on(async { 7 }) });
        assert!(refused.unwrap_err().is_configuration());
    }

    #[test]
    fn a_moment_ends_with_the_future_or_by_itself() {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let mut receiver = pin!(receiver);
        assert_eq!(block_a_moment(receiver.as_mut()).unwrap(), None);
        drop(spawn(async move { sender.send(7) }).unwrap());
        while block_a_moment(receiver.as_mut()).unwrap() != Some(Ok(7)) {}
    }

    #[test]
    fn work_goes_on_while_nobody_waits_and_while_others_do() {
        let (sender, done) = mpsc::channel();
        for round in 0..100 {
            // With enough waits in a row the keeper stands by.
            for _ in 0..round {
                block_on(yield_now()).unwrap();
            }
            let sender = sender.clone();
            drop(spawn(async move { sender.send(tokio::spawn(async { 7 }).await.unwrap_or(0)) }).unwrap());
            assert_eq!(done.recv(), Ok(7));
        }
    }

    #[test]
    fn what_is_spawned_without_a_word_is_done_within_a_moment() {
        let (sender, done) = mpsc::channel();
        for _ in 0..20 {
            block_on(yield_now()).unwrap();
        }
        handle().unwrap().spawn(async move { sender.send(7) });
        assert_eq!(done.recv(), Ok(7));
    }

    #[test]
    fn many_threads_wait_at_once() {
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for n in 0..200 {
                        let task = spawn(async move { n }).unwrap();
                        assert_eq!(block_on(task).unwrap().unwrap(), n);
                    }
                });
            }
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_forked_child_gets_a_runtime_of_its_own() {
        assert_eq!(block_on(async { 1 }).unwrap(), 1);
        let before = generation();
        // SAFETY: the child only computes and leaves through `_exit`.
        match unsafe { libc::fork() } {
            0 => {
                let works = generation() == before + 1
                    && block_on(async { tokio::spawn(async { 2 }).await.unwrap_or(0) })
                        .is_ok_and(|two| two == 2);
                // SAFETY: ends the child without running the test harness's exit code.
                unsafe { libc::_exit(if works { 0 } else { 1 }) }
            }
            child => {
                let mut status = 0;
                // SAFETY: waits for the child made above.
                unsafe { libc::waitpid(child, &mut status, 0) };
                assert_eq!(status, 0);
            }
        }
        assert_eq!(generation(), before);
    }
}
