# Generated from spec/ by codegen; edit the spec.
"""The operations, in the order of the core's table."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ._operation import Operation

if TYPE_CHECKING:
    from .types.agents import Agent, DeletedAgent
    from .types.auth import TokenExchangeResponse
    from .types.deployments import Deployment, DeploymentRun
    from .types.dreams import Dream
    from .types.environments import DeletedEnvironment, Environment
    from .types.events import EventSendResponse, SessionEvent, SessionStreamEvent
    from .types.files import DeletedFile, DownloadLink, FileMetadata
    from .types.memory_stores import (
        DeletedMemory,
        DeletedMemoryStore,
        Memory,
        MemoryListItem,
        MemoryStore,
        MemoryVersion,
    )
    from .types.models import ModelInfo
    from .types.sessions import (
        DeletedSession,
        DeletedSessionResource,
        FileResource,
        Session,
        SessionCancelResponse,
        SessionResource,
    )
    from .types.skills import DeletedSkill, DeletedSkillVersion, Skill, SkillVersion
    from .types.threads import SessionThread
    from .types.vaults import Credential, CredentialValidation, DeletedCredential, DeletedVault, Vault
    from .types.work import Work, WorkHeartbeat, WorkStats

AGENTS_CREATE: Operation[Agent] = Operation(
    0,
    "agents.create",
    answer="agents.Agent",
    body="agents.AgentCreateParams",
)
AGENTS_LIST: Operation[Agent] = Operation(
    1,
    "agents.list",
    answer="agents.Agent",
    arguments={
        "created_at_gte": datetime,
        "created_at_lte": datetime,
        "include_archived": bool,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
AGENTS_RETRIEVE: Operation[Agent] = Operation(
    2,
    "agents.retrieve",
    answer="agents.Agent",
    arguments={"version": int},
)
AGENTS_UPDATE: Operation[Agent] = Operation(
    3,
    "agents.update",
    answer="agents.Agent",
    body="agents.AgentUpdateParams",
)
AGENTS_DELETE: Operation[DeletedAgent] = Operation(4, "agents.delete", answer="agents.DeletedAgent")
AGENTS_ARCHIVE: Operation[Agent] = Operation(5, "agents.archive", answer="agents.Agent")
AGENTS_VERSIONS_LIST: Operation[Agent] = Operation(
    6,
    "agents.versions.list",
    answer="agents.Agent",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
MODELS_LIST: Operation[ModelInfo] = Operation(
    7,
    "models.list",
    answer="models.ModelInfo",
    arguments={"after_id": str, "before_id": str, "limit": int},
)
ENVIRONMENTS_CREATE: Operation[Environment] = Operation(
    8,
    "environments.create",
    answer="environments.Environment",
    body="environments.EnvironmentCreateParams",
)
ENVIRONMENTS_LIST: Operation[Environment] = Operation(
    9,
    "environments.list",
    answer="environments.Environment",
    arguments={
        "created_at_gte": datetime,
        "created_at_lte": datetime,
        "include_archived": bool,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
ENVIRONMENTS_RETRIEVE: Operation[Environment] = Operation(
    10,
    "environments.retrieve",
    answer="environments.Environment",
)
ENVIRONMENTS_UPDATE: Operation[Environment] = Operation(
    11,
    "environments.update",
    answer="environments.Environment",
    body="environments.EnvironmentUpdateParams",
)
ENVIRONMENTS_DELETE: Operation[DeletedEnvironment] = Operation(
    12,
    "environments.delete",
    answer="environments.DeletedEnvironment",
)
ENVIRONMENTS_ARCHIVE: Operation[Environment] = Operation(
    13,
    "environments.archive",
    answer="environments.Environment",
)
ENVIRONMENTS_WORK_LIST: Operation[Work] = Operation(
    14,
    "environments.work.list",
    answer="work.Work",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
ENVIRONMENTS_WORK_POLL: Operation[Work | None] = Operation(
    15,
    "environments.work.poll",
    answer="work.Work",
    arguments={"block_ms": int, "reclaim_older_than_ms": int, "worker_id": str},
)
ENVIRONMENTS_WORK_STATS: Operation[WorkStats] = Operation(
    16,
    "environments.work.stats",
    answer="work.WorkStats",
)
ENVIRONMENTS_WORK_RETRIEVE: Operation[Work] = Operation(17, "environments.work.retrieve", answer="work.Work")
ENVIRONMENTS_WORK_UPDATE: Operation[Work] = Operation(
    18,
    "environments.work.update",
    answer="work.Work",
    body="work.WorkUpdateParams",
)
ENVIRONMENTS_WORK_ACK: Operation[Work] = Operation(
    19,
    "environments.work.ack",
    answer="work.Work",
    arguments={"worker_id": str},
)
ENVIRONMENTS_WORK_HEARTBEAT: Operation[WorkHeartbeat] = Operation(
    20,
    "environments.work.heartbeat",
    answer="work.WorkHeartbeat",
    arguments={"desired_ttl_seconds": int, "expected_last_heartbeat": str},
)
ENVIRONMENTS_WORK_STOP: Operation[Work] = Operation(
    21,
    "environments.work.stop",
    answer="work.Work",
    body="work.WorkStopParams",
    body_required=False,
)
SESSIONS_CREATE: Operation[Session] = Operation(
    22,
    "sessions.create",
    answer="sessions.Session",
    body="sessions.SessionCreateParams",
)
SESSIONS_LIST: Operation[Session] = Operation(
    23,
    "sessions.list",
    answer="sessions.Session",
    arguments={
        "created_at_gt": datetime,
        "created_at_gte": datetime,
        "created_at_lt": datetime,
        "created_at_lte": datetime,
        "include_archived": bool,
        "order": str,
        "agent_id": str,
        "agent_version": int,
        "deployment_id": str,
        "memory_store_id": str,
        "statuses": list,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
SESSIONS_RETRIEVE: Operation[Session] = Operation(24, "sessions.retrieve", answer="sessions.Session")
SESSIONS_UPDATE: Operation[Session] = Operation(
    25,
    "sessions.update",
    answer="sessions.Session",
    body="sessions.SessionUpdateParams",
)
SESSIONS_DELETE: Operation[DeletedSession] = Operation(
    26,
    "sessions.delete",
    answer="sessions.DeletedSession",
)
SESSIONS_CANCEL: Operation[SessionCancelResponse] = Operation(
    27,
    "sessions.cancel",
    answer="sessions.SessionCancelResponse",
)
SESSIONS_ARCHIVE: Operation[Session] = Operation(28, "sessions.archive", answer="sessions.Session")
SESSIONS_RESOURCES_ADD: Operation[FileResource] = Operation(
    29,
    "sessions.resources.add",
    answer="sessions.FileResource",
    body="sessions.SessionResourceAddParams",
)
SESSIONS_RESOURCES_LIST: Operation[SessionResource] = Operation(
    30,
    "sessions.resources.list",
    answer="sessions.SessionResource",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
SESSIONS_RESOURCES_RETRIEVE: Operation[SessionResource] = Operation(
    31,
    "sessions.resources.retrieve",
    answer="sessions.SessionResource",
)
SESSIONS_RESOURCES_UPDATE: Operation[SessionResource] = Operation(
    32,
    "sessions.resources.update",
    answer="sessions.SessionResource",
    body="sessions.SessionResourceUpdateParams",
)
SESSIONS_RESOURCES_DELETE: Operation[DeletedSessionResource] = Operation(
    33,
    "sessions.resources.delete",
    answer="sessions.DeletedSessionResource",
)
SESSIONS_EVENTS_SEND: Operation[EventSendResponse] = Operation(
    34,
    "sessions.events.send",
    answer="events.EventSendResponse",
    body="events.EventSendParams",
)
SESSIONS_EVENTS_LIST: Operation[SessionEvent] = Operation(
    35,
    "sessions.events.list",
    answer="events.SessionEvent",
    arguments={
        "created_at_gt": datetime,
        "created_at_gte": datetime,
        "created_at_lt": datetime,
        "created_at_lte": datetime,
        "order": str,
        "types": list,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
SESSIONS_EVENTS_STREAM: Operation[SessionStreamEvent] = Operation(
    36,
    "sessions.events.stream",
    answer="events.SessionStreamEvent",
    arguments={"event_deltas": list, "last_event_id": str},
)
SESSIONS_THREADS_LIST: Operation[SessionThread] = Operation(
    37,
    "sessions.threads.list",
    answer="threads.SessionThread",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
SESSIONS_THREADS_RETRIEVE: Operation[SessionThread] = Operation(
    38,
    "sessions.threads.retrieve",
    answer="threads.SessionThread",
)
SESSIONS_THREADS_ARCHIVE: Operation[SessionThread] = Operation(
    39,
    "sessions.threads.archive",
    answer="threads.SessionThread",
)
SESSIONS_THREADS_EVENTS_LIST: Operation[SessionEvent] = Operation(
    40,
    "sessions.threads.events.list",
    answer="events.SessionEvent",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
SESSIONS_THREADS_EVENTS_STREAM: Operation[SessionStreamEvent] = Operation(
    41,
    "sessions.threads.events.stream",
    answer="events.SessionStreamEvent",
    arguments={"event_deltas": list, "last_event_id": str},
)
FILES_UPLOAD: Operation[FileMetadata] = Operation(
    42,
    "files.upload",
    answer="files.FileMetadata",
    file="file",
)
FILES_LIST: Operation[FileMetadata] = Operation(
    43,
    "files.list",
    answer="files.FileMetadata",
    arguments={
        "name": str,
        "scope_id": str,
        "ids": list,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
FILES_RETRIEVE: Operation[FileMetadata] = Operation(44, "files.retrieve", answer="files.FileMetadata")
FILES_DELETE: Operation[DeletedFile] = Operation(45, "files.delete", answer="files.DeletedFile")
FILES_DOWNLOAD: Operation[DownloadLink] = Operation(46, "files.download", answer="files.DownloadLink")
VAULTS_CREATE: Operation[Vault] = Operation(
    47,
    "vaults.create",
    answer="vaults.Vault",
    body="vaults.VaultCreateParams",
)
VAULTS_LIST: Operation[Vault] = Operation(
    48,
    "vaults.list",
    answer="vaults.Vault",
    arguments={
        "include_archived": bool,
        "name": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
VAULTS_RETRIEVE: Operation[Vault] = Operation(49, "vaults.retrieve", answer="vaults.Vault")
VAULTS_DELETE: Operation[DeletedVault] = Operation(50, "vaults.delete", answer="vaults.DeletedVault")
VAULTS_ARCHIVE: Operation[Vault] = Operation(51, "vaults.archive", answer="vaults.Vault")
VAULTS_CREDENTIALS_CREATE: Operation[Credential] = Operation(
    52,
    "vaults.credentials.create",
    answer="vaults.Credential",
    body="vaults.CredentialCreateParams",
)
VAULTS_CREDENTIALS_LIST: Operation[Credential] = Operation(
    53,
    "vaults.credentials.list",
    answer="vaults.Credential",
    arguments={
        "include_archived": bool,
        "name": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
VAULTS_CREDENTIALS_RETRIEVE: Operation[Credential] = Operation(
    54,
    "vaults.credentials.retrieve",
    answer="vaults.Credential",
)
VAULTS_CREDENTIALS_UPDATE: Operation[Credential] = Operation(
    55,
    "vaults.credentials.update",
    answer="vaults.Credential",
    body="vaults.CredentialUpdateParams",
)
VAULTS_CREDENTIALS_DELETE: Operation[DeletedCredential] = Operation(
    56,
    "vaults.credentials.delete",
    answer="vaults.DeletedCredential",
)
VAULTS_CREDENTIALS_ARCHIVE: Operation[Credential] = Operation(
    57,
    "vaults.credentials.archive",
    answer="vaults.Credential",
)
VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE: Operation[CredentialValidation] = Operation(
    58,
    "vaults.credentials.mcp_oauth_validate",
    answer="vaults.CredentialValidation",
)
SKILLS_CREATE: Operation[Skill] = Operation(
    59,
    "skills.create",
    answer="skills.Skill",
    files="files",
    file="file",
)
SKILLS_LIST: Operation[Skill] = Operation(
    60,
    "skills.list",
    answer="skills.Skill",
    arguments={
        "name": str,
        "display_title": str,
        "source": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
SKILLS_RETRIEVE: Operation[Skill] = Operation(61, "skills.retrieve", answer="skills.Skill")
SKILLS_UPDATE: Operation[Skill] = Operation(
    62,
    "skills.update",
    answer="skills.Skill",
    body="skills.SkillUpdateParams",
)
SKILLS_DELETE: Operation[DeletedSkill] = Operation(63, "skills.delete", answer="skills.DeletedSkill")
SKILLS_VERSIONS_CREATE: Operation[SkillVersion] = Operation(
    64,
    "skills.versions.create",
    answer="skills.SkillVersion",
    files="files",
)
SKILLS_VERSIONS_LIST: Operation[SkillVersion] = Operation(
    65,
    "skills.versions.list",
    answer="skills.SkillVersion",
    arguments={"limit": int, "page": str, "after_id": str, "before_id": str},
)
SKILLS_VERSIONS_RETRIEVE: Operation[SkillVersion] = Operation(
    66,
    "skills.versions.retrieve",
    answer="skills.SkillVersion",
)
SKILLS_VERSIONS_DELETE: Operation[DeletedSkillVersion] = Operation(
    67,
    "skills.versions.delete",
    answer="skills.DeletedSkillVersion",
)
SKILLS_VERSIONS_DOWNLOAD: Operation[bytes] = Operation(68, "skills.versions.download")
MEMORY_STORES_CREATE: Operation[MemoryStore] = Operation(
    69,
    "memory_stores.create",
    answer="memory_stores.MemoryStore",
    body="memory_stores.MemoryStoreCreateParams",
)
MEMORY_STORES_LIST: Operation[MemoryStore] = Operation(
    70,
    "memory_stores.list",
    answer="memory_stores.MemoryStore",
    arguments={
        "created_at_gte": datetime,
        "created_at_lte": datetime,
        "include_archived": bool,
        "name": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
MEMORY_STORES_RETRIEVE: Operation[MemoryStore] = Operation(
    71,
    "memory_stores.retrieve",
    answer="memory_stores.MemoryStore",
)
MEMORY_STORES_UPDATE: Operation[MemoryStore] = Operation(
    72,
    "memory_stores.update",
    answer="memory_stores.MemoryStore",
    body="memory_stores.MemoryStoreUpdateParams",
)
MEMORY_STORES_DELETE: Operation[DeletedMemoryStore] = Operation(
    73,
    "memory_stores.delete",
    answer="memory_stores.DeletedMemoryStore",
)
MEMORY_STORES_ARCHIVE: Operation[MemoryStore] = Operation(
    74,
    "memory_stores.archive",
    answer="memory_stores.MemoryStore",
)
MEMORY_STORES_MEMORIES_CREATE: Operation[Memory] = Operation(
    75,
    "memory_stores.memories.create",
    answer="memory_stores.Memory",
    body="memory_stores.MemoryCreateParams",
    arguments={"view": str},
)
MEMORY_STORES_MEMORIES_LIST: Operation[MemoryListItem] = Operation(
    76,
    "memory_stores.memories.list",
    answer="memory_stores.MemoryListItem",
    arguments={
        "view": str,
        "path_prefix": str,
        "depth": int,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
MEMORY_STORES_MEMORIES_RETRIEVE: Operation[Memory] = Operation(
    77,
    "memory_stores.memories.retrieve",
    answer="memory_stores.Memory",
    arguments={"view": str},
)
MEMORY_STORES_MEMORIES_UPDATE: Operation[Memory] = Operation(
    78,
    "memory_stores.memories.update",
    answer="memory_stores.Memory",
    body="memory_stores.MemoryUpdateParams",
    arguments={"view": str},
)
MEMORY_STORES_MEMORIES_DELETE: Operation[DeletedMemory] = Operation(
    79,
    "memory_stores.memories.delete",
    answer="memory_stores.DeletedMemory",
    arguments={"expected_content_sha256": str},
)
MEMORY_STORES_MEMORY_VERSIONS_LIST: Operation[MemoryVersion] = Operation(
    80,
    "memory_stores.memory_versions.list",
    answer="memory_stores.MemoryVersion",
    arguments={
        "created_at_gte": datetime,
        "created_at_lte": datetime,
        "view": str,
        "memory_id": str,
        "operation": str,
        "session_id": str,
        "api_key_id": str,
        "service_account_id": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE: Operation[MemoryVersion] = Operation(
    81,
    "memory_stores.memory_versions.retrieve",
    answer="memory_stores.MemoryVersion",
    arguments={"view": str},
)
MEMORY_STORES_MEMORY_VERSIONS_REDACT: Operation[MemoryVersion] = Operation(
    82,
    "memory_stores.memory_versions.redact",
    answer="memory_stores.MemoryVersion",
)
DEPLOYMENTS_CREATE: Operation[Deployment] = Operation(
    83,
    "deployments.create",
    answer="deployments.Deployment",
    body="deployments.DeploymentCreateParams",
)
DEPLOYMENTS_LIST: Operation[Deployment] = Operation(
    84,
    "deployments.list",
    answer="deployments.Deployment",
    arguments={
        "created_at_gte": datetime,
        "created_at_lte": datetime,
        "include_archived": bool,
        "agent_id": str,
        "status": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
DEPLOYMENTS_RETRIEVE: Operation[Deployment] = Operation(
    85,
    "deployments.retrieve",
    answer="deployments.Deployment",
)
DEPLOYMENTS_UPDATE: Operation[Deployment] = Operation(
    86,
    "deployments.update",
    answer="deployments.Deployment",
    body="deployments.DeploymentUpdateParams",
)
DEPLOYMENTS_ARCHIVE: Operation[Deployment] = Operation(
    87,
    "deployments.archive",
    answer="deployments.Deployment",
)
DEPLOYMENTS_PAUSE: Operation[Deployment] = Operation(88, "deployments.pause", answer="deployments.Deployment")
DEPLOYMENTS_UNPAUSE: Operation[Deployment] = Operation(
    89,
    "deployments.unpause",
    answer="deployments.Deployment",
)
DEPLOYMENTS_RUN: Operation[DeploymentRun] = Operation(
    90,
    "deployments.run",
    answer="deployments.DeploymentRun",
)
DEPLOYMENTS_RUNS_LIST: Operation[DeploymentRun] = Operation(
    91,
    "deployments.runs.list",
    answer="deployments.DeploymentRun",
    arguments={
        "triggered_after": datetime,
        "triggered_before": datetime,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
DEPLOYMENTS_RUNS_RETRIEVE: Operation[DeploymentRun] = Operation(
    92,
    "deployments.runs.retrieve",
    answer="deployments.DeploymentRun",
)
DEPLOYMENT_RUNS_LIST: Operation[DeploymentRun] = Operation(
    93,
    "deployment_runs.list",
    answer="deployments.DeploymentRun",
    arguments={
        "created_at_gt": datetime,
        "created_at_gte": datetime,
        "created_at_lt": datetime,
        "created_at_lte": datetime,
        "deployment_id": str,
        "has_error": bool,
        "trigger_type": str,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
DEPLOYMENT_RUNS_RETRIEVE: Operation[DeploymentRun] = Operation(
    94,
    "deployment_runs.retrieve",
    answer="deployments.DeploymentRun",
)
DREAMS_CREATE: Operation[Dream] = Operation(
    95,
    "dreams.create",
    answer="dreams.Dream",
    body="dreams.DreamCreateParams",
)
DREAMS_LIST: Operation[Dream] = Operation(
    96,
    "dreams.list",
    answer="dreams.Dream",
    arguments={
        "include_archived": bool,
        "created_at_gt": datetime,
        "created_at_lt": datetime,
        "statuses": list,
        "limit": int,
        "page": str,
        "after_id": str,
        "before_id": str,
    },
)
DREAMS_RETRIEVE: Operation[Dream] = Operation(97, "dreams.retrieve", answer="dreams.Dream")
DREAMS_CANCEL: Operation[Dream] = Operation(98, "dreams.cancel", answer="dreams.Dream")
DREAMS_ARCHIVE: Operation[Dream] = Operation(99, "dreams.archive", answer="dreams.Dream")
AUTH_EXCHANGE: Operation[TokenExchangeResponse] = Operation(
    100,
    "auth.exchange",
    answer="auth.TokenExchangeResponse",
    body="auth.TokenExchangeParams",
)
