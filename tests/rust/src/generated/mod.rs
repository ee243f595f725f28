//! What codegen writes.

pub mod dispatch;
