/** The frame of functions that drain a queue. */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { jsonText } from './json-text.ts';
import { lambdaHandler, throwWithoutWords } from './lambda-handler.ts';
import { type Log, withoutWords } from './logger.ts';

interface QueueFunction<I extends z.ZodType, D> {
  readonly name: string;
  /** What a message must be. One that does not fit fails, and ends in the dead-letter queue, where somebody looks. */
  readonly message: I;
  readonly wire: (log: Log) => D | Promise<D>;
  readonly handle: (message: z.output<I>, deps: D) => Promise<unknown>;
}

/**
 * A Lambda handler for a queue: handles its messages one by one and says which ones failed, so that only those come
 * again. A message may stand in the envelope that a topic puts around it, or bare.
 */
export function queueHandler<I extends z.ZodType, D>({
  name,
  message,
  wire,
  handle,
}: QueueFunction<I, D>): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return lambdaHandler({
    name,
    wire,
    handle: (event, deps, log) => {
      const handleRecord = async ({ messageId, body }: SQSRecord) => {
        try {
          const text = withoutEnvelope(body);
          if (!isSetUpNote(text)) await handle(message.parse(JSON.parse(text)), await deps());
        } catch (error) {
          log.error('Message not handled', error, { messageId });
          // The processor reads the message of whatever is thrown, and keeps it.
          throw withoutWords(error);
        }
      };
      // A processor keeps the messages of its call, so each call has its own.
      return processPartialResponse(event, handleRecord, new BatchProcessor(EventType.SQS), {
        processInParallel: false,
        // If all fail, all are named, and come again as they would by an error. The error would also count as a failed run,
        // and one message that fails for good is a batch in which all fail: that one is the dead-letter queue's alarm.
        throwOnFullBatchFailure: false,
      });
    },
    onError: throwWithoutWords('Messages not handled'),
  });
}

const envelope = jsonText.pipe(z.object({ TopicArn: z.string(), Message: z.string() }));

/** The message without the envelope that a topic puts around it. */
function withoutEnvelope(body: string): string {
  const outer = envelope.safeParse(body);
  return outer.success ? outer.data.Message : body;
}

/** What SES says when a topic is set up: no event. Only as the whole message; a mail may say anything. */
function isSetUpNote(text: string): boolean {
  return (
    text.startsWith('Successfully validated SNS topic') ||
    /^\s*\{\s*"notificationType"\s*:\s*"AmazonSnsSubscriptionSucceeded"/.test(text)
  );
}
