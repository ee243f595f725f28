//! Asks fifty sessions at once, ten at a time, with a progress bar.

use indicatif::{ProgressBar, ProgressStyle};
use qoder_cloud::Job;
use qoder_cloud_examples::client;

const SESSIONS: usize = 50;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _emulator) = client().await?;
    let agent = client.agents().create("counter", "auto").await?;
    let environment = client.environments().create("fan-out").await?;
    let session = client.sessions().create(&*agent.id, &environment.id);
    let jobs = (1..=SESSIONS).map(|n| Job::in_new_session(session.clone(), format!("Say {n}")));

    let bar = ProgressBar::new(SESSIONS as u64)
        .with_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}")?);
    let mut turns = client.sessions().run_many(jobs).concurrency(10).finished();
    let (mut answers, mut made) = (0, Vec::new());
    while let Some(turn) = turns.next().await {
        bar.set_message(format!("{:.2} credits", turns.credits()));
        bar.inc(1);
        made.extend(turn.session_id);
        match turn.result {
            Ok(_) => answers += 1,
            Err(error) => bar.println(format!("job {}: {error}", turn.index)),
        }
    }
    bar.finish();
    println!("{answers} answers for {:.2} credits", turns.credits());

    client.cleanup(made.into_iter().chain([agent.id, environment.id])).await?;
    Ok(())
}
