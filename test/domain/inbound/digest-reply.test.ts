import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigestReplyContext, readDigestReply } from '../../../domain/inbound/digest-reply.ts';
import { commandsFor } from '../../../domain/inbound/said.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

/** Monday, 23 November 2026. */
const today = '2026-11-23';
const called = (name: string, letter: string, more: Partial<Lead> = {}) => {
  const lead = aLead({ id: `7K2M9QX4T${letter}`, ...more });
  return { ...lead, contact: { ...lead.contact, name } };
};
const leads = [
  called('Erika Muster', 'A'),
  called('Anna Huber', 'B'),
  called('Jörg Weiß', 'C'),
  called('Bernd Müller', 'D'),
  called('Petra Huber', 'E'),
];
const ofKind = (kind: 'project' | 'repair') => {
  const lead = aLead();
  return { ...lead, request: { ...lead.request, kind } };
};
const context: DigestReplyContext = { today, now: monday10, company: aCompany(), leads };

const read = (text: string, more: Partial<DigestReplyContext> = {}) =>
  readDigestReply(text, { ...context, ...more });
/** What an answer means, or what is asked back. */
const meaning = (text: string, more: Partial<DigestReplyContext> = {}) => {
  const { understood, unclear } = read(text, more);
  return [...understood.map(({ number, said }) => ({ number, ...said })), ...unclear.map(({ why }) => why)];
};
const asked = (text: string) => meaning(text).map((one) => ('code' in one ? one.code : 'understood'));

describe('an answer to the digest', () => {
  test('as the help below the list says it', () => {
    const text = '1 erreicht\n2 Besichtigung Do 14 Uhr\n3 Angebot 8500\n4 verloren zu teuer\n5 später 15.1.';
    const { understood, unclear } = read(text);
    expect(unclear).toEqual([]);
    expect(understood.map(({ leadId }) => leadId)).toEqual(leads.map(({ id }) => id));
    expect(understood.flatMap(({ said }, index) => commandsFor(said, leads[index] ?? aLead()))).toEqual([
      { type: 'note-contact-attempt', reached: true },
      { type: 'plan-visit', startsAt: '2026-11-26T13:00:00.000Z', durationMinutes: 60 },
      { type: 'move', to: 'quoted', facts: { quotedCents: 850_000 } },
      { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } },
      { type: 'postpone', until: '2027-01-15' },
    ]);
  });

  test.each<[string, object]>([
    ['1: Erreicht.', { what: 'reached' }],
    ['#1 ERREICHT!', { what: 'reached' }],
    ['1 gerade telefoniert 👍', { what: 'reached' }],
    ['1) nicht erreicht', { what: 'not-reached' }],
    ['1 leider wieder nicht erreicht', { what: 'not-reached' }],
    ['1 niemand da', { what: 'not-reached' }],
    ['1 nur Mailbox', { what: 'not-reached' }],
    ['1. Besichtigung morgen um 9 Uhr', { startsAt: '2026-11-24T08:00:00.000Z' }],
    ['1 Termin 3.12. 10:30', { startsAt: '2026-12-03T09:30:00.000Z' }],
    ['1 Besichtigung Donnerstag, 26.11.2026, 14:30 Uhr', { startsAt: '2026-11-26T13:30:00.000Z' }],
    ['1 Besichtigung Do halb drei', { startsAt: '2026-11-26T13:30:00.000Z' }],
    ['1 Termin 14 Uhr Donnerstag', { startsAt: '2026-11-26T13:00:00.000Z' }],
    ['1 Termin vereinbart: nächste Woche Mittwoch um 10', { startsAt: '2026-12-02T09:00:00.000Z' }],
    ['1 Vor-Ort-Termin Donnerstagnachmittag um 3', { startsAt: '2026-11-26T14:00:00.000Z' }],
    ['1 Aufmaß Fr dreiviertel acht', { startsAt: '2026-11-27T06:45:00.000Z' }],
    ['1 Termin verschoben auf Fr 10 Uhr', { startsAt: '2026-11-27T09:00:00.000Z' }],
    ['1 Angebot 8.500,50 €', { what: 'quote', cents: 850_050 }],
    ['1 Angebot über 8,5k', { what: 'quote', cents: 850_000 }],
    ['1 Angebot: 8500', { what: 'quote', cents: 850_000 }],
    ['1 Angebot 8500 geschickt', { what: 'quote', cents: 850_000 }],
    ['1 Offerte 8500.- verschickt', { what: 'quote', cents: 850_000 }],
    ['1 Kostenvoranschlag ist raus: 8500 Euro netto', { what: 'quote', cents: 850_000 }],
    ['1 gewonnen', { what: 'win' }],
    ['1 gewonnen 12.500 netto', { what: 'win', cents: 1_250_000 }],
    ['1 Auftrag erteilt', { what: 'win' }],
    ['1 Auftrag 8,5k', { what: 'win', cents: 850_000 }],
    ['1 verloren wegen Konkurrenz', { what: 'lose', reason: 'Konkurrenz' }],
    ['1 verloren: zu teuer', { what: 'lose', reason: 'zu teuer' }],
    ['1 verloren - zu teuer', { what: 'lose', reason: 'zu teuer' }],
    ['1 verloren (zu teuer)', { what: 'lose', reason: 'zu teuer' }],
    ['1 Kunde hat abgesagt, zu teuer', { what: 'lose', reason: 'zu teuer' }],
    ['1 Auftrag verloren: zu teuer', { what: 'lose', reason: 'zu teuer' }],
    [
      '1 verloren, Kunde hat Auftrag anderweitig vergeben',
      { what: 'lose', reason: 'Kunde hat Auftrag anderweitig vergeben' },
    ],
    ['1 verloren, Angebot zu teuer', { what: 'lose', reason: 'Angebot zu teuer' }],
    ['1 spaeter in 2 Wochen', { what: 'postpone', until: '2026-12-07' }],
    ['1 später Januar', { what: 'postpone', until: '2027-01-04' }],
    ['1 später im Jänner', { what: 'postpone', until: '2027-01-04' }],
    ['1 in zwei Wochen', { what: 'postpone', until: '2026-12-07' }],
    ['1 in 3 Tagen nochmal anrufen', { what: 'postpone', until: '2026-11-26' }],
    ['1 morgen nochmal', { what: 'postpone', until: '2026-11-24' }],
    ['1 am Freitag wieder probieren', { what: 'postpone', until: '2026-11-27' }],
    ['1 passt nicht: zu weit weg', { what: 'disqualify', reason: 'zu weit weg' }],
    ['1 passt leider nicht, weil kein Budget', { what: 'disqualify', reason: 'kein Budget' }],
    ['1 passt noch nicht (Bau erst 2028)', { what: 'disqualify', reason: 'Bau erst 2028' }],
    ['1 Besichtigung Do 14-15 Uhr', { startsAt: '2026-11-26T13:00:00.000Z', durationMinutes: 60 }],
    ['1 Termin Do von 9 bis 10:30 Uhr', { startsAt: '2026-11-26T08:00:00.000Z', durationMinutes: 90 }],
    ['1 Aufmaß 3.12. 14:00–16:00', { startsAt: '2026-12-03T13:00:00.000Z', durationMinutes: 120 }],
    ['1 Besichtigung Do 11 Uhr - 1 Uhr', { startsAt: '2026-11-26T10:00:00.000Z', durationMinutes: 120 }],
    ['**1** nicht erreicht', { what: 'not-reached' }],
    ['_1_ erreicht', { what: 'reached' }],
    ['*1 erreicht*', { what: 'reached' }],
    ['1 später nach Ostern', { what: 'postpone', until: '2027-03-30' }],
    ['1 erst nach den Feiertagen', { what: 'postpone', until: '2027-01-04' }],
    ['1 Wiedervorlage 15.1. nochmal anrufen', { what: 'postpone', until: '2027-01-15' }],
    ['1 Wert 12.000', { what: 'value', cents: 1_200_000 }],
    ['1 uebernommen', { what: 'take' }],
    ['1 in Verhandlung', { what: 'negotiate' }],
    [
      '1 nicht qualifiziert kein Budget bis 1.3.',
      { what: 'disqualify', reason: 'kein Budget', lookAgainOn: '2027-03-01' },
    ],
    ['1 Spam', { what: 'spam' }],
  ])('%s', (line, said) => {
    expect(meaning(line)).toMatchObject([{ number: 1, ...said }]);
  });

  test('without a day, what is not qualified is looked at again when the form proposes it', () => {
    expect(meaning('1 nicht qualifiziert: kein Budget')).toEqual([
      { number: 1, what: 'disqualify', reason: 'kein Budget', lookAgainOn: '2027-02-23' },
    ]);
    expect(asked('1 nicht qualifiziert: kein Budget bis irgendwann')).toEqual(['no-day']);
  });

  test.each([
    ['1 ereicht', 'reached'],
    ['1 nciht erreicht', 'not-reached'],
    ['1 verlorn zu teuer', 'lose'],
    ['1 gewonen', 'win'],
    ['1 Besichtgung Do 14 Uhr', 'plan-visit'],
    ['1 Termin Donerstag 14 Uhr', 'plan-visit'],
  ])('a slip of one letter in "%s" is no riddle', (line, what) => {
    expect(meaning(line)).toMatchObject([{ what }]);
  });

  test.each(['1 erreiche', '1 absagen', '1 gewinnen', '1 Angebote 8500', '1 besprochen'])(
    'but "%s" is another word',
    (line) => {
      expect(asked(line)).toEqual(['not-understood']);
    },
  );

  test('an emergency is taken and ended with the same words', () => {
    const emergency = { leads: [aLeadIn('service')] };
    expect(meaning('1 übernommen', emergency)).toEqual([{ number: 1, what: 'confirm' }]);
    expect(meaning('1 erledigt', emergency)).toEqual([{ number: 1, what: 'finish' }]);
    expect(meaning('1 erledigt 320 €', emergency)).toEqual([{ number: 1, what: 'finish', cents: 32_000 }]);
  });

  test.each([
    '1 erledigt 320',
    '1 repariert, 320 €',
    '1 Reparatur erledigt, Rechnung 320 Euro',
    '1 behoben: 320',
  ])('"%s" ends a repair, which is an order like any other', (line) => {
    const repair = ofKind('repair');
    const [said] = read(line, { leads: [repair] }).understood;
    expect(said && commandsFor(said.said, repair)).toEqual([
      { type: 'move', to: 'won', facts: { finalCents: 32_000 } },
    ]);
  });

  test('a repair ends without a sum where one was quoted, and with a question where none is known', () => {
    const repair = ofKind('repair');
    const code = (lead: Lead) => meaning('1 erledigt', { leads: [lead] });
    expect(code({ ...repair, quotedCents: 32_000 })).toEqual([{ number: 1, what: 'repaired' }]);
    expect(code(repair)).toEqual([{ code: 'no-repair-sum' }]);
    expect(code(ofKind('project'))).toEqual([{ code: 'not-a-repair' }]);
  });
});

describe('what is quoted', () => {
  test('orders nothing, whatever it says and however deep it stands', () => {
    const line = fc.constantFrom(
      '1 erreicht',
      '- 2-3 nicht erreicht',
      '4 gewonnen 8500',
      'Müller erreicht',
      '',
    );
    const mark = fc.constantFrom('>', '> ', '>> ', '> > ', ' > ', '＞ ', '     > ');
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, line)), (lines) => {
        expect(read(lines.map((parts) => parts.join('')).join('\n')).understood).toEqual([]);
      }),
    );
  });

  test('and takes nothing from the lines above and below it', () => {
    const text = '1 erreicht\n\n> 2 Huber\n> 3 gewonnen 5000\n4 verloren zu teuer\n';
    expect(meaning(text)).toEqual([
      { number: 1, what: 'reached' },
      { number: 4, what: 'lose', reason: 'zu teuer' },
    ]);
  });

  test('nor does the rest of a quoted line that a program broke', () => {
    const long = '> Sie können auf diese E-Mail auch einfach antworten, eine Zeile je Anfrage:';
    expect(meaning(`${long}\n„2 Besichtigung Do 14 Uhr“`)).toEqual([]);
    expect(meaning(`${long}\n2 Besichtigung Do 14 Uhr`)).toMatchObject([{ what: 'plan-visit' }]);
  });
});

describe('words beside an instruction', () => {
  test('ask for no sum, where there is none among them', () => {
    const line = '1 habe ich erledigt, bitte nicht mehr mailen';
    for (const lead of [ofKind('repair'), { ...ofKind('repair'), quotedCents: 32_000 }, aLeadIn('service')]) {
      expect(meaning(line, { leads: [lead] })).toMatchObject([
        { code: 'more-than-understood', rest: 'bitte nicht mehr mailen' },
      ]);
    }
  });

  test('a day on a line of its own still belongs to the one above', () => {
    expect(meaning('2 später\nin zwei Wochen')).toEqual([
      { number: 2, what: 'postpone', until: '2026-12-07' },
    ]);
    expect(meaning('2 nicht erreicht, in 2 Wochen nochmal')).toMatchObject([
      { what: 'not-reached' },
      { what: 'postpone', until: '2026-12-07' },
    ]);
  });

  test('Swiss francs are the money of a Swiss business', () => {
    const company = { ...aCompany(), currency: 'CHF' } as const;
    for (const line of ['1 Offerte CHF 8500 verschickt', '1 Offerte 8500 Franken', "1 Offerte 8'500 sFr."]) {
      expect(meaning(line, { company })).toEqual([{ number: 1, what: 'quote', cents: 850_000 }]);
    }
    expect(meaning('1 Offerte 8500 €', { company })).toEqual([{ code: 'other-currency' }]);
  });
});

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

describe('what needs no answer', () => {
  test('greetings and signatures pass in silence', () => {
    const text =
      'Hallo,\n\n1 erreicht\n\nViele Grüße\nMartin Muster\nInstallateurmeister\nWerkstraße 5\n80331 München\nTel. 089 1234560';
    expect(read(text)).toMatchObject({ understood: [{ number: 1 }], unclear: [] });
  });

  test('so do thanks, mail programs and the words of lawyers', () => {
    const text = `Guten Morgen,
hier meine Punkte:
1 erreicht
Vielen Dank und schöne Grüße
Von meinem iPhone gesendet

Diese E-Mail enthält vertrauliche Informationen und ist nur für den
Adressaten bestimmt. Wenn Sie sie irrtümlich erhalten haben, gilt
1 Monat Frist.`;
    expect(read(text)).toMatchObject({ understood: [{ number: 1 }], unclear: [] });
  });

  test('and what stands below the sign for a signature', () => {
    const text = '1 erreicht\n-- \nMuster Haustechnik | 24 Stunden Notdienst\nTermin nach Vereinbarung';
    expect(read(text)).toMatchObject({ understood: [{ number: 1 }], unclear: [] });
  });

  test('an instruction below the greeting still counts', () => {
    expect(meaning('1 erreicht\nLG Martin\n4 verloren zu teuer')).toMatchObject([
      { number: 1 },
      { number: 4, what: 'lose' },
    ]);
  });

  test.each([
    'Ich bin nächste Woche weg',
    'Frau Huber hat sich beschwert',
    'PS: den Müller bitte nicht mehr anschreiben',
    'Danke, habe alles erledigt!',
    'Angebot folgt',
    'Kunde 5 meldet sich noch.',
    'Angebot 8500',
    '1 👍',
  ])('but "%s" does', (line) => {
    expect(read(`1 erreicht\n\n${line}\n\nViele Grüße\nMartin`).unclear).toMatchObject([{ line }]);
    expect(read(`1 erreicht\n\nViele Grüße\nMartin\n\n${line}`).unclear).toMatchObject([{ line }]);
  });
});

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
    ['1 Termin abgesagt', 'no-visit-time'],
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
