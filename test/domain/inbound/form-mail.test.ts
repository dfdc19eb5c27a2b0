import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFormMail } from '../../../domain/inbound/form-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { asked, company } from './a-request-mail.ts';

const wordpress = [{ name: 'Muster Haustechnik', address: 'wordpress@muster-haustechnik.example' }];
const erika = { name: 'Erika Müller', address: 'erika@example.org' };

const known = {
  name: 'Erika Müller',
  email: 'erika@example.org',
  phone: '0171 2345678',
};

describe('rule 11: notification mails of forms become requests of the person', () => {
  test.each<[string, Parameters<typeof anIncomingMail>[0]]>([
    [
      'Contact Form 7, German',
      {
        replyTo: [erika],
        text: `Von: Erika Müller <erika@example.org>
Betreff: Bad
Telefon: 0171 2345678

Nachrichtentext:
Wir möchten ein neues Bad.
Es eilt nicht: im Frühjahr reicht.

-- 
Diese E-Mail wurde von einem Kontaktformular von Muster Haustechnik (https://www.muster-haustechnik.example) gesendet`,
      },
    ],
    [
      'Contact Form 7, English',
      {
        replyTo: [erika],
        text: `From: Erika Müller <erika@example.org>
Subject: Bad
Phone: 0171 2345678

Message Body:
Wir möchten ein neues Bad.

-- 
This e-mail was sent from a contact form on Muster Haustechnik (https://www.muster-haustechnik.example)`,
      },
    ],
    [
      'labels above their values (WPForms)',
      {
        text: `--- Name ---

Erika Müller

--- E-Mail ---

erika@example.org

--- Telefon ---

0171 2345678

--- Kommentar oder Nachricht ---

Wir möchten ein neues Bad.

Gesendet von Muster Haustechnik`,
      },
    ],
    [
      'bold labels (Gravity Forms)',
      {
        text: `*Vorname*
Erika

*Nachname*
Müller

*E-Mail*
erika@example.org

*Telefon*
0171 2345678

*Nachricht*
Wir möchten ein neues Bad.`,
      },
    ],
    [
      'Elementor, with what it says about itself',
      {
        text: `Name: Erika Müller
E-Mail: erika@example.org
Telefon: 0171 2345678
Nachricht: Wir möchten ein neues Bad.

---

Datum: 23. November 2026
Zeit: 10:12
Seiten-URL: https://www.muster-haustechnik.example/kontakt/
User Agent: Mozilla/5.0
Remote IP: 203.0.113.9
Unterstützt von: Elementor`,
      },
    ],
    [
      'an HTML table',
      {
        text: '',
        pairs: [
          { label: 'Name', value: 'Erika Müller' },
          { label: 'E-Mail-Adresse *', value: 'erika@example.org' },
          { label: 'Mobil', value: '0171 2345678' },
          { label: 'Ihr Anliegen', value: 'Wir möchten ein neues Bad.' },
        ],
      },
    ],
  ])('%s', (_, mail) => {
    const { submission, door } = asked({ from: wordpress, ...mail });
    expect(door).toBe('form');
    expect(submission).toMatchObject({ source: 'website', contact: known });
    expect(submission.request.message).toContain('Wir möchten ein neues Bad.');
    expect(submission.request.message).not.toMatch(/Kontaktformular|contact form|Mozilla|203\.0\.113/i);
    expect(JSON.stringify(submission.request.extra)).not.toMatch(/Mozilla|203\.0\.113|wordpress/i);
  });

  test('a message may have several lines with colons, up to the next known field', () => {
    const text = `Name: Erika
E-Mail: erika@example.org
Nachricht: Zwei Dinge:
Erstens: das Bad.

Zweitens: die Heizung.
Telefon: 0171 2345678`;
    const { request, contact } = asked({ from: wordpress, text }).submission;
    expect(request.message).toBe('Zwei Dinge:\nErstens: das Bad.\n\nZweitens: die Heizung.');
    expect(contact.phone).toBe('0171 2345678');
  });

  test('fields that nobody knows are kept', () => {
    const text = 'Name: Erika\nE-Mail: erika@example.org\nRaumgröße: 8 m²\nNachricht: Bad';
    expect(asked({ from: wordpress, text }).submission.request.extra).toContainEqual({
      name: 'Raumgröße',
      value: '8 m²',
    });
  });

  test('the page of the form is known', () => {
    const text =
      'Name: Erika\nE-Mail: erika@example.org\nNachricht: Bad\nSeiten-URL: https://www.muster.example/kontakt';
    expect(asked({ from: wordpress, text }).submission.attribution.page).toBe(
      'https://www.muster.example/kontakt',
    );
  });

  test.each([
    [
      'a letter with a telephone number below',
      'Guten Tag,\n\nFolgendes Problem: die Heizung tropft.\n\nMit freundlichen Grüßen\nJörg Weiß\nTel: 0171 2345678\nE-Mail: joerg.weiss@customer.test',
    ],
    [
      'a letter that lists things',
      'Hallo,\nName: Weiß\nProblem: Heizung tropft\nTelefon: 0171 2345678\nE-Mail: a@b.de',
    ],
    ['one line', 'Nachricht: bitte um Rückruf'],
  ])('%s is no form', (_, text) => {
    expect(readFormMail(anIncomingMail({ text }), company)).toBeUndefined();
    expect(asked({ text })).toMatchObject({ door: 'person', submission: { source: 'email' } });
  });

  test.each([
    'Von: Karla Kunde <karla@customer.test>\nDatum: Mo., 23. Nov. 2026\nBetreff: Bad\nAn: chef@muster-haustechnik.example',
    'Von: Karla Kunde <karla@customer.test>\nGesendet: Montag, 23. November 2026 10:00\nAn: Martin Muster\nBetreff: Bad',
  ])('a letter that the owner forwards is a letter, with all its words', (header) => {
    const text = `---------- Weitergeleitete Nachricht ---------\n${header}\n\nIch brauche ein neues Bad.`;
    const owner = [{ address: 'chef@muster-haustechnik.example' }];
    const { submission, door } = asked({ from: owner, subject: 'WG: Bad', text });
    expect(door).toBe('person');
    expect(submission.contact).toMatchObject({ name: 'Karla Kunde', email: 'karla@customer.test' });
    expect(submission.request.message).toContain('Ich brauche ein neues Bad.');
  });

  test('a wrong number or address refuses nothing: it stays with the request', () => {
    const text = 'Name: Erika\nE-Mail: erika-at-example\nTelefon: -\nNachricht: Bad';
    const { submission } = asked({ from: wordpress, text });
    expect(submission.contact.name).toBe('Erika');
    expect(JSON.stringify(submission.request)).toContain('erika-at-example');
  });

  test('no field chooses the language or the source, and none is a trap', () => {
    const text =
      'Name: Erika\nE-Mail: erika@example.org\nNachricht: Bad\nlanguage: en\nsource: phone\nwebsite: https://spam.example';
    expect(asked({ from: wordpress, text }).submission).toMatchObject({
      source: 'website',
      contact: { language: 'de' },
    });
  });

  test('no text breaks it', () => {
    const line = fc.constantFrom(
      'Name:',
      'E-Mail: a@b.de',
      'Nachricht',
      '',
      '--- Telefon ---',
      'a: b: c',
      '-- ',
      '*Name*',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 30 }), (lines) => {
        expect(asked({ from: wordpress, text: lines.join('\n') }).submission.request).toBeDefined();
      }),
    );
  });
});
