//! What a fork does to a runtime.
//!
//! A forked child has the parent's memory but none of its threads, so a runtime, a connection pool or a lock
//! from before the fork is useless there. The child hook only counts; everything that cannot live through a
//! fork remembers the generation it was made in and is made anew in the next one.

use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::SHARED;

static GENERATION: AtomicU64 = AtomicU64::new(0);

/// How many forks lie between the first process and this one, as far as this library has seen.
pub fn generation() -> u64 {
    watch();
    GENERATION.load(Ordering::Acquire)
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

#[cfg(unix)]
pub(super) fn watch() {
    static WATCHING: AtomicBool = AtomicBool::new(false);

    extern "C" fn in_child() {
        // Only atomics: anything else could deadlock in the child. The old runtime is leaked on purpose, since
        // dropping it would join threads that do not exist here.
        SHARED.store(ptr::null_mut(), Ordering::Release);
        GENERATION.fetch_add(1, Ordering::AcqRel);
    }

    if !WATCHING.load(Ordering::Acquire) && !WATCHING.swap(true, Ordering::AcqRel) {
        // SAFETY: `in_child` is async-signal-safe and lives as long as the program.
        unsafe { libc::pthread_atfork(None, None, Some(in_child)) };
    }
}

#[cfg(not(unix))]
pub(super) fn watch() {}
