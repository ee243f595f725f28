//! Event streams that outlive their connections.

mod support;

use qoder_cloud::operations::SESSIONS_EVENTS_STREAM;
use qoder_cloud::{Call, Error, Events};
use support::{Reply, Server, ok, status, streaming};

fn open(server: &Server) -> Call {
    Call::new(&server.client(), &SESSIONS_EVENTS_STREAM).path("sess_1")
}

/// A connection that shows these events and is cut.
fn cut_after(events: &[(&str, &str)]) -> Reply {
    Reply::SendAndClose(format!("{}{}", streaming("text/event-stream"), frames(events)).into_bytes())
}

/// A connection that shows these events and says that this was all.
fn done_after(events: &[(&str, &str)]) -> Reply {
    Reply::SendAndClose(
        format!("{}{}data: [DONE]\n\n", streaming("text/event-stream"), frames(events)).into_bytes(),
    )
}

fn frames(events: &[(&str, &str)]) -> String {
    events
        .iter()
        .map(|(id, kind)| format!("id: {id}\nevent: {kind}\ndata: {{\"type\":\"{kind}\"}}\n\n"))
        .collect()
}

async fn ids(mut events: Events) -> (Vec<String>, Option<Error>) {
    let mut ids = Vec::new();
    loop {
        match events.next_frame().await {
            Some(Ok(frame)) => ids.push(frame.id().unwrap_or("-").to_owned()),
            Some(Err(error)) => return (ids, Some(error)),
            None => return (ids, None),
        }
    }
}

#[tokio::test]
async fn a_cut_stream_goes_on_after_its_last_event() {
    let mut server = Server::replies([
        cut_after(&[("evt_1", "a.a"), ("evt_2", "a.b")]),
        status(503),
        status(408),
        status(429),
        done_after(&[("evt_2", "a.b"), ("evt_3", "a.c")]),
    ])
    .await;
    let (ids, error) = ids(open(&server).events().await.unwrap()).await;
    assert_eq!((ids.join(" ").as_str(), error.is_none()), ("evt_1 evt_2 evt_3", true));
    let after = Some("evt_2".to_owned());
    let asked: Vec<_> =
        server.seen().iter().map(|seen| seen.header("last-event-id").map(str::to_owned)).collect();
    assert_eq!(asked, [None, after.clone(), after.clone(), after.clone(), after]);
}

#[tokio::test]
async fn a_piece_of_a_message_is_no_place_to_resume_after() {
    let mut server = Server::replies([
        cut_after(&[("evt_1", "a.a"), ("evt_2", "event_start"), ("evt_2", "event_delta")]),
        done_after(&[("evt_2", "event_start"), ("evt_2", "event_delta"), ("evt_2", "agent.message")]),
    ])
    .await;
    let (ids, _) = ids(open(&server).events().await.unwrap()).await;
    assert_eq!(ids.first().map(String::as_str), Some("evt_1"));
    assert_eq!(server.seen()[1].header("last-event-id"), Some("evt_1"));
}

#[tokio::test]
async fn a_refused_cursor_is_made_up_for_by_history() {
    let page = r#"{"data":[{"id":"evt_1","type":"a.a"},{"id":"evt_2","type":"a.b"}],"has_more":false}"#;
    let mut server = Server::replies([
        cut_after(&[("evt_1", "a.a")]),
        status(400),
        done_after(&[("evt_2", "a.b"), ("evt_3", "a.c")]),
        ok(page),
    ])
    .await;
    let (ids, error) = ids(open(&server).events().await.unwrap()).await;
    assert_eq!((ids.join(" ").as_str(), error.is_none()), ("evt_1 evt_2 evt_3", true));
    let seen = server.seen();
    assert_eq!(seen[2].header("last-event-id"), None);
    assert!(seen[3].line.contains("/sessions/sess_1/events?limit=100&after_id=evt_1"), "{}", seen[3].line);
}

#[tokio::test]
async fn what_would_not_help_is_not_tried() {
    for code in [401, 403, 404] {
        let mut server = Server::replies([cut_after(&[("evt_1", "a.a")]), status(code)]).await;
        let (ids, error) = ids(open(&server).events().await.unwrap()).await;
        let error = error.unwrap();
        assert_eq!((ids.len(), error.status().unwrap().as_u16()), (1, code));
        assert_eq!((error.last_event_id(), server.seen().len()), (Some("evt_1"), 2));
    }
}

#[tokio::test]
async fn ten_attempts_without_an_event_are_the_end() {
    let mut replies = vec![cut_after(&[("evt_1", "a.a")])];
    replies.extend((0..20).map(|_| cut_after(&[])));
    let mut server = Server::replies(replies).await;
    let (ids, error) = ids(open(&server).events().await.unwrap()).await;
    let error = error.unwrap();
    assert_eq!((ids.len(), error.is_stream(), error.last_event_id()), (1, true, Some("evt_1")));
    assert!(error.to_string().contains("10 attempts without an event"), "{error}");
    // What to do, and where.
    assert!(error.to_string().contains("`last_event_id`"), "{error}");
    assert!(error.to_string().contains("/sessions/"), "{error}");
    assert_eq!(server.seen().len(), 11);
}

#[tokio::test]
async fn an_event_starts_the_count_anew() {
    let replies: Vec<Reply> =
        (0..15).map(|number| cut_after(&[(format!("evt_{number}").as_str(), "a.a")])).collect();
    let server = Server::replies([replies, vec![done_after(&[])]].concat()).await;
    let (ids, error) = ids(open(&server).events().await.unwrap()).await;
    assert_eq!((ids.len(), error.is_none()), (15, true));
}
