import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigestReplyContext, readDigestReply } from '../../../domain/inbound/digest-reply.ts';
import { readSpokenDate, readSpokenTime } from '../../../domain/inbound/spoken-date.ts';
import { addDays } from '../../../domain/time/local-time.ts';
import { formatDate } from '../../../views/words/format.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

/** Monday, 23 November 2026. */
const today = '2026-11-23';
const leads = ['A', 'B', 'C', 'D', 'E'].map((letter) => aLead({ id: `7K2M9QX4T${letter}` }));
const context: DigestReplyContext = { today, now: monday10, company: aCompany(), leads };

const read = (text: string, more: Partial<DigestReplyContext> = {}) =>
  readDigestReply(text, { ...context, ...more });
const commandOf = (line: string, more: Partial<DigestReplyContext> = {}) => {
  const { understood, unclear } = read(line, more);
  return understood.length === 1 ? understood[0]?.command : unclear;
};

describe('an answer to the digest', () => {
  test('as the help below the list says it', () => {
    const text = '1 erreicht\n2 Besichtigung Do 14 Uhr\n3 Angebot 8500\n4 verloren zu teuer\n5 später 15.1.';
    const { understood, unclear } = read(text);
    expect(unclear).toEqual([]);
    expect(understood.map(({ leadId }) => leadId)).toEqual(leads.map(({ id }) => id));
    expect(understood.map(({ command }) => command)).toEqual([
      { type: 'note-contact-attempt', reached: true },
      { type: 'plan-visit', startsAt: '2026-11-26T13:00:00.000Z', durationMinutes: 60 },
      { type: 'move', to: 'quoted', facts: { quotedCents: 850_000 } },
      { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } },
      { type: 'postpone', until: '2027-01-15' },
    ]);
  });

  test.each<[string, object]>([
    ['1: Erreicht.', { type: 'note-contact-attempt', reached: true }],
    ['#1 ERREICHT!', { type: 'note-contact-attempt', reached: true }],
    ['1) nicht erreicht', { type: 'note-contact-attempt', reached: false }],
    ['1. Besichtigung morgen um 9 Uhr', { type: 'plan-visit', startsAt: '2026-11-24T08:00:00.000Z' }],
    ['1 Termin 3.12. 10:30', { type: 'plan-visit', startsAt: '2026-12-03T09:30:00.000Z' }],
    [
      '1 Besichtigung Donnerstag, 26.11.2026, 14:30 Uhr',
      { type: 'plan-visit', startsAt: '2026-11-26T13:30:00.000Z' },
    ],
    ['1 Angebot 8.500,50 €', { type: 'move', facts: { quotedCents: 850_050 } }],
    ['1 Angebot über 8,5k', { type: 'move', facts: { quotedCents: 850_000 } }],
    ['1 gewonnen', { type: 'move', to: 'won' }],
    ['1 gewonnen 12000', { type: 'move', to: 'won', facts: { finalCents: 1_200_000 } }],
    ['1 verloren wegen Konkurrenz', { type: 'move', facts: { reason: 'Konkurrenz' } }],
    ['1 spaeter in 2 Wochen', { type: 'postpone', until: '2026-12-07' }],
    ['1 später Januar', { type: 'postpone', until: '2027-01-01' }],
    ['1 Wert 12.000', { type: 'set-value', valueCents: 1_200_000 }],
    ['1 uebernommen', { type: 'move', to: 'in-progress' }],
    [
      '1 nicht qualifiziert kein Budget bis 1.3.',
      { type: 'move', to: 'unqualified', facts: { reason: 'kein Budget', lookAgainOn: '2027-03-01' } },
    ],
    ['1 Spam', { type: 'mark-spam' }],
  ])('%s', (line, command) => {
    expect(commandOf(line)).toMatchObject(command);
  });

  test('several numbers in one line', () => {
    expect(read('1, 2 und 4 nicht erreicht').understood.map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  test('an emergency is taken with the same word', () => {
    expect(commandOf('1 übernommen', { leads: [aLeadIn('service')] })).toEqual({ type: 'confirm' });
  });

  test('greetings and signatures are left out in silence', () => {
    const text = 'Hallo,\n\n1 erreicht\n\nViele Grüße\nMartin Muster\nWerkstraße 5\nTel. 089 1234560';
    expect(read(text)).toMatchObject({ understood: [{ number: 1 }], unclear: [] });
  });
});

describe('nothing is guessed', () => {
  test.each([
    '9 erreicht',
    '0 erreicht',
    '1 vielleicht',
    '1',
    '1 Besichtigung',
    '1 Besichtigung Do',
    '1 Besichtigung 14 Uhr',
    '1 Besichtigung Fr 26.11. 14 Uhr',
    '1 Besichtigung 31.2. 14 Uhr',
    '1 Besichtigung heute 8 Uhr',
    '1 Angebot',
    '1 Angebot ungefähr viel',
    '1 verloren',
    '1 später',
    '1 später gestern',
    '1 später 31.2.',
    '1 erreicht, will aber noch überlegen',
  ])('"%s" is asked back', (line) => {
    const { understood, unclear } = read(line);
    expect(understood).toEqual([]);
    expect(unclear).toHaveLength(1);
    expect(unclear[0]).toMatchObject({ line, why: { code: expect.stringMatching(/\S/) } });
  });

  test('two lines that contradict each other are both asked back', () => {
    const { understood, unclear } = read('1 Angebot 8500\n1 Angebot 9500\n2 erreicht');
    expect(understood.map(({ number }) => number)).toEqual([2]);
    expect(unclear).toHaveLength(2);
  });

  test('the same line twice is once', () => {
    expect(read('1 erreicht\n1 erreicht').understood).toHaveLength(1);
  });

  test('a request that is gone is not another one', () => {
    expect(commandOf('2 erreicht', { leads: [leads[0], undefined, leads[2]] })).toMatchObject([
      { line: '2 erreicht' },
    ]);
  });

  test('no text breaks it', () => {
    const word = fc.constantFrom(
      '1',
      '2',
      'erreicht',
      'Besichtigung',
      'Do',
      '14 Uhr',
      '3.12.',
      'Angebot',
      '8500',
      'bis',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 20 }), (words) => {
        const { understood } = read(words.join(' '));
        for (const { number } of understood) expect(leads[number - 1]).toBeDefined();
      }),
    );
  });
});

describe('days as people say them', () => {
  test('what is written as a date is read as that date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const date = addDays(today, days);
        const [year = '', month = '', day = ''] = date.split('-');
        expect(readSpokenDate(formatDate(date, 'de'), today)).toBe(date);
        expect(readSpokenDate(`${Number(day)}.${Number(month)}.`, today)).toBe(date);
        expect(readSpokenDate(`${day}.${month}.${year}`, today)).toBe(date);
        expect(readSpokenDate(date, today)).toBe(date);
      }),
    );
  });

  test.each([
    ['Mo', '2026-11-30'],
    ['Di', '2026-11-24'],
    ['nächsten Freitag', '2026-11-27'],
    ['übermorgen', '2026-11-25'],
    ['15.1.', '2027-01-15'],
    ['23.11.', '2026-11-23'],
    ['29.2.', undefined],
    ['29.2.2028', '2028-02-29'],
    ['irgendwann', undefined],
    ['', undefined],
  ])('%j is %j', (text, date) => {
    expect(readSpokenDate(text, today)).toBe(date);
  });

  test.each([
    ['14 Uhr', '14:00'],
    ['9:30', '09:30'],
    ['8.15 Uhr', '08:15'],
    ['24 Uhr', undefined],
    ['14', undefined],
    ['14:60', undefined],
  ])('%j is %j', (text, time) => {
    expect(readSpokenTime(text)).toBe(time);
  });
});
