import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

describe('kind and urgency', () => {
  test('an explicit choice wins over the words of the message', () => {
    const { request } = read(json({ email, kind: 'advice', urgency: 'planned', message: 'Rohrbruch!' }));
    expect(request).toEqual({
      kind: 'advice',
      urgency: 'planned',
      gas: false,
      message: 'Rohrbruch!',
      extra: [],
    });
  });

  test('without a choice the words decide, and the lead says which', () => {
    const { request } = read(json({ email, message: 'Rohrbruch!' }));
    expect(request).toMatchObject({
      kind: 'repair',
      kindWord: 'Rohrbruch',
      urgency: 'now',
      urgencyWord: 'Rohrbruch',
    });
  });

  test('the words are searched in fields nobody knows as well', () => {
    expect(read(json({ email, 'Was ist passiert?': 'Rohrbruch' })).request.urgencyWord).toBe('Rohrbruch');
  });

  test('gas is noticed whatever was chosen', () => {
    expect(read(json({ email, urgency: 'planned', message: 'Es riecht nach Gas' })).request).toMatchObject({
      urgency: 'planned',
      gas: true,
    });
  });

  test.each([
    ['kind', 'Reparatur', { kind: 'repair' }],
    ['Art der Anfrage', 'Neues Bad', { kind: 'project' }],
    ['Kategorie', 'Wärmepumpe', { kind: 'project' }],
    ['Art', 'Beratung', { kind: 'advice' }],
    ['kind', 'Réparation', { kind: 'repair' }],
    ['Type de demande', 'réparations', { kind: 'repair' }],
    ['Tipo di richiesta', 'Riparazione', { kind: 'repair' }],
    ['kind', 'consulting', { kind: 'advice' }],
    ['Art', 'Notfall', { kind: 'repair', urgency: 'now' }],
    ['urgency', 'Sofort', { urgency: 'now' }],
    ['Dringlichkeit', 'sehr dringend', { urgency: 'now' }],
    ['Dringlichkeit', 'nicht dringend', { urgency: 'planned' }],
    ['Dringlichkeit', 'normal', { urgency: 'planned' }],
    ['Notfall', 'ja', { urgency: 'now' }],
    ['Notfall', 'nein', { urgency: 'planned' }],
  ])('%s "%s" is %j', (name, value, expected) => {
    expect(read(json({ email, [name]: value })).request).toMatchObject(expected);
  });

  test.each(['Réparation', 'Riparazione'])('the choice "%s" wins over a word of the message', (kind) => {
    expect(read(json({ email, kind, message: 'Projekt Badsanierung' })).request.kind).toBe('repair');
  });

  test("a form's own word for it is kept", () => {
    expect(read(json({ email, Kategorie: 'Wärmepumpe' })).request.extra).toEqual([
      { name: 'Kategorie', value: 'Wärmepumpe' },
    ]);
  });

  test('a repair that nobody calls urgent should not wait for weeks', () => {
    expect(read(json({ email, kind: 'repair' })).request.urgency).toBe('soon');
    expect(read(json({ email, kind: 'project' })).request.urgency).toBe('planned');
  });
});

describe('who chooses the emergency service wakes somebody', () => {
  test.each([
    { Anliegen: 'Notdienst' },
    { Leistung: 'Notdienst (24h)' },
    { 'Was benötigen Sie?': ['Notdienst'] },
    { 'Was benötigen Sie?': ['Beratung', 'Notdienst'] },
    { 'Wann?': 'Heute noch / Notfall' },
    { Betreff: 'Heizungsnotdienst' },
    { Leistung: 'Störung / Notdienst 24/7' },
    { Auswahl: 'Rohrbruch-Notdienst anfordern' },
    { 'Notdienst benötigt': 'ja' },
    { Service: 'Emergency callout' },
  ])('%j', (answer) => {
    const { request } = read(json({ email, name: 'Nora Nacht', ...answer }));
    expect(request.urgency).toBe('now');
  });

  test('and the lead says by which choice', () => {
    const { request } = read(json({ email, Leistung: 'Notdienst (24h)', message: 'Bitte melden' }));
    expect(request).toMatchObject({ kind: 'repair', urgencyWord: 'Notdienst (24h)' });
  });

  test.each([
    { message: 'Ich brauche keinen Notdienst, nur Wartung' },
    { message: 'Wenn es mal einen Rohrbruch gibt, wie schnell sind Sie da?' },
    { 'Wie haben Sie uns gefunden?': 'Notdienst' },
    { Anliegen: 'Kein Notdienst' },
    { Anliegen: 'Reparatur oder Wartung', 'Notdienst benötigt': 'nein' },
    { Leistung: 'Wartungsvertrag mit Notdienst' },
    { Firma: 'Notdienst 24', message: 'Bitte um Angebot' },
    { Anliegen: 'Haben Sie Notdienst?' },
    { Leistung: 'Notdienst', urgency: 'planned' },
  ])('%j wakes nobody', (answer) => {
    const { request } = read(json({ email, name: 'Nora Nacht', ...answer }));
    expect(request.urgency).not.toBe('now');
  });
});
