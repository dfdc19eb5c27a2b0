import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressedAs, looksLikePersonName } from '../../../domain/lead/person-name.ts';

describe('somebody is addressed as he calls himself', () => {
  test.each([
    ['Petra Klein', 'Petra Klein'],
    ['Frau Weiß', 'Frau Weiß'],
    ['Hr. Klein', 'Herr Klein'],
    ['Herr Dr. Huber', 'Herr Dr. Huber'],
    ['Herr und Frau Müller', 'Herr und Frau Müller'],
    ['Fam. Huber', 'Familie Huber'],
    ['Prof. Dr. med. Anna von der Heide', 'Prof. Dr. med. Anna von der Heide'],
    ['MÜLLER, HANS', 'Hans Müller'],
    ['Müller, Hans', 'Hans Müller'],
    ['JEAN-PIERRE DUPONT', 'Jean-Pierre Dupont'],
    ['Peter & Anna Klein', 'Peter & Anna Klein'],
    ["Seán O'Brien", "Seán O'Brien"],
    ['Jana', 'Jana'],
    ['Li', 'Li'],
    ['petra klein', 'petra klein'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Dr.Huber', 'Dr.Huber'],
    ['Sg. Hr. Ing. Leitner', 'Herr Ing. Leitner'],
    ['Sehr geehrte Frau Leitner', 'Frau Leitner'],
    ['S.g. Herr Leitner', 'Herr Leitner'],
    ['🙂 Mia 🙂', 'Mia'],
    ['Petra Klein 🌸', 'Petra Klein'],
    ['☀️ Jana', 'Jana'],
    ['Dr. med. Annegret von der Leyen-Müller', 'Dr. med. Annegret von der Leyen-Müller'],
    ['Ruth van den Berg-Klein', 'Ruth van den Berg-Klein'],
    ['Peter Sohn', 'Peter Sohn'],
    ['Maria Mieter von Stein', 'Maria Mieter von Stein'],
    ['Anna Ruf', 'Anna Ruf'],
    ['Jan Weg', 'Jan Weg'],
    ['Peter Wasser', 'Peter Wasser'],
    ['Eva-Maria Will', 'Eva-Maria Will'],
    ['Ruf, Anna', 'Anna Ruf'],
    ['ANNA RUF', 'Anna Ruf'],
    ['Dr. Otto Bad', 'Dr. Otto Bad'],
    ['Hans P. Suche', 'Hans P. Suche'],
    ['anna ruf', 'anna ruf'],
    ['Oleksandr Will', 'Oleksandr Will'],
    ['Frau Will', 'Frau Will'],
    ['Herr Karl Bitte', 'Herr Karl Bitte'],
    ['Rudi Reparatur', 'Rudi Reparatur'],
    ['Quirin Quote', 'Quirin Quote'],
    ['TERMIN, THEA', 'Thea Termin'],
    ['Norbert Notfall', 'Norbert Notfall'],
    ['Hans-Peter Dusche', 'Hans-Peter Dusche'],
    ['Frau Dr. Heizung', 'Frau Dr. Heizung'],
    ['Familie Angebot', 'Familie Angebot'],
    ['Uwe Team', 'Uwe Team'],
    ['Frau Eva Schule', 'Frau Eva Schule'],
  ])('%s', (name, addressed) => {
    expect(addressedAs(name)).toBe(addressed);
  });
});

describe('nobody is addressed as', () => {
  test.each([
    '',
    '-',
    'k.A.',
    'n/a',
    'Test',
    'Test Test',
    'test123',
    'Herr',
    'Anonym',
    'xxx',
    'asdf',
    'sdfghjkl',
    '12345',
    '0171 5556677',
    'Kunde 7',
    'petra@kunde.example',
    'www.kunde.example',
    'spam.example',
    'Was kostet das?',
    'was_möchten_sie_erneuern?',
    'neues_bad',
    'Bitte rufen Sie mich an',
    'Was möchten Sie',
    'Was Möchten Sie',
    'WAS MÖCHTEN SIE',
    'Neues Bad',
    'Bitte Rückruf',
    'Anna Rückruf',
    'Anna kaputt',
    'Huber Badsanierung',
    'Notfall München',
    'Heizung Anna',
    'Heizung Defekt',
    'Schule Anna',
    'Anna Schule Nord',
    'Anna ruft an',
    'Bad Anna',
    'WEG Lindenhof',
    'WEG',
    'Will Bad',
    'Neues Bad',
    'will ruf',
    'Schnelle Hilfe',
    'Wasser will weg',
    'Frau will Bad',
    'Rohrbruch im Keller',
    'Kunde GmbH',
    'Hausverwaltung Schmidt',
    'Praxis Dr. Klein',
    'Jetzt gewinnen: spam.example',
    'A',
    '🙂🙂',
    'Mieter von Herrn Bauer',
    'Nachbarin der Familie Klein',
    'Sohn von Petra Klein',
    'Hausmeister vom Lindenhof',
    'Dr.',
    'N'.repeat(200),
  ])('%s', (name) => {
    expect(addressedAs(name)).toBeUndefined();
  });

  test('what only looks like a name where no label says so', () => {
    for (const text of [
      'Petra',
      'petra klein',
      'Bad Komplett neu',
      'Petra Klein: Bad',
      'Kunde GmbH',
      'Heizung Bad',
    ]) {
      expect(looksLikePersonName(text)).toBe(false);
    }
    expect(looksLikePersonName('Petra Klein')).toBe(true);
  });

  test('anything with an address of the web or a line break, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        expect(addressedAs(typed) ?? '').not.toMatch(/[\n@:/<>?]|\d{7}/);
      }),
    );
  });
});
