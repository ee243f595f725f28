//! What it takes to read JSON into objects, in nanoseconds each.
//!
//! `plain`, `tagged` and `flatten` are the ways of [`models`](crate::models), `value` is serde_json's own tree, `qoder`
//! are our generated types, which keep unknown members.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use bytes::Bytes;
use qoder_cloud::types;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    Result,
    models::{Page, flatten, plain, tagged},
    options::Options,
    raw::reqwest_client,
};

/// The answers of the server, to be read again and again.
struct Samples {
    agent: Bytes,
    page: Bytes,
    events: Vec<Bytes>,
}

impl Samples {
    async fn fetch(options: &Options) -> Result<Self> {
        let client = reqwest_client()?;
        let read = async |path: String| -> Result<Bytes> {
            Ok(client.get(format!("{}{path}", options.base)).send().await?.bytes().await?)
        };
        let stream = read(format!("sessions/s1/events/stream?events={}", options.events)).await?;
        let lines = stream.split(|byte| *byte == b'\n');
        let events =
            lines.filter_map(|line| line.strip_prefix(b"data: ")).map(Bytes::copy_from_slice).collect();
        Ok(Samples {
            agent: read("agents/a1".into()).await?,
            page: read("agents?limit=100".into()).await?,
            events,
        })
    }

    fn measure<A: DeserializeOwned, E: DeserializeOwned>(&self, duration: Duration) -> Result<Value> {
        let duration = duration / 3;
        Ok(json!({
            "agent_ns": each::<A>(std::slice::from_ref(&self.agent), duration)?,
            "page_item_ns": each::<Page<A>>(std::slice::from_ref(&self.page), duration)? / 100.0,
            "event_ns": each::<E>(&self.events, duration)?,
        }))
    }
}

/// Nanoseconds to read and drop one of the texts.
fn each<T: DeserializeOwned>(texts: &[Bytes], duration: Duration) -> Result<f64> {
    let begin = Instant::now();
    let mut count = 0;
    while begin.elapsed() < duration || count == 0 {
        for text in texts {
            black_box(serde_json::from_slice::<T>(text)?);
        }
        count += texts.len();
    }
    Ok(begin.elapsed().as_nanos() as f64 / count as f64)
}

pub async fn run(options: &Options) -> Result<Value> {
    let samples = Samples::fetch(options).await?;
    let duration = options.duration;
    let mut line = match options.client.as_str() {
        "plain" => samples.measure::<plain::Agent, plain::Event>(duration),
        "tagged" => samples.measure::<tagged::Agent, tagged::Event>(duration),
        "flatten" => samples.measure::<flatten::Agent, flatten::Event>(duration),
        "value" => samples.measure::<Value, Value>(duration),
        "qoder" => samples.measure::<types::Agent, types::SessionStreamEvent>(duration),
        other => Err(format!("unknown way to decode: {other}").into()),
    }?;
    line["client"] = format!("rust-{}", options.client).into();
    line["case"] = "decode".into();
    Ok(line)
}
