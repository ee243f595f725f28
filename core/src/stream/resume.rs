//! The event stream that outlives its connections.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::DATE;
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::time::{Instant, sleep};
use tracing::debug;

use crate::client::Client;
use crate::error::{Error, Kind, Result};
use crate::generated::operations as ops;
use crate::operation::Operation;
use crate::pagination::RawPages;
use crate::request::Request;
use crate::stream::connection::{Broken, Connection};
use crate::stream::frame::{EventFrame, Span};
use crate::stream::head::{Head, Member};
use crate::stream::sieve::Sieve;
use crate::transport::plan::{chance, policy};
use crate::transport::streaming::Streaming;

const LAST_EVENT_ID: &str = "Last-Event-ID";

/// So many attempts without an event in between, and the stream is given up.
const MOST_ATTEMPTS: u32 = 10;

/// A connection that held so long was healthy: the next wait is a short one again.
const HEALTHY: Duration = Duration::from_secs(5);

const LONGEST_BACKOFF: Duration = Duration::from_secs(10);
const JITTER: f64 = 0.25;

/// A stream and what it takes to go on with it elsewhere.
pub(crate) struct Resumed {
    place: Place,
    connection: Connection,
    opened: Instant,
    /// The way to the next connection, kept here so that a cancelled read loses nothing.
    reconnecting: Option<Reconnecting>,
    /// What happened while nobody listened, page by page.
    missed: Option<Missed>,
    sieve: Sieve,
    backlog: VecDeque<EventFrame>,
    tries: Tries,
    ended: bool,
}

type Reconnecting = Pin<Box<dyn Future<Output = Result<Found>> + Send>>;

/// Where in which stream the reader is.
#[derive(Clone)]
struct Place {
    client: Client,
    request: Request,
    /// The last event the reader has whole; pieces of a message do not count.
    cursor: Option<String>,
    /// That event itself.
    last: Option<EventFrame>,
    /// When the first connection was opened, by the server's clock, in RFC 3339.
    opened: Option<String>,
    /// The first wait: half that of a call, since a reader is waiting too.
    first_backoff: Duration,
    /// A server that asks for a longer wait is not waited for.
    longest_wish: Duration,
}

/// How the search for a connection goes.
#[derive(Debug, Clone, Copy, Default)]
struct Tries {
    /// Attempts since the last event.
    fruitless: u32,
    /// Attempts since the last healthy connection.
    streak: u32,
}

impl Tries {
    /// A connection that held so long is lost.
    fn lost_after(&mut self, held: Duration) {
        if held >= HEALTHY {
            self.streak = 0;
        }
    }
}

struct Found {
    connection: Connection,
    missed: Option<Missed>,
    tries: Tries,
}

/// A part of history, and how else to ask for it.
struct Missed {
    pages: RawPages,
    otherwise: Option<Request>,
}

impl Resumed {
    pub(crate) async fn open(client: &Client, request: Request) -> Result<Self> {
        let cursor = header(&request, LAST_EVENT_ID);
        let connection = Connection::open(client, request.clone()).await?;
        let opened = server_time(&connection.streaming);
        let policy = policy(&request.options, &client.0.settings);
        Ok(Resumed {
            place: Place {
                client: client.clone(),
                request,
                cursor,
                last: None,
                opened,
                first_backoff: policy.initial_backoff / 2,
                longest_wish: policy.max_retry_after,
            },
            connection,
            opened: Instant::now(),
            reconnecting: None,
            missed: None,
            sieve: Sieve::default(),
            backlog: VecDeque::new(),
            tries: Tries::default(),
            ended: false,
        })
    }

    pub(crate) fn response(&self) -> &Streaming {
        &self.connection.streaming
    }

    /// The next event the reader has not had; `None` after the end. May be cancelled without loss.
    pub(crate) async fn next(&mut self) -> Option<Result<EventFrame>> {
        loop {
            if let Some(frame) = self.backlog.pop_front() {
                return Some(Ok(self.noted(frame)));
            }
            if self.ended {
                return None;
            }
            if let Some(reconnecting) = &mut self.reconnecting {
                let found = reconnecting.await;
                self.reconnecting = None;
                match found {
                    Ok(found) => self.go_on(found),
                    Err(error) => return Some(Err(error)),
                }
            } else if let Some(missed) = &mut self.missed {
                match (missed.pages.next().await, missed.otherwise.take()) {
                    (Some(Ok(page)), _) => {
                        for frame in frames(&page.body) {
                            let new = self.take(frame);
                            self.backlog.extend(new);
                        }
                    }
                    (Some(Err(error)), Some(request)) if refuses_cursor(&error) => {
                        missed.pages = RawPages::new(self.place.client.clone(), request);
                    }
                    (Some(Err(error)), _) => return Some(Err(error)),
                    (None, _) => self.missed = None,
                }
            } else {
                match self.connection.next().await? {
                    Ok(frame) => match self.take(frame) {
                        Some(frame) => return Some(Ok(self.noted(frame))),
                        None => continue,
                    },
                    Err(Broken::Failed(error)) => return Some(Err(error)),
                    Err(Broken::Cut(error)) => self.lose(error),
                }
            }
        }
    }

    /// The size of what has arrived and has not been read, in bytes.
    pub(crate) fn left(&self) -> usize {
        self.connection.left()
    }

    /// The next event that takes no waiting: most come several to a chunk, and need no future each.
    pub(crate) fn ready(&mut self) -> Option<EventFrame> {
        if let Some(frame) = self.backlog.pop_front() {
            return Some(self.noted(frame));
        }
        while !self.ended && self.reconnecting.is_none() && self.missed.is_none() {
            // Anything but an event is left for `next`, which finds it again.
            let frame = self.connection.ready_event()?;
            if let Some(frame) = self.take(frame) {
                return Some(self.noted(frame));
            }
            if let Some(frame) = self.backlog.pop_front() {
                return Some(self.noted(frame));
            }
        }
        None
    }

    /// Keeps count of what the reader gets.
    fn noted(&mut self, frame: EventFrame) -> EventFrame {
        if !matches!(frame.name(), b"event_start" | b"event_delta")
            && let Some(id) = frame.id()
        {
            self.place.cursor = Some(id.to_owned());
            self.place.last = Some(frame.detached());
        }
        frame
    }

    /// What of a frame is new to the reader; what is to be read before it goes to the backlog, and it with that.
    fn take(&mut self, frame: EventFrame) -> Option<EventFrame> {
        self.tries.fruitless = 0;
        self.ended |= matches!(frame.name(), b"session.status_terminated" | b"session.deleted");
        self.sieve.pass(frame, &mut self.backlog)
    }

    fn lose(&mut self, error: Error) {
        self.tries.lost_after(self.opened.elapsed());
        debug!(%error, "the stream is resumed");
        let asked = self.connection.retry();
        self.reconnecting = Some(Box::pin(reconnect(self.place.clone(), self.tries, asked, error)));
    }

    fn go_on(&mut self, found: Found) {
        self.connection = found.connection;
        self.missed = found.missed;
        self.tries = found.tries;
        self.opened = Instant::now();
        self.sieve.reconnected();
    }
}

/// Tries until there is a connection, or no hope of one.
async fn reconnect(
    place: Place,
    mut tries: Tries,
    asked: Option<Duration>,
    mut error: Error,
) -> Result<Found> {
    loop {
        if tries.fruitless >= MOST_ATTEMPTS {
            return Err(Error::new(
                Kind::Stream,
                format!("given up after {MOST_ATTEMPTS} attempts without an event"),
            )
            .noting("Open the stream anew with `last_event_id` to go on after the last event seen.")
            .caused_by(error));
        }
        tries.fruitless += 1;
        tries.streak += 1;
        let backoff = backoff(place.first_backoff, tries.streak, chance());
        sleep(wait(backoff, asked, error.retry_after())).await;
        match attempt(&place).await {
            Ok((connection, missed)) => return Ok(Found { connection, missed, tries }),
            Err(failure) if is_final(&failure) => return Err(failure),
            Err(failure) if failure.retry_after() > Some(place.longest_wish) => return Err(failure),
            Err(failure) => error = failure,
        }
    }
}

fn backoff(first: Duration, streak: u32, chance: f64) -> Duration {
    let doubled = first.saturating_mul(2u32.saturating_pow(streak.saturating_sub(1)));
    doubled.min(LONGEST_BACKOFF).mul_f64(1.0 - JITTER * chance.clamp(0.0, 1.0))
}

/// What the stream asked for lengthens its waits up to the longest; what a refusal asked for is the least to wait after it.
fn wait(backoff: Duration, asked: Option<Duration>, wish: Option<Duration>) -> Duration {
    backoff.max(asked.unwrap_or_default()).min(LONGEST_BACKOFF).max(wish.unwrap_or_default())
}

async fn attempt(place: &Place) -> Result<(Connection, Option<Missed>)> {
    match Connection::open(&place.client, place.request_after(place.cursor.as_deref())).await {
        Ok(connection) if place.cursor.is_some() => Ok((connection, None)),
        Ok(connection) => Ok((connection, place.missed())),
        // The server does not know the cursor any more: it is followed from now on, and history fills the gap.
        Err(error) if place.cursor.is_some() && refuses_cursor(&error) => {
            let connection = Connection::open(&place.client, place.request_after(None)).await?;
            Ok((connection, place.missed()))
        }
        Err(error) => Err(error),
    }
}

fn refuses_cursor(error: &Error) -> bool {
    matches!(
        error.status(),
        Some(StatusCode::BAD_REQUEST | StatusCode::GONE | StatusCode::PRECONDITION_FAILED)
    )
}

/// Whether another attempt would meet the same.
fn is_final(error: &Error) -> bool {
    match error.kind() {
        Kind::Connection | Kind::Timeout => false,
        Kind::Status => error.status().is_some_and(|status| {
            status.is_client_error()
                && !matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS)
        }),
        _ => true,
    }
}

impl Place {
    /// The opening request, to go on after `cursor`. One attempt each: the waits between them are those of the stream.
    fn request_after(&self, cursor: Option<&str>) -> Request {
        let mut request = self.request.clone();
        request.headers.retain(|(name, _)| !name.eq_ignore_ascii_case(LAST_EVENT_ID));
        if let Some(cursor) = cursor {
            request.headers.push((LAST_EVENT_ID.into(), cursor.to_owned()));
        }
        request.options.max_retries = Some(0);
        request
    }

    /// History after the cursor, or else since the last event; the sieve drops what the reader has.
    fn missed(&self) -> Option<Missed> {
        let by_time = self.time().and_then(|since| self.history("created_at[gte]", since));
        let by_cursor = self.cursor.clone().and_then(|cursor| self.history("after_id", cursor));
        let (first, otherwise) = match by_cursor {
            Some(request) => (request, by_time),
            None => (by_time?, None),
        };
        Some(Missed { pages: RawPages::new(self.client.clone(), first), otherwise })
    }

    fn history(&self, bound: &'static str, value: String) -> Option<Request> {
        let mut request = Request::new(history(self.request.operation)?);
        request.path.clone_from(&self.request.path);
        request.query.push(("limit".into(), "100".into()));
        request.query.push((bound.into(), value));
        Some(request)
    }

    /// When the reader had its last event, or began to listen.
    fn time(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Event {
            processed_at: Option<String>,
        }
        let last = self.last.as_ref().and_then(|last| last.json::<Event>().ok());
        last.and_then(|event| event.processed_at).or_else(|| self.opened.clone())
    }
}

/// The list that holds what a stream has shown.
fn history(stream: &Operation) -> Option<&'static Operation> {
    match stream.id {
        "sessions.events.stream" => Some(&ops::SESSIONS_EVENTS_LIST),
        "sessions.threads.events.stream" => Some(&ops::SESSIONS_THREADS_EVENTS_LIST),
        _ => None,
    }
}

/// The events of a page of history.
pub(crate) fn frames(body: &[u8]) -> Vec<EventFrame> {
    #[derive(Deserialize)]
    struct Page<'a> {
        #[serde(borrow, default)]
        data: Vec<&'a RawValue>,
    }
    let Ok(page) = serde_json::from_slice::<Page>(body) else { return Vec::new() };
    let frame = |event: &RawValue| {
        let data = Bytes::copy_from_slice(event.get().as_bytes());
        let head = Head::scan(&data)?;
        let part = |member: Member| match member {
            Member::Text(range) => Some(Span::of(range)),
            Member::Missing | Member::Odd => None,
        };
        let whole = Span::of(0..data.len());
        Some(EventFrame::within(data, part(head.r#type)?, part(head.id), whole))
    };
    page.data.into_iter().filter_map(frame).collect()
}

fn header(request: &Request, name: &str) -> Option<String> {
    request.headers.iter().find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value.clone())
}

/// The server's clock when it answered.
fn server_time(streaming: &Streaming) -> Option<String> {
    let date = httpdate::parse_http_date(streaming.headers().get(DATE)?.to_str().ok()?).ok()?;
    Some(jiff::Timestamp::try_from(date).ok()?.to_string())
}

impl fmt::Debug for Resumed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resumed")
            .field("connection", &self.connection)
            .field("tries", &self.tries)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_ten_seconds_and_chance_shortens_them() {
        let waits: Vec<u128> =
            (1..=7).map(|streak| backoff(Duration::from_millis(500), streak, 0.0).as_millis()).collect();
        assert_eq!(waits, [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
        assert_eq!(backoff(Duration::from_millis(500), 1, 1.0), Duration::from_millis(375));
        assert_eq!(backoff(Duration::from_millis(500), u32::MAX, 0.0), LONGEST_BACKOFF);
    }

    #[test]
    fn a_wait_is_as_long_as_the_server_wishes() {
        let seconds = Duration::from_secs;
        assert_eq!(wait(seconds(2), None, None), seconds(2));
        assert_eq!(wait(seconds(2), Some(seconds(3)), None), seconds(3));
        assert_eq!(wait(seconds(2), Some(seconds(300)), None), LONGEST_BACKOFF);
        assert_eq!(wait(seconds(2), Some(seconds(1)), Some(seconds(30))), seconds(30));
        assert_eq!(wait(seconds(2), None, Some(seconds(1))), seconds(2));
    }

    #[test]
    fn a_connection_that_held_five_seconds_makes_the_next_wait_a_short_one() {
        let mut tries = Tries { fruitless: 3, streak: 6 };
        tries.lost_after(Duration::from_millis(4999));
        assert_eq!((tries.fruitless, tries.streak), (3, 6));
        tries.lost_after(Duration::from_secs(5));
        assert_eq!((tries.fruitless, tries.streak), (3, 0));
    }

    #[test]
    fn history_is_read_event_by_event() {
        let page = br#"{"data":[{"id":"evt_1","type":"user.message","x":[1]},{"no":"type"},{"type":"a.b","id":"evt_2"}]}"#;
        let found: Vec<_> = frames(page)
            .iter()
            .map(|frame| (frame.event().to_owned(), frame.id().map(str::to_owned)))
            .collect();
        assert_eq!(
            found,
            [("user.message".into(), Some("evt_1".into())), ("a.b".into(), Some("evt_2".into()))]
        );
        assert!(frames(b"<html>").is_empty());
    }
}
