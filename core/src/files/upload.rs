//! Multipart forms: files from disk are streamed, and a repeated attempt sends the same bytes.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, StreamExt, TryStreamExt};
use tokio::fs::File;
use tokio::io::AsyncRead;
use tokio_util::io::ReaderStream;

use crate::error::{Error, Result};
use crate::files::progress::Progress;

/// A multipart form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    parts: Vec<(String, Part)>,
}

/// One part of a form: a field or a file.
#[derive(Debug, Clone)]
pub struct Part {
    content: Content,
    file_name: Option<String>,
    content_type: Option<String>,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    Path(PathBuf),
    Reader(Once, Option<u64>),
}

/// A reader that can be taken once.
type Once = Arc<Mutex<Option<Pin<Box<dyn AsyncRead + Send>>>>>;

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text field.
    pub fn text(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.part(
            name,
            Part { content: Content::Bytes(value.into().into()), file_name: None, content_type: None },
        )
    }

    /// Adds a part under a field name; a list repeats the name.
    pub fn part(mut self, name: impl Into<String>, part: Part) -> Self {
        self.parts.push((name.into(), part));
        self
    }
}

impl Part {
    /// A file on disk, read while it is sent and read again for a retry. Its own name is what the server sees.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Part { content: Content::Path(path), file_name: name, content_type: None }
    }

    /// A file in memory.
    pub fn bytes(file_name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Part {
            content: Content::Bytes(content.into()),
            file_name: Some(file_name.into()),
            content_type: None,
        }
    }

    /// A file from a reader. It can be read once only, so the call is not retried.
    pub fn reader(file_name: impl Into<String>, reader: impl AsyncRead + Send + 'static) -> Self {
        let once: Once = Arc::new(Mutex::new(Some(Box::pin(reader))));
        Part { content: Content::Reader(once, None), file_name: Some(file_name.into()), content_type: None }
    }

    /// How many bytes a reader will give; without it the body is sent in chunks of unknown total.
    pub fn length(mut self, bytes: u64) -> Self {
        if let Content::Reader(_, length) = &mut self.content {
            *length = Some(bytes);
        }
        self
    }

    /// The name the server sees; may contain slashes.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The media type. Without it the extension of the file name decides.
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// The lines before the content.
    fn head(&self, boundary: &str, field: &str) -> Result<String> {
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(field));
        if let Some(name) = &self.file_name {
            head.push_str(&format!("; filename=\"{}\"", quoted(name)));
        }
        let media_type = self.content_type.as_deref().or(self.file_name.as_deref().map(guess));
        if let Some(media_type) = media_type {
            if media_type.bytes().any(|byte| byte.is_ascii_control() || !byte.is_ascii()) {
                return Err(Error::argument(format!("the content type of `{field}` is not a media type")));
            }
            head.push_str(&format!("\r\nContent-Type: {media_type}"));
        }
        head.push_str("\r\n\r\n");
        Ok(head)
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Content::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Content::Path(path) => write!(f, "{}", path.display()),
            Content::Reader(..) => f.write_str("reader"),
        }
    }
}

/// As browsers write names: what could end the quotes or the line is escaped, the rest stays as it is.
fn quoted(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            '"' | '\u{0}'..='\u{1f}' | '\u{7f}' => text.push_str(&format!("%{:02X}", u32::from(letter))),
            _ => text.push(letter),
        }
    }
    text
}

/// The media types the service takes, by extension.
fn guess(name: &str) -> &'static str {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "log" | "text" => "text/plain",
        "md" | "markdown" => "text/markdown",
        "csv" => "text/csv",
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "json" => "application/json",
        "jsonl" | "ndjson" => "application/x-ndjson",
        "xml" => "application/xml",
        "yaml" | "yml" => "application/x-yaml",
        "toml" => "application/x-toml",
        "js" | "mjs" => "application/javascript",
        "zip" => "application/zip",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// A form whose files have been looked at; makes the body of each attempt.
#[derive(Clone)]
pub(crate) struct Prepared {
    boundary: String,
    segments: Vec<Segment>,
    pub(crate) length: Option<u64>,
    pub(crate) replayable: bool,
}

#[derive(Clone)]
enum Segment {
    Bytes(Bytes),
    File { path: PathBuf, length: u64, modified: Option<SystemTime> },
    Reader(Once),
}

impl Form {
    /// Looks at the files and fixes the boundary.
    pub(crate) async fn prepare(&self) -> Result<Prepared> {
        let boundary = format!("qoder-{}", uuid::Uuid::new_v4().simple());
        let mut segments = Vec::new();
        let (mut length, mut replayable) = (Some(0), true);
        for (field, part) in &self.parts {
            let head = Bytes::from(part.head(&boundary, field)?);
            let (content, size) = match &part.content {
                Content::Bytes(bytes) => (Segment::Bytes(bytes.clone()), Some(bytes.len() as u64)),
                Content::Path(path) => {
                    let (size, modified) = look_at(field, path).await?;
                    (Segment::File { path: path.clone(), length: size, modified }, Some(size))
                }
                Content::Reader(once, size) => {
                    replayable = false;
                    (Segment::Reader(once.clone()), *size)
                }
            };
            length = length.zip(size).map(|(sum, size): (u64, u64)| sum + head.len() as u64 + size + 2);
            segments.extend([Segment::Bytes(head), content, Segment::Bytes(Bytes::from_static(b"\r\n"))]);
        }
        let end = Bytes::from(format!("--{boundary}--\r\n"));
        length = length.map(|sum| sum + end.len() as u64);
        segments.push(Segment::Bytes(end));
        Ok(Prepared { boundary, segments, length, replayable })
    }
}

/// The size of a file that can be sent.
async fn look_at(field: &str, path: &Path) -> Result<(u64, Option<SystemTime>)> {
    let refuse = |reason: &str| Error::argument(format!("`{field}`: {} {reason}", path.display()));
    let metadata = tokio::fs::metadata(path)
        .await
        .map_err(|cause| refuse(&format!("cannot be read: {cause}")).caused_by(cause))?;
    if metadata.is_dir() {
        return Err(refuse("is a directory, not a file"));
    }
    Ok((metadata.len(), metadata.modified().ok()))
}

impl Prepared {
    pub(crate) fn content_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.boundary)
    }

    /// The body of one attempt; files are opened when their turn comes.
    pub(crate) fn body(&self, progress: Progress) -> reqwest::Body {
        progress.begin(self.length);
        let pieces = stream::iter(self.segments.clone()).flat_map(Segment::read);
        reqwest::Body::wrap_stream(pieces.inspect_ok(move |piece| progress.add(piece.len())))
    }
}

impl Segment {
    const PIECE: usize = 64 * 1024;

    fn read(self) -> BoxStream<'static, io::Result<Bytes>> {
        match self {
            Segment::Bytes(bytes) => stream::iter(pieces(bytes, Self::PIECE).map(Ok)).boxed(),
            Segment::File { path, length, modified } => {
                stream::once(open_unchanged(path, length, modified)).try_flatten().boxed()
            }
            Segment::Reader(once) => match once.lock().unwrap_or_else(PoisonError::into_inner).take() {
                Some(reader) => ReaderStream::with_capacity(reader, Self::PIECE).boxed(),
                None => stream::once(async {
                    Err(Unsendable::error("the reader of the upload has been read already"))
                })
                .boxed(),
            },
        }
    }
}

/// The bytes in pieces, so that sending them shows progress; nothing is copied.
fn pieces(mut bytes: Bytes, size: usize) -> impl Iterator<Item = Bytes> {
    std::iter::from_fn(move || {
        let piece = bytes.split_to(size.min(bytes.len()));
        (!piece.is_empty()).then_some(piece)
    })
}

/// The body cannot be sent (again), whatever the server does.
#[derive(Debug)]
pub(crate) struct Unsendable(String);

impl Unsendable {
    fn error(message: impl Into<String>) -> io::Error {
        io::Error::other(Unsendable(message.into()))
    }
}

impl fmt::Display for Unsendable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsendable {}

/// A file that changed since its size was announced would make a body that contradicts itself.
async fn open_unchanged(
    path: PathBuf,
    length: u64,
    modified: Option<SystemTime>,
) -> io::Result<ReaderStream<tokio::io::Take<File>>> {
    use tokio::io::AsyncReadExt;
    let file = File::open(&path).await?;
    let metadata = file.metadata().await?;
    if metadata.len() != length || metadata.modified().ok() != modified {
        return Err(Unsendable::error(format!("{} changed while it was being sent", path.display())));
    }
    Ok(ReaderStream::with_capacity(file.take(length), Segment::PIECE))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn text(form: &Form) -> (String, Prepared) {
        let prepared = form.prepare().await.unwrap();
        let pieces: Vec<Bytes> =
            stream::iter(prepared.segments.clone()).flat_map(Segment::read).try_collect().await.unwrap();
        (String::from_utf8(pieces.concat()).unwrap(), prepared)
    }

    #[tokio::test]
    async fn writes_fields_and_files_and_announces_their_length() {
        let form = Form::new().text("name", "a").part("file", Part::bytes("dir/ü.md", "# hi"));
        let (body, prepared) = text(&form).await;
        let b = &prepared.boundary;
        assert_eq!(
            body,
            format!(
                "--{b}\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\r\n\
                 --{b}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dir/ü.md\"\r\n\
                 Content-Type: text/markdown\r\n\r\n# hi\r\n--{b}--\r\n"
            )
        );
        assert_eq!(prepared.length, Some(body.len() as u64));
        assert!(prepared.replayable);
    }

    #[tokio::test]
    async fn names_cannot_add_lines() {
        let form = Form::new().part("f\"\r\nX: y", Part::bytes("a\"\r\nEvil: 1\r\n\r\n", ""));
        let (body, _) = text(&form).await;
        assert!(
            body.contains("name=\"f%22%0D%0AX: y\"; filename=\"a%22%0D%0AEvil: 1%0D%0A%0D%0A\"\r\n"),
            "{body}"
        );
        let bad = Form::new().part("f", Part::bytes("a", "").content_type("text/plain\r\nX: y"));
        assert!(bad.prepare().await.err().unwrap().is_invalid_request());
    }

    #[tokio::test]
    async fn what_is_not_a_file_is_refused_by_name() {
        let missing =
            Form::new().part("file", Part::path("/no/such/file.txt")).prepare().await.err().unwrap();
        assert!(missing.to_string().contains("/no/such/file.txt"), "{missing}");
        let directory =
            Form::new().part("file", Part::path(std::env::temp_dir())).prepare().await.err().unwrap();
        assert!(directory.to_string().contains("is a directory"), "{directory}");
        assert!(directory.is_invalid_request());
    }

    #[tokio::test]
    async fn a_file_is_read_again_for_each_attempt_and_must_not_change() {
        let path = std::env::temp_dir().join(format!("{}.txt", uuid::Uuid::new_v4()));
        std::fs::write(&path, "content").unwrap();
        let form = Form::new().part("file", Part::path(&path));
        let prepared = form.prepare().await.unwrap();
        let read = |prepared: Prepared| async move {
            stream::iter(prepared.segments).flat_map(Segment::read).try_collect::<Vec<Bytes>>().await
        };
        let first = read(prepared.clone()).await.unwrap().concat();
        assert_eq!(first, read(prepared.clone()).await.unwrap().concat());
        assert_eq!(prepared.length, Some(first.len() as u64));
        std::fs::write(&path, "longer content").unwrap();
        assert!(read(prepared).await.unwrap_err().to_string().contains("changed"));
        std::fs::remove_file(&path).unwrap();
    }

    #[tokio::test]
    async fn a_reader_is_read_once() {
        let form = Form::new().part("file", Part::reader("a.txt", &b"abc"[..]).length(3));
        let (body, prepared) = text(&form).await;
        assert!(body.contains("\r\n\r\nabc\r\n"));
        assert!(!prepared.replayable);
        assert_eq!(prepared.length, Some(body.len() as u64));
        let again = form.prepare().await.unwrap();
        let read = stream::iter(again.segments).flat_map(Segment::read).try_collect::<Vec<Bytes>>().await;
        assert!(read.unwrap_err().to_string().contains("already"));
    }
}
