//! Server-sent events: bytes in, frames out, whatever the chunks.
//!
//! A frame that lies in one chunk is a slice of that chunk; only what spans chunks, or has several `data` lines, is
//! copied.

use std::mem;
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use memchr::{memchr, memchr2};

use crate::stream::frame::{EventFrame, Span};

/// A frame grew beyond the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooLarge;

/// Turns chunks into frames: [`push`](Self::push) one, take frames until there are none, push the next.
pub(crate) struct Decoder {
    chunk: Bytes,
    /// Where in the chunk the next line begins.
    at: usize,
    /// Where in the chunk the frame begins, or what of the frame is not in `held` yet.
    start: usize,
    /// The text of a frame that began in an earlier chunk, as far as it came; empty if it began in this one.
    held: Vec<u8>,
    /// Where in `held` the next line begins.
    line: usize,
    /// The last chunk ended a line with CR; a LF that follows belongs to it.
    after_cr: bool,
    first_line: bool,
    event: Span,
    id: Option<Span>,
    data: Data,
    size: usize,
    limit: usize,
    /// How long the server asks to wait before a reconnect.
    pub(crate) retry: Option<Duration>,
}

/// The `data` lines of the frame so far.
#[derive(Default)]
enum Data {
    #[default]
    None,
    One(Span),
    Many(Vec<u8>),
}

impl Decoder {
    /// The largest frame that is accepted.
    pub(crate) const LIMIT: usize = 16 * 1024 * 1024;

    pub(crate) fn new() -> Self {
        Self::with_limit(Self::LIMIT)
    }

    fn with_limit(limit: usize) -> Self {
        Decoder {
            chunk: Bytes::new(),
            at: 0,
            start: 0,
            held: Vec::new(),
            line: 0,
            after_cr: false,
            first_line: true,
            event: Span::default(),
            id: None,
            data: Data::None,
            size: 0,
            limit,
            retry: None,
        }
    }

    /// Adds a chunk. All frames of the one before must have been taken.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        debug_assert!(self.at == self.chunk.len());
        self.chunk = chunk;
        (self.at, self.start) = (0, 0);
    }

    /// How much of the chunk has not been looked at, in bytes.
    pub(crate) fn left(&self) -> usize {
        self.chunk.len() - self.at
    }

    /// The next whole frame; `None` when another chunk is needed.
    pub(crate) fn next(&mut self) -> Result<Option<EventFrame>, TooLarge> {
        while let Some(line) = self.line()? {
            if !line.is_empty() {
                self.field(line);
            } else if let Some(frame) = self.finish() {
                return Ok(Some(frame));
            }
        }
        Ok(None)
    }

    /// The text of the frame as far as it was read: what lines and fields are parts of.
    fn text(&self) -> &[u8] {
        if self.held.is_empty() { &self.chunk[self.start..] } else { &self.held }
    }

    /// The next line, without its end.
    fn line(&mut self) -> Result<Option<Range<usize>>, TooLarge> {
        if self.after_cr && self.at < self.chunk.len() {
            self.after_cr = false;
            self.at += usize::from(self.chunk[self.at] == b'\n');
            self.start = self.at;
        }
        let open = &self.chunk[self.at..];
        // The empty line that ends a frame is too short for a search to pay.
        let length = if open.first() == Some(&b'\n') { Some(0) } else { memchr2(b'\n', b'\r', open) };
        self.size += length.unwrap_or(open.len());
        if self.size > self.limit {
            return Err(TooLarge);
        }
        let Some(length) = length else {
            self.hold();
            return Ok(None);
        };
        let end = self.at + length;
        let begin = mem::replace(&mut self.at, end + 1);
        if self.chunk[end] == b'\r' {
            match self.chunk.get(self.at) {
                Some(b'\n') => self.at += 1,
                Some(_) => {}
                None => self.after_cr = true,
            }
        }
        let mut line = if self.held.is_empty() {
            begin - self.start..end - self.start
        } else {
            self.held.extend_from_slice(&self.chunk[begin..end]);
            self.start = self.at;
            mem::replace(&mut self.line, self.held.len())..self.held.len()
        };
        if mem::take(&mut self.first_line) && self.text()[line.clone()].starts_with(b"\xEF\xBB\xBF") {
            line.start += 3;
        }
        Ok(Some(line))
    }

    /// Keeps what the chunk holds of a frame that goes on in the next one, and lets the chunk go.
    fn hold(&mut self) {
        if self.held.is_empty() {
            self.line = self.at - self.start;
        }
        self.held.extend_from_slice(&self.chunk[self.start..]);
        self.chunk = Bytes::new();
        (self.at, self.start) = (0, 0);
    }

    fn field(&mut self, line: Range<usize>) {
        let text = &self.text()[line.clone()];
        let (name, skip) = match colon(text) {
            Some(colon) => (&text[..colon], colon + 1 + usize::from(text.get(colon + 1) == Some(&b' '))),
            None => (text, text.len()),
        };
        let value = &text[skip..];
        let span = Span::of(line.start + skip..line.end);
        match name {
            b"data" => self.add(span),
            b"event" => self.event = span,
            b"id" if memchr(0, value).is_none() => self.id = Some(span),
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                let millis = str::from_utf8(value).ok().and_then(|digits| digits.parse().ok());
                self.retry = millis.map(Duration::from_millis).or(self.retry);
            }
            // An empty name is a comment; others are to be ignored. Neither makes the frame larger.
            _ => {
                self.size -= text.len();
                self.held.truncate(line.start);
                self.line = self.held.len();
            }
        }
    }

    /// Adds a line of data.
    fn add(&mut self, line: Span) {
        let data = mem::take(&mut self.data);
        let value = &self.text()[line.range()];
        self.data = match data {
            Data::None => Data::One(line),
            Data::One(first) => Data::Many([&self.text()[first.range()], value].join(&b'\n')),
            Data::Many(mut lines) => {
                lines.push(b'\n');
                lines.extend_from_slice(value);
                Data::Many(lines)
            }
        };
    }

    /// The frame that an empty line ends, if it carried data.
    fn finish(&mut self) -> Option<EventFrame> {
        let (event, id) = (mem::take(&mut self.event), self.id.take());
        let frame = match mem::take(&mut self.data) {
            Data::None => None,
            Data::One(data) => {
                let text = if self.held.is_empty() {
                    self.chunk.slice(self.start..self.at)
                } else {
                    mem::take(&mut self.held).into()
                };
                Some(EventFrame::within(text, event, id, data))
            }
            Data::Many(data) => {
                let text = self.text();
                Some(EventFrame::new(&text[event.range()], id.map(|id| &text[id.range()]), &data))
            }
        };
        self.held.clear();
        (self.size, self.line, self.start) = (0, 0, self.at);
        frame
    }
}

/// Where the name of a field ends: the usual ones are known without a search.
fn colon(line: &[u8]) -> Option<usize> {
    match line {
        [b'd', b'a', b't', b'a', b':', ..] => Some(4),
        [b'e', b'v', b'e', b'n', b't', b':', ..] => Some(5),
        [b'i', b'd', b':', ..] => Some(2),
        _ => memchr(b':', line),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<EventFrame> {
        let mut decoder = Decoder::new();
        let mut frames = Vec::new();
        for chunk in chunks {
            decoder.push(Bytes::copy_from_slice(chunk));
            while let Some(frame) = decoder.next().unwrap() {
                frames.push(frame);
            }
        }
        frames
    }

    fn frame(event: &str, id: Option<&str>, data: &str) -> EventFrame {
        EventFrame::new(event.as_bytes(), id.map(str::as_bytes), data.as_bytes())
    }

    /// The standard's algorithm as it reads, on the whole text: slow and obvious.
    fn reference(text: &[u8]) -> Vec<EventFrame> {
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
        let mut lines = vec![Vec::new()];
        let mut bytes = text.iter().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'\n' => lines.push(Vec::new()),
                b'\r' => {
                    bytes.next_if(|next| **next == b'\n');
                    lines.push(Vec::new());
                }
                _ => lines.last_mut().unwrap().push(*byte),
            }
        }
        // What follows the last line end is not a line yet.
        lines.pop();
        let (mut frames, mut event, mut id, mut data) = (Vec::new(), Vec::new(), None::<Vec<u8>>, Vec::new());
        for line in lines {
            if line.is_empty() {
                if !data.is_empty() {
                    frames.push(EventFrame::new(&event, id.as_deref(), &data.join(&b'\n')));
                }
                (event, id, data) = (Vec::new(), None, Vec::new());
                continue;
            }
            let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
            let value = line.get(colon + 1..).unwrap_or_default();
            let value = value.strip_prefix(b" ").unwrap_or(value).to_vec();
            match &line[..colon] {
                b"data" => data.push(value),
                b"event" => event = value,
                b"id" if !value.contains(&0) => id = Some(value),
                _ => {}
            }
        }
        frames
    }

    #[test]
    fn reads_the_fields_of_a_frame() {
        let frames = decode([
            &b"\xEF\xBB\xBF: hi\nid: 1\nevent: e\ndata: a\ndata:b\ndata:  c\nwhat: x\n\ndata\n\nid: 2\n\n"[..],
        ]);
        assert_eq!(frames, [frame("e", Some("1"), "a\nb\n c"), frame("", None, "")]);
    }

    #[test]
    fn an_id_with_nul_is_ignored_and_an_empty_one_is_kept() {
        assert_eq!(
            decode([&b"id: a\0b\ndata: x\n\nid\ndata: y\n\n"[..]]),
            [frame("", None, "x"), frame("", Some(""), "y")]
        );
    }

    #[test]
    fn a_frame_without_its_empty_line_is_dropped() {
        assert_eq!(decode([&b"data: a\n\ndata: b\n"[..]]), [frame("", None, "a")]);
    }

    #[test]
    fn only_cr_lf_and_crlf_end_a_line() {
        assert_eq!(
            decode(["data: a\u{2028}b\u{85}\u{b}c\r\rdata: d\r\n\r\n".as_bytes()]),
            [frame("", None, "a\u{2028}b\u{85}\u{b}c"), frame("", None, "d"),]
        );
    }

    #[test]
    fn retry_takes_digits_only() {
        let mut decoder = Decoder::new();
        decoder.push(Bytes::from_static(b"retry: 1500\nretry: 9x\nretry:\n\n"));
        assert_eq!(decoder.next(), Ok(None));
        assert_eq!(decoder.retry, Some(Duration::from_millis(1500)));
    }

    #[test]
    fn a_single_line_in_one_chunk_is_not_copied() {
        let chunk = Bytes::from_static(b"data: abc\n\n");
        let mut decoder = Decoder::new();
        decoder.push(chunk.clone());
        let frame = decoder.next().unwrap().unwrap();
        assert_eq!(frame.data().as_ptr(), chunk[6..].as_ptr());
    }

    #[test]
    fn a_frame_over_the_limit_is_refused_however_it_comes() {
        for text in [
            "data: 0123456789\n\n",
            "data: 01234567890123",
            ":  01234567890123\n",
            "data: 0\ndata: 1\nid: 2\n\n",
        ] {
            for size in 1..text.len() {
                let mut decoder = Decoder::with_limit(15);
                let refused = text.as_bytes().chunks(size).any(|chunk| {
                    decoder.push(Bytes::copy_from_slice(chunk));
                    loop {
                        match decoder.next() {
                            Ok(Some(_)) => {}
                            Ok(None) => return false,
                            Err(TooLarge) => return true,
                        }
                    }
                });
                assert!(refused, "{text:?} in chunks of {size}");
            }
        }
    }

    #[test]
    fn a_large_frame_in_small_chunks_takes_linear_time() {
        let text = [b"data: ".to_vec(), vec![b'x'; Decoder::LIMIT - 64], b"\n\n".to_vec()].concat();
        assert_eq!(decode(text.chunks(1024)).len(), 1);
    }

    /// Text that has more line ends, colons and field names than chance would give.
    fn stream() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            Just(b"data: {\"a\":1}\n".to_vec()),
            Just(b"data".to_vec()),
            Just(b"event: x".to_vec()),
            Just(b"id: 7".to_vec()),
            Just(b": c".to_vec()),
            Just(b"\n".to_vec()),
            Just(b"\r".to_vec()),
            Just(b"\r\n".to_vec()),
            Just(b"\n\n".to_vec()),
            Just(b":".to_vec()),
            Just(b" ".to_vec()),
            Just(b"\xEF\xBB\xBF".to_vec()),
            prop::collection::vec(any::<u8>(), 0..6),
        ];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_chunking_gives_the_frames_of_the_standard(text in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
            cuts.extend([0, text.len()]);
            cuts.sort_unstable();
            let expected = reference(&text);
            prop_assert_eq!(&decode(cuts.windows(2).map(|cut| &text[cut[0]..cut[1]])), &expected);
            prop_assert_eq!(&decode(text.chunks(1)), &expected);
        }
    }
}
