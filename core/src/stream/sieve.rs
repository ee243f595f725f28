//! What a reader has seen already: no buffered event twice, no piece of a message twice or lost.
//!
//! After a reconnect the server repeats a message in progress from its start: `event_start`, then all deltas, perhaps
//! cut at other places than before. The sieve compares the repeated text with what it let through and lets through
//! only what is new. Should the text differ, the message starts over with its `event_start`, and readers drop what
//! they had, as they do at every `event_start`.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::hash::{BuildHasher as _, RandomState};

use serde_json::Value;

use crate::stream::frame::EventFrame;

/// How many IDs are remembered. A resume repeats what follows one event, so anything older cannot come again.
const WINDOW: usize = 4096;

/// A message larger than this is not remembered piece by piece; after a reconnect it starts over.
const LARGEST_PARTIAL: usize = 4 * 1024 * 1024;

/// Room for the pieces of most messages.
const ROOM: usize = 4096;

/// More messages than this are never in progress at once: a session has at most 25 open threads.
const MOST_PARTIALS: usize = 32;

/// Lets each thing through once.
#[derive(Debug, Default)]
pub(crate) struct Sieve {
    /// Hashes under keys that nobody outside knows: thousands of IDs take a tenth of their text, and keep no chunk.
    seen: HashSet<u64>,
    order: VecDeque<u64>,
    keys: RandomState,
    /// Messages in progress: one, or one for each thread that speaks.
    partials: Vec<Partial>,
}

/// A message in progress.
#[derive(Debug, Default)]
struct Partial {
    id: Box<[u8]>,
    start: Option<EventFrame>,
    deltas: Deltas,
    /// `Some` while the server repeats what the reader has.
    repeat: Option<Repeat>,
}

/// What was let through of a message, as one text: it keeps no chunk.
#[derive(Debug, Default)]
struct Deltas {
    text: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// More came than is remembered.
    over: bool,
}

/// A comparison of what comes again with what was let through, by content block.
#[derive(Debug, Default)]
struct Repeat {
    had: BTreeMap<i64, String>,
    again: BTreeMap<i64, usize>,
}

impl Sieve {
    /// The frame, if the reader has not had it. What else is to be read first goes to `out`, and so does the frame then.
    pub(crate) fn pass(&mut self, frame: EventFrame, out: &mut VecDeque<EventFrame>) -> Option<EventFrame> {
        let Some(id) = frame.id_bytes() else { return Some(frame) };
        match frame.name() {
            b"event_delta" => match self.partials.iter_mut().find(|partial| partial.id[..] == *id) {
                // Nearly every frame of a stream takes this way.
                Some(partial) => partial.delta(frame, out),
                None if self.seen.contains(&self.keys.hash_one(id)) => None,
                None => self.begin(id.into()).delta(frame, out),
            },
            // Pieces that come after the whole are a repetition.
            b"event_start" if self.seen.contains(&self.keys.hash_one(id)) => None,
            b"event_start" => self.start(frame),
            _ => {
                if !self.remember(id) {
                    return None;
                }
                self.partials.retain(|partial| partial.id[..] != *id);
                Some(frame)
            }
        }
    }

    /// Prepares for a connection that may repeat messages in progress.
    pub(crate) fn reconnected(&mut self) {
        for partial in &mut self.partials {
            let mut had: BTreeMap<i64, String> = BTreeMap::new();
            for (index, text) in partial.deltas.iter().filter_map(piece) {
                had.entry(index).or_default().push_str(&text);
            }
            partial.repeat = Some(Repeat { had, again: BTreeMap::new() });
        }
    }

    fn remember(&mut self, id: &[u8]) -> bool {
        let id = self.keys.hash_one(id);
        if !self.seen.insert(id) {
            return false;
        }
        self.order.push_back(id);
        if self.order.len() > WINDOW
            && let Some(oldest) = self.order.pop_front()
        {
            self.seen.remove(&oldest);
        }
        true
    }

    fn start(&mut self, frame: EventFrame) -> Option<EventFrame> {
        let id: Box<[u8]> = frame.id_bytes()?.into();
        let known = self.partials.iter_mut().find(|partial| partial.id == id);
        let partial = match known {
            Some(partial) if partial.is_comparable() => return None,
            Some(partial) => partial,
            None => self.begin(id.clone()),
        };
        *partial = Partial { id, start: Some(frame.detached()), ..Partial::default() };
        Some(frame)
    }

    fn begin(&mut self, id: Box<[u8]>) -> &mut Partial {
        if self.partials.len() == MOST_PARTIALS {
            self.partials.remove(0);
        }
        self.partials.push(Partial { id, ..Partial::default() });
        let last = self.partials.len() - 1;
        &mut self.partials[last]
    }
}

impl Partial {
    /// Whether a repetition of it can be told from something new.
    fn is_comparable(&self) -> bool {
        self.repeat.is_some() && self.start.is_some() && !self.deltas.over
    }

    fn delta(&mut self, frame: EventFrame, out: &mut VecDeque<EventFrame>) -> Option<EventFrame> {
        let Some(repeat) = &mut self.repeat else { return self.kept(frame) };
        match repeat.compare(frame.data()) {
            Verdict::Had => None,
            Verdict::New => self.kept(frame),
            Verdict::Rest(text) => match with_text(&frame, None, &text) {
                Some(rest) => self.kept(rest),
                None => self.start_over(frame, out),
            },
            Verdict::Differs => self.start_over(frame, out),
        }
    }

    /// Remembers what is let through.
    fn kept(&mut self, frame: EventFrame) -> Option<EventFrame> {
        self.deltas.push(frame.data());
        Some(frame)
    }

    /// The repeated text is another one: tells the reader to drop the old, then gives the new from its beginning.
    fn start_over(&mut self, frame: EventFrame, out: &mut VecDeque<EventFrame>) -> Option<EventFrame> {
        let repeat = self.repeat.take().unwrap_or_default();
        out.extend(self.start.clone());
        self.deltas = Deltas::default();
        for (index, length) in repeat.again {
            let text = repeat.had.get(&index).and_then(|had| had.get(..length)).unwrap_or_default();
            if !text.is_empty() {
                out.extend(with_text(&frame, Some(index), text).and_then(|delta| self.kept(delta)));
            }
        }
        out.extend(self.kept(frame));
        None
    }
}

impl Deltas {
    fn push(&mut self, delta: &[u8]) {
        self.over |= self.text.len() + delta.len() > LARGEST_PARTIAL;
        if self.over {
            (self.text, self.ends) = (Vec::new(), Vec::new());
        } else {
            if self.ends.is_empty() {
                self.text.reserve(ROOM);
                self.ends.reserve(ROOM / 128);
            }
            self.text.extend_from_slice(delta);
            self.ends.push(self.text.len());
        }
    }

    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }
}

enum Verdict {
    Had,
    New,
    /// The reader had the beginning; this is the rest.
    Rest(String),
    Differs,
}

impl Repeat {
    fn compare(&mut self, delta: &[u8]) -> Verdict {
        let Some((index, text)) = piece(delta) else { return Verdict::New };
        let had = self.had.entry(index).or_default();
        let at = self.again.entry(index).or_default();
        let Some(open) = had.get(*at..) else { return Verdict::Differs };
        if open.is_empty() {
            had.push_str(&text);
            *at += text.len();
            Verdict::New
        } else if open.starts_with(&text) {
            *at += text.len();
            Verdict::Had
        } else if let Some(rest) = text.strip_prefix(open) {
            let rest = rest.to_owned();
            had.push_str(&rest);
            *at = had.len();
            Verdict::Rest(rest)
        } else {
            Verdict::Differs
        }
    }
}

/// Content block and text of a delta.
fn piece(delta: &[u8]) -> Option<(i64, String)> {
    let event: Value = serde_json::from_slice(delta).ok()?;
    let delta = event.get("delta")?;
    let text = delta.get("content")?.get("text")?.as_str()?.to_owned();
    Some((delta.get("index").and_then(Value::as_i64).unwrap_or(0), text))
}

/// The same delta with other text, perhaps for another block.
fn with_text(frame: &EventFrame, index: Option<i64>, text: &str) -> Option<EventFrame> {
    let mut event: Value = serde_json::from_slice(frame.data()).ok()?;
    let delta = event.get_mut("delta")?;
    *delta.get_mut("content")?.get_mut("text")? = text.into();
    if let Some(index) = index {
        delta.as_object_mut()?.insert("index".into(), index.into());
    }
    Some(frame.with_data(&serde_json::to_vec(&event).ok()?))
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::stream::frame::Span;

    fn frame(event: &str, id: &str, data: Value) -> EventFrame {
        EventFrame::new(event.as_bytes(), Some(id.as_bytes()), data.to_string().as_bytes())
    }

    fn start(id: &str) -> EventFrame {
        frame(
            "event_start",
            id,
            json!({ "type": "event_start", "event": { "id": id, "type": "agent.message" } }),
        )
    }

    fn delta(id: &str, index: i64, text: &str) -> EventFrame {
        let delta =
            json!({ "type": "content_delta", "index": index, "content": { "type": "text", "text": text } });
        frame("event_delta", id, json!({ "type": "event_delta", "event_id": id, "delta": delta }))
    }

    fn whole(id: &str) -> EventFrame {
        frame("agent.message", id, json!({ "type": "agent.message", "id": id }))
    }

    #[test]
    fn what_was_seen_holds_no_chunk() {
        let names = ["agent.message", "event_start", "event_delta"];
        for name in names {
            let chunk = Bytes::from([name.as_bytes(), &[b'x'; 65536]].concat());
            let parts = (Span::of(0..name.len()), Some(Span::of(20..30)), Span::of(30..65536));
            let mut sieve = Sieve::default();
            let event = EventFrame::within(chunk.clone(), parts.0, parts.1, parts.2);
            assert!(sieve.pass(event, &mut VecDeque::new()).is_some());
            assert!(chunk.is_unique(), "what is known of {name} keeps the chunk it came in");
        }
    }

    /// What a reader who appends deltas and starts afresh at every `event_start` holds.
    fn text(frames: &[EventFrame]) -> BTreeMap<i64, String> {
        let mut text: BTreeMap<i64, String> = BTreeMap::new();
        for frame in frames {
            match frame.event() {
                "event_start" => text.clear(),
                _ => {
                    if let Some((index, part)) = piece(frame.data()) {
                        text.entry(index).or_default().push_str(&part);
                    }
                }
            }
        }
        text
    }

    fn passed(sieve: &mut Sieve, frames: impl IntoIterator<Item = EventFrame>) -> Vec<EventFrame> {
        let mut out = VecDeque::new();
        for frame in frames {
            let passed = sieve.pass(frame, &mut out);
            out.extend(passed);
        }
        out.into()
    }

    #[test]
    fn a_buffered_event_passes_once() {
        let mut sieve = Sieve::default();
        assert_eq!(passed(&mut sieve, [whole("a"), whole("a"), whole("b")]), [whole("a"), whole("b")]);
    }

    #[test]
    fn the_window_is_bounded() {
        let mut sieve = Sieve::default();
        for number in 0..WINDOW + 10 {
            passed(&mut sieve, [whole(&number.to_string())]);
        }
        assert_eq!((sieve.seen.len(), sieve.order.len()), (WINDOW, WINDOW));
    }

    #[test]
    fn deltas_of_one_message_share_an_id_and_all_pass() {
        let mut sieve = Sieve::default();
        let frames = [start("m"), delta("m", 0, "a"), delta("m", 0, "a"), whole("m")];
        assert_eq!(passed(&mut sieve, frames.clone()), frames);
        assert!(passed(&mut sieve, [start("m"), delta("m", 0, "late")]).is_empty());
    }

    #[test]
    fn threads_may_speak_at_once() {
        let mut sieve = Sieve::default();
        let frames = [start("m"), start("n"), delta("m", 0, "a"), delta("n", 0, "x"), delta("m", 0, "b")];
        assert_eq!(passed(&mut sieve, frames.clone()), frames);
        sieve.reconnected();
        let again = [start("m"), start("n"), delta("n", 0, "xy"), delta("m", 0, "ab"), delta("m", 0, "c")];
        assert_eq!(passed(&mut sieve, again), [delta("n", 0, "y"), delta("m", 0, "c")]);
    }

    #[test]
    fn a_message_that_comes_out_differently_starts_over() {
        let mut sieve = Sieve::default();
        let mut got = passed(&mut sieve, [start("m"), delta("m", 0, "Hel"), delta("m", 0, "lo")]);
        sieve.reconnected();
        got.extend(passed(&mut sieve, [start("m"), delta("m", 0, "Hel"), delta("m", 0, "p!")]));
        assert_eq!(text(&got)[&0], "Help!");
        assert_eq!(got.iter().filter(|frame| frame.event() == "event_start").count(), 2);
    }

    /// The pieces of some blocks, each message cut in its own way.
    fn message() -> impl Strategy<Value = Vec<(i64, String)>> {
        prop::collection::vec((0i64..3, "[a-z\u{e9}\u{1f600}]{1,5}"), 0..12)
    }

    fn recut(pieces: &[(i64, String)], at: usize) -> Vec<(i64, String)> {
        let mut out = Vec::new();
        for (index, text) in pieces {
            let cut = text.char_indices().map(|(place, _)| place).nth(at % 4).unwrap_or(0);
            for part in [&text[..cut], &text[cut..]] {
                if !part.is_empty() {
                    out.push((*index, part.to_owned()));
                }
            }
        }
        out
    }

    proptest! {
        /// Wherever the connection breaks, and however the server cuts the repetition, the text is neither doubled nor torn.
        #[test]
        fn a_repeated_message_continues_where_it_broke(pieces in message(), breaks in prop::collection::vec((0usize..12, 0usize..4), 0..4)) {
            let mut sieve = Sieve::default();
            let mut got = Vec::new();
            for (stop, cut) in breaks {
                got.extend(passed(&mut sieve, [start("m")]));
                let deltas = recut(&pieces, cut);
                got.extend(passed(&mut sieve, deltas.iter().take(stop).map(|(index, text)| delta("m", *index, text))));
                sieve.reconnected();
            }
            got.extend(passed(&mut sieve, [start("m")]));
            got.extend(passed(&mut sieve, pieces.iter().map(|(index, text)| delta("m", *index, text))));
            got.extend(passed(&mut sieve, [whole("m")]));
            let mut expected: BTreeMap<i64, String> = BTreeMap::new();
            for (index, text) in &pieces {
                expected.entry(*index).or_default().push_str(text);
            }
            prop_assert_eq!(text(&got), expected);
            prop_assert_eq!(got.iter().filter(|frame| frame.event() == "event_start").count(), 1);
            prop_assert_eq!(got.iter().filter(|frame| frame.event() == "agent.message").count(), 1);
        }
    }
}
