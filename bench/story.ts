/** What one lead costs from the form to the order: units of the table, transitions of the state machine, mails. */
import { hmacLinks } from '../adapters/crypto/hmac-links.ts';
import { randomIds } from '../adapters/crypto/random-ids.ts';
import { dynamoContactStore } from '../adapters/dynamodb/contact-store.ts';
import { dynamoLeadStore } from '../adapters/dynamodb/lead-store.ts';
import { dynamoMailLog } from '../adapters/dynamodb/mail-log.ts';
import { dynamoSourceLog } from '../adapters/dynamodb/source-log.ts';
import { memoryMailer } from '../adapters/memory/memory-mailer.ts';
import { memorySubmissionQueue } from '../adapters/memory/memory-submission-queue.ts';
import type { Command } from '../domain/lead/command.ts';
import { laterOf } from '../domain/time/local-time.ts';
import { captureLead } from '../functions/capture-lead/capture-lead.ts';
import { followUpLead } from '../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../functions/shared/change-lead.ts';
import { exampleCompany, noMetrics, silentLog } from './company.ts';
import { withMeteredTable } from './database.ts';
import { report, rounded } from './report.ts';
import { transitionsPerWake, waitingExecutions } from './waiting-executions.ts';

/** What the owner does, and when. In between the workflow does what is due. */
const story: readonly { readonly at: string; readonly command: Command }[] = [
  { at: '2026-11-23T10:30:00.000Z', command: { type: 'note-contact-attempt', reached: false } },
  // The first reminder goes out on Wednesday; the customer calls back on Thursday.
  { at: '2026-11-26T09:00:00.000Z', command: { type: 'note-contact-attempt', reached: true } },
  {
    at: '2026-11-26T15:00:00.000Z',
    command: { type: 'move', to: 'opportunity', facts: { qualified: true, valueCents: 1_200_000 } },
  },
  {
    at: '2026-11-27T09:00:00.000Z',
    command: { type: 'plan-visit', startsAt: '2026-12-02T09:00:00.000Z', durationMinutes: 60 },
  },
  {
    at: '2026-12-03T15:00:00.000Z',
    command: { type: 'move', to: 'quoted', facts: { quotedCents: 1_150_000 } },
  },
  // Two reminders later the customer wants to talk about the price.
  { at: '2026-12-15T09:00:00.000Z', command: { type: 'move', to: 'negotiation' } },
  { at: '2026-12-17T09:00:00.000Z', command: { type: 'move', to: 'won', facts: { finalCents: 1_100_000 } } },
];

const form = JSON.stringify({
  name: 'Erika Muster',
  email: 'erika@example.org',
  phone: '089 1234567',
  message: 'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.',
});

export async function measureStory(): Promise<void> {
  await withMeteredTable(async (table, units) => {
    let now = '2026-11-23T09:00:00.000Z';
    const executions = waitingExecutions();
    let transitions = 0;
    const mailer = memoryMailer();
    const deps = {
      leads: dynamoLeadStore(table),
      contacts: dynamoContactStore(table),
      mailLog: dynamoMailLog(table),
      mailer,
      links: hmacLinks({
        baseUrl: 'https://bench.example',
        keys: { current: { id: '1', secret: 'x'.repeat(64) } },
      }),
      ids: randomIds(),
      sources: dynamoSourceLog(table),
      submissions: memorySubmissionQueue(),
      replyAddresses: undefined,
      clock: { now: () => now },
      company: exampleCompany(),
      metrics: noMetrics,
      log: silentLog,
      workflow: {
        begin: async (leadId: string, generation: number) => {
          executions.begin({ leadId, generation, dueAt: now });
        },
        end: async (leadId: string, generation: number) => {
          executions.end({ leadId, generation });
        },
      },
    };
    const workUntil = async (moment: string) => {
      for (;;) {
        const next = executions.next(moment);
        if (!next) return;
        const { dueAt, ...input } = next;
        now = laterOf(now, dueAt);
        transitions += transitionsPerWake;
        executions.goesOn(await followUpLead(input, deps));
      }
    };

    const response = await captureLead(
      {
        method: 'POST',
        path: '/leads',
        pathParameters: {},
        query: new URLSearchParams(),
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(form),
      },
      deps,
    );
    const { id } = JSON.parse(response.body) as { id: string };
    const captured = { ...units };
    for (const { at, command } of story) {
      await workUntil(at);
      now = at;
      const change = await changeLead(deps, id, command, { by: 'owner' });
      if (change.outcome !== 'changed')
        throw new Error(`The story ends at ${command.type}: ${change.outcome}`);
    }
    await workUntil('2027-01-31T00:00:00.000Z');

    report('One lead from the form to the order', [
      { figure: 'write units of the capture, without the index', value: rounded(captured.write, 1) },
      { figure: 'write units, without the index', value: rounded(units.write, 1) },
      { figure: 'read units', value: rounded(units.read, 1) },
      { figure: 'state transitions', value: transitions },
      { figure: 'mails', value: mailer.sent.length },
    ]);
  });
}
