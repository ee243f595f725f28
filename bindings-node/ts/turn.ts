import type { Calls } from './calls.js';
import { argumentError, type ErrorInfo, QoderError } from './errors.js';
import { binding } from './load.js';
import { seconds } from './options.js';
import { Procedure, perform } from './procedure.js';
import { textOf } from './streaming.js';
import { type Answers, Toolbox, type ToolFailure } from './tools.js';
import type { MessageBlock } from './types/content.js';
import type {
  AgentArtifactDeliveredEvent,
  DeltaEventType,
  EventParams,
  SessionStreamEvent,
} from './types/events.js';
import type { MessageUpdate, TurnResult as Result } from './types/turns.js';

/** What starts a turn: a text, the blocks of a message, or events as they are sent. */
export type TurnInput = string | readonly (string | MessageBlock)[] | readonly EventParams[];

/** How turns are run. */
export interface TurnOptions extends Answers {
  /** What happens to calls of tools that are not in `tools`: the agent is told (the default), or the turn ends with them. */
  unanswered?: 'refuse' | 'return';
  /** What happens when the session is at work: a {@link ConflictError} (the default), it is waited for, or cancelled. */
  busy?: 'raise' | 'wait' | 'cancel';
  /** How long a turn may take, in milliseconds. Default: no limit. */
  timeout?: number | null;
  /** Whether a turn that is given up is cancelled on the server too. Default: false, but true for many turns. */
  cancelOnAbort?: boolean;
  /** So many tools run at a time. Default: 8. */
  toolConcurrency?: number;
  /** Gives up; what waits rejects with the signal's reason. */
  signal?: AbortSignal | null;
}

/** How one turn is run. */
export interface RunOptions extends TurnOptions {
  /** The events that are shown piece by piece as well. */
  event_deltas?: readonly DeltaEventType[];
}

/** A file that the agent delivered. */
export type Artifact = AgentArtifactDeliveredEvent & {
  /** Downloads it to `path`, whole or not at all; gives its length in bytes. As `client.files.downloadTo`. */
  save(path: string, options?: { signal?: AbortSignal | null }): Promise<number>;
};

/** What came of a turn. */
export type TurnResult = Omit<Result, 'artifacts'> & {
  /** The files it delivered. */
  artifacts: Artifact[];
  /**
   * This result, if the agent came to its own end.
   *
   * @throws {@link TurnError} when the turn stopped for any other reason.
   */
  check(): TurnResult;
};

/** A turn stopped before its end: `check` of {@link TurnResult} throws it. */
export class TurnError extends QoderError {
  /** What came of the turn all the same. */
  readonly result: TurnResult;

  /** @internal */
  constructor(info: ErrorInfo, result: TurnResult) {
    super(info);
    this.result = result;
  }
}

/** Options as the core takes them. */
export function manner(options: TurnOptions & RunOptions): object {
  return {
    unanswered: options.unanswered,
    busy: options.busy,
    timeout: seconds('timeout', options.timeout),
    cancel_on_abort: options.cancelOnAbort,
    tool_concurrency: options.toolConcurrency,
    event_deltas: options.event_deltas,
  };
}

/** Gives a result its methods, out of sight when it is printed. */
export function resultOf(result: Result, calls: Calls): TurnResult {
  for (const artifact of result.artifacts) {
    method(artifact, 'save', (path: string, options?: { signal?: AbortSignal | null }) =>
      downloadTo(calls, artifact.file_id, path, options),
    );
  }
  const whole = method(result, 'check', () => check(whole)) as unknown as TurnResult;
  return whole;
}

function method<T extends object>(target: T, name: string, value: (...args: never[]) => unknown): T {
  return Object.defineProperty(target, name, { value, enumerable: false, configurable: true });
}

function check(result: TurnResult): TurnResult {
  const failure = binding.stopped(result.session_id, result.stop_reason.type);
  if (failure !== null) throw new TurnError(JSON.parse(failure), result);
  return result;
}

/** Downloads a file; its length in bytes. */
export async function downloadTo(
  calls: Calls,
  fileId: string,
  path: string,
  options?: { signal?: AbortSignal | null },
): Promise<number> {
  const done = await perform<{ bytes: number }>(
    calls,
    'files.download_to',
    { file_id: fileId, path },
    options,
  );
  return done.bytes;
}

/** What of a turn is shown while it runs. */
type Shown = 'events' | 'messages' | 'nothing';

/**
 * A turn of a session. Nothing is sent before it is used: await it for its {@link TurnResult}, or iterate it first.
 * It gets on as far as it is read or awaited; a slow reader slows the server.
 *
 * ```ts
 * const turn = client.sessions.run(session.id, 'Hello!');
 * for await (const text of turn.textDeltas()) process.stdout.write(text);
 * const { stop_reason, credits } = await turn;
 * ```
 *
 * Leaving a loop leaves the turn as it is: {@link result} follows it to its end, {@link close} gives it up.
 */
export class Turn implements Promise<TurnResult>, AsyncIterable<SessionStreamEvent>, AsyncDisposable {
  readonly #calls: Calls;
  readonly #args: object;
  readonly #options: RunOptions;
  readonly #toolbox: Toolbox;
  #procedure: Procedure<unknown, Result> | undefined;
  #shown: Shown | undefined;
  /** How many loops are going on over it. */
  #loops = 0;
  #closed = false;
  #result: Promise<TurnResult> | undefined;

  /** @internal */
  constructor(calls: Calls, sessionId: string, input: TurnInput, options: RunOptions = {}) {
    this.#calls = calls;
    this.#options = options;
    this.#toolbox = new Toolbox(options, calls.logger);
    this.#args = { session_id: sessionId, input, ...manner(options), ...this.#toolbox.offer };
  }

  /** What tools and the handler of permissions have thrown so far, apart from {@link ToolError}. */
  get toolErrors(): readonly ToolFailure[] {
    return this.#toolbox.failures;
  }

  /** Follows the turn to its end and gives what came of it; asked again, it gives the same. */
  result(): Promise<TurnResult> {
    this.#result ??= this.#finish();
    return this.#result;
  }

  async #finish(): Promise<TurnResult> {
    const procedure = this.#begin(this.#shown ?? 'nothing');
    return resultOf(await procedure.result(() => this.#loops > 0), this.#calls);
  }

  /** The events of the turn, pieces of messages too if `event_deltas` asks for them. */
  [Symbol.asyncIterator](): AsyncIterableIterator<SessionStreamEvent> {
    return this.#loop<SessionStreamEvent>('events');
  }

  /**
   * How the messages of the agent grow: of each content block append `text`, and drop what came before where an
   * update `replaces` it.
   */
  updates(): AsyncIterableIterator<MessageUpdate> {
    return this.#loop<MessageUpdate>('messages');
  }

  /** The text of the agent's messages as it is written. */
  textDeltas(): AsyncIterableIterator<string> {
    return textOf(this.updates());
  }

  /**
   * Gives the turn up: what waits for it rejects. With `cancelOnAbort` it is cancelled on the server too, and the
   * promise resolves when that is done.
   */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#procedure?.giveUp();
  }

  #loop<Item>(shown: Shown): AsyncIterableIterator<Item, undefined> {
    let going = true;
    this.#loops += 1;
    const leave = async (): Promise<IteratorReturnResult<undefined>> => {
      if (going) this.#loops -= 1;
      going = false;
      return { done: true, value: undefined };
    };
    return {
      next: async () => {
        if (!going) return leave();
        const next = await this.#begin(shown).next();
        return next.done ? leave() : (next as IteratorYieldResult<Item>);
      },
      return: leave,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  #begin(shown: Shown): Procedure<unknown, Result> {
    if (this.#shown !== undefined && this.#shown !== shown) {
      const began = { events: 'its events', messages: 'how messages grow', nothing: 'nothing' }[this.#shown];
      throw argumentError(
        `sessions.run: this turn shows ${began}; iterate it in one way, and before \`result()\``,
      );
    }
    if (this.#closed) throw argumentError('sessions.run: this turn is closed');
    if (this.#procedure === undefined) {
      const deltas = shown === 'messages' ? { event_deltas: ['agent.message'] } : undefined;
      const args = { ...this.#args, ...deltas, show: shown };
      this.#procedure = new Procedure(this.#calls, 'sessions.run', args, {
        signal: this.#options.signal,
        answer: (topic, particulars, over) => this.#toolbox.answer(topic, particulars, over),
      });
      if (this.#options.cancelOnAbort) this.#procedure.cling();
      this.#shown = shown;
    }
    return this.#procedure;
  }

  // biome-ignore lint/suspicious/noThenProperty: a turn is awaited like a call.
  then<A = TurnResult, B = never>(
    onFulfilled?: ((value: TurnResult) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.result().then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<TurnResult | B> {
    return this.result().catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<TurnResult> {
    return this.result().finally(onFinally);
  }

  get [Symbol.toStringTag](): string {
    return 'Turn';
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
