import { describe, expect, test } from 'vitest';
import { consentWording } from '../../../views/words/consent-wording.ts';
import { company, email, json, now, read } from './a-form.ts';

describe('consent to news', () => {
  const page = 'https://www.muster-haustechnik.example/kontakt';

  test.each([true, 'true', 'on', 'ja', 'yes', 1, ['false', 'true']])(
    '%j: with time, words and page',
    (consent) => {
      expect(read(json({ email, consent, page })).consent).toEqual({
        at: now,
        wording: consentWording(company, 'de'),
        page,
      });
    },
  );

  test('keeps the words another form showed', () => {
    const consent = read(json({ email, consent: 'ja', consentWording: 'Newsletter, gern!' })).consent;
    expect(consent?.wording).toBe('Newsletter, gern!');
  });

  test.each([false, 'nein', 'off', '', 'vielleicht'])('%j is none', (consent) => {
    expect(read(json({ email, consent })).consent).toBeUndefined();
  });

  test.each(['Datenschutz', 'Einwilligung', 'acceptance', 'Newsletter', 'Consent'])(
    'a ticked "%s" agrees to something else',
    (name) => {
      const { consent, request } = read(json({ email, [name]: 'true' }));
      expect(consent).toBeUndefined();
      expect(request.extra).toEqual([{ name, value: 'true' }]);
    },
  );
});
