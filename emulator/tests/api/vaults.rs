//! Vaults: secrets go in and never come out.

use serde_json::{Value, json};

use crate::support::{Api, id};

#[test]
fn secrets_are_never_returned() {
    let api = Api::start();
    let vault = api.post("/vaults", json!({ "display_name": "v" })).ok();
    assert_eq!(vault["credentials"], json!([]));
    let path = format!("/vaults/{}/credentials", vault["id"].as_str().unwrap());
    let refresh = json!({
        "client_id": "c", "refresh_token": "hush-2", "token_endpoint": "https://example.com",
        "token_endpoint_auth": { "type": "client_secret_post", "client_secret": "hush-3" },
    });
    let all = [
        json!({ "type": "static_bearer", "mcp_server_url": "https://a.example", "token": "hush-0" }),
        json!({ "type": "mcp_oauth", "mcp_server_url": "https://b.example", "access_token": "hush-1", "refresh": refresh }),
        json!({ "type": "environment_variable", "secret_name": "KEY", "secret_value": "hush-4" }),
    ];
    for auth in &all {
        let created = api.post(&path, json!({ "auth": auth, "display_name": "c" })).ok();
        assert!(!created.to_string().contains("hush"), "{created}");
    }
    api.post(&path, json!({ "auth": all[0] })).refused(409, "conflict_error");
    let listed = api.get(&path).ok();
    assert_eq!(listed["data"].as_array().unwrap().len(), 3);
    assert!(!listed.to_string().contains("hush"));
    assert_eq!(
        listed["data"][1]["auth"]["refresh"]["token_endpoint_auth"],
        json!({ "type": "client_secret_post" })
    );
}

#[test]
fn only_secrets_and_metadata_change() {
    let api = Api::start();
    let vault = id(&api.post("/vaults", json!({ "display_name": "v" })));
    let path = format!("/vaults/{vault}/credentials");
    let auth = json!({ "type": "static_bearer", "mcp_server_url": "https://a.example", "token": "hush" });
    let one = format!("{path}/{}", id(&api.post(&path, json!({ "auth": auth }))));
    let change = json!({ "auth": { "type": "static_bearer", "token": "hush-5" }, "metadata": { "a": "1" } });
    let changed = api.post(&one, change).ok();
    assert_eq!(
        (&changed["auth"]["mcp_server_url"], &changed["metadata"]),
        (&"https://a.example".into(), &json!({ "a": "1" }))
    );
    assert!(!changed.to_string().contains("hush"));
    let other = json!({ "auth": { "type": "environment_variable", "secret_value": "x" } });
    api.post(&one, other).refused(400, "invalid_request_error");
    api.call("POST", &format!("{one}/mcp_oauth_validate"), &[], b"").refused(400, "invalid_request_error");
    assert!(api.call("POST", &format!("{one}/archive"), &[], b"").ok()["archived_at"].is_string());
    assert_eq!(api.get(&path).ok()["data"], json!([]));
    assert_eq!(api.delete(&one).ok()["type"], "vault_credential_deleted");
}

#[test]
fn a_credential_is_checked_and_validated() {
    let api = Api::start();
    let vault = id(&api.post("/vaults", json!({ "display_name": "v" })));
    let path = format!("/vaults/{vault}/credentials");
    let wrong =
        json!({ "auth": { "type": "environment_variable", "secret_name": "1 A", "secret_value": "x" } });
    let error = api.post(&path, wrong).refused(400, "invalid_request_error");
    assert_eq!(error["param"], "auth.secret_name");
    assert!(!error.to_string().contains("secret_value"));
    let auth = json!({ "type": "mcp_oauth", "mcp_server_url": "https://b.example", "access_token": "t" });
    let one = format!("{path}/{}", id(&api.post(&path, json!({ "auth": auth }))));
    let probe = api.call("POST", &format!("{one}/mcp_oauth_validate"), &[], b"").ok();
    assert_eq!((&probe["status"], &probe["has_refresh_token"]), (&"valid".into(), &false.into()));
}

#[test]
fn an_archived_vault_is_out_of_use() {
    let api = Api::start();
    let vault = id(&api.post("/vaults", json!({ "display_name": "v" })));
    api.call("POST", &format!("/vaults/{vault}/archive"), &[], b"").ok();
    assert_eq!(api.get("/vaults").ok()["data"], Value::Array(Vec::new()));
    let auth = json!({ "type": "static_bearer", "mcp_server_url": "https://a.example", "token": "t" });
    api.post(&format!("/vaults/{vault}/credentials"), json!({ "auth": auth }))
        .refused(409, "invalid_request_error");
    let body =
        json!({ "agent": api.agent(json!({})), "environment_id": api.environment(), "vault_ids": [vault] });
    api.post("/sessions", body).refused(400, "invalid_request_error");
    assert_eq!(api.delete(&format!("/vaults/{vault}")).ok()["type"], "vault_deleted");
}
