// Generated from spec/ by codegen; edit the spec instead.

//! The resources of the API, and the calls behind their methods.

use crate::client::Client;

pub mod agents;
pub mod auth;
pub mod deployment_runs;
pub mod deployments;
pub mod dreams;
pub mod environments;
pub mod files;
pub mod memory_stores;
pub mod models;
pub mod sessions;
pub mod skills;
pub mod vaults;

impl Client {
    /// Reusable definitions of what an agent is and may do.
    pub fn agents(&self) -> agents::Agents {
        agents::Agents::new(self)
    }

    /// Models that agents can run on.
    pub fn models(&self) -> models::Models {
        models::Models::new(self)
    }

    /// Sandboxes that sessions run in.
    pub fn environments(&self) -> environments::Environments {
        environments::Environments::new(self)
    }

    /// Running conversations between you and an agent.
    pub fn sessions(&self) -> sessions::Sessions {
        sessions::Sessions::new(self)
    }

    /// Uploaded files and delivered artifacts.
    pub fn files(&self) -> files::Files {
        files::Files::new(self)
    }

    /// Containers of credentials.
    pub fn vaults(&self) -> vaults::Vaults {
        vaults::Vaults::new(self)
    }

    /// Reusable instructions that agents load on demand.
    pub fn skills(&self) -> skills::Skills {
        skills::Skills::new(self)
    }

    /// Long-term memory shared between sessions.
    pub fn memory_stores(&self) -> memory_stores::MemoryStores {
        memory_stores::MemoryStores::new(self)
    }

    /// Scheduled or on-demand runs of an agent.
    pub fn deployments(&self) -> deployments::Deployments {
        deployments::Deployments::new(self)
    }

    /// Runs across all deployments.
    pub fn deployment_runs(&self) -> deployment_runs::DeploymentRuns {
        deployment_runs::DeploymentRuns::new(self)
    }

    /// Background consolidation of memories.
    pub fn dreams(&self) -> dreams::Dreams {
        dreams::Dreams::new(self)
    }

    /// Exchange of Service Account keys for access tokens.
    pub fn auth(&self) -> auth::Auth {
        auth::Auth::new(self)
    }
}
