import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, email, faults, json, read } from './a-form.ts';

describe('what is wrong', () => {
  test('is only that nobody can be reached, named in German', () => {
    const errors = faults({
      name: 'x'.repeat(201),
      email: 'erika@',
      phone: 'abc',
      message: 'y'.repeat(10_001),
      kind: 'nonsense',
      urgency: 'whenever',
      source: 'mars',
      language: 'fr',
    });
    expect(errors.map(({ field }) => field).sort()).toEqual(['email', 'phone']);
    for (const { message } of errors) expect(message).toContain('Bitte');
  });

  test('is named in English in an English request', () => {
    const errors = faults({ language: 'en', email: 'erika@', kind: 'nonsense', name: 'x'.repeat(201) });
    expect(errors).toEqual([{ field: 'email', message: expect.stringMatching(/[Pp]lease/) }]);
  });

  test('goes by the name of the contract, whatever the form calls it', () => {
    expect(faults({ 'Ihre E-Mail-Adresse': 'erika@' })).toEqual([
      { field: 'email', message: expect.stringContaining('E-Mail-Adresse') },
    ]);
  });

  test('nobody can be reached: both ways are named', () => {
    expect(faults({ name: 'Erika', message: 'Hallo' }).map(({ field }) => field)).toEqual(['email', 'phone']);
  });

  test('"keine" beside a mail address is an answer, not a mistake', () => {
    const { contact, request } = read(json({ email, Telefon: 'keine' }));
    expect(contact.phone).toBeUndefined();
    expect(request.extra).toEqual([{ name: 'Telefon', value: 'keine' }]);
  });

  test('an unknown word in a field of another form is text, not a mistake', () => {
    expect(read(json({ email, Kategorie: 'Xyz' })).request.extra).toEqual([
      { name: 'Kategorie', value: 'Xyz' },
    ]);
  });

  test('200 and 10,000 characters are not too long, umlauts and emoji counted as one', () => {
    const name = `${'ü'.repeat(199)}🛁`;
    const message = '🛁'.repeat(10_000);
    expect(read(json({ email, name, message }))).toMatchObject({ contact: { name }, request: { message } });
  });

  test('what was entered comes back, the wrong values too', () => {
    const recognised = recognise(
      json({
        Name: 'Erika',
        'E-Mail': 'erika@',
        Nachricht: 'Hallo',
        utm_source: 'x',
        Farbe: 'blau',
        redirect: '/danke',
      }),
      context,
    );
    expect('entered' in recognised && recognised.entered.fields).toEqual(
      expect.arrayContaining([
        { name: 'name', value: 'Erika' },
        { name: 'email', value: 'erika@' },
        { name: 'message', value: 'Hallo' },
        { name: 'utm_source', value: 'x' },
        { name: 'Farbe', value: 'blau' },
        { name: 'redirect', value: '/danke' },
      ]),
    );
  });
});

describe('a filled honeypot', () => {
  test('makes it spam, and nothing is refused then', () => {
    const submission = read(json({ website: 'https://spam.example', email: 'no', name: 'x'.repeat(300) }));
    expect(submission.spam).toBe(true);
    expect(submission.contact.name).toHaveLength(200);
  });

  test('left empty, or a website asked for by another name, is none', () => {
    expect(read(json({ email, website: '  ' })).spam).toBe(false);
    expect(read(json({ email, Website: 'https://kunde.example' })).spam).toBe(false);
  });
});
