//! The limit: reqwest and hyper with serde, and nothing around them.

use bytes::{Buf, Bytes, BytesMut};
use http_body_util::{BodyExt, Empty};
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde::de::DeserializeOwned;

use crate::{
    Result,
    drive::{Adapter, EventSource},
    models::{
        Page,
        tagged::{Agent, Event},
    },
};

const TOKEN: &str = "Bearer pt-x";

/// Reads bytes of a URL; the rest follows from it.
trait Transport {
    async fn bytes(&self, url: &str) -> Result<Bytes>;

    async fn json<T: DeserializeOwned>(&self, url: &str) -> Result<T> {
        Ok(serde_json::from_slice(&self.bytes(url).await?)?)
    }

    async fn one(&self, base: &str) -> Result<usize> {
        let agent: Agent = self.json(&format!("{base}agents/a1")).await?;
        Ok(usize::from(!agent.id.is_empty()))
    }

    async fn all(&self, base: &str, pages: usize) -> Result<usize> {
        let first = format!("{base}agents?limit=100&pages={pages}");
        let (mut url, mut count) = (first.clone(), 0);
        loop {
            let page: Page<Agent> = self.json(&url).await?;
            count += page.data.len();
            match page.next_page {
                Some(cursor) if page.has_more => url = format!("{first}&page={cursor}"),
                _ => return Ok(count),
            }
        }
    }
}

pub struct Reqwest {
    base: String,
    client: reqwest::Client,
}

/// A client that speaks no TLS, but reqwest makes none without a provider of it.
pub fn reqwest_client() -> Result<reqwest::Client> {
    // An error says that there is one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(reqwest::Client::builder().no_proxy().build()?)
}

impl Transport for Reqwest {
    async fn bytes(&self, url: &str) -> Result<Bytes> {
        Ok(self.client.get(url).header("authorization", TOKEN).send().await?.bytes().await?)
    }
}

impl Adapter for Reqwest {
    type Stream = Frames;

    fn new(base: &str) -> Result<Self> {
        Ok(Reqwest { base: base.to_owned(), client: reqwest_client()? })
    }

    async fn get(&self) -> Result<usize> {
        self.one(&self.base).await
    }

    async fn list(&self, pages: usize) -> Result<usize> {
        self.all(&self.base, pages).await
    }

    async fn open(&self, events: usize) -> Result<Frames> {
        let url = format!("{}sessions/s1/events/stream?events={events}", self.base);
        let response = self.client.get(url).header("authorization", TOKEN).send().await?;
        Ok(Frames { response, rest: BytesMut::new() })
    }
}

pub struct Hyper {
    base: String,
    client: legacy::Client<HttpConnector, Empty<Bytes>>,
}

impl Transport for Hyper {
    async fn bytes(&self, url: &str) -> Result<Bytes> {
        let request = hyper::Request::get(url).header("authorization", TOKEN).body(Empty::new())?;
        Ok(self.client.request(request).await?.into_body().collect().await?.to_bytes())
    }
}

impl Adapter for Hyper {
    type Stream = Frames;

    fn new(base: &str) -> Result<Self> {
        let client = legacy::Client::builder(TokioExecutor::new()).build_http();
        Ok(Hyper { base: base.to_owned(), client })
    }

    async fn get(&self) -> Result<usize> {
        self.one(&self.base).await
    }

    async fn list(&self, pages: usize) -> Result<usize> {
        self.all(&self.base, pages).await
    }

    async fn open(&self, _: usize) -> Result<Frames> {
        Err("events are measured with reqwest".into())
    }
}

/// The least a reader of events can do: keep `data:` lines, one per event.
pub struct Frames {
    response: reqwest::Response,
    rest: BytesMut,
}

impl EventSource for Frames {
    async fn next(&mut self) -> Result<usize> {
        loop {
            let count = decode_lines(&mut self.rest)?;
            if count > 0 {
                return Ok(count);
            }
            match self.response.chunk().await? {
                Some(chunk) => self.rest.extend_from_slice(&chunk),
                None => return Ok(0),
            }
        }
    }
}

/// Decodes all whole lines, and returns how many events they held.
fn decode_lines(rest: &mut BytesMut) -> Result<usize> {
    let (mut at, mut count) = (0, 0);
    while let Some(length) = memchr::memchr(b'\n', &rest[at..]) {
        if let Some(data) = rest[at..at + length].strip_prefix(b"data: ") {
            std::hint::black_box(serde_json::from_slice::<Event>(data)?);
            count += 1;
        }
        at += length + 1;
    }
    rest.advance(at);
    Ok(count)
}
