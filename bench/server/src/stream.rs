//! A body that is written in pieces.

use std::{
    convert::Infallible,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use hyper::body::{Body, Frame};
use tokio::time::Sleep;

use crate::bodies::Events;

/// How a stream is cut into writes.
#[derive(Clone, Copy)]
pub struct Pacing {
    /// Bytes of one write; 0 writes one event at a time.
    pub chunk: usize,
    /// Microseconds between writes.
    pub pause_us: u64,
}

impl Default for Pacing {
    fn default() -> Self {
        Pacing { chunk: 16 * 1024, pause_us: 0 }
    }
}

/// Slices of one shared text of events.
pub struct Slices {
    events: Rc<Events>,
    pacing: Pacing,
    at: usize,
    writes: usize,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Slices {
    pub fn new(events: Rc<Events>, pacing: Pacing) -> Self {
        Slices { events, pacing, at: 0, writes: 0, sleep: None }
    }
}

impl Body for Slices {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        let Events { text, ends } = this.events.as_ref();
        if this.at >= text.len() {
            return Poll::Ready(None);
        }
        if let Some(sleep) = this.sleep.as_mut() {
            ready!(sleep.as_mut().poll(context));
            this.sleep = None;
        }
        let end = match this.pacing.chunk {
            0 => ends[this.writes],
            size => (this.at + size).min(text.len()),
        };
        let piece = text.slice(this.at..end);
        this.at = end;
        this.writes += 1;
        if this.pacing.pause_us > 0 {
            this.sleep = Some(Box::pin(tokio::time::sleep(Duration::from_micros(this.pacing.pause_us))));
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
