//! One event: a text, and where in it the parts are. All parts share one reference to the chunk that they came in.

use std::ops::Range;

use bytes::{Bytes, BytesMut};
use serde::de::DeserializeOwned;

use crate::error::Result;
use crate::json;
use crate::stream::connection::unreadable;

/// One event.
#[derive(Clone)]
pub struct EventFrame {
    text: Bytes,
    event: Span,
    id: Option<Span>,
    data: Span,
}

/// A part of a text. Half the size of a range: frames are moved a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Nothing lies beyond 4 GiB: frames are smaller by far, and so are chunks.
    pub(crate) fn of(range: Range<usize>) -> Self {
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: place(range.start), end: place(range.end) }
    }

    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start >= self.end
    }

    fn within(self, outer: Span) -> Self {
        Span { start: outer.start + self.start, end: outer.start + self.end }
    }
}

impl EventFrame {
    /// What is called so if nothing has a name.
    const UNNAMED: &'static [u8] = b"message";

    /// A frame whose parts lie in one text.
    pub(crate) fn within(text: Bytes, event: Span, id: Option<Span>, data: Span) -> Self {
        EventFrame { text, event, id, data }
    }

    /// A frame made of parts from several places.
    pub(crate) fn new(event: &[u8], id: Option<&[u8]>, data: &[u8]) -> Self {
        let mut text = BytesMut::with_capacity(event.len() + id.map_or(0, <[u8]>::len) + data.len());
        let mut add = |part: &[u8]| {
            let start = text.len();
            text.extend_from_slice(part);
            Span::of(start..text.len())
        };
        let (event, id, data) = (add(event), id.map(&mut add), add(data));
        EventFrame { text: text.freeze(), event, id, data }
    }

    /// The same event with other data.
    pub(crate) fn with_data(&self, data: &[u8]) -> Self {
        Self::new(self.part(self.event), self.id_bytes(), data)
    }

    /// The same event with a text of its own: it keeps no chunk, which hyper then fills again.
    pub(crate) fn detached(&self) -> Self {
        self.with_data(self.data())
    }

    /// The same event by a name that stands in its data.
    pub(crate) fn named(self, name: Range<usize>) -> Self {
        EventFrame { event: Span::of(name).within(self.data), ..self }
    }

    /// The same event, without what of its event and ID cannot be read.
    pub(crate) fn readable(mut self) -> Self {
        let readable = |part: &[u8]| part.is_ascii() || str::from_utf8(part).is_ok();
        if !readable(self.part(self.event)) {
            self.event = Span::default();
        }
        self.id = self.id.filter(|id| !id.is_empty() && readable(self.part(*id)));
        self
    }

    /// Whether the frame gave its event a name.
    pub(crate) fn is_named(&self) -> bool {
        !self.event.is_empty()
    }

    /// The type of the event, to be matched.
    pub(crate) fn name(&self) -> &[u8] {
        if self.event.is_empty() { Self::UNNAMED } else { self.part(self.event) }
    }

    pub(crate) fn id_bytes(&self) -> Option<&[u8]> {
        self.id.map(|id| self.part(id))
    }

    /// The data as a part of the text, which it keeps.
    pub(crate) fn shared_data(&self) -> Bytes {
        self.text.slice(self.data.range())
    }

    fn part(&self, span: Span) -> &[u8] {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The type of the event, for example `agent.message`.
    pub fn event(&self) -> &str {
        str::from_utf8(self.name()).unwrap_or_default()
    }

    /// The id of its frame; deltas share the id of the event they belong to.
    pub fn id(&self) -> Option<&str> {
        self.id_bytes().and_then(|id| str::from_utf8(id).ok())
    }

    /// The event as JSON, with `id` and `type` filled in from its frame where they were missing. Pieces of an event
    /// to come (`event_start`, `event_delta`) have no ID of their own and get none.
    pub fn data(&self) -> &[u8] {
        self.part(self.data)
    }

    /// Decodes the event.
    ///
    /// # Errors
    /// [`Error::is_decode`](crate::Error::is_decode) when it is not a `T`; the error keeps it as it came.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        json::read(self.data()).map_err(|cause| {
            let message = format!("the event {} cannot be read: {cause}", self.event());
            unreadable(message, self.shared_data()).with_last_event_id(self.id()).caused_by(cause)
        })
    }
}

/// Where the parts lie does not matter.
impl PartialEq for EventFrame {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && self.id_bytes() == other.id_bytes() && self.data() == other.data()
    }
}

impl Eq for EventFrame {}

impl std::fmt::Debug for EventFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let data = String::from_utf8_lossy(self.data());
        f.debug_struct("EventFrame")
            .field("event", &self.event())
            .field("id", &self.id())
            .field("data", &data)
            .finish()
    }
}
