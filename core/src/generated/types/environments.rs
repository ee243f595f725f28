// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/environments.yaml`.

use std::collections::BTreeMap;

use crate::model::{Timestamp, object, strings, tagged};

object! {
    /// Sandbox run by the platform.
    pub struct CloudConfig tag "type" = "cloud" {
        /// Egress policy. Set it: when omitted it becomes `limited`, which blocks package managers and MCP.
        may networking: Networking = "networking",
        /// Packages installed while the sandbox is prepared.
        may packages: Packages = "packages",
        /// Bash login-shell script run after package installation at every provisioning; a non-zero exit
        /// aborts session start. Make it repeatable.
        may setup_script: String = "setup_script",
    }
}

impl CloudConfig {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Egress policy. Set it: when omitted it becomes `limited`, which blocks package managers and MCP.
    pub fn networking(mut self, networking: impl Into<Networking>) -> Self {
        self.networking = Some(networking.into());
        self
    }

    /// Packages installed while the sandbox is prepared.
    pub fn packages(mut self, packages: impl Into<Packages>) -> Self {
        self.packages = Some(packages.into());
        self
    }

    /// Bash login-shell script run after package installation at every provisioning; a non-zero exit aborts
    /// session start. Make it repeatable.
    pub fn setup_script(mut self, setup_script: impl Into<String>) -> Self {
        self.setup_script = Some(setup_script.into());
        self
    }
}

object! {
    /// Marker of a deleted environment.
    pub struct DeletedEnvironment {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Sandbox definition.
    pub struct Environment tag "type" = "environment" {
        /// Environment ID, prefix `env_`.
        need id: String = "id",
        /// Display name.
        need name: String = "name",
        /// Free text describing the object.
        may description: String = "description",
        /// How the sandbox is built.
        may config: EnvironmentConfig = "config",
        /// Who may use it.
        may scope: EnvironmentScope = "scope",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

tagged! {
    /// Sandbox configuration.
    pub enum EnvironmentConfig by "type" {
        /// Sandbox run by the platform.
        Cloud(CloudConfig) = "cloud",
        /// Sandbox run by the customer's own workers. Sessions on it accept neither resources nor environment
        /// variables.
        SelfHosted(SelfHostedConfig) = "self_hosted",
    }
}

object! {
    /// New environment.
    pub struct EnvironmentCreateParams {
        /// Display name.
        need name: String = "name",
        /// Free text describing the object.
        set description: String = "description",
        /// Omit for a default cloud sandbox; null or {} is refused.
        may config: EnvironmentConfig = "config",
        /// Who may use it.
        may scope: EnvironmentScope = "scope",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

object! {
    /// Partial change of an environment.
    pub struct EnvironmentUpdateParams {
        /// Display name.
        set name: String = "name",
        /// Free text describing the object.
        set description: String = "description",
        /// Replaces the stored configuration.
        may config: EnvironmentConfig = "config",
        /// Who may use it.
        may scope: EnvironmentScope = "scope",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Only listed egress allowed.
    pub struct LimitedNetwork tag "type" = "limited" {
        /// Hosts that may be reached.
        may allowed_hosts: Vec<String> = "allowed_hosts",
        /// Also allow the agent's MCP servers.
        may allow_mcp_servers: bool = "allow_mcp_servers",
        /// Also allow package managers.
        may allow_package_managers: bool = "allow_package_managers",
    }
}

impl LimitedNetwork {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Hosts that may be reached.
    pub fn allowed_hosts(mut self, allowed_hosts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.allowed_hosts = Some(allowed_hosts.into_iter().map(Into::into).collect());
        self
    }

    /// Also allow the agent's MCP servers.
    pub fn allow_mcp_servers(mut self, allow_mcp_servers: bool) -> Self {
        self.allow_mcp_servers = Some(allow_mcp_servers);
        self
    }

    /// Also allow package managers.
    pub fn allow_package_managers(mut self, allow_package_managers: bool) -> Self {
        self.allow_package_managers = Some(allow_package_managers);
        self
    }
}

tagged! {
    /// Egress policy of a cloud sandbox.
    pub enum Networking by "type" {
        /// All egress allowed.
        Unrestricted(UnrestrictedNetwork) = "unrestricted",
        /// Only listed egress allowed.
        Limited(LimitedNetwork) = "limited",
    }
}

object! {
    /// Package specs per package manager.
    pub struct Packages tag "type" = "packages" {
        /// Debian packages.
        may apt: Vec<String> = "apt",
        /// Rust crates.
        may cargo: Vec<String> = "cargo",
        /// Ruby gems.
        may gem: Vec<String> = "gem",
        /// Go modules.
        may go: Vec<String> = "go",
        /// npm packages, for example `typescript@5.0.0`.
        may npm: Vec<String> = "npm",
        /// Python packages.
        may pip: Vec<String> = "pip",
    }
}

impl Packages {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Debian packages.
    pub fn apt(mut self, apt: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.apt = Some(apt.into_iter().map(Into::into).collect());
        self
    }

    /// Rust crates.
    pub fn cargo(mut self, cargo: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.cargo = Some(cargo.into_iter().map(Into::into).collect());
        self
    }

    /// Ruby gems.
    pub fn gem(mut self, gem: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.gem = Some(gem.into_iter().map(Into::into).collect());
        self
    }

    /// Go modules.
    pub fn go(mut self, go: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.go = Some(go.into_iter().map(Into::into).collect());
        self
    }

    /// npm packages, for example `typescript@5.0.0`.
    pub fn npm(mut self, npm: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.npm = Some(npm.into_iter().map(Into::into).collect());
        self
    }

    /// Python packages.
    pub fn pip(mut self, pip: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.pip = Some(pip.into_iter().map(Into::into).collect());
        self
    }
}

object! {
    /// Sandbox run by the customer's own workers. Sessions on it accept neither resources nor environment
    /// variables.
    pub struct SelfHostedConfig tag "type" = "self_hosted" {
        /// Script for the worker.
        may setup_script: String = "setup_script",
    }
}

impl SelfHostedConfig {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Script for the worker.
    pub fn setup_script(mut self, setup_script: impl Into<String>) -> Self {
        self.setup_script = Some(setup_script.into());
        self
    }
}

object! {
    /// All egress allowed.
    pub struct UnrestrictedNetwork tag "type" = "unrestricted" {
    }
}

impl UnrestrictedNetwork {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

strings! {
    /// Who may use an environment.
    pub enum EnvironmentScope {
        Organization = "organization",
        Account = "account",
    }
}
