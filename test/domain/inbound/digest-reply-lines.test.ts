/** Of whom a line of an answer to the digest is, and how many things it says. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked, called, meaning, read } from './a-digest-answer.ts';

describe('the numbers of a line', () => {
  const spellings = [
    '4 erreicht',
    '4. erreicht',
    '4: erreicht',
    '4.: erreicht',
    '4) erreicht',
    '(4) erreicht',
    '[4] erreicht',
    '#4 erreicht',
    'Nr 4 erreicht',
    'Nr. 4: erreicht',
    'Nummer 4 erreicht',
    'zu 4: erreicht',
    'zu Nr. 4: erreicht',
    'Anfrage 4 erreicht',
    'bei 4 erreicht',
    '4 = erreicht',
    '4 - erreicht',
    '4 · erreicht',
    '4 | erreicht',
    '4 – erreicht',
    '4 -> erreicht',
    '4\terreicht',
    '4.\terreicht',
    '4\u00a0erreicht',
    '4erreicht',
    '4.erreicht',
    '• 4 erreicht',
    '·  4 erreicht',
    '* 4 erreicht',
    '- 4 erreicht',
    '–4 erreicht',
    'o 4 erreicht',
    '§ 4 erreicht',
    '4️⃣ erreicht',
    '④ erreicht',
    '４ erreicht',
    'Nummer vier erreicht',
    'vier: erreicht',
    'erreicht: 4',
    'erreicht 4',
    'erreicht (4)',
    'erreicht - 4',
    'erreicht Nr. 4',
    'erreicht bei 4',
    '„4 erreicht“',
    'Hallo, 4 erreicht',
    '4 erreicht, danke!',
    '4 erreicht. VG Martin',
    '4 Müller erreicht',
    '4 (Bernd Müller): erreicht',
    '4 Herr Müller: erreicht',
    'Müller erreicht',
    'Herr Mueller: erreicht',
    'Bernd Müller erreicht',
  ];

  test.each(spellings)('%j is number 4', (line) => {
    expect(meaning(line)).toEqual([{ number: 4, what: 'reached' }]);
  });

  test.each<[string, number[]]>([
    ['1, 2 und 4', [1, 2, 4]],
    ['1,2 u. 4', [1, 2, 4]],
    ['1., 2. und 4.', [1, 2, 4]],
    ['1 u 2', [1, 2]],
    ['1 + 2', [1, 2]],
    ['1 & 2', [1, 2]],
    ['2/3', [2, 3]],
    ['2-3', [2, 3]],
    ['2 – 4', [2, 3, 4]],
    ['2 bis 4', [2, 3, 4]],
    ['2..4', [2, 3, 4]],
    ['1-2, 4 sowie 5', [1, 2, 4, 5]],
    ['Nr. 2 und Nr. 3', [2, 3]],
  ])('"%s nicht erreicht" speaks of each', (numbers, expected) => {
    const each = expected.map((number) => ({ number, what: 'not-reached' }));
    expect(meaning(`${numbers} nicht erreicht`)).toEqual(each);
    expect(meaning(`nicht erreicht: ${numbers}`)).toEqual(each);
  });

  test('every instruction means the same in every spelling of its number', () => {
    const instructions = [
      'nicht erreicht',
      'Besichtigung Do 14 Uhr',
      'Angebot 8.500 €',
      'verloren: zu teuer',
    ];
    const before = spellings.filter((line) => line.endsWith(' erreicht') && !/Müller/.test(line));
    fc.assert(
      fc.property(fc.constantFrom(...before), fc.constantFrom(...instructions), (spelling, instruction) => {
        expect(meaning(spelling.replace(/erreicht$/, instruction))).toEqual(meaning(`4 ${instruction}`));
      }),
    );
  });

  test('a sum and a number behind it are told apart, and nothing is guessed', () => {
    expect(meaning('Angebot 8500 für 3')).toEqual([{ number: 3, what: 'quote', cents: 850_000 }]);
    expect(meaning('Angebot 3: 8500')).toEqual([{ number: 3, what: 'quote', cents: 850_000 }]);
    expect(meaning('verloren (4): zu teuer')).toEqual([{ number: 4, what: 'lose', reason: 'zu teuer' }]);
    expect(asked('verloren: 4')).toEqual(['no-reason']);
    expect(asked('Angebot für 3')).toEqual(['no-sum']);
    expect(asked('Besichtigung Do 14:30')).toEqual(['no-number']);
    for (const line of [
      'gewonnen 3',
      'Angebot 850',
      'Angebot 3 8500',
      'zwei nicht erreicht',
      '1 2 erreicht',
    ]) {
      expect(read(line)).toMatchObject({ understood: [], unclear: [{ line }] });
    }
  });

  test('several requests in one line', () => {
    expect(meaning('1 erreicht, 2 nicht erreicht; 3 gewonnen 5000')).toEqual([
      { number: 1, what: 'reached' },
      { number: 2, what: 'not-reached' },
      { number: 3, what: 'win', cents: 500_000 },
    ]);
    expect(read('1 erreicht, 9 gewonnen 5000')).toMatchObject({
      understood: [],
      unclear: [{ why: { code: 'no-such-number', number: 9 } }],
    });
  });
});

describe('several things said of one request', () => {
  test.each<[string, string[]]>([
    ['2 erreicht, Besichtigung Do 14 Uhr', ['reached', 'plan-visit']],
    ['2 erreicht Besichtigung Do 14 Uhr', ['reached', 'plan-visit']],
    ['2 erreicht und dann Termin Do 14 Uhr', ['reached', 'plan-visit']],
    ['2 nicht erreicht, später 15.1.', ['not-reached', 'postpone']],
    ['2 Besichtigung Do 14 Uhr, Angebot 8500 geschickt', ['plan-visit', 'quote']],
  ])('"%s" is all of it', (line, expected) => {
    expect(meaning(line).map((one) => 'what' in one && one.what)).toEqual(expected);
  });

  test('they are carried out in the order of a sale', () => {
    const all = '2 gewonnen\n2 Angebot 8500\n2 erreicht';
    expect(read(all).understood.map(({ said }) => said.what)).toEqual(['reached', 'quote', 'win']);
  });

  test.each([
    '2 erreicht, Angebot folgt',
    '2 Besichtigung Do 14 Uhr, Angebot folgt',
    '2 erreicht, will aber noch überlegen',
    '2 verloren zu teuer, Besichtigung am 31.2.',
    '2 Zusage für Termin Do 14 Uhr, Unterlagen folgen',
    '2 erreicht?',
  ])('the second half of "%s" is not dropped: the line is asked back', (line) => {
    expect(read(line)).toMatchObject({ understood: [], unclear: [{ line }] });
  });

  test('they may not contradict each other', () => {
    expect(asked('2 verloren zu teuer, Besichtigung Do 14 Uhr')).toEqual(['contradiction']);
    expect(asked('1 Angebot 8500\n1 Angebot 9500\n2 erreicht')).toEqual([
      'understood',
      'disputed',
      'disputed',
    ]);
    expect(asked('1 erreicht\n1 nicht erreicht')).toEqual(['disputed', 'disputed']);
    expect(asked('1, 2 erreicht\n2 nicht erreicht\n3 erreicht')).toEqual([
      'understood',
      'disputed',
      'disputed',
    ]);
  });

  test('the same twice is once', () => {
    expect(read('1 erreicht\nNr. 1: erreicht').understood).toHaveLength(1);
  });
});

describe('names instead of numbers', () => {
  test('a name that two have is asked back', () => {
    expect(meaning('Huber erreicht')).toEqual([{ code: 'several-of-that-name', numbers: [2, 5] }]);
    expect(meaning('Petra Huber erreicht')).toEqual([{ number: 5, what: 'reached' }]);
  });

  test('a name that nobody has is asked back', () => {
    expect(asked('Schmid erreicht')).toEqual(['no-number']);
    expect(asked('Frau Schmid verloren zu teuer')).toEqual(['no-number']);
  });

  test('a name that is not that of the number is asked back', () => {
    expect(meaning('4 Weiß erreicht')).toEqual([{ code: 'other-name', number: 4 }]);
  });

  test('somebody who calls himself like an instruction is still only somebody', () => {
    const odd = { leads: [called('Nicht Erreicht', 'A'), called('Spam', 'B')] };
    expect(meaning('nicht erreicht: 2', odd)).toEqual([{ number: 2, what: 'not-reached' }]);
    expect(meaning('2 Spam', odd)).toEqual([{ number: 2, what: 'spam' }]);
    expect(meaning('Spam', odd)).toEqual([{ code: 'no-number' }]);
  });
});

describe('a line below one that is not whole', () => {
  test('that names somebody else is about him, and no reason for losing the first', () => {
    expect(meaning('1 verloren\nHuber nicht erreicht')).toEqual([
      expect.objectContaining({ code: 'no-reason' }),
      expect.objectContaining({ code: expect.any(String) }),
    ]);
    expect(meaning('1 verloren\nWeiß nicht erreicht')).toContainEqual({ number: 3, what: 'not-reached' });
    expect(asked('1 nicht qualifiziert\nDie Müller ruf ich morgen an')).not.toContain('understood');
  });

  test('that goes on with it is its reason', () => {
    expect(meaning('1 verloren\nwar ihm zu teuer')).toEqual([
      { number: 1, what: 'lose', reason: 'war ihm zu teuer' },
    ]);
  });
});
