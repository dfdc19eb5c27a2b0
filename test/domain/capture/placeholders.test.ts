import { describe, expect, test } from 'vitest';
import { isMachinery } from '../../../domain/capture/machinery.ts';
import { email, json, read } from './a-form.ts';

describe('a placeholder that a program left is no answer', () => {
  test.each([
    '{message}',
    '{{message}}',
    '{field:7}',
    '[your-message]',
    '[date-1]',
    '%message%',
    'null',
    'undefined',
    '[object Object]',
  ])('%s', (value) => {
    const { contact, request } = read(
      json({ email, name: value, message: value, 'Was soll gemacht werden?': 'Bad neu', Baujahr: value }),
    );
    expect(contact.name).toBeUndefined();
    expect(JSON.stringify(request)).not.toContain(value);
    expect(JSON.stringify(request)).toContain('Bad neu');
  });

  test.each(['Christoph Null', '[siehe Foto]', '100 %', '{Bad} und {WC} neu', 'undefiniert'])(
    'what a person typed stays: %s',
    (value) => {
      expect(read(json({ email, name: value })).contact.name).toBe(value);
    },
  );
});

describe('what says nothing is nobody’s name, place or wish', () => {
  test.each([
    'N/A',
    'n/a',
    '-',
    '—',
    'unbekannt',
    'Unknown',
    'k.A.',
    'nicht angegeben',
    'not provided',
    '--- Bitte wählen ---',
    'null',
    'NULL',
    'None',
    '(not set)',
    '#N/A',
    '[object Object]',
    '{{name}}',
    '{{lead.name|default}}',
    '*|FNAME|*',
    '%%name%%',
    '[[name]]',
    '<name>',
  ])('%s', (value) => {
    const { contact, request, source, attribution } = read(
      json({
        phone: '0171 5550123',
        name: value,
        firstName: value,
        email: value,
        street: value,
        postcode: value,
        city: value,
        company: value,
        message: value,
        kind: value,
        timeframe: value,
        utm_source: value,
      }),
    );
    expect(contact).toEqual({ phone: '0171 5550123', phoneE164: '+491715550123', language: 'de' });
    expect(request.urgency).toBe('planned');
    expect([request.message, request.timeframe, source, attribution.utm]).toEqual([
      undefined,
      undefined,
      'website',
      {},
    ]);
  });

  test.each([
    ['city', 'Nauen'],
    ['city', 'Leer (Ostfriesland)'],
    ['address', 'Unbekannter Weg 3'],
    ['name', 'Nilüfer Kaya'],
  ])('but %s: %s does', (name, value) => {
    expect(read(json({ email, [name]: value })).contact).toMatchObject({ [name]: value });
  });
});

describe('nobody has to read', () => {
  test.each([
    ['Datenschutz', 'on'],
    ['agb', 'true'],
    ['newsletter_2', 'false'],
    ['screen', '1920x1080'],
    ['_ga', 'GA1.2.3'],
    ['lang_browser', 'de-DE'],
    ['button', 'Senden'],
    ['file_server', 'go-eu'],
    ['temp_upload.q10', 'a.jpg'],
    ['recaptcha_token_response', '03AGdBq24'],
  ])('%s: %s', (label, value) => {
    expect(isMachinery(label, value)).toBe(true);
  });

  test.each([
    ['Datenschutzfolie am Bad', 'ja, gern'],
    ['Button am Thermostat defekt', 'ja'],
    ['Newsletter', 'bitte per Post'],
    ['Keller feucht', 'ja'],
  ])('but %s: %s', (label, value) => {
    expect(isMachinery(label, value)).toBe(false);
  });
});

test('a token against robots is no part of the message', () => {
  const token = `03${'aGdBq24PBCbwiDRaS'.repeat(8)}`;
  expect(read(json({ email, recaptcha_token_response: token, description: 'Bad' })).request.message).toBe(
    'Bad',
  );
});
