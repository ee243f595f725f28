//! Pages of a list: exclusive cursors in both directions over anything sorted.

use std::collections::BTreeMap;
use std::ops::Bound;

use serde_json::Value;

use crate::call::Call;
use crate::reply::{Failure, Outcome, Reply};

/// A collection whose keys ascend.
pub(crate) trait Sorted {
    type Item;
    /// Entries with a key above the given one, ascending.
    fn above<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a Self::Item)> + 'a>;
    /// Entries with a key below the given one, descending.
    fn below<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a Self::Item)> + 'a>;
}

impl<T> Sorted for BTreeMap<String, T> {
    type Item = T;

    fn above<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a T)> + 'a> {
        let from = key.map_or(Bound::Unbounded, Bound::Excluded);
        Box::new(self.range::<str, _>((from, Bound::Unbounded)).map(|(key, item)| (key.as_str(), item)))
    }

    fn below<'a>(&'a self, key: Option<&str>) -> Box<dyn Iterator<Item = (&'a str, &'a T)> + 'a> {
        let to = key.map_or(Bound::Unbounded, Bound::Excluded);
        Box::new(self.range::<str, _>((Bound::Unbounded, to)).rev().map(|(key, item)| (key.as_str(), item)))
    }
}

/// What the caller asked for.
#[derive(Debug)]
pub(crate) struct Window {
    limit: usize,
    ascending: bool,
    cursor: Option<String>,
    backwards: bool,
}

impl Window {
    /// Reads `limit`, `order` and the one cursor. `prefix` is what every key of the list starts with.
    pub(crate) fn of(call: &Call<'_>, prefix: &str, ascending: bool) -> Result<Self, Failure> {
        let cursors = ["page", "after_id", "before_id"];
        let mut given = cursors.iter().filter_map(|name| Some((*name, call.query.text(name)?)));
        let first = given.next();
        if given.next().is_some() {
            return Err(Failure::invalid("Only one of page, after_id and before_id may be given."));
        }
        if let Some((name, cursor)) = first
            && (!cursor.starts_with(prefix) || cursor.len() == prefix.len())
        {
            return Err(Failure::at(name, format!("'{name}' is not a cursor of this list.")));
        }
        Ok(Self {
            limit: call.query.integer("limit").map_or(20, |limit| limit.clamp(1, 100) as usize),
            ascending: call.query.text("order").map_or(ascending, |order| order == "asc"),
            cursor: first.map(|(_, cursor)| cursor.to_owned()),
            backwards: first.is_some_and(|(name, _)| name == "before_id"),
        })
    }

    pub(crate) fn at_most(mut self, limit: usize) -> Self {
        self.limit = self.limit.min(limit);
        self
    }

    /// The entries of the window that are to be kept, in the order of the list.
    pub(crate) fn select<'a, S: Sorted + ?Sized>(
        &self,
        all: &'a S,
        keep: impl Fn(&S::Item) -> bool,
    ) -> Page<'a, S::Item> {
        let cursor = self.cursor.as_deref();
        // Towards larger keys when exactly one of order and direction says so.
        let entries = if self.ascending == self.backwards { all.below(cursor) } else { all.above(cursor) };
        let mut items: Vec<_> = entries.filter(|(_, item)| keep(item)).take(self.limit + 1).collect();
        let has_more = items.len() > self.limit;
        items.truncate(self.limit);
        if self.backwards {
            items.reverse();
        }
        Page { items, has_more, backwards: self.backwards }
    }
}

/// A page, newest first unless asked otherwise.
pub(crate) struct Page<'a, T> {
    items: Vec<(&'a str, &'a T)>,
    has_more: bool,
    backwards: bool,
}

impl<T> Page<'_, T> {
    /// Writes the page; `write` appends the JSON of one item.
    pub(crate) fn render(&self, mut write: impl FnMut(&mut Vec<u8>, &T)) -> Outcome {
        let mut body = Vec::with_capacity(64 + 512 * self.items.len());
        body.extend_from_slice(b"{\"data\":[");
        for (place, (_, item)) in self.items.iter().enumerate() {
            if place > 0 {
                body.push(b',');
            }
            write(&mut body, item);
        }
        let key = |entry: Option<&(&str, &T)>| entry.map_or(Value::Null, |(key, _)| Value::from(*key));
        let (first, last) = (key(self.items.first()), key(self.items.last()));
        let next = if self.has_more && !self.backwards { &last } else { &Value::Null };
        let tail = format!(
            "],\"first_id\":{first},\"last_id\":{last},\"next_page\":{next},\"has_more\":{}}}",
            self.has_more
        );
        body.extend_from_slice(tail.as_bytes());
        Reply::raw(body)
    }
}

pub(crate) fn write_json(body: &mut Vec<u8>, value: &impl serde::Serialize) {
    // Maps with text keys written to memory: neither can fail.
    let _ = serde_json::to_writer(body, value);
}
