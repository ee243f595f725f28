//! One connection of an event stream: what its frames mean, and how it ends.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use crate::client::Client;
use crate::error::{Error, Kind, Result};
use crate::request::Request;
use crate::stream::frame::EventFrame;
use crate::stream::head::{Head, Member, complete};
use crate::stream::sse::Decoder;
use crate::transport::Purpose;
use crate::transport::streaming::Streaming;

/// An open connection.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) streaming: Streaming,
    decoder: Decoder,
    /// What ended it, found by [`ready_event`](Self::ready_event) and left for `next`.
    held: Option<Broken>,
    ended: bool,
}

/// Why a connection gave no event.
#[derive(Debug)]
pub(crate) enum Broken {
    /// The way to the server broke; another connection may go on.
    Cut(Error),
    /// The server or its data were at fault; another connection would not help.
    Failed(Error),
}

impl Broken {
    pub(crate) fn into_error(self) -> Error {
        match self {
            Broken::Cut(error) | Broken::Failed(error) => error,
        }
    }
}

impl Connection {
    pub(crate) async fn open(client: &Client, request: Request) -> Result<Self> {
        let mut streaming = client.open_for(request, Purpose::Streams).await?;
        if is_event_stream(streaming.headers()) {
            return Ok(Connection { streaming, decoder: Decoder::new(), held: None, ended: false });
        }
        let what = streaming.headers().get(CONTENT_TYPE).map_or("nothing it names".into(), |value| {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        });
        let body = streaming.chunk().await.ok().flatten().unwrap_or_default();
        Err(Error::new(Kind::Decode, format!("the answer is {what}, not text/event-stream"))
            .with_response(streaming.status(), streaming.headers(), body)
            .of(streaming.operation)
            .after(streaming.attempts(), Default::default()))
    }

    /// How long the server asks to wait before a reconnect, if it said so.
    pub(crate) fn retry(&self) -> Option<std::time::Duration> {
        self.decoder.retry
    }

    /// The next event; `None` after an end that the server announced. Every wait is for a chunk, and a chunk is kept at
    /// once, so this may be cancelled without loss.
    pub(crate) async fn next(&mut self) -> Option<Result<EventFrame, Broken>> {
        if let Some(broken) = self.held.take() {
            return Some(Err(broken));
        }
        loop {
            if let Some(next) = self.ready() {
                return next;
            }
            match self.streaming.chunk().await {
                Ok(Some(chunk)) => self.decoder.push(chunk),
                Ok(None) => return self.cut(cut("the server closed the connection")),
                Err(error) if error.kind() == Kind::Connection => {
                    let message = error.to_string();
                    return self.cut(cut(&message).caused_by(error));
                }
                Err(error) if error.kind() == Kind::Timeout => return self.cut(error),
                Err(error) => return self.failed(error),
            }
        }
    }

    /// The size of what has arrived and has not been read, in bytes.
    pub(crate) fn left(&self) -> usize {
        self.decoder.left()
    }

    /// The next event, if the chunk at hand holds it whole.
    pub(crate) fn ready_event(&mut self) -> Option<EventFrame> {
        match self.ready()?? {
            Ok(frame) => Some(frame),
            Err(broken) => {
                self.held = Some(broken);
                None
            }
        }
    }

    /// As [`next`](Self::next), from the chunk at hand; `None` when another is needed.
    fn ready(&mut self) -> Option<Option<Result<EventFrame, Broken>>> {
        while !self.ended {
            let frame = match self.decoder.next() {
                Ok(Some(frame)) => frame,
                Ok(None) => return None,
                Err(_) => {
                    let limit = Decoder::LIMIT / 1024 / 1024;
                    let error = Error::new(Kind::Stream, format!("a frame is larger than {limit} MiB"));
                    return Some(self.failed(error));
                }
            };
            match meaning(frame) {
                Meaning::Alive => {}
                Meaning::Event(event) => return Some(Some(Ok(event))),
                Meaning::Last(event) => {
                    self.ended = true;
                    return Some(Some(Ok(event)));
                }
                Meaning::End => self.ended = true,
                Meaning::Error(error) => return Some(self.failed(error)),
            }
        }
        Some(None)
    }

    fn cut(&mut self, error: Error) -> Option<Result<EventFrame, Broken>> {
        self.ended = true;
        Some(Err(Broken::Cut(error)))
    }

    fn failed(&mut self, error: Error) -> Option<Result<EventFrame, Broken>> {
        self.ended = true;
        Some(Err(Broken::Failed(error)))
    }
}

/// What a frame means to a reader of events.
#[derive(Debug)]
enum Meaning {
    /// The connection lives, no more.
    Alive,
    Event(EventFrame),
    /// An event after which there can be no other.
    Last(EventFrame),
    End,
    Error(Error),
}

fn meaning(frame: EventFrame) -> Meaning {
    let alive = |name: &[u8]| matches!(name, b"heartbeat" | b"ping");
    match frame.name() {
        name if alive(name) => return Meaning::Alive,
        b"error" => return Meaning::Error(Error::in_stream(frame.shared_data())),
        _ if frame.data().trim_ascii() == b"[DONE]" => return Meaning::End,
        _ => {}
    }
    let data = frame.data();
    let Some(head) = Head::scan(data) else {
        return Meaning::Error(unreadable("an event is not a JSON object".to_owned(), frame.shared_data()));
    };
    let own_type = head.r#type.text(data);
    if !frame.is_named() {
        match own_type {
            Some(name) if alive(name) => return Meaning::Alive,
            Some(b"error") => return Meaning::Error(Error::in_stream(frame.shared_data())),
            _ => {}
        }
    }
    let event = event(frame.readable(), &head);
    match event.name() {
        b"session.status_terminated" | b"session.deleted" => Meaning::Last(event),
        _ => Meaning::Event(event),
    }
}

/// The event with its own type, and with what its data lacks.
fn event(frame: EventFrame, head: &Head) -> EventFrame {
    let data = frame.data();
    let completed = match head.is_whole() {
        true => None,
        false => complete(data, head, frame.id(), frame.is_named().then(|| frame.event())),
    };
    let own_type = match &head.r#type {
        Member::Text(range) if data[range.clone()] != *frame.name() => Some(range.clone()),
        _ => None,
    };
    let frame = match own_type {
        Some(range) => frame.named(range),
        None => frame,
    };
    match completed {
        Some(data) => frame.with_data(&data),
        None => frame,
    }
}

/// An event that is not what it should be.
pub(crate) fn unreadable(message: String, data: Bytes) -> Error {
    Error::new(Kind::Decode, message).with_response(StatusCode::OK, &HeaderMap::new(), data)
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("text/event-stream")
}

fn cut(how: &str) -> Error {
    Error::new(Kind::Stream, format!("the stream was cut before its end: {how}"))
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(event: &'static str, id: Option<&'static str>, data: &'static str) -> Meaning {
        meaning(EventFrame::new(event.as_bytes(), id.map(str::as_bytes), data.as_bytes()))
    }

    fn event(meaning: Meaning) -> (String, Option<String>, String) {
        match meaning {
            Meaning::Event(frame) => {
                let data = String::from_utf8(frame.data().to_vec()).unwrap();
                (frame.event().to_owned(), frame.id().map(str::to_owned), data)
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_spelling_of_a_heartbeat_is_no_event() {
        for (name, data) in [
            ("heartbeat", "{}"),
            ("ping", ""),
            ("ping", "not json"),
            ("", r#"{"type":"ping"}"#),
            ("", r#"{"type":"heartbeat"}"#),
        ] {
            assert!(matches!(of(name, None, data), Meaning::Alive), "{name} {data}");
        }
    }

    #[test]
    fn done_and_final_events_end_the_stream() {
        assert!(matches!(of("", None, "[DONE]"), Meaning::End));
        assert!(matches!(of("done", None, " [DONE] "), Meaning::End));
        for data in [r#"{"type":"session.deleted"}"#, r#"{"type":"session.status_terminated"}"#] {
            assert!(matches!(of("", None, data), Meaning::Last(_)));
        }
        assert!(matches!(of("session.deleted", None, "{}"), Meaning::Last(_)));
    }

    #[test]
    fn errors_are_told_from_events_about_errors() {
        let data = r#"{"type":"error","error":{"type":"overloaded_error","message":"later"}}"#;
        for name in ["", "error"] {
            let Meaning::Error(error) = of(name, None, data) else { panic!() };
            assert_eq!((error.error_type(), error.is_stream()), (Some("overloaded_error"), true));
            assert!(error.to_string().contains("later"));
        }
        assert!(matches!(of("error", None, "<html>"), Meaning::Error(_)));
        assert!(matches!(of("session.error", None, r#"{"type":"session.error"}"#), Meaning::Event(_)));
        let Meaning::Error(error) = of("agent.message", None, "oops") else { panic!() };
        assert!(error.is_decode());
        assert_eq!(error.body().unwrap(), "oops");
    }

    #[test]
    fn missing_members_come_from_the_frame() {
        let (name, id, data) = event(of("agent.message", Some("evt_1"), r#"{"content":[]}"#));
        assert_eq!((name.as_str(), id.as_deref()), ("agent.message", Some("evt_1")));
        assert_eq!(data, r#"{"id":"evt_1","type":"agent.message","content":[]}"#);
        let (name, id, data) = event(of("", None, r#"{"x":1}"#));
        assert_eq!((name.as_str(), id, data.as_str()), ("message", None, r#"{"x":1}"#));
    }

    #[test]
    fn pieces_of_a_message_have_no_id_of_their_own() {
        let delta = r#"{"type":"event_delta","event_id":"evt_1","delta":{}}"#;
        let (name, id, data) = event(of("event_delta", Some("evt_1"), delta));
        assert_eq!((name.as_str(), id.as_deref(), data.as_str()), ("event_delta", Some("evt_1"), delta));
    }

    #[test]
    fn only_the_media_type_counts() {
        let with = |value: &'static str| {
            HeaderMap::from_iter([(CONTENT_TYPE, http::HeaderValue::from_static(value))])
        };
        assert!(is_event_stream(&with("Text/Event-Stream; charset=utf-8")));
        assert!(!is_event_stream(&with("text/html")));
        assert!(!is_event_stream(&HeaderMap::new()));
    }
}
