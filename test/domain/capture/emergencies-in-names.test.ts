import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

const urgencyOf = (answers: object) => read(json({ email, name: 'Nora Nacht', ...answers })).request.urgency;

describe('a name is nothing that happened', () => {
  test.each([
    { Foto: 'rohrbruch.jpg', message: 'Bad neu machen' },
    { Anhang: 'Wasserschaden Keller 2.PDF', message: 'Bitte um Angebot für ein Bad' },
    { Bilder: 'IMG_1.heic, gasgeruch-bericht.pdf', message: 'Neue Heizung geplant' },
    { message: 'Unterlagen anbei (rohrbruch_alt.docx), wir planen ein neues Bad' },
    { message: 'Gefunden über https://beispiel.test/rohrbruch-notfall, neues Bad geplant' },
    { Firma: 'Gasgeruch GmbH', message: 'Bad neu' },
    { Firma: 'Rohrbruch Meier', message: 'Angebot für Heizungstausch bitte' },
    { company: 'Wasserschaden24', message: 'Wartung der Heizung' },
    { message: 'Wir von der Rohrbruch GmbH suchen einen Partner für Badsanierungen' },
  ])('%j', (answers) => {
    expect(urgencyOf(answers)).not.toBe('now');
  });

  test.each([
    { Foto: 'bad.jpg', message: 'Rohrbruch im Bad' },
    { Foto: 'rohrbruch.jpg', message: 'Wasser läuft aus der Wand, siehe rohrbruch.jpg' },
    { Firma: 'Meier GmbH', message: 'Gasgeruch im Haus' },
    { Firma: 'Rohrbruch im Keller, bitte kommen' },
    { Firma: 'Gasgeruch GmbH', message: 'Rohrbruch in unserer Werkstatt' },
    { message: 'Wasserschaden Müller GmbH, Lagerstraße' },
  ])('but what happened is: %j', (answers) => {
    expect(urgencyOf(answers)).toBe('now');
  });
});

describe('who lists all that is on offer asks for no emergency service', () => {
  test.each([
    { Bereich: 'Notdienst, Heizung, Sanitär, Bad' },
    { Leistungsspektrum: 'Heizung; Sanitär; Solar; Notdienst' },
    { Branche: 'Sanitär, Heizung, Klima, 24h Notdienst' },
    { Gewerke: ['Elektro', 'Heizung', 'Notdienst', 'Sanitär'] },
  ])('%j', (answers) => {
    expect(urgencyOf({ ...answers, message: 'Bad neu' })).not.toBe('now');
  });

  test.each([
    { Bereich: 'Notdienst' },
    { Bereich: 'Heizung, Notdienst' },
    { Leistung: ['Heizung', 'Sanitär', 'Bad', 'Notdienst'] },
    { 'Was benötigen Sie?': ['Heizung', 'Sanitär', 'Notdienst', 'Bad'] },
    { Anliegen: 'Wartung, Reparatur, Beratung, Notdienst' },
  ])('who ticks it does: %j', (answers) => {
    expect(urgencyOf(answers)).toBe('now');
  });
});
