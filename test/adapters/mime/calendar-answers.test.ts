import { describe, expect, it } from 'vitest';
import { calendarAnswerText } from '../../../views/words/calendar-answers.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { mixed, multipart, read } from './mail-lines.ts';

const calendar = (method: string | undefined, ...event: string[]) => [
  'BEGIN:VCALENDAR',
  'PRODID:-//Test//Test//DE',
  'VERSION:2.0',
  ...(method === undefined ? [] : [`METHOD:${method}`]),
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  ...event,
  'END:VEVENT',
  'END:VCALENDAR',
];
const from = ['From: Rita Kern <rita@kunde.test>', 'Subject: Antwort'];
const alone = (type: string, lines: readonly string[]) =>
  read(...from, `Content-Type: ${type}`, '', ...lines);

describe('the answer to an invitation', () => {
  it.each([
    ['accepted', 'PARTSTAT=ACCEPTED'],
    ['declined', 'PARTSTAT=DECLINED'],
    ['tentative', 'PARTSTAT=TENTATIVE'],
    ['accepted', 'CN="Kern, Rita; Hof 3: links";ROLE=REQ-PARTICIPANT;partstat=accepted'],
    ['declined', 'CUTYPE=INDIVIDUAL;PARTSTAT="DECLINED";LANGUAGE=de'],
  ] as const)('is %s by %s', async (answer, parameters) => {
    const mail = await alone(
      'text/calendar; method=REPLY; charset=utf-8',
      calendar('REPLY', `ATTENDEE;${parameters}:MAILTO:Rita@Kunde.test`, 'UID:besuch-7@betrieb.test'),
    );
    expect(mail.calendar).toEqual({ answer, uid: 'besuch-7@betrieb.test', attendee: 'rita@kunde.test' });
  });

  it('stands in lines that were folded inside of a word', async () => {
    const mail = await alone(
      'text/calendar; method=REPLY',
      calendar(
        'REPLY',
        'UID:040000008200E00074C5B7101A82E00800000000',
        ' 1122334455667788@betrieb',
        '\t.test',
        'ATTENDEE;CN="Rita Kern";PARTSTAT=DECL',
        ' INED:mailto:rita@ku',
        ' nde.test',
        'COMMENT;LANGUAGE=de-DE:Da bin ich verreist\\, leider.\\nGruß\\; Rita',
        ' ',
      ),
    );
    expect(mail.calendar).toEqual({
      answer: 'declined',
      uid: '040000008200E00074C5B7101A82E008000000001122334455667788@betrieb.test',
      attendee: 'rita@kunde.test',
      comment: 'Da bin ich verreist, leider.\nGruß; Rita',
    });
  });

  it.each([
    ['text/calendar; charset=utf-8', 'REPLY'],
    ['text/calendar; method=REPLY', undefined],
    ['application/ics; name=invite.ics', 'REPLY'],
    ['application/octet-stream; name="Antwort.ics"', 'REPLY'],
  ])('is found in %s with the method %s inside', async (type, method) => {
    const mail = await alone(type, calendar(method, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:rita@kunde.test'));
    expect(mail.calendar?.answer).toBe('accepted');
    expect(mail.files).toHaveLength(1);
  });

  it('is of who has a status, where everybody who was invited is named', async () => {
    const mail = await alone(
      'text/calendar; method=REPLY',
      calendar(
        'REPLY',
        'ORGANIZER:mailto:chef@betrieb.test',
        'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:andere@kunde.test',
        'ATTENDEE;PARTSTAT=TENTATIVE;EMAIL=rita@kunde.test:urn:uuid:1-2',
      ),
    );
    expect(mail.calendar).toEqual({ answer: 'tentative', attendee: 'rita@kunde.test' });
  });

  it('stands beside the words of the person, in any order and depth', async () => {
    const part = [
      'Content-Type: text/calendar; method=REPLY',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(calendar('REPLY', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:r@k.test').join('\n')).toString(
        'base64',
      ),
    ];
    const words = ['Content-Type: text/plain', '', 'Ja, passt gut'];
    for (const parts of [
      [words, part],
      [part, words],
    ]) {
      const mail = await read(...from, ...multipart('mixed', 'a', multipart('alternative', 'b', ...parts)));
      expect(mail).toMatchObject({ text: 'Ja, passt gut', calendar: { answer: 'accepted' } });
    }
  });

  it.each([
    ['in UTC', 'DTSTART:20261126T130000Z', '2026-11-26T13:00:00.000Z'],
    [
      'in a zone of Outlook',
      'DTSTART;TZID="W. Europe Standard Time":20261126T140000',
      '2026-11-26T13:00:00.000Z',
    ],
    ['in a zone by its name', 'DTSTART;TZID=Europe/London:20261126T130000', '2026-11-26T13:00:00.000Z'],
    [
      'in a zone of Thunderbird',
      'DTSTART;TZID=/mozilla.org/20050126_1/Europe/Vienna:20260701T140000',
      '2026-07-01T12:00:00.000Z',
    ],
    [
      'in a zone nobody knows',
      'DTSTART;TZID=Customized Time Zone:20261126T140000',
      '2026-11-26T13:00:00.000Z',
    ],
    ['by the clock on the wall', 'DTSTART:20261126T140000', '2026-11-26T13:00:00.000Z'],
    ['for the whole day', 'DTSTART;VALUE=DATE:20261126', '2026-11-25T23:00:00.000Z'],
    ['on a day that does not exist', 'DTSTART:20260231T140000', undefined],
    ['at no time', 'SUMMARY:Besichtigung', undefined],
  ])('proposes another time %s', async (_, start, startsAt) => {
    const mail = await alone(
      'text/calendar; method=COUNTER',
      calendar(
        'COUNTER',
        'UID:a',
        start,
        'ATTENDEE;PARTSTAT=TENTATIVE:mailto:rita@kunde.test',
        'BEGIN:VALARM',
        'DTSTART:19990101T000000Z',
        'END:VALARM',
      ),
    );
    expect(mail.calendar).toEqual({
      answer: 'counter',
      uid: 'a',
      attendee: 'rita@kunde.test',
      ...(startsAt && { startsAt }),
    });
  });
});

describe('no answer', () => {
  it.each([
    ['an invitation of somebody else', 'REQUEST'],
    ['a published event', 'PUBLISH'],
    ['a cancellation', 'CANCEL'],
    ['a refusal of another time', 'DECLINECOUNTER'],
  ])('is %s: only a file', async (_, method) => {
    const mail = await alone(
      `text/calendar; method=${method}`,
      calendar(method, 'UID:a', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:rita@kunde.test'),
    );
    expect(mail.calendar).toBeUndefined();
    expect(mail.files).toMatchObject([{ contentType: 'text/calendar' }]);
  });

  it.each([
    ['without anybody who answers', ['UID:a']],
    ['that hands it on to another', ['ATTENDEE;PARTSTAT=DELEGATED:mailto:rita@kunde.test']],
    ['whose calendar is damaged', ['ATTENDEE;PARTSTAT', 'ATTENDEE;CN="Rita', ';;;:']],
  ])('is one %s', async (_, event) => {
    expect(
      (await alone('text/calendar; method=REPLY', calendar('REPLY', ...event))).calendar,
    ).toBeUndefined();
  });

  it('is text that only looks like a calendar', async () => {
    const mail = await alone('text/plain', calendar('REPLY', 'ATTENDEE;PARTSTAT=DECLINED:mailto:r@k.test'));
    expect(mail.calendar).toBeUndefined();
    expect(mail.text).toContain('DECLINED');
  });
});

describe('in words for the owner', () => {
  it.each([
    [{ answer: 'accepted' }, 'Zugesagt'],
    [{ answer: 'declined', comment: 'Bin verreist.' }, 'Abgelehnt\n\nBin verreist.'],
    [{ answer: 'tentative' }, 'Mit Vorbehalt'],
    [{ answer: 'counter' }, 'Anderer Termin vorgeschlagen'],
    [
      { answer: 'counter', startsAt: '2026-11-26T13:00:00.000Z' },
      'Anderer Termin vorgeschlagen: Do, 26.11., 14:00 Uhr',
    ],
    [{ answer: 'counter', startsAt: '2026-11-25T23:00:00.000Z' }, 'Anderer Termin vorgeschlagen: Do, 26.11.'],
    [
      { answer: 'counter', startsAt: '2027-01-07T08:30:00.000Z' },
      'Anderer Termin vorgeschlagen: Do, 7.1.2027, 09:30 Uhr',
    ],
  ] as const)('%o', (answer, text) => {
    expect(calendarAnswerText(answer, monday10, aCompany())).toBe(text);
  });
});

describe('an invitation without any other text', () => {
  const invitation = [
    'UID:1@kunde.test',
    'DTSTART;TZID=W. Europe Standard Time:20261203T140000',
    'SUMMARY:Heizung ansehen',
    'LOCATION:Lindenweg 4\\, 80331 München',
    'DESCRIPTION:Die Therme tropft.\\nBitte klingeln\\, 0171 5550613',
    'BEGIN:VALARM',
    'DESCRIPTION:Erinnerung',
    'END:VALARM',
  ];
  const words =
    'Heizung ansehen\nLindenweg 4, 80331 München\nDie Therme tropft.\nBitte klingeln, 0171 5550613';

  it.each(['REQUEST', 'CANCEL', 'PUBLISH', undefined])('says its words: %s', async (method) => {
    const mail = await alone('text/calendar; charset=utf-8', calendar(method, ...invitation));
    expect(mail.text).toBe(words);
    expect(mail.calendar).toBeUndefined();
  });

  it('is a file beside a text', async () => {
    const mail = await read(
      ...mixed(
        ['Content-Type: text/plain', '', 'Passt Donnerstag?'],
        [
          'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
          '',
          ...calendar('REQUEST', ...invitation),
        ],
      ),
    );
    expect(mail.text.trim()).toBe('Passt Donnerstag?');
  });
});
