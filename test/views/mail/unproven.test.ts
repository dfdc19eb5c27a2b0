import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isPlausibleName } from '../../../domain/lead/quoting.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { unproven } from '../../support/own-form.ts';
import { customerMails, now } from './every-mail.ts';
import { seen } from './reading.ts';

const company = aCompany({
  texts: {
    acknowledgement: {
      de: { subject: 'Für {name}', text: 'Hallo {name},\n\nwir rufen Sie unter {customerPhone} an.' },
    },
  },
});

/** A word that stands in no mail of ours. */
const word = fc.stringMatching(/^[a-zäöü]{4,9}$/).map((text) => `${text}quax`);
const typed = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 8 }),
    fc.constantFrom(' ', '! ', '.', '/', ': ', ' & ', '\n', '.com '),
  )
  .map(([words, between]) => words.join(between));

/** Somebody who proves nothing filled in every field. */
const leadOf = (name: string, text: string): Lead => {
  const lead = aLead();
  return unproven({
    ...lead,
    contact: {
      ...lead.contact,
      name,
      phone: `089 1234567 ${text}`,
      address: text,
      postcode: text.slice(0, 20),
      city: text,
    },
    request: {
      ...lead.request,
      message: text,
      installation: text,
      timeframe: text,
      budget: text,
      kindWord: text,
      urgencyWord: text,
      extra: [{ name: text, value: text }],
    },
    attribution: { page: text, referrer: text, utm: { utm_source: text } },
  });
};

const ofRequest = ['acknowledgement', 'acknowledgement of an emergency'];

test('an unproven confirmation holds no word of its sender that is longer than a plausible name', () => {
  fc.assert(
    fc.property(typed, typed, (name, text) => {
      for (const by of [company, aCompany()]) {
        const mails = customerMails(leadOf(name, text), by);
        for (const one of ofRequest) {
          const mail = mails[one];
          if (!mail) throw new Error(`No ${one}`);
          const said = [mail.subject, mail.text, seen(mail.html)].join('\n').replace(/\s+/g, ' ');
          const shown = isPlausibleName(name) ? said.replaceAll(name.replace(/\s+/g, ' '), '') : said;
          expect(shown).not.toContain('quax');
        }
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  [{ phone: '0900 7654321' }, '7654321'],
  [{ phone: '+49 900 7654321', phoneE164: '+499007654321' }, '7654321'],
  [{ phone: '0171 5550101', phoneE164: '+491715550101' }, '5550101'],
  [{ name: 'Ruf 0900 765432 an', phone: '0900 765432' }, '765432'],
])('an unproven confirmation names no number, but that it calls: %j', (given, digits) => {
  const { phoneE164: _, ...contact } = aLead().contact;
  const lead = unproven(aLead({ capturedAt: now, contact: { ...contact, ...given } }));
  for (const by of [company, aCompany()]) {
    const mails = customerMails(lead, by);
    for (const one of ofRequest) {
      const { subject, text, html } = mails[one] ?? { subject: '', text: '', html: '' };
      const said = [subject, text, seen(html)].join('\n').replace(/\s+/g, ' ');
      expect(said.replace(/[^\d]/g, '')).not.toContain(digits);
      expect(said).toContain('unter der angegebenen Nummer');
    }
  }
});

test('nor do reminders and visits, but for the place that the owner goes to', () => {
  const text = 'Besuchen Sie unsere Seite, es lohnt sich quax';
  const { contact } = aLead();
  const lead = {
    ...leadOf('Jetzt quax gewinnen', text),
    contact: { ...contact, name: 'Jetzt quax gewinnen' },
  };
  for (const [name, mail] of Object.entries(customerMails(lead, company))) {
    expect(`${mail.subject} ${mail.text} ${mail.html} ${mail.calendar?.content ?? ''}`, name).not.toContain(
      'quax',
    );
  }
  const visit = customerMails(unproven(aLead()), company)['visit confirmation'];
  expect(visit?.text).toContain('Lindenweg 7, 80331 München');
});
