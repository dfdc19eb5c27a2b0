/** Whatever the business notes for itself, by whatever way, reaches no customer: not by mail, not in a calendar, on no page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const secret = 'Zitronenfalter';

let system: LocalSystem;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const viewOf = async (html: string) => (await fetch(linkBehind('Ganze Anfrage ansehen', html))).text();

/** Everything that one who has these addresses could read: mails with their calendars, and the pages behind their links. */
async function readBy(addresses: readonly string[]): Promise<string> {
  const mails = (await Promise.all(addresses.map((address) => system.mailsTo(address)))).flat();
  const files = await Promise.all(
    mails.flatMap(({ id, attachments }) =>
      attachments.map(async (_, index) =>
        (await system.get(`/_local/mail/${id}/attachments/${index}`)).text(),
      ),
    ),
  );
  const links = mails.flatMap(({ html }) =>
    [...html.matchAll(/href="(http[^"]+\/a\/[^"]+)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&')),
  );
  const pages = await Promise.all(links.map(async (url) => (await fetch(url)).text()));
  return [...mails.map((mail) => JSON.stringify(mail)), ...files, ...pages].join('\n');
}

describe('a call with a note', () => {
  let page: string;
  let id: string;

  test('is noted without an alert to its author, and confirmed as it was discussed', async () => {
    await system.capture({ name: 'Vorher', email: 'vorher@example.org', message: 'Bad' });
    // The digest has the button; the page of any lead leads nowhere near it.
    await system.moveTo('2026-11-24T06:00:00.000Z');
    const digest = await system.newestTo(owner);
    const before = (await system.mailsTo(owner)).length;
    page = await system.press('Anruf erfassen', digest.html, {
      phone: '0171 5550199',
      name: 'Karl Maier',
      email: 'karl@example.org',
      message: 'Die Heizung im Keller soll erneuert werden.',
      urgency: 'planned',
      address: 'Am Bach 3',
      city: 'Dachau',
      source: 'word-of-mouth',
      note: `Schwager vom ${secret}, Preis hoch ansetzen`,
      date: '2026-12-03',
      time: '14:00',
      durationMinutes: '60',
    });
    const lead = (await system.leads()).find(({ contact }) => contact.name === 'Karl Maier');
    id = lead?.id ?? '';
    expect(lead).toMatchObject({ source: 'word-of-mouth', visit: { startsAt: '2026-12-03T13:00:00.000Z' } });
    const alerts = (await system.mailsTo(owner))
      .slice(before)
      .filter(({ headers }) => headers['x-nachfass-mail']?.includes('new-lead-alert'));
    expect(alerts).toEqual([]);
    const told = await system.mailsTo('karl@example.org');
    expect(told.map(({ text }) => text).join()).toContain('wie am Telefon besprochen');
    expect(told.flatMap(({ attachments }) => attachments)).toHaveLength(1);
  });

  test('gets more notes by page and by mail, and the owner sees all of them, marked as his', async () => {
    const view = await viewOf(page);
    await system.press('Notiz nur für uns', view, { note: `Frau ${secret} öffnet` });
    const [mail] = (await system.mailsTo(owner)).filter(({ subject }) => subject.includes(id));
    await system.mail({
      from: owner,
      to: mail?.replyTo[0] ?? '',
      subject: `Re: ${mail?.subject}`,
      text: `Notiz: Skonto nur dem ${secret}`,
    });
    await system.quiet();
    const shown = await viewOf(page);
    expect(shown).toContain('Notizen (nur für uns)');
    expect(shown.split(secret).length - 1).toBeGreaterThanOrEqual(3);
  });

  test('goes on to a visit, a quote, reminders and its end: nothing of it reached the customer', async () => {
    await system.moveTo('2026-12-04T16:00:00.000Z');
    await system.press('Angebot verschickt', await viewOf(page), { quotedCents: '8500' });
    await system.advance('P30D');
    await system.press('Verloren', await viewOf(page), { reason: 'Zu teuer', 'reason-own': secret });
    await system.advance('P30D');
    const mails = await system.mailsTo('karl@example.org');
    expect(mails.length).toBeGreaterThan(4);
    expect(await readBy(['karl@example.org'])).not.toContain(secret);
  });

  test('takes one after the end, too', async () => {
    const mail = (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes(id));
    await system.mail({
      from: owner,
      to: mail?.replyTo[0] ?? '',
      subject: 'Re: Ihre Anfrage',
      text: `Notiz: im Frühling den ${secret} fragen`,
    });
    await system.quiet();
    expect((await system.lead(id)).timeline.at(-1)).toMatchObject({ type: 'noted', by: 'owner' });
    expect(await readBy(['karl@example.org'])).not.toContain(secret);
  });
});
