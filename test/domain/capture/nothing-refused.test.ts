import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, email, faults, json, read } from './a-form.ts';

const phone = '0171 5556677';

describe('one way to answer is enough', () => {
  test.each([
    ['an address that is none', { phone, email: 'petra@' }, 'petra@'],
    ['"keine"', { phone, email: 'keine' }, 'keine'],
    ['"k.A."', { phone, 'E-Mail-Adresse': 'k.A.' }, 'k.A.'],
    ['an address that could be two', { phone, email: 'petra klein@gmx.de' }, 'petra klein@gmx.de'],
    ['a number that is none', { email, phone: 'habe ich nicht' }, 'habe ich nicht'],
    ['"xxx"', { email, Telefon: 'xxx' }, 'xxx'],
    ['"-"', { email, Handy: '-' }, '-'],
    ['a time to call', { email, Telefon: 'ab 17 Uhr, nicht nach 20:00' }, 'ab 17 Uhr, nicht nach 20:00'],
  ])('%s beside it is kept as typed', (_, body, typed) => {
    const { contact, request } = read(json(body));
    expect([contact.email, contact.phone].filter(Boolean)).toHaveLength(1);
    expect(request.extra.map(({ value }) => value)).toEqual([typed]);
  });

  test.each([
    'Rufen Sie mich an: 0171 5556677',
    'Bin erreichbar unter +49 171 5556677, am besten abends.',
    'Meine Nummer lautet 0171/5556677. Danke!',
  ])('the number may stand in the message: %s', (message) => {
    expect(read(json({ name: 'Petra', message })).contact).toMatchObject({
      phoneE164: '+491715556677',
    });
  });

  test.each([
    { name: 'Petra Klein, petra@kunde.example' },
    { Nachricht: 'Schreiben Sie bitte an petra@kunde.example' },
    { email: 'siehe unten', message: 'Meine Adresse ist petra@kunde.example.' },
    { phone: 'petra@kunde.example' },
    { 'Wie erreichen wir Sie?': 'Am besten per Mail an petra@kunde.example' },
  ])('the address may stand anywhere: %j', (body) => {
    expect(read(json(body)).contact.email).toBe('petra@kunde.example');
  });

  test('a number in the message does not take the place of a field that was filled in', () => {
    const { contact } = read(json({ email, message: 'Der Vermieter hat 0171 5556677' }));
    expect(contact.phone).toBeUndefined();
  });
});

describe('refused is what nobody could answer', () => {
  test.each([
    { name: 'Petra', phone: 'bitte per WhatsApp' },
    { name: 'Petra', message: 'Bitte melden Sie sich!' },
    { email: 'keine', phone: 'nein' },
    { email: '-', phone: 'n/a', message: 'Rohrbruch' },
    {
      message: 'Termin am 12.12.2026 um 17:30 Uhr, IBAN DE89 3704 0044 0532 0130 00, Kundennummer 0891234567',
    },
    { name: 'Petra', to: 'chef@muster-haustechnik.example', message: 'Hallo' },
    { phone: '00000' },
    {},
  ])('%j', (body) => {
    expect(faults(body).length).toBeGreaterThan(0);
  });

  test('whatever the words are, as long as they hold no number and no address', () => {
    const words = fc.stringMatching(/^[a-zäöüß .,!?]{0,80}$/);
    const names = fc.constantFrom(
      'name',
      'message',
      'email',
      'phone',
      'Telefon',
      'Frage',
      'Kontakt',
      'kind',
      '3',
    );
    fc.assert(
      fc.property(fc.dictionary(names, words), (body) => {
        expect('errors' in recognise(json(body), context)).toBe(true);
      }),
    );
  });
});

describe('what is too long', () => {
  test.each([
    ['name', 200],
    ['city', 200],
    ['budget', 500],
    ['timeframe', 2_000],
    ['postcode', 20],
  ] as const)('%s is cut at %i characters, and kept whole beside it', (field, most) => {
    const typed = `${'a'.repeat(most - 2)} ${'b'.repeat(50)}`;
    const { contact, request } = read(json({ email, [field]: typed }));
    expect([...({ ...contact, ...request }[field] ?? '')]).toHaveLength(most);
    expect(request.extra).toEqual([{ name: field, value: typed }]);
  });

  test('a message reads on beside the request', () => {
    const typed = Array.from({ length: 2_500 }, (_, at) => `Wort${at}`).join(' ');
    const { message = '', extra } = read(json({ email, message: typed })).request;
    expect([...message]).toHaveLength(10_000);
    expect(`${message.slice(0, -1)}${extra[0]?.value.slice(1)}`.slice(0, 19_000)).toBe(
      typed.slice(0, 19_000),
    );
  });
});

describe('a word on no list', () => {
  test.each([
    [{ source: 'Landingpage Bad' }, { source: 'other' }, 'Landingpage Bad'],
    [{ source: 'Messe Augsburg' }, { source: 'advertisement' }, 'Messe Augsburg'],
    [{ source: 'Empfehlung von Nachbarn' }, { source: 'word-of-mouth' }, 'Empfehlung von Nachbarn'],
    [{ source: 'fb' }, { source: 'social-media' }, 'fb'],
    [{ source: 'bouche à oreille' }, { source: 'word-of-mouth' }, 'bouche à oreille'],
    [{ source: 'Google-Anzeige' }, { source: 'advertisement' }, 'Google-Anzeige'],
    [{ source: 'Kontaktformular' }, { source: 'website' }, 'Kontaktformular'],
  ])('%j', (body, expected, kept) => {
    const submission = read(json({ email, ...body }));
    expect(submission).toMatchObject(expected);
    expect(submission.request.extra.map(({ value }) => value)).toEqual([kept]);
  });

  test.each([
    [{ urgency: 'ASAP!!' }, { urgency: 'soon' }],
    [{ urgency: 'tout de suite' }, { urgency: 'now' }],
    [{ urgency: 'pas urgent' }, { urgency: 'planned' }],
    [{ urgency: 'kann warten' }, { urgency: 'planned' }],
    [{ urgency: 'P4' }, { urgency: 'planned' }],
    [{ kind: 'Heizung' }, { urgency: 'planned' }],
    [{ kind: 'Kundendienst / Wartung' }, { kind: 'repair' }],
    [{ kind: 'Dépannage' }, { kind: 'repair' }],
    [{ kind: 'Preventivo' }, { kind: 'project' }],
    [{ kind: 'consulenza' }, { kind: 'advice' }],
  ])('%j', (body, expected) => {
    const { request } = read(json({ email, ...body }));
    expect(request).toMatchObject(expected);
    expect(request.extra.map(({ value }) => value)).toEqual(Object.values(body));
  });

  test.each([
    ['fr-CH', 'de'],
    ['it', 'de'],
    ['klingonisch', 'de'],
    ['en-AU', 'en'],
    ['de-AT', 'de'],
  ])('language %s is read as %s', (language, expected) => {
    expect(read(json({ email, language })).contact.language).toBe(expected);
  });
});

test('everything that was typed stands somewhere in the lead', () => {
  const word = fc.stringMatching(/^[A-Za-zäöü]{4,12}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const names = fc.constantFrom(
    'name',
    'Vorname',
    'Nachname',
    'Firma',
    'Anrede',
    'Titel',
    'E-Mail',
    'Telefon',
    'phone',
    'message',
    'Nachricht',
    'Betreff',
    'kind',
    'urgency',
    'source',
    'Straße',
    'PLZ',
    'Ort',
    'PLZ/Ort',
    'Kontakt',
    'Wunschtermin',
    'budget',
    'Zimmer',
    '3',
    'Field4',
    'No Label x1',
    'Wie erreichen wir Sie?',
    'recipient',
  );
  fc.assert(
    fc.property(fc.dictionary(names, text), (body) => {
      const { contact, request } = read(json({ ...body, email }));
      const lead = JSON.stringify([contact, request]).toLowerCase();
      for (const typed of Object.values(body)) {
        for (const one of typed.split(' ')) expect(lead).toContain(one.toLowerCase());
      }
    }),
  );
});

describe('a text as long as a book', () => {
  test.each([15_000, 42_000, 60_000])('of %s characters is kept to its last word', (length) => {
    const message = `${'Ein Satz über das Bad. '.repeat(length).slice(0, length - 6)}ENDE!!`;
    const { request } = read(json({ email, message }));
    const kept = [request.message ?? '', ...request.extra.map(({ value }) => value)];
    expect(kept.join('').replaceAll('…', '').replace(/\s/g, '')).toBe(message.replace(/\s/g, ''));
    expect(kept.every((text) => text.length <= 10_000)).toBe(true);
  });

  test('beside other answers', () => {
    const { request } = read(json({ email, message: 'Bad', Wunsch: 'Fliesen' }));
    expect(request.extra.every(({ name }) => !name.includes('Fortsetzung'))).toBe(true);
  });
});
