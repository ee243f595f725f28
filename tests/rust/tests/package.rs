//! The crates as they are published: packed, unpacked elsewhere, and used by a program in an otherwise empty folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository is there")
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}

#[test]
fn a_program_in_an_empty_folder_uses_the_packed_crates() {
    let root = root();
    let folder = root.join("target/packaged");
    // It may not be there yet.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("program/src/bin")).expect("a folder can be made");
    let names = ["qoder-cloud", "qoder-cloud-emulator"];
    let mut pack = Command::new(env!("CARGO"));
    pack.current_dir(&root).args([
        "package",
        "--quiet",
        "--locked",
        "--offline",
        "--no-verify",
        "--allow-dirty",
    ]);
    pack.arg("--target-dir").arg(&folder);
    run(pack.args(names.iter().flat_map(|name| ["-p", name])));

    let version = env!("CARGO_PKG_VERSION");
    for name in names {
        let packed = folder.join(format!("package/{name}-{version}.crate"));
        run(Command::new("tar").arg("-xzf").arg(packed).arg("-C").arg(&folder));
        let unpacked = folder.join(format!("{name}-{version}"));
        for file in ["README.md", "LICENSE"] {
            assert!(unpacked.join(file).exists(), "{name} is packed without {file}");
        }
    }
    let program = folder.join("program");
    let manifest = format!(
        r#"[package]
name = "qoder-cloud-examples"
version = "1.0.0"
edition = "2024"

[dependencies]
qoder-cloud = "={version}"
qoder-cloud-emulator = "={version}"
tokio = {{ version = "1", features = ["rt", "macros"] }}

[patch.crates-io]
qoder-cloud = {{ path = "../qoder-cloud-{version}" }}
qoder-cloud-emulator = {{ path = "../qoder-cloud-emulator-{version}" }}

[profile.dev]
debug = "line-tables-only"

[workspace]
"#
    );
    fs::write(program.join("Cargo.toml"), manifest).expect("the manifest is written");
    // Under another name, for the target folder has a quickstart already.
    for (file, place) in [("lib.rs", "lib.rs"), ("bin/quickstart.rs", "bin/packed.rs")] {
        fs::copy(root.join("examples/rust/src").join(file), program.join("src").join(place))
            .expect("it is copied");
    }
    fs::copy(root.join("examples/notes.txt"), folder.join("notes.txt")).expect("it is copied");
    // The versions that the repository is tested with.
    fs::copy(root.join("Cargo.lock"), program.join("Cargo.lock")).expect("the lock file is copied");
    let mut quickstart = Command::new(env!("CARGO"));
    // With the target folder of the repository: what it depends on is built already.
    quickstart
        .current_dir(&program)
        .args(["run", "--quiet", "--offline", "--bin", "packed"])
        .arg("--target-dir")
        .arg(root.join("target"));
    let said = run(quickstart.env_remove("QODER_PAT").env_remove("QODER_ACCESS_TOKEN"));
    assert!(!said.trim().is_empty(), "the quickstart says nothing");
}
