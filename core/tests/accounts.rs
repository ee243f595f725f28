//! Service accounts: a key becomes short-lived tokens.

mod support;

use std::sync::Mutex;
use std::time::Duration;

use qoder_cloud::{Client, Error, RawResponse, ServiceAccount};
use support::{Reply, Server, ok, status, with};

const EXCHANGE: &str = "POST /api/v1/serviceToken/exchange";

/// A server whose exchange hands out token-0, token-1 and so on, each with these members beside it.
async fn server(members: &'static str, api: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Server {
    let issued = Mutex::new(0);
    Server::start(move |_, request| {
        if request.line != EXCHANGE {
            return api(request.header("authorization").unwrap());
        }
        let mut issued = issued.lock().unwrap();
        let token = format!("token-{issued}");
        *issued += 1;
        ok(&format!(r#"{{"access_token":"{token}"{members}}}"#))
    })
    .await
}

fn client(server: &Server) -> Client {
    server.builder().service_account(ServiceAccount::new("sa-secret-key")).build().unwrap()
}

async fn call(client: &Client) -> Result<RawResponse, Error> {
    client.get("/agents").raw().await
}

fn exchanges(server: &mut Server) -> usize {
    server.seen().iter().filter(|seen| seen.line == EXCHANGE).count()
}

#[tokio::test]
async fn the_key_goes_to_the_exchange_only() {
    let mut server = server(r#","token_type":"bearer","expires_in":"3600""#, |_| ok("{}")).await;
    call(&client(&server)).await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].header("authorization"), Some("Bearer sa-secret-key"));
    let body: serde_json::Value = serde_json::from_slice(&seen[0].body).unwrap();
    let expected = serde_json::json!({
        "grant_type": "client_credentials", "audience": "qoder", "scope": "qca.access", "ttl_seconds": 3600,
    });
    assert_eq!(body, expected);
    assert_eq!(seen[1].header("authorization"), Some("Bearer token-0"));
}

#[tokio::test]
async fn concurrent_calls_share_one_exchange() {
    let mut server = server(r#","expires_in":3600"#, |_| ok("{}")).await;
    let client = client(&server);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(client.get("/agents").raw())).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(exchanges(&mut server), 1);
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let mut server = server(r#","expires_in":100"#, |_| ok("{}")).await;
    let client = server
        .builder()
        .service_account(ServiceAccount::new("k"))
        .read_timeout(None)
        .timeout(None)
        .build()
        .unwrap();
    call(&client).await.unwrap();
    // Renewed in the last fifth: not yet after 70 s, but after 90 s.
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(70)).await;
    tokio::time::resume();
    call(&client).await.unwrap();
    assert_eq!(exchanges(&mut server), 1);
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(20)).await;
    tokio::time::resume();
    call(&client).await.unwrap();
    assert_eq!(exchanges(&mut server), 1);
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let fresh_only = |token: &str| if token == "Bearer token-0" { status(401) } else { ok("{}") };
    let mut first = server(r#","expires_in":3600"#, fresh_only).await;
    assert_eq!(call(&client(&first)).await.unwrap().attempts, 2);
    assert_eq!(exchanges(&mut first), 2);
    let mut never = server("", |_| status(401)).await;
    let error = call(&client(&never)).await.unwrap_err();
    assert!(error.is_unauthenticated());
    assert_eq!((error.attempts(), exchanges(&mut never)), (2, 2));
}

#[tokio::test]
async fn a_failed_exchange_is_not_repeated_and_cools_down() {
    for reply in
        [status(503), status(401), Reply::SendAndReset(Vec::new()), with(302, &[("location", "/x")], "")]
    {
        let mut server = Server::replies([reply]).await;
        let client = client(&server);
        let error = call(&client).await.unwrap_err();
        assert!(call(&client).await.is_err());
        assert_eq!(server.seen().len(), 1, "{error}");
        assert!(!format!("{error:?}").contains("sa-secret-key"));
    }
}

#[tokio::test]
async fn after_the_cool_down_the_exchange_is_tried_again() {
    let mut server = Server::replies([status(503), ok(r#"{"access_token":"t"}"#), ok("{}")]).await;
    let client = client(&server);
    assert!(call(&client).await.is_err());
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(6)).await;
    tokio::time::resume();
    call(&client).await.unwrap();
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn an_unusable_answer_is_an_error_that_shows_no_token() {
    for answer in [
        r#"{"token":"tok-secret"}"#,
        r#"{"access_token":"tok-secret","token_type":"mac"}"#,
        r#"{"access_token":"tok-secret","expires_in":"tok-secret"}"#,
        r#"{"access_token":"tok-secret with space"}"#,
    ] {
        let server = Server::replies([ok(answer)]).await;
        let error = call(&client(&server)).await.unwrap_err();
        let text = format!("{error} {error:?} {}", serde_json::to_string(&error.info()).unwrap());
        assert!(!text.contains("tok-secret"), "{text}");
    }
}

#[test]
fn bad_accounts_are_refused() {
    let build = |account| Client::builder().base_url("http://h").service_account(account).build();
    for (account, reason) in [
        (ServiceAccount::new(" "), "key is empty"),
        (ServiceAccount::new("k").ttl(Duration::ZERO), "43200"),
        (ServiceAccount::new("k").ttl(Duration::from_secs(43_201)), "43200"),
    ] {
        let error = build(account).unwrap_err();
        assert!(error.is_configuration() && error.to_string().contains(reason), "{error}");
    }
    assert!(!format!("{:?}", ServiceAccount::new("sa-secret-key")).contains("secret"));
}
