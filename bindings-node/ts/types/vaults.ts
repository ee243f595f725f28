// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams } from './common.js';

/** Stored credential; secrets are never returned. */
export interface Credential {
  /** Kind tag of this object. */
  type: 'vault_credential';
  /** Credential ID, prefix `vcred_`. */
  id: string;
  /** Vault it belongs to. */
  vault_id: string;
  /** Its shape without secrets. */
  auth: CredentialAuth;
  /** Human-readable label. */
  display_name?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Readable part of a credential. */
export type CredentialAuth = StaticBearerAuth | McpOAuthAuth | EnvironmentVariableAuth | UnknownVariant;

/** Kind and secret of a new credential. */
export type CredentialAuthParams = StaticBearerParams | McpOAuthParams | EnvironmentVariableParams;

/** New secret parts of a credential. */
export type CredentialAuthUpdateParams =
  | StaticBearerUpdateParams
  | McpOAuthUpdateParams
  | EnvironmentVariableUpdateParams;

/** New credential. */
export interface CredentialCreateParams extends CommonParams {
  /** Kind and secret. */
  auth: CredentialAuthParams;
  /** Human-readable label. */
  display_name?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** Only the listed hosts. */
export interface CredentialNetworkLimited {
  /** Kind tag of this object. */
  type: 'limited';
  /** Host names. */
  allowed_hosts: string[];
}

/** Any host the environment may reach. */
export interface CredentialNetworkUnrestricted {
  /** Kind tag of this object. */
  type: 'unrestricted';
}

/** Hosts towards which the real secret is substituted. */
export type CredentialNetworking = CredentialNetworkUnrestricted | CredentialNetworkLimited | UnknownVariant;

/** Refresh attempt made during a probe. */
export interface CredentialRefresh {
  /** Its outcome. */
  status: CredentialRefreshStatus;
  /** What the token endpoint answered. */
  http_response?: ProbeResponse | null;
}

/** Change of a credential. At least one member is needed. */
export interface CredentialUpdateParams extends CommonParams {
  /** New secret parts; the type must match. */
  auth?: CredentialAuthUpdateParams;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
}

/** Outcome of probing an OAuth credential. */
export interface CredentialValidation {
  /** Kind tag of this object. */
  type: 'vault_credential_validation' | (string & {});
  /** Credential probed. */
  credential_id: string;
  /** Its vault. */
  vault_id: string;
  /** Verdict. */
  status: CredentialValidationStatus;
  /** When it was probed. */
  validated_at?: string;
  /** Whether a refresh token is stored. */
  has_refresh_token?: boolean;
  /** Refresh attempt. */
  refresh?: CredentialRefresh | null;
  /** Call made to the MCP server. */
  mcp_probe?: McpProbe | null;
}

/** Marker of a deleted credential. */
export interface DeletedCredential {
  /** Kind tag of this object. */
  type?: 'vault_credential_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Marker of a deleted vault. */
export interface DeletedVault {
  /** Kind tag of this object. */
  type?: 'vault_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Secret exposed to the sandbox as an environment variable. */
export interface EnvironmentVariableAuth {
  /** Kind tag of this object. */
  type: 'environment_variable';
  /** Variable name. */
  secret_name: string;
  /** Hosts that may receive the real value. */
  networking?: CredentialNetworking;
  /** Where the real value may be put. */
  injection_location?: InjectionLocation;
}

/** Secret exposed to the sandbox as an environment variable. */
export interface EnvironmentVariableParams {
  /** Kind tag of this object. */
  type: 'environment_variable';
  /** Variable name; cannot change later. */
  secret_name: string;
  /** Secret value. A secret: keep it out of logs. */
  secret_value: string;
  /** Hosts that may receive the real value. */
  networking?: CredentialNetworking;
  /** Where the real value may be put. */
  injection_location?: InjectionLocation;
}

/** New value of a variable. */
export interface EnvironmentVariableUpdateParams {
  /** Kind tag of this object. */
  type: 'environment_variable';
  /** Secret value. A secret: keep it out of logs. */
  secret_value?: string | null;
  /** Hosts that may receive the real value. */
  networking?: CredentialNetworking;
  /** Where the real value may be put. */
  injection_location?: InjectionLocation;
}

/** Parts of an outgoing request where the secret may be substituted. */
export interface InjectionLocation {
  /** In headers. */
  header?: boolean | null;
  /** In the body. */
  body?: boolean | null;
}

/** OAuth grant for an MCP server. */
export interface McpOAuthAuth {
  /** Kind tag of this object. */
  type: 'mcp_oauth';
  /** URL of the MCP server this credential is for. */
  mcp_server_url: string;
  /** When the access token expires. */
  expires_at?: string | null;
  /** Refresh settings, if any. */
  refresh?: McpOAuthRefresh | null;
}

/** OAuth grant, optionally self-refreshing. */
export interface McpOAuthParams {
  /** Kind tag of this object. */
  type: 'mcp_oauth';
  /** URL of the MCP server this credential is for. */
  mcp_server_url: string;
  /** Secret access token. A secret: keep it out of logs. */
  access_token: string;
  /** When the access token expires. */
  expires_at?: string | null;
  /** How to renew it. */
  refresh?: McpOAuthRefreshParams | null;
}

/** Readable part of the refresh settings. */
export interface McpOAuthRefresh {
  /** OAuth client. */
  client_id?: string;
  /** Token endpoint URL. */
  token_endpoint?: string;
  /** How the client authenticates there. */
  token_endpoint_auth?: TokenEndpointAuth;
  /** Resource indicator. */
  resource?: string | null;
  /** Space-separated scopes. */
  scope?: string | null;
}

/** How to renew an access token. */
export interface McpOAuthRefreshParams {
  /** OAuth client. */
  client_id: string;
  /** Secret refresh token. A secret: keep it out of logs. */
  refresh_token: string;
  /** Token endpoint URL. */
  token_endpoint: string;
  /** How the client authenticates there. */
  token_endpoint_auth: TokenEndpointAuthParams;
  /** Resource indicator. */
  resource?: string | null;
  /** Space-separated scopes. */
  scope?: string | null;
}

/** Changes to the refresh settings; the client and the endpoint stay fixed. */
export interface McpOAuthRefreshUpdateParams {
  /** Secret refresh token. A secret: keep it out of logs. */
  refresh_token?: string | null;
  /** Space-separated scopes. */
  scope?: string | null;
  /** New client secret. */
  token_endpoint_auth?: TokenEndpointAuthParams | null;
}

/** New OAuth tokens. */
export interface McpOAuthUpdateParams {
  /** Kind tag of this object. */
  type: 'mcp_oauth';
  /** Secret access token. A secret: keep it out of logs. */
  access_token?: string | null;
  /** When the access token expires. */
  expires_at?: string | null;
  /** Changes to the refresh settings. */
  refresh?: McpOAuthRefreshUpdateParams | null;
}

/** Call made to the MCP server during a probe. */
export interface McpProbe {
  /** MCP method, for example `initialize`. */
  method?: string;
  /** What the server answered. */
  http_response?: ProbeResponse | null;
}

/** HTTP answer seen during a probe. */
export interface ProbeResponse {
  /** HTTP status. */
  status_code?: number;
  /** MIME type. */
  content_type?: string | null;
  /** Body, possibly cut. */
  body?: string | null;
  /** Whether it was cut. */
  body_truncated?: boolean;
}

/** Fixed bearer token for an MCP server. */
export interface StaticBearerAuth {
  /** Kind tag of this object. */
  type: 'static_bearer';
  /** URL of the MCP server this credential is for. */
  mcp_server_url: string;
}

/** Fixed bearer token. The URL must equal the agent's MCP server URL. */
export interface StaticBearerParams {
  /** Kind tag of this object. */
  type: 'static_bearer';
  /** URL of the MCP server this credential is for. */
  mcp_server_url: string;
  /** Secret token. A secret: keep it out of logs. */
  token: string;
}

/** New bearer token. */
export interface StaticBearerUpdateParams {
  /** Kind tag of this object. */
  type: 'static_bearer';
  /** Secret token. A secret: keep it out of logs. */
  token?: string | null;
}

/** Client authentication method at the token endpoint. */
export interface TokenEndpointAuth {
  /** Kind tag of this object. */
  type: TokenEndpointAuthMethod;
}

/** Secret sent in the Authorization header. */
export interface TokenEndpointAuthBasic {
  /** Kind tag of this object. */
  type: 'client_secret_basic';
  /** Client secret; required when creating, optional when updating. A secret: keep it out of logs. */
  client_secret?: string;
}

/** Public client. */
export interface TokenEndpointAuthNone {
  /** Kind tag of this object. */
  type: 'none';
}

/** Client authentication at the token endpoint. */
export type TokenEndpointAuthParams = TokenEndpointAuthNone | TokenEndpointAuthBasic | TokenEndpointAuthPost;

/** Secret sent in the form body. */
export interface TokenEndpointAuthPost {
  /** Kind tag of this object. */
  type: 'client_secret_post';
  /** Client secret; required when creating, optional when updating. A secret: keep it out of logs. */
  client_secret?: string;
}

/** Container of credentials that a session may use. */
export interface Vault {
  /** Kind tag of this object. */
  type: 'vault';
  /** Vault ID, prefix `vault_`. */
  id: string;
  /** Human-readable label. */
  display_name: string;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Seen, empty, in the answer to vaults.create only. */
  credentials?: Credential[];
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** New vault. */
export interface VaultCreateParams extends CommonParams {
  /** Human-readable label. */
  display_name: string;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** How a token refresh went. */
export type CredentialRefreshStatus =
  | 'succeeded'
  | 'failed'
  | 'connect_error'
  | 'no_refresh_token'
  | (string & {});

/** Verdict on a credential. */
export type CredentialValidationStatus = 'valid' | 'invalid' | 'unknown' | (string & {});

/** How an OAuth client proves itself at the token endpoint. */
export type TokenEndpointAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | (string & {});
