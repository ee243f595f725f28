import { argumentError, KnownError } from './errors.js';
import type { Logger } from './logger.js';
import { written } from './procedure.js';
import type { CustomTool } from './types/agents.js';
import type { ToolCallKind } from './types/turns.js';

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/** A schema of any library that follows the Standard Schema: zod, Valibot, ArkType and others. */
export interface StandardSchema<Input = unknown, Output = Input> {
  /** What the standard asks of a schema. */
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Validation<Output> | Promise<Validation<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly jsonSchema?: { readonly input: (options: { target: string }) => JsonSchema };
  };
}

/** What checking a value gives. */
type Validation<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** A tool that the agent wants to use. */
export interface ToolRequest {
  /** The event that asks for it. */
  id: string;
  /** Whose tool it is. */
  kind: ToolCallKind;
  /** Name of the tool. */
  name: string;
  /** Its arguments. */
  input: Record<string, unknown>;
  /** The session of the agent. */
  session_id: string;
  /** The thread that asks, when it is not the main one. */
  session_thread_id?: string;
}

/** What a tool may know of its call besides the arguments. */
export interface ToolContext extends ToolRequest {
  /** Fires when the turn is over, or given up: the result is not wanted any more. */
  signal: AbortSignal;
}

/** What a handler of permission requests says: whether the tool may be used, or why not. */
export type PermissionDecision = boolean | { deny: string };

/** A tool or a handler of permission requests that threw. */
export interface ToolFailure {
  /** What the agent wanted. */
  request: ToolRequest;
  /** What was thrown. */
  error: unknown;
}

/** Thrown by a tool to tell the agent what went wrong, in these words; of any other error it learns only the class. */
export class ToolError extends KnownError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ToolError';
  }
}

/** What a tool is made of, see {@link tool}. */
export interface ToolOptions<Schema, Input> {
  /** Unique among the tools of an agent: letters, digits, `_` and `-`. */
  name: string;
  /** Tells the model when to use it. */
  description: string;
  /** What the arguments must be: a Standard Schema (zod and others), or a JSON Schema. */
  input: Schema;
  /** The JSON Schema for the agent, where the library of a Standard Schema cannot tell it. */
  inputSchema?: JsonSchema;
  /**
   * Does the work. A string is a text for the agent, content blocks are taken as they are, anything else is told as
   * JSON. May be asynchronous.
   */
  run(input: Input, context: ToolContext): unknown;
}

/** A custom tool of this program; made by {@link tool}. */
export class FunctionTool<Input = unknown> {
  readonly #options: ToolOptions<JsonSchema | StandardSchema, Input>;

  /** @internal */
  constructor(options: ToolOptions<JsonSchema | StandardSchema, Input>) {
    this.#options = options;
  }

  /** Its name. */
  get name(): string {
    return this.#options.name;
  }

  /**
   * What agents are told of it, for `client.agents.create({ tools: [weather.definition] })`.
   *
   * @throws {@link QoderError} when neither the schema's library nor `inputSchema` tells the JSON Schema.
   */
  get definition(): CustomTool {
    const { name, description, input, inputSchema } = this.#options;
    const schema = inputSchema ?? (isStandard(input) ? input['~standard'].jsonSchema?.input(DRAFT) : input);
    if (schema === undefined) {
      throw argumentError(
        `tool ${name}: its schema does not tell its JSON Schema; give that as \`inputSchema\` beside it`,
      );
    }
    return { type: 'custom', name, description, input_schema: schema };
  }

  /** Does what the tool does, without checking the arguments. */
  run(input: Input, context: ToolContext): unknown {
    return this.#options.run(input, context);
  }

  /** As the core takes it: with the schema if the core is to check the arguments. @internal */
  get offer(): object {
    const { name, input } = this.#options;
    return isStandard(input) ? { name } : { name, input_schema: input };
  }

  /** Checks the arguments and does the work. @internal */
  async call(context: ToolContext): Promise<unknown> {
    const { input } = this.#options;
    if (!isStandard(input)) return this.run(context.input as Input, context);
    const checked = await input['~standard'].validate(context.input);
    if (checked.issues) {
      throw new ToolError(
        `The arguments do not fit the tool's schema: ${checked.issues.map(told).join('; ')}`,
      );
    }
    return this.run(checked.value as Input, context);
  }
}

const DRAFT = { target: 'draft-2020-12' };

const isStandard = (schema: JsonSchema | StandardSchema): schema is StandardSchema => '~standard' in schema;

function told({ path = [], message }: Issue): string {
  const place = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return place === '' ? message : `\`${place}\`: ${message}`;
}

/**
 * A custom tool: what the agent is told of it, and what this program does when the agent uses it.
 *
 * ```ts
 * const weather = tool({
 *   name: 'weather',
 *   description: 'Tells the weather of a city.',
 *   input: z.object({ city: z.string() }),
 *   run: ({ city }) => `${city}: clear sky`,
 * });
 * const agent = await client.agents.create({ name: 'a', model: 'auto', tools: [weather.definition] });
 * ```
 *
 * Arguments that do not fit the schema are told to the agent and never reach `run`.
 *
 * @throws {@link QoderError} when it has no name, schema or function.
 */
export function tool<Input, Output>(
  options: ToolOptions<StandardSchema<Input, Output>, Output>,
): FunctionTool<Output>;
export function tool<Input = Record<string, unknown>>(
  options: ToolOptions<JsonSchema, Input>,
): FunctionTool<Input>;
export function tool(options: ToolOptions<JsonSchema | StandardSchema, unknown>): FunctionTool {
  const { name, description, input, run } = options;
  if (typeof name !== 'string' || typeof description !== 'string') {
    throw argumentError('a tool has a `name` and a `description`, both strings');
  }
  if (typeof input !== 'object' && typeof input !== 'function') {
    throw argumentError(`tool ${name}: \`input\` must be a JSON Schema or a Standard Schema`);
  }
  if (typeof run !== 'function') throw argumentError(`tool ${name}: \`run\` must be a function`);
  return new FunctionTool(options);
}

/** What a turn may be answered with. */
export interface Answers {
  /** The tools of this program that the agent may use; made by {@link tool}. */
  tools?: readonly FunctionTool[];
  /** Decides whether the agent may use a tool that needs permission. Without it, or when it throws, it may not. */
  onPermission?(request: ToolContext): PermissionDecision | Promise<PermissionDecision>;
}

/** Answers what the agent asks for during turns, and keeps what goes wrong. */
export class Toolbox {
  readonly #tools = new Map<string, FunctionTool>();
  readonly #onPermission: Answers['onPermission'];
  readonly #logger: Logger | undefined;
  readonly failures: ToolFailure[] = [];
  /** As the core takes it. */
  readonly offer: { tools: object[]; permissions: boolean };

  constructor({ tools = [], onPermission }: Answers, logger: Logger | undefined) {
    for (const one of tools) {
      if (!(one instanceof FunctionTool)) throw argumentError('`tools` takes what `tool()` gives');
      this.#tools.set(one.name.toLowerCase(), one);
    }
    this.#onPermission = onPermission;
    this.#logger = logger;
    this.offer = { tools: tools.map((one) => one.offer), permissions: onPermission !== undefined };
  }

  async answer(topic: string, particulars: unknown, signal: AbortSignal): Promise<string> {
    const { index: _index, content: _content, ...request } = particulars as ToolRequest & Bookkeeping;
    const context = { ...request, signal };
    try {
      if (topic === 'permission') return written(decided(await this.#onPermission?.(context)));
      return written(await this.#tools.get(request.name.toLowerCase())?.call(context));
    } catch (error) {
      if (error instanceof ToolError) throw error;
      this.failures.push({ request, error });
      const who = topic === 'permission' ? 'handler of permissions' : `tool ${request.name}`;
      this.#logger?.error(`qoder-cloud: the ${who} failed`, { session_id: request.session_id, error });
      throw new ToolError(`The ${topic === 'permission' ? 'handler' : 'tool'} failed: ${classOf(error)}`);
    }
  }
}

/** What the core says besides the request. */
interface Bookkeeping {
  index?: number;
  content?: unknown;
}

function decided(decision: PermissionDecision | undefined): object {
  if (typeof decision === 'object') return { allow: false, message: decision.deny };
  return { allow: decision === true };
}

const classOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : `a thrown ${typeof error}`;
