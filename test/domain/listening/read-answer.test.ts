import { describe, expect, test } from 'vitest';
import { readAnswer, saysOnlyPlace } from '../../../domain/listening/read-answer.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const base = aLead();
const vague = aLead({ request: { ...base.request, message: 'Bitte um Rückruf' }, timeline: [] });
const read = (text: string, lead = base) => readAnswer({ text, ownWords: text }, lead, company);

describe('an answer', () => {
  test('says several things in one mail', () => {
    const text =
      'Hallo,\n\n1. Neues Bad mit bodengleicher Dusche\n2. bis Ende April\n3. ca. 20.000 €\n\nViele Grüße\nKarla Kunde';
    expect(read(text, vague)).toMatchObject({
      timeframe: 'bis Ende April',
      budget: 'ca. 20.000 €',
    });
    expect(read(text, vague)?.installation).toContain('Neues Bad mit bodengleicher Dusche');
  });

  test('says nothing of what is to be done where that is known', () => {
    expect(read('Die Fliesen sollen bis April raus')?.installation).toBeUndefined();
  });

  test('names a number, an address and a wished date', () => {
    expect(
      read('Bitte unter 0151 2345678, Lindenweg 4, 80331 München. Am liebsten Donnerstag ab 15 Uhr.'),
    ).toMatchObject({
      phones: [{ phoneE164: '+491512345678' }],
      address: 'Lindenweg 4',
      postcode: '80331',
      city: 'München',
      wishedDate: 'Am liebsten Donnerstag ab 15 Uhr',
    });
  });

  test('a wished date begins behind the number before it', () => {
    const said =
      'Adresse: Mariahilfer Straße 88, 1070 Wien, Handy 0699 11223344. Montag, 25. Jänner um 9 ginge.';
    expect(read(said)?.wishedDate).toBe('Montag, 25. Jänner um 9 ginge');
  });

  test.each([
    'Ich melde mich nächste Woche.',
    'Bin bis Freitag im Urlaub, danke',
    'Danke, passt.',
    'Rufen Sie mich bitte im Januar an',
  ])('%j says nothing of when the work should be done', (text) => {
    expect(read(text)?.timeframe).toBeUndefined();
  });
});

describe('what an answer says', () => {
  test('is the value without the name of the fact before it', () => {
    expect(read('Budget etwa 20.000 €')?.budget).toBe('etwa 20.000 €');
    expect(read('Unser Budget liegt bei 20.000 €')?.budget).toBe('20.000 €');
    expect(read('Preisrahmen: 15000 bis 20000 Euro')?.budget).toBe('15000 bis 20000 Euro');
    expect(read('Budget noch offen')?.budget).toBe('noch offen');
    expect(read('Zeitraum: April')?.timeframe).toBe('April');
    expect(read('Vorhaben: neues Bad', vague)?.installation).toBe('neues Bad');
  });

  test.each(['Gartenwasserleitung, Geld weiß ich nicht', 'Gartenwasserleitung. Budget kann ich nicht sagen'])(
    '%j is what is wanted, and no sum',
    (text) => {
      const facts = read(text, vague);
      expect(facts?.installation).toBe('Gartenwasserleitung');
      expect(facts?.budget).toBeUndefined();
    },
  );
});

describe('an address alone', () => {
  test.each([
    'Lindenweg 4, 80331 München',
    'Hallo,\ndie Adresse ist Lindenweg 4 in 80331 München, bitte bei Müller klingeln (2. Stock).\nViele Grüße\nKarla Kunde',
  ])('%j wants no answer', (text) => {
    expect(saysOnlyPlace({ text, ownWords: text }, company)).toBe(true);
  });

  test.each([
    'Lindenweg 4, 80331 München. Können wir auch eine Stunde später?',
    'Lindenweg 4, 80331 München. Der Termin passt leider nicht.',
    'Donnerstag lieber, Lindenweg 4, 80331 München',
    'Was kostet das?',
  ])('%j does', (text) => {
    expect(saysOnlyPlace({ text, ownWords: text }, company)).toBe(false);
  });
});
