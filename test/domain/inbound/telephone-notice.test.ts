import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { readTelephoneNotice } from '../../../domain/inbound/telephone-notice.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { type Call, calls, type TelephoneSystem, telephoneSystems } from '../../support/telephone-mails.ts';
import { asked, company } from './a-request-mail.ts';

/** Read from the bytes that such a telephone sends. */
async function heard({ from, subject, text, headers = {}, file }: TelephoneSystem, call: Call) {
  const encoded = `=?utf-8?B?${Buffer.from(subject(call)).toString('base64')}?=`;
  const files = file && { [file.name]: { contentType: file.contentType, content: 'x' } };
  const { mail } = await readMail(
    aRawMail({
      headers: { From: from, Subject: encoded, ...headers },
      text: text(call),
      ...(files && { files }),
    }),
  );
  return {
    ...asked({
      ...mail,
      headers: Object.fromEntries([...mail.headers].map(([name, [value = '']]) => [name, value])),
    }),
    files: mail.files,
  };
}

const cases = telephoneSystems.flatMap((system) =>
  calls.map((call) => [system.name, call.phone ?? 'a withheld number', system, call] as const),
);

describe('rule 14a: whoever called is a lead that can be called back', () => {
  test.each(cases)('%s, %s', async (_, __, system, call) => {
    const { door, submission, files } = await heard(system, call);
    expect(door).toBe('telephone');
    expect(submission.source).toBe('phone');
    const { contact, request } = submission;
    expect(contact.phoneE164).toBe(call.phoneE164);
    // Nobody answers to the address of a telephone.
    expect(contact.email).toBeUndefined();
    if (system.names && call.name !== undefined) expect(contact.name).toBe(call.name);
    const [headline = ''] = request.message?.split('\n') ?? [];
    if (call.phone === undefined) expect(headline).toContain('ohne Rufnummer');
    else expect(headline).toContain(call.phone);
    if (system.transcribes) expect(headline).toContain(`: ${call.said}`);
    if (system.transcribes && call.said.includes('Rohrbruch')) expect(request.urgency).toBe('now');
    expect(files.map(({ name }) => name)).toEqual(system.file ? [system.file.name] : []);
  });

  test('the words of the notice stay, whatever was understood of them', () => {
    const text =
      'Neues Fax\n\nVon: 08955501821\nAn: 0891234560\nBetreff: Wasserschaden Lindenstraße 3\nSeiten: 4';
    const from = [{ address: 'eingang@faxe.test' }];
    const { submission } = asked({
      from,
      subject: 'Neues Fax eingegangen',
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    for (const line of text.split('\n')) expect(submission.request.message).toContain(line);
    expect(submission).toMatchObject({
      contact: { phoneE164: '+498955501821' },
      request: { urgency: 'now' },
    });
  });

  test.each([
    ['our own', 'Neue Sprachnachricht auf 089 1234560\nAnrufer: 0172 5550181'],
    ['the one he dialled', 'Neue Nachricht auf Ihrer Rufnummer 089 7654321\nvon 0172 5550181'],
    ['the hotline of the provider', 'Neue Sprachnachricht von 0172 5550181\n\nHotline: 0800 5550000'],
    ['a date', 'Neue Sprachnachricht am 01.12.2026\nvon 0172 5550181'],
  ])('%s is not the number of the caller', (_, text) => {
    const from = [{ address: 'voicemail@telefonie.test' }];
    expect(
      readTelephoneNotice(anIncomingMail({ from, subject: 'Neue Sprachnachricht', text }), company),
    ).toMatchObject({
      phoneE164: '+491725550181',
    });
  });

  test('a number within the town is kept as it is written', () => {
    const from = [{ name: 'FRITZ!Box', address: 'fritzbox@post.test' }];
    const { contact } = asked({
      from,
      subject: 'Anruf von 5550181',
      text: 'Verpasster Anruf von 5550181',
    }).submission;
    expect(contact).toEqual({ phone: '5550181', language: 'de' });
  });

  test('a notice that the owner forwards is one too', () => {
    const from = [{ address: 'chef@muster-haustechnik.example' }];
    const text =
      '-----Ursprüngliche Nachricht-----\nVon: sipgate <noreply@sipgate.de>\nGesendet: Dienstag, 24. November 2026 10:05\nBetreff: Neue Voicemail von 0172 5550181\n\nDauer: 0:23';
    expect(asked({ from, subject: 'WG: Neue Voicemail von 0172 5550181', text })).toMatchObject({
      door: 'telephone',
      submission: { contact: { phoneE164: '+491725550181' } },
    });
  });
});

describe('what is no call', () => {
  test.each<[string, string, string, string]>([
    [
      'a person who missed a call',
      'vera@post.test',
      'Verpasster Anruf',
      'Sie haben angerufen? Von 089 1234560. Ich bin unter 0172 5550181 da.',
    ],
    [
      'a person who thanks for a message',
      'vera@post.test',
      'Ihre Nachricht auf meiner Mailbox',
      'Danke, Donnerstag passt. Vera, 0172 5550181',
    ],
    ['a person who asks for a call', 'vera@post.test', 'Rückrufbitte', 'Bitte um Rückruf: 0172 5550181'],
    [
      'a person who asks about a fax',
      'vera@post.test',
      'Fax erhalten?',
      'Haben Sie mein Fax von gestern erhalten? 0172 5550181',
    ],
    [
      'a fax that we sent',
      'noreply@sipgate.de',
      'Ihr Fax an 08955501821 wurde gesendet',
      'Zugestellt am 24.11.2026.',
    ],
    [
      'a report of a fax',
      'fax@faxdienst.test',
      'Faxsendebericht',
      'Das Fax an 08955501821 wurde erfolgreich versendet.',
    ],
    ['a bill', 'noreply@sipgate.de', 'Ihre Rechnung November 2026', 'Fragen? 0211 30203333'],
    [
      'a full mailbox',
      'noreply@provider.test',
      'Ihre Mailbox ist fast voll',
      'Löschen Sie Nachrichten. 0800 5550000',
    ],
    [
      'news of a provider',
      'news@sipgate.de',
      'Neue Funktionen für Ihre Voicemail',
      'Entdecken Sie die neue Voicemail. Fragen? 0211 30203333',
    ],
    ['an order', 'noreply@verwaltung.test', 'Auftrag 4712: Heizung', 'Bitte um Rückruf unter 0172 5550181.'],
    [
      'a form',
      'wordpress@muster-haustechnik.example',
      'Rückrufbitte',
      'Name: Vera Lang\nTelefon: 0172 5550181\nE-Mail: vera@post.test',
    ],
    [
      'a message of a form',
      'wordpress@muster-haustechnik.example',
      'Neue Nachricht von Vera Lang',
      'Name: Vera Lang\nTelefon: 0172 5550181\nNachricht: Bad',
    ],
  ])('%s', (_, address, subject, text) => {
    expect(
      readTelephoneNotice(anIncomingMail({ from: [{ address }], subject, text }), company),
    ).toBeUndefined();
    expect(asked({ from: [{ address }], subject, text }).door).not.toBe('telephone');
  });

  test('no text breaks it', () => {
    const part = fc.constantFrom(
      'Anruf von ',
      'Von: ',
      '0172 5550181',
      '\n',
      'Fax ',
      'anonym',
      '(',
      '<',
      'Neue Voicemail ',
      'Nachricht:',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const mail = { from: [{ address: 'voicemail@telefonie.test' }], subject: text.slice(0, 80), text };
        expect(asked(mail).submission.request).toBeDefined();
      }),
    );
  });

  test.each(['a:\n', 'Von: 0171\n', 'neue a a voicemail ', 'Fax von 0171 ', '0 ', '(', 'von ', ' '])(
    'a megabyte of %j is read within the time a test has: quadratic cost would take hours',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      const mail = anIncomingMail({
        from: [{ address: 'voicemail@telefonie.test' }],
        subject: text.slice(0, 100_000),
        text,
      });
      expect(() => readTelephoneNotice(mail, company)).not.toThrow();
    },
  );
});

describe('a mark of machines tells how a mail travelled', () => {
  const marks: readonly Readonly<Record<string, string>>[] = [
    { 'Auto-Submitted': 'auto-forwarded' },
    { 'X-Auto-Response-Suppress': 'All' },
    { Precedence: 'bulk' },
  ];
  const letters = [
    ['Bitte um Rückruf', 'Guten Tag,\n\nbei uns tropft es.\n\nViele Grüße\nVera Lang\n0172 5550181'],
    ['Rückrufbitte', 'Bitte um Rückruf: 0172 5550181'],
    ['Verpasster Anruf', 'Sie haben angerufen? Von 089 1234560. Ich bin unter 0172 5550181 da.'],
    ['Anruf von 0172 5550181', 'Hallo,\ndas war mein Anruf vorhin. Wann kommen Sie?\nGruß\nVera Lang'],
    [
      'Nachricht auf der Mailbox',
      'Guten Tag,\nich sprach Ihnen auf die Mailbox.\nMit freundlichen Grüßen\nVera',
    ],
    ['Missed call', 'Hello,\nI missed your call, please try again: 0172 5550181\nKind regards\nVera'],
  ] as const;
  const from = [{ name: 'Vera Lang', address: 'vera@post.test' }];

  test.each(letters.flatMap(([subject, text]) => marks.map((headers) => ({ subject, text, headers }))))(
    '$subject, $headers: a person asks, and can be answered',
    ({ subject, text, headers }) => {
      const { door, submission } = asked({ from, subject, text, headers });
      expect(door).toBe('person');
      expect(submission.contact).toMatchObject({ name: 'Vera Lang', email: 'vera@post.test' });
    },
  );

  test.each([
    ['Neue Sprachnachricht', 'Anrufer: 0172 5550181\nDauer: 0:12'],
    ['Entgangener Anruf von 0172 5550181', 'Zeitpunkt: 24.11.2026 10:05'],
    ['Neues Fax von 0172 5550181', 'Seiten: 2'],
    ['Voicemail', 'New voicemail from 0172 5550181\nTranscript: Hi, my boiler is broken, we are freezing.'],
  ])('%s from an address like any other: the number, and the sender', (subject, text) => {
    for (const headers of marks) {
      const { door, submission } = asked({
        from: [{ address: 'zentrale@post.test' }],
        subject,
        text,
        headers,
      });
      expect(door).toBe('telephone');
      expect(submission.contact).toMatchObject({ phoneE164: '+491725550181', email: 'zentrale@post.test' });
    }
  });

  test.each([
    ['Nachricht von Frau Anna Maria Lang (0172 5550181) auf Ihrer Sprachbox', 'Bitte kommen Sie.'],
    ['Frau Lang', 'Die Therme tropft.\n\nAnrufer: Anna Lang (0172 5550181)\nDauer: 8 Sekunden'],
    ['24.11.2026 10:05', 'Caller: 0172 5550181\nDuration: 0:08'],
  ])('a telephone that writes "%s" is one', (subject, text) => {
    const { door, submission } = asked({ from: [{ address: 'sprachbox@netz.test' }], subject, text });
    expect(door).toBe('telephone');
    expect(submission.contact.phoneE164).toBe('+491725550181');
    expect(submission.contact.email).toBeUndefined();
  });

  test('a club that writes from its web address asks for a call', () => {
    const text =
      'Guten Tag,\n\nin unserem Vereinsheim tropft es.\n\nMit freundlichen Grüßen\nKarl Huber\n0172 5550181';
    const club = [{ name: 'Karl Huber', address: 'webmaster@verein.test' }];
    const { door, submission } = asked({ from: club, subject: 'Bitte um Rückruf', text });
    expect(door).toBe('person');
    expect(submission.contact.email).toBe('webmaster@verein.test');
  });
});

describe('a number and what stands behind it', () => {
  const pbx = [{ name: 'Telefonanlage', address: 'noreply@pbx.test' }];
  test.each([
    ['Neue Sprachnachricht von 0171 5550613 (45 Sekunden)', '+491715550613'],
    ['Voicemail von +491715550613 (32 Sekunden)', '+491715550613'],
    ['Voicemail von 089 5550613 (1:20)', '+49895550613'],
    ['Fax von 089 5550613 (2 Seiten)', '+49895550613'],
    ['Fax von (089) 5550613 - 2 Seiten', '+49895550613'],
    ['Fax von +49 (0)89 5550613 (2)', '+49895550613'],
  ])('%s', (subject, number) => {
    const { submission } = asked({ from: pbx, subject, text: 'Im Anhang' });
    expect(submission.contact.phoneE164).toBe(number);
  });

  test.each([
    ['Nachricht von unbekannt', 'Datum: 26.11.2026\nEin Anrufer hat gesprochen.'],
    ['FRITZ!Box: Anruf ohne Rufnummer', 'Rufnummer: unbekannt\nAn: 089 1234560'],
    ['Anruf eines anonymen Teilnehmers', 'Am 26.11.26 um 08:10 Uhr.'],
    ['Anonymer Anruf', 'Anruf am 26.11.26 um 08:10 Uhr.'],
  ])('a caller without one is a call too: %s', (subject, text) => {
    const from = [{ name: 'FRITZ!Box', address: 'anfrage@mail.muster-haustechnik.example' }];
    const { submission, door } = asked({ from, subject, text });
    expect(door).toBe('telephone');
    expect(submission.source).toBe('phone');
  });

  test('a caller with a title stands in the dative', () => {
    const { submission } = asked({
      from: [{ name: 'Büroservice', address: 'notiz@bueroservice.test' }],
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject: 'Anrufnotiz für Muster Haustechnik',
      text: 'Anrufer: Herr Dr. Lindner\nTelefon: 089 5550612\nAnliegen: bittet um Rückruf',
    });
    expect(submission.request.message).toMatch(/^Anruf in Abwesenheit von Herrn Dr\. Lindner/);
    expect(submission.contact.name).toBe('Herr Dr. Lindner');
  });
});
