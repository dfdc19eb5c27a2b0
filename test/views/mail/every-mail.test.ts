import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isQuotable } from '../../../domain/lead/quoting.ts';
import { namesWebsite } from '../../../domain/lead/website-address.ts';
import { addressOf } from '../../../views/lead-text.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { customerMails, ownerMails, stopUrl, viewUrl } from './every-mail.ts';
import { links, readCalendar, seen, tags } from './reading.ts';

const company = aCompany();
const german = aLead();
const english = aLead({ contact: { ...german.contact, language: 'en' } });
const words = (text: string) =>
  new Set(
    text
      .replace(/https:\S+/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu),
  );
/** Labels that only the text part needs, where HTML has a link or a sign. */
const onlyInText = new Set(['ansehen', 'telefon']);

describe.each([
  ['to a customer in German', customerMails(german, company)],
  ['to a customer in English', customerMails(english, company)],
  ['to the owner', ownerMails(german, company)],
])('every mail %s', (_to, mails) => {
  test.each(Object.entries(mails))('says the same as text and as HTML: %s', (_name, mail) => {
    const inText = words(mail.text);
    const inHtml = words(seen(mail.html));
    // The line above the card says who writes; the text part has it in the From header alone.
    const sender = words(`Nachfass · ${company.brand}`);
    expect([...inText].filter((word) => !inHtml.has(word) && !onlyInText.has(word))).toEqual([]);
    expect([...inHtml].filter((word) => !inText.has(word) && !sender.has(word))).toEqual([]);
  });

  test.each(Object.entries(mails))(
    'is followed in the list of mails by words that its subject does not say: %s',
    (_name, { subject, html }) => {
      const preheader = /<body[^>]*>\s*<div[^>]*>([^<]*?)&#847;/.exec(html)?.[1]?.trim() ?? '';
      expect([...words(preheader)].filter((word) => !words(subject).has(word)).length).toBeGreaterThan(1);
    },
  );

  test.each(Object.entries(mails))('is well formed and leads only where it should: %s', (_name, mail) => {
    tags(mail.html);
    for (const url of links(mail.html)) expect(url).toMatch(/^(https:\/\/|tel:\+?\d+$|mailto:[^@]+@)/);
  });

  test.each(Object.entries(mails))(
    'has lines that no program has to break, but for links: %s',
    (_name, mail) => {
      const long = mail.text.split('\n').filter((line) => line.length > 78 && !line.includes('https://'));
      expect(long).toEqual([]);
    },
  );
});

describe('every mail to a customer', () => {
  const mails = Object.entries({ ...customerMails(german, company) });

  test.each(mails)('names the reference, the request and who writes it: %s', (_name, { subject, text }) => {
    expect(subject).toContain(german.id);
    expect(text).toContain(german.id);
    expect(text).toMatch(/^Guten Tag Erika Muster,$/m);
    expect(text).toMatch(/^Freundliche Grüße\nMartin Muster\nMuster Haustechnik$/m);
  });

  test.each(mails)('carries the legal footer and a phone to call: %s', (_name, { text, html }) => {
    for (const particular of ['Muster Haustechnik GmbH', 'HRB 123456', 'Amtsgericht München', 'Werkstraße 5'])
      expect([text, seen(html)].map((part) => part.includes(particular))).toEqual([true, true]);
    expect(links(html)).toContain('tel:+49891234560');
  });

  test.each(mails)('knows nothing of leads, stages and automatic senders: %s', (_name, mail) => {
    expect(`${mail.subject} ${mail.text} ${seen(mail.html)}`).not.toMatch(
      /\blead\b|pipeline|opportunity|no-?reply|automatisch/i,
    );
  });

  test.each(mails.filter(([name]) => !name.startsWith('acknowledgement')))(
    'can be stopped with one visible link: %s',
    (_name, { text, html }) => {
      expect(links(html)).toContain(stopUrl);
      expect(text.split('\n')).toContain(stopUrl);
    },
  );

  test('is in English for those who want that, also without a name', () => {
    const nameless = aLead({ contact: { ...english.contact, name: undefined } });
    for (const { text, subject, html } of Object.values(customerMails(nameless, company))) {
      expect(text).toMatch(/^Hello,$/m);
      expect(html).toContain('<html lang="en">');
      expect(`${subject} ${text}`).not.toMatch(/\b(Sie|Ihre|Anfrage|Grüße|Besichtigung)\b/);
    }
  });

  test('is written without ß in Switzerland', () => {
    const swiss = aCompany({
      name: 'Muster Haustechnik AG',
      country: 'CH',
      region: 'ZH',
      timeZone: 'Europe/Zurich',
      currency: 'CHF',
      address: { street: 'Dorfweg 5', postcode: '8001', city: 'Zürich' },
      legal: { form: 'AG (CH)', uid: 'CHE-123.456.789' },
    });
    for (const { subject, text } of Object.values(customerMails(german, swiss)))
      expect(subject + text).not.toContain('ß');
  });

  test('greets nobody by an advertisement typed into the name field', () => {
    for (const name of [
      'Gewinn auf https://spam.example',
      'www.spam.example',
      'spam.example/jetzt',
      'a@b.de',
    ])
      for (const { text } of Object.values(
        customerMails(aLead({ contact: { ...german.contact, name } }), company),
      ))
        expect(text).toMatch(/^Guten Tag,$/m);
  });
});

describe('every mail to the owner', () => {
  const mails = Object.entries(ownerMails(german, company));

  test.each(mails)('has the number to call and the way to the request: %s', (_name, { html, text }) => {
    expect(links(html)).toContain('tel:+49891234567');
    expect(links(html)).toContain(viewUrl);
    expect(text).toContain('089 / 123 45 67');
    expect(text.split('\n').map((line) => line.trim())).toContain(viewUrl);
  });

  test.each(mails)('says in one line where it comes from: %s', (_name, { text }) => {
    expect(text.split('\n-- \n')[1]?.trim()).toBe(
      'Nachfass für Muster Haustechnik · Diese E-Mail sehen nur Sie, nicht die\nKundschaft.',
    );
  });

  test('has no number to tap where what was typed is no number', () => {
    const lead = aLead({ contact: { language: 'de', phone: 'steht im Telefonbuch' } });
    for (const { html, text } of Object.values(ownerMails(lead, company))) {
      expect(links(html).filter((url) => url.startsWith('tel:'))).toEqual([]);
      expect(text).toContain('steht im Telefonbuch');
    }
  });
});

describe('what strangers type', () => {
  const attack = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='alert(1)",
      '</td></tr></table><h1>Gewonnen</h1>',
      '<!--[if mso]><h1>Gewonnen</h1><![endif]-->',
      '&lt;script&gt;',
      'Erika\r\nBcc: victim@example.org',
      'Erika\r\nATTENDEE:mailto:victim@example.org',
      'Erika\nEND:VEVENT\nBEGIN:VEVENT',
      'Erika\u2028zweite Zeile\u202Edrehen',
      'Subject: Gewonnen',
    ),
  );

  /** A lead in which the stranger filled every field. */
  const leadOf = (typed: string): Lead =>
    aLead({
      contact: {
        name: `N${typed}`,
        email: 'erika@example.org',
        phone: `089 123 ${typed}`,
        address: `A${typed}`,
        postcode: `P${typed}`,
        city: `C${typed}`,
        language: 'de',
      },
      request: {
        message: `M${typed}`,
        kind: 'repair',
        kindWord: `K${typed}`,
        urgency: 'now',
        urgencyWord: `U${typed}`,
        gas: false,
        installation: `I${typed}`,
        timeframe: `T${typed}`,
        budget: `B${typed}`,
        extra: [{ name: `X${typed}`, value: `V${typed}` }],
      },
      consent: { at: german.capturedAt, wording: `W${typed}`, page: `S${typed}` },
      attribution: { page: `S${typed}`, referrer: `R${typed}`, utm: { [`utm_${typed}`]: `Z${typed}` } },
      reason: `G${typed}`,
    });

  /** Line breaks of a message are kept, and digits decide whether a number can be dialled. */
  const skeleton = (html: string) =>
    tags(html)
      .filter((tag) => tag !== '<br>')
      .map((tag) => tag.replace(/ (href|style)="[^"]*"/g, '').replace(/^<\/?(a|strong|span).*/, ''))
      .filter((tag) => tag !== '');

  const everyMail = (lead: Lead) =>
    Object.entries({
      ...customerMails(lead, company),
      ...Object.fromEntries(
        Object.entries(ownerMails(lead, company)).map(([name, mail]) => [`owner: ${name}`, mail]),
      ),
    });

  test('changes no tag, adds no line and no calendar property, in no mail', () => {
    const harmless = leadOf('x');
    const address = 'siehe www.example.org';
    /** What is not repeated leaves no tags: the harmless one is then not repeated either. */
    const alike = (lead: Lead): Lead => ({
      ...harmless,
      contact: { ...harmless.contact, ...(namesWebsite(addressOf(lead) ?? '') && { address }) },
      request: { ...harmless.request, ...(!isQuotable(lead) && { message: address }) },
    });
    fc.assert(
      fc.property(attack, (typed) => {
        const plainMails = new Map(everyMail(alike(leadOf(typed))));
        for (const [name, mail] of everyMail(leadOf(typed))) {
          const plain = plainMails.get(name);
          if (!plain) throw new Error(`No mail ${name}`);
          expect(mail.subject, name).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u);
          expect(mail.text, name).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
          expect(mail.html, name).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
          expect(skeleton(mail.html), name).toEqual(skeleton(plain.html));
          for (const url of links(mail.html)) expect(url).toMatch(/^(https:\/\/|tel:\+?\d+$|mailto:[^@]+@)/);
          expect(Object.keys(readCalendar(mail.calendar?.content ?? emptyCalendar))).toEqual(
            Object.keys(readCalendar(plain.calendar?.content ?? emptyCalendar)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never leaves half a character behind', () => {
    const lead = leadOf('🚿'.repeat(400));
    for (const [, { subject, text, html }] of everyMail(lead))
      expect([subject, text, html].every((part) => part.isWellFormed())).toBe(true);
  });
});

const emptyCalendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
