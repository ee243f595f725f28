// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/deployments.yaml`.

use std::collections::BTreeMap;

use crate::generated::types::{
    AgentParam, Budget, BudgetParams, EnvironmentVariables, SessionResource, SessionResourceParams,
    SystemMessageEventParams, UserDefineOutcomeEventParams, UserMessageEventParams,
};
use crate::model::{Timestamp, object, strings, tagged};

object! {
    /// Agent pinned to a concrete version.
    pub struct AgentReference tag "type" = "agent" {
        /// Agent ID.
        need id: String = "id",
        /// Pinned version.
        may version: i64 = "version",
    }
}

object! {
    /// Agent bound to an environment, first events and an optional schedule.
    pub struct Deployment tag "type" = "deployment" {
        /// Deployment ID, prefix `dep_`.
        need id: String = "id",
        /// Display name.
        need name: String = "name",
        /// Free text describing the object.
        may description: String = "description",
        /// Agent and version run.
        need agent: AgentReference = "agent",
        /// Environment ID, prefix `env_`.
        need environment_id: String = "environment_id",
        /// `KEY=VALUE` lines.
        may environment_variables: String = "environment_variables",
        /// Events delivered to every new session.
        need initial_events: Vec<InitialEvent> = "initial_events",
        /// Attachments of every new session, without credentials.
        need resources: Vec<SessionResource> = "resources",
        /// Vaults whose credentials the run may use.
        need vault_ids: Vec<String> = "vault_ids",
        /// Null for manual-only deployments.
        may schedule: Schedule = "schedule",
        /// Spending ceiling per session.
        may budget: Budget = "budget",
        /// Whether the schedule fires.
        need status: DeploymentStatus = "status",
        /// Set while paused.
        may paused_reason: PausedReason = "paused_reason",
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

object! {
    /// New deployment.
    pub struct DeploymentCreateParams {
        /// Display name.
        need name: String = "name",
        /// Agent ID, or a pinned version.
        need agent: AgentParam = "agent",
        /// Environment ID, prefix `env_`.
        need environment_id: String = "environment_id",
        /// Events delivered to every new session. At most 50 entries.
        need initial_events: Vec<InitialEvent> = "initial_events",
        /// Omit for manual runs only.
        set schedule: ScheduleParams = "schedule",
        /// Free text describing the object.
        set description: String = "description",
        /// `KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent as such lines; same
        /// rules as for sessions.
        set environment_variables: EnvironmentVariables = "environment_variables",
        /// Attachments of every new session.
        set resources: Vec<SessionResourceParams> = "resources",
        /// Vaults whose credentials the run may use.
        set vault_ids: Vec<String> = "vault_ids",
        /// Spending ceiling per session.
        set budget: BudgetParams = "budget",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

object! {
    /// One firing of a deployment.
    pub struct DeploymentRun tag "type" = "deployment_run" {
        /// Run ID, prefix `drun_`.
        need id: String = "id",
        /// Deployment it belongs to.
        need deployment_id: String = "deployment_id",
        /// Agent and version run.
        may agent: AgentReference = "agent",
        /// Session it started; null when that failed.
        may session_id: String = "session_id",
        /// What set it off.
        may trigger_context: TriggerContext = "trigger_context",
        /// Why no session was started.
        may error: RunError = "error",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
    }
}

object! {
    /// Partial change of a deployment.
    pub struct DeploymentUpdateParams {
        /// Display name.
        set name: String = "name",
        /// Agent ID, or a pinned version.
        set agent: AgentParam = "agent",
        /// Environment ID, prefix `env_`.
        set environment_id: String = "environment_id",
        /// Full replacement.
        set initial_events: Vec<InitialEvent> = "initial_events",
        /// New schedule.
        set schedule: ScheduleParams = "schedule",
        /// Free text describing the object.
        set description: String = "description",
        /// New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such lines.
        set environment_variables: EnvironmentVariables = "environment_variables",
        /// Full replacement.
        set resources: Vec<SessionResourceParams> = "resources",
        /// Vaults whose credentials the run may use.
        set vault_ids: Vec<String> = "vault_ids",
        /// New ceiling.
        set budget: BudgetParams = "budget",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Paused because runs cannot start.
    pub struct ErrorPause tag "type" = "error" {
        /// The obstacle.
        may error: PauseError = "error",
    }
}

tagged! {
    /// First event of a deployed session.
    pub enum InitialEvent by "type" {
        /// Message from the user.
        UserMessage(UserMessageEventParams) = "user.message",
        /// Goal with a rubric the platform grades against.
        UserDefineOutcome(UserDefineOutcomeEventParams) = "user.define_outcome",
        /// Extra guidance at system-prompt level.
        SystemMessage(SystemMessageEventParams) = "system.message",
    }
}

object! {
    /// Paused by a caller.
    pub struct ManualPause tag "type" = "manual" {
    }
}

object! {
    /// Started by a caller.
    pub struct ManualTrigger tag "type" = "manual" {
    }
}

object! {
    /// Obstacle that paused a deployment.
    pub struct PauseError {
        /// Kind tag of this object.
        need r#type: PauseErrorType = "type",
    }
}

tagged! {
    /// Why a deployment is paused.
    pub enum PausedReason by "type" {
        /// Paused by a caller.
        Manual(ManualPause) = "manual",
        /// Paused because runs cannot start.
        Error(ErrorPause) = "error",
    }
}

object! {
    /// Why a run could not start a session.
    pub struct RunError {
        /// Kind tag of this object.
        need r#type: RunErrorType = "type",
        /// Text for humans.
        need message: String = "message",
    }
}

object! {
    /// Cron schedule with computed times.
    pub struct Schedule tag "type" = "cron" {
        /// Five-field cron expression.
        need expression: String = "expression",
        /// IANA time zone.
        need timezone: String = "timezone",
        /// Last firing.
        may last_run_at: Timestamp = "last_run_at",
        /// Next firings.
        need upcoming_runs_at: Vec<Timestamp> = "upcoming_runs_at",
    }
}

object! {
    /// Cron schedule.
    pub struct ScheduleParams tag "type" = "cron" {
        /// Five-field cron expression.
        need expression: String = "expression",
        /// IANA time zone, for example `Asia/Shanghai`.
        need timezone: String = "timezone",
    }
}

impl ScheduleParams {
    /// One with its required members.
    pub fn new(expression: impl Into<String>, timezone: impl Into<String>) -> Self {
        Self { expression: expression.into(), timezone: timezone.into(), extra: Default::default() }
    }
}

object! {
    /// Started by the schedule.
    pub struct ScheduleTrigger tag "type" = "schedule" {
        /// Planned time.
        may scheduled_at: Timestamp = "scheduled_at",
    }
}

tagged! {
    /// What set a run off.
    pub enum TriggerContext by "type" {
        /// Started by a caller.
        Manual(ManualTrigger) = "manual",
        /// Started by the schedule.
        Schedule(ScheduleTrigger) = "schedule",
    }
}

strings! {
    /// Whether the schedule of a deployment fires.
    pub enum DeploymentStatus {
        Active = "active",
        Paused = "paused",
    }
}

strings! {
    /// Why a deployment was paused by the service.
    pub enum PauseErrorType {
        AgentArchivedError = "agent_archived_error",
        EnvironmentArchivedError = "environment_archived_error",
        EnvironmentNotFoundError = "environment_not_found_error",
        VaultArchivedError = "vault_archived_error",
        VaultNotFoundError = "vault_not_found_error",
        FileNotFoundError = "file_not_found_error",
        MemoryStoreArchivedError = "memory_store_archived_error",
        SkillNotFoundError = "skill_not_found_error",
        SessionResourceNotFoundError = "session_resource_not_found_error",
        SelfHostedResourcesUnsupportedError = "self_hosted_resources_unsupported_error",
        McpEgressBlockedError = "mcp_egress_blocked_error",
        OrganizationDisabledError = "organization_disabled_error",
        WorkspaceArchivedError = "workspace_archived_error",
        UnknownError = "unknown_error",
    }
}

strings! {
    /// Why a deployment run failed.
    pub enum RunErrorType {
        AgentArchivedError = "agent_archived_error",
        EnvironmentArchivedError = "environment_archived_error",
        EnvironmentNotFoundError = "environment_not_found_error",
        VaultArchivedError = "vault_archived_error",
        VaultNotFoundError = "vault_not_found_error",
        FileNotFoundError = "file_not_found_error",
        MemoryStoreArchivedError = "memory_store_archived_error",
        SkillNotFoundError = "skill_not_found_error",
        SessionResourceNotFoundError = "session_resource_not_found_error",
        SelfHostedResourcesUnsupportedError = "self_hosted_resources_unsupported_error",
        McpEgressBlockedError = "mcp_egress_blocked_error",
        OrganizationDisabledError = "organization_disabled_error",
        WorkspaceArchivedError = "workspace_archived_error",
        SessionRateLimitedError = "session_rate_limited_error",
        SessionCreationRejectedError = "session_creation_rejected_error",
        UnknownError = "unknown_error",
    }
}

strings! {
    /// What starts a deployment run.
    pub enum TriggerType {
        Schedule = "schedule",
        Manual = "manual",
    }
}
