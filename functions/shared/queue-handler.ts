import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { type Log, makeLog } from './logger.ts';
import { wireOnce } from './wire-once.ts';

interface QueueFunction<I extends z.ZodType, D> {
  readonly name: string;
  /** What a message must be. One that does not fit fails, and ends in the dead-letter queue, where somebody looks. */
  readonly message: I;
  readonly wire: (log: Log) => D | Promise<D>;
  readonly handle: (message: z.output<I>, deps: D) => Promise<unknown>;
}

/** What SES says when a topic is set up: no event. */
const setUpNotes = ['AmazonSnsSubscriptionSucceeded', 'Successfully validated SNS topic'];

/**
 * A Lambda handler for a queue: works its messages off one by one and says which ones failed, so that only those come
 * again. A message may stand in the envelope that a topic puts around it, or bare.
 */
export function queueHandler<I extends z.ZodType, D>(
  options: QueueFunction<I, D>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const log = makeLog(options.name);
  const deps = wireOnce(() => options.wire(log));
  return middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: 1000 }).handler(
    async (event: SQSEvent): Promise<SQSBatchResponse> => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      for (const { messageId, body } of event.Records) {
        try {
          if (setUpNotes.some((note) => body.includes(note))) continue;
          await options.handle(options.message.parse(unwrap(body)), await deps());
        } catch (error) {
          log.error('Message not worked off', error, { messageId });
          batchItemFailures.push({ itemIdentifier: messageId });
        }
      }
      return { batchItemFailures };
    },
  ) as (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
}

/** @throws SyntaxError the body is not JSON. */
function unwrap(body: string): unknown {
  const outer: unknown = JSON.parse(body);
  const isEnvelope =
    typeof outer === 'object' &&
    outer !== null &&
    'Message' in outer &&
    typeof outer.Message === 'string' &&
    'TopicArn' in outer;
  return isEnvelope ? JSON.parse(outer.Message as string) : outer;
}
