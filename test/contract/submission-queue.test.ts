import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { memorySubmissionQueue } from '../../adapters/memory/memory-submission-queue.ts';
import { sqsSubmissionQueue } from '../../adapters/sqs/submission-queue.ts';
import { capturedSubmissionSchema } from '../../domain/capture/captured-submission.ts';
import { trackActivity } from '../../local/clock/activity.ts';
import { openSubmissionSpool } from '../../local/data/submission-spool.ts';
import { silentLog } from '../support/a-world.ts';
import { aQueue } from '../support/queue.ts';
import { submissionQueueContract } from './submission-queue.contract.ts';

submissionQueueContract('memory', () => {
  const queue = memorySubmissionQueue();
  return { queue, inside: queue.all };
});

const folder = mkdtempSync(join(tmpdir(), 'submissions-'));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;
submissionQueueContract('a folder', () => {
  const queue = openSubmissionSpool({
    folder: join(folder, String(++folders)),
    store: async () => undefined,
    activity: trackActivity(),
    ready: new Promise(() => undefined),
    log: silentLog,
  });
  return { queue, inside: queue.waiting };
});

submissionQueueContract('SQS', () => {
  const { client, bodies } = aQueue();
  return {
    queue: sqsSubmissionQueue({ client, queueUrl: 'https://sqs.example/submissions' }),
    inside: () => bodies.map((body) => capturedSubmissionSchema.parse(JSON.parse(body))),
  };
});
