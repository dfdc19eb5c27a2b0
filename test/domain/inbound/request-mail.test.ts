import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadSchema } from '../../../domain/lead/lead.ts';
import { newLead } from '../../../functions/shared/new-lead.ts';
import { monday10 } from '../../support/a-walk.ts';
import { asked as askedIn, company } from './a-request-mail.ts';

const asked = (mail: Parameters<typeof askedIn>[0] = {}) => askedIn(mail).submission;

describe('a letter as a request', () => {
  test('says who wrote, what for, and to which mailbox', () => {
    expect(asked()).toMatchObject({
      source: 'email',
      by: 'customer',
      contact: {
        name: 'Jörg Weiß',
        email: 'joerg.weiss@customer.test',
        phoneE164: '+491712345678',
        language: 'de',
      },
      attribution: { mailbox: 'anfrage@muster.example' },
    });
  });

  test.each([
    ['Neues Bad im Altbau', 'Guten Tag', 'Neues Bad im Altbau\n\nGuten Tag'],
    ['AW: Re: Neues Bad', 'Guten Tag', 'Neues Bad\n\nGuten Tag'],
    ['', 'Guten Tag', 'Guten Tag'],
    ['Kein Betreff', 'Guten Tag', 'Guten Tag'],
    ['Neues Bad', 'Neues Bad gewünscht', 'Neues Bad gewünscht'],
  ])('the subject %j belongs to the words where it says more', (subject, text, message) => {
    expect(asked({ subject, text }).request.message).toBe(message);
  });

  test.each([
    ['Bitte um Rückruf 0172 5550614', 'Heizung kalt', '+491725550614'],
    ['Heizung kalt, Tel. 0172 5550614', '', '+491725550614'],
    ['Bitte um Rückruf 0172 5550614', 'Am besten 0171 2345678', '+491712345678'],
  ])('the number in the subject %j is called where the letter has none', (subject, text, number) => {
    expect(asked({ subject, text }).contact.phoneE164).toBe(number);
  });

  test('urgent words are found as in a form', () => {
    expect(asked({ subject: 'Rohrbruch im Keller', text: 'Bitte schnell!' }).request.urgency).toBe('now');
    expect(asked({ text: 'Es riecht nach Gas' }).request.gas).toBe(true);
  });

  test('rule 19: another name below the letter is a proposal, not a fact', () => {
    const text = 'Guten Tag,\n\nbitte um Angebot.\n\nMit freundlichen Grüßen\nAnna Weiß';
    const { contact, request } = asked({ text });
    expect(contact.name).toBe('Jörg Weiß');
    expect(request.extra).toContainEqual({ name: 'Name laut Unterschrift (Vorschlag)', value: 'Anna Weiß' });
  });

  test('English is answered in English, if it clearly is', () => {
    expect(
      asked({ text: 'Hello, we would like to have a new bathroom and the heating is old.' }).contact.language,
    ).toBe('en');
    expect(asked({ text: 'Bad please' }).contact.language).toBe('de');
  });

  test('without any address it is a request all the same', () => {
    const { contact, request } = asked({ from: [], text: 'Bitte rufen Sie mich an.' });
    expect(contact).toEqual({ language: 'de' });
    expect(request.message).toContain('Bitte rufen Sie mich an.');
  });

  test.each([
    ['smime', '...', '', /^Die E-Mail ist verschlüsselt \(S\/MIME\) .* nachfragen/],
    ['pgp', 'Heizung tropft', '', /^Heizung tropft\n\nDie E-Mail ist verschlüsselt \(PGP\)/],
    ['pgp', '', 'Viele Grüße aus dem Urlaub', /^Die E-Mail ist verschlüsselt .*\n\nViele Grüße/s],
  ] as const)(
    'one that is encrypted says so, and what can be read besides: %s, "%s"',
    (sealed, subject, text, said) => {
      const { request } = asked({ sealed, subject, text });
      expect(request.message).toMatch(said);
      expect(request.sealed).toBe(sealed);
    },
  );

  test('one that can be read says nothing of it', () => {
    const { request } = asked();
    expect(request).not.toHaveProperty('sealed');
    expect(request.message).not.toContain('verschlüsselt');
  });

  test('is a lead that every store takes, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', maxLength: 20_000 }),
        (subject, text) => {
          const lead = newLead(
            { type: 'capture', id: '7K2M9QX4TD', ...asked({ subject, text }) },
            monday10,
            company,
          );
          expect(() => leadSchema.parse(lead)).not.toThrow();
        },
      ),
    );
  });
});

test('a person who writes from an address that nobody reads is known by name, number, and that address', () => {
  const submission = asked({
    from: [{ name: 'A. Berger', address: 'no-reply@gemeinde.test' }],
    subject: 'WC Rathaus',
    text: 'Der Spülkasten tropft, bitte reparieren. Erreichbar 0171 5550144.\n\nViele Grüße\nA. Berger',
  });
  expect(submission.contact).toMatchObject({ name: 'A. Berger', phoneE164: '+491715550144' });
  expect(submission.contact.email).toBeUndefined();
  expect(JSON.stringify(submission.request)).toContain('no-reply@gemeinde.test');
});
