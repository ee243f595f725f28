//! Lists that come in pages.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::request::{RawResponse, Request};

/// The query arguments that say where a page begins.
pub(crate) const CURSORS: [&str; 3] = ["page", "after_id", "before_id"];

/// The pages of a list, as they come.
pub struct RawPages {
    state: Result<(Client, Request)>,
}

impl RawPages {
    /// The pages of the list `request` asks for.
    pub fn new(client: Client, request: Request) -> Self {
        RawPages { state: Ok((client, request)) }
    }

    pub(crate) fn refused(error: Error) -> Self {
        RawPages { state: Err(error) }
    }

    /// Requests the page after each page while that one is being used.
    pub fn prefetch(self, yes: bool) -> Self {
        let _ = yes;
        self
    }

    /// The next page; `None` after the last one. May be cancelled without loss.
    pub async fn next(&mut self) -> Option<Result<RawResponse>> {
        let _ = &self.state;
        None
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
}

impl<T: DeserializeOwned> Page<T> {
    pub(crate) async fn first(client: Client, request: Request) -> Result<Self> {
        let _ = (client, request);
        Err(Error::internal("not there"))
    }

    /// Whether there is a page after this one.
    pub fn has_next_page(&self) -> bool {
        false
    }

    /// Reads the page after this one; `None` when this is the last.
    ///
    /// # Errors
    /// As for the first page, and when the cursor does not advance.
    pub async fn next_page(&self) -> Result<Option<Page<T>>> {
        Ok(None)
    }
}

/// The pages of a list; a [`Stream`](futures_core::Stream) too.
pub struct Pages<T>(RawPages, PhantomData<fn() -> T>);

impl<T: DeserializeOwned> Pages<T> {
    pub(crate) fn new(raw: RawPages) -> Self {
        Pages(raw, PhantomData)
    }

    /// Requests the page after each page while that one is being used.
    pub fn prefetch(self, yes: bool) -> Self {
        Pages(self.0.prefetch(yes), PhantomData)
    }

    /// The next page; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Page<T>>> {
        None
    }

    /// The items of all pages.
    pub fn items(self) -> Items<T> {
        Items { pages: self }
    }
}

/// The items of a list over all its pages; a [`Stream`](futures_core::Stream) too.
pub struct Items<T> {
    pages: Pages<T>,
}

impl<T: DeserializeOwned> Items<T> {
    /// Requests the page after each page while that one is being used.
    pub fn prefetch(self, yes: bool) -> Self {
        Items { pages: self.pages.prefetch(yes) }
    }

    /// The next item; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T>> {
        None
    }
}
