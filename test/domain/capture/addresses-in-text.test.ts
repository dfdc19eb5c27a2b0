import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesIn } from '../../../domain/capture/addresses-in-text.ts';
import { repairEmail } from '../../../domain/capture/mail-repair.ts';
import { recognise } from '../../../domain/capture/recognise.ts';
import { readFacts } from '../../../domain/inbound/facts.ts';
import { readSignature } from '../../../domain/inbound/signature.ts';
import { asked } from '../inbound/a-request-mail.ts';
import { context, json } from './a-form.ts';

const torn = [
  'jürgen@post.example',
  'müller@post.example',
  'straße@post.example',
  'renée.k@post.example',
  'a.jörg-l@post.example',
  'ju\u0308rgen@post.example',
  'zażółć@post.example',
  'j\ufffdrgen@post.example',
  'j&uuml;rgen@post.example',
  'm[ü]ller@post.example',
  'anna–berg@post.example',
  'anna…berg@post.example',
  'anna§berg@post.example',
  'anna😀berg@post.example',
  // The full stop with shift, and the keys beside it.
  'anna:berg@post.example',
  'anna,berg@post.example',
  'anna;berg@post.example',
  'anna\\berg@post.example',
];

describe('an address that no provider accepts is never cut into that of a stranger', () => {
  test.each(torn)('%s', (typed) => {
    expect(repairEmail(typed)).toBeUndefined();
    for (const text of [
      typed,
      `E-Mail: ${typed}`,
      `Schreiben Sie an ${typed} oder rufen Sie an.`,
      `(${typed})`,
    ])
      expect(addressesIn(text)).toEqual([]);
    const text = `Bitte ein Angebot für ein Bad.\n\nViele Grüße\nPaul Reiter\n${typed}`;
    expect(readFacts(text, context.company).emails).toEqual([]);
    expect(readSignature(text, 'DE').email).toBeUndefined();
  });

  test('whatever letters stand before it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[äöüßéèñçłø]{1,3}$/),
        fc.stringMatching(/^[a-z]{1,8}$/),
        (odd, plain) => {
          expect(addressesIn(`Mail ${plain}${odd}${plain}@post.example`)).toEqual([]);
        },
      ),
    );
  });

  test.each([...torn, 'max mustermann@post.example', 'petra klein@post.example', 'dr. wolf@post.example'])(
    'a form that has nothing else is told so, one that cannot be told keeps it: %s',
    (email) => {
      const fields = json({ name: 'Paul Reiter', email, message: 'Bad neu' });
      expect(recognise(fields, context)).toMatchObject({ errors: [{ field: 'email', code: 'no-email' }] });
      const kept = recognise(fields, { ...context, refusesNothing: true, searchesText: true });
      if ('errors' in kept) throw new Error('refused');
      expect(kept.submission.contact.email).toBeUndefined();
      expect(kept.submission.request.extra.map(({ value }) => value)).toContain(email.normalize('NFC'));
    },
  );

  test.each([...torn, 'max mustermann@post.example'])(
    'nor is that of a form which came as a mail: %s',
    (typed) => {
      const { submission } = asked({
        from: [{ name: 'Muster Haustechnik', address: 'wordpress@muster-haustechnik.example' }],
        text: `Name: Paul Reiter\nE-Mail: ${typed}\nTelefon: 0171 2345678\nNachricht: Wir möchten ein neues Bad.`,
      });
      expect(submission.contact.email).toBeUndefined();
      expect(submission.contact.phone).toBe('0171 2345678');
    },
  );

  test.each([...torn, "o'connor@post.example"])('nor that of a mail which was handed on: %s', (typed) => {
    const { submission } = asked({
      from: [{ name: 'Martin Muster', address: 'chef@muster-haustechnik.example' }],
      text: `---------- Forwarded message ---------\nVon: Paul Reiter <${typed}>\nDate: Mo., 23. Nov. 2026 um 09:12 Uhr\nSubject: Bad\nTo: <chef@muster-haustechnik.example>\n\nGuten Tag, wir möchten ein neues Bad.\nPaul Reiter`,
    });
    expect([undefined, typed]).toContain(submission.contact.email);
  });
});

describe('what stands around an address takes nothing from it', () => {
  test.each([
    ['E-Mail: anna@x.example', 'anna@x.example'],
    ['E-Mail: Anna Berg anna@x.example', 'anna@x.example'],
    ['E-Mail: bitte an anna@x.example', 'anna@x.example'],
    ['(anna@x.example)', 'anna@x.example'],
    ['Anna Berg anna@x.example', 'anna@x.example'],
    ['Schreiben Sie mir anna@x.example', 'anna@x.example'],
    ['an: anna@x.example', 'anna@x.example'],
    ['„anna@x.example“', 'anna@x.example'],
    ['‚anna@x.example‘', 'anna@x.example'],
    ["'anna@x.example'", 'anna@x.example'],
    ['✉️anna@x.example', 'anna@x.example'],
    ['*anna@x.example*', 'anna@x.example'],
    ['0171 2345678/anna@x.example', 'anna@x.example'],
    ['Kontakt:anna@x.example', 'anna@x.example'],
    ['E-Mail:anna@x.example', 'anna@x.example'],
    ['mailto:anna@x.example', 'anna@x.example'],
    ['Mail✉anna@x.example', 'anna@x.example'],
    ['Anna Berg;0171 2345678;anna@x.example', 'anna@x.example'],
    ['Anna Berg;anna@x.example', 'anna@x.example'],
    ['Anna Berg<anna@x.example>', 'anna@x.example'],
    ['&lt;anna@x.example&gt;', 'anna@x.example'],
    ['anna\u2011berg@x.example', 'anna-berg@x.example'],
    ["o'connor@x.example", "o'connor@x.example"],
    ['o’connor@x.example', "o'connor@x.example"],
    ['l´hermite@x.example', "l'hermite@x.example"],
    ['d’Angelo@x.example, gern per Mail', "d'angelo@x.example"],
  ])('%s', (text, email) => {
    expect(addressesIn(text)).toEqual([email]);
  });

  test.each([
    ['paula.reiter @gmx.de', 'paula.reiter@gmx.de'],
    ['Anna Berg anna@x.example', 'anna@x.example'],
    ['Paula Reiter p.reiter@x.example', 'p.reiter@x.example'],
    ['Jörg Müller mueller@x.example', 'mueller@x.example'],
    ['Paula Reiter;p.reiter@x.example', 'p.reiter@x.example'],
    ['Anna Berg<anna@x.example>', 'anna@x.example'],
    ['0171 2345678,anna@x.example', 'anna@x.example'],
    ['anna\u2010berg@x.example', 'anna-berg@x.example'],
    ['o’connor@x.example', "o'connor@x.example"],
    ['o‘connor@x.example', "o'connor@x.example"],
    ['l´hermite@x.example', "l'hermite@x.example"],
    ["o'connor@x.example", "o'connor@x.example"],
  ])('nor where it was asked for: %s', (typed, email) => {
    expect(repairEmail(typed)).toBe(email);
  });

  test.each(['Kontakt', 'Wie erreichen wir Sie?', 'Rückmeldung an', 'Telefon', 'Email Address', 'reply_to'])(
    'an answer to "%s" that a space has torn is no address',
    (label) => {
      const whose = (value: string) => {
        const read = recognise(json({ Name: 'Paul Reiter', [label]: value, Nachricht: 'Bad neu' }), {
          ...context,
          refusesNothing: true,
          searchesText: true,
        });
        return 'errors' in read ? read.errors : read.submission.contact.email;
      };
      expect(whose('max mustermann@x.example')).toBeUndefined();
      expect([undefined, 'office@y.example']).toContain(whose('max mustermann@x.example, office@y.example'));
      expect(whose(`max mustermann@x.example, ${context.company.owner.email[0]}`)).not.toBe(
        'mustermann@x.example',
      );
      expect(whose('Max Mustermann mustermann@x.example')).toBe('mustermann@x.example');
    },
  );

  test('several are several', () => {
    expect(addressesIn('anna@x.example/paul@y.example, info@z.example|e.k@z.example')).toEqual([
      'anna@x.example',
      'paul@y.example',
      'info@z.example',
      'e.k@z.example',
    ]);
  });
});
