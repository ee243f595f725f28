//! What happened in a session, in order: the history and, while a message is being written, its pieces.

use std::cell::RefCell;
use std::rc::Rc;
use std::task::Waker;

use bytes::Bytes;
use jiff::Timestamp;

/// Where an event can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// In the session, and in its coordinator's thread.
    Session,
    /// In one child thread only.
    Thread(Rc<str>),
    /// In the session and in the child thread.
    Both(Rc<str>),
}

/// One event, or one that is still being written.
#[derive(Debug)]
pub(crate) struct Slot {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) at: Timestamp,
    pub(crate) seen: Seen,
    /// The buffered event; absent while it is written, and for ever when the writing was broken off.
    pub(crate) json: Option<Bytes>,
    /// Payloads of `event_start` and of every `event_delta` so far.
    pub(crate) pieces: Vec<Bytes>,
    pub(crate) writing: bool,
}

/// The slots of a session, ascending by id, and who waits for more.
#[derive(Debug, Default)]
pub(crate) struct Timeline {
    slots: Vec<Slot>,
    closed: bool,
    wakers: Vec<Waker>,
    /// Streams that read pieces, by the slot they stand at.
    readers: Vec<(u64, usize)>,
    readers_made: u64,
    pruned: usize,
}

pub(crate) type SharedTimeline = Rc<RefCell<Timeline>>;

impl Timeline {
    pub(crate) fn push(&mut self, slot: Slot) {
        self.slots.push(slot);
        self.wake();
    }

    /// The slot that is being written and has this id.
    pub(crate) fn writing(&mut self, id: &str) -> Option<&mut Slot> {
        self.slots.iter_mut().rev().find(|slot| slot.id == id)
    }

    pub(crate) fn wake(&mut self) {
        for waker in self.wakers.drain(..) {
            waker.wake();
        }
    }

    /// Nothing follows: streams end once they have read everything.
    pub(crate) fn close(&mut self) {
        self.closed = true;
        self.wake();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    pub(crate) fn wait(&mut self, waker: &Waker) {
        self.wakers.push(waker.clone());
    }

    pub(crate) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Place of the first event that is still being written, or of the next one to come.
    pub(crate) fn settled(&self) -> usize {
        // Only the newest few can be unfinished.
        let recent = self.slots.len().saturating_sub(64);
        let writing = self.slots[recent..].iter().position(|slot| slot.writing);
        writing.map_or(self.slots.len(), |place| recent + place)
    }

    /// Place of an event; ids ascend, so it is found by halving.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.slots.binary_search_by(|slot| slot.id.as_str().cmp(id)).ok()
    }

    /// Pieces are kept only for those who still have to read them.
    pub(crate) fn prune(&mut self) {
        let needed = self.readers.iter().map(|(_, place)| *place).min().unwrap_or(self.slots.len());
        for slot in self.slots.iter_mut().take(needed).skip(self.pruned) {
            if !slot.writing {
                slot.pieces = Vec::new();
            }
        }
        let writing = self.slots.iter().skip(self.pruned).take(needed.saturating_sub(self.pruned));
        self.pruned += writing.take_while(|slot| !slot.writing).count();
    }

    pub(crate) fn add_reader(&mut self, place: usize) -> u64 {
        self.readers_made += 1;
        self.readers.push((self.readers_made, place));
        self.readers_made
    }

    pub(crate) fn move_reader(&mut self, reader: u64, place: usize) {
        if let Some(entry) = self.readers.iter_mut().find(|(known, _)| *known == reader)
            && entry.1 != place
        {
            entry.1 = place;
            self.prune();
        }
    }

    /// Streams that are open.
    pub(crate) fn streams(&self) -> usize {
        self.readers.len()
    }

    pub(crate) fn remove_reader(&mut self, reader: u64) {
        self.readers.retain(|(known, _)| *known != reader);
        self.prune();
    }
}

impl crate::page::Sorted for [Slot] {
    type Item = Slot;

    fn above<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a Slot)> + 'a> {
        let from = key.map_or(0, |key| self.partition_point(|slot| slot.id.as_str() <= key));
        Box::new(self[from..].iter().map(|slot| (slot.id.as_str(), slot)))
    }

    fn below<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a Slot)> + 'a> {
        let to = key.map_or(self.len(), |key| self.partition_point(|slot| slot.id.as_str() < key));
        Box::new(self[..to].iter().rev().map(|slot| (slot.id.as_str(), slot)))
    }
}
