/** A visit is moved, called off, and ends with the request; its customer hears each of it once, in words and in his calendar. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
let system: LocalSystem;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const visitOn = (date: string, time = '14:00') => ({ date, time, durationMinutes: '60' });

const toOwnerAbout = async (id: string) =>
  (await system.mailsTo(owner)).filter(({ headers }) => headers['x-nachfass-mail']?.startsWith(`${id}/`));

async function pageOf(id: string): Promise<string> {
  const mail = (await toOwnerAbout(id)).at(-1);
  return (await fetch(linkBehind('Ganze Anfrage ansehen', mail?.html ?? ''))).text();
}

const press = async (id: string, label: string, fields: Record<string, string> = {}, query = '') =>
  system.press(label, await pageOf(id), fields, query);

/** The newest mail to this address, and the entry for the calendar in it. */
async function newest(address: string) {
  const mail = await system.newestTo(address);
  const index = mail.attachments.findIndex(({ contentType }) => contentType.startsWith('text/calendar'));
  const entry = await (await system.get(`/_local/mail/${mail.id}/attachments/${index}`)).text();
  const of = (name: string) => new RegExp(`^${name}[^:]*:(.*?)\r?$`, 'm').exec(entry)?.[1];
  return {
    ...mail,
    method: of('METHOD'),
    uid: of('UID'),
    sequence: Number(of('SEQUENCE')),
    start: of('DTSTART'),
  };
}

async function planned(name: string, date: string, time = '14:00') {
  const email = `${name}@example.org`;
  const id = await system.capture({
    name: `Vera ${name}`,
    email,
    phone: '089 1234567',
    message: 'Neues Bad',
    address: 'Lindenweg 4',
    postcode: '80331',
    city: 'München',
  });
  await system.quiet();
  await press(id, 'Besichtigung planen', visitOn(date, time));
  return { id, email };
}

describe('a visit that is moved', () => {
  test('keeps its entry in the calendar, which gets a higher number, and is told in words', async () => {
    const { id, email } = await planned('verschoben', '2026-12-03');
    const first = await newest(email);
    await press(id, 'Termin verschieben', visitOn('2026-12-04', '10:00'));
    const moved = await newest(email);
    const told = (await toOwnerAbout(id)).at(-1);
    expect(told?.subject).toContain('Besichtigung verschoben auf');
    expect(told?.text).toContain('ist verschoben');
    expect(told?.text).toContain('Bisher: Donnerstag, 3. Dezember 2026, 14:00 Uhr');
    expect((await pageOf(id)).replace(/\s|&nbsp;/g, ' ')).toMatch(
      /verschoben von Donnerstag, 3. Dezember 2026, 14:00 Uhr auf Freitag, 4/,
    );
    expect(await pageOf(id)).not.toContain('(2.)');
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first.uid, start: '20261204T090000Z' });
    expect(moved.sequence).toBeGreaterThan(first.sequence);
    expect(moved.text).toContain('10:00');
    expect((await system.lead(id)).timeline.at(-1)?.type).not.toBe('visit-planned');
    expect((await system.lead(id)).timeline.map(({ type }) => type)).toContain('visit-moved');
  });
});

describe('"Danke, passt mir gut!" to a visit', () => {
  test('is told as what it is, can be read in the notice and in the digest, and holds up no quote', async () => {
    const { id, email } = await planned('zugesagt', '2026-11-24', '15:00');
    const confirmation = await newest(email);
    await system.inbound(
      [
        `From: ${email}`,
        `To: ${confirmation.replyTo[0]}`,
        `Subject: Re: ${confirmation.subject}`,
        'Message-ID: <yes-1@example.org>',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Danke, passt mir gut! LG Vera',
      ].join('\r\n'),
    );
    await system.quiet();
    const notice = (await toOwnerAbout(id)).at(-1);
    expect(notice?.text).toContain('Danke, passt mir gut!');
    expect(notice?.text).not.toContain('jetzt sind Sie dran');
    expect(linkBehind('Gelesen', notice?.html ?? '')).toContain('/a/');
    expect(await pageOf(id)).not.toContain('Sie sind dran');
    await system.moveTo('2026-11-24T06:00:00.000Z');
    const digest = (await system.mailsTo(owner)).findLast(({ headers }) =>
      headers['x-nachfass-mail']?.startsWith('digest/'),
    );
    expect(linkBehind('Gelesen', digest?.html ?? '')).toContain('/a/');
    await system.moveTo('2026-11-27T12:00:00.000Z');
    const mails = await system.mailsTo(owner);
    expect(
      mails.some(({ text }) => /wartet Vera zugesagt auf Ihr Angebot/.test(text.replace(/\s+/g, ' '))),
    ).toBe(true);
    expect(mails.some(({ text }) => text.includes('geantwortet und wartet'))).toBe(false);
    await press(id, 'Gelesen');
    expect(await pageOf(id)).not.toContain('>Gelesen<');
  });
});

describe('a visit that is called off', () => {
  test('is told in words and taken out of the calendar, and a new date can be made', async () => {
    const { id, email } = await planned('abgesagt', '2026-12-03', '09:00');
    const first = await newest(email);
    await press(id, 'Termin absagen');
    const off = await newest(email);
    expect(off).toMatchObject({ method: 'CANCEL', uid: first.uid });
    expect(off.sequence).toBeGreaterThan(first.sequence);
    expect(off.text).toContain('absagen');
    const lead = await system.lead(id);
    expect(lead.visit).toBeUndefined();
    expect(lead.timeline.map(({ type }) => type)).toContain('visit-cancelled');
    await press(id, 'Besichtigung planen', visitOn('2026-12-07', '09:00'));
    const again = await newest(email);
    expect(again).toMatchObject({ method: 'REQUEST', uid: first.uid });
    expect(again.sequence).toBeGreaterThan(off.sequence);
  });

  test.each([
    ['Verloren', { reason: 'zu teuer' }, ''],
    ['Später', { until: '2027-01-15' }, ''],
    ['Andere Stufe', { reason: 'kein Budget', lookAgainOn: '2027-03-01' }, '?to=unqualified'],
    ['Andere Stufe', { kind: 'project' }, '?to=in-progress'],
  ])('with the request, by "%s" %o: once, and no reminder of it follows', async (step, fields, query) => {
    const name = `ende-${step.length}${query.slice(4)}`;
    const { id, email } = await planned(name, '2027-01-13', '11:00');
    await press(id, step, fields, query);
    const mails = await system.mailsTo(email);
    expect((await newest(email)).method).toBe('CANCEL');
    // Nothing comes of it, perhaps because he said so himself.
    const isNo = step === 'Verloren' || query === '?to=unqualified';
    const { text } = await newest(email);
    expect(/anderen Termin|leider müssen wir/.test(text)).toBe(!isNo);
    expect(text).toContain(isNo ? 'findet nicht statt' : 'absagen');
    await system.killAndRestart();
    await system.quiet();
    expect(await system.mailsTo(email)).toHaveLength(mails.length);
    expect((await toOwnerAbout(id)).map(({ subject }) => subject).join()).toContain('Termin abgesagt');
  });

  test('of which the customer never heard is told to nobody', async () => {
    const id = await system.capture({ name: 'Nur Telefon', phone: '089 7654321', message: 'Bad' });
    await system.quiet();
    await press(id, 'Besichtigung planen', visitOn('2026-12-09'));
    await press(id, 'Termin absagen');
    expect((await system.mailsTo(owner)).at(-1)?.text).toContain('am Telefon ab');
  });
});

describe('a visit of an order that was won', () => {
  test('takes place: both are reminded the day before, with time and street', async () => {
    const { id, email } = await planned('gewonnen', '2026-12-10', '15:00');
    await press(id, 'Andere Stufe', { finalCents: '3.210' }, '?to=won');
    expect(await system.lead(id)).toMatchObject({ stage: 'won', waitsFor: 'nobody' });
    await system.moveTo('2026-12-09T12:00:00.000Z');
    const reminder = await system.newestTo(email);
    expect(reminder.subject).toMatch(/^Morgen 15:00: .*Lindenweg 4/);
    expect(reminder.text).toContain('google.com/maps');
    const own = (await toOwnerAbout(id)).at(-1);
    expect(own?.subject).toMatch(/^Morgen 15:00: Vera gewonnen, Lindenweg 4/);
    const mails = (await system.mailsTo(email)).length;
    await system.moveTo('2026-12-20T12:00:00.000Z');
    expect(await system.mailsTo(email)).toHaveLength(mails);
    const running = (await (await system.get('/_local/executions')).json()) as {
      name: string;
      status: string;
    }[];
    expect(running.filter(({ name, status }) => status === 'RUNNING' && name.startsWith(id))).toEqual([]);
  });
});

test('before a visit that is later than the rhythm of a quote nobody is asked about the quote', async () => {
  const { id, email } = await planned('spaet', '2027-01-25', '13:00');
  await press(id, 'Angebot verschickt', { quotedCents: '8.500' });
  const before = (await system.mailsTo(email)).length;
  const chased = (await toOwnerAbout(id)).length;
  await system.moveTo('2027-01-21T12:00:00.000Z');
  expect(await system.mailsTo(email)).toHaveLength(before);
  expect(await toOwnerAbout(id)).toHaveLength(chased);
});

describe('a date that hardly anybody means', () => {
  async function form(id: string) {
    const link = new URL(linkBehind('Besichtigung planen', await pageOf(id)), system.url).href;
    return (fields: Record<string, string>) => system.tap(link, fields);
  }
  const asked = async (name: string) => {
    const email = `${name}@example.org`;
    const id = await system.capture({ name: `Vera ${name}`, email, message: `Neues Bad ${name}` });
    await system.quiet();
    return { id, email, send: await form(id) };
  };
  const despite = (page: string) => ({ despite: /name="despite" value="([^"]+)"/.exec(page)?.[1] ?? '' });

  test.each([
    ['nacht', '2027-02-02', '03:00', 'in der Nacht'],
    ['feiertag', '2027-03-29', '10:00', 'Ostermontag'],
    ['sonntag', '2027-02-07', '10:00', 'arbeiten Sie sonst nicht'],
    ['abend', '2027-02-02', '19:00', 'außerhalb Ihrer Arbeitszeit'],
  ])('%s: is warned of, and counts once it is confirmed', async (name, date, time, words) => {
    const { id, email, send } = await asked(name);
    const { page } = await send(visitOn(date, time));
    expect(page).toContain(words);
    expect((await system.lead(id)).visit).toBeUndefined();
    expect((await send({ ...visitOn(date, time), ...despite(page) })).status).toBe(200);
    await system.quiet();
    expect((await system.lead(id)).visit).toBeDefined();
    expect((await newest(email)).method).toBe('REQUEST');
  });

  test('beside another visit is warned of by name; after that one it is not', async () => {
    const first = await asked('erste');
    expect((await first.send(visitOn('2027-02-04', '10:00'))).status).toBe(200);
    const second = await asked('zweite');
    const { page } = await second.send(visitOn('2027-02-04', '10:30'));
    expect(page).toContain('Vera erste');
    expect((await system.lead(second.id)).visit).toBeUndefined();
    // Whoever corrects the date is not held to the one he was warned of.
    expect((await second.send({ ...visitOn('2027-02-04', '09:30'), ...despite(page) })).page).toContain(
      'Vera erste',
    );
    expect((await second.send(visitOn('2027-02-04', '11:00'))).status).toBe(200);
  });
});
