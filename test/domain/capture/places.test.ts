import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const place = (body: object) => {
  const { address, postcode, city } = read(json({ phone: '0171 5550646', ...body })).contact;
  return { address, postcode, city };
};

describe('where the bill goes and where the work is', () => {
  const bill = { street: 'Bankstr. 1', zip: '60311', city: 'Frankfurt' };
  const work = { street: 'Lindenweg 4', zip: '80331', city: 'München' };
  const there = { address: 'Lindenweg 4', postcode: '80331', city: 'München' };
  const named = (before: string, { street, zip, city }: typeof bill, after = ['Straße', 'PLZ', 'Ort']) =>
    Object.fromEntries([street, zip, city].map((value, at) => [`${before}${after[at]}`, value]));
  const english = ['street', 'zip', 'city'];

  test.each<[string, object]>([
    ['groups', { billing_address: bill, service_address: work }],
    ['names', { ...named('billing_', bill, english), ...named('service_', work, english) }],
    ['names, the work first', { ...named('jobsite_', work, english), ...named('invoice_', bill, english) }],
    ['German names', { ...named('Rechnungsadresse ', bill), ...named('Einsatzort ', work) }],
    ['a place without a name', { ...named('Rechnung ', bill), ...named('', work) }],
  ])('are two places: %s', (_, body) => {
    expect(place(body)).toEqual(there);
  });

  test('never lend each other a part that one of them lacks', () => {
    const { zip: _, ...withoutZip } = work;
    expect(place({ billing_address: bill, service_address: withoutZip })).toEqual({
      address: 'Lindenweg 4',
      postcode: undefined,
      city: 'München',
    });
  });

  test('nor where the part of the bill is only guessed at', () => {
    const other = { invoice_address: 'Bankstr. 1', invoice_postcode: '60311' };
    expect(place({ address: 'Lindenweg 4', city: 'München', ...other })).toEqual({
      address: 'Lindenweg 4',
      postcode: undefined,
      city: 'München',
    });
  });

  test('are one where only the bill has an address', () => {
    expect(place({ billing_address: bill })).toEqual({
      address: 'Bankstr. 1',
      postcode: '60311',
      city: 'Frankfurt',
    });
  });
});

describe('a postcode across the border', () => {
  test.each<[object, string, string]>([
    [{ Ort: '8400 Winterthur' }, '8400', 'Winterthur'],
    [{ Ort: 'Salzburg 5020' }, '5020', 'Salzburg'],
    [{ 'PLZ/Ort': '6900 Bregenz' }, '6900', 'Bregenz'],
    [{ 'text-402': '8400 Winterthur' }, '8400', 'Winterthur'],
    [{ PLZ: '9000 St. Gallen' }, '9000', 'St. Gallen'],
  ])('is read beside its town: %j', (body, postcode, city) => {
    expect(place(body)).toMatchObject({ postcode, city });
  });

  test('is read behind its street', () => {
    expect(place({ Adresse: 'Seeweg 4, 6900 Bregenz' })).toEqual({
      address: 'Seeweg 4',
      postcode: '6900',
      city: 'Bregenz',
    });
  });

  test.each([
    { 'text-402': '2024 Umbau' },
    { 'text-402': '3500 Euro' },
    { 'text-402': '1200 Liter' },
    { Budget: '8400 Euro' },
    { Adresse: '1200 Meadow Lane' },
    { Tankvolumen: '2500 Liter' },
  ])('is none in another number: %j', (body) => {
    expect(place(body).postcode).toBeUndefined();
  });
});

test.each([
  ['z:80331', '80331'],
  ['z:8400', '8400'],
  ['80331', '80331'],
])('the sign of a service before a postcode is dropped: %s', (typed, postcode) => {
  expect(place({ field_data: [{ name: 'postleitzahl', values: [typed] }] }).postcode).toBe(postcode);
});

describe('a place in the message of a form that has no field for it', () => {
  test.each<[string, object]>([
    [
      'Neues Bad. Wir wohnen im Lindenweg 4, 80331 München.',
      { address: 'Lindenweg 4', postcode: '80331', city: 'München' },
    ],
    [
      'Bitte um ein Angebot für eine Wärmepumpe.\nAm Anger 3\n85748 Garching',
      { address: 'Am Anger 3', postcode: '85748', city: 'Garching' },
    ],
    ['Der Boiler in der Schulstraße 12 tropft', { address: 'Schulstraße 12' }],
    [
      `${'Wir hätten gern ein neues Bad. '.repeat(40)}Wir wohnen im Lindenweg 4, 80331 München.`,
      { address: 'Lindenweg 4', postcode: '80331', city: 'München' },
    ],
  ])('is that of the request: %j', (message, expected) => {
    expect(place({ message })).toEqual({
      address: undefined,
      postcode: undefined,
      city: undefined,
      ...expected,
    });
  });

  test('goes with a town that the form has a field for', () => {
    expect(place({ city: 'München', message: 'Bad im Lindenweg 4, 80331 München' })).toEqual({
      address: 'Lindenweg 4',
      postcode: '80331',
      city: 'München',
    });
  });

  test.each([
    { city: 'Augsburg', message: 'Wie bei meinen Eltern im Lindenweg 4, 80331 München' },
    { postcode: '86150', message: 'Wie bei meinen Eltern im Lindenweg 4, 80331 München' },
    { address: 'Hauptstr. 1', message: 'Bad im Lindenweg 4, 80331 München' },
  ])('is not mixed with another: %j', (body) => {
    const { message: _message, ...fields } = body;
    expect(place(body)).toEqual({ address: undefined, postcode: undefined, city: undefined, ...fields });
  });

  test.each(['Neues Bad, 7 qm, 20.000 €, bis April', 'Ihr Büro in der Musterstraße 1 hatte zu.'])(
    'is none elsewhere: %j',
    (message) => expect(place({ message }).postcode).toBeUndefined(),
  );

  test.each<[string, object]>([
    [
      'Meine Verwaltung (Livia AG, Altstetterstr. 124, 80480 Zorneding, 089 9998877) hat zugestimmt. Objekt: Hofweg 3, 84000 Winterstadt',
      { address: 'Hofweg 3', postcode: '84000', city: 'Winterstadt' },
    ],
    [
      'Wir wohnen in der Mariahilfer Straße 12, 80335 München',
      { address: 'Mariahilfer Straße 12', postcode: '80335', city: 'München' },
    ],
    ['Bei meiner Mutter im Ahornweg 3 ist das Bad alt', { address: 'Ahornweg 3' }],
    ['Stiege 2 Top 7, Neubaugasse 4', { address: 'Neubaugasse 4' }],
  ])('is the one of the work: %j', (message, expected) => {
    expect(place({ message })).toEqual({
      address: undefined,
      postcode: undefined,
      city: undefined,
      ...expected,
    });
  });

  test.each([
    'Firma Muster in 80331 München, Werkgasse 5, war zu, ich möchte in der Sieberngasse 3, 80335 München ein Bad',
    'Mein Vermieter Herr Kurz zahlt. Er wohnt Ahornweg 3, 50667 Köln. Bad erneuern',
    'Ihr Büro in der Werkgasse 5, 80331 München war zu',
    'Heizung Typ 12345 Vitodens 200',
    'Wohnung Nr. 12345 Block 3',
    '80469 München bei Frau Beck Ihre Arbeit gesehen',
    'In 12345 Musterstadt geht es um 3 Heizkörper',
  ])('is none, where it may be of others or of nothing: %j', (message) => {
    expect(place({ message })).toEqual({ address: undefined, postcode: undefined, city: undefined });
  });
});
