import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsFor } from '../../../domain/inbound/said.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { asked, leads, meaning, ofKind, read } from './a-digest-answer.ts';

describe('an answer to the digest', () => {
  test('as the help below the list says it', () => {
    const text = '1 erreicht\n2 Besichtigung Do 14 Uhr\n3 Angebot 8500\n4 verloren zu teuer\n5 später 15.1.';
    const { understood, unclear } = read(text);
    expect(unclear).toEqual([]);
    expect(understood.map(({ leadId }) => leadId)).toEqual(leads.map(({ id }) => id));
    expect(understood.flatMap(({ said }, index) => commandsFor(said, leads[index] ?? aLead()))).toEqual([
      { type: 'note-contact-attempt', reached: true, next: 'owner' },
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

  test.each(['1 erreiche', '1 gewinnen', '1 Angebote 8500', '1 besprochen'])(
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
