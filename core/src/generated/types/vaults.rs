// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/vaults.yaml`.

use std::collections::BTreeMap;

use crate::model::{Field, Secret, Timestamp, object, strings, tagged};

object! {
    /// Stored credential; secrets are never returned.
    pub struct Credential tag "type" = "vault_credential" {
        /// Credential ID, prefix `vcred_`.
        need id: String = "id",
        /// Vault it belongs to.
        need vault_id: String = "vault_id",
        /// Its shape without secrets.
        need auth: CredentialAuth = "auth",
        /// Human-readable label.
        may display_name: String = "display_name",
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
    /// Readable part of a credential.
    pub enum CredentialAuth by "type" {
        /// Fixed bearer token for an MCP server.
        StaticBearer(StaticBearerAuth) = "static_bearer",
        /// OAuth grant for an MCP server.
        McpO(Box<McpOAuthAuth>) = "mcp_oauth",
        /// Secret exposed to the sandbox as an environment variable.
        EnvironmentVariable(EnvironmentVariableAuth) = "environment_variable",
    }
}

tagged! {
    /// Kind and secret of a new credential.
    pub enum CredentialAuthParams by "type" {
        /// Fixed bearer token. The URL must equal the agent's MCP server URL.
        StaticBearer(StaticBearerParams) = "static_bearer",
        /// OAuth grant, optionally self-refreshing.
        McpO(McpOAuthParams) = "mcp_oauth",
        /// Secret exposed to the sandbox as an environment variable.
        EnvironmentVariable(EnvironmentVariableParams) = "environment_variable",
    }
}

tagged! {
    /// New secret parts of a credential.
    pub enum CredentialAuthUpdateParams by "type" {
        /// New bearer token.
        StaticBearerUpdate(StaticBearerUpdateParams) = "static_bearer",
        /// New OAuth tokens.
        McpOAuthUpdate(McpOAuthUpdateParams) = "mcp_oauth",
        /// New value of a variable.
        EnvironmentVariableUpdate(EnvironmentVariableUpdateParams) = "environment_variable",
    }
}

object! {
    /// New credential.
    pub struct CredentialCreateParams {
        /// Kind and secret.
        need auth: CredentialAuthParams = "auth",
        /// Human-readable label.
        set display_name: String = "display_name",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

object! {
    /// Only the listed hosts.
    pub struct CredentialNetworkLimited tag "type" = "limited" {
        /// Host names.
        need allowed_hosts: Vec<String> = "allowed_hosts",
    }
}

impl CredentialNetworkLimited {
    /// One with its required members.
    pub fn new(allowed_hosts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { allowed_hosts: allowed_hosts.into_iter().map(Into::into).collect(), extra: Default::default() }
    }
}

object! {
    /// Any host the environment may reach.
    pub struct CredentialNetworkUnrestricted tag "type" = "unrestricted" {
    }
}

impl CredentialNetworkUnrestricted {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

tagged! {
    /// Hosts towards which the real secret is substituted.
    pub enum CredentialNetworking by "type" {
        /// Any host the environment may reach.
        CredentialNetworkUnrestricted(CredentialNetworkUnrestricted) = "unrestricted",
        /// Only the listed hosts.
        CredentialNetworkLimited(CredentialNetworkLimited) = "limited",
    }
}

object! {
    /// Refresh attempt made during a probe.
    pub struct CredentialRefresh {
        /// Its outcome.
        need status: CredentialRefreshStatus = "status",
        /// What the token endpoint answered.
        may http_response: ProbeResponse = "http_response",
    }
}

object! {
    /// Change of a credential. At least one member is needed.
    pub struct CredentialUpdateParams {
        /// New secret parts; the type must match.
        may auth: CredentialAuthUpdateParams = "auth",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Outcome of probing an OAuth credential.
    pub struct CredentialValidation tag "type" = "vault_credential_validation" {
        /// Credential probed.
        need credential_id: String = "credential_id",
        /// Its vault.
        need vault_id: String = "vault_id",
        /// Verdict.
        need status: CredentialValidationStatus = "status",
        /// When it was probed.
        may validated_at: Timestamp = "validated_at",
        /// Whether a refresh token is stored.
        may has_refresh_token: bool = "has_refresh_token",
        /// Refresh attempt.
        may refresh: CredentialRefresh = "refresh",
        /// Call made to the MCP server.
        may mcp_probe: McpProbe = "mcp_probe",
    }
}

object! {
    /// Marker of a deleted credential.
    pub struct DeletedCredential {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Marker of a deleted vault.
    pub struct DeletedVault {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Secret exposed to the sandbox as an environment variable.
    pub struct EnvironmentVariableAuth tag "type" = "environment_variable" {
        /// Variable name.
        need secret_name: String = "secret_name",
        /// Hosts that may receive the real value.
        may networking: CredentialNetworking = "networking",
        /// Where the real value may be put.
        may injection_location: InjectionLocation = "injection_location",
    }
}

object! {
    /// Secret exposed to the sandbox as an environment variable.
    pub struct EnvironmentVariableParams tag "type" = "environment_variable" {
        /// Variable name; cannot change later.
        need secret_name: String = "secret_name",
        /// Secret value.
        need secret_value: Secret = "secret_value",
        /// Hosts that may receive the real value.
        may networking: CredentialNetworking = "networking",
        /// Where the real value may be put.
        may injection_location: InjectionLocation = "injection_location",
    }
}

impl EnvironmentVariableParams {
    /// One with its required members.
    pub fn new(secret_name: impl Into<String>, secret_value: impl Into<Secret>) -> Self {
        Self { secret_name: secret_name.into(), secret_value: secret_value.into(), ..Self::default() }
    }

    /// Hosts that may receive the real value.
    pub fn networking(mut self, networking: impl Into<CredentialNetworking>) -> Self {
        self.networking = Some(networking.into());
        self
    }

    /// Where the real value may be put.
    pub fn injection_location(mut self, injection_location: impl Into<InjectionLocation>) -> Self {
        self.injection_location = Some(injection_location.into());
        self
    }
}

object! {
    /// New value of a variable.
    pub struct EnvironmentVariableUpdateParams tag "type" = "environment_variable" {
        /// Secret value.
        set secret_value: Secret = "secret_value",
        /// Hosts that may receive the real value.
        may networking: CredentialNetworking = "networking",
        /// Where the real value may be put.
        may injection_location: InjectionLocation = "injection_location",
    }
}

impl EnvironmentVariableUpdateParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Secret value.
    pub fn secret_value(mut self, secret_value: impl Into<Field<Secret>>) -> Self {
        self.secret_value = secret_value.into();
        self
    }

    /// Hosts that may receive the real value.
    pub fn networking(mut self, networking: impl Into<CredentialNetworking>) -> Self {
        self.networking = Some(networking.into());
        self
    }

    /// Where the real value may be put.
    pub fn injection_location(mut self, injection_location: impl Into<InjectionLocation>) -> Self {
        self.injection_location = Some(injection_location.into());
        self
    }
}

object! {
    /// Parts of an outgoing request where the secret may be substituted.
    pub struct InjectionLocation {
        /// In headers.
        may header: bool = "header",
        /// In the body.
        may body: bool = "body",
    }
}

impl InjectionLocation {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// In headers.
    pub fn header(mut self, header: bool) -> Self {
        self.header = Some(header);
        self
    }

    /// In the body.
    pub fn body(mut self, body: bool) -> Self {
        self.body = Some(body);
        self
    }
}

object! {
    /// OAuth grant for an MCP server.
    pub struct McpOAuthAuth tag "type" = "mcp_oauth" {
        /// URL of the MCP server this credential is for.
        need mcp_server_url: String = "mcp_server_url",
        /// When the access token expires.
        may expires_at: Timestamp = "expires_at",
        /// Refresh settings, if any.
        may refresh: McpOAuthRefresh = "refresh",
    }
}

object! {
    /// OAuth grant, optionally self-refreshing.
    pub struct McpOAuthParams tag "type" = "mcp_oauth" {
        /// URL of the MCP server this credential is for.
        need mcp_server_url: String = "mcp_server_url",
        /// Secret access token.
        need access_token: Secret = "access_token",
        /// When the access token expires.
        set expires_at: Timestamp = "expires_at",
        /// How to renew it.
        set refresh: McpOAuthRefreshParams = "refresh",
    }
}

impl McpOAuthParams {
    /// One with its required members.
    pub fn new(mcp_server_url: impl Into<String>, access_token: impl Into<Secret>) -> Self {
        Self { mcp_server_url: mcp_server_url.into(), access_token: access_token.into(), ..Self::default() }
    }

    /// When the access token expires.
    pub fn expires_at(mut self, expires_at: impl Into<Field<Timestamp>>) -> Self {
        self.expires_at = expires_at.into();
        self
    }

    /// How to renew it.
    pub fn refresh(mut self, refresh: impl Into<Field<McpOAuthRefreshParams>>) -> Self {
        self.refresh = refresh.into();
        self
    }
}

object! {
    /// Readable part of the refresh settings.
    pub struct McpOAuthRefresh {
        /// OAuth client.
        may client_id: String = "client_id",
        /// Token endpoint URL.
        may token_endpoint: String = "token_endpoint",
        /// How the client authenticates there.
        may token_endpoint_auth: TokenEndpointAuth = "token_endpoint_auth",
        /// Resource indicator.
        may resource: String = "resource",
        /// Space-separated scopes.
        may scope: String = "scope",
    }
}

object! {
    /// How to renew an access token.
    pub struct McpOAuthRefreshParams {
        /// OAuth client.
        need client_id: String = "client_id",
        /// Secret refresh token.
        need refresh_token: Secret = "refresh_token",
        /// Token endpoint URL.
        need token_endpoint: String = "token_endpoint",
        /// How the client authenticates there.
        need token_endpoint_auth: TokenEndpointAuthParams = "token_endpoint_auth",
        /// Resource indicator.
        set resource: String = "resource",
        /// Space-separated scopes.
        set scope: String = "scope",
    }
}

impl McpOAuthRefreshParams {
    /// One with its required members.
    pub fn new(
        client_id: impl Into<String>,
        refresh_token: impl Into<Secret>,
        token_endpoint: impl Into<String>,
        token_endpoint_auth: impl Into<TokenEndpointAuthParams>,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            refresh_token: refresh_token.into(),
            token_endpoint: token_endpoint.into(),
            token_endpoint_auth: token_endpoint_auth.into(),
            ..Self::default()
        }
    }

    /// Resource indicator.
    pub fn resource(mut self, resource: impl Into<Field<String>>) -> Self {
        self.resource = resource.into();
        self
    }

    /// Space-separated scopes.
    pub fn scope(mut self, scope: impl Into<Field<String>>) -> Self {
        self.scope = scope.into();
        self
    }
}

object! {
    /// Changes to the refresh settings; the client and the endpoint stay fixed.
    pub struct McpOAuthRefreshUpdateParams {
        /// Secret refresh token.
        set refresh_token: Secret = "refresh_token",
        /// Space-separated scopes.
        set scope: String = "scope",
        /// New client secret.
        set token_endpoint_auth: TokenEndpointAuthParams = "token_endpoint_auth",
    }
}

impl McpOAuthRefreshUpdateParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Secret refresh token.
    pub fn refresh_token(mut self, refresh_token: impl Into<Field<Secret>>) -> Self {
        self.refresh_token = refresh_token.into();
        self
    }

    /// Space-separated scopes.
    pub fn scope(mut self, scope: impl Into<Field<String>>) -> Self {
        self.scope = scope.into();
        self
    }

    /// New client secret.
    pub fn token_endpoint_auth(
        mut self,
        token_endpoint_auth: impl Into<Field<TokenEndpointAuthParams>>,
    ) -> Self {
        self.token_endpoint_auth = token_endpoint_auth.into();
        self
    }
}

object! {
    /// New OAuth tokens.
    pub struct McpOAuthUpdateParams tag "type" = "mcp_oauth" {
        /// Secret access token.
        set access_token: Secret = "access_token",
        /// When the access token expires.
        set expires_at: Timestamp = "expires_at",
        /// Changes to the refresh settings.
        set refresh: McpOAuthRefreshUpdateParams = "refresh",
    }
}

impl McpOAuthUpdateParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Secret access token.
    pub fn access_token(mut self, access_token: impl Into<Field<Secret>>) -> Self {
        self.access_token = access_token.into();
        self
    }

    /// When the access token expires.
    pub fn expires_at(mut self, expires_at: impl Into<Field<Timestamp>>) -> Self {
        self.expires_at = expires_at.into();
        self
    }

    /// Changes to the refresh settings.
    pub fn refresh(mut self, refresh: impl Into<Field<McpOAuthRefreshUpdateParams>>) -> Self {
        self.refresh = refresh.into();
        self
    }
}

object! {
    /// Call made to the MCP server during a probe.
    pub struct McpProbe {
        /// MCP method, for example `initialize`.
        may method: String = "method",
        /// What the server answered.
        may http_response: ProbeResponse = "http_response",
    }
}

object! {
    /// HTTP answer seen during a probe.
    pub struct ProbeResponse {
        /// HTTP status.
        may status_code: i64 = "status_code",
        /// MIME type.
        may content_type: String = "content_type",
        /// Body, possibly cut.
        may body: String = "body",
        /// Whether it was cut.
        may body_truncated: bool = "body_truncated",
    }
}

object! {
    /// Fixed bearer token for an MCP server.
    pub struct StaticBearerAuth tag "type" = "static_bearer" {
        /// URL of the MCP server this credential is for.
        need mcp_server_url: String = "mcp_server_url",
    }
}

object! {
    /// Fixed bearer token. The URL must equal the agent's MCP server URL.
    pub struct StaticBearerParams tag "type" = "static_bearer" {
        /// URL of the MCP server this credential is for.
        need mcp_server_url: String = "mcp_server_url",
        /// Secret token.
        need token: Secret = "token",
    }
}

impl StaticBearerParams {
    /// One with its required members.
    pub fn new(mcp_server_url: impl Into<String>, token: impl Into<Secret>) -> Self {
        Self { mcp_server_url: mcp_server_url.into(), token: token.into(), extra: Default::default() }
    }
}

object! {
    /// New bearer token.
    pub struct StaticBearerUpdateParams tag "type" = "static_bearer" {
        /// Secret token.
        set token: Secret = "token",
    }
}

impl StaticBearerUpdateParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Secret token.
    pub fn token(mut self, token: impl Into<Field<Secret>>) -> Self {
        self.token = token.into();
        self
    }
}

object! {
    /// Client authentication method at the token endpoint.
    pub struct TokenEndpointAuth {
        /// Kind tag of this object.
        need r#type: TokenEndpointAuthMethod = "type",
    }
}

object! {
    /// Secret sent in the Authorization header.
    pub struct TokenEndpointAuthBasic tag "type" = "client_secret_basic" {
        /// Client secret; required when creating, optional when updating.
        may client_secret: Secret = "client_secret",
    }
}

impl TokenEndpointAuthBasic {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Client secret; required when creating, optional when updating.
    pub fn client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(client_secret.into());
        self
    }
}

object! {
    /// Public client.
    pub struct TokenEndpointAuthNone tag "type" = "none" {
    }
}

impl TokenEndpointAuthNone {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

tagged! {
    /// Client authentication at the token endpoint.
    pub enum TokenEndpointAuthParams by "type" {
        /// Public client.
        TokenEndpointAuthNone(TokenEndpointAuthNone) = "none",
        /// Secret sent in the Authorization header.
        TokenEndpointAuthBasic(TokenEndpointAuthBasic) = "client_secret_basic",
        /// Secret sent in the form body.
        TokenEndpointAuthPost(TokenEndpointAuthPost) = "client_secret_post",
    }
}

object! {
    /// Secret sent in the form body.
    pub struct TokenEndpointAuthPost tag "type" = "client_secret_post" {
        /// Client secret; required when creating, optional when updating.
        may client_secret: Secret = "client_secret",
    }
}

impl TokenEndpointAuthPost {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Client secret; required when creating, optional when updating.
    pub fn client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(client_secret.into());
        self
    }
}

object! {
    /// Container of credentials that a session may use.
    pub struct Vault tag "type" = "vault" {
        /// Vault ID, prefix `vault_`.
        need id: String = "id",
        /// Human-readable label.
        need display_name: String = "display_name",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Seen, empty, in the answer to vaults.create only.
        need credentials: Vec<Credential> = "credentials",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// New vault.
    pub struct VaultCreateParams {
        /// Human-readable label.
        need display_name: String = "display_name",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

strings! {
    /// How a token refresh went.
    pub enum CredentialRefreshStatus {
        Succeeded = "succeeded",
        Failed = "failed",
        ConnectError = "connect_error",
        NoRefreshToken = "no_refresh_token",
    }
}

strings! {
    /// Verdict on a credential.
    pub enum CredentialValidationStatus {
        Valid = "valid",
        Invalid = "invalid",
        Unknown = "unknown",
    }
}

strings! {
    /// How an OAuth client proves itself at the token endpoint.
    pub enum TokenEndpointAuthMethod {
        None = "none",
        ClientSecretBasic = "client_secret_basic",
        ClientSecretPost = "client_secret_post",
    }
}
