//! Endurance: many streams that are cut again and again, and many calls; memory stays flat, and descriptors and threads
//! return to where they began. `make soak` runs this and its twins in `tests/soak`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use qoder_cloud::types::{SessionStreamEvent, UserMessageEventParams};
use qoder_cloud::{Client, Error};
use qoder_cloud_tests::shapes::Chance;
use serde_json::{Value, json};

const STREAMS: usize = 200;
const CALLS: usize = 100_000;
/// Calls under way at once.
const TOGETHER: usize = 32;
/// What the memory may grow by between the second and the last quarter, in KiB: with calls, and with streams, each of
/// which remembers some thousand ids and has not seen so many by then.
const GROWTH: (i64, i64) = (4 * 1024, 10 * 1024);
/// A stream has a turn so often, so that the machine is not the limit.
const PACE: Duration = Duration::from_secs(2);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (minutes, seed) = (option("--minutes", 10.0), option("--seed", 1.0) as u64);
    let (mut emulator, base_url, token) = emulator()?;
    let connect = || Client::builder().base_url(&base_url).token(&token).build();
    // What is made once in a process is no leak.
    connect()?.models().list().await?;
    settle(|| open_files() <= 32).await;
    let before = (open_files(), threads());

    let client = connect()?;
    let agent = client.agents().create("soak", "auto").await?.id;
    let mut memory = Memory::default();
    let mut done = 0;
    let mut calls = stream::iter((0..CALLS).map(|_| client.agents().retrieve(agent.as_str()).into_future()))
        .buffer_unordered(TOGETHER);
    while calls.next().await.transpose()?.is_some() {
        done += 1;
        if done % (CALLS / 100) == 0 {
            memory.sample();
        }
    }
    drop(calls);
    println!("{}", memory.row(&format!("Rust, {done} calls"), GROWTH.0));

    let mut memory = Memory::default();
    let until = Instant::now() + Duration::from_secs_f64(minutes * 60.0);
    let environment = client.environments().create("soak").await?.id;
    let streams = (0..STREAMS).map(|number| follow(&client, &agent, &environment, number, seed, until));
    let streams =
        stream::iter(streams).buffer_unordered(STREAMS).try_fold(0, async |all, turns| Ok(all + turns));
    let sampled = async {
        let mut every = tokio::time::interval(Duration::from_secs_f64(minutes * 60.0 / 100.0));
        loop {
            every.tick().await;
            memory.sample();
        }
    };
    let turns = tokio::select! { turns = streams => turns?, () = sampled => 0 };
    println!("{}", memory.row(&format!("Rust, {STREAMS} streams, {turns} turns"), GROWTH.1));

    drop(client);
    settle(|| open_files() <= before.0 && threads() <= before.1).await;
    let after = (open_files(), threads());
    println!("| Rust, descriptors and threads | {before:?} before | {after:?} after | |");
    emulator.kill()?;
    emulator.wait()?;
    assert!(after.0 <= before.0 && after.1 <= before.1, "something is still open");
    Ok(())
}

/// Has one turn after the other with a session of its own; the emulator cuts the stream at a place of `seed`'s choice.
async fn follow(
    client: &Client,
    agent: &str,
    environment: &str,
    number: usize,
    seed: u64,
    until: Instant,
) -> Result<usize, Error> {
    let mut chance = Chance::new(seed + number as u64);
    let session = client.sessions().create(agent, environment).await?.id;
    cut(client, &mut chance).await?;
    let mut events = client.sessions().events().stream(session.as_str()).await?;
    let mut pace = tokio::time::interval(PACE);
    let mut turns = 0;
    while Instant::now() < until {
        pace.tick().await;
        if chance.below(4) == 0 {
            cut(client, &mut chance).await?;
        }
        let prompt = format!("{number} {turns}");
        client.sessions().events().send(&session, [UserMessageEventParams::new([prompt.as_str()])]).await?;
        let mut answers = Vec::new();
        while let Some(event) = events.next().await {
            match event? {
                SessionStreamEvent::AgentMessage(message) => {
                    answers.push(
                        serde_json::to_value(&message).unwrap_or_default()["content"][0]["text"].clone(),
                    );
                }
                SessionStreamEvent::SessionStatusIdle(_) => break,
                _ => {}
            }
        }
        assert_eq!(answers, [Value::from(format!("Echo: {prompt}"))], "a turn is seen once and whole");
        turns += 1;
    }
    Ok(turns)
}

/// Makes the next stream that is opened break after some frames.
async fn cut(client: &Client, chance: &mut Chance) -> Result<(), Error> {
    let rule = json!({
        "match": { "operation": "sessions.events.stream" },
        "action": { "drop_stream_after": 1 + chance.below(40) },
    });
    let control = client.base_url().replace("/api/v1/cloud", "/_emulator");
    client.with_options(|builder| builder.base_url(control))?.post("/faults").json(&rule).await.map(drop)
}

/// The emulator in a process of its own, so that its memory does not count.
fn emulator() -> Result<(Child, String, String), Box<dyn std::error::Error>> {
    let program = std::env::current_exe()?.with_file_name("qoder-cloud-emulator");
    let mut child = Command::new(program).args(["--port", "0"]).stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
    let told: Value = serde_json::from_str(&line)?;
    let text = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
    Ok((child, text("base_url"), text("token")))
}

fn option(name: &str, usual: f64) -> f64 {
    let mut arguments = std::env::args().skip_while(|argument| argument != name).skip(1);
    arguments.next().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// Waits, within reason, for what the runtime does behind our back.
async fn settle(done: impl Fn() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn open_files() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

/// Resident memory over time, in KiB.
#[derive(Default)]
struct Memory(Vec<i64>);

impl Memory {
    fn sample(&mut self) {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        self.0.extend(resident.and_then(|text| text.trim().trim_end_matches(" kB").parse::<i64>().ok()));
    }

    /// A row of the table of results. Panics when the last quarter is higher than the second one by more than it may be;
    /// in the first, pools and caches fill.
    fn row(&self, what: &str, growth: i64) -> String {
        let quarter = self.0.len() / 4;
        let middle = |samples: &[i64]| {
            let mut sorted = samples.to_vec();
            sorted.sort_unstable();
            sorted.get(sorted.len() / 2).copied().unwrap_or_default()
        };
        let (second, last) = (middle(&self.0[quarter..2 * quarter]), middle(&self.0[3 * quarter..]));
        assert!(last - second <= growth, "{what}: memory grew from {second} to {last} KiB");
        format!("| {what} | {second} KiB | {last} KiB | {} KiB |", self.0.iter().max().unwrap_or(&0))
    }
}
