import { describe, expect, test } from 'vitest';
import { readDigestReply, type Unclear } from '../../../domain/inbound/digest-reply.ts';
import type { Said } from '../../../domain/inbound/said.ts';
import { askBack, saidInWords } from '../../../views/words/mails/digest-reply.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

/** What the owner is told about one line. */
function answered(line: string): string[] {
  const context = { today: '2026-11-23', now: monday10, company, leads: [aLead()] };
  const { understood, unclear } = readDigestReply(line, context);
  return [
    ...understood.map(({ said }) => saidInWords(said, company)),
    ...unclear.map(({ why }) => askBack(why, company)),
  ].map(plain);
}

describe('a line of an answer to the digest', () => {
  test.each([
    ['1 erreicht', 'erreicht'],
    ['1 Besichtigung Do halb drei', 'Besichtigung am Donnerstag, 26. November 2026, 14:30 Uhr'],
    ['1 Angebot über 8,5k', 'Angebot über 8.500 €'],
    ['1 gewonnen', 'gewonnen'],
    ['1 gewonnen 12000', 'gewonnen mit 12.000 €'],
    ['1 verloren wegen Konkurrenz', 'verloren: Konkurrenz'],
    ['1 später nach Ostern', 'zurückgestellt bis 30. März 2027'],
    ['1 nicht qualifiziert kein Budget', 'passt noch nicht (kein Budget), Wiedervorlage am 23. Februar 2027'],
    ['1 gelesen', 'Antwort gelesen'],
    ['1 zur Kenntnis genommen', 'Antwort gelesen'],
    ['1 übernommen', 'In Bearbeitung'],
  ])('"%s" is repeated as "%s"', (line, words) => {
    expect(answered(line)).toEqual([words]);
  });

  test.each([
    ['9 erreicht', 'Im Überblick gab es keine Anfrage Nummer 9.'],
    ['1', 'Was soll mit dieser Anfrage geschehen?'],
    ['1 Besichtigung', 'Wann genau? Zum Beispiel: Besichtigung Do 14 Uhr, oder: Besichtigung 3.12. 10:30.'],
    ['1 Besichtigung heute 8 Uhr', 'Der 23. November 2026 um 08:00 Uhr ist schon vorbei.'],
    ['1 Angebot', 'Welcher Betrag? Zum Beispiel: Angebot 8500.'],
    ['1 Angebot viel', 'Bitte einen Betrag eingeben, zum Beispiel 8.500 oder 8500,50.'],
    ['1 später heute', 'Der 23. November 2026 ist nicht später.'],
    ['1 erreicht und dann', 'Was bedeutet „und dann“? Verstanden habe ich nur: erreicht.'],
    ['erreicht', 'Welche Anfrage meinen Sie? Bitte die Nummer aus dem Überblick davor schreiben.'],
    ['alle nicht erreicht', 'Welche sind das? Bitte mit Nummern, zum Beispiel: 1-3 nicht erreicht.'],
  ])('"%s" is asked back with "%s"', (line, words) => {
    expect(answered(line)).toEqual([words]);
  });

  test('two that contradict each other are both asked back', () => {
    const asked = 'Zu Nummer 1 stehen zwei verschiedene Angaben da. Welche gilt?';
    expect(answered('1 Angebot 8500\n1 Angebot 9500')).toEqual([asked, asked]);
  });

  test('has its words, whatever it says or leaves open', () => {
    const said: Record<Said['what'], Said> = {
      reached: { what: 'reached' },
      note: { what: 'note', text: 'Hund im Garten' },
      'not-reached': { what: 'not-reached' },
      'cancel-visit': { what: 'cancel-visit' },
      read: { what: 'read' },
      confirm: { what: 'confirm' },
      take: { what: 'take' },
      negotiate: { what: 'negotiate' },
      finish: { what: 'finish' },
      repaired: { what: 'repaired', cents: 32_000 },
      spam: { what: 'spam' },
      'plan-visit': { what: 'plan-visit', startsAt: monday10 },
      quote: { what: 'quote', cents: 100 },
      value: { what: 'value', cents: 100 },
      win: { what: 'win' },
      lose: { what: 'lose', reason: 'zu teuer' },
      postpone: { what: 'postpone', until: '2027-01-15' },
      assign: { what: 'assign', to: 'jonas@muster-haustechnik.example', name: 'Jonas Huber' },
      disqualify: { what: 'disqualify', reason: 'kein Budget', lookAgainOn: '2027-03-01' },
    };
    const unclear: Record<Unclear['code'], Unclear> = {
      'nobody-of-that-name': { code: 'nobody-of-that-name' },
      'several-people': { code: 'several-people' },
      'only-a-number': { code: 'only-a-number' },
      'no-number': { code: 'no-number' },
      everybody: { code: 'everybody' },
      'line-too-long': { code: 'line-too-long' },
      'not-understood': { code: 'not-understood' },
      'no-note': { code: 'no-note' },
      'no-visit-time': { code: 'no-visit-time' },
      'no-visit': { code: 'no-visit' },
      'what-is-off': { code: 'what-is-off' },
      'no-sum': { code: 'no-sum' },
      'other-currency': { code: 'other-currency' },
      'no-repair-sum': { code: 'no-repair-sum' },
      'not-a-repair': { code: 'not-a-repair' },
      'no-reason': { code: 'no-reason' },
      'no-day': { code: 'no-day' },
      'no-reason-or-day': { code: 'no-reason-or-day' },
      'no-such-number': { code: 'no-such-number', number: 9 },
      gone: { code: 'gone', number: 9 },
      'other-name': { code: 'other-name', number: 9 },
      'several-of-that-name': { code: 'several-of-that-name', numbers: [2, 4, 5] },
      disputed: { code: 'disputed', number: 1 },
      contradiction: { code: 'contradiction' },
      'more-than-understood': { code: 'more-than-understood', rest: 'x', said: { what: 'reached' } },
      'visit-is-over': { code: 'visit-is-over', date: '2026-11-23', time: '08:00' },
      'day-is-over': { code: 'day-is-over', until: '2026-11-23' },
      money: { code: 'money', fault: 'zero' },
      'unusual-sum': { code: 'unusual-sum', cents: 300 },
      'too-many-lines': { code: 'too-many-lines', left: 3 },
    };
    const words = [
      ...Object.values(said).map((one) => saidInWords(one, company)),
      ...Object.values(unclear).map((one) => askBack(one, company)),
    ];
    for (const one of words) expect(one).toMatch(/\p{L}{3}/u);
    expect(new Set(words).size).toBe(words.length);
  });
});
