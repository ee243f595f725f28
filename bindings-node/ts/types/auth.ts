// Generated from spec/ by codegen; edit the spec.

/** Token to issue. */
export interface TokenExchangeParams {
  /** OAuth grant; always `client_credentials`. */
  grant_type?: 'client_credentials';
  /** Service the token is for; always `qoder`. */
  audience?: 'qoder';
  /** Space-separated scopes: `qca.access` for Managed, `forward.access` for Forward. */
  scope: string;
  /** Wanted life time. From 1 to 43200. Default: 3600. */
  ttl_seconds?: number;
}

/** Issued token; the whole answer is a secret. */
export interface TokenExchangeResponse {
  /** SAT to send as bearer token. A secret: keep it out of logs. */
  access_token: string;
  /** `Bearer`, in any letter case. */
  token_type: string;
  /** Life time in seconds; may arrive as a digit string. */
  expires_in: number | string;
  /** When it expires. */
  expires_at?: string;
}
