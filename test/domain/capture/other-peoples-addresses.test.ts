import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { readFacts } from '../../../domain/inbound/facts.ts';
import { asked } from '../inbound/a-request-mail.ts';
import { context, json } from './a-form.ts';

const kept = (fields: object) => {
  const read = recognise(json(fields), { ...context, refusesNothing: true, searchesText: true });
  if ('errors' in read) throw new Error('refused');
  return read.submission;
};
const extraOf = (fields: object) => JSON.stringify(kept(fields).request.extra);
const reachable = { name: 'Kurt Ohm', phone: '0171 2345678', message: 'Bad neu' };

describe('the address of somebody else is kept under its label, and nothing goes there', () => {
  test.each([
    'Empfohlen von',
    'Geworben durch',
    'Architekt',
    'Makler',
    'Nachbar',
    'Notfallkontakt',
    'Rechnung an',
    'Kollege',
    'Kopie an',
    'Ihr Berater',
    'Bisheriger Installateur',
    'Recommended by',
    'Recommandé par',
    'Consigliato da',
    'assigned_to',
    'agent',
    'Etwas, das niemand kennt',
  ])('%s', (label) => {
    const fields = { ...reachable, [label]: 'freund@fremd.example' };
    expect(kept(fields).contact.email).toBeUndefined();
    expect(extraOf(fields)).toContain('freund@fremd.example');
  });

  test.each([
    'Empfohlen von',
    'Werber',
    'Architekt E-Mail',
    'Rechnungs-E-Mail',
    'E-Mail Notfallkontakt',
    'Recommended by',
  ])('also where there is no other way to answer: %s', (label) => {
    const fields = { name: 'Kurt Ohm', message: 'Bad neu', [label]: 'freund@fremd.example' };
    expect(kept(fields).contact.email).toBeUndefined();
    expect(extraOf(fields)).toContain('freund@fremd.example');
  });
});

describe('what has to be agreed to says nothing of the customer', () => {
  test.each([
    'datenschutz',
    'Einwilligung',
    'consent_text',
    'gdpr',
    'Hinweis',
    'Impressum',
    'Widerruf',
    'AGB',
    'disclaimer',
    'terms',
    'Fußzeile',
  ])('%s', (label) => {
    for (const fields of [reachable, { name: 'Kurt Ohm', message: 'Bad neu' }]) {
      const text =
        'Ich habe die Hinweise gelesen. Auskunft: dsb@plugin.example, 089 7654321. Bei Gasgeruch rufen Sie den Versorger.';
      const { contact, request } = kept({ ...fields, [label]: text });
      expect([contact.email, contact.phone]).toEqual([
        undefined,
        'phone' in fields ? fields.phone : undefined,
      ]);
      if (label !== 'Hinweis') expect(request).toMatchObject({ urgency: 'planned', gas: false });
    }
  });
});

describe('the own address is taken all the same', () => {
  test.each([
    ['E-Mail', 'kurt@ohm.example'],
    ['Ihre elektronische Post', 'kurt@ohm.example'],
    ['Wie erreichen wir Sie?', 'kurt@ohm.example'],
    ['field_7', 'kurt@ohm.example'],
    ['Kontakt', 'kurt@ohm.example'],
    ['Rückmeldung an', 'kurt@ohm.example'],
  ])('%s', (label, value) => {
    expect(kept({ name: 'Kurt Ohm', message: 'Bad neu', [label]: value }).contact.email).toBe(value);
  });
});

describe('an address that was torn is none', () => {
  test.each(['tim-\nuwe@torn.example', 'tim.\nuwe@torn.example', 'tim_\r\nuwe@torn.example'])(
    '%j',
    (email) => {
      expect(kept({ ...reachable, email }).contact.email).toBeUndefined();
      expect(readFacts(`Bad neu\n${email}`, context.company).emails).toEqual([]);
    },
  );

  test('also between the brackets of an author', () => {
    const { submission } = asked({
      from: [{ name: 'Martin Muster', address: 'chef@muster-haustechnik.example' }],
      text: '---------- Forwarded message ---------\nVon: Berta Blum <berta blum@torn.example>\nDate: Mo., 23. Nov. 2026 um 09:12 Uhr\nSubject: Bad\nTo: <chef@muster-haustechnik.example>\n\nGuten Tag, wir möchten ein neues Bad.\nBerta Blum',
    });
    expect(submission.contact.email).toBeUndefined();
  });
});
