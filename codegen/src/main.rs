//! Reads `spec/` and writes everything that follows from it.
//!
//!     cargo run -p codegen             write what has changed
//!     cargo run -p codegen -- --check  fail, with a short diff, when anything is stale

mod emulator;
mod lint;
mod model;
mod names;
mod output;
mod python;
mod reference;
mod rust;
mod spec;
mod typescript;

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let check = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => {
            eprintln!("usage: codegen [--check]");
            return ExitCode::from(2);
        }
    };
    match run(check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("codegen: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Generates every output; `Ok(false)` when `check` found stale files.
fn run(check: bool) -> Result<bool, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the crate has no parent folder")?;
    let bundle = spec::bundle(&root.join("spec"))?;
    let whole = spec::with_library(&bundle, &root.join("spec"))?;
    lint::check(&whole)?;
    let api = model::Api::from_bundle(&whole)?;
    let mut output = output::Output::new(root);
    output.file("spec/openapi.json", spec::to_json(&bundle));
    emulator::generate(&bundle, &mut output);
    rust::generate(&api, root, &mut output)?;
    typescript::generate(&api, &mut output);
    python::generate(&api, &mut output)?;
    reference::generate(&api, &mut output);
    output.settle(check)
}
