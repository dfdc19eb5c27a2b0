/** The frame of every function, and the only place that knows middy. */
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Log, makeLog, withoutWords } from './logger.ts';
import { wireOnce } from './wire-once.ts';

/** So long before Lambda would end a function it ends by itself: enough for a line in the log and an answer. */
const earlyMillis = 1_000;

/**
 * What becomes of an error that nobody handled, `TimeoutError` included: an answer, if one is returned; or else what
 * stands in `request.error` is thrown on.
 */
type ErrorPolicy<E, R> = (log: Log) => middy.MiddlewareFn<E, R>;

interface LambdaFunction<E, R, D> {
  readonly name: string;
  readonly wire: (log: Log) => D | Promise<D>;
  /** Asks for its dependencies itself: wiring may take as long as a secret takes, and the time limit is for both. */
  readonly handle: (event: E, deps: () => Promise<D>, log: Log) => Promise<R>;
  readonly onError: ErrorPolicy<E, R>;
}

/** A Lambda handler that wires once, ends 1 s before Lambda would kill it, and treats errors by its policy. */
export function lambdaHandler<E, R, D>(
  options: LambdaFunction<E, R, D>,
): (event: E, context: Context) => Promise<R> {
  const log = makeLog(options.name);
  const deps = wireOnce(() => options.wire(log));
  const handle = (event: E) => options.handle(event, deps, log);
  return middy<E, R>(handle, { timeoutEarlyInMillis: earlyMillis }).onError(options.onError(log));
}

/**
 * The policy of what no person waits for: the error is logged and thrown on, so that the call has failed for whoever made
 * it. It keeps its name, for that is what the state machine's `Retry` and `Catch` look at, and nothing of what it quotes.
 * It is replaced, not thrown from here: middy would hang the one that it replaces to it as its cause.
 */
export const throwWithoutWords =
  (message: string) =>
  (log: Log) =>
  (request: { error: unknown }): void => {
    log.error(message, request.error);
    request.error = withoutWords(request.error);
  };
