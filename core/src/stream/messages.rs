//! Messages of the agent as they grow: pieces put together, and replaced by the whole when it comes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::json;
use crate::stream::events::Batch;
use crate::stream::frame::EventFrame;

/// More messages than this are never in progress at once: a session has at most 25 open threads.
const MOST: usize = 32;

/// Room for the text of most messages.
const ROOM: usize = 1024;

/// Puts the pieces of messages together.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    growing: Vec<Growing>,
}

/// A message in progress: the text of each block, and whether it was begun anew.
#[derive(Debug, Default)]
struct Growing {
    id: String,
    /// As of [`Told`].
    verbatim: bool,
    blocks: BTreeMap<i64, Block>,
    mould: Option<Mould>,
}

#[derive(Debug)]
struct Block {
    text: String,
    /// What was shown of it is void.
    stale: bool,
}

/// What the pieces of a block are around their text: as a rule all of them the same, so that the others need no parsing.
#[derive(Debug)]
struct Mould {
    before: Box<[u8]>,
    after: Box<[u8]>,
    index: i64,
}

/// How a message has grown; the wire form of `MessageUpdate`.
#[derive(Debug)]
pub(crate) struct Update<'a> {
    event_id: Told<'a>,
    index: i64,
    text: Told<'a>,
    replaces: bool,
    complete: bool,
}

/// A text that an event told.
#[derive(Debug, Clone, Copy)]
struct Told<'a> {
    text: &'a str,
    /// It stood in JSON without an escape, so it can be written again as it is.
    verbatim: bool,
}

impl Mould {
    /// A larger one is not worth keeping.
    const LARGEST: usize = 1024;

    /// The one of this piece, whose text is a part of its JSON.
    fn of(json: &[u8], index: i64, text: &str) -> Option<Self> {
        let start = text.as_ptr().addr().checked_sub(json.as_ptr().addr())?;
        let (before, rest) = json.split_at_checked(start)?;
        let after = rest.strip_prefix(text.as_bytes())?.strip_prefix(b"\"")?;
        let before = before.strip_suffix(b"\"")?;
        let small = before.len() + after.len() <= Self::LARGEST;
        small.then(|| Mould { before: before.into(), after: after.into(), index })
    }

    /// The text of a piece that differs in nothing else.
    fn text<'a>(&self, json: &'a [u8]) -> Option<Cow<'a, str>> {
        let literal = json.strip_prefix(&self.before[..])?.strip_suffix(&self.after[..])?;
        json::read(literal).ok().map(|Literal(text)| text)
    }
}

impl Block {
    fn new() -> Self {
        Block { text: String::with_capacity(ROOM), stale: false }
    }
}

impl<'a> From<&'a Cow<'_, str>> for Told<'a> {
    fn from(json: &'a Cow<'_, str>) -> Self {
        Told { text: json, verbatim: matches!(json, Cow::Borrowed(_)) }
    }
}

#[derive(Deserialize)]
struct Start<'a> {
    #[serde(borrow)]
    event: Preview<'a>,
}

#[derive(Deserialize)]
struct Preview<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Delta<'a> {
    #[serde(borrow)]
    event_id: Cow<'a, str>,
    #[serde(borrow)]
    delta: Piece<'a>,
}

#[derive(Deserialize)]
struct Piece<'a> {
    #[serde(default)]
    index: i64,
    #[serde(borrow)]
    content: Option<Part<'a>>,
}

#[derive(Deserialize)]
struct Part<'a> {
    #[serde(borrow, default)]
    text: Cow<'a, str>,
}

/// A string alone. Serde borrows no text of a bare `Cow`.
#[derive(Deserialize)]
struct Literal<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    content: Vec<Part<'a>>,
}

impl Messages {
    /// Tells `show` how messages have grown by this frame.
    pub(crate) fn take(&mut self, frame: &EventFrame, mut show: impl FnMut(Update<'_>)) {
        match frame.name() {
            b"event_delta" => self.delta(frame.data(), &mut show),
            b"event_start" => self.start(frame.data()),
            b"agent.message" => self.whole(frame.data(), &mut show),
            _ => {}
        }
    }

    fn delta(&mut self, data: &[u8], show: &mut dyn FnMut(Update<'_>)) {
        for growing in &mut self.growing {
            let Some(mould) = &growing.mould else { continue };
            if let Some(text) = mould.text(data) {
                return growing.grow(mould.index, Told::from(&text), show);
            }
        }
        let Ok(Delta { event_id, delta: Piece { index, content: Some(Part { text }) } }) = json::read(data)
        else {
            return;
        };
        let growing = self.growing(Told::from(&event_id));
        growing.mould = Mould::of(data, index, &text);
        growing.grow(index, Told::from(&text), show);
    }

    /// A message that is told again from its start replaces what came of it.
    fn start(&mut self, data: &[u8]) {
        let Ok(Start { event: Preview { id } }) = json::read(data) else { return };
        for block in self.growing(Told::from(&id)).blocks.values_mut() {
            block.stale |= !block.text.is_empty();
            block.text.clear();
        }
    }

    /// The event is the authority; its pieces were its beginning, or all of it.
    fn whole(&mut self, data: &[u8], show: &mut dyn FnMut(Update<'_>)) {
        let Ok(Message { id, content }) = json::read(data) else { return };
        let place = self.growing.iter().position(|growing| growing.id == id);
        let grown = place.map(|place| self.growing.swap_remove(place)).unwrap_or_default();
        for (index, Part { text }) in (0..).zip(&content) {
            let told = Told::from(text);
            let rest = match grown.blocks.get(&index) {
                None => Some(told.text),
                Some(had) if had.stale => None,
                Some(had) => told.text.strip_prefix(&had.text[..]),
            };
            let text = Told { text: rest.unwrap_or(told.text), ..told };
            let event_id = Told::from(&id);
            show(Update { event_id, index, text, replaces: rest.is_none(), complete: true });
        }
    }

    fn growing(&mut self, id: Told<'_>) -> &mut Growing {
        let place = self.growing.iter().position(|growing| growing.id == id.text).unwrap_or_else(|| {
            if self.growing.len() == MOST {
                self.growing.remove(0);
            }
            let (id, verbatim) = (id.text.to_owned(), id.verbatim);
            self.growing.push(Growing { id, verbatim, ..Growing::default() });
            self.growing.len() - 1
        });
        &mut self.growing[place]
    }
}

impl Growing {
    fn grow(&mut self, index: i64, text: Told<'_>, show: &mut dyn FnMut(Update<'_>)) {
        let block = self.blocks.entry(index).or_insert_with(Block::new);
        block.text.push_str(text.text);
        let replaces = std::mem::take(&mut block.stale);
        let event_id = Told { text: &self.id, verbatim: self.verbatim };
        show(Update { event_id, index, text, replaces, complete: false });
    }
}

/// Updates on their way to becoming a JSON array.
#[derive(Debug, Default)]
pub(crate) struct UpdateList {
    json: Vec<u8>,
    pub(crate) count: usize,
}

impl UpdateList {
    /// Makes room for so many bytes more.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.json.reserve(bytes);
    }

    pub(crate) fn push(&mut self, update: &Update<'_>) {
        let Update { event_id, index, text, replaces, complete } = update;
        self.put(if self.count == 0 { "[" } else { "," });
        self.count += 1;
        self.put("{\"event_id\":");
        self.put_string(event_id);
        self.put(",\"index\":");
        self.put_value(index);
        self.put(",\"text\":");
        self.put_string(text);
        self.put(if *replaces { ",\"replaces\":true" } else { ",\"replaces\":false" });
        self.put(if *complete { ",\"complete\":true}" } else { ",\"complete\":false}" });
    }

    fn put(&mut self, json: &str) {
        self.json.extend_from_slice(json.as_bytes());
    }

    fn put_string(&mut self, told: &Told<'_>) {
        if told.verbatim {
            self.put("\"");
            self.put(told.text);
            self.put("\"");
        } else {
            self.put_value(told.text);
        }
    }

    fn put_value(&mut self, value: impl Serialize) {
        // Numbers and strings can always be written, and a vector takes everything.
        let _ = serde_json::to_writer(&mut self.json, &value);
    }

    pub(crate) fn len(&self) -> usize {
        self.json.len()
    }

    /// All of them, at least one.
    pub(crate) fn batch(mut self, last_event_id: Option<&str>) -> Batch {
        self.put("]");
        let last_event_id = last_event_id.map(str::to_owned);
        Batch { json: self.json.into(), count: self.count, last_event_id }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn frame(event: &'static str, data: &Value) -> EventFrame {
        EventFrame::new(event.as_bytes(), Some(b"evt_1"), data.to_string().as_bytes())
    }

    fn start() -> EventFrame {
        frame("event_start", &json!({ "event": { "id": "evt_1", "type": "agent.message" } }))
    }

    fn delta(index: i64, text: &str) -> EventFrame {
        let delta =
            json!({ "type": "content_delta", "index": index, "content": { "type": "text", "text": text } });
        frame("event_delta", &json!({ "event_id": "evt_1", "delta": delta }))
    }

    fn whole(texts: &[&str]) -> EventFrame {
        let content: Vec<Value> = texts.iter().map(|text| json!({ "type": "text", "text": text })).collect();
        frame("agent.message", &json!({ "id": "evt_1", "content": content }))
    }

    const SHAPES: [&str; 4] = [
        r#"{"type":"event_delta","event_id":"ID","delta":{"index":INDEX,"content":{"type":"text","text":TEXT}}}"#,
        r#"{"delta":{"content":{"text":TEXT},"index":INDEX},"event_id":"ID"}"#,
        r#"{"delta":{"content":{"text":TEXT,"more":"b"},"index":INDEX},"event_id":"ID","x":[1]}"#,
        r#"{ "event_id": "ID", "delta": { "content": { "text": TEXT } } }"#,
    ];

    /// What a reader who follows the rule of updates holds in the end, by block.
    fn followed(frames: &[EventFrame]) -> BTreeMap<i64, String> {
        let (mut messages, mut held) = (Messages::default(), BTreeMap::<i64, String>::new());
        for frame in frames {
            messages.take(frame, |update| {
                let text = held.entry(update.index).or_default();
                if update.replaces {
                    text.clear();
                }
                text.push_str(update.text.text);
            });
        }
        assert!(messages.growing.is_empty() || frames.iter().all(|frame| frame.event() != "agent.message"));
        held
    }

    #[test]
    fn pieces_add_up_and_the_whole_completes_them() {
        let frames =
            [start(), delta(0, "one "), delta(1, "x"), delta(0, "two"), whole(&["one two three", "x"])];
        assert_eq!(followed(&frames[..4])[&0], "one two");
        assert_eq!(followed(&frames), [(0, "one two three".into()), (1, "x".into())].into());
    }

    #[test]
    fn a_message_begun_anew_or_told_otherwise_replaces_what_came_of_it() {
        let frames = [start(), delta(0, "one "), start(), delta(0, "uno "), whole(&["uno due"])];
        assert_eq!(followed(&frames)[&0], "uno due");
        assert_eq!(followed(&[start(), delta(0, "one "), start(), whole(&["two"])])[&0], "two");
        assert_eq!(followed(&[delta(0, "one "), whole(&["two"])])[&0], "two");
    }

    #[test]
    fn a_mould_fits_what_differs_in_its_text_alone() {
        let first = delta(0, "Hel").data().to_vec();
        let parsed: Delta = json::read(&first).unwrap();
        let mould = Mould::of(&first, 0, &parsed.delta.content.unwrap().text).unwrap();
        for text in ["lo", "", "a \"quoted\" line\n", "\u{1f600}"] {
            assert_eq!(mould.text(delta(0, text).data()).unwrap(), text);
        }
        for other in [delta(1, "lo"), start(), whole(&["Hello"])] {
            assert_eq!(mould.text(other.data()), None);
        }
        let quoted = |inside: &[u8]| [&mould.before[..], b"\"", inside, b"\"", &mould.after[..]].concat();
        for (inside, fits) in [
            (&b"plain"[..], true),
            (br#"a","other":"b"#, false),
            (br#"open\"#, false),
            (b"a\tb", false),
            (b"\xff", false),
        ] {
            assert_eq!(mould.text(&quoted(inside)).is_some(), fits, "{}", quoted(inside).escape_ascii());
        }
    }

    #[test]
    fn no_mould_is_made_of_text_that_stands_elsewhere_or_of_much_else() {
        let json = delta(0, "text").data().to_vec();
        assert!(Mould::of(&json, 0, "text").is_none(), "it is not a part of the JSON");
        let mut padded = json.clone();
        padded.splice(1..1, format!("\"padding\":\"{}\",", "x".repeat(Mould::LARGEST)).into_bytes());
        let parsed: Delta = json::read(&padded).unwrap();
        assert!(Mould::of(&padded, 0, &parsed.delta.content.unwrap().text).is_none());
    }

    #[test]
    fn what_is_not_a_message_changes_nothing() {
        for junk in ["{}", "[]", "nonsense", r#"{"event_id":1}"#, r#"{"event_id":"e","delta":{}}"#] {
            for event in ["event_start", "event_delta", "agent.message", "session.status_idle"] {
                let frame = EventFrame::new(event.as_bytes(), None, junk.as_bytes());
                assert_eq!(followed(&[frame]), BTreeMap::new(), "{event} {junk}");
            }
        }
    }

    proptest! {
        #[test]
        fn pieces_say_the_same_whether_or_not_they_are_alike(
            pieces in prop::collection::vec((0..SHAPES.len(), "evt_[12]", 0i64..2, ".{0,5}", any::<bool>()), 1..20),
        ) {
            let mut messages = Messages::default();
            for (shape, id, index, text, escaped) in pieces {
                let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
                let escapes = format!("\"{}\"", units.collect::<String>());
                let literal = if escaped { escapes } else { serde_json::to_string(&text).unwrap() };
                let data = SHAPES[shape].replace("ID", &id).replace("INDEX", &index.to_string()).replace("TEXT", &literal);
                let mut told = None;
                messages.take(&EventFrame::new(b"event_delta", None, data.as_bytes()), |update| {
                    told = Some((update.event_id.text.to_owned(), update.index, update.text.text.to_owned()));
                });
                let parsed: Delta = serde_json::from_str(&data).unwrap();
                let expected = parsed.delta.content.map(|part| part.text.into_owned());
                prop_assert_eq!(told, Some((id, parsed.delta.index, expected.unwrap())));
            }
        }

        #[test]
        fn updates_say_what_events_told_however_it_was_escaped(
            pieces in proptest::collection::vec((any::<String>(), any::<i64>(), any::<bool>()), 1..5),
        ) {
            let (mut messages, mut list, mut expected) = (Messages::default(), UpdateList::default(), Vec::new());
            for (text, index, escaped) in pieces {
                let mut literal = serde_json::to_string(&text).unwrap();
                if escaped {
                    let escapes = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
                    literal = format!("\"{}\"", escapes.collect::<String>());
                }
                let data = format!(r#"{{"event_id":"evt_1","delta":{{"index":{index},"content":{{"text":{literal}}}}}}}"#);
                messages.take(&EventFrame::new(b"event_delta", None, data.as_bytes()), |update| list.push(&update));
                expected.push(json!({
                    "event_id": "evt_1", "index": index, "text": text, "replaces": false, "complete": false,
                }));
            }
            let written: Value = serde_json::from_slice(&list.batch(None).json).unwrap();
            prop_assert_eq!(written, Value::from(expected));
        }

        #[test]
        fn whatever_the_pieces_the_reader_ends_with_the_whole(
            pieces in proptest::collection::vec((0i64..3, ".{0,8}"), 0..20),
            restarts in proptest::collection::vec(any::<bool>(), 20),
            whole_text in proptest::collection::vec(".{0,30}", 3),
        ) {
            let mut frames = vec![start()];
            for ((index, text), restart) in pieces.iter().zip(restarts) {
                frames.push(delta(*index, text));
                if restart { frames.push(start()); }
            }
            let texts: Vec<&str> = whole_text.iter().map(String::as_str).collect();
            frames.push(whole(&texts));
            let expected: BTreeMap<i64, String> = (0..).zip(whole_text.clone()).collect();
            prop_assert_eq!(followed(&frames), expected);
        }
    }
}
