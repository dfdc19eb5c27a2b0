import { describe, expect, test } from 'vitest';
import { alarmWord } from '../../../domain/lead/alarm-word.ts';
import { aLead } from '../../support/a-lead.ts';

const wordOf = (message: string, urgencyWord?: string) =>
  alarmWord({
    request: { ...aLead().request, message, gas: false, ...(urgencyWord !== undefined && { urgencyWord }) },
  });

describe('one word says what an emergency is about', () => {
  test.each([
    ['Wasser läuft durch die Decke', 'Wasser'],
    ['Rohrbruch im Keller!', 'Wasser'],
    ['Die Heizung ist ausgefallen', 'Heizung'],
    ['Seit heute früh kein Warmwasser', 'Heizung'],
    ['Unsere Heizung leckt, alles ist nass, Wasser im Heizraum', 'Wasser'],
    ['Die Steckdose schmort', 'Strom'],
    ['Bitte kommen Sie schnell', 'Notfall'],
    ['No heating since this morning', 'Heizung'],
    ['Water is coming through the ceiling', 'Wasser'],
  ])('%s: %s', (message, word) => {
    expect(wordOf(message)).toBe(word);
  });

  test('gas before everything else', () => {
    const { request } = aLead();
    expect(alarmWord({ request: { ...request, message: 'Wasser und Gasgeruch', gas: true } })).toBe('Gas');
  });

  test('the words that made it an emergency before all others', () => {
    expect(wordOf('Beim Streichen der Heizung: es tropft', 'Heizung ausgefallen')).toBe('Heizung');
  });
});
