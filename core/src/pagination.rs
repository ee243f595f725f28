//! Lists that come in pages: where the next one begins is decided here, for all languages.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_util::FutureExt;
use memchr::memrchr;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::client::Client;
use crate::error::{Error, Result};
use crate::operation::Paging;
use crate::request::{RawResponse, Request};
use crate::runtime::{self, Guest};

/// The query arguments that say where a page begins.
pub(crate) const CURSORS: [&str; 3] = [PAGE, AFTER_ID, BEFORE_ID];
const PAGE: &str = "page";
const AFTER_ID: &str = "after_id";
const BEFORE_ID: &str = "before_id";

/// What a page says about the pages around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
struct Bounds {
    has_more: Option<bool>,
    next_page: Option<String>,
    first_id: Option<String>,
    last_id: Option<String>,
}

impl Bounds {
    /// What `page` says. It says so in front of its items or behind them, so they need not be read, which takes longer
    /// than all else; whoever wants them reads them, and finds what is wrong with them.
    fn of(page: &RawResponse) -> Result<Self> {
        let json = &page.body;
        let found = Self::before_items(json).or_else(|| Self::behind_items(json));
        found.map_or_else(|| page.json(), Ok)
    }

    /// From what precedes the items, if all that matters stands there.
    fn before_items(json: &[u8]) -> Option<Self> {
        let mut members = Map::new();
        // It ends with an error where the items begin.
        let _ = Front(&mut members).deserialize(&mut serde_json::Deserializer::from_slice(json));
        Self::decided(members)
    }

    /// From what follows the last list, if all that matters stands there. A bracket that ends no list at the top, because
    /// it is part of a text or of something nested, leaves nothing behind it that is a list of members.
    fn behind_items(json: &[u8]) -> Option<Self> {
        if !json.trim_ascii_start().starts_with(b"{") {
            return None;
        }
        let members = json[memrchr(b']', json)? + 1..].trim_ascii_start().strip_prefix(b",")?;
        let tail: Map<String, Value> = serde_json::from_slice(&[b"{", members].concat()).ok()?;
        let scalars = !tail.values().any(|value| value.is_object() || value.is_array());
        scalars.then(|| Self::decided(tail)).flatten()
    }

    /// The bounds, unless what decides may stand elsewhere; the ids decide where there is no cursor.
    fn decided(members: Map<String, Value>) -> Option<Self> {
        let all = |names: &[&str]| names.iter().all(|name| members.contains_key(*name));
        let cursor =
            members.get("next_page").and_then(Value::as_str).is_some_and(|cursor| !cursor.is_empty());
        let decided = all(&["has_more", "next_page"]) && (cursor || all(&["first_id", "last_id"]));
        decided.then(|| serde_json::from_value(Value::Object(members)).ok()).flatten()
    }
}

/// Collects the members of an object up to the items of a page.
struct Front<'a>(&'a mut Map<String, Value>);

impl<'de> DeserializeSeed<'de> for Front<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Front<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "data" {
                return Err(serde::de::Error::custom("here the items begin"));
            }
            self.0.insert(name, map.next_value()?);
        }
        Ok(())
    }
}

/// The cursor of the page after one with these bounds; `None` when that was the last.
///
/// Some servers answer without `next_page`, so the ids of the page serve while there is more.
fn next_cursor(bounds: &Bounds, backwards: bool) -> Option<(&'static str, &str)> {
    let some = |text: &'_ Option<String>| text.as_deref().is_some_and(|text| !text.is_empty());
    let (name, id) = if backwards { (BEFORE_ID, &bounds.first_id) } else { (AFTER_ID, &bounds.last_id) };
    match bounds.has_more {
        Some(false) => None,
        _ if some(&bounds.next_page) => Some((PAGE, bounds.next_page.as_deref()?)),
        Some(true) if some(id) => Some((name, id.as_deref()?)),
        _ => None,
    }
}

impl Request {
    /// The request for the page after `page`, with the same filters; `None` when `page` is the last.
    ///
    /// # Errors
    /// [`Error::is_decode`] when `page` is not a page, or its cursor does not advance.
    pub fn next_page(&self, page: &RawResponse) -> Result<Option<Request>> {
        self.following(&Bounds::of(page)?, page)
    }

    fn following(&self, bounds: &Bounds, page: &RawResponse) -> Result<Option<Request>> {
        let own = self.query.iter().map(|(name, value)| (name.as_ref(), value.as_str()));
        let extra = self.options.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let current = own.chain(extra).find(|(name, _)| CURSORS.contains(name));
        if self.operation.paging == Paging::None {
            return Ok(None);
        }
        let backwards = current.is_some_and(|(name, _)| name == BEFORE_ID);
        let Some(next) = next_cursor(bounds, backwards) else { return Ok(None) };
        if current == Some(next) {
            return Err(stuck(page, next.1));
        }
        let mut request = self.clone();
        request.query.retain(|(name, _)| !CURSORS.contains(&name.as_ref()));
        request.options.query.retain(|(name, _)| !CURSORS.contains(&name.as_str()));
        request.query.push((next.0.into(), next.1.to_owned()));
        Ok(Some(request))
    }
}

fn stuck(page: &RawResponse, cursor: &str) -> Error {
    Error::undecodable(page, format!("the list does not advance: cursor {cursor:?} came again"))
}

/// What brings a page.
#[derive(Debug, Clone)]
struct Ask {
    client: Client,
    request: Request,
}

impl Ask {
    async fn send(self) -> Result<RawResponse> {
        self.client.execute(self.request).await
    }

    fn cursor(&self) -> &str {
        let cursor = self.request.query.iter().find(|(name, _)| CURSORS.contains(&name.as_ref()));
        cursor.map_or("", |(_, value)| value)
    }
}

/// An answer read as a page.
trait Read: Sized {
    /// The page, and what brings the one after it; an error in that comes after the page.
    fn read(ask: Ask, response: RawResponse) -> Result<(Self, Result<Option<Ask>>)>;

    fn response(&self) -> &RawResponse;
}

impl Read for RawResponse {
    fn read(Ask { client, request }: Ask, response: RawResponse) -> Result<(Self, Result<Option<Ask>>)> {
        let next = request.next_page(&response).map(|next| next.map(|request| Ask { client, request }));
        Ok((response, next))
    }

    fn response(&self) -> &RawResponse {
        self
    }
}

impl<T: DeserializeOwned> Read for Page<T> {
    fn read(Ask { client, request }: Ask, response: RawResponse) -> Result<(Self, Result<Option<Ask>>)> {
        let Wire { data, has_more, next_page, first_id, last_id } = response.json()?;
        let bounds = Bounds { has_more, next_page, first_id, last_id };
        let next =
            request.following(&bounds, &response).map(|next| next.map(|request| Ask { client, request }));
        let page = Page {
            data,
            has_more: has_more.unwrap_or_default(),
            next_page: bounds.next_page,
            first_id: bounds.first_id,
            last_id: bounds.last_id,
            response,
            next: next.clone().transpose(),
        };
        Ok((page, next))
    }

    fn response(&self) -> &RawResponse {
        &self.response
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items.
    pub data: Vec<T>,
    /// Whether the server has more.
    pub has_more: bool,
    /// The cursor of the next page.
    pub next_page: Option<String>,
    /// The id of the first item.
    pub first_id: Option<String>,
    /// The id of the last item.
    pub last_id: Option<String>,
    response: RawResponse,
    /// What brings the page after this one; `None` on the last. An error waits until somebody asks.
    next: Option<Result<Ask>>,
}

#[derive(Deserialize)]
struct Wire<T> {
    data: Vec<T>,
    has_more: Option<bool>,
    next_page: Option<String>,
    first_id: Option<String>,
    last_id: Option<String>,
}

impl<T: DeserializeOwned> Page<T> {
    pub(crate) async fn first(client: Client, request: Request) -> Result<Self> {
        Self::fetch(Ask { client, request }).await
    }

    async fn fetch(ask: Ask) -> Result<Self> {
        let response = ask.clone().send().await?;
        Self::read(ask, response).map(|(page, _)| page)
    }

    /// Reads the page after this one; `None` when this is the last.
    ///
    /// # Errors
    /// As for the first page, and when the cursor does not advance.
    pub async fn get_next_page(&self) -> Result<Option<Page<T>>> {
        match self.next.clone().transpose()? {
            Some(ask) => Self::fetch(ask).await.map(Some),
            None => Ok(None),
        }
    }
}

impl<T> Page<T> {
    /// Whether there is a page after this one.
    pub fn has_next_page(&self) -> bool {
        self.next.is_some()
    }

    /// The answer as it came: status, headers, request id, bytes.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}

/// Reads page after page.
struct Pager<P> {
    state: State,
    prefetch: bool,
    /// The cursors so far: a list that comes back to one of them would never end.
    seen: HashSet<String>,
    page: PhantomData<fn() -> P>,
}

enum State {
    Due(Ask),
    /// With a guest while nobody waits for it.
    Underway(Ask, Pin<Box<dyn Future<Output = Result<RawResponse>> + Send>>, Option<Guest>),
    Arrived(Ask, Result<RawResponse>),
    Failed(Error),
    Over,
}

impl<P: Read> Pager<P> {
    fn new(state: State) -> Self {
        Pager { state, prefetch: false, seen: HashSet::new(), page: PhantomData }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<P>>> {
        self.start();
        let (ask, result) = match mem::replace(&mut self.state, State::Over) {
            State::Underway(ask, mut page, guest) => match page.as_mut().poll(cx) {
                Poll::Ready(result) => (ask, result),
                Poll::Pending => {
                    self.state = State::Underway(ask, page, guest);
                    return Poll::Pending;
                }
            },
            State::Arrived(ask, result) => (ask, result),
            State::Failed(error) => return Poll::Ready(Some(Err(error))),
            State::Due(_) | State::Over => return Poll::Ready(None),
        };
        let (page, next) = match result.and_then(|response| P::read(ask, response)) {
            Ok(read) => read,
            Err(error) => return Poll::Ready(Some(Err(error))),
        };
        self.state = match next {
            Ok(None) => State::Over,
            Ok(Some(ask)) if self.seen.insert(ask.cursor().to_owned()) => State::Due(ask),
            Ok(Some(ask)) => State::Failed(stuck(page.response(), ask.cursor())),
            Err(error) => State::Failed(error),
        };
        if self.prefetch {
            self.start();
            self.send_now();
        }
        Poll::Ready(Some(Ok(page)))
    }

    fn start(&mut self) {
        self.state = match mem::replace(&mut self.state, State::Over) {
            State::Due(ask) => State::Underway(ask.clone(), Box::pin(ask.send()), None),
            state => state,
        };
    }

    /// One poll brings the request onto the wire; its connection, which runs by itself, receives the answer.
    fn send_now(&mut self) {
        self.state = match mem::replace(&mut self.state, State::Over) {
            State::Underway(ask, mut page, _) => match page.as_mut().now_or_never() {
                Some(result) => State::Arrived(ask, result),
                None => State::Underway(ask, page, runtime::attend()),
            },
            state => state,
        };
    }
}

/// The pages of a list, as they come.
pub struct RawPages(Pager<RawResponse>);

impl RawPages {
    /// The pages of the list that `request` asks for.
    pub fn new(client: Client, request: Request) -> Self {
        RawPages(Pager::new(State::Due(Ask { client, request })))
    }

    pub(crate) fn refused(error: Error) -> Self {
        RawPages(Pager::new(State::Failed(error)))
    }

    /// Requests the page after each page while that one is being used. Off unless asked for.
    pub fn prefetch(mut self, yes: bool) -> Self {
        self.0.prefetch = yes;
        self
    }

    /// Whether [`next`](Self::next) has something to return: a page, or an error.
    pub fn has_next(&self) -> bool {
        !matches!(self.0.state, State::Over)
    }

    /// The next page; `None` after the last one, or after an error. May be cancelled without loss.
    pub async fn next(&mut self) -> Option<Result<RawResponse>> {
        poll_fn(|cx| self.0.poll(cx)).await
    }
}

/// The pages of a list; a [`Stream`] too.
pub struct Pages<T>(Pager<Page<T>>);

impl<T: DeserializeOwned> Pages<T> {
    pub(crate) fn new(client: Client, request: Request) -> Self {
        Pages(Pager::new(State::Due(Ask { client, request })))
    }

    pub(crate) fn refused(error: Error) -> Self {
        Pages(Pager::new(State::Failed(error)))
    }

    /// Requests the page after each page while that one is being used. Off unless asked for.
    pub fn prefetch(mut self, yes: bool) -> Self {
        self.0.prefetch = yes;
        self
    }

    /// The next page; `None` after the last one, or after an error. May be cancelled without loss.
    pub async fn next(&mut self) -> Option<Result<Page<T>>> {
        poll_fn(|cx| self.0.poll(cx)).await
    }

    /// The items of all pages.
    pub fn items(self) -> Items<T> {
        Items { pages: self, ready: VecDeque::new() }
    }
}

impl<T: DeserializeOwned> Stream for Pages<T> {
    type Item = Result<Page<T>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().0.poll(cx)
    }
}

/// The items of a list over all its pages; a [`Stream`] too.
pub struct Items<T> {
    pages: Pages<T>,
    ready: VecDeque<T>,
}

impl<T: DeserializeOwned> Items<T> {
    /// Requests the page after each page while that one is being used. Off unless asked for.
    pub fn prefetch(self, yes: bool) -> Self {
        Items { pages: self.pages.prefetch(yes), ready: self.ready }
    }

    /// The next item; `None` after the last one, or after an error. May be cancelled without loss.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.0.poll(cx)) {
                None => return Poll::Ready(None),
                Some(Ok(page)) => self.ready = page.data.into(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            }
        }
    }
}

// The items are never pinned.
impl<T> Unpin for Items<T> {}

impl<T: DeserializeOwned> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

#[cfg(test)]
mod tests {
    use proptest::bool::ANY as BOOL;
    use proptest::prelude::*;

    use super::*;

    fn cursor(json: &str, backwards: bool) -> Option<(&'static str, String)> {
        let bounds: Bounds = serde_json::from_str(json).unwrap();
        next_cursor(&bounds, backwards).map(|(name, value)| (name, value.to_owned()))
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            BOOL.prop_map(Value::from),
            "[a-z\\]\\[{}\",:\\\\]{0,8}".prop_map(Value::from),
            Just(Value::from("],\"has_more\":true,\"next_page\":\"x\"}")),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                members(inner).prop_map(Value::from),
            ]
        })
    }

    fn members(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
        let name = prop::sample::select(&["data", "has_more", "next_page", "first_id", "last_id", "x"][..]);
        prop::collection::vec((name.prop_map(str::to_owned), value), 0..7).prop_map(Map::from_iter)
    }

    proptest! {
        /// What is read around the items is what a reader of the whole page finds.
        #[test]
        fn the_ends_of_a_page_say_what_the_page_says(page in members(json()), more in BOOL, pretty in BOOL) {
            let mut page = page;
            page.shift_remove("has_more");
            page.insert("has_more".to_owned(), more.into());
            let text = if pretty { serde_json::to_string_pretty(&page) } else { serde_json::to_string(&page) }.unwrap();
            // Bounds of a wrong kind that decide nothing stop only those who read them.
            let Ok(whole) = serde_json::from_str::<Bounds>(&text) else { return Ok(()) };
            for found in [Bounds::before_items(text.as_bytes()), Bounds::behind_items(text.as_bytes())].iter().flatten() {
                for backwards in [false, true] {
                    prop_assert_eq!(next_cursor(found, backwards), next_cursor(&whole, backwards));
                }
            }
        }

        #[test]
        fn anything_is_looked_at_without_harm(bytes in prop::collection::vec(prop::num::u8::ANY, 0..64)) {
            let _ = (Bounds::before_items(&bytes), Bounds::behind_items(&bytes));
        }
    }

    #[test]
    fn the_bounds_of_a_usual_page_stand_before_or_behind_its_items() {
        for json in [
            r#"{"first_id":"f","last_id":"l","has_more":true,"next_page":null,"data":[{"a":[1]}]}"#,
            r#"{ "has_more": true, "next_page": "p", "data": [ what is this? "#,
        ] {
            let bounds = Bounds::before_items(json.as_bytes()).unwrap();
            assert_eq!(
                (bounds.has_more, bounds.next_page.as_deref()),
                (Some(true), bounds.first_id.is_none().then_some("p"))
            );
        }
        for json in [
            r#"{"data":[{"a":[1]}],"first_id":"f","last_id":"l","next_page":null,"has_more":true}"#,
            r#" { "data": [ ] , "has_more": true, "next_page": "p" } "#,
        ] {
            let bounds = Bounds::behind_items(json.as_bytes()).unwrap();
            assert_eq!(bounds, serde_json::from_str(json).unwrap());
        }
        for json in [
            r#"{"data":[],"has_more":true,"next_page":null}"#,
            r#"{"has_more":true,"next_page":"p","data":[]}"#,
            r#"{"data":[],"has_more":true,"next_page":"a]b"}"#,
            r#"{"data":[],"has_more":true,"next_page":"p","more":{"x":1}}"#,
            r#"[1],"has_more":true,"next_page":"p"}"#,
            "",
        ] {
            assert!(Bounds::behind_items(json.as_bytes()).is_none(), "{json}");
        }
    }

    #[test]
    fn the_next_cursor_is_the_servers_or_the_last_id_or_none() {
        for (json, expected) in [
            (r#"{"data":[],"has_more":true,"next_page":"p","last_id":"l"}"#, Some(("page", "p"))),
            (r#"{"next_page":"p"}"#, Some(("page", "p"))),
            (r#"{"has_more":true,"next_page":null,"last_id":"l"}"#, Some(("after_id", "l"))),
            (r#"{"has_more":true,"next_page":"","last_id":"l"}"#, Some(("after_id", "l"))),
            (r#"{"has_more":true,"last_id":"l"}"#, Some(("after_id", "l"))),
            (r#"{"has_more":true,"last_id":""}"#, None),
            (r#"{"has_more":true}"#, None),
            (r#"{"has_more":false,"next_page":"p","last_id":"l"}"#, None),
            (r#"{"last_id":"l"}"#, None),
            (r#"{}"#, None),
        ] {
            assert_eq!(cursor(json, false), expected.map(|(name, value)| (name, value.to_owned())), "{json}");
        }
        let json = r#"{"has_more":true,"first_id":"f","last_id":"l"}"#;
        assert_eq!(cursor(json, true), Some(("before_id", "f".to_owned())));
    }
}
