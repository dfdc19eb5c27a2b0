/** Reminders to one person, over all his requests. */
import { describe, expect, test } from 'vitest';
import { mayMail } from '../../../domain/lawful/may-mail.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addDuration, localDate } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { sendOnce } from '../../../functions/shared/send-once.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { anOutgoingMail } from '../../support/an-outgoing-mail.ts';

const email = 'erika.muster@example.org';

/** Quoted on Monday at ten; all of one person. */
const aQuote = (id: string, changes: Partial<Lead> = {}): Lead => {
  const quoted = aLeadIn('quoted');
  return {
    ...quoted,
    id,
    acknowledgedAt: monday10,
    alertedAt: monday10,
    contact: { ...quoted.contact, email },
    ...changes,
  };
};

async function aWorldOf(...leads: Lead[]): Promise<World> {
  const world = await aWorld({ leads });
  for (const { id, contact } of leads) {
    await world.contacts.linkLead({ kind: 'email', value: contact.email ?? '' }, id);
  }
  return world;
}

async function wake(world: World, id: string, at: Moment = world.clock.now()): Promise<Lead> {
  world.clock.set(at);
  const before = await world.leads.load(id);
  await followUpLead({ leadId: id, generation: before?.generation ?? 0 }, world);
  const after = await world.leads.load(id);
  if (!after) throw new Error('The lead is gone');
  return after;
}

const toCustomer = ({ mailer }: World) => mailer.sent.filter(({ to }) => to.includes(email));
const refusals = ({ timeline }: Lead) => timeline.filter((event) => event.type === 'mail-refused');
const thursday = '2026-11-26T09:00:00.000Z';
const friday = '2026-11-27T07:00:00.000Z';

describe('two requests of one person', () => {
  test('are not reminded on the same day: the second waits for the next', async () => {
    const world = await aWorldOf(aQuote('0000000001'), aQuote('0000000002'));
    await wake(world, '0000000001', thursday);
    const second = await wake(world, '0000000002');
    expect(toCustomer(world)).toHaveLength(1);
    expect(second.dueAt).toBe(friday);
    expect(refusals(second)).toMatchObject([{ why: 'other-reminded', by: 'system' }]);
    const reminded = await wake(world, '0000000002', friday);
    expect(toCustomer(world)).toHaveLength(2);
    expect(reminded.reminders).toMatchObject({ unanswered: 1 });
    expect(reminded.cadence).not.toHaveProperty('heldUntil');
  });

  test('nor when both are due in the same moment', async () => {
    const ids = ['0000000001', '0000000002', '0000000003', '0000000004'];
    const world = await aWorldOf(...ids.map((id) => aQuote(id)));
    world.clock.set(thursday);
    await Promise.all(ids.map((id) => wake(world, id)));
    expect(toCustomer(world)).toHaveLength(1);
  });

  test('nor where only the number tells that it is he', async () => {
    const { contact } = aQuote('0000000002');
    const other = aQuote('0000000002', { contact: { ...contact, email: 'erika@buero.example' } });
    const world = await aWorldOf(aQuote('0000000001'), other);
    await wake(world, '0000000001', thursday);
    await wake(world, '0000000002');
    expect(world.mailer.sent).toHaveLength(1);
    // What was claimed at the other address is given back.
    const email = { kind: 'email', value: 'erika@buero.example' } as const;
    const mail = { leadId: '0000000009', key: 'g1#quoted#1' };
    expect(await world.limits.claimReminder(email, mail, thursday, world.company)).toBeUndefined();
  });

  test('are reminded three times in seven days at most, however many they are', async () => {
    const ids = ['0000000001', '0000000002', '0000000003', '0000000004', '0000000005'];
    const world = await aWorldOf(...ids.map((id) => aQuote(id)));
    for (let at = thursday; at < '2026-12-24'; at = addDuration(at, 'PT6H')) {
      for (const id of ids) await wake(world, id, at);
    }
    const { entries } = await sentTimes(world);
    expect(entries.length).toBeGreaterThan(9);
    expect(new Set(entries.map((at) => localDate(at, 'Europe/Berlin'))).size).toBe(entries.length);
    for (const [index, at] of entries.entries()) {
      const fourth = entries[index + 3];
      if (fourth !== undefined) expect(fourth >= addDuration(at, 'P7D')).toBe(true);
    }
  });

  test('an answer to one holds the other until the owner acts', async () => {
    const world = await aWorldOf(aQuote('0000000001'), aQuote('0000000002'));
    await changes(world, '0000000001', { type: 'record-reply', text: 'Gerne!' }, 'customer');
    const held = await wake(world, '0000000002', thursday);
    expect(toCustomer(world)).toEqual([]);
    expect(refusals(held)).toMatchObject([{ why: 'other-answered' }]);
    await wake(world, '0000000002', friday);
    expect(toCustomer(world)).toEqual([]);
    await changes(world, '0000000001', { type: 'note-contact-attempt', reached: true }, 'owner');
    await wake(world, '0000000002', '2026-11-30T07:00:00.000Z');
    expect(toCustomer(world)).toHaveLength(1);
  });

  test('but no longer than five working days', async () => {
    const world = await aWorldOf(aQuote('0000000001'), aQuote('0000000002'));
    await changes(world, '0000000001', { type: 'record-reply', text: 'Gerne!' }, 'customer');
    for (const day of ['2026-11-26', '2026-11-27']) {
      await wake(world, '0000000002', `${day}T09:00:00.000Z`);
      expect(toCustomer(world)).toEqual([]);
    }
    const held = await wake(world, '0000000002', '2026-11-30T08:00:00.000Z');
    expect(toCustomer(world)).toEqual([]);
    expect(held.dueAt).toBe('2026-11-30T09:00:00.000Z');
    await wake(world, '0000000002', held.dueAt);
    expect(toCustomer(world)).toHaveLength(1);
  });
});

test('why a mail went to a customer stands in the mail log', async () => {
  const world = await aWorldOf(aQuote('0000000001'));
  await wake(world, '0000000001', thursday);
  expect(await world.mailLog.list('0000000001')).toMatchObject([
    { to: 'customer', state: 'sent', ground: 'open-request' },
  ]);
});

test('what the gate refuses is not sent; what is out already stays sent', async () => {
  const lead = aQuote('0000000001');
  const world = await aWorldOf(lead);
  const refused = mayMail(
    'quoted',
    { lead: { ...lead, mailsStopped: 'stopped' } },
    world.company,
    world.clock.now(),
  );
  const mail = { leadId: lead.id, key: 'g2#quoted#1', to: 'customer' } as const;
  const send = (may: typeof refused) => sendOnce(world, { ...mail, may }, () => anOutgoingMail());
  expect(await send(refused)).toMatchObject({ outcome: 'refused' });
  expect(world.mailer.sent).toEqual([]);
  await send(mayMail('quoted', { lead }, world.company, world.clock.now()));
  expect(await send(refused)).toMatchObject({ outcome: 'sent' });
  expect(world.mailer.sent).toHaveLength(1);
});

async function changes(
  { leads, clock, company }: World,
  id: string,
  command: Parameters<typeof when>[1],
  by: 'owner' | 'customer',
): Promise<void> {
  const lead = await leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  await leads.save(when(lead, command, { now: clock.now(), company, by }).lead);
}

async function sentTimes(world: World) {
  const leads = await Promise.all([1, 2, 3, 4, 5].map((number) => world.leads.load(`000000000${number}`)));
  const entries = leads
    .flatMap((lead) => lead?.timeline ?? [])
    .filter(({ type }) => type === 'follow-up-sent')
    .map(({ at }) => at)
    .toSorted();
  return { entries };
}
