//! Our client, typed and raw.

use std::hint::black_box;

use qoder_cloud::{Client, EventStream, Events, types::SessionStreamEvent};

use crate::{
    Result,
    drive::{Adapter, EventSource},
};

fn client(base: &str) -> Result<Client> {
    Ok(Client::builder().token("pt-x").base_url(base).build()?)
}

pub struct Typed(Client);

impl Adapter for Typed {
    type Stream = EventStream<SessionStreamEvent>;

    fn new(base: &str) -> Result<Self> {
        client(base).map(Typed)
    }

    async fn get(&self) -> Result<usize> {
        let agent = self.0.agents().retrieve("a1").await?;
        Ok(usize::from(!agent.id.is_empty()))
    }

    async fn list(&self, pages: usize) -> Result<usize> {
        let mut items = self.0.agents().list().limit(100).extra_query("pages", pages.to_string()).items();
        let mut count = 0;
        while let Some(agent) = items.next().await {
            black_box(agent?);
            count += 1;
        }
        Ok(count)
    }

    async fn open(&self, events: usize) -> Result<Self::Stream> {
        Ok(self.0.sessions().events().stream("s1").extra_query("events", events.to_string()).await?)
    }
}

impl EventSource for EventStream<SessionStreamEvent> {
    async fn next(&mut self) -> Result<usize> {
        // The inherent method, which the trait's would hide behind the same name.
        match EventStream::next(self).await {
            Some(event) => {
                black_box(event?);
                Ok(1)
            }
            None => Ok(0),
        }
    }
}

pub struct Raw(Client);

impl Adapter for Raw {
    type Stream = Events;

    fn new(base: &str) -> Result<Self> {
        client(base).map(Raw)
    }

    async fn get(&self) -> Result<usize> {
        let response = self.0.agents().retrieve("a1").raw().await?;
        Ok(usize::from(!response.body.is_empty()))
    }

    async fn list(&self, _: usize) -> Result<usize> {
        Err("pages are measured with types".into())
    }

    async fn open(&self, events: usize) -> Result<Events> {
        Ok(self.0.sessions().events().stream("s1").extra_query("events", events.to_string()).raw().await?)
    }
}

impl EventSource for Events {
    async fn next(&mut self) -> Result<usize> {
        match self.next_batch(Events::MAX_BATCH).await {
            Some(batch) => Ok(black_box(batch?).count),
            None => Ok(0),
        }
    }
}
