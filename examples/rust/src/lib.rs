//! What the examples have in common: a client, of the service or of the emulator.

use qoder_cloud::Client;
use qoder_cloud_emulator::Emulator;

/// A client of the service when `QODER_PAT` is set; otherwise one of an emulator, which lives as long as it is held.
///
/// # Errors
/// When the emulator does not start, or the configuration is not sound.
pub async fn client() -> Result<(Client, Option<Emulator>), Box<dyn std::error::Error>> {
    if std::env::var_os("QODER_PAT").is_some() {
        eprintln!("running on the service");
        return Ok((Client::new()?, None));
    }
    eprintln!("running on the embedded emulator");
    let emulator = Emulator::start().await?;
    let client = Client::builder().base_url(emulator.base_url()).token(emulator.token()).build()?;
    Ok((client, Some(emulator)))
}
