/** The promise, under any sequence of faults, over the real adapter of the table. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomIds } from '../../../adapters/crypto/random-ids.ts';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../../adapters/dynamodb/table.ts';
import { memoryMailFiles } from '../../../adapters/memory/memory-mail-files.ts';
import { memorySubmissionQueue } from '../../../adapters/memory/memory-submission-queue.ts';
import { memoryWorkflow } from '../../../adapters/memory/memory-workflow.ts';
import { tableIntakeLog } from '../../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { tableLimits } from '../../../adapters/table/limits.ts';
import type { CapturedSubmission } from '../../../domain/capture/captured-submission.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { aFormPost } from '../../support/a-request.ts';
import { memoryMetrics, silentLog } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { startDynalite, type TestDatabase } from '../../support/dynalite.ts';
import { aFormJudge } from '../../support/own-form.ts';

let database: TestDatabase;
let tableName: string;
beforeAll(async () => {
  database = await startDynalite();
  ({ tableName } = await database.createTable());
});
afterAll(() => database.close());

/** What happens to one call: it works, does not get there, or gets there and its answer does not come back. */
const fates = ['works', 'is lost', 'is not answered'] as const;
type Fate = (typeof fates)[number];

async function under<T>(fate: Fate, call: () => Promise<T>): Promise<T> {
  if (fate === 'is lost') throw new Error('It is down');
  const result = await call();
  if (fate === 'is not answered') throw new Error('It does not answer');
  return result;
}

/** A table whose next calls have these fates; after them all works. */
function troubledTable(endpoint: string): { client: DynamoDBClient; next: (fates: readonly Fate[]) => void } {
  const client = dynamoClient({ endpoint });
  let coming: Fate[] = [];
  client.middlewareStack.add((next) => (args) => under(coming.shift() ?? 'works', () => next(args)), {
    step: 'initialize',
  });
  return {
    client,
    next: (fatesOfCalls) => {
      coming = [...fatesOfCalls];
    },
  };
}

interface Sending {
  readonly do: 'send';
  readonly visitor: number;
  readonly table: readonly Fate[];
  readonly queue: Fate;
}
interface Delivery {
  readonly do: 'deliver';
  /** Which of the messages that wait. */
  readonly place: number;
  readonly table: readonly Fate[];
  /** SQS delivers at least once. */
  readonly again: boolean;
}

const visitors = 3;
const mostlyDown = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>('works') },
  { weight: 2, arbitrary: fc.constantFrom<Fate>('is lost', 'is not answered') },
);
const table = fc.array(mostlyDown, { maxLength: 7 });
/** It may die at each of its calls, the last of which notes the number that was told. */
const drained = fc.oneof(
  table,
  fc
    .tuple(fc.nat(14), fc.constantFrom<Fate>('is lost', 'is not answered'))
    .map(([calls, last]) => [...Array.from({ length: calls }, () => 'works' as const), last]),
);
const sending = fc.record<Sending>({
  do: fc.constant('send'),
  visitor: fc.nat(visitors - 1),
  table,
  queue: mostlyDown,
});
const delivery = fc.record<Delivery>({
  do: fc.constant('deliver'),
  place: fc.nat(9),
  table: drained,
  again: fc.boolean(),
});
const story = fc.array(fc.oneof({ weight: 2, arbitrary: sending }, delivery), {
  minLength: 1,
  maxLength: 14,
});

const begin = Date.parse('2026-11-23T09:00:00.000Z');
const momentAfter = (seconds: number) => new Date(begin + seconds * 1000).toISOString();
let stories = 0;

test('whoever was told that a request is there finds it as one lead under each number he was told, and whoever was not has the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.array(fc.boolean(), { minLength: visitors, maxLength: visitors }),
      async (steps, named) => {
        stories += 1;
        const { client, next } = troubledTable(database.endpoint);
        const queue = memorySubmissionQueue();
        const waiting: CapturedSubmission[] = [];
        const put = async (submission: CapturedSubmission) => {
          await queue.put(submission);
          waiting.push(submission);
        };
        const made: string[] = [];
        let now = momentAfter(0);
        const deps = {
          leads: tableLeadStore(openTable({ client, tableName })),
          limits: tableLimits(openTable({ client, tableName })),
          intake: tableIntakeLog(openTable({ client, tableName })),
          workflow: memoryWorkflow(),
          clock: { now: () => now },
          mailFiles: memoryMailFiles(),
          ids: {
            newLeadId: () => {
              made.push(randomIds().newLeadId());
              return made.at(-1) ?? '';
            },
          },
          ...aFormJudge(),
          company: aCompany(),
          metrics: memoryMetrics(),
          log: silentLog,
        };
        const told: { visitor: number; id: string; at: string }[] = [];
        const tries = Array.from({ length: visitors }, () => 0);

        for (const [at, step] of steps.entries()) {
          next(step.table);
          if (step.do === 'deliver') {
            // Hours later, and between two tries of a visitor: queues know no order.
            now = momentAfter(3600 * (at + 1));
            const place = step.place % Math.max(1, waiting.length);
            const submission = waiting[place];
            if (!submission) continue;
            const done = await storeQueuedSubmission(submission, deps).then(
              () => true,
              () => false,
            );
            if (done && !step.again) waiting.splice(place, 1);
            continue;
          }
          const { visitor } = step;
          // All within the 5 minutes in which the same content is the same request.
          now = momentAfter(visitor + 20 * at);
          tries[visitor] = (tries[visitor] ?? 0) + 1;
          const message = `Bad ${stories} von ${visitor}`;
          const response = await captureLead(
            aFormPost({
              email: `kunde-${visitor}@example.org`,
              message,
              ...(named[visitor] && { submissionId: `${stories}-${visitor}` }),
            }),
            {
              ...deps,
              submissions: { put: (submission) => under(step.queue, () => put(submission)) },
            },
          );
          if (response.status === 200) {
            const id = /<strong>(\w{10})<\/strong>/.exec(response.body)?.[1];
            told.push({ visitor, id: id ?? '', at: now });
          } else {
            expect(response.status).toBe(503);
            expect(response.headers['retry-after']).toBeDefined();
            expect(response.body).toContain(`${message}</textarea>`);
            expect(response.body).toContain(`kunde-${visitor}@example.org`);
          }
        }

        next([]);
        now = momentAfter(14 * 86_400);
        for (const submission of [...queue.all().reverse(), ...queue.all()])
          await storeQueuedSubmission(submission, deps);

        const leads = new Map<string, Lead>();
        for (const id of made) {
          const lead = await deps.leads.load(id);
          if (lead) leads.set(lead.id, lead);
        }
        for (let visitor = 0; visitor < visitors; visitor++) {
          const own = [...leads.values()].filter(
            ({ contact }) => contact.email === `kunde-${visitor}@example.org`,
          );
          const answers = told.filter((one) => one.visitor === visitor);
          expect(own.length).toBeLessThanOrEqual(1);
          if (answers.length > 0) {
            expect(own).toHaveLength(1);
            expect(deps.workflow.begun).toContainEqual({ leadId: own[0]?.id, generation: 1 });
          }
          // By each number: whichever of them he names on the telephone.
          for (const { id } of answers) expect(await deps.leads.load(id)).toEqual(own[0]);
          if (answers.length === 1 && tries[visitor] === 1) {
            expect(own[0]).toMatchObject({ id: answers[0]?.id, capturedAt: answers[0]?.at });
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
