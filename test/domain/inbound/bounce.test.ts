import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { isBounce, readBounce } from '../../../domain/inbound/bounce.ts';
import { kindOfClass } from '../../../domain/inbound/non-delivery.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { exchangeLetters, exchangeSenders } from '../../support/exchange-letters.ts';
import { letters, lost, noBounces, rawLetter, returnedHeaders } from '../../support/returned-mails.ts';

const erika = 'erika.muster@example.org';

function reported(action: string, status: string, said = `550 5.1.1 <${erika}>:\n  Recipient unknown`) {
  const text = `Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; ${erika}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${said}\n`;
  const headers =
    'Message-ID: <0107-abc-000000@eu-central-1.amazonses.com>\nX-Nachfass-Mail: 7K2M9QX4TD/g1#quoted#1\n';
  return readBounce(
    anIncomingMail({
      from: [{ address: 'mailer-daemon@mx.example.org' }],
      text: 'Ihre Nachricht konnte nicht zugestellt werden.',
      reports: [
        { contentType: 'message/delivery-status', text },
        { contentType: 'text/rfc822-headers', text: headers },
      ],
    }),
  );
}

describe('rule 14: for good, or for now', () => {
  test('a report says to whom, why, and about which mail', () => {
    expect(reported('failed', '5.1.1')).toEqual({
      kind: 'permanent',
      class: 'address',
      recipients: [erika],
      reason: `550 5.1.1 <${erika}>: Recipient unknown`,
      messageIds: ['0107-abc-000000'],
      leadId: '7K2M9QX4TD',
    });
  });

  test.each([
    ['failed', '5.1.1', '550 5.1.1 Recipient unknown', 'address'],
    ['failed', '5.7.1', '550 5.7.1 Message refused by policy', 'refused'],
    ['failed', '5.7.1', '550 5.7.1 User unknown', 'address'],
    ['failed', '5.2.2', '552 5.2.2 mailbox full', 'full'],
    ['failed', '5.1.1', '552 5.2.2 Over quota', 'full'],
    ['failed', '5.2.2', '550 5.1.1 User unknown', 'address'],
    ['failed', '5.0.0', '552 Too many recipients, try later', 'busy'],
    ['failed', '5.5.3', '552 5.5.3', 'busy'],
    ['failed', '5.0.0', '450 4.2.0 Greylisted', 'busy'],
    ['failed', '5.3.4', '552 5.3.4 Message size exceeds fixed limit', 'refused'],
    ['failed', '4.4.7', '', 'expired'],
    ['failed', '4.4.1', 'connect to mx.example.org: Connection timed out', 'expired'],
    ['failed', '5.0.0', '421 try again later: message expired', 'expired'],
    ['delayed', '4.4.1', '451 try later', 'delayed'],
    ['delayed', '4.0.0', '550 5.1.1 User unknown', 'delayed'],
    ['Failed (after 5 days)', '5.0.0', '', 'unclear'],
    ['failed', '5.1.1', '', 'address'],
    ['failed', '5.1.1', '550 Das Postfach ist voll', 'full'],
    ['failed', '5.0.0', '550 Boîte du destinataire pleine', 'full'],
    ['failed', '5.0.0', '550 La casella è piena', 'full'],
    ['failed', '5.0.0', '550 Benutzer existiert nicht', 'address'],
    ['failed', '5.0.0', '550 destinataire inconnu', 'address'],
    ['failed', '5.0.0', '550 utente sconosciuto', 'address'],
  ] as const)('%s %s "%s" is %s: the words of the server win over its code', (action, status, said, is) => {
    expect(reported(action, status, said)).toMatchObject({ class: is, kind: kindOfClass[is] });
  });

  test.each([
    ['T-Online', `Der folgende Empfänger existiert nicht:\n${erika}\n550 unknown user`, 'permanent'],
    [
      'qmail',
      `Hi. This is the qmail-send program.\n<${erika}>:\nSorry, no mailbox here by that name. (#5.1.1)`,
      'permanent',
    ],
    [
      'GMX',
      `A message that you sent could not be delivered:\n\n  ${erika}\n    Postfach ist voll (Quota exceeded)`,
      'transient',
    ],
    [
      'Exchange',
      `Fehler bei der Nachrichtenzustellung an folgende Empfänger:\n${erika}\nDie E-Mail-Adresse wurde nicht gefunden.`,
      'permanent',
    ],
    [
      'a delay',
      `Ihre Nachricht an ${erika} wurde noch nicht zugestellt (verzögert). It will be retried.`,
      'transient',
    ],
  ])('a letter of %s', (_, text, kind) => {
    const bounce = readBounce(anIncomingMail({ from: [{ address: 'mailer-daemon@mx.example' }], text }));
    expect(bounce).toMatchObject({ kind, recipients: [erika] });
  });

  test('a report that a mail arrived is no bounce', () => {
    expect(reported('delivered', '2.0.0')).toBeUndefined();
  });

  test('what names neither a person nor a mail says only that something came back', () => {
    const text = 'Ihre Nachricht konnte nicht zugestellt werden.';
    expect(readBounce(anIncomingMail({ text }))).toEqual({
      kind: 'permanent',
      class: 'unclear',
      recipients: [],
      messageIds: [],
    });
  });

  test('no text breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (report, text) => {
        readBounce(
          anIncomingMail({ text, reports: [{ contentType: 'message/delivery-status', text: report }] }),
        );
      }),
    );
  });
});

const mailOf = async (raw: Buffer) => (await readMail(raw)).mail;

describe('letters of servers, in four languages and under any subject', () => {
  test.each(letters)('$name', async (letter) => {
    const mail = await mailOf(rawLetter(letter));
    for (const envelopeFrom of ['', 'somebody@weg.example', undefined]) {
      expect(isBounce(mail, aDelivery('a', { envelopeFrom }), false)).toBe(true);
    }
    expect(readBounce(mail)).toMatchObject({
      class: letter.is,
      kind: kindOfClass[letter.is],
      recipients: [lost],
    });
  });

  test.each(letters)('$name names our mail by its id and by our header', async (letter) => {
    const ours = returnedHeaders({ messageId: '0107-abc-000000', leadId: '7K2M9QX4TD' });
    const mail = await mailOf(rawLetter(letter, `--- Original message follows.\n\n${ours}`));
    expect(isBounce(mail, aDelivery('a'), false)).toBe(true);
    expect(readBounce(mail)).toMatchObject({
      class: letter.is,
      recipients: [lost],
      messageIds: ['0107-abc-000000'],
      leadId: '7K2M9QX4TD',
    });
  });

  test.each(letters.filter(({ headers }) => /daemon|Exchange/i.test(headers.From ?? '')))(
    '$name is one under a subject of somebody else',
    async ({ headers, text }) => {
      const mail = await mailOf(rawLetter({ headers: { ...headers, Subject: 'Neues Bad' }, text }));
      expect(isBounce(mail, aDelivery('a'), false)).toBe(true);
    },
  );
});

describe('Exchange without a report', () => {
  test.each(exchangeLetters)('$name, whoever it is from', async ({ is, subject, text }) => {
    for (const From of exchangeSenders) {
      for (const envelopeFrom of ['', 'bounces@amt.test']) {
        for (const below of [undefined, `Original message headers:\n\n${returnedHeaders({})}`]) {
          const mail = await mailOf(rawLetter({ headers: { From, Subject: subject }, text }, below));
          expect(isBounce(mail, aDelivery('a', { envelopeFrom }), false), From).toBe(true);
          expect(readBounce(mail)).toMatchObject({ class: is, kind: kindOfClass[is], recipients: [lost] });
        }
      }
    }
  });

  test.each(exchangeLetters)('$name, and below it what a person wants, is a person', async ({ text }) => {
    const said = 'Das kam von Ihrer alten Adresse zurück. Ich brauche einen Termin für den Boiler.';
    for (const whole of [`${text}\n\n${said}`, `${said}\n\n${text}`]) {
      const headers = { From: 'Paul Person <paul@haus.test>', Subject: 'Unzustellbar' };
      const mail = await mailOf(rawLetter({ headers, text: whole }));
      expect(isBounce(mail, aDelivery('a', { envelopeFrom: 'paul@haus.test' }), false)).toBe(false);
    }
  });
});

describe('no bounce', () => {
  test.each(noBounces)('$name', async ({ headers, text, envelopeFrom = 'paul@haus.test' }) => {
    const mail = await mailOf(rawLetter({ headers, text }));
    expect(isBounce(mail, aDelivery('a', { envelopeFrom }), false)).toBe(false);
  });

  test('whatever a person writes who greets and speaks of himself, over whatever came back', () => {
    const bodies = fc.constantFrom(...letters.map(({ text }) => text));
    const words = fc.constantFrom(
      'ich brauche Ihre Hilfe',
      'meine Heizung tropft',
      'rufen Sie mich an: 0171 5550399',
    );
    fc.assert(
      fc.property(bodies, words, fc.constantFrom('', 'paul@haus.test'), (text, said, envelopeFrom) => {
        const mail = anIncomingMail({ text: `Hallo,\n\n${said}.\n\n${text}` });
        expect(isBounce(mail, aDelivery('a', { envelopeFrom }), false)).toBe(false);
      }),
    );
  });
});

test.each([
  ['addresses without end', 'a@'.repeat(400_000)],
  ['dashes', '-'.repeat(900_000)],
  ['words of non-delivery', 'nicht '.repeat(160_000)],
  ['empty lines', '\n'.repeat(900_000)],
  ['digits', '550 5.1.'.repeat(110_000)],
])('a megabyte of %s is read at once', (_, text) => {
  const mail = anIncomingMail({
    text,
    from: [{ address: 'mailer-daemon@mx.example' }],
    reports: [{ contentType: 'message/delivery-status', text }],
  });
  const before = process.cpuUsage();
  isBounce(mail, aDelivery('a', { envelopeFrom: '' }), false);
  isBounce({ ...mail, from: [{ address: 'a@b.test' }] }, aDelivery('a', { envelopeFrom: '' }), false);
  readBounce({ ...mail, reports: [] });
  readBounce(mail);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
