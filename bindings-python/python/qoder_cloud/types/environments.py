# Generated from spec/ by codegen; edit the spec.
"""Types of environments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required

if TYPE_CHECKING:
    EnvironmentScope: TypeAlias = Literal["organization", "account"] | str
    """Who may use an environment."""
else:
    EnvironmentScope = str


class CloudConfig(Model, tag_field="type", tag="cloud"):
    """Sandbox run by the platform."""

    type: ClassVar[Literal["cloud"]] = "cloud"
    """Kind tag of this object."""

    networking: "Networking | None" = None
    """Egress policy. Set it: when omitted it becomes `limited`, which blocks package managers and MCP."""

    packages: "Packages | None" = None
    """Packages installed while the sandbox is prepared."""

    setup_script: str | None = None
    """Bash login-shell script run after package installation at every provisioning; a non-zero exit aborts
    session start. Make it repeatable.
    """


class CloudConfigParams(TypedDict, total=False):
    """Sandbox run by the platform."""

    type: Required[Literal["cloud"]]
    """Kind tag of this object."""

    networking: "NetworkingParams"
    """Egress policy. Set it: when omitted it becomes `limited`, which blocks package managers and MCP."""

    packages: "PackagesParams"
    """Packages installed while the sandbox is prepared."""

    setup_script: str | None
    """Bash login-shell script run after package installation at every provisioning; a non-zero exit aborts
    session start. Make it repeatable.
    """


class DeletedEnvironment(Model):
    """Marker of a deleted environment."""

    type: str | None = None
    """Kind tag of this object. Known: `environment_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class Environment(Model):
    """Sandbox definition."""

    type: Literal["environment"] = "environment"
    """Kind tag of this object."""

    id: str = ABSENT
    """Environment ID, prefix `env_`."""

    name: str = ABSENT
    """Display name."""

    description: str | None = None
    """Free text describing the object."""

    config: "EnvironmentConfig | None" = None
    """How the sandbox is built."""

    scope: EnvironmentScope | None = None
    """Who may use it."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class EnvironmentCreateParams(TypedDict, total=False):
    """New environment."""

    name: Required[str]
    """Display name."""

    description: str | None
    """Free text describing the object."""

    config: "EnvironmentConfigParams"
    """Omit for a default cloud sandbox; null or {} is refused."""

    scope: EnvironmentScope
    """Who may use it."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class EnvironmentUpdateParams(TypedDict, total=False):
    """Partial change of an environment."""

    name: str | None
    """Display name."""

    description: str | None
    """Free text describing the object."""

    config: "EnvironmentConfigParams"
    """Replaces the stored configuration."""

    scope: EnvironmentScope
    """Who may use it."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class LimitedNetwork(Model, tag_field="type", tag="limited"):
    """Only listed egress allowed."""

    type: ClassVar[Literal["limited"]] = "limited"
    """Kind tag of this object."""

    allowed_hosts: list[str] = []
    """Hosts that may be reached."""

    allow_mcp_servers: bool | None = None
    """Also allow the agent's MCP servers."""

    allow_package_managers: bool | None = None
    """Also allow package managers."""


class LimitedNetworkParams(TypedDict, total=False):
    """Only listed egress allowed."""

    type: Required[Literal["limited"]]
    """Kind tag of this object."""

    allowed_hosts: Sequence[str]
    """Hosts that may be reached."""

    allow_mcp_servers: bool | None
    """Also allow the agent's MCP servers."""

    allow_package_managers: bool | None
    """Also allow package managers."""


class Packages(Model):
    """Package specs per package manager."""

    type: Literal["packages"] = "packages"
    """Kind tag of this object."""

    apt: list[str] = []
    """Debian packages."""

    cargo: list[str] = []
    """Rust crates."""

    gem: list[str] = []
    """Ruby gems."""

    go: list[str] = []
    """Go modules."""

    npm: list[str] = []
    """npm packages, for example `typescript@5.0.0`."""

    pip: list[str] = []
    """Python packages."""


class PackagesParams(TypedDict, total=False):
    """Package specs per package manager."""

    type: Literal["packages"]
    """Kind tag of this object."""

    apt: Sequence[str]
    """Debian packages."""

    cargo: Sequence[str]
    """Rust crates."""

    gem: Sequence[str]
    """Ruby gems."""

    go: Sequence[str]
    """Go modules."""

    npm: Sequence[str]
    """npm packages, for example `typescript@5.0.0`."""

    pip: Sequence[str]
    """Python packages."""


class SelfHostedConfig(Model, tag_field="type", tag="self_hosted"):
    """Sandbox run by the customer's own workers. Sessions on it accept neither resources nor environment
    variables.
    """

    type: ClassVar[Literal["self_hosted"]] = "self_hosted"
    """Kind tag of this object."""

    setup_script: str | None = None
    """Script for the worker."""


class SelfHostedConfigParams(TypedDict, total=False):
    """Sandbox run by the customer's own workers. Sessions on it accept neither resources nor environment
    variables.
    """

    type: Required[Literal["self_hosted"]]
    """Kind tag of this object."""

    setup_script: str
    """Script for the worker."""


class UnrestrictedNetwork(Model, tag_field="type", tag="unrestricted"):
    """All egress allowed."""

    type: ClassVar[Literal["unrestricted"]] = "unrestricted"
    """Kind tag of this object."""


class UnrestrictedNetworkParams(TypedDict, total=False):
    """All egress allowed."""

    type: Required[Literal["unrestricted"]]
    """Kind tag of this object."""


EnvironmentConfig: TypeAlias = CloudConfig | SelfHostedConfig | OrUnknown
"""Sandbox configuration."""

Networking: TypeAlias = UnrestrictedNetwork | LimitedNetwork | OrUnknown
"""Egress policy of a cloud sandbox."""

if TYPE_CHECKING:
    EnvironmentConfigParams: TypeAlias = CloudConfigParams | SelfHostedConfigParams | EnvironmentConfig
    """Sandbox configuration."""
    NetworkingParams: TypeAlias = UnrestrictedNetworkParams | LimitedNetworkParams | Networking
    """Egress policy of a cloud sandbox."""
else:
    EnvironmentConfigParams = Mapping[str, Any]
    NetworkingParams = Mapping[str, Any]
