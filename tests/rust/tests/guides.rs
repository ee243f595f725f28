//! Every Rust example of the README and the guides runs, each page as one program, against an emulator of its own.

use std::env;
use std::error::Error;
use std::process::{Command, ExitCode};

use qoder_cloud_emulator::Emulator;

/// Says to a process of its own which guide it is.
const GUIDE: &str = "QODER_TEST_GUIDE";

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> ExitCode {
    match env::var(GUIDE).map_or_else(|_| all(), |name| one(&name)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The guides read their environment as a user's program does, so each is a process.
fn all() -> Outcome {
    let mut failed = Vec::new();
    for name in NAMES {
        let emulator = Emulator::builder().start_blocking()?;
        let done = Command::new(env::current_exe()?)
            .envs([
                ("QODER_BASE_URL", emulator.base_url().as_str()),
                ("QODER_ACCESS_TOKEN", emulator.token()),
            ])
            .env(GUIDE, name)
            .output()?;
        println!("{name}.md: {}", if done.status.success() { "ok" } else { "FAILED" });
        if !done.status.success() {
            failed.push(*name);
            println!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("guides that fail: {}", failed.join(", ")).into()) }
}

fn one(name: &str) -> Outcome {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(name))
}

include!(concat!(env!("OUT_DIR"), "/guides.rs"));
