/** A talk on the phone: what came out stays with the business, and no customer hears anything that nobody chose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const secret = 'Zitronenfalter';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

async function asked(email: string): Promise<{ readonly id: string; readonly alert: string }> {
  const id = await system.capture({ name: 'Karla Kunde', email, message: 'Wir brauchen Ihren Rat.' });
  await system.quiet();
  return { id, alert: (await system.newestTo(owner)).html };
}
const linesOf = async (email: string) =>
  (await system.mailsTo(email)).map(({ text }) => text.replace(/\s+/g, ' '));

describe('after "Erreicht"', () => {
  test('with nothing but a note the customer gets no mail in two months, and the owner is asked', async () => {
    const email = 'offen@kunde.example';
    const { id, alert } = await asked(email);
    await system.press('Erreicht', alert, { note: `Will erst den ${secret} fragen` });
    await system.advance('P60D');
    const lines = await linesOf(email);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(secret);
    expect(await system.lead(id)).toMatchObject({ stage: 'needs-analysis', waitsFor: 'owner' });
    const chases = (await system.lead(id)).timeline.filter(({ type }) => type === 'owner-chased');
    expect(chases).not.toHaveLength(0);
  });

  test('where the customer gets back he is reminded three times, and asked just what was ticked', async () => {
    const email = 'meldet-sich@kunde.example';
    const { alert } = await asked(email);
    await system.press('Erreicht', alert, { next: 'customer', asks: 'timeframe', note: secret });
    await system.advance('P60D');
    const [, ...reminders] = await linesOf(email);
    expect(reminders).toHaveLength(3);
    expect(reminders.join()).toContain('Bis wann soll es fertig sein?');
    expect(reminders.join()).not.toMatch(new RegExp(`Was soll gemacht werden|Welchen Betrag|${secret}`));
  });

  test('where the owner is next on a day he is told on that day, and the customer nothing', async () => {
    const email = 'am-tag@kunde.example';
    const { id, alert } = await asked(email);
    const { now } = await system.advance('PT0S');
    const day = new Date(Date.parse(now) + 14 * 86_400_000).toISOString().slice(0, 10);
    await system.press('Erreicht', alert, { next: 'owner', 'until-own': day });
    expect(await system.lead(id)).toMatchObject({ postponedUntil: day, waitsFor: 'nobody' });
    await system.advance('P20D');
    expect(await linesOf(email)).toHaveLength(1);
    expect((await system.lead(id)).timeline.map(({ type }) => type)).toContain('owner-chased');
  });
});

describe('"E-Mail schreiben"', () => {
  test('goes through the request, by page and by mail, and so does the answer', async () => {
    const email = 'schreibt@kunde.example';
    const { id, alert } = await asked(email);
    const page = await (await fetch(linkBehind('Ganze Anfrage ansehen', alert))).text();
    const written = linkBehind('E-Mail schreiben', page);
    const { pathname, searchParams } = new URL(written);
    const to = decodeURIComponent(pathname);
    expect(to).not.toContain(email);
    expect(alert).toContain(written.replaceAll('&', '&amp;'));
    expect(searchParams.get('subject')).toContain(id);
    await system.mail({
      from: owner,
      to,
      subject: searchParams.get('subject') ?? '',
      text: 'Guten Tag Frau Kunde, wann passt es Ihnen?',
    });
    await system.quiet();
    const mail = await system.newestTo(email);
    expect(mail.text).toContain('wann passt es Ihnen?');
    await system.mail({
      from: email,
      to: mail.replyTo[0] ?? '',
      subject: `Re: ${mail.subject}`,
      text: 'Am Donnerstag.',
    });
    await system.quiet();
    const types = (await system.lead(id)).timeline.map(({ type }) => type);
    expect(types.slice(types.indexOf('owner-replied'))).toContain('customer-replied');
  });
});
