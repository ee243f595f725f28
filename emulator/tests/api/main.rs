//! The rules of the service, one by one, over a plain socket.

mod agents;
mod basics;
mod binary;
mod deployments;
mod environments;
mod events;
mod faults;
mod files;
mod memory;
mod robustness;
mod sessions;
mod skills;
mod streams;
mod support;
mod turns;
mod vaults;
