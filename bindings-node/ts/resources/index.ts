// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { Agents } from './agents.js';
import { Auth } from './auth.js';
import { DeploymentRuns } from './deployment_runs.js';
import { Deployments } from './deployments.js';
import { Dreams } from './dreams.js';
import { Environments } from './environments.js';
import { Files } from './files.js';
import { MemoryStores } from './memory_stores.js';
import { Models } from './models.js';
import { Sessions } from './sessions.js';
import { Skills } from './skills.js';
import { Vaults } from './vaults.js';

export type * from './agents.js';
export type * from './auth.js';
export type * from './deployment_runs.js';
export type * from './deployments.js';
export type * from './dreams.js';
export type * from './environments.js';
export type * from './files.js';
export type * from './memory_stores.js';
export type * from './models.js';
export type * from './sessions.js';
export type * from './skills.js';
export type * from './vaults.js';

/** Every resource of the API. */
export class Resources {
  /** Reusable definitions of what an agent is and may do. */
  readonly agents: Agents;
  /** Models that agents can run on. */
  readonly models: Models;
  /** Sandboxes that sessions run in. */
  readonly environments: Environments;
  /** Running conversations between you and an agent. */
  readonly sessions: Sessions;
  /** Uploaded files and delivered artifacts. */
  readonly files: Files;
  /** Containers of credentials. */
  readonly vaults: Vaults;
  /** Reusable instructions that agents load on demand. */
  readonly skills: Skills;
  /** Long-term memory shared between sessions. */
  readonly memory_stores: MemoryStores;
  /** Scheduled or on-demand runs of an agent. */
  readonly deployments: Deployments;
  /** Runs across all deployments. */
  readonly deployment_runs: DeploymentRuns;
  /** Background consolidation of memories. */
  readonly dreams: Dreams;
  /** Exchange of Service Account keys for access tokens. */
  readonly auth: Auth;

  constructor(calls: Calls) {
    this.agents = new Agents(calls);
    this.models = new Models(calls);
    this.environments = new Environments(calls);
    this.sessions = new Sessions(calls);
    this.files = new Files(calls);
    this.vaults = new Vaults(calls);
    this.skills = new Skills(calls);
    this.memory_stores = new MemoryStores(calls);
    this.deployments = new Deployments(calls);
    this.deployment_runs = new DeploymentRuns(calls);
    this.dreams = new Dreams(calls);
    this.auth = new Auth(calls);
  }
}
