//! Drives one client through one case and prints one JSON line, as `python/drive.py` and `node/drive.mjs` do.
//!
//!     bench-rust --base URL --client qoder --case get --concurrency 128 --seconds 1
//!     bench-rust --base URL --client flatten --case decode
//!
//! Clients: `reqwest` and `hyper` with serde, the limit on a machine; `qoder`, ours; `qoder-raw`, ours without types,
//! which is what the Python and Node packages stand on. The case `decode` compares ways to read JSON instead.

mod decode;
mod drive;
mod meter;
mod models;
mod options;
mod qoder;
mod raw;

use tokio::task::LocalSet;

use crate::options::Options;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

async fn run(options: Options) -> Result<serde_json::Value> {
    match (options.case.as_str(), options.client.as_str()) {
        ("decode", _) => decode::run(&options).await,
        (_, "reqwest") => drive::run::<raw::Reqwest>(options).await,
        (_, "hyper") => drive::run::<raw::Hyper>(options).await,
        (_, "qoder") => drive::run::<qoder::Typed>(options).await,
        (_, "qoder-raw") => drive::run::<qoder::Raw>(options).await,
        (_, other) => Err(format!("unknown client {other}").into()),
    }
}

fn main() -> Result<()> {
    let options = Options::parse(std::env::args().skip(1))?;
    // One thread: every client here needs less processor time so.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("{}", LocalSet::new().block_on(&runtime, run(options))?);
    Ok(())
}
