import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairEmail, saysNothing } from '../../../domain/capture/mail-repair.ts';

describe('a mistyped address is repaired', () => {
  test.each([
    ['petra.klein @gmx.de', 'petra.klein@gmx.de'],
    ['petra.klein@ gmx.de', 'petra.klein@gmx.de'],
    ['petra @ gmx . de', 'petra@gmx.de'],
    ['petra@gmx de', 'petra@gmx.de'],
    ['petra@gmx,de', 'petra@gmx.de'],
    ['petra@@gmx.de', 'petra@gmx.de'],
    ['petra@gmx..de', 'petra@gmx.de'],
    ['petra(at)gmx.de', 'petra@gmx.de'],
    ['petra [ät] gmx [punkt] de', 'petra@gmx.de'],
    ['petra at gmx punkt de', 'petra@gmx.de'],
    ['petra&#64;gmx.de', 'petra@gmx.de'],
    ['petra%40gmx.de', 'petra@gmx.de'],
    ['petra＠gmx．de', 'petra@gmx.de'],
    ['mailto:petra@gmx.de?subject=Bad', 'petra@gmx.de'],
    ['https://petra@gmx.de', 'petra@gmx.de'],
    ['www.petra@gmx.de', 'petra@gmx.de'],
    ['petra@www.gmx.de', 'petra@gmx.de'],
    ['<petra@gmx.de>', 'petra@gmx.de'],
    ['"petra@gmx.de"', 'petra@gmx.de'],
    ['petra@gmx.de...', 'petra@gmx.de'],
    ['E-Mail: petra@gmx.de', 'petra@gmx.de'],
    ['petra@gmail', 'petra@gmail.com'],
    ['petra@t-online', 'petra@t-online.de'],
    ['petra@gmx.de, ab 17 Uhr', 'petra@gmx.de'],
    ['petra@gmx.de oder p.klein@web.de', 'petra@gmx.de'],
    ['petra@gmx.de / 0171 5556677', 'petra@gmx.de'],
    ['Bitte an petra@gmx.de', 'petra@gmx.de'],
    ['petra@gmx.de. Danke', 'petra@gmx.de'],
  ])('%s', (typed, email) => {
    expect(repairEmail(typed)).toBe(email);
  });
});

describe('and never guessed at', () => {
  test.each([
    'petra klein@gmx.de',
    'Dr. klein@gmx.de',
    'petra@gmx',
    'petra@firma',
    'petra.gmx.de',
    'petra#gmx.de',
    'pétra@gmx.de',
    'petra@',
    '@gmx.de',
    'keine',
    '0171 5556677',
    'Ich habe keine Mail, nur Telefon',
  ])('%s', (typed) => {
    expect(repairEmail(typed)).toBeUndefined();
  });

  test('what is right stays as it is', () => {
    const local = fc
      .stringMatching(/^[a-z][a-z0-9_-]{0,20}(\.[a-z0-9]{1,10})?$/)
      .filter((name) => !name.startsWith('www'));
    const domain = fc
      .stringMatching(/^[a-z][a-z0-9]{2,15}\.(de|at|ch|com|example)$/)
      .filter((one) => !one.startsWith('www'));
    fc.assert(
      fc.property(local, domain, (name, host) => {
        expect(repairEmail(`${name}@${host}`)).toBe(`${name}@${host}`);
        expect(repairEmail(` ${name} @${host} `)).toBe(`${name}@${host}`);
        expect(repairEmail(`Petra Klein <${name}@${host}>`)).toBe(`${name}@${host}`);
      }),
    );
  });

  test('whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect(repairEmail(typed) ?? 'a@b.de').toMatch(/^[^\s@<>]+@[^\s@<>]+$/);
      }),
    );
  });
});

describe('an answer that says nothing', () => {
  test.each([
    '-',
    '---',
    'keine',
    'Keine!',
    'k.A.',
    'K. A.',
    'n/a',
    'nein',
    'xxx',
    'keine Angabe',
    'aucun',
    'null',
  ])('%s', (text) => {
    expect(saysNothing(text)).toBe(true);
  });

  test.each([
    'Nina',
    'keine Heizung seit gestern',
    'Keiner Weg 3',
    'X. Huber',
    '0171 5556677',
    'https://kunde.example',
  ])('is not %s', (text) => {
    expect(saysNothing(text)).toBe(false);
  });
});

test('what most people type is read as exactly as what has to be put right', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...[
        'paula',
        'Reiter',
        '@',
        '.',
        '..',
        '-',
        '+',
        '_',
        ' ',
        ' at ',
        ' ät ',
        '(ad)',
        '[AT]',
        'www.',
        'mail:',
        'mailto:',
      ],
      ...['gmx', 'gmail', 'web', 'de', 'Müller', 'ª', 'ß', '%40', '&#64;', '\n', '1', '<', '>', '*', "'"],
    ),
    fc.string({ maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
      const typed = parts.join('');
      // A sign that nobody sees, and that counts for nothing.
      expect(repairEmail(typed)).toBe(repairEmail(`\u200b${typed}`));
    }),
    { numRuns: 5_000 },
  );
});
