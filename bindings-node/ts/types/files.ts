// Generated from spec/ by codegen; edit the spec.

import type { Uploadable } from '../upload.js';
import type { CommonParams } from './common.js';

/** Marker of a deleted file. */
export interface DeletedFile {
  /** Kind tag of this object. */
  type?: 'file_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Signed link; treat the URL as a secret until it expires. */
export interface DownloadLink {
  /** Address to GET without credentials. A secret: keep it out of logs. */
  url: string;
  /** When the link stops working. */
  expires_at?: string;
}

/** Stored file. */
export interface FileMetadata {
  /** Kind tag of this object. */
  type: 'file';
  /** File ID, prefix `file_`. */
  id: string;
  /** File name. */
  filename: string;
  /** MIME type detected by the service. */
  mime_type?: string | null;
  /** Size in bytes. */
  size_bytes: number;
  /** Whether files.download may be used; true for delivered artifacts. */
  downloadable?: boolean;
  /** Session that produced it; null for uploads. */
  scope?: FileScope | null;
  /** Processing state, for example `ready`. */
  status?: string;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** When the service will remove it. */
  expires_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Owner of a delivered file. */
export interface FileScope {
  /** Kind tag of this object. */
  type: 'session' | (string & {});
  /** Session ID. */
  id: string;
}

/** Multipart form of an upload. Text-based files only, says the CN reference. */
export interface FileUploadParams extends CommonParams {
  /** The bytes, with a file name. */
  file: Uploadable;
  /** Overrides the uploaded file name. */
  name?: string | null;
  /** JSON object of string pairs as text, at most 8 KB. */
  metadata?: Record<string, string> | null;
  /** Life time of the file. */
  expires_in_seconds?: number | null;
  /**
   * Former classification, `user_upload`; do not send.
   *
   * @deprecated
   */
  purpose?: string;
}
