//! Response bodies, including those that break on purpose.

use std::cell::Cell;
use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep};

use crate::log::Line;
use crate::stream::{Frames, Next};

/// Breaks the connection it belongs to: the next write fails and the socket is reset.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kill(pub(crate) Rc<Cell<bool>>);

/// The body of one response; it knows the request's line in the log and completes it.
pub(crate) struct Body {
    content: Content,
    line: Option<Line>,
    kill: Kill,
}

enum Content {
    Whole(Option<Bytes>),
    /// Promises more than it sends.
    Cut {
        sent: Option<Bytes>,
        promised: u64,
        flushes: u8,
    },
    Drip {
        rest: Bytes,
        chunk: usize,
        every: Duration,
        sleep: Pin<Box<Sleep>>,
    },
    Frames(Box<Frames>),
}

impl Body {
    pub(crate) fn whole(bytes: Bytes, line: Option<Line>) -> Self {
        let line = if bytes.is_empty() {
            line.and_then(|line| {
                line.completed();
                None
            })
        } else {
            line
        };
        Self {
            content: Content::Whole(Some(bytes).filter(|bytes| !bytes.is_empty())),
            line,
            kill: Kill::default(),
        }
    }

    pub(crate) fn cut(bytes: Bytes, promised: u64, line: Option<Line>, kill: Kill) -> Self {
        let sent = Some(bytes).filter(|bytes| !bytes.is_empty());
        Self { content: Content::Cut { sent, promised, flushes: 0 }, line, kill }
    }

    pub(crate) fn drip(bytes: Bytes, chunk: usize, every: Duration, line: Option<Line>) -> Self {
        let sleep = Box::pin(tokio::time::sleep(Duration::ZERO));
        Self {
            content: Content::Drip { rest: bytes, chunk: chunk.max(1), every, sleep },
            line,
            kill: Kill::default(),
        }
    }

    pub(crate) fn frames(frames: Frames, line: Option<Line>, kill: Kill) -> Self {
        Self { content: Content::Frames(Box::new(frames)), line, kill }
    }

    fn complete(&mut self) {
        if let Some(line) = self.line.take() {
            line.completed();
        }
    }

    fn break_off(&mut self) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(line) = self.line.take() {
            line.faulted();
        }
        self.kill.0.set(true);
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = &mut *self;
        let data = match &mut this.content {
            Content::Whole(bytes) => {
                let bytes = bytes.take();
                this.complete();
                bytes
            }
            Content::Cut { sent, flushes, .. } => match sent.take() {
                Some(bytes) => Some(bytes),
                // The connection flushes whenever a body has nothing: the caller gets what was promised to it first.
                None if *flushes < 3 => {
                    *flushes += 1;
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                None => return this.break_off(),
            },
            Content::Drip { rest, chunk, every, sleep } => {
                if rest.is_empty() {
                    this.complete();
                    return Poll::Ready(None);
                }
                std::task::ready!(sleep.as_mut().poll(cx));
                sleep.as_mut().reset(Instant::now() + *every);
                let size = (*chunk).min(rest.len());
                Some(rest.split_to(size))
            }
            Content::Frames(frames) => match std::task::ready!(frames.poll_next(cx)) {
                Next::Chunk(bytes) => Some(bytes),
                Next::End => {
                    this.complete();
                    None
                }
                Next::Break => {
                    this.content = Content::Cut { sent: None, promised: u64::MAX, flushes: 0 };
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
            },
        };
        Poll::Ready(data.map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.content, Content::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            Content::Whole(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Content::Drip { rest, .. } => SizeHint::with_exact(rest.len() as u64),
            Content::Cut { promised, .. } if *promised != u64::MAX => SizeHint::with_exact(*promised),
            Content::Cut { .. } | Content::Frames(_) => SizeHint::default(),
        }
    }
}
