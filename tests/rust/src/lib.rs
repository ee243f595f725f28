//! The runner of `tests/scenarios` for Rust: loads scenarios, plays them through the typed API against an emulator of
//! their own, and compares answers and requests with what they say.

pub mod args;
pub mod client;
pub mod expected;
#[rustfmt::skip]
pub mod generated;
pub mod helpers;
pub mod host;
pub mod matching;
pub mod player;
pub mod reference;
pub mod scenario;
pub mod scene;
pub mod sent;
pub mod shapes;
pub mod transcript;
