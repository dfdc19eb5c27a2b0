/** Who answers in somebody's thread: for the customer, or for himself? */
import { describe, expect, test } from 'vitest';
import { asksForHimself } from '../../../domain/inbound/own-request.ts';

const answered = { passedOn: false, reachable: false };
const passedOn = { passedOn: true, reachable: true };

describe('somebody we do not know wants something himself', () => {
  test.each([
    'Ich hätte auch gern ein Angebot für mein Bad.',
    'Wir brauchen ebenfalls eine neue Heizung, Lindenweg 4.',
    'Guten Tag, mein Name ist Bernd Fremd. Ich suche jemanden für die Dusche.',
    'Meine Nachbarin hat mir Ihre Mail weitergeleitet. Bei uns ist die Therme defekt.',
    'Bei uns läuft gerade Wasser aus der Decke!',
    'Mein Schwager gab mir Ihre Nummer. Könnten Sie bei uns den Boiler entkalken?',
    'Meine Eltern haben Sie mir empfohlen, wir suchen jemanden für das Gäste-WC.',
    'Sehr geehrter Herr Muster, ich hätte gern ein Angebot für meine Heizung in der Gartenstr. 5.',
    'Könnten Sie bei mir auch vorbeikommen? Bad, 8 qm.',
    'Kommen Sie auch zu uns? Würden Sie bei mir nach der Therme sehen?',
    'I would like a quote too, our boiler is old.',
    'Je cherche aussi une offre pour ma salle de bain.',
  ])('also in an answer: %s', (text) => {
    expect(asksForHimself(text, answered)).toBe(true);
  });

  test.each([
    'Wir möchten unser Bad erneuern. 0171 5550164',
    'Bitte um ein Angebot für eine Wärmepumpe, Tel. 089 5550177',
    'Unsere Heizung ist defekt, bitte melden: 0171 5550178',
  ])('who passed our mail on: %s', (text) => {
    expect(asksForHimself(text, passedOn)).toBe(true);
  });
});

describe('somebody speaks for the customer', () => {
  test.each([
    'Hier schreibt der Mann von Frau Muster: Donnerstag passt.',
    'Ja, 10 Uhr ist gut. Bitte klingeln bei Muster.',
    'Meine Frau ist am Donnerstag zu Hause, rufen Sie vorher an: 0171 5550179.',
    'Die Heizkörper sind von 1998.',
    'Wir hätten gern die Dusche links.',
    'Im Auftrag von Frau Muster: der Termin muss leider verschoben werden.',
  ])('%s', (text) => {
    expect(asksForHimself(text, answered)).toBe(false);
  });

  test.each(['Zur Info.', 'Kannst du dich darum kümmern?', 'Siehe unten.'])(
    'who passed it on without a wish of his own: %s',
    (text) => {
      expect(asksForHimself(text, passedOn)).toBe(false);
    },
  );
});
