// Generated from spec/ by codegen; edit the spec instead.

//! Everything the API sends and receives.

mod agents;
mod auth;
mod common;
mod content;
mod deployments;
mod dreams;
mod environments;
mod events;
mod files;
mod memory_stores;
mod models;
mod sessions;
mod skills;
mod threads;
mod turns;
mod vaults;
mod work;

pub use agents::*;
pub use auth::*;
pub use common::*;
pub use content::*;
pub use deployments::*;
pub use dreams::*;
pub use environments::*;
pub use events::*;
pub use files::*;
pub use memory_stores::*;
pub use models::*;
pub use sessions::*;
pub use skills::*;
pub use threads::*;
pub use turns::*;
pub use vaults::*;
pub use work::*;
