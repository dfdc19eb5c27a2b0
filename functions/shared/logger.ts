import { Logger } from '@aws-lambda-powertools/logger';

/** Ids, counts and names of things; never names, addresses or text of people. */
type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  /** Logs the error's name and stack frames, not its message: messages may quote what a person typed. */
  error(message: string, error: unknown, facts?: LogFacts): void;
}

/** Structured JSON logs, one line per entry. */
export function makeLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, facts) => logger.info(message, { ...facts }),
    warn: (message, facts) => logger.warn(message, { ...facts }),
    error: (message, error, facts) => logger.error(message, { ...facts, ...describeError(error) }),
  };
}

/** The name and the frames of an error, without its message. */
export function describeError(error: unknown): { errorName: string; errorFrames: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, errorFrames: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { errorName: error.name, errorFrames: frames.join('\n') };
}
