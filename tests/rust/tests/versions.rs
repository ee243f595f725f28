//! The number of the version stands in many files, and is the same in all of them; `make bump` changes it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

#[test]
fn the_crates_ask_for_each_other_by_the_current_version() {
    let manifest = text("Cargo.toml");
    for name in ["qoder-cloud", "qoder-cloud-emulator"] {
        let own = manifest.lines().find(|line| line.starts_with(&format!("{name} = ")));
        let own = own.unwrap_or_else(|| panic!("no dependency {name}"));
        assert!(own.contains(&format!("version = \"{VERSION}\"")), "{own}");
    }
}

#[test]
fn every_node_package_has_the_current_version() {
    assert_eq!(json("package.json")["version"], VERSION);
    let lock = json("package-lock.json");
    assert_eq!((&lock["version"], &lock["packages"][""]["version"]), (&VERSION.into(), &VERSION.into()));
    let platforms = fs::read_dir(root().join("bindings-node/npm")).expect("there are packages for platforms");
    let platforms: Vec<_> = platforms.map(|entry| entry.expect("it can be listed").file_name()).collect();
    assert_eq!(platforms.len(), 8, "{platforms:?}");
    for platform in platforms {
        let path = format!("bindings-node/npm/{}/package.json", platform.to_string_lossy());
        assert_eq!(json(&path)["version"], VERSION, "{path}");
    }
}

#[test]
fn the_changelog_tells_of_the_current_version() {
    let changelog = text("CHANGELOG.md");
    let latest = changelog.lines().find(|line| line.starts_with("## ")).expect("there is an entry");
    let told = latest.trim_start_matches("## ").split(' ').next();
    assert_eq!(told, Some(VERSION), "{latest}");
}
