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
