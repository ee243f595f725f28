//! Lists: a page at a time, or one page after the other.

use std::sync::{Arc, Mutex, PoisonError};

use napi_derive::napi;
use qoder_cloud::{Client, Error, RawPages, Request};

use crate::bridge::{Bridge, Queue};
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Value};
use crate::source::{Reader, Source};

/// What brings a page.
#[derive(Clone)]
struct Ask {
    client: Client,
    request: Request,
    sink: Option<Sink>,
}

/// A list from some page on, if there is such a page. It can be read as often as one likes.
#[napi]
pub struct List {
    ask: Arc<Mutex<Option<Result<Ask, Error>>>>,
    queue: Arc<Queue>,
}

impl List {
    pub fn new(client: Client, request: Request, queue: Arc<Queue>, sink: Option<Sink>) -> Self {
        List { ask: Arc::new(Mutex::new(Some(Ok(Ask { client, request, sink })))), queue }
    }

    fn ask(&self) -> Option<Result<Ask, Error>> {
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
            let Some(ask) = ask else { return Ok(Outcome::from(Value::Null)) };
            let Ask { client, request, sink } = ask?;
            let response = log::with(sink.clone(), client.execute(request.clone())).await?;
            // An error in the cursor comes after the page, when somebody asks for the next.
            let next = request.next_page(&response).transpose();
            let next = next.map(|next| next.map(|request| Ask { client, request, sink }));
            *rest.lock().unwrap_or_else(PoisonError::into_inner) = next;
            Ok(response.into())
        });
    }

    /// Makes `source` give the pages one after the other.
    #[napi(catch_unwind)]
    pub fn pages(&self, source: &Source, prefetch: bool) {
        source.put(match self.ask() {
            Some(Ok(Ask { client, request, sink })) => {
                Reader::Pages(Box::new(RawPages::new(client, request).prefetch(prefetch)), sink)
            }
            Some(Err(error)) => Reader::Refused(Some(error)),
            None => return,
        });
    }
}
