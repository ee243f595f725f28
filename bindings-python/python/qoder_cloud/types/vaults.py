# Generated from spec/ by codegen; edit the spec.
"""Types of vaults."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required

if TYPE_CHECKING:
    CredentialRefreshStatus: TypeAlias = (
        Literal["succeeded", "failed", "connect_error", "no_refresh_token"] | str
    )
    """How a token refresh went."""
    CredentialValidationStatus: TypeAlias = Literal["valid", "invalid", "unknown"] | str
    """Verdict on a credential."""
    TokenEndpointAuthMethod: TypeAlias = Literal["none", "client_secret_basic", "client_secret_post"] | str
    """How an OAuth client proves itself at the token endpoint."""
else:
    CredentialRefreshStatus = str
    CredentialValidationStatus = str
    TokenEndpointAuthMethod = str


class Credential(Model):
    """Stored credential; secrets are never returned."""

    type: Literal["vault_credential"] = "vault_credential"
    """Kind tag of this object."""

    id: str = ABSENT
    """Credential ID, prefix `vcred_`."""

    vault_id: str = ABSENT
    """Vault it belongs to."""

    auth: "CredentialAuth" = ABSENT
    """Its shape without secrets."""

    display_name: str | None = None
    """Human-readable label."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class CredentialCreateParams(TypedDict, total=False):
    """New credential."""

    auth: "Required[CredentialAuthParams]"
    """Kind and secret."""

    display_name: str | None
    """Human-readable label."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class CredentialNetworkLimited(Model, tag_field="type", tag="limited"):
    """Only the listed hosts."""

    type: ClassVar[Literal["limited"]] = "limited"
    """Kind tag of this object."""

    allowed_hosts: list[str] = []
    """Host names."""


class CredentialNetworkLimitedParams(TypedDict, total=False):
    """Only the listed hosts."""

    type: Required[Literal["limited"]]
    """Kind tag of this object."""

    allowed_hosts: Required[Sequence[str]]
    """Host names."""


class CredentialNetworkUnrestricted(Model, tag_field="type", tag="unrestricted"):
    """Any host the environment may reach."""

    type: ClassVar[Literal["unrestricted"]] = "unrestricted"
    """Kind tag of this object."""


class CredentialNetworkUnrestrictedParams(TypedDict, total=False):
    """Any host the environment may reach."""

    type: Required[Literal["unrestricted"]]
    """Kind tag of this object."""


class CredentialRefresh(Model):
    """Refresh attempt made during a probe."""

    status: CredentialRefreshStatus = ABSENT
    """Its outcome."""

    http_response: "ProbeResponse | None" = None
    """What the token endpoint answered."""


class CredentialUpdateParams(TypedDict, total=False):
    """Change of a credential. At least one member is needed."""

    auth: "CredentialAuthUpdateParams"
    """New secret parts; the type must match."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class CredentialValidation(Model):
    """Outcome of probing an OAuth credential."""

    type: str = ABSENT
    """Kind tag of this object. Known: `vault_credential_validation`."""

    credential_id: str = ABSENT
    """Credential probed."""

    vault_id: str = ABSENT
    """Its vault."""

    status: CredentialValidationStatus = ABSENT
    """Verdict."""

    validated_at: datetime | None = None
    """When it was probed."""

    has_refresh_token: bool | None = None
    """Whether a refresh token is stored."""

    refresh: CredentialRefresh | None = None
    """Refresh attempt."""

    mcp_probe: "McpProbe | None" = None
    """Call made to the MCP server."""


class DeletedCredential(Model):
    """Marker of a deleted credential."""

    type: str | None = None
    """Kind tag of this object. Known: `vault_credential_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class DeletedVault(Model):
    """Marker of a deleted vault."""

    type: str | None = None
    """Kind tag of this object. Known: `vault_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class EnvironmentVariableAuth(Model, tag_field="type", tag="environment_variable"):
    """Secret exposed to the sandbox as an environment variable."""

    type: ClassVar[Literal["environment_variable"]] = "environment_variable"
    """Kind tag of this object."""

    secret_name: str = ABSENT
    """Variable name."""

    networking: "CredentialNetworking | None" = None
    """Hosts that may receive the real value."""

    injection_location: "InjectionLocation | None" = None
    """Where the real value may be put."""


class EnvironmentVariableParams(TypedDict, total=False):
    """Secret exposed to the sandbox as an environment variable."""

    type: Required[Literal["environment_variable"]]
    """Kind tag of this object."""

    secret_name: Required[str]
    """Variable name; cannot change later."""

    secret_value: Required[str]
    """Secret value."""

    networking: "CredentialNetworkingParams"
    """Hosts that may receive the real value."""

    injection_location: "InjectionLocationParams"
    """Where the real value may be put."""


class EnvironmentVariableUpdateParams(TypedDict, total=False):
    """New value of a variable."""

    type: Required[Literal["environment_variable"]]
    """Kind tag of this object."""

    secret_value: str | None
    """Secret value."""

    networking: "CredentialNetworkingParams"
    """Hosts that may receive the real value."""

    injection_location: "InjectionLocationParams"
    """Where the real value may be put."""


class InjectionLocation(Model):
    """Parts of an outgoing request where the secret may be substituted."""

    header: bool | None = None
    """In headers."""

    body: bool | None = None
    """In the body."""


class InjectionLocationParams(TypedDict, total=False):
    """Parts of an outgoing request where the secret may be substituted."""

    header: bool | None
    """In headers."""

    body: bool | None
    """In the body."""


class McpOAuthAuth(Model, tag_field="type", tag="mcp_oauth"):
    """OAuth grant for an MCP server."""

    type: ClassVar[Literal["mcp_oauth"]] = "mcp_oauth"
    """Kind tag of this object."""

    mcp_server_url: str = ABSENT
    """URL of the MCP server this credential is for."""

    expires_at: datetime | None = None
    """When the access token expires."""

    refresh: "McpOAuthRefresh | None" = None
    """Refresh settings, if any."""


class McpOAuthParams(TypedDict, total=False):
    """OAuth grant, optionally self-refreshing."""

    type: Required[Literal["mcp_oauth"]]
    """Kind tag of this object."""

    mcp_server_url: Required[str]
    """URL of the MCP server this credential is for."""

    access_token: Required[str]
    """Secret access token."""

    expires_at: datetime | None
    """When the access token expires."""

    refresh: "McpOAuthRefreshParams | None"
    """How to renew it."""


class McpOAuthRefresh(Model):
    """Readable part of the refresh settings."""

    client_id: str | None = None
    """OAuth client."""

    token_endpoint: str | None = None
    """Token endpoint URL."""

    token_endpoint_auth: "TokenEndpointAuth | None" = None
    """How the client authenticates there."""

    resource: str | None = None
    """Resource indicator."""

    scope: str | None = None
    """Space-separated scopes."""


class McpOAuthRefreshParams(TypedDict, total=False):
    """How to renew an access token."""

    client_id: Required[str]
    """OAuth client."""

    refresh_token: Required[str]
    """Secret refresh token."""

    token_endpoint: Required[str]
    """Token endpoint URL."""

    token_endpoint_auth: "Required[TokenEndpointAuthParams]"
    """How the client authenticates there."""

    resource: str | None
    """Resource indicator."""

    scope: str | None
    """Space-separated scopes."""


class McpOAuthRefreshUpdateParams(TypedDict, total=False):
    """Changes to the refresh settings; the client and the endpoint stay fixed."""

    refresh_token: str | None
    """Secret refresh token."""

    scope: str | None
    """Space-separated scopes."""

    token_endpoint_auth: "TokenEndpointAuthParams | None"
    """New client secret."""


class McpOAuthUpdateParams(TypedDict, total=False):
    """New OAuth tokens."""

    type: Required[Literal["mcp_oauth"]]
    """Kind tag of this object."""

    access_token: str | None
    """Secret access token."""

    expires_at: datetime | None
    """When the access token expires."""

    refresh: McpOAuthRefreshUpdateParams | None
    """Changes to the refresh settings."""


class McpProbe(Model):
    """Call made to the MCP server during a probe."""

    method: str | None = None
    """MCP method, for example `initialize`."""

    http_response: "ProbeResponse | None" = None
    """What the server answered."""


class ProbeResponse(Model):
    """HTTP answer seen during a probe."""

    status_code: int | None = None
    """HTTP status."""

    content_type: str | None = None
    """MIME type."""

    body: str | None = None
    """Body, possibly cut."""

    body_truncated: bool | None = None
    """Whether it was cut."""


class StaticBearerAuth(Model, tag_field="type", tag="static_bearer"):
    """Fixed bearer token for an MCP server."""

    type: ClassVar[Literal["static_bearer"]] = "static_bearer"
    """Kind tag of this object."""

    mcp_server_url: str = ABSENT
    """URL of the MCP server this credential is for."""


class StaticBearerParams(TypedDict, total=False):
    """Fixed bearer token. The URL must equal the agent's MCP server URL."""

    type: Required[Literal["static_bearer"]]
    """Kind tag of this object."""

    mcp_server_url: Required[str]
    """URL of the MCP server this credential is for."""

    token: Required[str]
    """Secret token."""


class StaticBearerUpdateParams(TypedDict, total=False):
    """New bearer token."""

    type: Required[Literal["static_bearer"]]
    """Kind tag of this object."""

    token: str | None
    """Secret token."""


class TokenEndpointAuth(Model):
    """Client authentication method at the token endpoint."""

    type: TokenEndpointAuthMethod = ABSENT
    """Kind tag of this object."""


class TokenEndpointAuthBasicParams(TypedDict, total=False):
    """Secret sent in the Authorization header."""

    type: Required[Literal["client_secret_basic"]]
    """Kind tag of this object."""

    client_secret: str
    """Client secret; required when creating, optional when updating."""


class TokenEndpointAuthNoneParams(TypedDict, total=False):
    """Public client."""

    type: Required[Literal["none"]]
    """Kind tag of this object."""


class TokenEndpointAuthPostParams(TypedDict, total=False):
    """Secret sent in the form body."""

    type: Required[Literal["client_secret_post"]]
    """Kind tag of this object."""

    client_secret: str
    """Client secret; required when creating, optional when updating."""


class Vault(Model):
    """Container of credentials that a session may use."""

    type: Literal["vault"] = "vault"
    """Kind tag of this object."""

    id: str = ABSENT
    """Vault ID, prefix `vault_`."""

    display_name: str = ABSENT
    """Human-readable label."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    credentials: list[Credential] = []
    """Seen, empty, in the answer to vaults.create only."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class VaultCreateParams(TypedDict, total=False):
    """New vault."""

    display_name: Required[str]
    """Human-readable label."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


CredentialAuth: TypeAlias = StaticBearerAuth | McpOAuthAuth | EnvironmentVariableAuth | OrUnknown
"""Readable part of a credential."""

CredentialNetworking: TypeAlias = CredentialNetworkUnrestricted | CredentialNetworkLimited | OrUnknown
"""Hosts towards which the real secret is substituted."""

if TYPE_CHECKING:
    CredentialAuthParams: TypeAlias = StaticBearerParams | McpOAuthParams | EnvironmentVariableParams
    """Kind and secret of a new credential."""
    CredentialAuthUpdateParams: TypeAlias = (
        StaticBearerUpdateParams | McpOAuthUpdateParams | EnvironmentVariableUpdateParams
    )
    """New secret parts of a credential."""
    CredentialNetworkingParams: TypeAlias = (
        CredentialNetworkUnrestrictedParams | CredentialNetworkLimitedParams | CredentialNetworking
    )
    """Hosts towards which the real secret is substituted."""
    TokenEndpointAuthParams: TypeAlias = (
        TokenEndpointAuthNoneParams | TokenEndpointAuthBasicParams | TokenEndpointAuthPostParams
    )
    """Client authentication at the token endpoint."""
else:
    CredentialAuthParams = Mapping[str, Any]
    CredentialAuthUpdateParams = Mapping[str, Any]
    CredentialNetworkingParams = Mapping[str, Any]
    TokenEndpointAuthParams = Mapping[str, Any]
