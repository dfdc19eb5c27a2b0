/** How much of what strangers send is answered by itself. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Proof } from '../../../domain/lead/origin.ts';
import { addDuration, addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aStranger } from '../../support/a-stranger.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const [owner = ''] = aCompany().owner.email;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

async function comesIn(world: World, lead: Lead): Promise<Lead> {
  await world.leads.add(lead, { contentHash: lead.id });
  await followUpLead({ leadId: lead.id, generation: lead.generation }, world);
  const stored = await world.leads.load(lead.id);
  if (!stored) throw new Error('The lead is gone');
  return stored;
}
const mailsTo = (world: World, address: string) => world.mailer.sent.filter(({ to }) => to.includes(address));
const answers = (world: World) =>
  world.mailer.sent.filter(({ to }) => !to.some((address) => address.endsWith('@muster-haustechnik.example')))
    .length;

describe('a fair', () => {
  test.each<Proof>(['own-form', 'hook'])('forty people by %s are all answered', async (proof) => {
    const world = await aWorld();
    for (const index of numbers(40)) await comesIn(world, aStranger(index, { proof }));
    expect(answers(world)).toBe(40);
  });

  test('of two hundred proven ones each is answered, and strangers have their fifty beside them', async () => {
    const world = await aWorld();
    for (const index of numbers(200)) await comesIn(world, aStranger(index, { proof: 'own-form' }));
    for (const index of numbers(60)) await comesIn(world, aStranger(200 + index));
    expect(answers(world)).toBe(250);
  });

  test('the same address twice a day by our own form is answered twice', async () => {
    const world = await aWorld();
    const { contact } = aStranger(1);
    for (const index of [1, 2]) await comesIn(world, aStranger(index, { contact, proof: 'own-form' }));
    expect(answers(world)).toBe(2);
  });
});

describe('an address', () => {
  const { contact } = aStranger(1);

  test.each([
    ['by our own form', ['own-form']],
    ['by a hook', ['hook']],
    ['by both', ['hook', 'own-form']],
  ] satisfies [string, Proof[]][])(
    'that is named ten times %s is answered three times a day',
    async (_, proofs) => {
      const world = await aWorld();
      for (const index of numbers(10)) {
        const proof = proofs[index % proofs.length];
        await comesIn(world, aStranger(index, { contact, ...(proof && { proof }) }));
      }
      expect(answers(world)).toBe(3);
      expect(mailsTo(world, owner)).toHaveLength(6);
      expect(await world.waiting.list()).toHaveLength(4);
      const later = addDuration(monday10, 'PT24H');
      world.clock.set(later);
      await comesIn(world, aStranger(11, { contact, proof: 'hook', capturedAt: later }));
      expect(answers(world)).toBe(4);
    },
  );

  test('whose day a stranger began is answered all the same when its owner proves himself', async () => {
    const world = await aWorld();
    for (const index of numbers(3)) await comesIn(world, aStranger(index, { contact }));
    for (const index of [4, 5, 6]) await comesIn(world, aStranger(index, { contact, proof: 'own-form' }));
    expect(answers(world)).toBe(3);
  });

  test('is answered once a day, whatever the second request says, and the alert tells why', async () => {
    const world = await aWorld();
    await comesIn(world, aStranger(1));
    const second = await comesIn(world, aStranger(2, { contact }));
    expect(second.muted).toBe('answered-lately');
    expect(answers(world)).toBe(1);
    const alert = mailsTo(world, owner).at(-1)?.text.replace(/\s+/g, ' ');
    expect(alert).toContain('Keine Eingangsbestätigung gesendet: In den letzten 24 Stunden');
    expect(alert).toContain('Eingangsbestätigung senden');
    world.clock.set(addDuration(monday10, 'PT24H'));
    await comesIn(world, aStranger(3, { contact, capturedAt: addDuration(monday10, 'PT24H') }));
    expect(answers(world)).toBe(2);
  });

  test('of a customer whom somebody worked for is answered three times a day', async () => {
    const before = { ...aLeadIn('won'), capturedAt: addDuration(monday10, '-P300D') };
    const world = await aWorld({ leads: [before] });
    const known = { ...contact, email: before.contact.email };
    await world.contacts.linkLead({ kind: 'email', value: known.email ?? '' }, before.id);
    for (const index of numbers(5)) await comesIn(world, aStranger(index, { contact: known }));
    expect(mailsTo(world, known.email ?? '')).toHaveLength(3);
  });

  test('is not known by what a stranger typed in yesterday', async () => {
    const yesterday = aStranger(9, { contact, capturedAt: addDuration(monday10, '-P2D') });
    const world = await aWorld({ leads: [yesterday] });
    await world.contacts.linkLead({ kind: 'email', value: contact.email ?? '' }, yesterday.id);
    for (const index of numbers(5)) await comesIn(world, aStranger(index, { contact }));
    expect(answers(world)).toBe(1);
  });

  test('named in the tenth form of a day is told to the owner together with the others', async () => {
    const world = await aWorld();
    for (const index of numbers(10)) await comesIn(world, aStranger(index, { contact }));
    expect(mailsTo(world, owner)).toHaveLength(4);
    expect(await world.waiting.list()).toHaveLength(6);
  });

  test('of somebody who smells gas gets the advice once an hour, whatever went there before', async () => {
    const world = await aWorld();
    const request = { ...aLead().request, urgency: 'now' as const, gas: true };
    await comesIn(world, aStranger(1));
    for (const index of [2, 3])
      await comesIn(world, aStranger(index, { contact, request, stage: 'service' }));
    expect(answers(world)).toBe(2);
    world.clock.set(addMinutes(monday10, 61));
    await comesIn(
      world,
      aStranger(4, { contact, request, stage: 'service', capturedAt: addMinutes(monday10, 61) }),
    );
    expect(answers(world)).toBe(3);
  });
});

describe('the budget of a day', () => {
  test('used up, it never keeps the advice from somebody who smells gas', async () => {
    const world = await aWorld();
    for (const index of numbers(51)) await comesIn(world, aStranger(index));
    expect(answers(world)).toBe(50);
    const request = { ...aLead().request, urgency: 'now' as const, gas: true };
    await comesIn(world, aStranger(60, { request, stage: 'service' }));
    expect(answers(world)).toBe(51);
  });

  test('used up, each further request is stored, waits for one tap and is told', async () => {
    const world = await aWorld();
    for (const index of numbers(50)) await comesIn(world, aStranger(index));
    const lead = await comesIn(world, aStranger(51));
    expect(lead).toMatchObject({ muted: 'flood', alertedAt: monday10 });
    expect(lead).not.toHaveProperty('acknowledgedAt');
    expect(await world.waiting.list()).toEqual([{ leadId: lead.id, what: 'first', at: monday10 }]);
    expect(mailsTo(world, owner)).toHaveLength(50);
    expect(world.metrics.counted).toContainEqual(['Withheld', 1]);
  });

  test('is not used up by a provider that refuses mails for an hour', async () => {
    const world = await aWorld();
    const lead = aStranger(1);
    await world.leads.add(lead, { contentHash: lead.id });
    for (const minute of numbers(60)) {
      world.clock.set(addMinutes(monday10, minute));
      await followUpLead(
        { leadId: lead.id, generation: 1 },
        { ...world, mailer: { send: () => Promise.reject(new Error('throttled')) } },
      ).catch(() => undefined);
      await world.mailLog.release({
        leadId: lead.id,
        key: 'g1#acknowledgement#1',
        claimedAt: world.clock.now(),
      });
    }
    for (const index of numbers(49))
      await comesIn(world, aStranger(100 + index, { capturedAt: world.clock.now() }));
    expect(answers(world)).toBe(49);
  });
});

test('limits that cannot be asked keep nobody from his answer', async () => {
  const world = await aWorld();
  const fails = () => Promise.reject(new Error('The table is down'));
  const limits = { ...world.limits, claimAnswer: fails, countAcknowledgement: fails };
  await comesIn({ ...world, limits }, aStranger(1));
  expect(answers(world)).toBe(1);
});

test('an answer that the owner asks for is limited by nothing', async () => {
  const world = await aWorld();
  const { contact } = aStranger(1);
  await comesIn(world, aStranger(1));
  await comesIn(world, aStranger(2, { contact, acknowledgement: 'requested' }));
  expect(answers(world)).toBe(2);
});
