//! `qoder-cloud-emulator`: serves until it is told to stop.

use std::io::{self, Write as _};
use std::process::ExitCode;

use qoder_cloud_emulator::{Builder, Emulator};

const HELP: &str = "\
The Qoder Cloud Agents API in one process, in memory.

Usage: qoder-cloud-emulator [--host HOST] [--port PORT] [--token TOKEN]

  --host HOST    interface to listen at (127.0.0.1)
  --port PORT    port to listen at, 0 for a free one (0)
  --token TOKEN  token to accept (a random one)
  --help         show this text

When ready, one line of JSON goes to standard output: {\"base_url\": \"...\", \"token\": \"...\"}.
SIGINT and SIGTERM stop it.
";

fn main() -> ExitCode {
    match arguments(std::env::args().skip(1)) {
        Ok(Some(builder)) => match serve(builder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("qoder-cloud-emulator: {error}");
                ExitCode::FAILURE
            }
        },
        Ok(None) => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("qoder-cloud-emulator: {message} (see --help)");
            ExitCode::from(2)
        }
    }
}

/// The settings asked for; none when only help was.
fn arguments(mut given: impl Iterator<Item = String>) -> Result<Option<Builder>, String> {
    let mut builder = Emulator::builder();
    while let Some(argument) = given.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        if matches!(name.as_str(), "--help" | "-h") {
            return Ok(None);
        }
        if !matches!(name.as_str(), "--host" | "--port" | "--token") {
            return Err(format!("unknown argument '{name}'"));
        }
        let value = value.or_else(|| given.next()).filter(|value| !value.is_empty());
        let value = value.ok_or_else(|| format!("{name} needs a value"))?;
        builder = match name.as_str() {
            "--host" => builder.host(value),
            "--token" => builder.token(value),
            _ => builder.port(value.parse().map_err(|_| format!("--port takes 0 to 65535, not '{value}'"))?),
        };
    }
    Ok(Some(builder))
}

fn serve(builder: Builder) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Listened for before anybody is told that we are ready.
    let stopped = runtime.block_on(async { signals() })?;
    let emulator = builder.start_blocking()?;
    let ready = serde_json::json!({ "base_url": emulator.base_url(), "token": emulator.token() });
    let mut out = io::stdout();
    writeln!(out, "{ready}")?;
    out.flush()?;
    runtime.block_on(stopped);
    emulator.stop();
    Ok(())
}

#[cfg(unix)]
fn signals() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signals() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler there is nothing left but to be ended.
        let _ = tokio::signal::ctrl_c().await;
    })
}
