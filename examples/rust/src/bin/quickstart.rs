//! Lets an agent read a file, prints its answer as it is written, and fetches what it delivers.

use std::{error::Error, io::Write};

use qoder_cloud::{Client, Part, types::*};
use qoder_cloud_emulator::Emulator;

const PROMPT: &str = "Read /mnt/session/uploads/notes.txt and deliver the artifact summary.md";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator =
        if std::env::var_os("QODER_PAT").is_none() { Some(Emulator::start().await?) } else { None };
    println!("running on {}", if emulator.is_some() { "the embedded emulator" } else { "the service" });
    let client = match &emulator {
        Some(emulator) => Client::builder().base_url(emulator.base_url()).token(emulator.token()).build()?,
        None => Client::new()?,
    };

    let models = client.models().list().await?;
    let model = &models.data.first().ok_or("the account has no model")?.id;
    let network = CloudConfig::new().networking(UnrestrictedNetwork::new());
    let environment = client.environments().create("quickstart").config(network).await?;
    let agent = client.agents().create("reader", model.as_str()).tools([AgentToolset::new().into()]).await?;
    let notes = client.files().upload(Part::bytes("notes.txt", "The launch moved to Friday.")).await?;
    let mount = FileResourceParams::new(&notes.id).mount_path("/mnt/session/uploads/notes.txt");
    let session = client.sessions().create(&*agent.id, &environment.id).resources([mount.into()]).await?;

    let deltas = [DeltaEventType::AgentMessage];
    let mut events = client.sessions().events().stream(&session.id).event_deltas(deltas).await?;
    client.sessions().events().send(&session.id, [UserMessageEventParams::new([PROMPT])]).await?;
    let mut artifact = None;
    while let Some(event) = events.next().await {
        match event? {
            SessionStreamEvent::EventDelta(delta) => print!("{}", delta.text()),
            SessionStreamEvent::AgentArtifactDelivered(delivered) => artifact = Some(delivered.file_id),
            SessionStreamEvent::SessionStatusIdle(idle) => {
                println!("\nstopped: {}", idle.stop_reason.unwrap_or_default().r#type);
                break;
            }
            _ => std::io::stdout().flush()?,
        }
    }
    let usage = client.sessions().retrieve(&session.id).await?.usage.unwrap_or_default();
    println!("credits: {}", usage.total_credits.unwrap_or_default());
    if let Some(file_id) = artifact {
        let content = client.files().download(file_id).await?.bytes().await?;
        println!("summary.md: {}", String::from_utf8_lossy(&content));
    }

    client.sessions().delete(&session.id).await?;
    client.agents().archive(&agent.id).await?;
    client.environments().archive(&environment.id).await?;
    client.files().delete(&notes.id).await?;
    Ok(())
}
