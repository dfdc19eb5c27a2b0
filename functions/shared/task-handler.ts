import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { lambdaHandler, throwWithoutWords } from './lambda-handler.ts';
import type { Log } from './logger.ts';

interface Task<I extends z.ZodType, R, D> {
  readonly name: string;
  /** Checks what the caller sent; a fault here is a broken contract and fails the task. */
  readonly input: I;
  readonly wire: (log: Log) => D | Promise<D>;
  readonly handle: (input: z.output<I>, deps: D) => Promise<R>;
}

/** A Lambda handler for tasks and schedules: checks the input, and fails by throwing, which is what repeats it. */
export function taskHandler<I extends z.ZodType, R, D>({
  name,
  input,
  wire,
  handle,
}: Task<I, R, D>): (event: unknown, context: Context) => Promise<R> {
  return lambdaHandler({
    name,
    wire,
    handle: async (event, deps) => handle(input.parse(event), await deps()),
    onError: throwWithoutWords('Task failed'),
  });
}
