/** An id that stands in a static page, or was guessed, and a victim of whom one way of contact is known. */
import { describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aJsonPost } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aHookedWorld } from '../receive-hook/a-hook.ts';
import { bodyOf, company } from './a-sender.ts';

const submissionId = 'seite-kontakt';
const victim = {
  name: 'Ludwig Sorge',
  phone: '0171 5550142',
  email: 'ludwig@sorge.example',
  message: 'Komplettbad, Termin im März',
  submissionId,
};
const gas = { ...victim, message: 'Gasgeruch im Treppenhaus' };
const burst = { ...victim, message: 'Rohrbruch, Wasser läuft' };

type Door = (fields: object) => Promise<{ readonly id: string }>;

const doors = {
  'the form': async () => {
    const world = await aWorld({ company });
    const door: Door = async (fields) => bodyOf(await captureLead(aJsonPost(fields), world));
    return { world, door };
  },
  'a hook': async () => {
    const { world, json } = await aHookedWorld({ sender: 'generic' }, await aWorld({ company }));
    const door: Door = async (fields) => (await json(fields)) as { id: string };
    return { world, door };
  },
};

const after = (world: World, minutes: number) =>
  world.clock.set(new Date(Date.parse('2026-11-23T09:00:00.000Z') + minutes * 60_000).toISOString());

const strangers: readonly [string, object][] = [
  ['his address and another number', { name: 'Kurt Quer', phone: '0175 9990009', message: 'egal' }],
  [
    'his address, his name and another number',
    { phone: '0175 9990020', message: 'Bitte unter dieser Nummer anrufen' },
  ],
  ['his number and name and another address', { email: 'quer@fremd.example' }],
  [
    'his number, his first name and another address',
    { name: 'Ludwig', email: 'quer@fremd.example', message: 'Danke, erledigt' },
  ],
  ['his address and nothing else', { name: 'Kurt Quer', phone: undefined, message: 'Hat sich erledigt' }],
  ['his number and nothing else', { name: undefined, email: undefined, message: 'Danke, erledigt' }],
];

describe.each(Object.entries(doors))('by %s', (_door, open) => {
  describe.each(strangers)('a stranger who knows %s', (_, change) => {
    test.each([
      ['a request', victim, 1],
      ['a request of the day before', victim, 20 * 60],
      ['gas', gas, 1],
      ['a burst pipe', burst, 1],
    ])('changes nothing about %s, and has a request of his own', async (_what, first, minutes) => {
      const { world, door } = await open();
      const { id } = await door(first);
      const before = await world.leads.load(id);
      after(world, minutes);
      const answer = await door({ ...first, ...change });
      expect(answer.id).not.toBe(id);
      expect(JSON.stringify(answer)).not.toContain(id);
      expect(await world.leads.load(id)).toEqual(before);
      expect(await world.leads.load(answer.id)).toMatchObject({
        contact: JSON.parse(JSON.stringify({ ...contactOf(first), ...contactOf(change) })),
      });
    });
  });

  test.each<[string, object, object]>([
    ['mends one digit', { ...victim, phone: '0171 5550143' }, victim],
    ['mends one letter of the address', { ...victim, email: 'ludwig@sorge.exampel' }, victim],
    ['gives his number, too', { ...victim, phone: undefined }, victim],
    ['gives his address, too', { ...victim, email: undefined }, victim],
    ['says it in other words', { ...victim, message: 'Bad' }, victim],
    ['gives his whole name', { ...victim, name: 'L' }, victim],
  ])('the same person who %s corrects his request', async (_, first, corrected) => {
    const { world, door } = await open();
    const { id } = await door(first);
    expect((await door(corrected)).id).toBe(id);
    expect(await world.leads.load(id)).toMatchObject({
      contact: contactOf(victim),
      request: { message: victim.message },
    });
  });

  test('who corrects a number while his emergency rings has a second one that rings, and the first keeps its own', async () => {
    const { world, door } = await open();
    const first = await door(gas);
    const second = await door({ ...gas, phone: '0171 5550143' });
    expect(second.id).not.toBe(first.id);
    expect(await world.leads.load(first.id)).toMatchObject({ stage: 'service', contact: contactOf(gas) });
    expect(await world.leads.load(second.id)).toMatchObject({
      stage: 'service',
      contact: { phone: '0171 5550143' },
    });
  });

  test.each([
    ['gas', gas],
    ['a burst pipe', burst],
  ])('%s stays urgent when the same words are taken back', async (_, first) => {
    const { world, door } = await open();
    const { id } = await door(first);
    expect((await door({ ...first, message: 'Bitte um ein Angebot für ein Bad' })).id).toBe(id);
    expect(await world.leads.load(id)).toMatchObject({ stage: 'service', request: { urgency: 'now' } });
  });
});

test.each([
  ['the form', 1],
  ['a hook', 2],
] as const)('who turns to an emergency by %s has %i answers, and an alarm rings', async (name, answers) => {
  const { world, door } = await doors[name]();
  const { id } = await door(victim);
  await followUpLead({ leadId: id, generation: 1 }, world);
  after(world, 3);
  expect((await door({ ...victim, message: burst.message })).id).toBe(id);
  const lead = await world.leads.load(id);
  await followUpLead({ leadId: id, generation: lead?.generation ?? 0 }, world);
  const { sent } = world.mailer;
  expect(sent.filter(({ to }) => to.includes(victim.email))).toHaveLength(answers);
  expect(sent.some(({ subject }) => subject.includes('🚨'))).toBe(true);
  const told = (await world.leads.load(id))?.timeline.map(({ type }) => type) ?? [];
  expect(told.includes('acknowledgement-withheld')).toBe(answers === 1);
});

test('the request of the stranger names the one of the victim to the owner', async () => {
  const { world, door } = await doors['the form']();
  const { id } = await door(victim);
  await followUpLead({ leadId: id, generation: 1 }, world);
  after(world, 30);
  const own = await door({ ...victim, phone: '0175 9990009', message: 'Doch lieber so' });
  await followUpLead({ leadId: own.id, generation: 1 }, world);
  expect(await world.leads.load(own.id)).toMatchObject({ relatedTo: id, known: { requests: 1 } });
});

test.each(strangers)('waiting in the queue, %s changes nothing either', async (_, change) => {
  const world = await aWorld({ company });
  const down = { ...world, leads: { ...world.leads, add: () => Promise.reject(new Error('down')) } };
  const { id } = bodyOf(await captureLead(aJsonPost(gas), down));
  after(world, 1);
  await captureLead(aJsonPost({ ...gas, ...change }), down);
  for (const submission of world.submissions.all()) await storeQueuedSubmission(submission, world);
  expect(world.leads.all()).toHaveLength(2);
  expect(await world.leads.load(id)).toMatchObject({ contact: contactOf(gas), stage: 'service' });
});

test('a request that became an emergency in the very moment between keeps its number', async () => {
  const world = await aWorld({ company });
  const { id } = bodyOf(await captureLead(aJsonPost(victim), world));
  const leads = {
    ...world.leads,
    add: async (...args: Parameters<typeof world.leads.add>) => {
      const added = await world.leads.add(...args);
      await captureLead(aJsonPost({ ...victim, message: gas.message }), world);
      return added;
    },
  };
  const slip = { ...victim, phone: '0171 5550143' };
  const answer = bodyOf(await captureLead(aJsonPost(slip), { ...world, leads }));
  expect(answer.id).not.toBe(id);
  expect(await world.leads.load(id)).toMatchObject({ stage: 'service', contact: contactOf(victim) });
  expect(await world.leads.load(answer.id)).toMatchObject({ relatedTo: id });
});

function contactOf(fields: object): object {
  const known = Object.entries(fields).filter(([name]) => ['name', 'email', 'phone'].includes(name));
  return Object.fromEntries(known);
}
