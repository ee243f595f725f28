//! The plain event stream: what the frames of one connection mean.

use std::collections::VecDeque;

use bytes::{BufMut, Bytes, BytesMut};
use futures_util::FutureExt;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::error::{Error, Kind, Result};
use crate::event_head::{Head, Member, complete};
use crate::request::Request;
use crate::sse::{Decoder, Frame};
use crate::streaming::Streaming;
use crate::transport::Purpose;

/// Events as they come over one connection. Dropping it closes the connection; a slow reader slows the server.
#[derive(Debug)]
pub struct Events {
    streaming: Streaming,
    decoder: Decoder,
    last_event_id: Option<Bytes>,
    /// Read already, but not returned: what did not fit into the last batch, and what ended it.
    ready: VecDeque<Result<EventFrame>>,
    ended: bool,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFrame {
    event: Bytes,
    id: Option<Bytes>,
    data: Bytes,
}

/// Several events, ready to be parsed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// A JSON array of events.
    pub json: Bytes,
    /// How many there are; at least one.
    pub count: usize,
    /// The id of the last event that had one, to resume after.
    pub last_event_id: Option<String>,
}

impl EventFrame {
    /// The type of the event, for example `agent.message`.
    pub fn event(&self) -> &str {
        std::str::from_utf8(&self.event).unwrap_or_default()
    }

    /// The id of its frame; deltas share the id of the event they belong to.
    pub fn id(&self) -> Option<&str> {
        self.id.as_ref().and_then(|id| std::str::from_utf8(id).ok())
    }

    /// The event as JSON, with `id` and `type` filled in from its frame where they were missing. Pieces of an event
    /// to come (`event_start`, `event_delta`) have no ID of their own and get none.
    pub fn data(&self) -> &Bytes {
        &self.data
    }

    /// Decodes the event.
    ///
    /// # Errors
    /// [`Error::is_decode`] when it is not a `T`; the error keeps it as it came.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.data).map_err(|cause| {
            let message = format!("the event {} cannot be read: {cause}", self.event());
            unreadable(message, self.data.clone()).with_last_event_id(self.id()).caused_by(cause)
        })
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

fn meaning(frame: Frame) -> Meaning {
    let alive = |name: &[u8]| matches!(name, b"heartbeat" | b"ping");
    match &frame.event[..] {
        name if alive(name) => return Meaning::Alive,
        b"error" => return Meaning::Error(Error::in_stream(frame.data)),
        _ if frame.data.trim_ascii() == b"[DONE]" => return Meaning::End,
        _ => {}
    }
    let Some(head) = Head::scan(&frame.data) else {
        return Meaning::Error(unreadable("an event is not a JSON object".to_owned(), frame.data));
    };
    let own_type = head.r#type.text(&frame.data);
    if frame.event.is_empty() {
        match own_type.as_deref() {
            Some(name) if alive(name) => return Meaning::Alive,
            Some(b"error") => return Meaning::Error(Error::in_stream(frame.data)),
            _ => {}
        }
    }
    let readable =
        |bytes: Bytes| std::str::from_utf8(&bytes).is_ok_and(|text| !text.is_empty()).then_some(bytes);
    let id = frame.id.and_then(readable);
    let kind = readable(frame.event);
    let text =
        |bytes: &Option<Bytes>| bytes.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let data = match (&head.id, &head.r#type) {
        (Member::Text(_), Member::Text(_)) => frame.data,
        _ if head.is_preview(&frame.data) => frame.data,
        _ => complete(frame.data, &head, text(&id).as_deref(), text(&kind).as_deref()),
    };
    let event = EventFrame { event: own_type.or(kind).unwrap_or(Bytes::from_static(b"message")), id, data };
    match event.event() {
        "session.status_terminated" | "session.deleted" => Meaning::Last(event),
        _ => Meaning::Event(event),
    }
}

/// An event that is not what it should be.
fn unreadable(message: String, data: Bytes) -> Error {
    Error::new(Kind::Decode, message).with_response(StatusCode::OK, &HeaderMap::new(), data)
}

impl Client {
    /// Opens an event stream.
    ///
    /// # Errors
    /// As [`open`](Client::open), and [`Error::is_decode`] when the answer is not an event stream.
    pub async fn events(&self, request: Request) -> Result<Events> {
        let mut streaming = self.open_for(request, Purpose::Streams).await?;
        if is_event_stream(streaming.headers()) {
            return Ok(Events::new(streaming));
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
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("text/event-stream")
}

impl Events {
    /// No batch of several events is larger.
    pub const MAX_BATCH: usize = 256 * 1024;

    fn new(streaming: Streaming) -> Self {
        Events {
            streaming,
            decoder: Decoder::new(),
            last_event_id: None,
            ready: VecDeque::new(),
            ended: false,
        }
    }

    /// The next event; `None` after the server has ended the stream, or after an error. May be cancelled without
    /// loss.
    ///
    /// An error is one that [`Error::is_stream`] when the connection was cut or the server reported an error, and
    /// one that [`Error::is_timeout`] when not even heartbeats came. It knows the last event's id.
    pub async fn next_frame(&mut self) -> Option<Result<EventFrame>> {
        let next = match self.ready.pop_front() {
            Some(ready) => ready,
            None => self.read().await?,
        };
        Some(self.returned(next))
    }

    /// The events that are ready now, at least one, in at most `max_bytes` (and [`MAX_BATCH`](Self::MAX_BATCH))
    /// unless a single one is larger. As [`next_frame`](Self::next_frame) otherwise.
    pub async fn next_batch(&mut self, max_bytes: usize) -> Option<Result<Batch>> {
        let limit = max_bytes.min(Self::MAX_BATCH);
        let first = match self.next_frame().await? {
            Ok(frame) => frame,
            Err(error) => return Some(Err(error)),
        };
        let mut json = BytesMut::with_capacity(first.data.len() + 2);
        json.put_u8(b'[');
        json.put_slice(&first.data);
        let mut count = 1;
        while let Some(next) = self.ready_now() {
            match next {
                Ok(frame) if json.len() + frame.data.len() + 2 <= limit => {
                    json.put_u8(b',');
                    json.put_slice(&frame.data);
                    count += 1;
                    let _ = self.returned(Ok(frame));
                }
                too_much => {
                    self.ready.push_front(too_much);
                    break;
                }
            }
        }
        json.put_u8(b']');
        let last_event_id = self.last_event_id().map(str::to_owned);
        Some(Ok(Batch { json: json.freeze(), count, last_event_id }))
    }

    /// The id of the last event returned, to resume after.
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_ref().and_then(|id| std::str::from_utf8(id).ok())
    }

    /// How long the server asks to wait before a reconnect, if it said so.
    pub fn retry(&self) -> Option<std::time::Duration> {
        self.decoder.retry
    }

    /// The answer that carries the stream: status, headers, request id.
    pub fn response(&self) -> &Streaming {
        &self.streaming
    }

    fn ready_now(&mut self) -> Option<Result<EventFrame>> {
        match self.ready.pop_front() {
            Some(ready) => Some(ready),
            None => self.read().now_or_never().flatten(),
        }
    }

    /// Remembers what the caller has seen, so that an error can say it.
    fn returned(&mut self, next: Result<EventFrame>) -> Result<EventFrame> {
        match next {
            Ok(frame) => {
                if frame.id.is_some() {
                    self.last_event_id.clone_from(&frame.id);
                }
                Ok(frame)
            }
            Err(error) => Err(error.of(self.streaming.operation).with_last_event_id(self.last_event_id())),
        }
    }

    /// Reads until there is an event. Every wait is for a chunk, and a chunk is kept at once.
    async fn read(&mut self) -> Option<Result<EventFrame>> {
        while !self.ended {
            let frame = match self.decoder.next() {
                Ok(Some(frame)) => frame,
                Ok(None) => match self.streaming.chunk().await {
                    Ok(Some(chunk)) => {
                        self.decoder.push(chunk);
                        continue;
                    }
                    Ok(None) => return self.end_with(cut("the server closed the connection")),
                    Err(error) if error.kind() == Kind::Connection => {
                        let message = error.to_string();
                        return self.end_with(cut(&message).caused_by(error));
                    }
                    Err(error) => return self.end_with(error),
                },
                Err(_) => {
                    let limit = Decoder::LIMIT / 1024 / 1024;
                    return self
                        .end_with(Error::new(Kind::Stream, format!("a frame is larger than {limit} MiB")));
                }
            };
            match meaning(frame) {
                Meaning::Alive => {}
                Meaning::Event(event) => return Some(Ok(event)),
                Meaning::Last(event) => {
                    self.ended = true;
                    return Some(Ok(event));
                }
                Meaning::End => self.ended = true,
                Meaning::Error(error) => return self.end_with(error),
            }
        }
        None
    }

    fn end_with(&mut self, error: Error) -> Option<Result<EventFrame>> {
        self.ended = true;
        Some(Err(error))
    }
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
        let bytes = |text: &'static str| Bytes::from_static(text.as_bytes());
        meaning(Frame { event: bytes(event), id: id.map(bytes), data: bytes(data) })
    }

    fn event(meaning: Meaning) -> (String, Option<String>, String) {
        match meaning {
            Meaning::Event(frame) => {
                let data = String::from_utf8(frame.data.to_vec()).unwrap();
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
