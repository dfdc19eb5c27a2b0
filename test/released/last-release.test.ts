import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { documentClient, openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import { stateName, timedStages } from '../../domain/lead/stages.ts';
import { followUpLead } from '../../functions/follow-up-lead/follow-up-lead.ts';
import { trackActivity } from '../../local/clock/activity.ts';
import { localClock } from '../../local/clock/clock.ts';
import { type Json, localWorkflow } from '../../local/clock/workflow.ts';
import { type TaskInput, taskInput, taskOutput } from '../../statemachine/contract.ts';
import { aLeadIn, monday10, when } from '../support/a-walk.ts';
import { aWorld, type World } from '../support/a-world.ts';
import { startDynalite, type TestDatabase, type TestTable } from '../support/dynalite.ts';
import {
  crowdedLeadId,
  digestDate,
  person,
  type Release,
  resourcesOfToday,
  restored,
  spamId,
} from './a-release.ts';

/** Kept by `npm run keep-release` when a version was released; see docs/runbook.md. */
const last = JSON.parse(
  readFileSync(new URL('../fixtures/last-release.json', import.meta.url), 'utf8'),
) as Release;

describe('executions that wait in the last released definition', () => {
  const clocks: { stop(): void }[] = [];
  afterEach(() => {
    for (const clock of clocks.splice(0)) clock.stop();
  });

  /** The released definition with the functions of today, beginning on Monday at 10:00. */
  function anOldWorkflow(world: World) {
    const activity = trackActivity();
    const clock = localClock({ startMs: Date.parse(monday10), quiet: activity.quiet, keepOffset: () => {} });
    clocks.push(clock);
    const faults: string[] = [];
    const workflow = localWorkflow({
      definition: last.definition,
      task: async (input) => {
        const deps = { ...world, clock: { now: clock.now } };
        return taskOutput.parse(await followUpLead(taskInput.parse(input), deps)) as Json;
      },
      clock,
      activity,
      concurrency: () => 4,
      ready: Promise.resolve(),
      onFailure: ({ name, state }, fault) => faults.push(`${name} ${state} ${fault}`),
    });
    return { workflow, clock, faults };
  }

  /** Long enough for the last mail of the stage's cadence; an alarm rings every quarter of an hour. */
  const days = (stage: Stage) => (stage === 'service' ? 2 : 120);
  /** An unqualified lead sleeps without an execution until its day. */
  const aWaitingLeadIn = (stage: Stage) =>
    stage === 'unqualified'
      ? when(aLeadIn(stage), { type: 'wake' }, { by: 'system', now: '2027-03-01T09:00:00.000Z' }).lead
      : aLeadIn(stage);
  const releasedStages = timedStages.filter((stage) => stateName(stage) in last.definition.States);

  test.each(releasedStages)('follow up a lead in stage %s, and end when it is closed', async (stage) => {
    const lead = aWaitingLeadIn(stage);
    const world = await aWorld({ leads: [lead] });
    const { workflow, clock, faults } = anOldWorkflow(world);
    await workflow.begin(lead.id, lead.generation);
    await clock.move((now) => now + days(stage) * 86_400_000);
    expect(faults).toEqual([]);
    // A mail of its own, or one of those that go out together.
    expect(world.mailer.sent.length + (await world.dueChases.list()).length).toBeGreaterThan(0);
    expect(workflow.executions()).toEqual([
      expect.objectContaining({ status: 'RUNNING', state: stateName(stage) }),
    ]);

    const { generation: _, ...closed } = aLeadIn('won');
    const stored = await world.leads.load(lead.id);
    if (!stored) throw new Error('The lead is gone');
    await world.leads.save({ ...closed, generation: lead.generation, version: stored.version, id: lead.id });
    await clock.move((now) => now + 400 * 86_400_000);
    expect(workflow.executions()).toEqual([
      expect.objectContaining({ status: 'SUCCEEDED', state: 'Closed' }),
    ]);
  });

  test('end by themselves when a newer generation runs', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [{ ...lead, generation: lead.generation + 1 }] });
    const { workflow, clock, faults } = anOldWorkflow(world);
    await workflow.begin(lead.id, lead.generation);
    await clock.move((now) => now + 1000);
    expect(workflow.executions()).toEqual([
      expect.objectContaining({ status: 'SUCCEEDED', state: 'Superseded' }),
    ]);
    expect(faults).toEqual([]);
  });

  test('call the function of today with what it understands', () => {
    const input: TaskInput = { leadId: '7K2M9QX4TD', generation: 1 };
    for (const state of Object.values(last.definition.States)) {
      if (state.Type !== 'Task') continue;
      const given = Object.fromEntries(
        Object.entries(state.Parameters).map(([name, path]) => [
          name.replace(/\.\$$/, ''),
          input[path.replace('$.', '') as keyof TaskInput],
        ]),
      );
      expect(taskInput.parse(given)).toEqual(input);
    }
  });
});

describe('resources that hold something', () => {
  test('have the logical ids of the last release, and nothing that would replace them changed', () => {
    expect(resourcesOfToday()).toMatchObject(last.resources);
  });
});

describe('items that the last release wrote', () => {
  let database: TestDatabase;
  let table: TestTable;
  beforeAll(async () => {
    database = await startDynalite();
    table = await database.createTable();
    const documents = documentClient(table.client);
    for (const item of last.items) {
      await documents.send(new PutCommand({ TableName: table.tableName, Item: restored(item) }));
    }
  });
  afterAll(() => database.close());

  const idsOf = (sk: string) =>
    last.items.filter((item) => item.pk.startsWith('LEAD#') && item.sk === sk).map(({ pk }) => pk.slice(5));

  test('are leads that can be read and written', async () => {
    const leads = tableLeadStore(openTable(table));
    expect(idsOf('LEAD').length).toBeGreaterThan(10);
    for (const id of idsOf('LEAD')) {
      const lead = await leads.load(id);
      expect(lead?.id).toBe(id);
      if (lead) expect((await leads.save(lead)).version).toBe(lead.version + 1);
    }
  });

  test('stand in the lists of open, won and closed leads', async () => {
    const leads = tableLeadStore(openTable(table));
    const open = (await leads.listOpen()).map(({ stage }) => stage);
    const closed = (await leads.listClosed('2026-11-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z')).map(
      ({ stage }) => stage,
    );
    const stages = last.items.filter(({ sk }) => sk === 'LEAD').map((item) => item.stage as Stage);
    expect(new Set([...open, ...closed, 'unqualified'])).toEqual(new Set(stages));
  });

  test('are archived events and kept spam', async () => {
    const leads = tableLeadStore(openTable(table));
    expect((await leads.loadArchive(crowdedLeadId)).length).toBeGreaterThan(0);
    expect(await leads.loadSpam(spamId)).toMatchObject({ spam: true });
  });

  test('are what is known of people, mails, digests, deliveries and sources', async () => {
    const [leadId = ''] = idsOf('LEAD');
    expect(await tableContactStore(openTable(table)).load(person)).toMatchObject({
      suppressed: { reason: 'bounced' },
    });
    const mailLog = tableMailLog(openTable(table));
    const forLead = (await mailLog.listUnsettled())[0]?.leadId ?? leadId;
    expect(await mailLog.list(forLead)).toMatchObject([
      { state: 'sent', fate: 'delivered', messageId: 'message-1' },
      { state: 'claimed' },
    ]);
    expect(await mailLog.findLead('message-1')).toBe(forLead);
    expect(await tableDigestLog(openTable(table)).find(digestDate)).toMatchObject({ sentAt: monday10 });
    const intake = tableIntakeLog(openTable(table));
    expect(await intake.find('delivery-1')).toMatchObject({ outcome: 'lead-created' });
    expect(await intake.listSince('2026-11-01T00:00:00.000Z')).toContainEqual(
      await intake.find('delivery-1'),
    );
    expect(await intake.claimContent('content-1', 'delivery-2', monday10)).toBe('delivery-1');
    expect(await intake.countSender(person.value, 'delivery-2', monday10)).toBe(2);
    const limits = tableLimits(openTable(table));
    const once = { answers: 1, withinHours: 24 };
    expect(await limits.claimAnswer(person.value, crowdedLeadId, monday10, once)).toBe(false);
    expect(await tableSourceLog(openTable(table)).list()).toMatchObject([
      { source: 'https://example.org/kontakt' },
    ]);
  });
});
