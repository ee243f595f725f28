import { argumentError } from './errors.js';

/** From which level a logger hears. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'off';

/** What a logger has: `console` is one, and so are most others. */
export interface Logger {
  /** Something failed for good. */
  error(message: string, fields?: object): void;
  /** Something is not as it should be. */
  warn(message: string, fields?: object): void;
  /** A call is over. */
  info(message: string, fields?: object): void;
  /** An attempt failed, a wait begins. */
  debug(message: string, fields?: object): void;
}

const LEVELS: readonly string[] = ['error', 'warn', 'info', 'debug', 'off'] satisfies LogLevel[];

const loggers = new Map<number, Logger>();
let last = 0;

/** The level asked for, by argument or by `QODER_LOG`; none when nobody wants to hear. */
export function levelOf(level: LogLevel | undefined, logger: Logger | undefined): LogLevel | undefined {
  const wanted = level ?? (process.env.QODER_LOG || undefined)?.toLowerCase() ?? (logger ? 'info' : 'off');
  if (!LEVELS.includes(wanted)) {
    throw argumentError(`\`logLevel\` (or QODER_LOG) must be one of ${LEVELS.join(', ')}, not ${wanted}`);
  }
  return wanted === 'off' ? undefined : (wanted as LogLevel);
}

/** Registers a logger; the number stands for it in client options. */
export function addLogger(logger: Logger): number {
  last += 1;
  loggers.set(last, logger);
  return last;
}

export function dropLogger(number: number): void {
  loggers.delete(number);
}

/** Hands a record of the native half to its logger. */
export function hear(number: number, text: string): void {
  const logger = loggers.get(number);
  if (logger === undefined) return;
  const { level, message, fields } = JSON.parse(text) as { level: string; message: string; fields: object };
  const at = level === 'trace' ? 'debug' : (level as Exclude<LogLevel, 'off'>);
  logger[at](`qoder-cloud: ${message}`, fields);
}

/** Where records go when `QODER_LOG` is set and no logger is given: standard error, as it is not the program's output. */
export const standardError: Logger = {
  error: (message, fields) => write('error', message, fields),
  warn: (message, fields) => write('warn', message, fields),
  info: (message, fields) => write('info', message, fields),
  debug: (message, fields) => write('debug', message, fields),
};

function write(level: string, message: string, fields: object | undefined): void {
  process.stderr.write(`${level} ${message} ${JSON.stringify(fields)}\n`);
}
