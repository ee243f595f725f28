//! The operations, one file per resource; a handler holds only what a shape cannot say.

pub(crate) mod agents;
pub(crate) mod auth;
pub(crate) mod deployments;
pub(crate) mod dreams;
pub(crate) mod environments;
pub(crate) mod events;
pub(crate) mod files;
pub(crate) mod memories;
pub(crate) mod memory_stores;
pub(crate) mod models;
pub(crate) mod references;
pub(crate) mod session_resources;
pub(crate) mod sessions;
pub(crate) mod skills;
pub(crate) mod threads;
pub(crate) mod vaults;
pub(crate) mod work;

use http::StatusCode;

use crate::call::Call;
use crate::reply::{Failure, Outcome};
use crate::state::State;

/// What runs an operation.
pub(crate) type Handler = fn(&mut State, &mut Call<'_>) -> Outcome;

/// The handler of an operation; one that is described but not built says so.
pub(crate) fn handler(operation: &str) -> Handler {
    let resource = operation.split_once('.').map_or(operation, |(resource, _)| resource);
    let tables = match resource {
        "agents" => agents::HANDLERS,
        "auth" => auth::HANDLERS,
        "deployments" | "deployment_runs" => deployments::HANDLERS,
        "dreams" => dreams::HANDLERS,
        "environments" if operation.starts_with("environments.work.") => work::HANDLERS,
        "environments" => environments::HANDLERS,
        "files" => files::HANDLERS,
        "memory_stores" => memory_stores::HANDLERS,
        "models" => models::HANDLERS,
        "sessions" if operation.starts_with("sessions.resources.") => session_resources::HANDLERS,
        "sessions" if operation.starts_with("sessions.events.") => events::HANDLERS,
        "sessions" if operation.starts_with("sessions.threads.") => threads::HANDLERS,
        "sessions" => sessions::HANDLERS,
        "skills" => skills::HANDLERS,
        "vaults" => vaults::HANDLERS,
        _ => &[],
    };
    tables.iter().find(|(id, _)| *id == operation).map_or(unknown, |(_, handler)| *handler)
}

#[cfg(test)]
pub(crate) fn is_known(operation: &str) -> bool {
    !std::ptr::fn_addr_eq(handler(operation), unknown as Handler)
}

fn unknown(_: &mut State, call: &mut Call<'_>) -> Outcome {
    let message = format!("{} is not emulated.", call.operation.id);
    Err(Failure::new(StatusCode::NOT_IMPLEMENTED, "feature_not_available", message))
}
