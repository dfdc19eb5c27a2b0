import { Logger } from '@aws-lambda-powertools/logger';
import { NamedError, ServiceFailedError } from '../../domain/ports/errors.ts';
import { isServiceFault } from './service-fault.ts';
import { inSources } from './source-frames.ts';

/** Ids, counts and names of things; never names, addresses or text of people. */
type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  /** Logs the error's name and stack frames; its message only if it is ours: others may quote what a person typed. */
  error(message: string, error: unknown, facts?: LogFacts): void;
}

/** Structured JSON logs, one line per entry. */
export function makeLog(service: string): Log {
  let made: Logger | undefined;
  // With the first line: a page that is shown as it should be has none to write.
  const logger = () => {
    made ??= new Logger({ serviceName: service });
    return made;
  };
  return {
    info: (message, facts) => logger().info(message, { ...facts }),
    warn: (message, facts) => logger().warn(message, { ...facts }),
    error: (message, error, facts) => logger().error(message, { ...facts, ...describeError(error) }),
  };
}

interface ErrorFacts {
  readonly errorName: string;
  readonly errorFrames: string;
  /** Only of errors whose words are ours. */
  readonly errorMessage?: string;
}

/** The name and the frames of an error; its message only if it is one of ours, which quote nobody. */
export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { errorName: typeof error, errorFrames: '' };
  return {
    errorName: error.name,
    errorFrames: readFrames(error),
    ...(error instanceof NamedError && { errorMessage: error.message }),
  };
}

/**
 * What may be thrown on to whoever called the function: Lambda writes the message of a thrown error into the log, and
 * Step Functions into its history.
 */
export function withoutWords(error: unknown): Error {
  if (error instanceof NamedError) return error;
  const { errorName, errorFrames } = describeError(error);
  const bare = isServiceFault(error)
    ? new ServiceFailedError('A service failed or could not be reached')
    : new Error('Its message is not kept: it may quote what a person typed');
  if (!(bare instanceof NamedError)) bare.name = errorName;
  bare.stack = `${errorName}\n${errorFrames}`;
  return bare;
}

/** Frames as V8 writes them, with a position at the end. */
const frame = /^ {4}at .*(:\d+:\d+|<anonymous>|native)\)?$/;

/** The frames stand below the message, which may have several lines, and a line of it may begin like a frame. */
function readFrames({ stack = '', message }: Error): string {
  const lines = stack.replace(message, '').split('\n');
  const above = lines.findLastIndex((line) => !frame.test(line));
  return inSources(lines.slice(above + 1).join('\n'));
}
