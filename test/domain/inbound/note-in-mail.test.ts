import { describe, expect, test } from 'vitest';
import { readNote } from '../../../domain/inbound/note-in-mail.ts';

const read = (text: string, subject = 'Re: Neue Anfrage von Erika Muster [7K2M9QX4TD]') =>
  readNote(subject, text);

describe('an answer of the owner that is a note for us', () => {
  test.each([
    ['Notiz: zahlt schlecht', 'zahlt schlecht'],
    ['notiz zahlt schlecht', 'zahlt schlecht'],
    ['NOTIZ – zahlt schlecht', 'zahlt schlecht'],
    ['Interne Notiz: zahlt schlecht', 'zahlt schlecht'],
    ['Notiz nur für uns: zahlt schlecht', 'zahlt schlecht'],
    ['Notiz (nur für uns): zahlt schlecht', 'zahlt schlecht'],
    ['Nur für uns: zahlt schlecht', 'zahlt schlecht'],
    ['Nur fuer mich - zahlt schlecht', 'zahlt schlecht'],
    ['Intern: zahlt schlecht', 'zahlt schlecht'],
    ['Vermerk: zahlt schlecht', 'zahlt schlecht'],
    ['*Notiz:* zahlt schlecht', 'zahlt schlecht'],
    ['Notizen: zahlt schlecht', 'zahlt schlecht'],
    ['Notitz: zahlt schlecht', 'zahlt schlecht'],
    ['Note: zahlt schlecht', 'zahlt schlecht'],
    ['„Notiz:“ zahlt schlecht', 'zahlt schlecht'],
    ['»Notiz:« zahlt schlecht', 'zahlt schlecht'],
    ['"Notiz": zahlt schlecht', 'zahlt schlecht'],
    ['(Notiz) zahlt schlecht', 'zahlt schlecht'],
    ['📝 Notiz: zahlt schlecht', 'zahlt schlecht'],
    ['\uFEFFNotiz: zahlt schlecht', 'zahlt schlecht'],
    ['\u200B\u00ADNotiz: zahlt schlecht', 'zahlt schlecht'],
    ['No\u00ADtiz: zahlt schlecht', 'zahlt schlecht'],
    ['Notiz：zahlt schlecht', 'zahlt schlecht'],
    ['Notiz\n\nZahlt schlecht.\nHund im Garten.', 'Zahlt schlecht.\nHund im Garten.'],
    ['Notiz: Ruft Montag an.\n\n-- \nMuster Haustechnik\nTel. 089 1234', 'Ruft Montag an.'],
  ])('%j', (text, note) => {
    expect(read(text)).toEqual({ note });
  });

  test('also where it stands in the subject', () => {
    expect(read('Ruft Montag an.', 'Notiz: Re: Neue Anfrage')).toEqual({ note: 'Ruft Montag an.' });
    expect(read('Ruft Montag an.', 'AW: Notiz')).toEqual({ note: 'Ruft Montag an.' });
  });

  test.each([
    'Guten Tag Frau Muster,\ngern komme ich am Donnerstag.\n\nNotiz: zahlt schlecht',
    'Gern.\nIntern: mit Aufschlag rechnen',
    'Gern. (Notiz: zahlt schlecht)',
    'Gern komme ich am Donnerstag. Notiz: zahlt schlecht',
    'Gern [nur für uns: mit Aufschlag rechnen]',
    'Gern.\n„Notiz:“ zahlt schlecht',
    'Gern.\n> \nNur für uns:\nmit Aufschlag rechnen',
  ])('below words for the customer it is asked back: %j', (text) => {
    expect(read(text)).toBe('mixed');
  });

  test.each([
    'Guten Tag Frau Muster, ich habe mir eine Notiz gemacht: Donnerstag 14 Uhr.',
    'Notizen mache ich mir vor Ort.',
    'Notiz für Sie: Bitte das Wasser abstellen.',
    'Internet haben wir auch.',
    'Telefon privat: 0171 2345678, Büro: 089 123456',
    'Gern (eine Notiz habe ich mir gemacht).',
    'Privat oder Firma, das ist für uns gleich.',
    '',
  ])('is none: %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
