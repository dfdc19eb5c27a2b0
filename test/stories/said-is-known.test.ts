/** What a customer has said he is not asked again, by whichever door he said it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const asking = /Was soll gemacht werden|Bis wann soll|Welchen Betrag/;

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** The owner brings the request to where the customer is waited for and reminded. */
async function talkedTo(
  email: string,
  fields: Readonly<Record<string, unknown>>,
  asks: Readonly<Record<string, string>> = {},
): Promise<string> {
  const id = await system.capture({ name: 'Karla Kunde', email, ...fields });
  await system.quiet();
  const page = (await system.newestTo(owner)).html;
  await system.press('Erreicht', page, { next: 'customer', ...asks });
  return id;
}

describe('somebody who wrote all of it into the form and was talked to', () => {
  test('is asked none of it in any reminder', async () => {
    const email = 'bad@kunde.example';
    await talkedTo(email, { message: 'neues Bad, 7 qm, 20.000 €, bis April' });
    await system.advance('P30D');
    const mails = await system.mailsTo(email);
    expect(mails.length).toBeGreaterThan(2);
    for (const { text } of mails) expect(oneLine(text)).not.toMatch(asking);
  });
});

describe('somebody with something broken', () => {
  test('is asked for no budget', async () => {
    const email = 'hahn@kunde.example';
    await talkedTo(email, { message: 'Der Wasserhahn in der Küche tropft', kind: 'repair' });
    await system.advance('P30D');
    const mails = await system.mailsTo(email);
    expect(mails.length).toBeGreaterThan(2);
    for (const { text } of mails) expect(oneLine(text)).not.toMatch(asking);
  });
});

/** The customer answers the newest mail he got. */
async function answer(email: string, text: string): Promise<void> {
  const mail = await system.newestTo(email);
  await system.mail({ from: email, to: mail.replyTo[0] ?? '', subject: `Re: ${mail.subject}`, text });
  await system.quiet();
}

/** The newest notice to the owner about a request. */
async function noticeOf(id: string) {
  const mail = (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes(id));
  if (!mail) throw new Error(`No notice of ${id}`);
  return mail;
}

describe('somebody who answers all questions in one mail', () => {
  test('is not asked again months later, and the request knows it', async () => {
    const email = 'antwort@kunde.example';
    const id = await talkedTo(email, { message: 'Bitte um Rückruf' }, { asks: 'timeframe' });
    await system.advance('P6D');
    expect(oneLine((await system.newestTo(email)).text)).toMatch(asking);
    await answer(email, 'Neues Bad mit Dusche statt Wanne, bis Ende April, höchstens 20.000 €.');
    const { request } = await system.lead(id);
    expect(request).toMatchObject({ timeframe: 'bis Ende April', budget: 'höchstens 20.000 €' });
    expect(request.installation).toContain('Neues Bad');
    const before = (await system.mailsTo(email)).length;
    await system.press('Später', (await noticeOf(id)).html, { 'until-own': '2027-02-15' });
    await system.moveTo('2027-02-16T09:00:00.000Z');
    const page = await fetch(linkBehind('Ganze Anfrage ansehen', (await noticeOf(id)).html));
    await system.press('Erreicht', await page.text());
    await system.advance('P30D');
    for (const { text } of (await system.mailsTo(email)).slice(before))
      expect(oneLine(text)).not.toMatch(asking);
  });
});

describe('an emergency without a number', () => {
  test('has one as soon as its customer writes it: the owner is told at once and can dial it', async () => {
    const email = 'notfall@kunde.example';
    const id = await system.capture({ name: 'Nora Nass', email, message: 'Rohrbruch, Wasser läuft!' });
    await system.quiet();
    expect(oneLine((await system.newestTo(email)).text)).toContain('Uns fehlt Ihre Telefonnummer');
    await answer(email, 'Meine Nummer ist 0151 2345678');
    expect((await system.lead(id)).contact.phoneE164).toBe('+491512345678');
    const notice = await noticeOf(id);
    expect(notice.subject).toContain('0151 2345678');
    expect(notice.html).toContain('tel:+491512345678');
    await system.advance('PT20M');
    expect((await noticeOf(id)).html).toContain('tel:+491512345678');
  });
});

describe('a number that comes while an emergency runs', () => {
  const alarms = async () =>
    (await (await fetch(`${system.url}/_local/alarms`)).json()) as { leadId: string; text: string }[];

  test('rings where the first alert rang, with the number to call, and the first button still takes it', async () => {
    const email = 'laeuft@kunde.example';
    const id = await system.capture({ name: 'Egon Eilig', email, message: 'Rohrbruch, Wasser läuft!' });
    await system.quiet();
    const alert = await noticeOf(id);
    const before = await alarms();
    await answer(email, 'Ich bin unter 0160 1112223 erreichbar');
    const rang = (await alarms()).slice(before.length);
    expect(rang.map(({ leadId }) => leadId)).toContain(id);
    expect(JSON.stringify(rang)).not.toContain('0160');
    const notice = await noticeOf(id);
    expect(notice.html).toContain('tel:+491601112223');
    expect(notice.html).toContain('Jetzt anrufen');
    await system.press('Ich übernehme', alert.html);
    expect((await system.lead(id)).confirmedAt).toBeDefined();
    const to = 'anfrage@mail.muster-haustechnik.example';
    await system.mail({ from: email, to, subject: 'Meine Nummer', text: 'Oder besser 0170 3334445' });
    await system.quiet();
    expect((await noticeOf(id)).html).toContain('tel:+491703334445');
    expect((await alarms()).slice(before.length + rang.length).map(({ leadId }) => leadId)).toContain(id);
  });
});

describe('an emergency of somebody who is known', () => {
  const person = {
    name: 'Berta Bekannt',
    phone: '0151 7654321',
    address: 'Lindenweg 4',
    postcode: '80331',
    city: 'München',
    message: 'Neues Bad, 7 qm',
  };

  test.each(['as an answer', 'as a mail of its own'])(
    'that comes %s has his name, number and address in alert and page',
    async (way) => {
      const email = `${way.length}@bekannt.example`;
      const first = await system.capture({ ...person, email });
      await system.quiet();
      const text = 'Hilfe, bei uns kommt Wasser durch die Decke!';
      if (way === 'as an answer') await answer(email, text);
      else {
        const to = 'anfrage@mail.muster-haustechnik.example';
        await system.mail({ from: email, to, subject: 'Notfall', text });
        await system.quiet();
      }
      const alert = (await system.mailsTo(owner)).findLast(({ subject }) => subject.startsWith('🚨'));
      expect(alert?.text).toContain(person.name);
      expect(alert?.text).toContain('Lindenweg 4');
      expect(alert?.html).toContain('tel:+491517654321');
      const id = /\[(\w{10})\]/.exec(alert?.subject ?? '')?.[1] ?? '';
      expect(id).not.toBe(first);
      const lead = await system.lead(id);
      expect(lead).toMatchObject({
        stage: 'service',
        relatedTo: first,
        contact: { name: person.name, address: 'Lindenweg 4', city: 'München' },
      });
    },
  );
});

describe('a number that differs from the one that is known', () => {
  test('is taken with one tap from the notice, and dialled from then on', async () => {
    const email = 'nummer@kunde.example';
    const id = await system.capture({
      name: 'Nele Neu',
      email,
      phone: '089 1234567',
      message: 'Neue Dusche',
    });
    await system.quiet();
    await answer(email, 'Sie erreichen mich besser unter 0160 9876543, danke.');
    expect((await system.lead(id)).contact.phoneE164).toBe('+49891234567');
    const page = await system.press('neue Nummer: 0160 9876543 übernehmen', (await noticeOf(id)).html);
    expect(page).toContain('0160 9876543');
    expect((await system.lead(id)).contact.phoneE164).toBe('+491609876543');
  });
});

describe('the address for a visit', () => {
  test('comes by mail, and is not asked for again; the visit stands, and the quote is chased after it', async () => {
    const email = 'besuch@kunde.example';
    const id = await system.capture({
      name: 'Vera Visite',
      email,
      phone: '089 7654321',
      message: 'Neues Bad',
    });
    await system.quiet();
    const { now } = await system.advance('PT0S');
    const day = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
    const monday = Array.from({ length: 7 }, (_, index) => day(7 + index)).find(
      (date) => new Date(date).getUTCDay() === 2,
    );
    const visit = { date: monday ?? '', time: '14:00', durationMinutes: '60' };
    await system.press('Besichtigung planen', (await noticeOf(id)).html, visit);
    expect(oneLine((await system.newestTo(email)).text)).toContain('Ihre Adresse kennen wir noch nicht');
    const before = await system.lead(id);
    await answer(
      email,
      'Guten Tag,\n\nLindenweg 4, 80331 München, bitte bei Visite klingeln.\n\nViele Grüße\nVera Visite',
    );
    const after = await system.lead(id);
    expect(after.contact).toMatchObject({ address: 'Lindenweg 4', postcode: '80331', city: 'München' });
    expect(after).toMatchObject({ stage: before.stage, waitsFor: before.waitsFor, cadence: before.cadence });
    expect((await noticeOf(id)).subject).toContain('Adresse');
    await system.press('Gelesen', (await noticeOf(id)).html);
    expect((await system.lead(id)).cadence).toEqual(before.cadence);
    const told = (await system.mailsTo(email)).length;
    await system.moveTo(`${monday}T12:30:00.000Z`);
    const reminders = (await system.mailsTo(email)).slice(told);
    expect(reminders).toHaveLength(1);
    expect(oneLine(reminders[0]?.text ?? '')).toContain('Lindenweg 4');
    expect(oneLine(reminders[0]?.text ?? '')).not.toContain('kennen wir noch nicht');
    await system.advance('P3D');
    expect(oneLine((await noticeOf(id)).text)).toContain('wartet Vera Visite auf Ihr Angebot');
  });
});
