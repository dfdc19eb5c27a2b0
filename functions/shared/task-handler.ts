import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Log, makeLog, withoutWords } from './logger.ts';
import { wireOnce } from './wire-once.ts';

interface Task<I extends z.ZodType, R, D extends { log: Log }> {
  readonly name: string;
  /** Checks what the caller sent; a fault here is a broken contract and fails the task. */
  readonly input: I;
  readonly wire: (log: Log) => D | Promise<D>;
  readonly handle: (input: z.output<I>, deps: D) => Promise<R>;
}

/**
 * A Lambda handler for tasks and schedules: checks the input, wires once, ends 1 s before Lambda would kill it.
 * Errors keep their names on the way out, for they are what the state machine's `Retry` and `Catch` look at, and nothing
 * of what they quote.
 */
export function taskHandler<I extends z.ZodType, R, D extends { log: Log }>(
  task: Task<I, R, D>,
): (event: unknown, context: Context) => Promise<R> {
  const log = makeLog(task.name);
  const deps = wireOnce(() => task.wire(log));
  return middy({ timeoutEarlyInMillis: 1000 }).handler(async (event: unknown): Promise<R> => {
    try {
      return await task.handle(task.input.parse(event), await deps());
    } catch (error) {
      log.error('Task failed', error);
      throw withoutWords(error);
    }
  }) as (event: unknown, context: Context) => Promise<R>;
}
