# Generated from spec/ by codegen; edit the spec.
"""The resources as attributes of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ._client import AsyncQoder, Qoder
    from .resources.agents import Agents, AsyncAgents
    from .resources.auth import AsyncAuth, Auth
    from .resources.deployment_runs import AsyncDeploymentRuns, DeploymentRuns
    from .resources.deployments import AsyncDeployments, Deployments
    from .resources.dreams import AsyncDreams, Dreams
    from .resources.environments import AsyncEnvironments, Environments
    from .resources.files import AsyncFiles, Files
    from .resources.memory_stores import AsyncMemoryStores, MemoryStores
    from .resources.models import AsyncModels, Models
    from .resources.sessions import AsyncSessions, Sessions
    from .resources.skills import AsyncSkills, Skills
    from .resources.vaults import AsyncVaults, Vaults


class Tree:
    """The resources of a client, each made when first used."""

    @cached_property
    def agents(self) -> Agents:
        """Reusable definitions of what an agent is and may do."""
        from .resources.agents import Agents

        return Agents(cast("Qoder", self))

    @cached_property
    def models(self) -> Models:
        """Models that agents can run on."""
        from .resources.models import Models

        return Models(cast("Qoder", self))

    @cached_property
    def environments(self) -> Environments:
        """Sandboxes that sessions run in."""
        from .resources.environments import Environments

        return Environments(cast("Qoder", self))

    @cached_property
    def sessions(self) -> Sessions:
        """Running conversations between you and an agent."""
        from .resources.sessions import Sessions

        return Sessions(cast("Qoder", self))

    @cached_property
    def files(self) -> Files:
        """Uploaded files and delivered artifacts."""
        from .resources.files import Files

        return Files(cast("Qoder", self))

    @cached_property
    def vaults(self) -> Vaults:
        """Containers of credentials."""
        from .resources.vaults import Vaults

        return Vaults(cast("Qoder", self))

    @cached_property
    def skills(self) -> Skills:
        """Reusable instructions that agents load on demand."""
        from .resources.skills import Skills

        return Skills(cast("Qoder", self))

    @cached_property
    def memory_stores(self) -> MemoryStores:
        """Long-term memory shared between sessions."""
        from .resources.memory_stores import MemoryStores

        return MemoryStores(cast("Qoder", self))

    @cached_property
    def deployments(self) -> Deployments:
        """Scheduled or on-demand runs of an agent."""
        from .resources.deployments import Deployments

        return Deployments(cast("Qoder", self))

    @cached_property
    def deployment_runs(self) -> DeploymentRuns:
        """Runs across all deployments."""
        from .resources.deployment_runs import DeploymentRuns

        return DeploymentRuns(cast("Qoder", self))

    @cached_property
    def dreams(self) -> Dreams:
        """Background consolidation of memories."""
        from .resources.dreams import Dreams

        return Dreams(cast("Qoder", self))

    @cached_property
    def auth(self) -> Auth:
        """Exchange of Service Account keys for access tokens."""
        from .resources.auth import Auth

        return Auth(cast("Qoder", self))


class AsyncTree:
    """The resources of a client, each made when first used."""

    @cached_property
    def agents(self) -> AsyncAgents:
        """Reusable definitions of what an agent is and may do."""
        from .resources.agents import AsyncAgents

        return AsyncAgents(cast("AsyncQoder", self))

    @cached_property
    def models(self) -> AsyncModels:
        """Models that agents can run on."""
        from .resources.models import AsyncModels

        return AsyncModels(cast("AsyncQoder", self))

    @cached_property
    def environments(self) -> AsyncEnvironments:
        """Sandboxes that sessions run in."""
        from .resources.environments import AsyncEnvironments

        return AsyncEnvironments(cast("AsyncQoder", self))

    @cached_property
    def sessions(self) -> AsyncSessions:
        """Running conversations between you and an agent."""
        from .resources.sessions import AsyncSessions

        return AsyncSessions(cast("AsyncQoder", self))

    @cached_property
    def files(self) -> AsyncFiles:
        """Uploaded files and delivered artifacts."""
        from .resources.files import AsyncFiles

        return AsyncFiles(cast("AsyncQoder", self))

    @cached_property
    def vaults(self) -> AsyncVaults:
        """Containers of credentials."""
        from .resources.vaults import AsyncVaults

        return AsyncVaults(cast("AsyncQoder", self))

    @cached_property
    def skills(self) -> AsyncSkills:
        """Reusable instructions that agents load on demand."""
        from .resources.skills import AsyncSkills

        return AsyncSkills(cast("AsyncQoder", self))

    @cached_property
    def memory_stores(self) -> AsyncMemoryStores:
        """Long-term memory shared between sessions."""
        from .resources.memory_stores import AsyncMemoryStores

        return AsyncMemoryStores(cast("AsyncQoder", self))

    @cached_property
    def deployments(self) -> AsyncDeployments:
        """Scheduled or on-demand runs of an agent."""
        from .resources.deployments import AsyncDeployments

        return AsyncDeployments(cast("AsyncQoder", self))

    @cached_property
    def deployment_runs(self) -> AsyncDeploymentRuns:
        """Runs across all deployments."""
        from .resources.deployment_runs import AsyncDeploymentRuns

        return AsyncDeploymentRuns(cast("AsyncQoder", self))

    @cached_property
    def dreams(self) -> AsyncDreams:
        """Background consolidation of memories."""
        from .resources.dreams import AsyncDreams

        return AsyncDreams(cast("AsyncQoder", self))

    @cached_property
    def auth(self) -> AsyncAuth:
        """Exchange of Service Account keys for access tokens."""
        from .resources.auth import AsyncAuth

        return AsyncAuth(cast("AsyncQoder", self))
