import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

const message = 'Bitte ein Angebot für eine Wärmepumpe';
const requestOf = (body: object) => read(json({ email, message, ...body })).request;

describe('a question of the form that is answered with yes', () => {
  test.each([
    { 'Ist es ein Notfall?': 'Ja' },
    { 'Handelt es sich um einen Notfall?': 'ja, seit heute Nacht' },
    { 'Benötigen Sie den Notdienst?': 'true' },
    { 'Haben Sie einen Rohrbruch?': 'on' },
    { 'È urgente?': 'sì' },
    { "È un'emergenza?": 'Sì' },
    { 'Urgence?': 'oui' },
    { "S'agit-il d'une urgence ?": 'Oui' },
    { 'Est-ce urgent ?': 'oui' },
    { 'Is it an emergency?': 'yes' },
    { fields: [{ label: 'Is this an emergency?', value: 'Yes' }] },
  ])('is an emergency: %j', (body) => {
    expect(requestOf(body)).toMatchObject({ urgency: 'now', gas: false });
  });

  test.each([
    { 'Haben Sie Gasgeruch?': 'ja' },
    { 'Gasgeruch?': 'Ja' },
    { 'Riecht es nach Gas?': 'Ja, im Keller' },
    { 'Haben Sie Gasgeruch im Haus?': 'ja' },
    { 'Riecht es bei Ihnen nach Gas?': 'x' },
    { 'Do you smell gas?': 'yes' },
    { "C'è odore di gas?": 'sì' },
    { 'Sentez-vous une odeur de gaz ?': 'oui' },
    { 'Hat der CO-Melder Alarm geschlagen?': 'ja' },
  ])('is gas: %j', (body) => {
    expect(requestOf(body)).toMatchObject({ urgency: 'now', gas: true });
  });
});

describe('no emergency makes', () => {
  test.each([
    { 'Ist es ein Notfall?': 'Nein' },
    { 'Haben Sie Gasgeruch?': 'nein' },
    { 'È urgente?': 'no' },
    { 'Urgence?': 'non' },
    { 'Is it an emergency?': 'No' },
    { 'Haben Sie einen Rohrbruch?': 'false' },
    { 'Haben Sie einen CO-Melder?': 'ja' },
    { 'Ich habe gelesen, dass ich bei Gasgeruch sofort anrufe': 'on' },
    { 'Hinweis: Im Notfall bitte anrufen': 'ja' },
    { 'Interesse an einem Notdienst-Vertrag?': 'ja' },
    { 'Gab es früher schon einen Rohrbruch?': 'ja' },
    { 'Haben Sie einen Gasanschluss?': 'ja' },
    { 'Ist es ein Notfall?': '' },
    { message: 'Neue Wärmepumpe\nNotfall: nein\nGasgeruch: nein' },
    { message: 'Neue Wärmepumpe\nIst es ein Notfall? Nein' },
  ])('%j', (body) => {
    expect(requestOf(body)).toMatchObject({ urgency: 'planned', gas: false });
  });
});

test('what was not done about an emergency does not deny it', () => {
  const said = 'Rohrbruch im Keller, Hauptventil gefunden: nein';
  expect(requestOf({ message: said }).urgency).toBe('now');
});

describe('when it is wanted is a choice that wins over the words of the message', () => {
  test.each([
    ['in 3-6 Monaten', 'planned'],
    ['in 3 bis 6 Monaten', 'planned'],
    ['im Frühjahr', 'planned'],
    ['within 6 months', 'planned'],
    ['dans trois mois', 'planned'],
    ['tra sei mesi', 'planned'],
    ['in den nächsten Wochen', 'soon'],
    ['in 10 Tagen', 'soon'],
    ['within two weeks', 'soon'],
    ['sofort', 'now'],
  ])('%s: %s', (urgency, expected) => {
    expect(requestOf({ urgency, message: 'Ein Wasserhahn tropft' }).urgency).toBe(expected);
    expect(requestOf({ Dringlichkeit: urgency }).urgency).toBe(expected);
  });

  test('gas is noticed all the same', () => {
    expect(requestOf({ urgency: 'in 3-6 Monaten', message: 'Es riecht nach Gas' }).gas).toBe(true);
  });
});
