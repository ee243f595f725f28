//! Makes a program of the Rust blocks of the README and of each guide, on the lines they have there, so that errors name the right one.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    println!("cargo::rerun-if-changed={}", docs.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    let mut names = Vec::new();
    let readme = docs.join("../README.md");
    println!("cargo::rerun-if-changed={}", readme.display());
    for guide in std::iter::once(readme).chain(sorted(&docs)) {
        let Some(program) = program(&fs::read_to_string(&guide).expect("a guide can be read")) else {
            continue;
        };
        let name = guide.file_stem().expect("a guide has a name").to_string_lossy();
        let name = name.to_lowercase().replace('-', "_");
        fs::write(out.join(format!("{name}.rs")), program).expect("the build's folder can be written");
        names.push(name);
    }
    fs::write(out.join("guides.rs"), index(&names)).expect("the build's folder can be written");
}

/// The guides by name.
fn index(names: &[String]) -> String {
    let mut index = format!("const NAMES: &[&str] = &{names:?};\n");
    for name in names {
        index += &format!("mod {name} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\")); }}\n");
    }
    index += "async fn run(name: &str) -> Outcome {\n    match name {\n";
    for name in names {
        index += &format!("        {name:?} => {name}::run().await,\n");
    }
    index + "        _ => Err(format!(\"there is no guide {name:?}\").into()),\n    }\n}\n"
}

fn sorted(docs: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(docs).expect("the guides are in docs/");
    let paths = entries.map(|entry| entry.expect("docs/ can be read").path());
    let mut guides: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|kind| kind == "md")).collect();
    guides.sort();
    guides
}

/// A function in place of the guide's heading, and in it the Rust blocks; `None` when there are none.
fn program(guide: &str) -> Option<String> {
    let mut program = String::from("pub async fn run() -> Result<(), Box<dyn std::error::Error>> {\n");
    let (mut inside, mut found) = (false, false);
    for line in guide.lines().skip(1) {
        match (inside, line) {
            (false, "```rust") => (inside, found) = (true, true),
            (true, "```") => inside = false,
            (true, code) => program += code,
            (false, _) => {}
        }
        program.push('\n');
    }
    program += "Ok(())\n}\n";
    found.then_some(program)
}
