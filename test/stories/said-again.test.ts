/** What is said once counts once, what is said again on purpose counts again, and no timer takes a button away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hiddenFields,
  type LocalSystem,
  linkBehind,
  type MailboxEntry,
  startLocalSystem,
} from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';

let system: LocalSystem;
beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const alertOf = async (id: string): Promise<MailboxEntry> => {
  const alert = (await system.mailsTo(owner)).find(({ subject }) => subject.includes(id));
  if (!alert) throw new Error(`No alert about ${id}`);
  return alert;
};
const count = async (id: string, type: string) =>
  (await system.lead(id)).timeline.filter((event) => event.type === type).length;

describe('the owner answers the digest', () => {
  const customer = 'otto@kunde.test';
  let id: string;
  let digest: MailboxEntry;
  let line: string;

  const answer = (text: string, messageId: string) =>
    system
      .mail({
        from: owner,
        to: digest.replyTo[0] ?? '',
        subject: `AW: ${digest.subject}`,
        inReplyTo: digest.headers['message-id'] ?? '',
        messageId: `<${messageId}@owner.test>`,
        text,
      })
      .then(() => system.quiet());
  const reports = async () =>
    (await system.mailsTo(owner)).filter(({ subject }) => /ingetragen|offen/.test(subject));

  test('with the visit on Thursday, and again with other words: there is one appointment and one mail', async () => {
    id = await system.capture({ name: 'Otto Berger', email: customer, message: 'Unser Bad ist alt.' });
    await system.quiet();
    await system.moveTo('2026-11-24T07:00:00.000Z');
    digest = (await system.mailsTo(owner)).findLast(
      (mail) => mail.headers['x-nachfass'] === 'digest',
    ) as MailboxEntry;
    line = /(\d+) · Otto Berger/.exec(digest.text)?.[1] ?? '';
    await answer(`${line} Besichtigung Do 14 Uhr`, 'visit-1');
    await answer(`${line} Besichtigung am Donnerstag um 14:00`, 'visit-2');
    const told = (await system.mailsTo(customer)).filter(({ attachments }) => attachments.length > 0);
    expect(told).toHaveLength(1);
    expect(await count(id, 'visit-planned')).toBe(1);
    expect((await system.lead(id)).visit).toMatchObject({
      startsAt: '2026-11-26T13:00:00.000Z',
      sequence: 0,
    });
    const both = await reports();
    expect(both).toHaveLength(2);
    for (const { text } of both) expect(text).not.toContain('Nicht eingetragen');
  });

  test('and the same mail comes twice: one call in vain; said the next day it is another one', async () => {
    await answer(`${line} nicht erreicht`, 'call-1');
    await answer(`${line} nicht erreicht`, 'call-1');
    expect(await count(id, 'contact-attempted')).toBe(1);
    await system.advance('P1D');
    await answer(`${line} nicht erreicht`, 'call-2');
    expect(await count(id, 'contact-attempted')).toBe(2);
  });

  test('a new time is told once more, and back to the old one too', async () => {
    const before = (await system.mailsTo(customer)).length;
    await answer(`${line} Besichtigung Fr 9 Uhr`, 'visit-3');
    await answer(`${line} Besichtigung Do 14 Uhr`, 'visit-4');
    await answer(`${line} Besichtigung Do 14 Uhr`, 'visit-5');
    expect((await system.mailsTo(customer)).length - before).toBe(2);
  });
});

describe('buttons', () => {
  test('a form that is sent twice is one call, one that is opened again another', async () => {
    const id = await system.capture({ name: 'Doro Doppel', email: 'doro@kunde.test', message: 'Neue Küche' });
    await system.quiet();
    const { html } = await alertOf(id);
    const quoted = await system.press('Angebot verschickt', await system.press('Erreicht', html), {
      quotedCents: '4000',
    });
    const page = await (await fetch(linkBehind('Ganze Anfrage ansehen', quoted))).text();
    const calls = await count(id, 'contact-attempted');
    await system.advance('P30D');
    const stalled = await (await fetch(linkBehind('Ganze Anfrage ansehen', quoted))).text();
    expect(stalled).not.toBe(page);
    const reached = linkBehind('Erreicht', stalled);
    const body = new URLSearchParams(hiddenFields(await (await fetch(reached)).text()));
    for (let times = 0; times < 3; times++) {
      expect((await fetch(reached, { method: 'POST', body })).status).toBe(200);
    }
    await system.quiet();
    expect(await count(id, 'contact-attempted')).toBe(calls + 1);
  });

  test('an emergency can be taken from its first alert, after the one alarm for many has ended', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      ids.push(
        await system.capture({
          name: `Nora Not ${index}`,
          phone: `0171 44400${index}1`,
          message: `Im Haus ${index} ist ein Rohr gebrochen, das Wasser läuft in den Keller ${index}.`,
          urgency: 'now',
        }),
      );
      await system.quiet();
    }
    const [first = ''] = ids;
    const alert = await alertOf(first);
    const generation = async () => (await system.lead(first)).generation;
    const before = await generation();
    for (const id of ids.slice(2)) {
      const page = await fetch(new URL(`/_local/lead/${id}`, system.url));
      await system.press('Ich übernehme', await page.text());
    }
    await system.advance('PT40M');
    expect(await generation()).toBeGreaterThan(before);
    const page = await system.press('Ich übernehme', alert.html);
    expect(page).not.toContain('Inzwischen hat sich etwas getan');
    expect(await system.lead(first)).toMatchObject({ stage: 'service' });
    expect((await system.lead(first)).confirmedAt).toBeDefined();
    // And what is truly over says so.
    const { page: over } = await system.tap(linkBehind('Ich übernehme', alert.html));
    expect(over).toMatch(/Inzwischen hat sich etwas getan|Schon erledigt/);
  });
});

test('whoever stopped the mails and asks anew is answered; what he stops then stays stopped', async () => {
  const customer = 'stefan@kunde.test';
  const id = await system.capture({ name: 'Stefan Still', email: customer, message: 'Neue Heizung' });
  await system.quiet();
  const quote = await system.press('Erreicht', (await alertOf(id)).html);
  await system.press('Angebot verschickt', quote, { quotedCents: '20000' });
  await system.advance('P6D');
  const reminder = await system.newestTo(customer);
  const stop = /<(https?:[^>]+)>/.exec(reminder.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  await fetch(stop, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  const heard = (await system.mailsTo(customer)).length;
  await system.advance('P20D');
  expect(await system.mailsTo(customer)).toHaveLength(heard);
  await system.capture({ name: 'Stefan Still', email: customer, message: 'Jetzt ist das Bad dran.' });
  await system.quiet();
  expect(await system.mailsTo(customer)).toHaveLength(heard + 1);
});
