import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../domain/lead/command.ts';
import { followUpLead } from '../../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../../functions/shared/change-lead.ts';
import { undoStep } from '../../../../functions/shared/steps/undo-step.ts';
import { aLeadIn, monday10 } from '../../../support/a-walk.ts';
import { aWorld, type World } from '../../../support/a-world.ts';

const doneAt = '2026-11-23T09:00:01.000Z';
const tenSecondsLater = '2026-11-23T09:00:11.000Z';

describe('whoever takes a step back', () => {
  const lead = aLeadIn('needs-analysis');
  const step = (world: World, ...commands: readonly Command[]) => {
    world.clock.set(doneAt);
    return changeLead(world, lead.id, () => commands, { by: 'owner', person: 'Sabine' });
  };
  const back = (world: World) => {
    world.clock.set(tenSecondsLater);
    return undoStep({ leadId: lead.id, doneAt, person: 'Karl' }, world);
  };
  const followUp = async (world: World) => {
    const now = await world.leads.load(lead.id);
    await followUpLead({ leadId: lead.id, generation: now?.generation ?? 0 }, world);
  };

  test('has the timer begin anew where the step moved it', async () => {
    const world = await aWorld({ leads: [lead] });
    await step(world, { type: 'postpone', until: '2027-02-01' });
    const change = await back(world);
    expect(change.outcome).toBe('changed');
    const stored = await world.leads.load(lead.id);
    expect(stored?.postponedUntil).toBeUndefined();
    expect(stored?.cadence).toEqual(lead.cadence);
    expect(world.workflow.begun.at(-1)).toEqual({ leadId: lead.id, generation: stored?.generation });
  });

  test('finds the customer under the number that stood there before', async () => {
    const world = await aWorld({ leads: [lead] });
    await step(world, { type: 'set-details', details: { phone: '0170 1', phoneE164: '+491701' } });
    await back(world);
    const found = async (value: string) =>
      (await world.contacts.load({ kind: 'phone', value }))?.leadIds ?? [];
    expect(await found('+491701')).not.toContain(lead.id);
    expect(await found(lead.contact.phoneE164 ?? '')).toContain(lead.id);
  });

  test('does not call back a refusal that is on its way', async () => {
    const world = await aWorld({ leads: [lead] });
    await step(
      world,
      { type: 'move', to: 'lost', facts: { reason: 'zu weit' } },
      { type: 'decline', text: 'Leider nein.' },
    );
    await world.mailLog.claim({ leadId: lead.id, key: 'closing#refusal#1', to: 'customer' }, monday10);
    expect(await back(world)).toMatchObject({ outcome: 'refused', refusal: { code: 'with-customer' } });
  });

  test('has a visit called off whose confirmation is with the customer', async () => {
    const world = await aWorld({ leads: [lead] });
    await step(world, { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 });
    await followUp(world);
    await back(world);
    await followUp(world);
    const subjects = world.mailer.sent.filter(({ to }) => to.includes('erika.muster@example.org'));
    expect(subjects.map(({ headers }) => headers['X-Nachfass-Mail'])).toEqual([
      expect.stringContaining('visit-confirmation'),
      expect.stringContaining('visit-cancelled'),
    ]);
  });
});
