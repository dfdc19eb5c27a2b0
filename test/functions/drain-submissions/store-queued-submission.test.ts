import { describe, expect, test } from 'vitest';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aSubmission, saying } from '../../support/a-submission.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';

const later = '2026-11-25T14:00:00.000Z';

/** Two days after the submission was sent. */
async function aLaterWorld() {
  const world = await aWorld();
  world.clock.set(later);
  return world;
}

describe('a submission that comes late', () => {
  test('is the lead it would have been: under the id that was told, sent when it was sent', async () => {
    const world = await aLaterWorld();
    await storeQueuedSubmission(aSubmission(), world);
    expect(world.leads.all()).toMatchObject([
      {
        id: '7K2M9QX4TD',
        stage: 'new',
        capturedAt: monday10,
        stageSince: monday10,
        contact: { email: 'erika@example.de' },
        timeline: [{ type: 'captured', id: '7K2M9QX4TD', at: monday10, by: 'customer' }],
      },
    ]);
    expect(world.workflow.begun).toEqual([{ leadId: '7K2M9QX4TD', generation: 1 }]);
  });

  test('is due as if it had been stored in time: the owner is late and hears of it at once', async () => {
    const world = await aLaterWorld();
    const { dueAt } = await storeQueuedSubmission(aSubmission(), world);
    expect(dueAt < later).toBe(true);
  });

  test('is one lead, however often and late it is delivered', async () => {
    const world = await aLaterWorld();
    for (const minutes of ['00', '10', '59']) {
      world.clock.set(`2026-11-25T14:${minutes}:00.000Z`);
      await storeQueuedSubmission(aSubmission(), world);
    }
    expect(world.leads.all()).toHaveLength(1);
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });

  test('stays one lead although a later request said the same and has a lead of its own', async () => {
    const world = await aLaterWorld();
    await storeQueuedSubmission(aSubmission(), world);
    await storeQueuedSubmission(aSubmission({ leadId: 'TEST000009', capturedAt: later }), world);
    await storeQueuedSubmission(aSubmission(), world);
    expect(world.leads.all().map(({ id }) => id)).toEqual(['7K2M9QX4TD', 'TEST000009']);
    await storeQueuedSubmission(aSubmission({ leadId: 'TEST000010', capturedAt: later }), world);
    expect(world.leads.all()).toHaveLength(2);
  });

  test('is the lead that its sender got by trying again meanwhile', async () => {
    const world = await aLaterWorld();
    const keys = { submissionId: 'b2f7', contentHash: 'a-content' };
    const anHourLater = '2026-11-23T10:00:00.000Z';
    await storeQueuedSubmission(aSubmission({ leadId: 'TEST000002', capturedAt: anHourLater, keys }), world);
    const lead = await storeQueuedSubmission(aSubmission({ keys }), world);
    expect(lead.id).toBe('TEST000002');
    expect(world.leads.all()).toHaveLength(1);
  });

  test('starts the timer that an earlier delivery did not come to', async () => {
    const world = await aLaterWorld();
    const begin = () => Promise.reject(new Error('States is down'));
    await storeQueuedSubmission(aSubmission(), { ...world, workflow: { ...world.workflow, begin } });
    expect(world.workflow.begun).toEqual([]);
    await storeQueuedSubmission(aSubmission(), world);
    expect(world.workflow.begun).toEqual([{ leadId: '7K2M9QX4TD', generation: 1 }]);
  });

  test('fails while the store does, and changes nothing', async () => {
    const world = await aLaterWorld();
    const leads = { ...world.leads, add: () => Promise.reject(new Error('The table is down')) };
    await expect(storeQueuedSubmission(aSubmission(), { ...world, leads })).rejects.toThrow(
      'The table is down',
    );
    expect(world.leads.all()).toEqual([]);
  });
});

describe('a correction that overtook the submission', () => {
  const submissionId = 'b2f7';
  const first = { ...saying('Neues Bad'), keys: { submissionId, contentHash: 'first' } };
  const second = {
    ...saying('Zwei neue Bäder'),
    leadId: 'TEST000002',
    capturedAt: '2026-11-23T09:03:00.000Z',
    keys: { submissionId, contentHash: 'second' },
  };

  test('still holds, and the older text is kept', async () => {
    const world = await aLaterWorld();
    await storeQueuedSubmission(second, world);
    await storeQueuedSubmission(first, world);
    const [lead, ...others] = world.leads.all();
    expect(others).toEqual([]);
    expect(lead?.request.message).toBe('Zwei neue Bäder');
    const messages = lead?.timeline.map((event) =>
      'request' in event ? event.request?.message : event.type,
    );
    expect(messages).toEqual(['Zwei neue Bäder', 'Neues Bad', 'Zwei neue Bäder']);
  });

  test('is not repeated when both are delivered again', async () => {
    const world = await aLaterWorld();
    for (const one of [second, first, first, second, first]) await storeQueuedSubmission(one, world);
    expect(world.leads.all()[0]?.timeline).toHaveLength(3);
    expect(world.leads.all()[0]?.request.message).toBe('Zwei neue Bäder');
  });
});

describe('a correction that comes late to a request that is over', () => {
  test('is a lead of its own, once, and names the one it was meant for', async () => {
    const world = await aLaterWorld();
    await storeQueuedSubmission(aSubmission(), world);
    await changeLead(world, '7K2M9QX4TD', { type: 'mark-spam' }, { by: 'owner' });
    const corrected = { ...saying('Zwei neue Bäder'), keys: { contentHash: 'second' } };
    const first = await storeQueuedSubmission(corrected, world);
    expect(first).toMatchObject({ relatedTo: '7K2M9QX4TD', request: { message: 'Zwei neue Bäder' } });
    expect((await storeQueuedSubmission(corrected, world)).id).toBe(first.id);
    expect(world.leads.all()).toHaveLength(2);
    expect(world.workflow.begun).toContainEqual({ leadId: first.id, generation: 1 });
  });

  test('rings like any emergency, if it is one', async () => {
    const world = await aLaterWorld();
    await storeQueuedSubmission(aSubmission(), world);
    const urgent = saying('Gasgeruch!');
    const request = { ...urgent.facts.request, urgency: 'now', gas: true } as const;
    await storeQueuedSubmission({ ...urgent, facts: { ...urgent.facts, request }, capturedAt: later }, world);
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({ stage: 'service', request: { gas: true } });
    expect(world.workflow.begun).toContainEqual({ leadId: lead?.id, generation: lead?.generation });
    await followUpLead({ leadId: lead?.id ?? '', generation: lead?.generation ?? 0 }, world);
    expect(world.mailer.sent.map(({ subject }) => subject).join()).toMatch(/🚨 SOFORT/);
  });
});
