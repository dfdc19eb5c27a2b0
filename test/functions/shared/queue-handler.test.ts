import type { Context, SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { queueHandler } from '../../../functions/shared/queue-handler.ts';
import { printedBy } from '../../support/printed.ts';

const context = { getRemainingTimeInMillis: () => 10_000 } as Context;
const batch = (...bodies: string[]) =>
  ({ Records: bodies.map((body, index) => ({ messageId: `message-${index}`, body })) }) as SQSEvent;

function aQueue(handle: (word: string) => void = () => {}) {
  const seen: string[] = [];
  const handler = queueHandler({
    name: 'test',
    message: z.object({ word: z.string() }),
    wire: (log) => ({ log }),
    handle: async ({ word }) => {
      handle(word);
      seen.push(word);
    },
  });
  return { handler, seen };
}

const failures = async (handler: ReturnType<typeof aQueue>['handler'], event: SQSEvent) =>
  (await handler(event, context)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe('a queue', () => {
  test('is drained message by message, bare or in the envelope of a topic', async () => {
    const { handler, seen } = aQueue();
    const inEnvelope = JSON.stringify({ TopicArn: 'arn', Message: '{"word":"second"}' });
    expect(await failures(handler, batch('{"word":"first"}', inEnvelope))).toEqual([]);
    expect(seen).toEqual(['first', 'second']);
  });

  test('only the messages that failed come again', async () => {
    const { handler, seen } = aQueue((word) => {
      if (word === 'bad') throw new Error('not now');
    });
    const event = batch(
      '{"word":"good"}',
      '{"word":"bad"}',
      'no JSON',
      '{"other":1}',
      '{"word":"also good"}',
    );
    expect(await failures(handler, event)).toEqual(['message-1', 'message-2', 'message-3']);
    expect(seen).toEqual(['good', 'also good']);
  });

  test('a message that only speaks of such a note is handled', async () => {
    const { handler, seen } = aQueue();
    await handler(batch('{"word":"Successfully validated SNS topic"}'), context);
    expect(seen).toEqual(['Successfully validated SNS topic']);
  });

  test('what SES says when a topic is set up is no message', async () => {
    const { handler, seen } = aQueue();
    const note = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(
      await failures(handler, batch(note, '{"notificationType":"AmazonSnsSubscriptionSucceeded"}')),
    ).toEqual([]);
    expect(seen).toEqual([]);
  });
});

describe('whatever fails of a batch', () => {
  const inTopic = (body: string) => JSON.stringify({ TopicArn: 'arn', Message: body });
  const note = '{"notificationType":"AmazonSnsSubscriptionSucceeded"}';

  /** What a message may be, and whether it is handled. The word is its place in the batch. */
  const kinds: Readonly<Record<string, { body: (word: string) => string; calls: boolean; fails: boolean }>> =
    {
      fine: { body: (word) => JSON.stringify({ word }), calls: true, fails: false },
      refused: { body: (word) => JSON.stringify({ word: `refused ${word}` }), calls: true, fails: true },
      // Not everything that is thrown is an error.
      nothing: { body: (word) => JSON.stringify({ word: `nothing ${word}` }), calls: true, fails: true },
      'no JSON': { body: (word) => `no JSON ${word}`, calls: false, fails: true },
      'another shape': { body: (word) => JSON.stringify({ other: word }), calls: false, fails: true },
      note: { body: () => note, calls: false, fails: false },
    };
  const messages = fc.array(
    fc.record({ kind: fc.constantFrom(...Object.values(kinds)), enveloped: fc.boolean() }),
    { maxLength: 10 },
  );

  test('exactly that is reported, in order, and each message has its turn when the one before is done', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (sent) => {
        const steps: string[] = [];
        const handler = queueHandler({
          name: 'test',
          message: z.object({ word: z.string() }),
          wire: () => ({}),
          handle: async ({ word }) => {
            steps.push(`begin ${word}`);
            await new Promise((soon) => setImmediate(soon));
            steps.push(`end ${word}`);
            if (word.startsWith('refused')) throw new Error('not now');
            if (word.startsWith('nothing')) throw undefined;
          },
        });
        const bodies = sent.map(({ kind, enveloped }, index) => {
          const body = kind.body(`${index}`);
          return enveloped ? inTopic(body) : body;
        });
        let reported: readonly string[] = [];
        await printedBy(async () => {
          reported = await failures(handler, batch(...bodies));
        });
        const of = (is: (kind: (typeof kinds)[string]) => boolean) =>
          sent.flatMap(({ kind }, index) => (is(kind) ? [index] : []));
        expect(reported).toEqual(of(({ fails }) => fails).map((index) => `message-${index}`));
        expect(steps.map((step) => step.replace(/(refused|nothing) /, ''))).toEqual(
          of(({ calls }) => calls).flatMap((index) => [`begin ${index}`, `end ${index}`]),
        );
      }),
    );
  });

  test('all of it too: the call itself has not failed', async () => {
    const { handler } = aQueue(() => {
      throw new Error('not now');
    });
    expect(await failures(handler, batch('{"word":"a"}', '{"word":"b"}'))).toEqual([
      'message-0',
      'message-1',
    ]);
  });

  test('is not reported again by the next call', async () => {
    const { handler } = aQueue((word) => {
      if (word === 'bad') throw new Error('not now');
    });
    const both = await Promise.all([
      failures(handler, batch('{"word":"bad"}', '{"word":"good"}')),
      failures(handler, batch('{"word":"good"}', '{"word":"bad"}')),
    ]);
    expect(both).toEqual([['message-0'], ['message-1']]);
    expect(await failures(handler, batch('{"word":"good"}'))).toEqual([]);
  });

  test('for want of wiring comes again as well, and the next message tries to wire', async () => {
    const wire = vi
      .fn(() => ({}))
      .mockImplementationOnce(() => {
        throw new Error('no secret');
      });
    const handler = queueHandler({ name: 'test', message: z.unknown(), wire, handle: async () => {} });
    expect(await failures(handler, batch('1', '2', '3'))).toEqual(['message-0']);
    expect(wire).toHaveBeenCalledTimes(2);
  });

  test('because time is up comes again whole', async () => {
    const handler = queueHandler({
      name: 'test',
      message: z.unknown(),
      wire: () => ({}),
      handle: () => new Promise(() => {}),
    });
    const nearlyOver = { getRemainingTimeInMillis: () => 1_010 } as Context;
    const running = printedBy(() => handler(batch('1'), nearlyOver));
    await expect(running).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
