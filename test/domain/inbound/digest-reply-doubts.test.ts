/** What an answer to the digest leaves open is asked back, whatever stands in it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked, leads, meaning, read } from './a-digest-answer.ts';

describe('nothing is guessed', () => {
  test.each<[string, string]>([
    ['9 erreicht', 'no-such-number'],
    ['0 erreicht', 'no-such-number'],
    ['2-9 erreicht', 'no-such-number'],
    ['erreicht: 99', 'no-such-number'],
    ['4-2 erreicht', 'not-understood'],
    ['1 vielleicht', 'not-understood'],
    ['1', 'only-a-number'],
    ['1 Müller', 'other-name'],
    ['4 Müller', 'only-a-number'],
    ['1 Besichtigung', 'no-visit-time'],
    ['1 Besichtigung Do', 'no-visit-time'],
    ['1 Besichtigung 14 Uhr', 'no-visit-time'],
    ['1 Besichtigung Do mittags', 'no-visit-time'],
    ['1 Besichtigung Do um sechs', 'no-visit-time'],
    ['1 Besichtigung Fr 26.11. 14 Uhr', 'no-visit-time'],
    ['1 Besichtigung 31.2. 14 Uhr', 'no-visit-time'],
    ['1 Besichtigung 3.12 11.10', 'no-visit-time'],
    ['1 Termin abgesagt', 'no-visit'],
    ['1 absagen', 'no-reason'],
    ['1 Absage schicken', 'what-is-off'],
    ['1 Besichtigung heute 8 Uhr', 'visit-is-over'],
    ['1 Angebot', 'no-sum'],
    ['1 Angebot ist raus', 'no-sum'],
    ['1 Angebot ungefähr viel', 'money'],
    ['1 Angebot folgt', 'money'],
    ['1 Angebot -500', 'money'],
    ['1 Angebot minus 500', 'money'],
    ['1 Angebot 0', 'money'],
    ['1 Angebot 8500-9000', 'money'],
    ['1 Angebot 8500 abgelehnt', 'money'],
    ['1 Angebot 85000000', 'unusual-sum'],
    ['1 Angebot 3', 'unusual-sum'],
    ['1 Zusage für Termin Do 14 Uhr', 'money'],
    ['1 verloren', 'no-reason'],
    ['1 nicht qualifiziert', 'no-reason-or-day'],
    ['1 später', 'no-day'],
    ['1 später gestern', 'no-day'],
    ['1 später 31.2.', 'no-day'],
    ['1 später in 2-3 Wochen', 'no-day'],
    ['1 später nach den Sommerferien', 'no-day'],
    ['1 später heute', 'day-is-over'],
    ['1 in zwei Wochen Angebot 8500', 'not-understood'],
    ['1 in zwei Wochen habe ich Urlaub', 'not-understood'],
    ['1 passt nicht mehr', 'not-understood'],
    ['1 passt nicht, verschieben auf Fr', 'not-understood'],
    ['1 passt nicht', 'no-reason-or-day'],
    ['1 Besichtigung 3.-4.12. 14 Uhr', 'no-visit-time'],
    ['1 Besichtigung Do 15-14 Uhr', 'no-visit-time'],
    ['1 Offerte CHF 8500 verschickt', 'other-currency'],
    ['1 Angebot 8,5k Franken', 'other-currency'],
    ['1 gewonnen 9200 USD', 'other-currency'],
    ['1 habe ich erledigt, bitte nicht mehr mailen', 'not-a-repair'],
    ['1 erreicht, will aber noch überlegen', 'more-than-understood'],
    ['alle nicht erreicht', 'everybody'],
    ['alle erledigt', 'everybody'],
    ['die anderen nicht erreicht', 'everybody'],
  ])('"%s" is asked back', (line, code) => {
    expect(read(line)).toMatchObject({ understood: [], unclear: [{ line, why: { code } }] });
  });

  test('a request that is gone is not another one', () => {
    expect(meaning('2 erreicht', { leads: [leads[0], undefined, leads[2]] })).toEqual([
      { code: 'gone', number: 2 },
    ]);
  });

  test('a line that the mail program broke goes on below', () => {
    const text =
      '2 verloren, hat sich für einen anderen Anbieter aus dem\nNachbarort entschieden\n3 Angebot\n8500';
    expect(meaning(text)).toEqual([
      {
        number: 2,
        what: 'lose',
        reason: 'hat sich für einen anderen Anbieter aus dem Nachbarort entschieden',
      },
      { number: 3, what: 'quote', cents: 850_000 },
    ]);
  });

  test('a remark below an instruction is asked back, and the instruction is done', () => {
    for (const gap of ['\n', '\n\n']) {
      expect(read(`2 erreicht${gap}Der Kunde möchte noch überlegen`)).toMatchObject({
        understood: [{ number: 2 }],
        unclear: [{ line: 'Der Kunde möchte noch überlegen' }],
      });
    }
  });

  test('of too many lines the rest is named', () => {
    const { understood, unclear } = read(`${'1 erreicht\n'.repeat(200)}2 gewonnen\n\n3 gewonnen`);
    expect(understood).toHaveLength(1);
    expect(unclear).toEqual([{ line: '2 gewonnen', why: { code: 'too-many-lines', left: 2 } }]);
  });

  test('a line without an end is asked back, and a mail of a million characters takes no time', () => {
    expect(asked(`1 verloren ${'a'.repeat(2_000)}`)).toEqual(['line-too-long']);
    for (const part of ['a:\n', '1 ', '1 erreicht ', '1,', 'Angebot, ', ' ', '(', '1-']) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const begin = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(begin);
      expect((user + system) / 1_000).toBeLessThan(1_500);
    }
  });
});

describe('of any text', () => {
  const word = fc.constantFrom(
    '1',
    '2',
    '2-3',
    '9',
    'erreicht',
    'nicht',
    'Besichtigung',
    'Do',
    '14 Uhr',
    '3.12.',
    'Angebot',
    '8500',
    'verloren',
    'zu teuer',
    'Huber',
    'Müller',
    'bis',
    ',',
    ':',
    'Viele Grüße',
    'Danke',
    '-- ',
    '\n',
    '\n\n',
  );
  const anyText = fc
    .array(fc.oneof({ weight: 5, arbitrary: word }, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((words) => words.join(' '));

  test('each filled line is understood, asked back or wants nothing, and one of these only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { understood, unclear, silent } = read(text);
        const lines = text
          .split(/\r\n?|\n/)
          .map((line) =>
            line
              .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
              .replace(/\s+/g, ' ')
              .trim(),
          )
          .filter((line) => line !== '');
        const done = new Set(understood.map(({ line }) => line));
        const back = unclear.map(({ line }) => line);
        for (const line of done) expect([...back, ...silent]).not.toContain(line);
        for (const line of back) expect(silent).not.toContain(line);
        const found = [...done, ...back, ...silent];
        for (const line of lines.filter((one) => one.length < 1_000)) {
          const isThere = found.some((one) => ` ${one} `.includes(` ${line.toWellFormed()} `));
          if (isThere) continue;
          // Of two that say the same, one is kept.
          const same = read(line).understood.map(({ number, said }) => ({ number, said }));
          expect(same).not.toEqual([]);
          for (const one of same) expect(understood).toContainEqual(expect.objectContaining(one));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('only requests that are there are spoken of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { number, leadId } of read(text).understood) expect(leads[number - 1]?.id).toBe(leadId);
      }),
    );
  });
});
