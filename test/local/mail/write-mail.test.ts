import { expect, test } from 'vitest';
import { readMail } from '../../../local/mail/read-mail.ts';
import { writeAnswer, writeMail } from '../../../local/mail/write-mail.ts';
import { aCompany } from '../../support/company.ts';

const at = '2026-11-23T09:00:00.000Z';
const company = aCompany();
const business = 'anfrage+7k2m9qx4td.abc@mail.muster.example';

const ours = {
  id: '0107',
  at,
  from: '"Muster Haustechnik" <anfrage@mail.muster.example>',
  to: ['erika@customer.test'],
  replyTo: [business],
  subject: 'Ihre Anfrage',
  text: 'Guten Tag,\n\nvielen Dank.\n',
  html: '',
  headers: { 'message-id': '<0107@eu-central-1.amazonses.com>' },
  attachments: [],
};

test('an answer goes to the Reply-To, names the mail it answers and quotes it, as mail programs do', async () => {
  const answer = await readMail({ id: '1', at }, await writeAnswer(ours, 'Gerne!\n', at, company));
  expect(answer).toMatchObject({ to: [business], from: 'erika@customer.test', subject: 'AW: Ihre Anfrage' });
  expect(answer.headers['in-reply-to']).toBe('<0107@eu-central-1.amazonses.com>');
  expect(answer.text.replaceAll('\r\n', '\n')).toBe(
    'Gerne!\n\nAm 23.11.2026 um 10:00 schrieb Muster Haustechnik <anfrage@mail.muster.example>:\n\n> Guten Tag,\n>\n> vielen Dank.\n',
  );
});

test('an answer to an answer does not pile up prefixes', async () => {
  const again = { ...ours, subject: 'Re: Ihre Anfrage' };
  expect((await readMail({ id: '1', at }, await writeAnswer(again, 'Ja', at, company))).subject).toBe(
    'Re: Ihre Anfrage',
  );
});

test('no field of the form adds a header', async () => {
  const raw = await writeMail({
    from: 'erika@customer.test',
    to: [business],
    subject: 'Bad\r\nBcc: alle@customer.test\r\n\r\nx',
    text: 'Text',
    at,
  });
  const { headers, subject } = await readMail({ id: '1', at }, raw);
  expect(headers.bcc).toBeUndefined();
  expect(subject).toBe('Bad Bcc: alle@customer.test x');
});
