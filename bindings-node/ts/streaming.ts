import { Batches } from './batches.js';
import type { Stream } from './binding.js';
import { argumentError } from './errors.js';
import { Head, requestIdOf, undecodable } from './promise.js';
import type { MessageUpdate } from './types/turns.js';

/**
 * A live stream of events. Iterate it once; leaving the loop closes the connection, and so does {@link close}.
 * A few hundred kilobytes are read ahead; beyond them a slow reader slows the server.
 */
export class EventStream<Event> extends Batches<Event> {
  readonly #head: string | undefined;
  #batchEnd: string | undefined;
  #lastEventId: string | undefined;

  /** @internal */
  constructor(native: Stream, head: string | undefined, signal: AbortSignal | null | undefined) {
    super(native, signal);
    this.#head = head;
  }

  /** The id of the last event that was read: give it as `last_event_id` to go on after it. */
  get lastEventId(): string | undefined {
    return newestId(this.taken) ?? this.#lastEventId;
  }

  /** The id under which the server knows the call. */
  get requestId(): string | undefined {
    return requestIdOf(this.#head);
  }

  /** The answer that carries the stream; its body is empty here. */
  get response(): Response {
    return new Head(this.#head).response(null);
  }

  /**
   * How the messages of the agent grow, instead of events: of each content block append `text`, and drop what came
   * before where an update `replaces` it. Messages grow piece by piece on streams opened with
   * `event_deltas: ['agent.message']`, and appear whole on others.
   *
   * @throws {@link QoderError} when events of this stream have been asked for already.
   */
  updates(): EventStream<MessageUpdate> {
    if (!this.native.updates()) {
      throw argumentError('this stream is closed, or is being read already: open another one');
    }
    return this as unknown as EventStream<MessageUpdate>;
  }

  /** The text of the agent's messages as it is written. As {@link updates} otherwise. */
  textDeltas(): AsyncIterableIterator<string> {
    return textOf(this.updates());
  }

  /** The same as {@link close}. */
  abort(): void {
    this.close();
  }

  /** @internal */
  protected override read(json: string, head: string | undefined): Event[] {
    this.#batchEnd = head;
    return decodeList<Event>(json, this.#head);
  }

  /** @internal */
  protected override left(taken: readonly Event[], all: boolean): void {
    this.#lastEventId = (all ? this.#batchEnd : undefined) ?? newestId(taken) ?? this.#lastEventId;
  }
}

/** Events, or updates of messages. */
export function decodeList<Item>(json: string, head?: string): Item[] {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw undecodable(head, json, cause);
  }
}

/** The texts of updates. */
export function textOf(
  updates: AsyncIterableIterator<MessageUpdate, undefined>,
): AsyncIterableIterator<string> {
  return {
    async next() {
      for (;;) {
        const { done, value } = await updates.next();
        if (done) return { done: true, value: undefined };
        if (value.text !== '') return { done: false, value: value.text };
      }
    },
    async return() {
      await updates.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The id of the last frame that has one: an event's own, or that of the event it is a part of. */
function newestId(events: readonly unknown[]): string | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const { id, event_id, event } = events[at] as { id?: string; event_id?: string; event?: { id?: string } };
    const known = id ?? event_id ?? event?.id;
    if (known !== undefined) return known;
  }
  return undefined;
}
