//! Event streams, from bytes to typed events: [`sse`] cuts [`frame`]s, [`connection`] says what they mean, [`resume`] lets
//! them outlive their connections and [`sieve`] lets each thing through once; callers read [`events`].

pub(crate) mod connection;
pub(crate) mod events;
pub(crate) mod frame;
pub(crate) mod head;
pub(crate) mod messages;
pub(crate) mod resume;
pub(crate) mod sieve;
pub(crate) mod sse;
pub(crate) mod typed;

pub use events::{Batch, Events};
pub use frame::EventFrame;
pub use typed::EventStream;
