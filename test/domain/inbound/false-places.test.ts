import { describe, expect, test } from 'vitest';
import { asked } from './a-request-mail.ts';

const placeOf = (text: string) => {
  const { address, postcode, city } = asked({ text }).submission.contact;
  return { address, postcode, city };
};

describe('a street is where something is to be done', () => {
  test.each([
    'Wir möchten das Bad wie bei meinem Bruder in der Lindenstr. 5 machen lassen.',
    'Es soll so aussehen wie im Haus Gartenweg 7 nebenan.',
    'Neben der Hauptstraße 3 gab es neulich einen Wasserschaden, wir wollen vorsorgen.',
    'Wir wohnen gegenüber der Bahnhofstraße 12 und suchen eine neue Heizung.',
    'Ihre Ausstellung in der Industriestr. 20 hat uns gefallen, wir möchten ein Bad.',
    'Ich habe Ihren Wagen in der Gartenstr. 14 gesehen. Wir brauchen eine neue Heizung.',
    'Sie haben in der Seestraße 8 eine Dusche gebaut, so etwas wollen wir auch.',
    'Bitte Angebot für Wartung.\n\n-- \nAnna Ott\nOtt Software GmbH | Bürostraße 12 | 10115 Berlin\nHRB 1234',
    'Bitte Angebot für Wartung.\n\nMit freundlichen Grüßen\nAnna Ott\nOtt Immobilien AG\nBürostraße 12\n10115 Berlin',
  ])('and not elsewhere: %j', (text) => {
    expect(placeOf(text)).toEqual({ address: undefined, postcode: undefined, city: undefined });
  });

  test.each([
    ['Das Bad soll werden wie in der Lindenstr. 5 in Ulm. Wir wohnen Seestraße 9, 80331 München', '80331'],
    ['Wir haben vorher in der Bachstr. 4 gewohnt und wohnen jetzt in der Seestraße 9 in 80331 München.', '80331'],
    ['Bei meiner Mutter in der Seestraße 9 tropft der Hahn.', undefined],
    ['Bitte kommen Sie in die Seestraße 9, dort tropft der Hahn.', undefined],
    ['Neues Bad bitte.\n\nViele Grüße\nAnna Ott\nSeestraße 9\n80331 München', '80331'],
    [
      'Der Heizkörper in der Wohnung Seestraße 9 tropft.\n\nMit freundlichen Grüßen\nAnna Ott\nHausverwaltung Ott GmbH\nBürostraße 12\n10115 Berlin',
      undefined,
    ],
  ])('there: %j', (text, postcode) => {
    expect(placeOf(text)).toMatchObject({ address: 'Seestraße 9', postcode });
  });
});
