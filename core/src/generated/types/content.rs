// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/content.yaml`.

use crate::model::{object, tagged};

object! {
    /// Inline bytes. Mind the 4 MB request limit.
    pub struct Base64Source tag "type" = "base64" {
        /// Base64 text.
        need data: String = "data",
        /// MIME type.
        need media_type: String = "media_type",
    }
}

impl Base64Source {
    /// One with its required members.
    pub fn new(data: impl Into<String>, media_type: impl Into<String>) -> Self {
        Self { data: data.into(), media_type: media_type.into(), extra: Default::default() }
    }
}

tagged! {
    /// Origin of an image or document.
    pub enum BlobSource by "type" {
        /// Inline bytes. Mind the 4 MB request limit.
        Base64(Base64Source) = "base64",
        /// Remote URL.
        Url(UrlSource) = "url",
        /// Uploaded file.
        File(FileSource) = "file",
        /// Inline plain text; documents only.
        PlainText(PlainTextSource) = "text",
    }
}

object! {
    /// Whether citations are on.
    pub struct Citations {
        /// True to allow citing.
        need enabled: bool = "enabled",
    }
}

impl Citations {
    /// One with its required members.
    pub fn new(enabled: bool) -> Self {
        Self { enabled, extra: Default::default() }
    }
}

tagged! {
    /// Piece of message or tool content.
    pub enum ContentBlock by "type" {
        /// Text.
        Text(TextBlock) = "text",
        /// Image.
        Image(ImageBlock) = "image",
        /// Document.
        Document(DocumentBlock) = "document",
        /// Search hit offered as citable content; allowed in tool results only.
        SearchResult(SearchResultBlock) = "search_result",
        /// Placeholder for removed content.
        Redacted(RedactedBlock) = "redacted",
    }
}

object! {
    /// Document.
    pub struct DocumentBlock tag "type" = "document" {
        /// Where the document comes from.
        need source: BlobSource = "source",
        /// Human-readable title.
        may title: String = "title",
        /// Background about the document for the model.
        may context: String = "context",
    }
}

impl DocumentBlock {
    /// One with its required members.
    pub fn new(source: impl Into<BlobSource>) -> Self {
        Self { source: source.into(), ..Self::default() }
    }

    /// Human-readable title.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Background about the document for the model.
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.context = Some(context.into());
        self
    }
}

object! {
    /// Uploaded file.
    pub struct FileSource tag "type" = "file" {
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
    }
}

impl FileSource {
    /// One with its required members.
    pub fn new(file_id: impl Into<String>) -> Self {
        Self { file_id: file_id.into(), extra: Default::default() }
    }
}

object! {
    /// Image.
    pub struct ImageBlock tag "type" = "image" {
        /// Where the image comes from.
        need source: BlobSource = "source",
    }
}

impl ImageBlock {
    /// One with its required members.
    pub fn new(source: impl Into<BlobSource>) -> Self {
        Self { source: source.into(), extra: Default::default() }
    }
}

object! {
    /// Inline plain text; documents only.
    pub struct PlainTextSource tag "type" = "text" tag "media_type" = "text/plain" {
        /// The text.
        need data: String = "data",
    }
}

impl PlainTextSource {
    /// One with its required members.
    pub fn new(data: impl Into<String>) -> Self {
        Self { data: data.into(), extra: Default::default() }
    }
}

object! {
    /// Placeholder for removed content.
    pub struct RedactedBlock tag "type" = "redacted" {
    }
}

impl RedactedBlock {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

object! {
    /// Search hit offered as citable content; allowed in tool results only.
    pub struct SearchResultBlock tag "type" = "search_result" {
        /// Where the hit was found.
        need source: String = "source",
        /// Human-readable title.
        need title: String = "title",
        /// Extracts.
        need content: Vec<TextBlock> = "content",
        /// Citation switch.
        need citations: Citations = "citations",
    }
}

impl SearchResultBlock {
    /// One with its required members.
    pub fn new(
        source: impl Into<String>,
        title: impl Into<String>,
        content: impl IntoIterator<Item = impl Into<TextBlock>>,
        citations: impl Into<Citations>,
    ) -> Self {
        Self {
            source: source.into(),
            title: title.into(),
            content: content.into_iter().map(Into::into).collect(),
            citations: citations.into(),
            extra: Default::default(),
        }
    }
}

object! {
    /// Text.
    pub struct TextBlock tag "type" = "text" {
        /// The text.
        need text: String = "text",
    }
}

impl TextBlock {
    /// One with its required members.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), extra: Default::default() }
    }
}

object! {
    /// Remote URL.
    pub struct UrlSource tag "type" = "url" {
        /// Address to fetch.
        need url: String = "url",
    }
}

impl UrlSource {
    /// One with its required members.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), extra: Default::default() }
    }
}

tagged! {
    /// Content block a user message may hold.
    pub enum MessageBlock by "type" {
        /// Text.
        Text(TextBlock) = "text",
        /// Image.
        Image(ImageBlock) = "image",
        /// Document.
        Document(DocumentBlock) = "document",
        /// Placeholder for removed content.
        Redacted(RedactedBlock) = "redacted",
    }
}
