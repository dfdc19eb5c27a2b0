/** The frame of functions that work off a queue. */
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
          if (isSetUpNote(body)) continue;
          await options.handle(options.message.parse(JSON.parse(textOf(body))), await deps());
        } catch (error) {
          log.error('Message not worked off', error, { messageId });
          batchItemFailures.push({ itemIdentifier: messageId });
        }
      }
      return { batchItemFailures };
    },
  ) as (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
}

/** The message without the envelope that a topic puts around it. */
function textOf(body: string): string {
  if (!body.startsWith('{')) return body;
  const outer: unknown = JSON.parse(body);
  const isEnvelope =
    typeof outer === 'object' &&
    outer !== null &&
    'TopicArn' in outer &&
    'Message' in outer &&
    typeof outer.Message === 'string';
  return isEnvelope ? (outer.Message as string) : body;
}

/** What SES says when a topic is set up: no event. Only as the whole message; a mail may say anything. */
function isSetUpNote(body: string): boolean {
  const text = isJson(body) ? textOf(body) : body;
  return (
    text.startsWith('Successfully validated SNS topic') ||
    /^\s*\{\s*"notificationType"\s*:\s*"AmazonSnsSubscriptionSucceeded"/.test(text)
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
