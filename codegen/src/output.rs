//! Collects generated files, then writes them or compares them with what is there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use similar::TextDiff;

/// Lines of a diff that `--check` shows per file: enough to see what changed.
const SHOWN_LINES: usize = 20;

/// The files of one run, by path below the project's root.
pub struct Output {
    root: PathBuf,
    files: BTreeMap<String, String>,
    /// Folders that hold generated files only: anything else in them is stale.
    owned: Vec<String>,
}

impl Output {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), files: BTreeMap::new(), owned: Vec::new() }
    }

    pub fn file(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Declares a folder as generated from end to end.
    pub fn owns(&mut self, folder: impl Into<String>) {
        self.owned.push(folder.into());
    }

    /// Writes what differs, or, when checking, reports it; `Ok(true)` means all was fresh or written.
    pub fn settle(self, check: bool) -> Result<bool, String> {
        let mut stale = Vec::new();
        for (path, text) in &self.files {
            let target = self.root.join(path);
            let old = fs::read_to_string(&target).unwrap_or_default();
            if old == *text {
                continue;
            }
            stale.push(path.clone());
            if check {
                show(path, &old, text);
            } else {
                write(&target, text)?;
            }
        }
        for path in self.orphans() {
            stale.push(path.clone());
            if check {
                eprintln!("{path}: no longer generated");
            } else {
                fs::remove_file(self.root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
            }
        }
        match (check, stale.len()) {
            (_, 0) => println!("{} generated files are up to date", self.files.len()),
            (true, count) => eprintln!("{count} generated files are stale; run `cargo run -p codegen`"),
            (false, count) => println!("wrote {count} of {} generated files", self.files.len()),
        }
        Ok(!check || stale.is_empty())
    }

    fn orphans(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = self.owned.clone();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(self.root.join(&folder)).into_iter().flatten().flatten() {
                let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    if !path.ends_with("__pycache__") {
                        folders.push(path);
                    }
                } else if !self.files.contains_key(&path) {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let fail = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    fs::write(path, text).map_err(fail)
}

fn show(path: &str, old: &str, new: &str) {
    eprintln!("{path} is stale:");
    let diff = TextDiff::from_lines(old, new);
    let lines = diff.unified_diff().context_radius(1).to_string();
    for line in lines.lines().take(SHOWN_LINES) {
        eprintln!("    {line}");
    }
}
