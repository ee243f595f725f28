//! Lets an agent read a file, prints its answer as it is written, and fetches what it delivers.

use std::io::Write;

use qoder_cloud::types::*;
use qoder_cloud_examples::client;

const NOTES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../notes.txt");
const PLACE: &str = "/mnt/session/uploads/notes.txt";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _emulator) = client().await?;
    let models = client.models().list().await?;
    let model = &models.data.first().ok_or("the account has no model")?.id;
    let network = CloudConfig::new().networking(UnrestrictedNetwork::new());
    let environment = client.environments().create("quickstart").config(network).await?;
    let agent = client.agents().create("reader", model.as_str()).tools([AgentToolset::new().into()]).await?;
    let notes = MountedFile::new(NOTES).mount_path(PLACE);
    let session = client.sessions().create(&*agent.id, &environment.id).files([notes]).await?;

    let prompt = format!("Read {PLACE} and deliver the artifact summary.md");
    let mut turn = client.sessions().run(&session.id, prompt).text_deltas();
    while let Some(text) = turn.next().await {
        print!("{}", text?);
        std::io::stdout().flush()?;
    }
    let result = turn.result().await?;
    println!("\nstopped: {}", result.stop_reason.r#type);
    println!("credits: {}", result.credits.unwrap_or_default());
    for artifact in &result.artifacts {
        let content = client.files().download(&artifact.file_id).await?.bytes().await?;
        println!("summary.md: {}", String::from_utf8_lossy(&content));
    }

    client.cleanup([session.id, agent.id, environment.id]).await?;
    Ok(())
}
