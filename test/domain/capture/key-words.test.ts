import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../domain/capture/key-words.ts';

describe('an emergency is read out of', () => {
  test.each([
    ['Rohrbruch im Keller', 'Rohrbruch'],
    ['Bei uns ist ein Rohrbruch, den wir nicht abdichten können', 'Rohrbruch'],
    ['Ein Rohr ist geplatzt', 'Rohr ist geplatzt'],
    ['Letzte Nacht ist ein Rohr geplatzt', 'Rohr geplatzt'],
    ['vor zwei Stunden Rohrbruch', 'Rohrbruch'],
    ['Der Rohrbruch muss sofort repariert werden', 'Rohrbruch'],
    ['Brauche dringend Hilfe bei einem Rohrbruch', 'Rohrbruch'],
    ['Rohrbruch. Das ist kein Scherz.', 'Rohrbruch'],
    ['Wasserschaden in der Küche, bitte sofort kommen', 'Wasserschaden'],
    ['Wasser läuft durch die Decke!', 'Wasser läuft durch die Decke'],
    ['Wasser laeuft durch die Decke!', 'Wasser laeuft durch die Decke'],
    ['Aus der Decke tropft Wasser', 'Aus der Decke tropft Wasser'],
    ['Wenn ich dusche, läuft Wasser durch die Decke der Nachbarn', 'läuft Wasser durch die Decke'],
    ['Es tropft durch die Decke', 'Es tropft durch die Decke'],
    ['Der Keller steht unter Wasser, 20 cm', 'Keller steht unter Wasser'],
    ['Im Keller steht das Wasser knöcheltief', 'Keller steht das Wasser'],
    ['Überschwemmung im Bad', 'Überschwemmung'],
    ['UEBERSCHWEMMUNG IM BAD', 'UEBERSCHWEMMUNG'],
    ['Toilette verstopft und läuft über', 'Toilette verstopft und läuft über'],
    ['Klo verstopft, überläuft schon', 'Klo verstopft, überläuft'],
    ['kein Warmwasser', 'kein Warmwasser'],
    ['Wir haben seit zwei Tagen kein warmes Wasser mehr', 'kein warmes Wasser'],
    ['Wir sind seit 3 Tagen ohne Warmwasser', 'ohne Warmwasser'],
    ['Heizung ausgefallen', 'Heizung ausgefallen'],
    ['Die Heizung fällt aus', 'Heizung fällt aus'],
    ['Heizung faellt staendig aus', 'Heizung faellt staendig aus'],
    [
      'Seit gestern ist unsere Heizung komplett ausgefallen, bei minus 5 Grad.',
      'Heizung komplett ausgefallen',
    ],
    [
      'Die Heizung wurde letztes Jahr eingebaut und ist heute ausgefallen',
      'Heizung wurde letztes Jahr eingebaut und ist heute ausgefallen',
    ],
    ['Die Heizung von 2003 ist ausgefallen', 'Heizung von 2003 ist ausgefallen'],
    ['vor einer Woche ist die Heizung ausgefallen und keiner kommt', 'Heizung ausgefallen'],
    ['Die Heizung geht nicht mehr', 'Heizung geht nicht'],
    ['Heizung springt nicht an', 'Heizung springt nicht'],
    ['Die Heizung ist seit heute früh kalt', 'Heizung ist seit heute früh kalt'],
    ['Haben Sie einen Notdienst? Unsere Heizung bleibt kalt.', 'Heizung bleibt kalt'],
    ['Die Heizung läuft, aber kein Warmwasser', 'kein Warmwasser'],
    ['keine Heizung und kein Warmwasser', 'keine Heizung und kein Warmwasser'],
    ['Kein Strom in der Wohnung', 'Kein Strom'],
    ['Die Steckdose schmort', 'Steckdose schmort'],
    ['Wir haben einen Notfall', 'Notfall'],
    ['We have a burst pipe in the kitchen', 'burst pipe'],
    ['Water is coming through the ceiling', 'Water is coming through the ceiling'],
    ['No hot water since yesterday', 'No hot water'],
    ['The heating is not working', 'heating is not working'],
    ["The boiler doesn't work", "boiler doesn't work"],
  ])('%j', (message, word) => {
    expect(readMessage(message)).toEqual({
      kind: 'repair',
      kindWord: word,
      urgency: 'now',
      urgencyWord: word,
      gas: false,
    });
  });

  test.each([
    'Gasgeruch im Keller',
    'GASGERUCH!!!',
    'Es riecht nach Gas im Treppenhaus',
    'Gas tritt aus',
    'Was tun bei Gasgeruch?',
    'I can smell gas',
  ])('%j, which names gas', (message) => {
    expect(readMessage(message)).toMatchObject({ gas: true, urgency: 'now', kind: 'repair' });
  });
});

describe('no emergency is read out of what is', () => {
  test.each([
    ['denied', 'Das ist kein Notfall'],
    ['denied', 'Es ist kein akuter Notfall'],
    ['denied', 'Ein Notfall ist es nicht'],
    ['denied', 'Zum Glück kein Rohrbruch'],
    ['denied', 'Es handelt sich nicht um einen Notfall'],
    ['denied', 'Das ist kein Wasserschaden, nur ein Fleck'],
    ['denied', 'Weder Rohrbruch noch Wasserschaden'],
    ['denied', 'Die Heizung fällt nicht aus, aber sie ist laut'],
    ['denied', 'kein Gasgeruch'],
    ['denied', 'Es riecht nicht nach Gas'],
    ['denied', 'This is not an emergency'],
    ['over', 'Rohrbruch vor zwei Jahren repariert'],
    ['over', 'Der Wasserschaden ist behoben'],
    ['over', 'Wir hatten letztes Jahr einen Wasserschaden'],
    ['over', 'Vor zwei Jahren hatten wir einen Rohrbruch, jetzt möchten wir das Bad sanieren'],
    ['over', 'Alter Wasserschaden an der Decke, bitte streichen'],
    ['over', 'We had a burst pipe last year'],
    ['only the reason', 'Badsanierung nach Wasserschaden'],
    ['only the reason', 'Sanierung eines Wasserschadens'],
    ['only the reason', 'Wasserschadensanierung im Keller'],
    ['imagined', 'Im Notfall erreichen Sie mich unter 0170'],
    ['imagined', 'notfalls auch abends'],
    ['imagined', 'Wir möchten einen Rohrbruch im Winter vermeiden'],
    ['imagined', 'Schutz vor Wasserschaden'],
    ['imagined', 'Wen erreichen wir im Falle eines Rohrbruchs'],
    ['imagined', 'Die alten Leitungen sind ein Rohrbruch-Risiko'],
    ['imagined', 'Falls die Heizung ausgefallen ist: was dann?'],
    ['imagined', 'damit kein Wasser mehr in die Wand kommt'],
    ['imagined', 'Bieten Sie einen Notdienst an?'],
    ['another thing', 'Der Wasserhahn tropft'],
    ['another thing', 'Wasser tropft aus dem Hahn'],
    ['another thing', 'Ein Heizkörper bleibt kalt'],
    ['another thing', 'Die Heizung läuft nicht rund'],
    ['another thing', 'Gasheizung austauschen'],
    ['another thing', 'Gastherme Wartung'],
    ['another thing', 'Rückstauklappe einbauen'],
    ['another thing', 'Wir haben noch keine Heizung im Neubau'],
    ['another thing', 'Heizung soll nächstes Jahr ausgetauscht werden'],
  ])('%s: %j', (_, message) => {
    const said = readMessage(message);
    expect(said.urgency).not.toBe('now');
    expect(said.gas).toBe(false);
  });
});

describe('the kind of request is read out of', () => {
  test.each([
    ['Der Wasserhahn tropft', 'repair', 'tropft'],
    ['Unsere Spülung ist kaputt', 'repair', 'kaputt'],
    ['Abfluss verstopft', 'repair', 'verstopft'],
    ['Bitte um Wartung der Gastherme', 'repair', 'Wartung'],
    ['Wir möchten unser Bad sanieren', 'project', 'sanieren'],
    ['Neues Bad gewünscht', 'project', 'Neues Bad'],
    ['Badsanierung nach Wasserschaden', 'project', 'Badsanierung'],
    ['Wir brauchen eine Wärmepumpe', 'project', 'Wärmepumpe'],
    ['Dusche statt Wanne', 'project', 'Dusche statt Wanne'],
    ['Heizung soll nächstes Jahr ausgetauscht werden', 'project', 'ausgetauscht'],
    ['Ich hätte eine Frage zur Förderung', 'advice', 'Frage'],
    ['Was kostet das ungefähr?', 'advice', 'kostet'],
    ['Die Dusche tropft. Vielleicht machen wir dann gleich ein neues Bad.', 'repair', 'tropft'],
    ['Wir wollen ein neues Bad. Die Dusche tropft ohnehin.', 'project', 'neues Bad'],
  ])('%j: %s, by "%s"', (message, kind, word) => {
    expect(readMessage(message)).toMatchObject({ kind, kindWord: word });
  });

  test('nothing where nothing is said', () => {
    expect(readMessage('Guten Tag, bitte rufen Sie mich an.')).toEqual({ gas: false });
  });

  test('nothing where it is denied', () => {
    expect(readMessage('Ich will keine Reparatur.')).toEqual({ gas: false });
  });
});

describe('hurry and time', () => {
  test.each([
    ['Es ist dringend', 'soon', 'dringend'],
    ['Es eilt', 'soon', 'eilt'],
    ['so schnell wie möglich', 'soon', 'so schnell wie möglich'],
    ['Das ist nicht dringend', 'planned', 'nicht dringend'],
    ['hat Zeit bis zum Frühjahr', 'planned', 'hat Zeit'],
    ['Es eilt nicht', 'planned', 'eilt nicht'],
    ['irgendwann nächstes Jahr', 'planned', 'irgendwann'],
  ])('%j: %s', (message, urgency, word) => {
    expect(readMessage(message)).toMatchObject({ urgency, urgencyWord: word });
  });
});

describe('whatever somebody writes', () => {
  test('is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (message) => {
        expect(readMessage(message)).toHaveProperty('gas');
      }),
    );
  });

  test('before and after a clear emergency takes nothing away from it', () => {
    const harmless = fc.constantFrom(
      'Guten Tag.',
      'Mein Name ist Muster.',
      'Wir wohnen im dritten Stock.',
      'Danke im Voraus!',
      'Das Bad wurde 2019 saniert.',
      'Ich bin nicht vor 18 Uhr zu Hause.',
      'Das ist kein Scherz.',
    );
    fc.assert(
      fc.property(fc.array(harmless), fc.array(harmless), (before, after) => {
        const message = [...before, 'Rohrbruch im Keller.', ...after].join(' ');
        expect(readMessage(message)).toMatchObject({ urgency: 'now', urgencyWord: 'Rohrbruch' });
      }),
    );
  });
});
