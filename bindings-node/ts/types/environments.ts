// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams } from './common.js';

/** Sandbox run by the platform. */
export interface CloudConfig {
  /** Kind tag of this object. */
  type: 'cloud';
  /** Egress policy. Set it: when omitted it becomes `limited`, which blocks package managers and MCP. */
  networking?: Networking;
  /** Packages installed while the sandbox is prepared. */
  packages?: Packages;
  /**
   * Bash login-shell script run after package installation at every provisioning; a non-zero exit aborts
   * session start. Make it repeatable.
   */
  setup_script?: string | null;
}

/** Marker of a deleted environment. */
export interface DeletedEnvironment {
  /** Kind tag of this object. */
  type?: 'environment_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Sandbox definition. */
export interface Environment {
  /** Kind tag of this object. */
  type: 'environment';
  /** Environment ID, prefix `env_`. */
  id: string;
  /** Display name. */
  name: string;
  /** Free text describing the object. */
  description?: string | null;
  /** How the sandbox is built. */
  config?: EnvironmentConfig;
  /** Who may use it. */
  scope?: EnvironmentScope;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Sandbox configuration. */
export type EnvironmentConfig = CloudConfig | SelfHostedConfig | UnknownVariant;

/** New environment. */
export interface EnvironmentCreateParams extends CommonParams {
  /** Display name. */
  name: string;
  /** Free text describing the object. */
  description?: string | null;
  /** Omit for a default cloud sandbox; null or {} is refused. */
  config?: EnvironmentConfig;
  /** Who may use it. */
  scope?: EnvironmentScope;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** Partial change of an environment. */
export interface EnvironmentUpdateParams extends CommonParams {
  /** Display name. */
  name?: string | null;
  /** Free text describing the object. */
  description?: string | null;
  /** Replaces the stored configuration. */
  config?: EnvironmentConfig;
  /** Who may use it. */
  scope?: EnvironmentScope;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
}

/** Only listed egress allowed. */
export interface LimitedNetwork {
  /** Kind tag of this object. */
  type: 'limited';
  /** Hosts that may be reached. */
  allowed_hosts?: string[];
  /** Also allow the agent's MCP servers. */
  allow_mcp_servers?: boolean | null;
  /** Also allow package managers. */
  allow_package_managers?: boolean | null;
}

/** Egress policy of a cloud sandbox. */
export type Networking = UnrestrictedNetwork | LimitedNetwork | UnknownVariant;

/** Package specs per package manager. */
export interface Packages {
  /** Kind tag of this object. */
  type?: 'packages';
  /** Debian packages. */
  apt?: string[];
  /** Rust crates. */
  cargo?: string[];
  /** Ruby gems. */
  gem?: string[];
  /** Go modules. */
  go?: string[];
  /** npm packages, for example `typescript@5.0.0`. */
  npm?: string[];
  /** Python packages. */
  pip?: string[];
}

/**
 * Sandbox run by the customer's own workers. Sessions on it accept neither resources nor environment
 * variables.
 */
export interface SelfHostedConfig {
  /** Kind tag of this object. */
  type: 'self_hosted';
  /** Script for the worker. */
  setup_script?: string;
}

/** All egress allowed. */
export interface UnrestrictedNetwork {
  /** Kind tag of this object. */
  type: 'unrestricted';
}

/** Who may use an environment. */
export type EnvironmentScope = 'organization' | 'account' | (string & {});
