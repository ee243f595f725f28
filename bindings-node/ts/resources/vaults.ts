// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { VaultHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type {
  Credential,
  CredentialCreateParams,
  CredentialUpdateParams,
  CredentialValidation,
  DeletedCredential,
  DeletedVault,
  Vault,
  VaultCreateParams,
} from '../types/vaults.js';

/** Arguments of `vaults.list`. */
export interface VaultListParams extends PageParams {
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Match on the label. */
  name?: string;
}

/** Containers of credentials. */
export class Vaults extends VaultHelpers {
  /** Secrets that sessions may use and nobody can read back. */
  readonly credentials: VaultsCredentials;

  constructor(calls: Calls) {
    super(calls);
    this.credentials = new VaultsCredentials(calls);
  }

  /** Create a vault. */
  create(params: VaultCreateParams, options?: CallOptions): APIPromise<Vault> {
    return this.calls.json(ops.vaultsCreate, [], params, options);
  }

  /**
   * List vaults.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: VaultListParams, options?: CallOptions): PagePromise<Vault> {
    return this.calls.pages(ops.vaultsList, [], params, options);
  }

  /** Fetch a vault. */
  retrieve(vaultId: string, params?: CommonParams, options?: CallOptions): APIPromise<Vault> {
    return this.calls.json(ops.vaultsRetrieve, [vaultId], params, options);
  }

  /** Delete a vault with its credentials. */
  delete(vaultId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeletedVault> {
    return this.calls.json(ops.vaultsDelete, [vaultId], params, options);
  }

  /** Archive a vault. */
  archive(vaultId: string, params?: CommonParams, options?: CallOptions): APIPromise<Vault> {
    return this.calls.json(ops.vaultsArchive, [vaultId], params, options);
  }
}

/** Arguments of `vaults.credentials.list`. */
export interface VaultsCredentialListParams extends PageParams {
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Match on the label. */
  name?: string;
}

/** Secrets that sessions may use and nobody can read back. */
export class VaultsCredentials extends Resource {
  /** Store a credential; its secret can never be read back. */
  create(vaultId: string, params: CredentialCreateParams, options?: CallOptions): APIPromise<Credential> {
    return this.calls.json(ops.vaultsCredentialsCreate, [vaultId], params, options);
  }

  /**
   * List the credentials of a vault without their secrets.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(vaultId: string, params?: VaultsCredentialListParams, options?: CallOptions): PagePromise<Credential> {
    return this.calls.pages(ops.vaultsCredentialsList, [vaultId], params, options);
  }

  /** Fetch a credential without its secret. */
  retrieve(
    vaultId: string,
    credentialId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<Credential> {
    return this.calls.json(ops.vaultsCredentialsRetrieve, [vaultId, credentialId], params, options);
  }

  /**
   * Rotate secrets or change metadata; nothing else can change.
   *
   * Never retried.
   */
  update(
    vaultId: string,
    credentialId: string,
    params?: CredentialUpdateParams,
    options?: CallOptions,
  ): APIPromise<Credential> {
    return this.calls.json(ops.vaultsCredentialsUpdate, [vaultId, credentialId], params, options);
  }

  /** Delete a credential. */
  delete(
    vaultId: string,
    credentialId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeletedCredential> {
    return this.calls.json(ops.vaultsCredentialsDelete, [vaultId, credentialId], params, options);
  }

  /** Archive a credential. */
  archive(
    vaultId: string,
    credentialId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<Credential> {
    return this.calls.json(ops.vaultsCredentialsArchive, [vaultId, credentialId], params, options);
  }

  /** Probe the MCP server with an OAuth credential, refreshing it if possible. */
  mcp_oauth_validate(
    vaultId: string,
    credentialId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<CredentialValidation> {
    return this.calls.json(ops.vaultsCredentialsMcpOauthValidate, [vaultId, credentialId], params, options);
  }
}
