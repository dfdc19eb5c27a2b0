import { describeError, type Log } from '../functions/shared/logger.ts';

/** Logs for a person at a terminal: only what went wrong. */
export const consoleLog: Log = {
  info: () => undefined,
  warn: (message, facts) => console.warn(`${message} ${JSON.stringify(facts ?? {})}`),
  error: (message, error, facts) => {
    const { errorName, errorFrames } = describeError(error);
    console.error(`${message} ${JSON.stringify(facts ?? {})} ${errorName}\n${errorFrames}`);
  },
};
