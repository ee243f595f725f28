//! Lists: a page at a time, or one page after the other.

use std::sync::{Arc, Mutex, PoisonError};

use napi_derive::napi;
use qoder_cloud::{Client, Error, RawPages, Request};

use crate::bridge::{Bridge, Queue};
use crate::outcome::Outcome;
use crate::source::{Reader, Source};

/// What brings a page; `None` when there is no such page.
type Ask = Option<Result<(Client, Request), Error>>;

/// A list from some page on. It can be read as often as one likes.
#[napi]
pub struct List {
    ask: Arc<Mutex<Ask>>,
    queue: Arc<Queue>,
}

impl List {
    pub fn new(client: Client, request: Request, queue: Arc<Queue>) -> Self {
        List { ask: Arc::new(Mutex::new(Some(Ok((client, request))))), queue }
    }

    fn ask(&self) -> Ask {
        self.ask.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[napi]
impl List {
    /// A list that a page will say where it begins.
    #[napi(constructor)]
    pub fn after(bridge: &Bridge) -> Self {
        List { ask: Arc::default(), queue: bridge.queue().clone() }
    }

    /// Whether there is a page, as far as the page before it says.
    #[napi(getter, catch_unwind)]
    pub fn there(&self) -> bool {
        self.ask().is_some()
    }

    /// Reads the first page, and makes `rest` the list after it.
    #[napi(catch_unwind)]
    pub fn page(&self, id: u32, rest: &List) {
        let ask = self.ask();
        let rest = rest.ask.clone();
        self.queue.run(id, async move {
            let Some(ask) = ask else { return Ok(Outcome::from(crate::outcome::Value::Null)) };
            let (client, request) = ask?;
            let response = client.execute(request.clone()).await?;
            // An error in the cursor comes after the page, when somebody asks for the next.
            let next = request.next_page(&response).transpose().map(|next| next.map(|request| (client, request)));
            *rest.lock().unwrap_or_else(PoisonError::into_inner) = next;
            Ok(response.into())
        });
    }

    /// Makes `source` give the pages one after the other.
    #[napi(catch_unwind)]
    pub fn pages(&self, source: &Source, prefetch: bool) {
        source.put(match self.ask() {
            Some(Ok((client, request))) => Reader::Pages(RawPages::new(client, request).prefetch(prefetch)),
            Some(Err(error)) => Reader::Refused(Some(error)),
            None => return,
        });
    }
}
