//! The one tokio runtime of a process whose host has none, and what a fork does to it.
//!
//! A forked child has the parent's memory but none of its threads, so a runtime, a connection pool or a lock
//! from before the fork is useless there. The child hook only counts; everything that cannot live through a
//! fork remembers the generation it was made in and is made anew in the next one.

use std::future::Future;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Handle, Runtime};

use crate::error::{Error, Result};

static RUNTIME: AtomicPtr<Runtime> = AtomicPtr::new(ptr::null_mut());
static GENERATION: AtomicU64 = AtomicU64::new(0);

/// How many forks lie between the first process and this one, as far as this library has seen.
pub fn generation() -> u64 {
    watch_forks();
    GENERATION.load(Ordering::Acquire)
}

/// The shared runtime, started on first use with one worker.
///
/// # Errors
/// When the system refuses a thread.
pub fn handle() -> Result<&'static Handle> {
    watch_forks();
    let current = RUNTIME.load(Ordering::Acquire);
    let current = if current.is_null() { start()? } else { current };
    // SAFETY: the pointer came from `Box::into_raw` in `start` and is never freed: neither here nor by the
    // child hook, which only forgets it.
    Ok(unsafe { &*current }.handle())
}

/// Runs a future to its end on the shared runtime.
///
/// # Errors
/// Inside a tokio runtime, where blocking would deadlock or panic, and when the runtime cannot be started.
pub fn block_on<F: Future>(future: F) -> Result<F::Output> {
    if Handle::try_current().is_ok() {
        return Err(Error::configuration(
            "a blocking call was made inside an asynchronous runtime; await the asynchronous client instead",
        ));
    }
    Ok(handle()?.block_on(future))
}

/// Waits for a future on the calling thread, no longer than `limit`; `None` if it is not done by then, and can be waited
/// for again. Unlike a timer of the runtime, the limit wakes no thread.
///
/// # Errors
/// When the runtime cannot be started.
pub fn wait<F: Future>(mut future: Pin<&mut F>, limit: Option<Duration>) -> Result<Option<F::Output>> {
    struct Parked {
        thread: Thread,
        woken: AtomicBool,
    }

    impl Wake for Parked {
        fn wake(self: Arc<Self>) {
            self.wake_by_ref();
        }

        fn wake_by_ref(self: &Arc<Self>) {
            self.woken.store(true, Ordering::Release);
            self.thread.unpark();
        }
    }

    let _runtime = handle()?.enter();
    let parked = Arc::new(Parked { thread: thread::current(), woken: AtomicBool::new(false) });
    let waker = Waker::from(parked.clone());
    let end = limit.and_then(|limit| Instant::now().checked_add(limit));
    loop {
        if let Poll::Ready(done) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Ok(Some(done));
        }
        while !parked.woken.swap(false, Ordering::Acquire) {
            match end.map(|end| end.saturating_duration_since(Instant::now())) {
                None => thread::park(),
                Some(Duration::ZERO) => return Ok(None),
                Some(left) => thread::park_timeout(left),
            }
        }
    }
}

/// Something that works only in the process that made it, such as a connection. A forked child forgets it:
/// dropping it there would wake tasks and take locks of a runtime that has no threads.
pub(crate) struct Bound<T> {
    generation: u64,
    value: ManuallyDrop<T>,
}

impl<T> Bound<T> {
    pub(crate) fn new(value: T) -> Self {
        Bound { generation: generation(), value: ManuallyDrop::new(value) }
    }

    /// Whether this is the process that made it.
    pub(crate) fn is_here(&self) -> bool {
        self.generation == generation()
    }
}

impl<T> Deref for Bound<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Bound<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> Drop for Bound<T> {
    fn drop(&mut self) {
        if self.is_here() {
            // SAFETY: dropped once, here; nothing can use it afterwards.
            unsafe { ManuallyDrop::drop(&mut self.value) };
        }
    }
}

fn start() -> Result<*mut Runtime> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("qoder-cloud")
        .enable_all()
        .build()
        .map_err(|cause| Error::internal("the runtime's thread cannot be started").caused_by(cause))?;
    runtime.spawn(clock());
    let fresh = Box::into_raw(Box::new(runtime));
    match RUNTIME.compare_exchange(ptr::null_mut(), fresh, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => Ok(fresh),
        Err(winner) => {
            // SAFETY: `fresh` lost the race, so nobody else has seen it; this is the box made above.
            unsafe { Box::from_raw(fresh) }.shutdown_background();
            Ok(winner)
        }
    }
}

/// A timer that is always set. One that is due before all others wakes the worker when it is set; the limits of calls are
/// due later than this, and wake nobody.
async fn clock() {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
}

#[cfg(unix)]
fn watch_forks() {
    static WATCHING: AtomicBool = AtomicBool::new(false);

    extern "C" fn in_child() {
        // Only atomics: anything else could deadlock in the child. The old runtime is leaked on purpose, since
        // dropping it would join threads that do not exist here.
        RUNTIME.store(ptr::null_mut(), Ordering::Release);
        GENERATION.fetch_add(1, Ordering::AcqRel);
    }

    if !WATCHING.load(Ordering::Acquire) && !WATCHING.swap(true, Ordering::AcqRel) {
        // SAFETY: `in_child` is async-signal-safe and lives as long as the program.
        unsafe { libc::pthread_atfork(None, None, Some(in_child)) };
    }
}

#[cfg(not(unix))]
fn watch_forks() {}

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
    fn a_wait_ends_with_the_future_or_at_its_limit() {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let mut receiver = std::pin::pin!(receiver);
        assert_eq!(wait(receiver.as_mut(), Some(Duration::from_millis(1))).unwrap(), None);
        handle().unwrap().spawn(async move { sender.send(7) });
        assert_eq!(wait(receiver, None).unwrap(), Some(Ok(7)));
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
