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

describe('an answer that tells of others', () => {
  test.each([
    'Mein Nachbar, Tel. 0171 5555555, hat 12.000 Euro bezahlt für sein Bad in der Rosenstraße 3.',
    'Mein Nachbar Herr Huber, Tel. 0171 5555555, hat 12.000 Euro bezahlt für sein Bad in der Rosenstraße 3. Was würde unseres kosten?',
    'Bei unserem Bekannten in der Rosenstraße 3, 80331 München hat das 9000 € gekostet.',
    'Ein Freund von mir (0171 5555555) hat sowas für 8000 Euro machen lassen.',
    '0171 5555555 ist die Nummer von meinem Kollegen, der hat 5000 Euro gezahlt.',
  ])('teaches nothing of them: %j', (text) => {
    const { phones, address, city, budget, timeframe } = read(text) ?? {};
    expect({ phones, address, city, budget, timeframe }).toEqual({});
  });

  test.each([
    'Den Schlüssel hat meine Mutter in der Hauptstraße 9. Das Bad ist bei mir im Eichenweg 7, 81243 München.',
    'Das Bad ist bei mir im Eichenweg 7, 81243 München. Meine Mutter wohnt Hauptstraße 9, 80331 München.',
    'Mein Nachbar in der Rosenstraße 3 lässt Sie rein. Ich wohne im Eichenweg 7 in 81243 München.',
  ])('learns his own place: %j', (text) => {
    expect(read(text)).toMatchObject({ address: 'Eichenweg 7', postcode: '81243', city: 'München' });
  });

  test('learns the place of relatives where the work is there, or no other is named', () => {
    expect(read('Es geht um das Bad meiner Mutter in der Hauptstraße 9, 80331 München.')?.address).toBe(
      'Hauptstraße 9',
    );
    expect(read('Unsere Tochter wohnt in der Hauptstraße 9, 80331 München.')?.address).toBe('Hauptstraße 9');
  });

  test.each([
    '0151 3333333 ist das Handy meiner Frau. Mich erreichen Sie unter 0160 4444444.',
    'Meine Frau hat die 0151 3333333, mich erreichen Sie unter 0160 4444444.',
    'Das Handy meiner Frau ist 0151 3333333. Ich habe die 0160 4444444.',
  ])('names his own number first: %j', (text) => {
    expect(read(text)?.phones?.[0]?.phoneE164).toBe('+491604444444');
  });

  test('names the number of whoever is to be called, be it his wife or the neighbour with the key', () => {
    expect(read('Bitte rufen Sie meine Frau an: 0151 3333333')?.phones).toHaveLength(1);
    expect(read('Sie erreichen unseren Nachbarn unter 0151 3333333')?.phones).toHaveLength(1);
  });

  test('learns the place where somebody is told to ring at the neighbour', () => {
    expect(read('Eichenweg 7, 81243 München, bitte beim Nachbarn klingeln')?.address).toBe('Eichenweg 7');
  });
});

describe('what an answer denies', () => {
  test.each([
    ['Unser Budget ist nicht 5000, sondern 15.000 Euro', '15.000 Euro'],
    ['Nicht 5.000 € sondern 15.000 €', '15.000 €'],
    ['Keine 5000 Euro, sondern eher 15.000 Euro', '15.000 Euro'],
    ['Statt 5000 Euro haben wir jetzt 15.000 Euro', '15.000 Euro'],
    ['5000 Euro reichen nicht, wir rechnen mit 15.000 Euro', '15.000 Euro'],
    ['Das Budget sind nicht 5000 Euro. Es sind 15.000 Euro.', '15.000 Euro'],
    ['nicht mehr als 5000 Euro', 'nicht mehr als 5000 Euro'],
  ])('is no sum: %j', (text, budget) => {
    expect(read(text)?.budget).toBe(budget);
  });

  test.each([
    ['Nicht vor Ostern, lieber im Herbst', 'Nicht vor Ostern, lieber im Herbst'],
    ['Nicht im Sommer, sondern im Herbst', 'im Herbst'],
    ['Das sollte nicht vor Ostern losgehen, im Herbst wäre besser', 'nicht vor Ostern, im Herbst'],
    ['Nicht vor Ostern', 'Nicht vor Ostern'],
  ])('is no time for the work: %j', (text, timeframe) => {
    expect(read(text)?.timeframe).toBe(timeframe);
  });
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
