import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company, CompanyFile } from '../../../domain/business/company.ts';
import { askables } from '../../../domain/lead/askable.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { textRules } from '../../../domain/lead/mail-name.ts';
import { chase } from '../../../views/mail/chase.ts';
import { followUp } from '../../../views/mail/follow-up.ts';
import type { MailContent } from '../../../views/mail/mail-content.ts';
import { previewMail } from '../../../views/mail/preview.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, customerMails, now, ownerMails, stopUrl, viewUrl } from './every-mail.ts';
import { links, seen, tags } from './reading.ts';

type Texts = CompanyFile['texts'];

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const lead = aLead({ quotedCents: 850_000, asks: [...askables] });

const standard = aCompany();
const inOwnWords = (texts: Texts) => aCompany({ texts });

function reminded(company: Company, overrides: Partial<Lead> = {}, number = 2): MailContent {
  return followUp({
    lead: { ...lead, ...overrides },
    company,
    now,
    cadence: 'quoted',
    number,
    last: false,
    stopUrl,
  });
}

/** What stands in a mail whoever words it: all but its headings and paragraphs, and the numbers named in them. */
function duties({ html }: MailContent): string[] {
  return tags(html).filter((tag) =>
    /^<(a(?! href="tel:[^>]*class="link")|table|td|ul|li|h2|strong)\b/.test(tag),
  );
}

describe('every mail can be put in own words', () => {
  const cases = [...textRules].flatMap(([name, { to }]) =>
    (to === 'customer' ? (['de', 'en'] as const) : (['de'] as const)).map(
      (language) => [name, language] as const,
    ),
  );

  test.each(cases)('%s (%s): the words change, and nothing else', (name, language) => {
    const own = { subject: 'Eigener Betreff von {brand}', text: 'Eigener Anfang.\n\nEigenes Ende.' };
    const before = previewMail(name, language, standard);
    const after = previewMail(name, language, inOwnWords({ [name]: { [language]: own } }));
    if (!before || !after) throw new Error(`There is no mail ${name}`);
    expect(after.subject).toMatch(/^(🚨 )?Eigener Betreff von Muster Haustechnik( \[0000000000\])?$/u);
    expect(after.subject.startsWith('🚨')).toBe(before.subject.startsWith('🚨'));
    for (const said of [flat(after.text), flat(seen(after.html))])
      expect(said).toMatch(/Eigener Anfang\..*Eigenes Ende\./);
    expect(duties(after)).toEqual(duties(before));
    expect(after.text.split('\n-- \n')[1]).toBe(before.text.split('\n-- \n')[1]);
    expect(after.calendar).toEqual(before.calendar);
  });

  test('in one language, and the other keeps the standard', () => {
    const company = inOwnWords({ quoted: { en: { text: 'Own words.' } } });
    expect(reminded(company)).toEqual(reminded(standard));
  });

  test('a subject alone, or a text alone', () => {
    const subject = reminded(inOwnWords({ quoted: { de: { subject: 'Unser Angebot' } } }));
    expect(subject.subject).toBe(`Unser Angebot [${lead.id}]`);
    expect(subject.text).toBe(reminded(standard).text);
    const text = reminded(inOwnWords({ quoted: { de: { text: 'haben Sie noch Fragen?' } } }));
    expect(text.subject).toBe(reminded(standard).subject);
    expect(text.text).toContain('Guten Tag Erika Muster,\n\nhaben Sie noch Fragen?\n\nTelefon:');
    // The list of mails shows these words after the subject.
    expect(text.html).toContain('mso-hide:all">Haben Sie noch Fragen?');
  });

  test('one mail of a rhythm, or each that has no words of its own', () => {
    const company = inOwnWords({
      quoted: { de: { text: 'Jede Mail.' } },
      'quoted-2': { de: { text: 'Nur die zweite.' } },
    });
    expect(
      [1, 2, 3, 7].map((number) => /Jede Mail|Nur die zweite/.exec(reminded(company, {}, number).text)?.[0]),
    ).toEqual(['Jede Mail', 'Nur die zweite', 'Jede Mail', 'Jede Mail']);
  });

  test('a reminder to the customer is another mail than that to the owner about the same', () => {
    const company = inOwnWords({ quoted: { de: { text: 'Für die Kundschaft.' } } });
    const toOwner = { lead, now, actions, viewUrl, cadence: 'quoted', number: 2, stalls: false } as const;
    expect(chase({ ...toOwner, company })).toEqual(chase({ ...toOwner, company: standard }));
  });
});

describe('an override replaces the words, not the duties', () => {
  const shout = { subject: 'Alles ruhig', text: 'Kein Grund zur Eile.' };

  test('open questions are asked, between the first paragraph and the others', () => {
    const company = inOwnWords({ 'needs-analysis': { de: { text: 'Vorher.\n\nNachher.' } } });
    const { text } = followUp({
      lead,
      company,
      now,
      cadence: 'needs-analysis',
      number: 1,
      last: true,
      stopUrl,
    });
    expect(flat(text)).toMatch(
      /Vorher\. - Bis wann soll es fertig sein\?.*vorgesehen\? Nachher\. Das ist unsere letzte/,
    );
  });

  test('where gas may leak, what to do first stands first', () => {
    const company = inOwnWords({ 'acknowledgement-urgent': { de: shout } });
    const { text, html } = customerMails(lead, company)['acknowledgement of an emergency'] ?? {
      text: '',
      html: '',
    };
    expect(text).toMatch(/^!! /);
    expect(text.indexOf('!!')).toBeLessThan(text.indexOf('Kein Grund zur Eile.'));
    expect(links(html)).toContain('tel:+49891234569');
  });

  test('an emergency alarms its owner whatever the words', () => {
    const company = inOwnWords({ 'new-lead-alert-urgent': { de: shout }, 'chase-service': { de: shout } });
    const mails = ownerMails(lead, company);
    for (const mail of [mails['alert of an emergency'], mails['chase service']]) {
      expect(mail?.subject).toBe(`🚨 Alles ruhig [${lead.id}]`);
      expect(mail?.text).toMatch(/^🚨 Notfall/);
    }
  });

  test('the customer can leave, is greeted by name, and reads who signs', () => {
    const { text, html } = reminded(inOwnWords({ quoted: { de: shout } }));
    expect(text).toMatch(/^Guten Tag Erika Muster,$/m);
    expect(text).toMatch(/^Freundliche Grüße\nMartin Muster\nMuster Haustechnik$/m);
    expect(links(html)).toContain(stopUrl);
  });
});

describe('placeholders', () => {
  test('name what is known of the business, the request and the step', () => {
    const text =
      '{name}, Ihr Angebot über {quotedSum} zur Anfrage {reference} vom {requestedOn}: {contactPerson} von {brand} ist unter {phone} da.';
    const mail = reminded(inOwnWords({ quoted: { de: { text } } }));
    expect(flat(mail.text)).toContain(
      'Erika Muster, Ihr Angebot über 8.500 € zur Anfrage 7K2M9QX4TD vom 23. November 2026: Martin Muster von Muster Haustechnik ist unter +49 89 1234560 da.',
    );
    // The number is one to tap, as everywhere.
    expect(mail.html).toMatch(/unter <span style="white-space:nowrap"><a href="tel:\+49891234560"/);
  });

  test.each([
    ['no sum', '{quotedSum}', { quotedCents: undefined }],
    ['no name', '{name}', { contact: { ...lead.contact, name: undefined } }],
    ['an advertisement as a name', '{name}', { contact: { ...lead.contact, name: 'www.spam.example' } }],
  ])('of which one is not known give way to the standard words: %s', (_case, placeholder, unknown) => {
    const company = inOwnWords({
      quoted: { de: { subject: `Betreff ${placeholder}`, text: `Text ${placeholder}` } },
    });
    expect(reminded(company, unknown as Partial<Lead>)).toEqual(reminded(standard, unknown as Partial<Lead>));
  });

  test('stand in the words of an acknowledgement for the promise as it is', () => {
    const company = inOwnWords({ acknowledgement: { de: { text: 'Danke! {promise}\n\n{nextStep}' } } });
    const ours = flat(customerMails(lead, standard).acknowledgement?.text ?? '');
    const theirs = flat(customerMails(lead, company).acknowledgement?.text ?? '');
    const promise = ours.match(/Wir rufen Sie unter .* 202\d\. Dann .* vor Ort\./)?.[0];
    expect(promise).toBeDefined();
    expect(theirs).toContain(`Danke! ${promise}`);
    expect(theirs).not.toContain('gut bei uns angekommen');
  });
});

describe('line breaks of own words', () => {
  test('stay: a list that somebody typed is a list', () => {
    const { text, html } = reminded(
      inOwnWords({ quoted: { de: { text: 'Offen ist:\n- Fliesen\n- Termin' } } }),
    );
    expect(text).toContain('\n\nOffen ist:\n- Fliesen\n- Termin\n\n');
    expect(html).toContain('Offen ist:<br>- Fliesen<br>- Termin</p>');
  });

  test('are none in a heading', () => {
    const company = inOwnWords({ 'chase-quoted': { de: { text: 'Erste\nZeile\n\nDarunter' } } });
    const { text } = chase({
      lead,
      company,
      now,
      actions,
      viewUrl,
      cadence: 'quoted',
      number: 1,
      stalls: false,
    });
    expect(text).toMatch(/^Erste Zeile\n\nDarunter\n\n/);
  });
});

describe('whatever a business writes and a customer types', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</p></td></tr></table><h1>x</h1>',
      '"><img src=x onerror=alert(1)>',
      'Zeile\r\nBcc: a@example.org',
      '\u202Everkehrt\u2028Zeile',
      '&lt;b&gt; &amp; $& $1',
    ),
  );
  /** What the check of a business refuses is never written. */
  const written = nasty.map((text) => {
    const allowed = text.toWellFormed().replace(/[{}]|[\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/gu, '');
    return `A ${allowed} {name} Z`;
  });

  test('the mail stays whole: escaped, of one subject line, with all that it must have', () => {
    fc.assert(
      fc.property(written, nasty, (text, typed) => {
        const name = `N${typed}`;
        const subject = text.replace(/[\r\n\u2028\u2029\u0085]/gu, ' ').slice(0, 90);
        const company = inOwnWords({
          quoted: { de: { text, subject: subject.endsWith('Z') ? subject : 'S {name}' } },
        });
        const mail = reminded(company, { contact: { ...lead.contact, name } });
        expect(mail.subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u);
        expect(mail.subject).toContain(`[${lead.id}]`);
        for (const part of [mail.text, mail.html]) {
          expect(part).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(duties(mail)).toEqual(duties(reminded(standard)));
        expect(
          tags(mail.html).filter((tag) =>
            /^<(?:(?:script|img)\b|h1(?! style="margin:0;font:inherit">))/.test(tag),
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('what a customer types into his name is never a placeholder', () => {
    const company = inOwnWords({ quoted: { de: { text: 'Für {name} von {brand}.' } } });
    const { text } = reminded(company, { contact: { ...lead.contact, name: '{contactPerson} {brand}' } });
    expect(flat(text)).not.toContain('Für Martin Muster');
    expect(flat(text)).toMatch(/^Guten Tag, /);
  });
});

describe('a preview', () => {
  test.each([...textRules.keys()])('of %s is a whole mail in words that are there', (name) => {
    for (const language of ['de', 'en'] as const) {
      const mail = previewMail(name, language, standard);
      expect(flat(seen(mail?.html ?? ''))).toMatch(/Beispiel/);
      expect(mail?.text).not.toContain('undefined');
    }
  });

  test('of one mail of a rhythm is that mail', () => {
    const company = inOwnWords({ 'quoted-3': { de: { text: 'Die dritte.' } } });
    expect(previewMail('quoted-3', 'de', company)?.text).toContain('Die dritte.');
    expect(previewMail('quoted-2', 'de', company)?.text).not.toContain('Die dritte.');
  });

  test.each(['', 'angebot', 'digest-1', 'constructor'])('of %j is none', (name) => {
    expect(previewMail(name, 'de', standard)).toBeUndefined();
  });
});
