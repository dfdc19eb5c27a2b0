/** Whoever gave his number once is called back on it, and is not asked for it again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const shop = 'anfrage@muster-haustechnik.example';

let system: LocalSystem;
beforeAll(async () => {
  // A Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
const aboutTo = async (address: string, id: string) =>
  (await system.mailsTo(address)).filter(({ text }) => text.includes(id));

/** Somebody asks by the form with a number, and a day later his pipe bursts. */
async function known(name: string, email: string, phone: string) {
  await system.capture({ name, email, phone, message: 'Neues Bad' });
  await system.quiet();
  const confirmation = await system.newestTo(email);
  await system.advance('PT25H');
  return confirmation;
}

async function newestLead() {
  await system.quiet();
  const [lead] = (await system.leads()).toSorted((a, b) => b.capturedAt.localeCompare(a.capturedAt));
  if (!lead) throw new Error('No lead');
  return lead;
}

describe.each([
  ['a mail of its own', 'Wir haben einen Rohrbruch, bitte kommen Sie sofort!', false, 722185],
  ['an answer to our mail', 'Jetzt tropft es durch die Decke!', true, 722186],
  ['an answer about gas', 'Hilfe, hier riecht es nach Gas', true, 722187],
])('an emergency by %s', (_, text, isAnswer, number) => {
  const email = `karla${number}@kunde.example`;
  const phone = `0173 3${number}`;
  let id = '';

  test('tells the owner the number that is known, in the alarm and in each that follows', async () => {
    const confirmation = await known('Karla Kennt', email, phone);
    await system.mail({
      from: `Karla Kennt <${email}>`,
      to: isAnswer ? (confirmation.replyTo[0] ?? '') : shop,
      subject: isAnswer ? `Re: ${confirmation.subject}` : 'Notfall',
      text,
    });
    const lead = await newestLead();
    id = lead.id;
    expect(lead).toMatchObject({ stage: 'service', contact: { email } });
    await system.advance('PT31M');
    const alarms = await aboutTo(owner, id);
    expect(alarms.length).toBeGreaterThan(1);
    for (const alarm of alarms) {
      expect(alarm.text).toContain(phone);
      expect(alarm.html).toContain('href="tel:');
      expect(inOneLine(alarm.text)).toContain('aus einer früheren Anfrage');
    }
  });

  test('does not ask her for it, and does not send it anywhere', async () => {
    const mails = await aboutTo(email, id);
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      expect(inOneLine(mail.text)).not.toContain('Uns fehlt Ihre Telefonnummer');
      expect(mail.text + mail.html).not.toContain(phone);
    }
  });
});

test('somebody else at the same address is asked for his number, and the owner reads the other one as what it is', async () => {
  const email = 'familie@kunde.example';
  await known('Otto Alt', email, '0173 7654321');
  await system.mail({ from: `Ute Jung <${email}>`, to: shop, subject: 'Notfall', text: 'Rohrbruch im Bad!' });
  const { id } = await newestLead();
  const [alarm] = await aboutTo(owner, id);
  expect(alarm?.text).toContain('0173 7654321');
  expect(inOneLine(alarm?.text ?? '')).toContain('unter anderem Namen');
  const [mail] = await aboutTo(email, id);
  expect(inOneLine(mail?.text ?? '')).toContain('Uns fehlt Ihre Telefonnummer');
});

test('whoever is not known is asked, and whoever gives a new number is called on that one', async () => {
  await system.mail({
    from: 'Nie Da <nie@kunde.example>',
    to: shop,
    subject: 'Notfall',
    text: 'Rohrbruch im Keller!',
  });
  const stranger = await newestLead();
  const [mail] = await aboutTo('nie@kunde.example', stranger.id);
  expect(inOneLine(mail?.text ?? '')).toContain('Uns fehlt Ihre Telefonnummer');
  await known('Ida Neu', 'ida@kunde.example', '0173 1111111');
  await system.mail({
    from: 'Ida Neu <ida@kunde.example>',
    to: shop,
    subject: 'Notfall',
    text: 'Rohrbruch! Meine Nummer: 0173 2222222',
  });
  const [alarm] = await aboutTo(owner, (await newestLead()).id);
  expect(alarm?.text).toContain('0173 2222222');
  expect(alarm?.text).not.toContain('0173 1111111');
});
