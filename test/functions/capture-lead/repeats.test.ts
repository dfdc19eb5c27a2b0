import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { aJsonPost } from '../../support/a-request.ts';
import { aWorld } from '../../support/a-world.ts';
import { bodyOf, company, erika, send } from './a-sender.ts';

describe('a repeat', () => {
  const id = 'b2f7';

  test('of the same submission is the same lead', async () => {
    const { world, responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, submissionId: id }),
    );
    expect(responses.map(bodyOf)).toEqual([
      { id: 'TEST000001', stage: 'new', acknowledged: true },
      { id: 'TEST000001', stage: 'new', acknowledged: true },
    ]);
    expect(world.leads.all()).toHaveLength(1);
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });

  test('of the same content within 5 minutes is the same lead, later it is another', async () => {
    const world = await aWorld({ company });
    const first = bodyOf(await captureLead(aJsonPost(erika), world));
    world.clock.set('2026-11-23T09:04:59.000Z');
    expect(bodyOf(await captureLead(aJsonPost(erika), world)).id).toBe(first.id);
    world.clock.set('2026-11-23T09:10:00.000Z');
    expect(bodyOf(await captureLead(aJsonPost(erika), world)).id).not.toBe(first.id);
    expect(world.leads.all()).toHaveLength(2);
  });

  test('at the same instant is one lead', async () => {
    const submissionIds = fc.constantFrom(undefined, 'a');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), submissionIds, async (count, submissionId) => {
        const world = await aWorld({ company });
        const requests = Array.from({ length: count }, () => aJsonPost({ ...erika, submissionId }));
        const answers = await Promise.all(requests.map((request) => captureLead(request, world)));
        expect(new Set(answers.map((answer) => bodyOf(answer).id)).size).toBe(1);
        expect(world.leads.all()).toHaveLength(1);
        expect(world.leads.all()[0]?.timeline).toHaveLength(1);
        expect(world.workflow.begun).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  test('with other content is a correction of the lead', async () => {
    const { world, responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, phone: '089 5551230', submissionId: id }),
    );
    expect(responses.map((response) => bodyOf(response).id)).toEqual(['TEST000001', 'TEST000001']);
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({
      contact: { email: 'erika@example.de', phoneE164: '+49895551230' },
      generation: 2,
    });
    expect(lead?.timeline.map(({ type }) => type)).toEqual(['captured', 'resubmitted']);
    expect(world.workflow.begun).toEqual([
      { leadId: 'TEST000001', generation: 1 },
      { leadId: 'TEST000001', generation: 2 },
    ]);
    expect(world.workflow.ended).toEqual([{ leadId: 'TEST000001', generation: 1 }]);
  });

  test('that became urgent makes an emergency of it', async () => {
    const { responses } = await send(
      aJsonPost({ ...erika, submissionId: id }),
      aJsonPost({ ...erika, urgency: 'now', submissionId: id }),
    );
    expect(responses.map((response) => bodyOf(response).stage)).toEqual(['new', 'service']);
  });

  test('of the first version after its correction changes nothing back', async () => {
    const corrected = aJsonPost({ ...erika, message: 'Zwei neue Bäder, bitte.', submissionId: id });
    const first = aJsonPost({ ...erika, submissionId: id });
    const { world } = await send(first, corrected, first, corrected, first);
    const [lead] = world.leads.all();
    expect(lead?.request.message).toBe('Zwei neue Bäder, bitte.');
    expect(lead?.timeline).toHaveLength(2);
  });

  test('is seen as one although the store gives fields back in another order', async () => {
    const world = await aWorld({ company });
    const leads: LeadStore = {
      ...world.leads,
      load: async (leadId) => reordered(await world.leads.load(leadId)),
    };
    for (const _ of [1, 2]) await captureLead(aJsonPost({ ...erika, submissionId: id }), { ...world, leads });
    expect(world.leads.all()[0]?.timeline).toHaveLength(1);
  });

  test('completes a first try that died before its workflow began', async () => {
    const world = await aWorld({ company });
    const begin = () => Promise.reject(new Error('States is down'));
    await captureLead(aJsonPost(erika), { ...world, workflow: { ...world.workflow, begin } });
    await captureLead(aJsonPost(erika), world);
    expect(world.workflow.begun).toEqual([{ leadId: 'TEST000001', generation: 1 }]);
  });
});

/** The same, with the names of every object the other way round. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, child]) => [name, reordered(child)]),
  ) as T;
}
