/** A request is closed, and its customer writes once more: it is the owner's turn like with any other, until he dealt with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
let system: LocalSystem;
let mails = 0;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** A request that ended by this step, and the mail of ours that its customer answers later. */
async function ended(email: string, step: string, fields: Record<string, string>, urgency = 'planned') {
  const name = `Kunde ${email.split('@')[0]}`;
  const id = await system.capture({
    name,
    email,
    phone: '089 1234567',
    message: 'Heizung tauschen',
    urgency,
  });
  await system.quiet();
  const alert = (await system.mailsTo(owner)).findLast(({ text }) => text.includes(id));
  await system.press(step, alert?.html ?? '', fields);
  return { id, email, name };
}

/** An answer to the newest mail that this address got. */
async function write(from: string, to: string, text: string) {
  mails += 1;
  const { subject, replyTo } = await system.newestTo(to);
  const answered = await system.inbound(
    [
      `From: ${from}`,
      `To: ${replyTo[0]}`,
      `Subject: Re: ${subject}`,
      `Message-ID: <closed-${mails}@example.org>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
    ].join('\r\n'),
  );
  await system.quiet();
  return answered;
}

const toOwnerAbout = async (id: string) =>
  (await system.mailsTo(owner)).filter(
    ({ text, headers }) => text.includes(id) && !headers['x-nachfass-mail']?.startsWith('digest/'),
  );

const digests = async () =>
  (await system.mailsTo(owner)).filter(({ headers }) => headers['x-nachfass-mail']?.startsWith('digest/'));

const pageOf = async (id: string) => {
  const mail = (await toOwnerAbout(id)).at(-1);
  return (await fetch(linkBehind('Ganze Anfrage ansehen', mail?.html ?? ''))).text();
};

describe('"können Sie doch kommen?" after the request was lost', () => {
  let lost: { id: string; email: string; name: string };

  test('is told at once, is the owner’s turn, and can be reopened or put down as read', async () => {
    lost = await ended('verlorene@example.org', 'Verloren', { reason: 'zu teuer' });
    expect(await system.lead(lost.id)).toMatchObject({ stage: 'lost', waitsFor: 'nobody' });
    const before = (await toOwnerAbout(lost.id)).length;
    expect(await write(lost.email, lost.email, 'Können Sie doch kommen?')).toMatchObject({ leadId: lost.id });
    expect(await system.lead(lost.id)).toMatchObject({ stage: 'lost', waitsFor: 'owner' });
    const told = (await toOwnerAbout(lost.id)).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Können Sie doch kommen?');
    expect(linkBehind('Gelesen', told[0]?.html ?? '')).toContain('/a/');
    expect(linkBehind('Wieder öffnen', told[0]?.html ?? '')).toContain('/a/');
    expect(await pageOf(lost.id)).toContain('Sie sind dran');
  });

  test('stands in each digest and is chased like any open answer, also after the machine was switched off', async () => {
    await system.killAndRestart();
    const before = (await toOwnerAbout(lost.id)).length;
    await system.moveTo('2026-11-27T17:00:00.000Z');
    expect((await toOwnerAbout(lost.id)).length - before).toBeGreaterThanOrEqual(2);
    const days = (await digests()).filter(({ text }) => text.includes('Können Sie doch kommen?'));
    expect(days.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ]);
    // It is no open request: the figures do not count it.
    expect(days.at(-1)?.text).toMatch(/0 offene Anfragen/);
    expect((await system.mailsTo(lost.email)).length).toBe(1);
  });

  test('is over with "Gelesen": the request is as closed as before, and nobody hears of it again', async () => {
    const page = await system.press('Gelesen', await pageOf(lost.id));
    expect(page).toContain('Gelesen');
    const lead = await system.lead(lost.id);
    expect(lead).toMatchObject({ stage: 'lost', waitsFor: 'nobody', reason: 'zu teuer' });
    expect(lead.timeline.at(-1)).toMatchObject({ type: 'answer-read', by: 'owner' });
    const before = await system.mailbox();
    await system.advance('P14D');
    expect(await system.mailbox()).toEqual(before);
  });

  test('another word of the customer is the owner’s turn anew', async () => {
    await write(lost.email, lost.email, 'Haben Sie es sich überlegt?');
    expect(await system.lead(lost.id)).toMatchObject({ waitsFor: 'owner' });
    expect((await toOwnerAbout(lost.id)).at(-1)?.text).toContain('Haben Sie es sich überlegt?');
  });

  test('is over when the owner answers by mail, which the customer gets', async () => {
    await write(owner, owner, 'Ja, nächste Woche hätten wir Zeit.');
    expect((await system.newestTo(lost.email)).text).toContain('nächste Woche hätten wir Zeit');
    const lead = await system.lead(lost.id);
    expect(lead).toMatchObject({ stage: 'lost', waitsFor: 'nobody' });
    const before = (await toOwnerAbout(lost.id)).length;
    const customers = (await system.mailsTo(lost.email)).length;
    await system.advance('P21D');
    expect(await toOwnerAbout(lost.id)).toHaveLength(before);
    expect(await system.mailsTo(lost.email)).toHaveLength(customers);
  });
});

describe('an answer to a request that ended otherwise', () => {
  /** Two weeks later: nothing of the stories above is due any more. */
  async function answered(email: string, step: string, fields: Record<string, string>, to = '') {
    const { id } = await ended(email, 'Nicht erreicht', {});
    await system.press(step, await pageOf(id), fields, to);
    await write(email, email, 'Ist noch etwas offen?');
    return id;
  }

  test('a won one stays won, with its figure of the month, until it is put down as read', async () => {
    const id = await answered('gewonnene@example.org', 'Andere Stufe', { finalCents: '3.210' }, '?to=won');
    expect(await system.lead(id)).toMatchObject({ stage: 'won', waitsFor: 'owner', finalCents: 321_000 });
    // Over the week-end.
    await system.advance('P4D');
    const digest = (await digests()).at(-1);
    expect(digest?.text).toContain('Ist noch etwas offen?');
    expect(digest?.text.replace(/\s+/g, ' ')).toMatch(/gewonnen im \w+: 1 \(3\.210/);
    await system.press('Gelesen', digest?.html ?? '');
    expect(await system.lead(id)).toMatchObject({ stage: 'won', waitsFor: 'nobody' });
  });

  test('reopening it goes on with the request', async () => {
    const id = await answered('wiedergeoeffnete@example.org', 'Verloren', { reason: 'zu teuer' });
    await system.press('Wieder öffnen', await pageOf(id));
    const lead = await system.lead(id);
    expect(lead).toMatchObject({ stage: 'needs-analysis' });
    expect(lead.cadence?.name).toBe('talked');
  });

  test('one that rests until a date sleeps again until that date once the answer is read', async () => {
    const fields = { reason: 'kein Budget', lookAgainOn: '2027-03-01' };
    const id = await answered('spaetere@example.org', 'Passt (noch) nicht', fields);
    expect(await system.lead(id)).toMatchObject({ stage: 'unqualified', waitsFor: 'owner' });
    await system.press('Gelesen', await pageOf(id));
    expect(await system.lead(id)).toMatchObject({ stage: 'unqualified', waitsFor: 'nobody' });
    const before = (await toOwnerAbout(id)).length;
    const customers = (await system.mailsTo('spaetere@example.org')).length;
    await system.moveTo('2027-02-26T12:00:00.000Z');
    expect(await toOwnerAbout(id)).toHaveLength(before);
    await system.moveTo('2027-03-01T12:00:00.000Z');
    expect((await toOwnerAbout(id)).slice(before).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Wiedervorlage'),
    ]);
    expect(await system.mailsTo('spaetere@example.org')).toHaveLength(customers);
  });

  test('of a call-out that is done it is over by a line in the answer to the digest', async () => {
    const email = 'notfall@example.org';
    const { id } = await ended(email, 'Ich übernehme', {}, 'now');
    await system.press('Einsatz erledigt', await pageOf(id));
    await write(email, email, 'Es tropft wieder ein wenig.');
    expect(await system.lead(id)).toMatchObject({ stage: 'service-done', waitsFor: 'owner' });
    await system.advance('P1D');
    const digest = (await digests()).at(-1);
    const number = /(\d+) · Kunde notfall/.exec(digest?.text ?? '')?.[1];
    await write(owner, owner, `${number} gelesen`);
    expect(await system.lead(id)).toMatchObject({ stage: 'service-done', waitsFor: 'nobody' });
  });

  test('whoever answers our mail from where it went is no spam, and waits until somebody deals with it', async () => {
    const { id, email } = await ended('kein-spam@example.org', 'Spam', {});
    await write(email, email, 'Ich hätte wirklich gern einen neuen Heizkessel!');
    expect(await system.lead(id)).toMatchObject({ spam: true, waitsFor: 'owner' });
    const told = (await toOwnerAbout(id)).at(-1);
    expect(told?.text).toContain('jetzt sind Sie dran');
    expect(linkBehind('Gelesen', told?.html ?? '')).toContain('/a/');
    expect(linkBehind('Wieder öffnen', told?.html ?? '')).toContain('/a/');
    expect(await pageOf(id)).toContain('Als Spam abgelegt, aber');
    expect(await pageOf(id)).toContain('Sie sind dran');
    await system.advance('P4D');
    expect((await digests()).at(-1)?.text).toContain('einen neuen Heizkessel');
    expect((await toOwnerAbout(id)).length).toBeGreaterThan(2);
    await system.press('Gelesen', await pageOf(id));
    expect(await system.lead(id)).toMatchObject({ spam: true, waitsFor: 'nobody' });
    const before = (await toOwnerAbout(id)).length;
    await system.advance('P7D');
    expect(await toOwnerAbout(id)).toHaveLength(before);
  });

  test('of spam it is only told what others write to it, and nobody is chased', async () => {
    const { id, email } = await ended('spam@example.org', 'Spam', {});
    await write('fremd@example.net', email, 'Das war kein Spam!');
    const told = (await toOwnerAbout(id)).at(-1);
    expect(told?.text).toContain('Das war kein Spam!');
    expect(told?.text).not.toContain('sind Sie dran');
    expect(await system.lead(id)).toMatchObject({ spam: true, waitsFor: 'nobody' });
    const before = (await toOwnerAbout(id)).length;
    await system.advance('P7D');
    expect(await toOwnerAbout(id)).toHaveLength(before);
  });
});
