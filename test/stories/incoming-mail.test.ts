import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type LocalSystem,
  linkBehind,
  type MailboxEntry,
  startLocalSystem,
} from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const business = 'anfrage@mail.muster-haustechnik.example';
const customer = 'erika@customer.test';

let system: LocalSystem;
let id: string;

beforeAll(async () => {
  // Monday, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** The answer of whoever got a mail, as a mail program makes it: to its Reply-To, with what it said quoted below. */
async function answer(mail: MailboxEntry, text: string, headers: Record<string, string> = {}): Promise<void> {
  const quoted = mail.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`);
  const from = mail.to[0] ?? '';
  await system.mail({
    from,
    to: mail.replyTo[0] ?? '',
    subject: `AW: ${mail.subject}`,
    inReplyTo: mail.headers['message-id'] ?? '',
    text: `${text}\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik <${business}>:\n\n${quoted.join('\n')}\n`,
    headers,
  });
  await system.quiet();
}

const ofType = async (type: string) =>
  (await system.lead(id)).timeline.filter((event) => event.type === type);

test('a mail becomes a lead: its writer gets an answer at once, and the owner is told', async () => {
  const answered = await system.mail({
    from: `Erika Muster <${customer}>`,
    to: business,
    subject: 'Neues Bad',
    text: 'Guten Tag,\n\nwir möchten unser Bad erneuern: bodengleiche Dusche statt Wanne.\n\nViele Grüße\nErika Muster\nTel. 089 1234567\n',
    attachments: [{ filename: 'Bad.jpg', content: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }],
  });
  expect(answered).toMatch(/^250 /);
  await system.quiet();
  const leads = await system.leads();
  expect(leads).toHaveLength(1);
  const [lead] = leads;
  id = lead?.id ?? '';
  expect(lead).toMatchObject({
    stage: 'new',
    waitsFor: 'owner',
    contact: { name: 'Erika Muster', email: customer, phone: '089 1234567' },
  });
  expect(lead?.request.message).toContain('bodengleiche Dusche');

  const [acknowledgement] = await system.mailsTo(customer);
  expect(acknowledgement?.headers['auto-submitted']).toBe('auto-replied');
  expect(acknowledgement?.replyTo[0]).toMatch(
    new RegExp(`^anfrage\\+${id}\\.[^@]+@mail\\.muster-haustechnik\\.example$`, 'i'),
  );
  const alert = await system.newestTo(owner);
  expect(alert.text).toContain('bodengleiche Dusche');
});

test('the picture of the damage is a tap away, and no file of a stranger runs in the browser', async () => {
  const [captured] = await ofType('captured');
  const mail =
    captured && 'mail' in captured && typeof captured.mail === 'object' ? captured.mail : undefined;
  expect(mail?.files).toMatchObject([{ index: 0, name: 'Bad.jpg', contentType: 'image/jpeg', bytes: 4 }]);
  const raw = await system.get(`/_local/files/${mail?.id}/raw`);
  expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await raw.text()).toContain('Subject: Neues Bad');
});

test('the customer answers a reminder: the reminders end, and the owner reads the new words at once', async () => {
  await system.tap(linkBehind('Nicht erreicht', (await system.newestTo(owner)).html));
  await system.advance('P3D');
  const before = (await system.mailsTo(customer)).length;
  expect(before).toBeGreaterThan(1);
  const owned = (await system.mailsTo(owner)).length;
  await answer(
    await system.newestTo(customer),
    'Entschuldigung, ich war verreist. Donnerstag ab 14 Uhr passt gut.',
  );

  expect(await ofType('customer-replied')).toMatchObject([
    { text: 'Entschuldigung, ich war verreist. Donnerstag ab 14 Uhr passt gut.' },
  ]);
  expect(await system.lead(id)).toMatchObject({ waitsFor: 'owner' });
  const told = (await system.mailsTo(owner)).slice(owned);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('Donnerstag ab 14 Uhr');

  await system.advance('P14D');
  expect(await system.mailsTo(customer)).toHaveLength(before);
});

test('the owner answers from his mail program: the customer reads it under the address of the business', async () => {
  const about = (await system.mailsTo(owner)).findLast(
    ({ headers, text }) => headers['x-nachfass'] !== 'digest' && text.includes('Donnerstag ab 14 Uhr'),
  );
  if (!about) throw new Error('The owner was not told');
  await answer(about, 'Guten Tag Frau Muster, Donnerstag 14 Uhr, ich bringe Muster mit.');
  const relayed = await system.newestTo(customer);
  expect(relayed.text).toContain('ich bringe Muster mit');
  expect(relayed.text).not.toContain('/a/');
  expect(relayed.from).toContain(business);
  expect(relayed.replyTo[0]).toMatch(new RegExp(`\\+${id}\\.`, 'i'));
  expect(await ofType('owner-replied')).toHaveLength(1);
  expect(await system.lead(id)).toMatchObject({ waitsFor: 'customer' });
});

test('an absence note changes nothing', async () => {
  const before = await system.lead(id);
  const mails = (await system.mailbox()).length;
  await answer(await system.newestTo(customer), 'Ich bin bis 7. Januar nicht im Büro.', {
    'Auto-Submitted': 'auto-replied',
  });
  const { stage, waitsFor, dueAt, generation } = before;
  expect(await system.lead(id)).toMatchObject({ stage, waitsFor, dueAt, generation });
  expect(await ofType('customer-replied')).toHaveLength(1);
  expect(await system.mailbox()).toHaveLength(mails);
});

test('the owner answers the digest, and it is done and confirmed; what is not understood is asked back', async () => {
  // Something that stands in the digest: a request of somebody else.
  const { outcome, leadId } = await system.inbound(
    `From: Otto Berger <otto@customer.test>\r\nTo: ${business}\r\nSubject: Heizung\r\nMessage-ID: <1@customer.test>\r\n\r\nUnsere Heizung macht Geräusche.\r\n`,
  );
  expect(outcome).toBe('lead-created');
  // Friday, an hour after the digest.
  await system.moveTo('2026-12-11T06:30:00.000Z');
  const digest = (await system.mailsTo(owner)).findLast((mail) => mail.headers['x-nachfass'] === 'digest');
  if (!digest) throw new Error('There was no digest');
  expect(digest.replyTo[0]).toMatch(/\+digest-/i);
  const number = /(\d+) · Otto Berger/.exec(digest.text)?.[1];
  expect(number).toBeDefined();
  await answer(digest, `${number} erreicht\n99 hokuspokus`);
  const otto = await system.lead(leadId ?? '');
  expect(otto.timeline.map(({ type }) => type)).toContain('contact-attempted');
  const confirmation = await system.newestTo(owner);
  expect(confirmation.text).toContain('Otto');
  expect(confirmation.text).toContain('hokuspokus');
});

test('what came in is listed with its outcome, and a mail written in the browser comes in like any other', async () => {
  const page = await (await system.get('/_local/incoming')).text();
  expect(page).toContain('Neues Bad');
  expect(page).toContain(`/_local/lead/${id}`);
  const written = await system.get('/_local/write', {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams({ from: 'anna@customer.test', subject: 'Wasserhahn', text: 'Er tropft.' }),
  });
  expect([written.status, written.headers.get('location')]).toEqual([303, '/_local/incoming']);
  await system.quiet();
  const acknowledgement = await system.newestTo('anna@customer.test');
  const answered = await system.postJson(`/_local/mail/${acknowledgement.id}/answer`, {
    text: 'Es eilt nicht.',
  });
  expect(answered).toMatchObject({ outcome: 'reply-appended' });
});

test('an address that bounces gets no more mails, and the owner is told to phone', async () => {
  const bounced = await system.capture({
    email: 'bounce@customer.test',
    phone: '089 7654321',
    message: 'Bitte ein Angebot für ein Bad.',
  });
  await system.quiet();
  const lead = await system.lead(bounced);
  expect(lead.timeline.map(({ type }) => type)).toContain('mail-bounced');
  const mails = (await system.mailsTo('bounce@customer.test')).length;
  await system.advance('P30D');
  expect(await system.mailsTo('bounce@customer.test')).toHaveLength(mails);
});
