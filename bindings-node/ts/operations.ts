// Generated from spec/ by codegen; edit the spec.

import type { Operation } from './arguments.js';

const common = { workspace_id: 'qoder-workspace-id', betas: 'x-qoder-beta' };
const paging = { limit: 'limit', page: 'page', after_id: 'after_id', before_id: 'before_id' };

/** `agents.create` */
export const agentsCreate: Operation = {
  index: 0,
  id: 'agents.create',
  headers: common,
  required: ['name', 'model'],
  body: 'json',
};

/** `agents.list` */
export const agentsList: Operation = {
  index: 1,
  id: 'agents.list',
  query: {
    ...paging,
    created_at_gte: 'created_at[gte]',
    created_at_lte: 'created_at[lte]',
    include_archived: 'include_archived',
  },
  headers: common,
};

/** `agents.retrieve` */
export const agentsRetrieve: Operation = {
  index: 2,
  id: 'agents.retrieve',
  path: ['agent_id'],
  query: { version: 'version' },
  headers: common,
};

/** `agents.update` */
export const agentsUpdate: Operation = {
  index: 3,
  id: 'agents.update',
  path: ['agent_id'],
  headers: common,
  required: ['version'],
  body: 'json',
};

/** `agents.delete` */
export const agentsDelete: Operation = {
  index: 4,
  id: 'agents.delete',
  path: ['agent_id'],
  headers: common,
};

/** `agents.archive` */
export const agentsArchive: Operation = {
  index: 5,
  id: 'agents.archive',
  path: ['agent_id'],
  headers: common,
};

/** `agents.versions.list` */
export const agentsVersionsList: Operation = {
  index: 6,
  id: 'agents.versions.list',
  path: ['agent_id'],
  query: paging,
  headers: common,
};

/** `models.list` */
export const modelsList: Operation = {
  index: 7,
  id: 'models.list',
  query: { after_id: 'after_id', before_id: 'before_id', limit: 'limit' },
  headers: common,
};

/** `environments.create` */
export const environmentsCreate: Operation = {
  index: 8,
  id: 'environments.create',
  headers: common,
  required: ['name'],
  body: 'json',
};

/** `environments.list` */
export const environmentsList: Operation = {
  index: 9,
  id: 'environments.list',
  query: {
    ...paging,
    created_at_gte: 'created_at[gte]',
    created_at_lte: 'created_at[lte]',
    include_archived: 'include_archived',
  },
  headers: common,
};

/** `environments.retrieve` */
export const environmentsRetrieve: Operation = {
  index: 10,
  id: 'environments.retrieve',
  path: ['environment_id'],
  headers: common,
};

/** `environments.update` */
export const environmentsUpdate: Operation = {
  index: 11,
  id: 'environments.update',
  path: ['environment_id'],
  headers: common,
  body: 'json',
};

/** `environments.delete` */
export const environmentsDelete: Operation = {
  index: 12,
  id: 'environments.delete',
  path: ['environment_id'],
  headers: common,
};

/** `environments.archive` */
export const environmentsArchive: Operation = {
  index: 13,
  id: 'environments.archive',
  path: ['environment_id'],
  headers: common,
};

/** `environments.work.list` */
export const environmentsWorkList: Operation = {
  index: 14,
  id: 'environments.work.list',
  path: ['environment_id'],
  query: paging,
  headers: common,
};

/** `environments.work.poll` */
export const environmentsWorkPoll: Operation = {
  index: 15,
  id: 'environments.work.poll',
  path: ['environment_id'],
  query: { block_ms: 'block_ms', reclaim_older_than_ms: 'reclaim_older_than_ms' },
  headers: { ...common, worker_id: 'Worker-ID' },
};

/** `environments.work.stats` */
export const environmentsWorkStats: Operation = {
  index: 16,
  id: 'environments.work.stats',
  path: ['environment_id'],
  headers: common,
};

/** `environments.work.retrieve` */
export const environmentsWorkRetrieve: Operation = {
  index: 17,
  id: 'environments.work.retrieve',
  path: ['environment_id', 'work_id'],
  headers: common,
};

/** `environments.work.update` */
export const environmentsWorkUpdate: Operation = {
  index: 18,
  id: 'environments.work.update',
  path: ['environment_id', 'work_id'],
  headers: common,
  required: ['metadata'],
  body: 'json',
};

/** `environments.work.ack` */
export const environmentsWorkAck: Operation = {
  index: 19,
  id: 'environments.work.ack',
  path: ['environment_id', 'work_id'],
  headers: { ...common, worker_id: 'Worker-ID' },
};

/** `environments.work.heartbeat` */
export const environmentsWorkHeartbeat: Operation = {
  index: 20,
  id: 'environments.work.heartbeat',
  path: ['environment_id', 'work_id'],
  query: { desired_ttl_seconds: 'desired_ttl_seconds', expected_last_heartbeat: 'expected_last_heartbeat' },
  headers: common,
};

/** `environments.work.stop` */
export const environmentsWorkStop: Operation = {
  index: 21,
  id: 'environments.work.stop',
  path: ['environment_id', 'work_id'],
  headers: common,
  body: 'json',
};

/** `sessions.create` */
export const sessionsCreate: Operation = {
  index: 22,
  id: 'sessions.create',
  headers: common,
  required: ['agent', 'environment_id'],
  body: 'json',
};

/** `sessions.list` */
export const sessionsList: Operation = {
  index: 23,
  id: 'sessions.list',
  query: {
    ...paging,
    created_at_gt: 'created_at[gt]',
    created_at_gte: 'created_at[gte]',
    created_at_lt: 'created_at[lt]',
    created_at_lte: 'created_at[lte]',
    include_archived: 'include_archived',
    order: 'order',
    agent_id: 'agent_id',
    agent_version: 'agent_version',
    deployment_id: 'deployment_id',
    memory_store_id: 'memory_store_id',
    statuses: 'statuses[]',
  },
  headers: common,
};

/** `sessions.retrieve` */
export const sessionsRetrieve: Operation = {
  index: 24,
  id: 'sessions.retrieve',
  path: ['session_id'],
  headers: common,
};

/** `sessions.update` */
export const sessionsUpdate: Operation = {
  index: 25,
  id: 'sessions.update',
  path: ['session_id'],
  headers: common,
  body: 'json',
};

/** `sessions.delete` */
export const sessionsDelete: Operation = {
  index: 26,
  id: 'sessions.delete',
  path: ['session_id'],
  headers: common,
};

/** `sessions.cancel` */
export const sessionsCancel: Operation = {
  index: 27,
  id: 'sessions.cancel',
  path: ['session_id'],
  headers: common,
};

/** `sessions.archive` */
export const sessionsArchive: Operation = {
  index: 28,
  id: 'sessions.archive',
  path: ['session_id'],
  headers: common,
};

/** `sessions.resources.add` */
export const sessionsResourcesAdd: Operation = {
  index: 29,
  id: 'sessions.resources.add',
  path: ['session_id'],
  headers: common,
  required: ['file_id'],
  body: 'json',
  constants: { type: 'file' },
};

/** `sessions.resources.list` */
export const sessionsResourcesList: Operation = {
  index: 30,
  id: 'sessions.resources.list',
  path: ['session_id'],
  query: paging,
  headers: common,
};

/** `sessions.resources.retrieve` */
export const sessionsResourcesRetrieve: Operation = {
  index: 31,
  id: 'sessions.resources.retrieve',
  path: ['session_id', 'resource_id'],
  headers: common,
};

/** `sessions.resources.update` */
export const sessionsResourcesUpdate: Operation = {
  index: 32,
  id: 'sessions.resources.update',
  path: ['session_id', 'resource_id'],
  headers: common,
  body: 'json',
};

/** `sessions.resources.delete` */
export const sessionsResourcesDelete: Operation = {
  index: 33,
  id: 'sessions.resources.delete',
  path: ['session_id', 'resource_id'],
  headers: common,
};

/** `sessions.events.send` */
export const sessionsEventsSend: Operation = {
  index: 34,
  id: 'sessions.events.send',
  path: ['session_id'],
  headers: common,
  required: ['events'],
  body: 'json',
};

/** `sessions.events.list` */
export const sessionsEventsList: Operation = {
  index: 35,
  id: 'sessions.events.list',
  path: ['session_id'],
  query: {
    ...paging,
    created_at_gt: 'created_at[gt]',
    created_at_gte: 'created_at[gte]',
    created_at_lt: 'created_at[lt]',
    created_at_lte: 'created_at[lte]',
    order: 'order',
    types: 'types[]',
  },
  headers: common,
};

/** `sessions.events.stream` */
export const sessionsEventsStream: Operation = {
  index: 36,
  id: 'sessions.events.stream',
  path: ['session_id'],
  query: { event_deltas: 'event_deltas[]' },
  headers: { ...common, last_event_id: 'Last-Event-ID' },
};

/** `sessions.threads.list` */
export const sessionsThreadsList: Operation = {
  index: 37,
  id: 'sessions.threads.list',
  path: ['session_id'],
  query: paging,
  headers: common,
};

/** `sessions.threads.retrieve` */
export const sessionsThreadsRetrieve: Operation = {
  index: 38,
  id: 'sessions.threads.retrieve',
  path: ['session_id', 'thread_id'],
  headers: common,
};

/** `sessions.threads.archive` */
export const sessionsThreadsArchive: Operation = {
  index: 39,
  id: 'sessions.threads.archive',
  path: ['session_id', 'thread_id'],
  headers: common,
};

/** `sessions.threads.events.list` */
export const sessionsThreadsEventsList: Operation = {
  index: 40,
  id: 'sessions.threads.events.list',
  path: ['session_id', 'thread_id'],
  query: paging,
  headers: common,
};

/** `sessions.threads.events.stream` */
export const sessionsThreadsEventsStream: Operation = {
  index: 41,
  id: 'sessions.threads.events.stream',
  path: ['session_id', 'thread_id'],
  query: { event_deltas: 'event_deltas[]' },
  headers: { ...common, last_event_id: 'Last-Event-ID' },
};

/** `files.upload` */
export const filesUpload: Operation = {
  index: 42,
  id: 'files.upload',
  headers: common,
  required: ['file'],
  body: 'multipart',
  parts: { file: 'file', name: 'text', metadata: 'json', expires_in_seconds: 'text', purpose: 'text' },
};

/** `files.list` */
export const filesList: Operation = {
  index: 43,
  id: 'files.list',
  query: { ...paging, name: 'name', scope_id: 'scope_id', ids: 'ids[]' },
  headers: common,
};

/** `files.retrieve` */
export const filesRetrieve: Operation = {
  index: 44,
  id: 'files.retrieve',
  path: ['file_id'],
  headers: common,
};

/** `files.delete` */
export const filesDelete: Operation = {
  index: 45,
  id: 'files.delete',
  path: ['file_id'],
  headers: common,
};

/** `files.download` */
export const filesDownload: Operation = {
  index: 46,
  id: 'files.download',
  path: ['file_id'],
  headers: common,
};

/** `vaults.create` */
export const vaultsCreate: Operation = {
  index: 47,
  id: 'vaults.create',
  headers: common,
  required: ['display_name'],
  body: 'json',
};

/** `vaults.list` */
export const vaultsList: Operation = {
  index: 48,
  id: 'vaults.list',
  query: { ...paging, include_archived: 'include_archived', name: 'name' },
  headers: common,
};

/** `vaults.retrieve` */
export const vaultsRetrieve: Operation = {
  index: 49,
  id: 'vaults.retrieve',
  path: ['vault_id'],
  headers: common,
};

/** `vaults.delete` */
export const vaultsDelete: Operation = {
  index: 50,
  id: 'vaults.delete',
  path: ['vault_id'],
  headers: common,
};

/** `vaults.archive` */
export const vaultsArchive: Operation = {
  index: 51,
  id: 'vaults.archive',
  path: ['vault_id'],
  headers: common,
};

/** `vaults.credentials.create` */
export const vaultsCredentialsCreate: Operation = {
  index: 52,
  id: 'vaults.credentials.create',
  path: ['vault_id'],
  headers: common,
  required: ['auth'],
  body: 'json',
};

/** `vaults.credentials.list` */
export const vaultsCredentialsList: Operation = {
  index: 53,
  id: 'vaults.credentials.list',
  path: ['vault_id'],
  query: { ...paging, include_archived: 'include_archived', name: 'name' },
  headers: common,
};

/** `vaults.credentials.retrieve` */
export const vaultsCredentialsRetrieve: Operation = {
  index: 54,
  id: 'vaults.credentials.retrieve',
  path: ['vault_id', 'credential_id'],
  headers: common,
};

/** `vaults.credentials.update` */
export const vaultsCredentialsUpdate: Operation = {
  index: 55,
  id: 'vaults.credentials.update',
  path: ['vault_id', 'credential_id'],
  headers: common,
  body: 'json',
};

/** `vaults.credentials.delete` */
export const vaultsCredentialsDelete: Operation = {
  index: 56,
  id: 'vaults.credentials.delete',
  path: ['vault_id', 'credential_id'],
  headers: common,
};

/** `vaults.credentials.archive` */
export const vaultsCredentialsArchive: Operation = {
  index: 57,
  id: 'vaults.credentials.archive',
  path: ['vault_id', 'credential_id'],
  headers: common,
};

/** `vaults.credentials.mcp_oauth_validate` */
export const vaultsCredentialsMcpOauthValidate: Operation = {
  index: 58,
  id: 'vaults.credentials.mcp_oauth_validate',
  path: ['vault_id', 'credential_id'],
  headers: common,
};

/** `skills.create` */
export const skillsCreate: Operation = {
  index: 59,
  id: 'skills.create',
  headers: common,
  required: ['files'],
  body: 'multipart',
  parts: {
    type: 'text',
    files: 'files',
    display_title: 'text',
    metadata: 'json',
    file: 'file',
    name: 'text',
    description: 'text',
  },
};

/** `skills.list` */
export const skillsList: Operation = {
  index: 60,
  id: 'skills.list',
  query: { ...paging, name: 'name', display_title: 'display_title', source: 'source' },
  headers: common,
};

/** `skills.retrieve` */
export const skillsRetrieve: Operation = {
  index: 61,
  id: 'skills.retrieve',
  path: ['skill_id'],
  headers: common,
};

/** `skills.update` */
export const skillsUpdate: Operation = {
  index: 62,
  id: 'skills.update',
  path: ['skill_id'],
  headers: common,
  body: 'json',
};

/** `skills.delete` */
export const skillsDelete: Operation = {
  index: 63,
  id: 'skills.delete',
  path: ['skill_id'],
  headers: common,
};

/** `skills.versions.create` */
export const skillsVersionsCreate: Operation = {
  index: 64,
  id: 'skills.versions.create',
  path: ['skill_id'],
  headers: common,
  required: ['files'],
  body: 'multipart',
  parts: { files: 'files' },
};

/** `skills.versions.list` */
export const skillsVersionsList: Operation = {
  index: 65,
  id: 'skills.versions.list',
  path: ['skill_id'],
  query: paging,
  headers: common,
};

/** `skills.versions.retrieve` */
export const skillsVersionsRetrieve: Operation = {
  index: 66,
  id: 'skills.versions.retrieve',
  path: ['skill_id', 'version'],
  headers: common,
};

/** `skills.versions.delete` */
export const skillsVersionsDelete: Operation = {
  index: 67,
  id: 'skills.versions.delete',
  path: ['skill_id', 'version'],
  headers: common,
};

/** `skills.versions.download` */
export const skillsVersionsDownload: Operation = {
  index: 68,
  id: 'skills.versions.download',
  path: ['skill_id', 'version'],
  headers: common,
};

/** `memory_stores.create` */
export const memoryStoresCreate: Operation = {
  index: 69,
  id: 'memory_stores.create',
  headers: common,
  required: ['name'],
  body: 'json',
};

/** `memory_stores.list` */
export const memoryStoresList: Operation = {
  index: 70,
  id: 'memory_stores.list',
  query: {
    ...paging,
    created_at_gte: 'created_at[gte]',
    created_at_lte: 'created_at[lte]',
    include_archived: 'include_archived',
    name: 'name',
  },
  headers: common,
};

/** `memory_stores.retrieve` */
export const memoryStoresRetrieve: Operation = {
  index: 71,
  id: 'memory_stores.retrieve',
  path: ['memory_store_id'],
  headers: common,
};

/** `memory_stores.update` */
export const memoryStoresUpdate: Operation = {
  index: 72,
  id: 'memory_stores.update',
  path: ['memory_store_id'],
  headers: common,
  body: 'json',
};

/** `memory_stores.delete` */
export const memoryStoresDelete: Operation = {
  index: 73,
  id: 'memory_stores.delete',
  path: ['memory_store_id'],
  headers: common,
};

/** `memory_stores.archive` */
export const memoryStoresArchive: Operation = {
  index: 74,
  id: 'memory_stores.archive',
  path: ['memory_store_id'],
  headers: common,
};

/** `memory_stores.memories.create` */
export const memoryStoresMemoriesCreate: Operation = {
  index: 75,
  id: 'memory_stores.memories.create',
  path: ['memory_store_id'],
  query: { view: 'view' },
  headers: common,
  required: ['path', 'content'],
  body: 'json',
};

/** `memory_stores.memories.list` */
export const memoryStoresMemoriesList: Operation = {
  index: 76,
  id: 'memory_stores.memories.list',
  path: ['memory_store_id'],
  query: { ...paging, view: 'view', path_prefix: 'path_prefix', depth: 'depth' },
  headers: common,
};

/** `memory_stores.memories.retrieve` */
export const memoryStoresMemoriesRetrieve: Operation = {
  index: 77,
  id: 'memory_stores.memories.retrieve',
  path: ['memory_store_id', 'memory_id'],
  query: { view: 'view' },
  headers: common,
};

/** `memory_stores.memories.update` */
export const memoryStoresMemoriesUpdate: Operation = {
  index: 78,
  id: 'memory_stores.memories.update',
  path: ['memory_store_id', 'memory_id'],
  query: { view: 'view' },
  headers: common,
  body: 'json',
};

/** `memory_stores.memories.delete` */
export const memoryStoresMemoriesDelete: Operation = {
  index: 79,
  id: 'memory_stores.memories.delete',
  path: ['memory_store_id', 'memory_id'],
  query: { expected_content_sha256: 'expected_content_sha256' },
  headers: common,
};

/** `memory_stores.memory_versions.list` */
export const memoryStoresMemoryVersionsList: Operation = {
  index: 80,
  id: 'memory_stores.memory_versions.list',
  path: ['memory_store_id'],
  query: {
    ...paging,
    created_at_gte: 'created_at[gte]',
    created_at_lte: 'created_at[lte]',
    view: 'view',
    memory_id: 'memory_id',
    operation: 'operation',
    session_id: 'session_id',
    api_key_id: 'api_key_id',
    service_account_id: 'service_account_id',
  },
  headers: common,
};

/** `memory_stores.memory_versions.retrieve` */
export const memoryStoresMemoryVersionsRetrieve: Operation = {
  index: 81,
  id: 'memory_stores.memory_versions.retrieve',
  path: ['memory_store_id', 'memory_version_id'],
  query: { view: 'view' },
  headers: common,
};

/** `memory_stores.memory_versions.redact` */
export const memoryStoresMemoryVersionsRedact: Operation = {
  index: 82,
  id: 'memory_stores.memory_versions.redact',
  path: ['memory_store_id', 'memory_version_id'],
  headers: common,
};

/** `deployments.create` */
export const deploymentsCreate: Operation = {
  index: 83,
  id: 'deployments.create',
  headers: common,
  required: ['name', 'agent', 'environment_id', 'initial_events'],
  body: 'json',
};

/** `deployments.list` */
export const deploymentsList: Operation = {
  index: 84,
  id: 'deployments.list',
  query: {
    ...paging,
    created_at_gte: 'created_at[gte]',
    created_at_lte: 'created_at[lte]',
    include_archived: 'include_archived',
    agent_id: 'agent_id',
    status: 'status',
  },
  headers: common,
};

/** `deployments.retrieve` */
export const deploymentsRetrieve: Operation = {
  index: 85,
  id: 'deployments.retrieve',
  path: ['deployment_id'],
  headers: common,
};

/** `deployments.update` */
export const deploymentsUpdate: Operation = {
  index: 86,
  id: 'deployments.update',
  path: ['deployment_id'],
  headers: common,
  body: 'json',
};

/** `deployments.archive` */
export const deploymentsArchive: Operation = {
  index: 87,
  id: 'deployments.archive',
  path: ['deployment_id'],
  headers: common,
};

/** `deployments.pause` */
export const deploymentsPause: Operation = {
  index: 88,
  id: 'deployments.pause',
  path: ['deployment_id'],
  headers: common,
};

/** `deployments.unpause` */
export const deploymentsUnpause: Operation = {
  index: 89,
  id: 'deployments.unpause',
  path: ['deployment_id'],
  headers: common,
};

/** `deployments.run` */
export const deploymentsRun: Operation = {
  index: 90,
  id: 'deployments.run',
  path: ['deployment_id'],
  headers: common,
};

/** `deployments.runs.list` */
export const deploymentsRunsList: Operation = {
  index: 91,
  id: 'deployments.runs.list',
  path: ['deployment_id'],
  query: { ...paging, triggered_after: 'triggered_after', triggered_before: 'triggered_before' },
  headers: common,
};

/** `deployments.runs.retrieve` */
export const deploymentsRunsRetrieve: Operation = {
  index: 92,
  id: 'deployments.runs.retrieve',
  path: ['deployment_id', 'run_id'],
  headers: common,
};

/** `deployment_runs.list` */
export const deploymentRunsList: Operation = {
  index: 93,
  id: 'deployment_runs.list',
  query: {
    ...paging,
    created_at_gt: 'created_at[gt]',
    created_at_gte: 'created_at[gte]',
    created_at_lt: 'created_at[lt]',
    created_at_lte: 'created_at[lte]',
    deployment_id: 'deployment_id',
    has_error: 'has_error',
    trigger_type: 'trigger_type',
  },
  headers: common,
};

/** `deployment_runs.retrieve` */
export const deploymentRunsRetrieve: Operation = {
  index: 94,
  id: 'deployment_runs.retrieve',
  path: ['deployment_run_id'],
  headers: common,
};

/** `dreams.create` */
export const dreamsCreate: Operation = {
  index: 95,
  id: 'dreams.create',
  headers: common,
  required: ['inputs', 'model'],
  body: 'json',
};

/** `dreams.list` */
export const dreamsList: Operation = {
  index: 96,
  id: 'dreams.list',
  query: {
    ...paging,
    include_archived: 'include_archived',
    created_at_gt: 'created_at[gt]',
    created_at_lt: 'created_at[lt]',
    statuses: 'statuses[]',
  },
  headers: common,
};

/** `dreams.retrieve` */
export const dreamsRetrieve: Operation = {
  index: 97,
  id: 'dreams.retrieve',
  path: ['dream_id'],
  headers: common,
};

/** `dreams.cancel` */
export const dreamsCancel: Operation = {
  index: 98,
  id: 'dreams.cancel',
  path: ['dream_id'],
  headers: common,
};

/** `dreams.archive` */
export const dreamsArchive: Operation = {
  index: 99,
  id: 'dreams.archive',
  path: ['dream_id'],
  headers: common,
};

/** `auth.exchange` */
export const authExchange: Operation = {
  index: 100,
  id: 'auth.exchange',
  required: ['scope'],
  body: 'json',
  constants: { grant_type: 'client_credentials', audience: 'qoder' },
};
