//! The cases, the same for every client.

use std::{
    rc::Rc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::task::{JoinSet, spawn_local};

use crate::{
    Result,
    meter::{Meter, memory_mb, processor_seconds},
    options::Options,
};

/// A client under test. What it returns is counted: objects that were read.
pub trait Adapter: Sized + 'static {
    type Stream: EventSource;

    fn new(base: &str) -> Result<Self>;

    /// Reads one agent.
    async fn get(&self) -> Result<usize>;

    /// Reads all agents of a list.
    async fn list(&self, pages: usize) -> Result<usize>;

    /// Opens a stream of that many events.
    async fn open(&self, events: usize) -> Result<Self::Stream>;
}

/// An open stream.
pub trait EventSource {
    /// Reads what comes next, at least one event; 0 at the end.
    async fn next(&mut self) -> Result<usize>;
}

pub async fn run<A: Adapter>(options: Options) -> Result<Value> {
    let measured = match options.case.as_str() {
        "first" => first::<A>(&options).await?,
        "slow" => slow::<A>(&options).await?,
        _ => repeat::<A>(&options).await?,
    };
    let mut line = json!({
        "client": format!("rust-{}", options.client), "case": options.case, "concurrency": options.concurrency,
    });
    if let (Value::Object(line), Value::Object(measured)) = (&mut line, measured) {
        line.extend(measured);
    }
    Ok(line)
}

/// One operation after another, `concurrency` at a time.
async fn repeat<A: Adapter>(options: &Options) -> Result<Value> {
    let client = Rc::new(A::new(&options.base)?);
    let options = Rc::new(options.clone());
    let mut warm_up = JoinSet::new();
    for _ in 0..options.concurrency {
        let client = client.clone();
        warm_up.spawn_local(async move { client.get().await.map_err(|error| error.to_string()) });
    }
    while let Some(done) = warm_up.join_next().await {
        done??;
    }

    let meter = Rc::new(Meter::start());
    let mut workers = Vec::new();
    for _ in 0..options.concurrency {
        let (client, options, meter) = (client.clone(), options.clone(), meter.clone());
        workers.push(spawn_local(async move {
            let mut count = 0;
            while count == 0 || meter.elapsed() < options.duration {
                let since = Instant::now();
                count += operate(&*client, &options).await?;
                meter.tick(since);
            }
            Result::<usize>::Ok(count)
        }));
    }
    let mut count = 0;
    for worker in workers {
        count += worker.await??;
    }
    let meter = Rc::into_inner(meter).ok_or("a worker outlived its run")?;
    Ok(meter.report(count))
}

async fn operate<A: Adapter>(client: &A, options: &Options) -> Result<usize> {
    match options.case.as_str() {
        "get" => client.get().await,
        "list" => client.list(options.pages).await,
        "events" | "streams" => {
            let mut stream = client.open(options.events).await?;
            let mut count = 0;
            loop {
                match stream.next().await? {
                    0 => break,
                    read => count += read,
                }
            }
            if count != options.events {
                return Err(format!("{count} events of {}", options.events).into());
            }
            Ok(count)
        }
        other => Err(format!("unknown case {other}").into()),
    }
}

/// A client's making and its first call.
async fn first<A: Adapter>(options: &Options) -> Result<Value> {
    let (begin, used) = (Instant::now(), processor_seconds());
    A::new(&options.base)?.get().await?;
    Ok(json!({
        "first_ms": 1000.0 * begin.elapsed().as_secs_f64(),
        "cpu_ms": 1000.0 * (processor_seconds() - used),
        "rss_mb": memory_mb("VmHWM"),
    }))
}

/// Memory that a stream takes while its reader is slower than the server.
async fn slow<A: Adapter>(options: &Options) -> Result<Value> {
    let client = A::new(&options.base)?;
    // What is made once is not the memory of a stream.
    let mut short = client.open(20).await?;
    while short.next().await? > 0 {}
    let before = memory_mb("VmRSS").ok_or("this system does not tell resident memory")?;
    let mut streams = Vec::new();
    for _ in 0..options.concurrency {
        streams.push(client.open(options.events).await?);
    }
    let begin = Instant::now();
    let mut count = 0;
    while begin.elapsed() < options.duration {
        for stream in &mut streams {
            count += stream.next().await?;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let after = memory_mb("VmRSS").ok_or("this system does not tell resident memory")?;
    Ok(json!({"ops": count, "kb_per_stream": 1024.0 * (after - before) / options.concurrency as f64}))
}
