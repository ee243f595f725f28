//! Skill packages: a tree of files with a SKILL.md, in and out of a zip.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use base64::Engine as _;
use bytes::Bytes;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::reply::Failure;

/// Zipped and unzipped.
const LARGEST: u64 = 50 * 1024 * 1024;
const MANIFEST: &str = "SKILL.md";

/// A skill as uploaded.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) description: String,
    /// The one directory everything lies in; empty when SKILL.md lies at the root.
    pub(crate) directory: String,
    pub(crate) instructions: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Reads one zip, or every file of the tree by its relative path.
    pub(crate) fn read<'a>(parts: impl Iterator<Item = (&'a str, &'a Bytes)>) -> Result<Self, Failure> {
        let parts: Vec<_> = parts.collect();
        let files = match parts.as_slice() {
            [(name, content)] if name.ends_with(".zip") || content.starts_with(b"PK\x03\x04") => {
                unzip(content)?
            }
            _ => parts
                .iter()
                .map(|(name, content)| Ok((relative(name)?, content.to_vec())))
                .collect::<Result<_, _>>()?,
        };
        Self::of(files)
    }

    pub(crate) fn from_base64(text: &str) -> Result<Self, Failure> {
        let content = base64::prelude::BASE64_STANDARD.decode(text);
        Self::of(unzip(&content.map_err(|_| Failure::at("content", "Field 'content' must be base64."))?)?)
    }

    fn of(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let wrong = |message: &str| Failure::at("files", message);
        let manifests = files.keys().filter(|path| {
            let mut segments = path.rsplit('/');
            segments.next() == Some(MANIFEST) && segments.count() <= 1
        });
        // The one nearest to the root.
        let path = manifests.min_by_key(|path| path.matches('/').count());
        let path =
            path.ok_or_else(|| wrong("SKILL.md must lie at the root or one directory below."))?.clone();
        let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory).to_owned();
        if !directory.is_empty() && files.keys().any(|other| !other.starts_with(&format!("{directory}/"))) {
            return Err(wrong("A skill must have exactly one top directory."));
        }
        let instructions =
            String::from_utf8(files[&path].clone()).map_err(|_| wrong("SKILL.md must be UTF-8."))?;
        let field = |name: &str| front_matter(&instructions, name).filter(|value| !value.is_empty());
        let name = field("name").ok_or_else(|| wrong("SKILL.md needs a name in its front matter."))?;
        let description =
            field("description").ok_or_else(|| wrong("SKILL.md needs a description in its front matter."))?;
        let mut bytes = name.bytes();
        let first = bytes.next().is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        let rest =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-';
        if !first || !bytes.all(rest) || name.len() > 64 {
            let message = "The name in SKILL.md must be 1 to 64 of a-z, 0-9, '_' and '-', beginning with a letter or digit.";
            return Err(wrong(message));
        }
        if !directory.is_empty() && directory != name {
            return Err(wrong(&format!(
                "The top directory '{directory}' must be named like the skill, '{name}'."
            )));
        }
        Ok(Self { name, description, directory, instructions, files })
    }

    /// The package as a zip, the same for the same files.
    pub(crate) fn zip(&self) -> Result<Bytes, Failure> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in &self.files {
            writer.start_file(path.as_str(), options).map_err(|error| Failure::internal(&error))?;
            writer.write_all(content).map_err(|error| Failure::internal(&error))?;
        }
        let done = writer.finish().map_err(|error| Failure::internal(&error))?;
        Ok(done.into_inner().into())
    }
}

fn unzip(content: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let wrong =
        |cause: &dyn std::fmt::Display| Failure::at("files", format!("The zip cannot be read: {cause}"));
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|error| wrong(&error))?;
    let mut files = BTreeMap::new();
    let mut left = LARGEST;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|error| wrong(&error))?;
        if file.is_dir() {
            continue;
        }
        let path = relative(file.name())?;
        let mut bytes = Vec::new();
        // One byte more than is left tells a package that is too large.
        file.take(left + 1).read_to_end(&mut bytes).map_err(|error| wrong(&error))?;
        left = left.checked_sub(bytes.len() as u64).ok_or_else(|| {
            let message = "The unpacked skill may have at most 50 MiB.";
            Failure::new(http::StatusCode::PAYLOAD_TOO_LARGE, "invalid_request_error", message)
        })?;
        files.insert(path, bytes);
    }
    Ok(files)
}

/// A path that stays inside the package.
fn relative(path: &str) -> Result<String, Failure> {
    let path = path.strip_prefix("./").unwrap_or(path);
    let inside = |segment: &str| !matches!(segment, "" | "." | "..") && !segment.contains(['\\', '\0']);
    if path.split('/').all(inside) {
        return Ok(path.to_owned());
    }
    Err(Failure::at("files", format!("'{path}' is not a relative path inside the skill.")))
}

/// A plain `key: value` line between the two `---` of the beginning.
fn front_matter(text: &str, name: &str) -> Option<String> {
    let body = text.trim_start_matches('\u{feff}').strip_prefix("---")?;
    let (matter, _) = body.split_once("\n---")?;
    let line = matter.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.trim().trim_matches(['"', '\'']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\nname: notes\ndescription: \"Writes notes\"\n---\nBe short.\n";

    fn read(files: &[(&str, &str)]) -> Result<Package, Failure> {
        let files: Vec<(&str, Bytes)> =
            files.iter().map(|(name, text)| (*name, Bytes::copy_from_slice(text.as_bytes()))).collect();
        Package::read(files.iter().map(|(name, content)| (*name, content)))
    }

    #[test]
    fn a_package_survives_its_zip() {
        let package = read(&[("notes/SKILL.md", TEXT), ("notes/a/b.txt", "x")]).unwrap();
        assert_eq!((package.name.as_str(), package.description.as_str()), ("notes", "Writes notes"));
        let zip = package.zip().unwrap();
        let again = Package::read([("notes.zip", &zip)].into_iter()).unwrap();
        assert_eq!(again.files, package.files);
    }

    #[test]
    fn bad_packages_are_refused() {
        assert!(read(&[("a.txt", "x")]).is_err());
        assert!(read(&[("a/b/SKILL.md", TEXT)]).is_err());
        assert!(read(&[("SKILL.md", "no front matter")]).is_err());
        assert!(read(&[("notes/SKILL.md", TEXT), ("other/a.txt", "x")]).is_err());
        assert!(read(&[("notes/SKILL.md", TEXT), ("notes/../../a", "x")]).is_err());
        assert!(read(&[("other/SKILL.md", TEXT)]).is_err());
    }
}
