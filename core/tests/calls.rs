//! One logical call against a server that misbehaves.

mod support;

use std::time::Duration;

use qoder_cloud::{BoxError, Client, Error, RetryPolicy, TokenFuture, TokenProvider};
use serde_json::json;
use support::{Reply, Server, ok, response, status, with};

fn key(seen: &support::Seen) -> &str {
    seen.header("idempotency-key").unwrap()
}

#[tokio::test]
async fn a_call_carries_what_the_client_knows() {
    let mut server = Server::replies([ok(r#"{"id":"agent_1"}"#)]).await;
    let client =
        server.builder().workspace_id("ws_1").default_header("x-mine", "1").default_query("tenant", "t");
    let client = client.user_agent_suffix("(test)").build().unwrap();
    let answer =
        client.get("/agents/agent_1").query("limit", 5).header("x-qoder-beta", "a,b").raw().await.unwrap();
    assert_eq!((answer.status.as_u16(), answer.attempts, answer.request_id()), (200, 1, Some("req_1")));
    assert_eq!(answer.json::<serde_json::Value>().unwrap(), json!({"id": "agent_1"}));
    let seen = server.request().await;
    assert_eq!(seen.line, "GET /api/agents/agent_1?tenant=t&limit=5");
    for (name, value) in [
        ("authorization", "Bearer pt-secret-token"),
        ("qoder-workspace-id", "ws_1"),
        ("x-mine", "1"),
        ("x-qoder-beta", "a,b"),
        ("accept", "application/json"),
        ("user-agent", concat!("qoder-cloud/", env!("CARGO_PKG_VERSION"), " (test)")),
    ] {
        assert_eq!(seen.header(name), Some(value), "{name}");
    }
    assert_eq!(seen.header("idempotency-key"), None);
    assert_eq!(seen.header("content-type"), None);
}

#[tokio::test]
async fn every_attempt_of_a_write_is_the_same() {
    let reset = Reply::SendAndReset(Vec::new());
    let torn = Reply::SendAndReset(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{".to_vec());
    let mut server = Server::replies([reset, torn, status(503), ok("{}")]).await;
    let answer = server.client().post("/agents").json(&json!({"name": "a"})).raw().await.unwrap();
    assert_eq!(answer.attempts, 4);
    let seen = server.seen();
    assert_eq!(seen.len(), 4);
    assert_eq!(seen[0].text(), r#"{"name":"a"}"#);
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert!(seen.iter().all(|request| *request == seen[0]));
    assert_eq!(key(&seen[0]).len(), 36);
}

#[tokio::test]
async fn each_call_has_a_key_of_its_own_unless_given() {
    let mut server = Server::replies([ok("{}")]).await;
    let client = server.client();
    client.post("/a").raw().await.unwrap();
    client.put("/a").raw().await.unwrap();
    client.delete("/a").idempotency_key("mine").raw().await.unwrap();
    client.post("/a").header("Idempotency-Key", "mine too").raw().await.unwrap();
    let seen = server.seen();
    assert_ne!(key(&seen[0]), key(&seen[1]));
    assert_eq!((key(&seen[2]), key(&seen[3])), ("mine", "mine too"));
    assert!(client.post("/a").idempotency_key(" ").raw().await.unwrap_err().is_invalid_request());
}

#[tokio::test]
async fn retries_end_with_the_servers_last_word() {
    let body = r#"{"type":"error","request_id":"req_9","error":{"type":"api_error","message":"down"}}"#;
    let mut server = Server::replies([with(500, &[], body)]).await;
    let error = server.client().get("/agents").raw().await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.error_type(), error.request_id()),
        (4, Some("api_error"), Some("req_9"))
    );
    assert_eq!(error.operation(), Some("get"));
    assert!(error.to_string().contains(&format!("GET {}/api/agents", server.origin)), "{error}");
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn the_number_of_retries_is_the_calls_then_the_clients() {
    let mut server = Server::replies([status(503)]).await;
    let client = server.builder().max_retries(1).build().unwrap();
    assert_eq!(client.get("/a").raw().await.unwrap_err().attempts(), 2);
    assert_eq!(client.get("/a").max_retries(0).raw().await.unwrap_err().attempts(), 1);
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn a_client_error_is_final() {
    for code in [302, 400, 401, 403, 404, 409, 422] {
        let mut server = Server::replies([with(code, &[("location", "/elsewhere")], "")]).await;
        let error = server.client().get("/a").raw().await.unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (code, 1));
        assert_eq!(server.seen().len(), 1);
    }
}

#[tokio::test]
async fn without_write_retries_a_write_is_repeated_after_429_only() {
    let mut server = Server::replies([status(429), Reply::SendAndReset(Vec::new())]).await;
    let client = server.builder().retry_writes(false).build().unwrap();
    let error = client.post("/a").raw().await.unwrap_err();
    assert!(error.is_connection() && !error.is_connect() && error.is_retryable());
    assert_eq!((error.attempts(), server.seen().len()), (2, 2));
    let error = client.get("/a").raw().await.unwrap_err();
    assert_eq!((error.attempts(), server.seen().len()), (4, 4));
}

#[tokio::test]
async fn a_refused_connection_is_told_apart() {
    let client =
        Client::builder().token("t").base_url("http://127.0.0.1:1/").retry_policy(support::at_once());
    let error = client.build().unwrap().get("/a").raw().await.unwrap_err();
    assert!(error.is_connect() && error.is_connection() && !error.is_timeout());
    assert_eq!((error.attempts(), error.status()), (4, None));
    assert!(!error.info().causes.is_empty());
}

#[tokio::test]
async fn a_long_wish_ends_the_retries_and_is_reported() {
    let mut server = Server::replies([with(429, &[("retry-after", "3600")], "")]).await;
    let error = server.client().get("/a").raw().await.unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!((error.retry_after(), error.attempts()), (Some(Duration::from_secs(3600)), 1));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_wait_beyond_the_total_timeout_is_not_begun() {
    let server = Server::replies([status(503)]).await;
    let policy = RetryPolicy {
        initial_backoff: Duration::from_secs(3000),
        max_backoff: Duration::MAX,
        ..support::at_once()
    };
    let client = server.builder().retry_policy(policy).build().unwrap();
    let error = client.get("/a").raw().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
    assert!(error.to_string().contains("`timeout`"), "{error}");
}

#[tokio::test]
async fn silence_is_a_timeout_and_is_retried() {
    let mut server = Server::replies([Reply::SendAndWait(Vec::new()), ok("{}")]).await;
    let client = server.builder().read_timeout(Duration::from_millis(20)).build().unwrap();
    assert_eq!(client.get("/a").raw().await.unwrap().attempts, 2);
    server.hung_up().await;
    let half = Reply::SendAndWait(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec());
    let server = Server::replies([half]).await;
    let error = server
        .client()
        .get("/a")
        .read_timeout(Duration::from_millis(20))
        .max_retries(0)
        .raw()
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.to_string().contains("`read_timeout`"), "{error}");
}

#[tokio::test]
async fn the_total_timeout_ends_a_call_and_its_connection() {
    let mut server = Server::replies([Reply::SendAndWait(Vec::new())]).await;
    let error = server.client().get("/a").timeout(Duration::from_millis(30)).raw().await.unwrap_err();
    assert!(error.is_timeout() && error.to_string().contains("`timeout`"), "{error}");
    assert_eq!(error.attempts(), 1);
    assert!(error.elapsed() >= Duration::from_millis(30));
    server.hung_up().await;
}

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let mut server = Server::replies([Reply::SendAndWait(Vec::new())]).await;
    let call = tokio::spawn(server.client().get("/a").raw());
    server.request().await;
    call.abort();
    server.hung_up().await;
}

#[tokio::test]
async fn bad_calls_send_nothing() {
    let mut server = Server::replies([ok("{}")]).await;
    let client = server.builder().max_body_bytes(10).build().unwrap();
    let large = client.post("/a").json(&json!({"text": "0123456789"})).raw().await.unwrap_err();
    assert!(large.to_string().contains("`max_body_bytes`") && large.is_invalid_request(), "{large}");
    for error in [
        client.get("/a/../b").raw().await.unwrap_err(),
        client.get("/a").query("page", "p").query("after_id", "i").raw().await.unwrap_err(),
        client.get("/a").header("bad name", "x").raw().await.unwrap_err(),
        client.post("/a").json_bytes("[]").extra_body("a", 1).raw().await.unwrap_err(),
    ] {
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.attempts(), 0);
    }
    assert_eq!(server.seen().len(), 0);
    let unlimited = client.with_options(|options| options.max_body_bytes(None)).unwrap();
    unlimited.post("/a").json(&json!({"text": "0123456789"})).raw().await.unwrap();
}

#[tokio::test]
async fn extra_members_are_merged_and_win() {
    let mut server = Server::replies([ok("{}")]).await;
    let client = server.client();
    client.post("/a").json(&json!({"a": 1, "b": 2})).extra_body("b", 3).raw().await.unwrap();
    client.post("/a").extra_body("c", json!([1])).raw().await.unwrap();
    let bodies: Vec<serde_json::Value> =
        server.seen().iter().map(|seen| serde_json::from_slice(&seen.body).unwrap()).collect();
    assert_eq!(bodies, [json!({"a": 1, "b": 3}), json!({"c": [1]})]);
}

#[tokio::test]
async fn what_cannot_be_decoded_is_kept() {
    let server = Server::replies([ok("<html>")]).await;
    let error = server.client().get("/a").decode::<Vec<u8>>().await.unwrap_err();
    assert!(error.is_decode() && !error.is_retryable());
    assert_eq!(error.body().unwrap(), "<html>");
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id(), error.attempts()),
        (200, Some("req_1"), 1)
    );
}

#[tokio::test]
async fn a_large_answer_comes_whole() {
    let text = format!("\"{}\"", "x".repeat(3_000_000));
    let server = Server::replies([Reply::Send(response(200, &[], &text))]).await;
    assert_eq!(server.client().get("/a").raw().await.unwrap().body.len(), text.len());
}

struct Rotating(std::sync::atomic::AtomicUsize);

impl TokenProvider for Rotating {
    fn token(&self) -> TokenFuture<'_> {
        let count = self.0.load(std::sync::atomic::Ordering::SeqCst);
        Box::pin(async move { Ok(format!("token-{count}").into()) })
    }

    fn refused(&self) -> bool {
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        true
    }
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let mut server = Server::replies([status(401), ok("{}"), status(401)]).await;
    let client =
        server.builder().token_provider(Rotating(Default::default())).max_retries(0).build().unwrap();
    assert_eq!(client.get("/a").raw().await.unwrap().attempts, 2);
    let error = client.get("/a").raw().await.unwrap_err();
    assert!(error.is_unauthenticated() && error.to_string().contains("QODER_ACCESS_TOKEN"));
    let tokens: Vec<String> =
        server.seen().iter().map(|seen| seen.header("authorization").unwrap().to_owned()).collect();
    assert_eq!(tokens, ["Bearer token-0", "Bearer token-1", "Bearer token-1", "Bearer token-2"]);
}

#[tokio::test]
async fn a_closure_can_give_tokens_and_fail() {
    let server = Server::replies([ok("{}")]).await;
    let client = server
        .builder()
        .token_provider(|| async { Err::<_, BoxError>("vault sealed".into()) })
        .build()
        .unwrap();
    let error: Error = client.get("/a").raw().await.unwrap_err();
    assert!(error.is_configuration() && error.to_string().contains("vault sealed"));
    assert_eq!(error.attempts(), 0);
}

#[tokio::test]
async fn the_callers_own_credential_is_not_overwritten() {
    let mut server = Server::replies([ok("{}")]).await;
    server.client().get("/a").header("authorization", "Bearer other").raw().await.unwrap();
    assert_eq!(server.request().await.header("authorization"), Some("Bearer other"));
}

#[tokio::test]
async fn a_proxy_gets_its_own_credentials_and_nobody_else_does() {
    let mut proxy = Server::replies([ok("{}"), Reply::SendAndReset(Vec::new())]).await;
    let address = proxy.origin.replace("http://", "http://me:s3cret@");
    let client =
        Client::builder().token("t").base_url("http://api.example/v1").proxy(&address).build().unwrap();
    client.get("/x").raw().await.unwrap();
    let seen = proxy.request().await;
    assert_eq!(seen.header("proxy-authorization"), Some("Basic bWU6czNjcmV0"));
    assert_eq!(seen.header("authorization"), Some("Bearer t"));
    let error = client.get("/x").max_retries(0).raw().await.unwrap_err();
    for shown in [error.to_string(), format!("{error:?} {:?} {client:?}", error.info())] {
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}

#[tokio::test]
async fn calls_go_through_the_proxy() {
    let mut proxy = Server::replies([ok("{}")]).await;
    let client =
        Client::builder().token("t").base_url("http://api.example/v1").proxy(&proxy.origin).build().unwrap();
    client.get("/agents").raw().await.unwrap();
    let seen = proxy.request().await;
    assert_eq!(
        (seen.line.as_str(), seen.header("host")),
        ("GET http://api.example/v1/agents", Some("api.example"))
    );
}

#[tokio::test]
async fn debug_output_shows_no_content() {
    let server = Server::replies([ok(r#"{"access_token":"hidden"}"#)]).await;
    let call = server.client().post("/vaults").json(&json!({"token": "hidden"})).header("x-any", "hidden");
    let call = call.query("sig", "hidden").extra_body("secret", "hidden");
    let before = format!("{call:?}");
    let after = format!("{:?}", call.raw().await.unwrap());
    assert!(!before.contains("hidden") && !after.contains("hidden"), "{before} {after}");
}

#[test]
fn everything_may_move_between_threads() {
    fn moves<T: Send + 'static>(_: T) {}
    fn shared<T: Send + Sync>() {}
    shared::<Client>();
    shared::<Error>();
    shared::<qoder_cloud::RawResponse>();
    let client = Client::builder().token("t").build().unwrap();
    moves(client.get("/a").raw());
    moves(client.get("/a").events());
    moves(client.get("/a").download());
    moves(client.get("/a").raw_pages());
    moves(client.get("/a").pages::<u8>().items());
}

/// An address whose queue of connections is full: the next ones are neither made nor refused.
#[cfg(target_os = "linux")]
async fn silent_port() -> (String, Vec<std::net::TcpStream>, tokio::net::TcpListener) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(next) = std::net::TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
        queued.push(next);
    }
    (format!("http://{address}"), queued, listener)
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn a_connection_that_does_not_come_about_is_given_up_and_tried_again() {
    let (origin, _queued, _listener) = silent_port().await;
    let policy = RetryPolicy { max_retries: 2, initial_backoff: Duration::ZERO, ..RetryPolicy::default() };
    let builder = Client::builder().token("pt-secret-token").base_url(origin).retry_policy(policy);
    let client = builder.connect_timeout(Duration::from_millis(50)).build().unwrap();
    for error in [
        client.get("/agents").raw().await.unwrap_err(),
        client.post("/agents").json(&json!({})).raw().await.unwrap_err(),
        client.get("/stream").events().await.map(drop).unwrap_err(),
    ] {
        assert!(error.is_timeout() && error.is_connection(), "{error:?}");
        assert_eq!(error.attempts(), 3, "{error}");
        assert!(error.to_string().contains("`connect_timeout`"), "{error}");
    }
}
