import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Operation } from './arguments.js';
import type { Form } from './binding.js';
import { argumentError } from './errors.js';
import { binding } from './load.js';
import { bridge, run } from './native.js';

/** Pieces of a file: a Web stream, a Node stream, a generator. */
export type Pieces = AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array>;

/** The content of a file to upload: a path, bytes, a `Blob` or `File`, or pieces. */
export type Content = string | Uint8Array | ArrayBuffer | Blob | Pieces;

/** A file to upload with what is known about it. */
export interface UploadFile {
  /** A path is read while it is sent. Pieces are read as fast as the server takes them, once: such a call is not retried. */
  content: Content;
  /** The name the server sees; may contain slashes. Else that of the path, of the `File` or stream, or `file`. */
  name?: string;
  /** The media type. Else that of the `Blob`, or by the extension of the name. */
  contentType?: string;
  /** The length in bytes, of pieces; without it the body is sent without a total. */
  length?: number;
}

/** What an upload takes as a file. A string is a path. */
export type Uploadable = Content | UploadFile;

/** Blobs up to this size are read first, so that the call can be retried. */
const SMALL_BLOB = 4 * 1024 * 1024;

/** A form, and what has to run while it is sent. */
export interface Sending {
  form: Form;
  /** Feeds the pieces; to be stopped when the call is over. */
  feed(): void;
  stop(): void;
}

/** Builds the multipart form of a call. */
export async function formOf(operation: Operation, body: Record<string, unknown>): Promise<Sending> {
  const form = new binding.Form();
  const feeders: Feeder[] = [];
  for (const [field, value] of Object.entries(body)) {
    if (value === null) continue;
    switch (operation.parts?.[field]) {
      case 'file':
        feeders.push(...(await addFile(operation, form, field, value as Uploadable)));
        break;
      case 'files':
        if (!Array.isArray(value)) throw argumentError(`\`${field}\` must be a list of files`, operation.id);
        for (const one of value) feeders.push(...(await addFile(operation, form, field, one)));
        break;
      case 'json':
        form.text(field, JSON.stringify(value));
        break;
      default:
        form.text(field, typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
  }
  return {
    form,
    feed() {
      for (const feeder of feeders) void feeder.run();
    },
    stop() {
      for (const feeder of feeders) feeder.stop();
    },
  };
}

async function addFile(
  operation: Operation,
  form: Form,
  field: string,
  given: Uploadable,
): Promise<Feeder[]> {
  const file: UploadFile = isUploadFile(given) ? given : { content: given };
  const { content, contentType } = file;
  if (typeof content === 'string') {
    form.path(field, content, file.name, contentType);
    return [];
  }
  if (content instanceof Uint8Array || content instanceof ArrayBuffer) {
    const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : content;
    form.bytes(field, bytes, file.name ?? 'file', contentType);
    return [];
  }
  if (content instanceof Blob) {
    const name = file.name ?? ((content as Partial<File>).name || 'file');
    const type = contentType ?? (content.type || undefined);
    if (content.size <= SMALL_BLOB) {
      form.bytes(field, new Uint8Array(await content.arrayBuffer()), name, type);
      return [];
    }
    return [addPieces(form, field, content.stream() as Pieces, name, type, content.size)];
  }
  if (isPieces(content)) {
    const path = (content as { path?: unknown }).path;
    const name = file.name ?? (typeof path === 'string' ? basename(path) : 'file');
    return [addPieces(form, field, content, name, contentType, file.length)];
  }
  throw argumentError(
    `\`${field}\` must be a path, bytes, a Blob, a stream, an async iterable, or an object with one as \`content\``,
    operation.id,
  );
}

function isUploadFile(value: Uploadable): value is UploadFile {
  return typeof value === 'object' && value !== null && 'content' in value;
}

function isPieces(value: unknown): value is Pieces {
  return (
    typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || 'getReader' in value)
  );
}

function addPieces(
  form: Form,
  field: string,
  pieces: Pieces,
  name: string,
  contentType: string | undefined,
  length: number | undefined,
): Feeder {
  const feeder = new Feeder(pieces);
  form.pipe(field, feeder.pipe, name, contentType, length);
  return feeder;
}

/** How pieces are read, and let go even while the next one is waited for. */
interface Source {
  next(): Promise<{ done: true } | { done?: false; value: Uint8Array | string }>;
  leave(): Promise<unknown>;
}

function sourceOf(pieces: Pieces): Source {
  if ('getReader' in pieces) {
    const reader = pieces.getReader();
    return { next: () => reader.read(), leave: () => reader.cancel() };
  }
  const iterator = pieces[Symbol.asyncIterator]();
  const next = () => iterator.next();
  if (pieces instanceof Readable) return { next, leave: async () => pieces.destroy() };
  // A generator gets to clean up when its next piece is there.
  return { next, leave: async () => iterator.return?.() };
}

/** Moves pieces from JavaScript to the wire, no faster than the wire takes them. */
class Feeder {
  readonly pipe = new binding.Pipe(bridge);
  readonly #source: Source;
  readonly #stop = new AbortController();

  constructor(pieces: Pieces) {
    this.#source = sourceOf(pieces);
  }

  async run(): Promise<void> {
    try {
      for (;;) {
        const next = await this.#source.next();
        if (next.done) return this.pipe.end();
        const piece = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
        const { value: taken } = await run<number>((id) => this.pipe.write(id, piece), this.#stop.signal);
        if (taken === 0) return this.stop();
      }
    } catch (cause) {
      if (this.#stop.signal.aborted) return;
      const reason = cause instanceof Error ? cause.message : String(cause);
      await run((id) => this.pipe.fail(id, reason), this.#stop.signal).catch(() => {});
      this.pipe.end();
    }
  }

  stop(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.pipe.end();
    // What it says then is nobody's business any more.
    void this.#source.leave().catch(() => {});
  }
}
