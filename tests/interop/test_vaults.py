import pytest
import qca

from conftest import ids


def test_vaults(sdk):
    vault = sdk.vaults.create(display_name="team", metadata={"owner": "kim"})
    assert (vault.display_name, vault.metadata) == ("team", {"owner": "kim"})
    assert sdk.vaults.retrieve(vault.id).id == vault.id
    assert ids(sdk.vaults.list(name="team")) == [vault.id]
    assert sdk.vaults.archive(vault.id).archived_at is not None
    assert list(sdk.vaults.list()) == []
    assert sdk.vaults.delete(vault.id).id == vault.id
    with pytest.raises(qca.NotFoundError):
        sdk.vaults.retrieve(vault.id)


def test_credentials(sdk):
    vault = sdk.vaults.create(display_name="team")
    credentials = sdk.vaults.credentials
    bearer = credentials.create(
        vault.id,
        display_name="tracker",
        auth={"type": "static_bearer", "mcp_server_url": "https://mcp.example.org", "token": "s3cret-bearer"},
    )
    variable = credentials.create(
        vault.id,
        auth={
            "type": "environment_variable",
            "secret_name": "KEY",
            "secret_value": "s3cret-value",
            "networking": {"type": "limited", "allowed_hosts": ["api.example.org"]},
        },
    )
    grant = credentials.create(
        vault.id,
        auth={
            "type": "mcp_oauth",
            "mcp_server_url": "https://mcp.example.org/mail",
            "access_token": "s3cret-access",
            "refresh": {
                "client_id": "app",
                "refresh_token": "s3cret-refresh",
                "token_endpoint": "https://auth.example.org/token",
                "token_endpoint_auth": {"type": "client_secret_post", "client_secret": "s3cret-client"},
            },
        },
    )
    assert [bearer.auth.type, variable.auth.type, grant.auth.type] == [
        "static_bearer",
        "environment_variable",
        "mcp_oauth",
    ]
    listed = list(credentials.list(vault.id))
    assert ids(listed) == [grant.id, variable.id, bearer.id]
    assert not any("s3cret" in credential.to_json() for credential in [bearer, variable, grant, *listed])

    update = {"type": "static_bearer", "token": "s3cret-new"}
    changed = credentials.update(bearer.id, vault_id=vault.id, auth=update, metadata={"rotated": "yes"})
    assert (changed.display_name, changed.metadata) == ("tracker", {"rotated": "yes"})
    assert credentials.retrieve(bearer.id, vault_id=vault.id).metadata == {"rotated": "yes"}
    verdict = credentials.mcp_oauth_validate(grant.id, vault_id=vault.id)
    assert (verdict.credential_id, verdict.has_refresh_token) == (grant.id, True)
    assert credentials.archive(variable.id, vault_id=vault.id).archived_at is not None
    assert credentials.delete(bearer.id, vault_id=vault.id).id == bearer.id
