import { describe, expect, test } from 'vitest';
import { commandsFor, type Said } from '../../../domain/inbound/said.ts';
import { read } from './a-digest-answer.ts';

const saidIn = (text: string) => read(text).understood.map(({ said }) => said);
const askedIn = (text: string) => read(text).unclear.map(({ why }) => why.code);

describe('a line about a talk', () => {
  test.each<[string, Partial<Said>]>([
    ['3 erreicht', { what: 'reached' }],
    ['3 erreicht, ruft Montag an', { what: 'reached', until: '2026-11-30', note: 'ruft Montag an' }],
    ['3 erreicht, Kunde ruft Montag zurück', { until: '2026-11-30', note: 'ruft Montag zurück' }],
    ['3 erreicht rufe Montag wieder an', { until: '2026-11-30', note: 'rufe Montag wieder an' }],
    ['3: Gesprochen, melde mich am 3.12.', { until: '2026-12-03', note: 'melde mich am 3.12.' }],
    ['3 erreicht, sie meldet sich nächste Woche', { until: '2026-11-30' }],
    ['3 telefoniert, meldet sich', { what: 'reached', next: 'customer', note: 'meldet sich' }],
    ['3 erreicht und Kunde meldet sich selbst', { next: 'customer', note: 'meldet sich selbst' }],
  ])('%s', (line, said) => {
    expect(askedIn(line)).toEqual([]);
    expect(saidIn(line)).toEqual([expect.objectContaining(said)]);
  });

  test.each([
    ['3 Notiz: Hund im Garten, Auftrag trotzdem', 'Hund im Garten, Auftrag trotzdem'],
    ['3 Notiz Hund im Garten', 'Hund im Garten'],
    ['3 nur für uns: Hund im Garten', 'Hund im Garten'],
  ])('%s is a note to the end of the line', (line, text) => {
    expect(saidIn(line)).toEqual([{ what: 'note', text }]);
  });

  test('a note may follow what happened', () => {
    expect(saidIn('3 erreicht Notiz: will erst mit seiner Frau reden')).toEqual([
      { what: 'note', text: 'will erst mit seiner Frau reden' },
      { what: 'reached' },
    ]);
    expect(saidIn('3 verloren zu teuer, Notiz: nie wieder')).toEqual([
      { what: 'note', text: 'nie wieder' },
      { what: 'lose', reason: 'zu teuer' },
    ]);
  });

  test.each([
    ['3 erreicht, will im Frühjahr anfangen', 'more-than-understood'],
    ['3 erreicht, rufe an', 'more-than-understood'],
    ['3 erreicht, ruft am 31.2. an', 'more-than-understood'],
    ['3 ruft Montag an', 'not-understood'],
    ['3 Notiz:', 'no-note'],
  ])('%s is asked back', (line, code) => {
    expect(saidIn(line)).toEqual([]);
    expect(askedIn(line)).toEqual([code]);
  });

  test('the reason of a loss may be that nobody calls back', () => {
    expect(saidIn('3 verloren, meldet sich nicht')).toEqual([{ what: 'lose', reason: 'meldet sich nicht' }]);
    expect(saidIn('3 verloren zu teuer, ruft nicht zurück')).toEqual([
      { what: 'lose', reason: 'zu teuer, ruft nicht zurück' },
    ]);
  });

  test('only where the customer gets back he is reminded', () => {
    const nextOf = (line: string) =>
      saidIn(line)
        .flatMap((said) => commandsFor(said, { stage: 'new' }))
        .find(({ type }) => type === 'note-contact-attempt');
    expect(nextOf('3 erreicht')).toMatchObject({ next: 'owner' });
    expect(nextOf('3 erreicht, ruft Montag an')).toMatchObject({ next: 'owner' });
    expect(nextOf('3 erreicht, meldet sich')).toMatchObject({ next: 'customer' });
  });
});
