//! The native half of the Node package: it converts arguments, lets the core work, and hands over what came of it.
//!
//! JavaScript reaches it through one file, `ts/native.ts`. Nothing here knows what a status means.

mod bridge;
mod call;
mod client;
mod emulator;
mod form;
mod list;
mod log;
mod outcome;
mod procedure;
mod progress;
mod pump;
mod source;
mod stream;

/// What one thread makes, another drops: each call's arguments and its answer. The system's allocator takes a lock then.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
