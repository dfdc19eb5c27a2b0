import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const customer = 'erika@example.org';

let system: LocalSystem;
let id: string;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** The page that follows a tap has the next sensible actions as fresh links. */
let page = '';
async function tap(label: string, fields: Record<string, string> = {}): Promise<void> {
  page = await system.press(label, page, fields);
}

const typesOf = async () => (await system.lead(id)).timeline.map((event) => event.type);

test('a form is answered at once, and the owner is told', async () => {
  id = await system.capture({
    name: 'Erika Muster',
    email: customer,
    phone: '089 1234567',
    message: 'Wir möchten unser Bad erneuern: bodengleiche Dusche statt Wanne.',
  });
  await system.quiet();
  expect(await system.lead(id)).toMatchObject({ stage: 'new', probability: 5, waitsFor: 'owner' });
  const [answer] = await system.mailsTo(customer);
  expect(answer?.text).toContain(id);
  expect(answer?.headers['auto-submitted']).toBe('auto-replied');
  page = (await system.newestTo(owner)).html;
});

test('nobody answers the phone: the customer gets a mail two working days later', async () => {
  await tap('Nicht erreicht');
  expect(await system.lead(id)).toMatchObject({
    stage: 'first-contact',
    probability: 10,
    waitsFor: 'customer',
  });
  await system.advance('P3D');
  const [, reminder, ...others] = await system.mailsTo(customer);
  expect(others).toEqual([]);
  // To the minute as after the tap; a busy machine takes some of them to get there.
  expect(reminder?.at).toMatch(/^2026-11-25T08:0/);
  expect(reminder?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
});

test('the customer calls back: needs analysis, then an opportunity with a value', async () => {
  await tap('Erreicht', { note: 'Will auch eine neue Heizung.' });
  expect(await system.lead(id)).toMatchObject({
    stage: 'needs-analysis',
    probability: 20,
    waitsFor: 'owner',
  });
  await tap('Auftrag möglich', { valueCents: '12.000' });
  expect(await system.lead(id)).toMatchObject({
    stage: 'opportunity',
    probability: 30,
    valueCents: 1_200_000,
    waitsFor: 'owner',
  });
});

test('a visit is confirmed with an invitation, reminded the day before, and its quote is asked for', async () => {
  await tap('Besichtigung planen', { date: '2026-12-03', time: '14:00', durationMinutes: '60' });
  const confirmation = await system.newestTo(customer);
  expect(confirmation.attachments.map((file) => file.contentType).join()).toContain('text/calendar');
  expect(await system.lead(id)).toMatchObject({
    stage: 'site-visit',
    probability: 50,
    visit: { startsAt: '2026-12-03T13:00:00.000Z' },
  });
  await system.moveTo('2026-12-02T12:00:00.000Z');
  expect((await system.newestTo(customer)).at).toMatch(/^2026-12-02T07:00/);
  await system.moveTo('2026-12-04T16:00:00.000Z');
  expect((await system.newestTo(owner)).html).toContain('Angebot');
});

test('the quote is followed up, negotiated and won', async () => {
  await tap('Angebot verschickt', { quotedCents: '11.500,00' });
  expect(await system.lead(id)).toMatchObject({ stage: 'quoted', probability: 75, valueCents: 1_150_000 });
  const before = (await system.mailsTo(customer)).length;
  await system.advance('P7D');
  expect(await system.mailsTo(customer)).toHaveLength(before + 1);
  await tap('In Verhandlung');
  expect(await system.lead(id)).toMatchObject({ stage: 'negotiation', probability: 90 });
  await system.moveTo('2026-12-16T09:00:00.000Z');
  await tap('Gewonnen', { finalCents: '11.000' });
  expect(await system.lead(id)).toMatchObject({
    stage: 'won',
    probability: 100,
    finalCents: 1_100_000,
    waitsFor: 'nobody',
  });
});

test('the timeline tells all of it, the digest of the next day the office but not him who won it, and then there is silence', async () => {
  const types = await typesOf();
  for (const type of [
    'captured',
    'acknowledged',
    'owner-alerted',
    'contact-attempted',
    'moved',
    'follow-up-sent',
    'value-changed',
    'visit-planned',
    'owner-chased',
  ]) {
    expect(types).toContain(type);
  }
  await system.moveTo('2026-12-17T06:00:00.000Z');
  expect((await system.newestTo(owner)).at).not.toMatch(/^2026-12-17/);
  const digest = await system.newestTo('buero@muster-haustechnik.example');
  expect(digest.at).toMatch(/^2026-12-17T05:30/);
  expect(digest.html).toContain('Erika Muster');
  expect(digest.html).toContain('11.000');
  const mails = await system.mailbox();
  await system.advance('P60D');
  expect(await system.mailbox()).toEqual(mails);
});

test('no mail went out twice', async () => {
  const keys = (await system.mailbox()).map((mail) => mail.headers['x-nachfass-mail']).filter(Boolean);
  expect(new Set(keys).size).toBe(keys.length);
});
