import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sesMailer } from '../../../adapters/ses/ses-mailer.ts';
import { type Database, openDatabase } from '../../../adapters/sqlite/open-database.ts';
import { MailRejectedError } from '../../../domain/ports/errors.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import { type Mailbox, openMailbox } from '../../../local/mail/mailbox.ts';
import { openMailboxJson } from '../../../local/mail/mailbox-json.ts';
import { localSesClient } from '../../../local/mail/ses-client.ts';
import { sesEndpoint } from '../../../local/mail/ses-endpoint.ts';

let folder: string;
let database: Database;
let mailbox: Mailbox;
const open = () => {
  database = openDatabase(join(folder, 'database'));
  mailbox = openMailbox(database);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  open();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = '2026-11-23T09:00:00.123Z';

/** The mailer of the cloud, with the mailbox behind it. */
const aMailer = () =>
  sesMailer({ client: localSesClient(sesEndpoint({ mailbox, domain: 'muster.example', now: () => now })) });

const aMail = (overrides: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Müller & Söhne', address: 'anfrage@muster.example' },
  to: ['erika@example.org'],
  replyTo: 'buero@muster.example',
  subject: 'Ihre Anfrage – wir melden uns',
  text: 'Grüße',
  html: '<p>Grüße</p>',
  headers: { 'Auto-Submitted': 'auto-replied', 'X-Nachfass-Mail': '7K2M9QX4TD/g1#acknowledgement#1' },
  at: '2026-11-23T09:00:00.000Z',
  ...overrides,
});

async function readAll(): Promise<Record<string, unknown>[]> {
  const json = await openMailboxJson(join(folder, 'mailbox.json'), mailbox);
  const stream = new PassThrough();
  const [answer] = await Promise.all([text(stream), json.writeTo(stream)]);
  await json.close();
  return JSON.parse(answer);
}

describe('the mailbox', () => {
  test('shows each mail as it went out, with its headers and files, the oldest first', async () => {
    const mailer = aMailer();
    const first = await mailer.send(aMail());
    await mailer.send(
      aMail({
        to: ['erika@example.org', 'otto@example.org'],
        calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
      }),
    );
    const mails = await readAll();
    expect(mails).toHaveLength(2);
    expect(mails[0]).toMatchObject({
      id: first,
      at: now,
      to: ['erika@example.org'],
      from: expect.stringContaining('Müller & Söhne'),
      replyTo: ['buero@muster.example'],
      subject: 'Ihre Anfrage – wir melden uns',
      text: expect.stringContaining('Grüße'),
      html: expect.stringContaining('<p>Grüße</p>'),
      headers: {
        'auto-submitted': 'auto-replied',
        'message-id': `<${first}@eu-central-1.amazonses.com>`,
        date: 'Mon, 23 Nov 2026 09:00:00 +0000',
      },
      attachments: [],
    });
    expect(mails[1]).toMatchObject({
      to: ['erika@example.org', 'otto@example.org'],
      attachments: [{ filename: 'termin.ics' }],
    });
  });

  test('is there after a restart, and goes on', async () => {
    const id = await aMailer().send(aMail());
    database.close();
    open();
    expect(mailbox.findByKey('7K2M9QX4TD/g1#acknowledgement#1')).toMatchObject({ id });
    const next = await aMailer().send(aMail({ subject: 'Danach' }));
    expect((await readAll()).map(({ id: mail, subject }) => [mail, subject])).toEqual([
      [id, 'Ihre Anfrage – wir melden uns'],
      [next, 'Danach'],
    ]);
  });

  test('keeps mails apart that come at the same moment', async () => {
    const mailer = aMailer();
    const subjects = Array.from({ length: 25 }, (_, index) => `Anfrage ${index}`);
    await Promise.all(subjects.map((subject) => mailer.send(aMail({ subject }))));
    const mails = await readAll();
    expect(mails.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
    expect(new Set(mails.map(({ id }) => id)).size).toBe(25);
  });

  test('is listed as a whole or by lead, a page at a time', async () => {
    const keys = ['7K2M9QX4TD/g1#a', 'digest/2026-11-23', '7K2M9QX4TD0/g1#a', '7K2M9QX4TD/g1#b'];
    for (const key of keys) await aMailer().send(aMail({ headers: { 'X-Nachfass-Mail': key } }));
    const listed = (place: Parameters<Mailbox['list']>[0]) =>
      mailbox.list(place).map(({ mailKey }) => mailKey);
    expect(listed({ from: 0, atMost: 10 })).toEqual(keys);
    expect(listed({ from: 1, atMost: 2 })).toEqual(keys.slice(1, 3));
    expect(listed({ from: 0, atMost: 10, leadId: '7K2M9QX4TD' })).toEqual([keys[0], keys[3]]);
    expect([mailbox.count(), mailbox.count('7K2M9QX4TD')]).toEqual([4, 2]);
  });

  test('is an empty list at first', async () => {
    expect(await readAll()).toEqual([]);
  });
});

describe('what SES would refuse', () => {
  const tooMuch = 'x'.repeat(8 * 1024 * 1024);
  test.each<[string, Partial<OutgoingMail>]>([
    ['a receiver with white space in it', { to: ['erika muster@example.org'] }],
    ['no receiver', { to: [] }],
    ['more than 10 MB', { text: tooMuch, html: tooMuch }],
  ])('%s', async (_, overrides) => {
    await expect(aMailer().send(aMail(overrides))).rejects.toThrow(MailRejectedError);
    expect(mailbox.count()).toBe(0);
  });

  test('a sender of another domain, which is a fault of ours', async () => {
    const from = { name: 'Muster', address: 'info@andere.example' };
    await expect(aMailer().send(aMail({ from }))).rejects.toMatchObject({
      name: 'MailRefused',
      fault: 'ours',
    });
    expect(mailbox.count()).toBe(0);
  });

  test('more than 50 receivers at once, so each gets a mail of his own', async () => {
    await aMailer().send(aMail({ to: Array.from({ length: 51 }, (_, index) => `k${index}@example.org`) }));
    expect(mailbox.count()).toBe(51);
  });

  test('another action', async () => {
    const endpoint = sesEndpoint({ mailbox, domain: 'muster.example', now: () => now });
    const answer = await endpoint('Action=DeleteIdentity&Identity=muster.example');
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('InvalidAction') });
  });
});
