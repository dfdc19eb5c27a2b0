import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { queueHandler } from '../../../functions/shared/queue-handler.ts';

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
  test('is worked off message by message, bare or in the envelope of a topic', async () => {
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

  test('a message that only speaks of such a note is worked off', async () => {
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
