//! Event streams against a server that misbehaves.

mod support;

use std::pin::pin;
use std::time::Duration;

use qoder_cloud::operation::{BodyKind, Host, Method, Operation, Paging, ResponseKind, RetryClass};
use qoder_cloud::{Call, Client, Error, Events};
use support::{Reply, Server, response, status, streaming, with};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::timeout;

static STREAM: Operation = Operation {
    id: "sessions.events.stream",
    method: Method::Get,
    path: "/stream",
    query: &[],
    headers: &[],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Events,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

fn events(body: &str) -> Vec<u8> {
    format!("{}{body}", streaming("text/event-stream; charset=utf-8")).into_bytes()
}

async fn open(server: &Server) -> Result<Events, Error> {
    Call::new(&server.client(), &STREAM).resume(false).events().await
}

async fn types(events: &mut Events) -> (Vec<String>, Option<Error>) {
    let mut types = Vec::new();
    loop {
        match events.next_frame().await {
            Some(Ok(frame)) => types.push(frame.event().to_owned()),
            Some(Err(error)) => return (types, Some(error)),
            None => return (types, None),
        }
    }
}

#[tokio::test]
async fn events_come_until_the_stream_says_done() {
    let body = ": heartbeat\n\nid: e1\nevent: agent.message\ndata: {\"x\":1}\n\nevent: ping\ndata: {}\n\n\
                data: {\"type\":\"session.status_idle\",\"id\":\"e2\"}\n\ndata: [DONE]\n\ndata: {\"type\":\"late\"}\n\n";
    let mut server = Server::replies([status(503), Reply::SendAndClose(events(body))]).await;
    let mut events = open(&server).await.unwrap();
    assert_eq!(events.response().attempts(), 2);
    let first = events.next_frame().await.unwrap().unwrap();
    assert_eq!(
        (first.event(), first.id(), first.data()),
        ("agent.message", Some("e1"), &br#"{"id":"e1","type":"agent.message","x":1}"#[..])
    );
    assert_eq!(events.last_event_id(), Some("e1"));
    let (rest, error) = types(&mut events).await;
    assert_eq!((rest, error.is_none()), (vec!["session.status_idle".to_owned()], true));
    // An id inside the JSON is not a position of the stream.
    assert_eq!(events.last_event_id(), Some("e1"));
    assert_eq!(server.request().await.header("accept"), Some("text/event-stream"));
}

#[tokio::test]
async fn a_final_event_is_delivered_and_ends_the_stream() {
    let mut server =
        Server::replies([Reply::SendAndWait(events("data: {\"type\":\"session.deleted\"}\n\n"))]).await;
    let mut events = open(&server).await.unwrap();
    let (found, error) = types(&mut events).await;
    assert_eq!((found, error.is_none()), (vec!["session.deleted".to_owned()], true));
    drop(events);
    server.hung_up().await;
}

#[tokio::test]
async fn a_cut_is_an_error_that_knows_the_last_event() {
    let body = "id: e1\ndata: {\"type\":\"a\"}\n\nid: e2\ndata: {\"type\":\"b\"}\n";
    for reply in [Reply::SendAndClose(events(body)), Reply::SendAndReset(events(body))] {
        let server = Server::replies([reply]).await;
        let mut events = open(&server).await.unwrap();
        let (found, error) = types(&mut events).await;
        let error = error.unwrap();
        // A reset may discard what was not read yet.
        assert!(found.len() <= 1);
        assert!(error.is_stream() && error.to_string().contains("cut"), "{error}");
        assert_eq!(error.last_event_id(), found.first().map(|_| "e1"));
        assert_eq!(error.operation(), Some("sessions.events.stream"));
        assert!(events.next_frame().await.is_none());
    }
}

#[tokio::test]
async fn a_stream_without_heartbeats_is_a_timeout() {
    let mut server =
        Server::replies([Reply::SendAndWait(events("id: e1\ndata: {\"type\":\"a\"}\n\n"))]).await;
    let call =
        Call::new(&server.client(), &STREAM).resume(false).heartbeat_timeout(Duration::from_millis(20));
    let mut events = call.events().await.unwrap();
    let (found, error) = types(&mut events).await;
    let error = error.unwrap();
    assert_eq!(found, ["a"]);
    assert!(error.is_timeout() && error.to_string().contains("`heartbeat_timeout`"), "{error}");
    assert_eq!(error.last_event_id(), Some("e1"));
    drop(events);
    server.hung_up().await;
}

#[tokio::test]
async fn a_stream_is_not_limited_by_the_total_timeout() {
    let body = "data: {\"type\":\"a\"}\n\ndata: [DONE]\n\n";
    let server = Server::replies([Reply::SendAndWait(events(body))]).await;
    let call = Call::new(&server.client(), &STREAM)
        .resume(false)
        .timeout(Duration::from_secs(60))
        .heartbeat_timeout(None);
    let mut events = call.events().await.unwrap();
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert!(types(&mut events).await.1.is_none());
}

#[tokio::test]
async fn an_error_frame_is_an_error() {
    let body = "id: e1\ndata: {\"type\":\"a\"}\n\nevent: error\ndata: {\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}\n\n";
    let server = Server::replies([Reply::SendAndWait(events(body))]).await;
    let (found, error) = types(&mut open(&server).await.unwrap()).await;
    let error = error.unwrap();
    assert_eq!(
        (found.len(), error.error_type(), error.last_event_id()),
        (1, Some("overloaded_error"), Some("e1"))
    );
}

#[tokio::test]
async fn what_is_no_event_stream_is_refused() {
    let server = Server::replies([with(200, &[("content-type", "text/html")], "<html>")]).await;
    let error = open(&server).await.unwrap_err();
    assert!(error.is_decode() && error.to_string().contains("text/html"), "{error}");
    assert_eq!(error.body().unwrap(), "<html>");
    let server = Server::replies([status(403)]).await;
    assert!(open(&server).await.unwrap_err().is_permission_denied());
}

#[tokio::test]
async fn a_batch_holds_what_is_ready() {
    let mut body = String::new();
    for n in 0..100 {
        body.push_str(&format!("id: e{n}\ndata: {{\"n\":{n}}}\n\n"));
    }
    let server = Server::replies([Reply::SendAndClose(events(&body))]).await;
    let mut events = open(&server).await.unwrap();
    let (mut count, mut batches) = (0, 0);
    let error = loop {
        match events.next_batch(usize::MAX).await.unwrap() {
            Ok(batch) => {
                let found: Vec<serde_json::Value> = serde_json::from_slice(&batch.json).unwrap();
                assert_eq!(found.len(), batch.count);
                count += found.len();
                batches += 1;
                assert_eq!(batch.last_event_id, Some(format!("e{}", count - 1)));
                assert_eq!(found.last().unwrap()["id"], format!("e{}", count - 1));
            }
            Err(error) => break error,
        }
    };
    assert_eq!(count, 100);
    assert!(batches < 50, "{batches} batches");
    assert_eq!(error.last_event_id(), Some("e99"));
    assert!(events.next_batch(1).await.is_none());
}

#[tokio::test]
async fn a_batch_keeps_its_limit_and_has_at_least_one_event() {
    let event = format!("data: {{\"text\":\"{}\"}}\n\n", "x".repeat(100));
    let body = format!("{}data: [DONE]\n\n", event.repeat(10));
    let server = Server::replies([Reply::SendAndWait(events(&body))]).await;
    for (limit, most) in [(1, 1), (250, 2), (Events::MAX_BATCH * 2, 10)] {
        let mut events = open(&server).await.unwrap();
        let mut count = 0;
        while let Some(batch) = events.next_batch(limit).await {
            let batch = batch.unwrap();
            assert!(batch.count <= most && (batch.count == 1 || batch.json.len() <= limit));
            count += batch.count;
        }
        assert_eq!(count, 10);
    }
}

#[tokio::test]
async fn a_hundred_streams_do_not_stop_a_call() {
    let server = Server::start(|_, request| match request.line.as_str() {
        "GET /api/stream" => Reply::SendAndWait(events("data: {\"type\":\"a\"}\n\n")),
        _ => Reply::Send(response(200, &[], "{}")),
    })
    .await;
    let client = server.client();
    let mut streams = Vec::new();
    for _ in 0..120 {
        let mut events = Call::new(&client, &STREAM).events().await.unwrap();
        events.next_frame().await.unwrap().unwrap();
        streams.push(events);
    }
    client.get("/agents").raw().await.unwrap();
}

#[tokio::test]
async fn a_slow_reader_slows_the_socket_and_loses_nothing() {
    const FRAME: &str = "event: a.a\ndata: {\"type\":\"a.a\",\"text\":\"0123456789\"}\n\n";
    const CHUNK: usize = 1000;
    const CHUNKS: usize = 1000;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (tell, stalled) = oneshot::channel();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        assert!(socket.read(&mut [0; 4096]).await.unwrap() > 0, "a request");
        socket.write_all(streaming("text/event-stream").as_bytes()).await.unwrap();
        let chunk = FRAME.repeat(CHUNK);
        let mut tell = Some(tell);
        for number in 0..CHUNKS {
            let mut write = pin!(socket.write_all(chunk.as_bytes()));
            if let Err(_slow) = timeout(Duration::from_secs(1), &mut write).await {
                // Only the first time matters; without one, nobody is told.
                tell.take().map(|tell| tell.send(number * chunk.len()));
                write.await.unwrap();
            }
        }
        socket.write_all(b"data: [DONE]\n\n").await.unwrap();
    });
    let client = Client::builder().base_url(origin).token("pt-secret-token").build().unwrap();
    let mut events = Call::new(&client, &STREAM).resume(false).events().await.unwrap();
    events.next_frame().await.unwrap().unwrap();
    let taken = stalled.await.expect("the server has to wait for the reader");
    // What the two sockets hold by default, and little more.
    assert!(taken < 16 * 1024 * 1024, "{taken} bytes were taken off the wire");
    let (rest, error) = types(&mut events).await;
    assert_eq!((rest.len() + 1, error.is_none()), (CHUNK * CHUNKS, true));
}
