import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/time/local-time.ts';
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

  describe('with thousands that lost their timers', () => {
    const idOf = (number: number) => `7K2M9Q${String(number).padStart(4, '0')}`;
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const dueAt = addMinutes('2026-11-22T08:00:00.000Z', at % 60);
        return { ...overdue, id: idOf(at), dueAt, timeline: [] };
      });

    test('repairs each of them once', async () => {
      const world = await aWorld({ leads: many(300) });
      expect(await reconcileLeads(world)).toEqual({ renewed: 300, woken: 0, failed: 0 });
      const begun = world.workflow.begun.map(({ leadId }) => leadId);
      expect(begun.toSorted()).toEqual(many(300).map(({ id }) => id));
    });

    test('repairs several at a time, and not all at once', async () => {
      const world = await aWorld({ leads: many(60) });
      let underWay = 0;
      let most = 0;
      const workflow = {
        ...world.workflow,
        begin: async (leadId: string, generation: number) => {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((resolve) => setImmediate(resolve));
          underWay -= 1;
          await world.workflow.begin(leadId, generation);
        },
      };
      await reconcileLeads({ ...world, workflow });
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(25);
    });

    test('stops in time, the longest overdue done first, and the next round does the rest', async () => {
      const world = await aWorld({ leads: many(300) });
      const load = world.leads.load.bind(world.leads);
      const begin = monday10;
      let loaded = 0;
      // Every load takes ten seconds: 48 are done within eight minutes.
      const slow = {
        ...world,
        leads: {
          ...world.leads,
          load: (id: string) => {
            loaded += 1;
            world.clock.set(addMinutes(begin, loaded / 6));
            return load(id);
          },
        },
      };
      const first = await reconcileLeads(slow);
      expect(first.failed).toBe(0);
      expect(first.renewed).toBeGreaterThan(40);
      expect(first.renewed).toBeLessThan(60);
      const dueAts = new Map(many(300).map(({ id, dueAt }) => [id, dueAt]));
      const done = world.workflow.begun.map(({ leadId }) => dueAts.get(leadId) ?? '');
      const left = [...dueAts].filter(([id]) => world.workflow.begun.every(({ leadId }) => leadId !== id));
      expect(done.toSorted().at(-1)).toBeDefined();
      expect((done.toSorted().at(-1) ?? '') <= (left.map(([, dueAt]) => dueAt).toSorted()[0] ?? '')).toBe(
        true,
      );
      const second = await reconcileLeads(world);
      expect(first.renewed + second.renewed).toBe(300);
    });

    test('many that cannot be repaired, the oldest among them, keep none of the others waiting', async () => {
      const world = await aWorld({ leads: many(200) });
      const load = world.leads.load.bind(world.leads);
      const broken = {
        ...world,
        leads: {
          ...world.leads,
          load: (id: string) =>
            Number(id.slice(-4)) % 60 < 20 ? Promise.reject(new Error('broken item')) : load(id),
        },
      };
      await expect(reconcileLeads(broken)).rejects.toThrow('80 leads');
      expect(world.workflow.begun).toHaveLength(120);
    });

    test('what waits for the owner is told, although the time for repairs is over', async () => {
      const world = await aWorld({ leads: many(20) });
      await world.waiting.add({ leadId: idOf(0), what: 'again', at: monday10 });
      let asked = 0;
      const clock = {
        now: () => {
          asked += 1;
          return asked === 1 ? monday10 : addMinutes(monday10, 9);
        },
      };
      expect(await reconcileLeads({ ...world, clock })).toEqual({ renewed: 0, woken: 0, failed: 0 });
      expect(await world.waiting.list()).toEqual([]);
    });
  });
});
