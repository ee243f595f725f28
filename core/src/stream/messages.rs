//! Messages of the agent as they grow: pieces put together, and replaced by the whole when it comes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::json;
use crate::stream::events::Batch;
use crate::stream::frame::EventFrame;

/// More messages than this are never in progress at once: a session has at most 25 open threads.
const MOST: usize = 32;

/// Puts the pieces of messages together.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    growing: Vec<Growing>,
}

/// A message in progress: the text of each block, and whether it was begun anew.
#[derive(Debug, Default)]
struct Growing {
    id: String,
    blocks: BTreeMap<i64, Block>,
}

#[derive(Debug, Default)]
struct Block {
    text: String,
    /// What was shown of it is void.
    stale: bool,
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
        let Ok(Delta { event_id, delta: Piece { index, content: Some(Part { text }) } }) = json::read(data)
        else {
            return;
        };
        let block = self.growing(&event_id).blocks.entry(index).or_default();
        block.text.push_str(&text);
        let replaces = std::mem::take(&mut block.stale);
        let (event_id, text) = (Told::from(&event_id), Told::from(&text));
        show(Update { event_id, index, text, replaces, complete: false });
    }

    /// A message that is told again from its start replaces what came of it.
    fn start(&mut self, data: &[u8]) {
        let Ok(Start { event: Preview { id } }) = json::read(data) else { return };
        for block in self.growing(&id).blocks.values_mut() {
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

    fn growing(&mut self, id: &str) -> &mut Growing {
        let place = self.growing.iter().position(|growing| growing.id == id).unwrap_or_else(|| {
            if self.growing.len() == MOST {
                self.growing.remove(0);
            }
            self.growing.push(Growing { id: id.to_owned(), blocks: BTreeMap::new() });
            self.growing.len() - 1
        });
        &mut self.growing[place]
    }
}

/// Updates on their way to becoming a JSON array.
#[derive(Debug, Default)]
pub(crate) struct UpdateList {
    json: Vec<u8>,
    pub(crate) count: usize,
}

impl UpdateList {
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
