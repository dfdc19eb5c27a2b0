import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { taskHandler } from '../../../functions/shared/task-handler.ts';
import { printedBy } from '../../support/printed.ts';

const context = { getRemainingTimeInMillis: () => 20_000 } as Context;
const nearlyOver = { getRemainingTimeInMillis: () => 1_010 } as Context;

interface Parts {
  readonly wire: () => object | Promise<object>;
  readonly handle: (input: { leadId: string }) => Promise<unknown>;
}

const aTask = ({ wire = () => ({}), handle = async () => undefined }: Partial<Parts> = {}) =>
  taskHandler({ name: 'test', input: z.object({ leadId: z.string() }), wire, handle });

const input = { leadId: '7K2M9QX4TD' };

/** What Lambda gets to see of a failed call, and writes into its log and into Step Functions' history. */
async function thrownBy(running: () => Promise<unknown>) {
  let thrown: unknown;
  const lines = await printedBy(async () => {
    thrown = await running().then(
      () => expect.fail('did not fail'),
      (error: unknown) => error,
    );
  });
  if (!(thrown instanceof Error)) throw new Error('Not even an error');
  return { thrown, lines: lines.map((line) => JSON.parse(line)) };
}

describe('a task', () => {
  test('gets its input checked and says what came of it', async () => {
    const task = aTask({ handle: async ({ leadId }) => ({ done: leadId }) });
    expect(await task({ ...input, more: 1 }, context)).toEqual({ done: input.leadId });
    expect(await aTask()(input, context)).toBeUndefined();
  });

  test('that is called wrongly fails before it does anything', async () => {
    const handle = vi.fn<Parts['handle']>();
    const { thrown, lines } = await thrownBy(() => aTask({ handle })({ leadId: 7 }, context));
    expect(thrown.name).toBe('ZodError');
    expect(handle).not.toHaveBeenCalled();
    expect(lines).toEqual([expect.objectContaining({ message: 'Task failed', errorName: 'ZodError' })]);
  });

  test('throws our own errors as they are: the state machine knows them by name', async () => {
    const refused = new MailRefusedError('SES, Throttling');
    const task = aTask({ handle: () => Promise.reject(refused) });
    const { thrown } = await thrownBy(() => task(input, context));
    expect(thrown).toBe(refused);
  });

  test('throws others by their names, without what they quote, in whatever place', async () => {
    const quoting = Object.assign(new Error('erika@example.de'), { name: 'AccessDeniedException' });
    const task = aTask({ handle: () => Promise.reject(quoting) });
    const { thrown } = await thrownBy(() => task(input, context));
    expect(thrown.name).toBe('AccessDeniedException');
    expect(thrown.stack).toContain('task-handler.test.ts');
    const everything = [thrown.message, thrown.stack, thrown.cause, JSON.stringify(thrown)];
    expect(everything.join('\n')).not.toContain('erika');
    // As middy calls the cause.
    expect(thrown).not.toHaveProperty('originalError');
  });

  test('that never ends is ended by a name that the state machine tries again', async () => {
    const task = aTask({ handle: () => new Promise(() => {}) });
    const { thrown, lines } = await thrownBy(() => task(input, nearlyOver));
    expect(thrown.name).toBe('TimeoutError');
    expect(lines).toEqual([expect.objectContaining({ level: 'ERROR', errorName: 'TimeoutError' })]);
  });

  test('whose wiring never ends is ended too', async () => {
    const task = aTask({ wire: () => new Promise(() => {}) });
    expect((await thrownBy(() => task(input, nearlyOver))).thrown.name).toBe('TimeoutError');
  });
});

describe('wiring', () => {
  const wire = vi.fn<() => Promise<object>>();
  beforeEach(() => wire.mockReset());

  test('happens once, for calls at the same time too', async () => {
    wire.mockResolvedValue({});
    const task = aTask({ wire });
    await Promise.all([task(input, context), task(input, context)]);
    await task(input, context);
    expect(wire).toHaveBeenCalledTimes(1);
  });

  test('that failed is tried again, and all who waited for it have failed', async () => {
    wire.mockRejectedValueOnce(new Error('no secret')).mockResolvedValue({});
    const task = aTask({ wire });
    const { thrown } = await thrownBy(async () => {
      const [first, second] = await Promise.allSettled([task(input, context), task(input, context)]);
      expect(first.status).toBe('rejected');
      if (second.status === 'rejected') throw second.reason;
    });
    expect(thrown.name).toBe('Error');
    await task(input, context);
    await task(input, context);
    expect(wire).toHaveBeenCalledTimes(2);
  });
});
