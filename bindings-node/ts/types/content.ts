// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';

/** Inline bytes. Mind the 4 MB request limit. */
export interface Base64Source {
  /** Kind tag of this object. */
  type: 'base64';
  /** Base64 text. */
  data: string;
  /** MIME type. */
  media_type: string;
}

/** Origin of an image or document. */
export type BlobSource = Base64Source | UrlSource | FileSource | PlainTextSource | UnknownVariant;

/** Whether citations are on. */
export interface Citations {
  /** True to allow citing. */
  enabled: boolean;
}

/** Piece of message or tool content. */
export type ContentBlock =
  | TextBlock
  | ImageBlock
  | DocumentBlock
  | SearchResultBlock
  | RedactedBlock
  | UnknownVariant;

/** Document. */
export interface DocumentBlock {
  /** Kind tag of this object. */
  type: 'document';
  /** Where the document comes from. */
  source: BlobSource;
  /** Human-readable title. */
  title?: string | null;
  /** Background about the document for the model. */
  context?: string | null;
}

/** Uploaded file. */
export interface FileSource {
  /** Kind tag of this object. */
  type: 'file';
  /** File ID, prefix `file_`. */
  file_id: string;
}

/** Image. */
export interface ImageBlock {
  /** Kind tag of this object. */
  type: 'image';
  /** Where the image comes from. */
  source: BlobSource;
}

/** Inline plain text; documents only. */
export interface PlainTextSource {
  /** Kind tag of this object. */
  type: 'text';
  /** The text. */
  data: string;
  /** MIME type of the text. */
  media_type: 'text/plain';
}

/** Placeholder for removed content. */
export interface RedactedBlock {
  /** Kind tag of this object. */
  type: 'redacted';
}

/** Search hit offered as citable content; allowed in tool results only. */
export interface SearchResultBlock {
  /** Kind tag of this object. */
  type: 'search_result';
  /** Where the hit was found. */
  source: string;
  /** Human-readable title. */
  title: string;
  /** Extracts. */
  content: TextBlock[];
  /** Citation switch. */
  citations: Citations;
}

/** Text. */
export interface TextBlock {
  /** Kind tag of this object. */
  type: 'text';
  /** The text. */
  text: string;
}

/** Remote URL. */
export interface UrlSource {
  /** Kind tag of this object. */
  type: 'url';
  /** Address to fetch. */
  url: string;
}

/** Content block a user message may hold. */
export type MessageBlock = TextBlock | ImageBlock | DocumentBlock | RedactedBlock | UnknownVariant;
