import { describe, expect, test } from 'vitest';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';

const overdue = { ...aLead(), dueAt: '2026-11-23T08:49:00.000Z' };

describe('the reconciler', () => {
  test('gives an overdue lead a new generation and its timer, everything else as it was', async () => {
    const world = await aWorld({ leads: [overdue] });
    expect(await reconcileLeads(world)).toEqual({ renewed: 1, woken: 0, failed: 0 });
    const lead = await world.leads.load(overdue.id);
    expect(lead).toMatchObject({ generation: 2, stage: 'new', cadence: overdue.cadence, dueAt: monday10 });
    expect(world.workflow.begun).toEqual([{ leadId: overdue.id, generation: 2 }]);
    expect(world.workflow.ended).toEqual([{ leadId: overdue.id, generation: 1 }]);
  });

  test('repeated at once, it finds nothing more to do', async () => {
    const world = await aWorld({ leads: [overdue] });
    await reconcileLeads(world);
    expect(await reconcileLeads(world)).toEqual({ renewed: 0, woken: 0, failed: 0 });
  });

  test('leaves a lead alone that is late by less than ten minutes', async () => {
    const world = await aWorld({ leads: [{ ...aLead(), dueAt: '2026-11-23T08:51:00.000Z' }] });
    expect(await reconcileLeads(world)).toMatchObject({ renewed: 0 });
    expect(world.workflow.begun).toEqual([]);
  });

  test('wakes an unqualified lead on its day', async () => {
    const sleeping = aLeadIn('unqualified');
    const world = await aWorld({ leads: [sleeping] });
    world.clock.set('2027-02-28T12:00:00.000Z');
    expect(await reconcileLeads(world)).toMatchObject({ woken: 0 });
    world.clock.set('2027-03-01T07:15:00.000Z');
    expect(await reconcileLeads(world)).toMatchObject({ woken: 1 });
    expect(world.workflow.begun).toEqual([{ leadId: sleeping.id, generation: sleeping.generation + 1 }]);
  });

  test('one lead that cannot be repaired does not keep the others waiting, and somebody is told', async () => {
    const other = { ...overdue, id: '7K2M9QX4TE', timeline: [] };
    const world = await aWorld({ leads: [overdue, other] });
    const load = world.leads.load.bind(world.leads);
    const broken = {
      ...world,
      leads: {
        ...world.leads,
        load: (id: string) => (id === overdue.id ? Promise.reject(new Error('broken item')) : load(id)),
      },
    };
    await expect(reconcileLeads(broken)).rejects.toThrow('1 leads');
    expect(world.workflow.begun).toEqual([{ leadId: other.id, generation: 2 }]);
  });

  test('a workflow that cannot start is tried again by the next run', async () => {
    const world = await aWorld({ leads: [overdue] });
    const begin = world.workflow.begin.bind(world.workflow);
    const down = {
      ...world,
      workflow: { ...world.workflow, begin: () => Promise.reject(new Error('down')) },
    };
    await reconcileLeads(down);
    world.clock.set('2026-11-23T09:15:00.000Z');
    expect(await reconcileLeads({ ...world, workflow: { ...world.workflow, begin } })).toMatchObject({
      renewed: 1,
    });
    expect(world.workflow.begun).toEqual([{ leadId: overdue.id, generation: 3 }]);
  });
});
