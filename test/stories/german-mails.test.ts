/** Hundreds of mails as they really come, read from the raw bytes to the request: every field of each must be right. */

import { describe, expect, test } from 'vitest';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { readFormMail } from '../../domain/inbound/form-mail.ts';
import type { IncomingMail } from '../../domain/inbound/incoming-mail.ts';
import { interpretMail } from '../../domain/inbound/mail-reading.ts';
import { readRequest } from '../../domain/inbound/request-mail.ts';
import { readSignature, stripSignature } from '../../domain/inbound/signature.ts';
import { keptWords } from '../../views/words/kept-words.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { aCompany } from '../support/company.ts';
import { formPlugins } from '../support/form-plugins.ts';
import { allGermanMails, type GermanMail, germanMail } from '../support/german-mails.ts';
import { clients } from '../support/mail-programs.ts';
import { charsets, encodings } from '../support/written-mime.ts';

const companies = {
  DE: aCompany(),
  AT: aCompany({ country: 'AT', region: '9', timeZone: 'Europe/Vienna' }),
  CH: aCompany({ country: 'CH', currency: 'CHF', region: 'ZH', timeZone: 'Europe/Zurich' }),
};

const mails = Array.from({ length: allGermanMails }, (_, index) => germanMail(index));

/** How lines are broken belongs to the mail program. */
const words = (text = ''): string => text.replace(/\s+/g, ' ').trim();

/** What was read, in the shape of what is expected. */
async function read({ raw, country, expected }: GermanMail) {
  const reading = await readMail(raw);
  expect(reading.result).toBe('read');
  const { mail } = reading;
  const company = companies[country];
  const { newText, contact } = interpretMail(mail, aDelivery('a'), company);
  const { submission, door } = readRequest(mail, {
    company,
    now: '2026-11-23T10:30:00.000Z',
    newText,
    contact,
    words: keptWords(company),
  });
  const { name, email, phoneE164, address, postcode, city } = submission.contact;
  const form = readFormMail(mail, company);
  expect(door).toBe(form ? 'form' : 'person');
  const found = {
    kind: form ? 'form' : mail.answers.length > 0 ? 'reply' : 'request',
    name,
    email,
    subject: mail.subject,
    text: words(form ? submission.request.message : stripSignature(newText)),
    phoneE164,
    address,
    postcode,
    city,
    files: mail.files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes })),
    answers: mail.answers[0],
  };
  const signed = form ? expected.name : readSignature(newText, country).name;
  return { found, signed, mail };
}

/** Everything of a mail that can be seen; a wrong charset shows as one of these. */
function damaged({ from, subject, text, files }: IncomingMail): readonly string[] {
  const seen = [subject, text, ...from.map(({ name }) => name ?? ''), ...files.map(({ name }) => name)];
  return seen.filter((part) => /\ufffd|Ã.|â€/.test(part));
}

async function readAll(kind: GermanMail['expected']['kind'], from: string): Promise<number> {
  const ofThese = mails.filter(
    (mail) => mail.expected.kind === kind && mail.description.includes(` ${from}`),
  );
  for (const germanMail of ofThese) {
    const { found, signed, mail } = await read(germanMail);
    const { name, text } = germanMail.expected;
    const expected = { ...germanMail.expected, text: words(text) };
    expect(found, germanMail.description).toEqual(expected);
    expect(signed, germanMail.description).toBe(name);
    expect(damaged(mail), germanMail.description).toEqual([]);
  }
  return ofThese.length;
}

describe('a request by mail is read right, whoever wrote it with whatever', () => {
  test.each(clients.map(({ name }) => name))('from %s', async (client) => {
    expect(await readAll('request', `from ${client},`)).toBeGreaterThan(10);
  });
});

describe('of an answer by mail only the new text is read', () => {
  test.each(clients.map(({ name }) => name))('from %s', async (client) => {
    expect(await readAll('reply', `from ${client},`)).toBeGreaterThan(20);
  });
});

describe('the notification of a form is the request of who filled it in', () => {
  test.each(formPlugins.map(({ name }) => name))('of %s', async (plugin) => {
    expect(await readAll('form', `${plugin} as`)).toBeGreaterThanOrEqual(20);
  });
});

test('more than 600 mails are read, in every charset with every transfer encoding', () => {
  expect(mails.length).toBeGreaterThanOrEqual(600);
  const met = new Set(mails.map(({ description }) => description.split(', ').slice(1, 3).join(' ')));
  expect(met).toEqual(new Set(charsets.flatMap((charset) => encodings.map((one) => `${charset} ${one}`))));
});

test('no mark that a server put on its way makes a machine of who wrote one of them', async () => {
  const marks = [
    { 'auto-submitted': 'auto-generated' },
    { 'x-auto-response-suppress': 'All', 'auto-submitted': 'auto-replied' },
    {
      precedence: 'list',
      'list-id': '<objekte.groups.test>',
      'list-unsubscribe': '<mailto:leave@groups.test>',
    },
  ];
  for (const { raw, country, description } of mails) {
    const { mail } = await readMail(raw);
    for (const mark of marks) {
      const headers = new Map([
        ...mail.headers,
        ...Object.entries(mark).map(([name, value]) => [name, [value]] as const),
      ]);
      const { kind } = interpretMail(
        { ...mail, headers },
        aDelivery('a', { envelopeFrom: '' }),
        companies[country],
      );
      expect(kind, `${description}, ${JSON.stringify(mark)}`).toBe('person');
    }
  }
});
