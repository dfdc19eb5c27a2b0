/** An answer to the digest about calls that nobody took, and about visits that stand. */
import { describe, expect, test } from 'vitest';
import { commandsFor } from '../../../domain/inbound/said.ts';
import { leads, meaning as readOf } from './a-digest-answer.ts';

describe('whoever was not reached', () => {
  test.each([
    '1 nicht erreicht, AB',
    '1 nicht erreicht (Mailbox)',
    '1 nicht erreicht - besetzt',
    '1 nicht erreicht weil keiner da',
    '1 nciht erreicht, Mailbox',
    '1 AB',
    '1 nur der AB',
    '1 auf den Anrufbeantworter gesprochen',
    '1 auf Band gesprochen.',
    '1 AB besprochen',
    '1 immer besetzt',
    '1 war besetzt',
    '1 keiner da',
    '1 niemand zu Hause',
    '1 geht keiner ran',
    '1 hebt niemand ab',
    '1 ging nur die Mailbox ran',
    '1 Mailbox voll',
    '1 Handy aus',
  ])('"%s"', (line) => {
    expect(readOf(line)).toEqual([{ number: 1, what: 'not-reached' }]);
  });

  test('is tried again on a day that is named behind it', () => {
    expect(readOf('1 nicht erreicht, AB, morgen nochmal')).toEqual([
      { number: 1, what: 'not-reached' },
      { number: 1, what: 'postpone', until: '2026-11-24' },
    ]);
  });

  test('of several numbers in a line', () => {
    expect(readOf('1-2 nicht erreicht, AB, 3 erreicht')).toEqual([
      { number: 1, what: 'not-reached' },
      { number: 2, what: 'not-reached' },
      { number: 3, what: 'reached' },
    ]);
  });

  test('but "ab Montag" is a day, and what else he says is asked back', () => {
    expect(readOf('1 erreicht, ruft ab Montag an')).toMatchObject([{ what: 'reached', until: '2026-11-30' }]);
    expect(readOf('1 nicht erreicht, AB, will wohl nicht')).toMatchObject([{ code: 'more-than-understood' }]);
  });
});

describe('a visit that stands', () => {
  const visit = {
    startsAt: '2026-11-26T13:00:00.000Z',
    durationMinutes: 60,
    plannedAt: '2026-11-20T13:00:00.000Z',
    sequence: 0,
  };
  const withVisit = leads.map((lead) => ({ ...lead, stage: 'site-visit' as const, visit }));
  const meaning = (line: string) => readOf(line, { leads: withVisit });

  test.each([
    '5 Termin absagen',
    '5 Termin abgesagt',
    '5 Termin bitte absagen',
    '5 Besichtigung ist abgesagt',
    '5 Kunde hat den Termin abgesagt',
    '5 Termin vom Kunden abgesagt',
    '5 sagt den Termin ab',
    '5 Termin fällt aus',
    '5 Besichtigung stornieren',
    '5 Petra Huber Termin absagen',
    'Termin absagen 5',
  ])('is called off by "%s"', (line) => {
    expect(meaning(line)).toEqual([{ number: 5, what: 'cancel-visit' }]);
    expect(commandsFor({ what: 'cancel-visit' }, { stage: 'site-visit', visit })).toEqual([
      { type: 'cancel-visit' },
    ]);
  });

  test.each([
    '5 Termin verschieben Fr 9 Uhr',
    '5 Termin verschieben auf Freitag um 9',
    '5 Termin auf Fr 9 Uhr verschieben',
    '5 auf Fr 9 Uhr verschieben',
    '5 verschieben auf Fr 9 Uhr',
    '5 Besichtigung verlegen auf 27.11. 9:00',
    '5 neuer Termin Fr 9 Uhr',
    '5 verschoben: Fr 9 Uhr',
  ])('is moved by "%s"', (line) => {
    expect(meaning(line)).toEqual([{ number: 5, what: 'plan-visit', startsAt: '2026-11-27T08:00:00.000Z' }]);
  });

  test.each([
    ['5 absagen', 'what-is-off'],
    ['5 Absage', 'what-is-off'],
    ['5 Kunde hat abgesagt, krank', 'what-is-off'],
    ['5 Termin nicht absagen', 'what-is-off'],
    ['5 Termin am Donnerstag absagen', 'what-is-off'],
    ['5 verschieben auf Freitag', 'no-visit-time'],
    ['5 Termin verschieben', 'no-visit-time'],
    ['5 Termin absagen, Kunde krank', 'more-than-understood'],
    ['5 Termin absagen, Besichtigung Fr 9 Uhr', 'contradiction'],
  ])('is left alone by "%s", which is asked back', (line, code) => {
    expect(meaning(line)).toMatchObject([{ code }]);
  });

  test('is no longer there to be called off', () => {
    expect(readOf('5 Termin absagen')).toEqual([{ code: 'no-visit' }]);
  });

  test('ends with what is lost, as before', () => {
    expect(meaning('5 verloren zu teuer')).toEqual([{ number: 5, what: 'lose', reason: 'zu teuer' }]);
    expect(readOf('5 Kunde hat abgesagt, zu teuer')).toMatchObject([{ what: 'lose', reason: 'zu teuer' }]);
  });
});
