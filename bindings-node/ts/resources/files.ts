// Generated from spec/ by codegen; edit the spec.

import type { Download } from '../download.js';
import { FileHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type { DeletedFile, FileMetadata, FileUploadParams } from '../types/files.js';

/** Arguments of `files.list`. */
export interface FileListParams extends PageParams {
  /** Match on the file name. */
  name?: string;
  /** Only files delivered by this session. */
  scope_id?: string;
  /** Only these file IDs; repeat the parameter. */
  ids?: string[];
}

/** Uploaded files and delivered artifacts. */
export class Files extends FileHelpers {
  /**
   * Upload a file.
   *
   * @throws {@link BadRequestError} 400: the file part is missing, or metadata is not a JSON object.
   * @throws {@link RequestTooLargeError} 413: the upload is too large (status inferred from the SDK's error
   * mapping).
   */
  upload(params: FileUploadParams, options?: CallOptions): APIPromise<FileMetadata> {
    return this.calls.json(ops.filesUpload, [], params, options);
  }

  /**
   * List files.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: FileListParams, options?: CallOptions): PagePromise<FileMetadata> {
    return this.calls.pages(ops.filesList, [], params, options);
  }

  /** Fetch a file's metadata. */
  retrieve(fileId: string, params?: CommonParams, options?: CallOptions): APIPromise<FileMetadata> {
    return this.calls.json(ops.filesRetrieve, [fileId], params, options);
  }

  /** Delete a file. */
  delete(fileId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeletedFile> {
    return this.calls.json(ops.filesDelete, [fileId], params, options);
  }

  /**
   * Get a short-lived link to a file's bytes.
   *
   * Fetch the link without any API credential. Works only when `downloadable` is true, which own uploads
   * usually are not.
   */
  download(fileId: string, params?: CommonParams, options?: CallOptions): APIPromise<Download> {
    return this.calls.file(ops.filesDownload, [fileId], params, options);
  }
}
