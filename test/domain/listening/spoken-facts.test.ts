import { describe, expect, test } from 'vitest';
import { budgetIn, saysWhat, timeframeIn } from '../../../domain/listening/spoken-facts.ts';

describe('a sum that somebody has in mind is read as he writes it', () => {
  test.each([
    ['neues Bad, 7 qm, 20.000 €, bis April', '20.000 €'],
    ['1. Neues Bad\n2. bis Ende April\n3. ca. 20.000 Euro', 'ca. 20.000 Euro'],
    ['Budget 15-20k, Start ab März 2027', '15-20k'],
    ['Mehr als fünfzehntausend geht nicht', 'fünfzehntausend'],
    ['Zwischen 15.000 und 20.000 Euro', 'Zwischen 15.000 und 20.000 Euro'],
    ['max. 20.000,- EUR', 'max. 20.000,- EUR'],
    ['Badsanierung 12 m², 2. OG, 25 TEUR, KW 12', '25 TEUR'],
    ["CHF 30'000", "CHF 30'000"],
    ['about €20,000 by spring', 'about €20,000'],
    ['ich hätte 20000 zur Verfügung', '20000'],
    ['20000', '20000'],
    ['Das Budget ist noch offen', 'noch offen'],
    ['so günstig wie möglich', 'so günstig wie möglich'],
  ])('%j: %j', (text, budget) => {
    expect(budgetIn(text)).toBe(budget);
  });

  test.each([
    'Ihre Rechnung über 350 € ist falsch',
    '80331 München, Lindenweg 4',
    'Baujahr 1978, 120 qm',
    'Rufen Sie an: 0171 5550101',
    'Die Miete ist 900 € im Monat',
    'am 3.12.2026 um 14:30 Uhr',
  ])('none is: %j', (text) => {
    expect(budgetIn(text)).toBeUndefined();
  });
});

describe('by when it should be done is read as he writes it', () => {
  test.each([
    ['neues Bad, 7 qm, 20.000 €, bis April', 'bis April'],
    ['Es soll bis spätestens 15. April fertig sein', 'bis spätestens 15. April'],
    ['So im Frühjahr, mehr geht nicht', 'So im Frühjahr'],
    ['Start ab März 2027', 'ab März 2027'],
    ['April', 'April'],
    ['noch dieses Jahr', 'noch dieses Jahr'],
    ['nächsten Sommer', 'nächsten Sommer'],
    ['in 3 Monaten', 'in 3 Monaten'],
    ['bald, KW 12', 'KW 12'],
    ['Sobald wie möglich', 'Sobald wie möglich'],
    ['Es eilt nicht', 'Es eilt nicht'],
    ['Zeit ist flexibel', 'Zeit ist flexibel'],
    ['We would need the new boiler by spring', 'by spring'],
  ])('%j: %j', (text, timeframe) => {
    expect(timeframeIn(text)).toBe(timeframe);
  });

  test.each([
    'Wir haben das Haus im April gekauft, Baujahr 1978',
    'Tropft seit Montag, die Heizung ist von 1998',
    'Lindenweg 4, Herr Mai, 2. Stock',
    'Badsanierung, 20.000 €',
  ])('nothing is said of it: %j', (text) => {
    expect(timeframeIn(text)).toBeUndefined();
  });
});

describe('a message of substance says what it is about', () => {
  test.each([
    'neues Bad, 7 qm, 20.000 €, bis April',
    'WC verstopft',
    'Bitte um Angebot für eine Wallbox',
    'Guten Tag, bei uns muss die Therme raus. MfG',
    'Need a plumber for a leaking tap',
  ])('%j', (text) => {
    expect(saysWhat(text)).toBe(true);
  });

  test.each([
    'Bitte um Rückruf',
    'Hallo, bitte rufen Sie mich an, am besten abends. Vielen Dank, Karl Kunde',
    'Ich hätte gern ein Angebot.',
    '0171 5550101',
    'bis April, 20.000 €',
    '',
  ])('%j does not', (text) => {
    expect(saysWhat(text, ['Karl Kunde'])).toBe(false);
  });
});
