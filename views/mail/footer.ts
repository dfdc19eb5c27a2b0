/**
 * The end of a mail. A mail to a customer is a business letter and names what the law asks of the legal form; a mail to
 * the owner says in one line where it comes from.
 */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { dial } from '../dial.ts';
import { contactLabels } from '../words/labels.ts';
import { legalWords } from '../words/mails/legal-particulars.ts';
import { ownerWords } from '../words/mails/owner-frame.ts';
import type { Fact } from './block.ts';

/** What the law asks of the legal form, one particular per line. */
export function legalParticulars(company: Company, language: Language): string[] {
  const { legal } = company;
  const word = legalWords[language];
  const seat = `${word.seat}: ${company.address.city}`;
  const named = (label: string, people: readonly string[] | undefined) =>
    people?.length ? [`${label}: ${people.join(', ')}`] : [];
  const vatId = 'vatId' in legal && legal.vatId ? [`${word.vatId}: ${legal.vatId}`] : [];

  switch (legal.form) {
    // § 35a GmbHG (the UG likewise): legal form, seat, register court and number, every managing director with a first
    // name.
    case 'GmbH':
    case 'UG (haftungsbeschränkt)':
      return [
        ...formUnlessNamed(company, language),
        `${seat} · ${legal.registerCourt}, ${legal.registerNumber}`,
        ...named(word.management, legal.managingDirectors),
        ...vatId,
      ];
    // § 125 HGB: where no person answers for the partnership, the same of the company that does.
    case 'GmbH & Co. KG': {
      const { name, seat: itsSeat, registerCourt, registerNumber, managingDirectors } = legal.generalPartner;
      return [
        ...formUnlessNamed(company, language),
        `${seat} · ${legal.registerCourt}, ${legal.registerNumber}`,
        `${word.generalPartner}: ${name}`,
        `${word.seat}: ${itsSeat} · ${registerCourt}, ${registerNumber}`,
        ...named(word.management, managingDirectors),
        ...vatId,
      ];
    }
    // § 37a HGB for the merchant, § 125 HGB (until 2023 § 125a) for the partnerships: legal form, seat, court, number.
    case 'e.K.':
    case 'OHG':
    case 'KG':
      return [
        ...formUnlessNamed(company, language),
        `${seat} · ${legal.registerCourt}, ${legal.registerNumber}`,
        ...named(
          { 'e.K.': word.proprietor, OHG: word.partners, KG: word.generalPartners }[legal.form],
          legal.owners,
        ),
        ...vatId,
      ];
    // Not in the register: the people stand for the business, by their names and an address for service (§ 5 DDG).
    case 'GbR':
      return [...formUnlessNamed(company, language), ...named(word.partners, legal.owners), ...vatId];
    case 'Einzelunternehmen':
      return [...named(word.proprietor, legal.owners), ...vatId];
    // § 14 UGB: firm, legal form, seat, company register number and court.
    case 'GmbH (AT)':
    case 'e.U. (AT)':
    case 'OG (AT)':
    case 'KG (AT)':
      return [
        ...formUnlessNamed(company, language),
        `${seat} · ${word.companyNumber}: ${legal.registerNumber}, ${legal.registerCourt}`,
        ...named(legal.form === 'e.U. (AT)' ? word.proprietor : word.management, legal.managingDirectors),
        ...vatId,
      ];
    // Art. 954a OR: the firm complete and as registered, with its legal form (Art. 950 OR); the UID by Art. 3 UIDG.
    case 'GmbH (CH)':
    case 'AG (CH)':
      return [...formUnlessNamed(company, language), `${seat} · ${word.uid}: ${legal.uid}`];
    case 'Einzelfirma (CH)':
      return [`${seat} · ${word.uid}: ${legal.uid}`, ...named(word.proprietor, legal.owners)];
  }
}

/** The registered name as a rule ends in the legal form; where it does not, the footer names it. */
function formUnlessNamed(company: Company, language: Language): string[] {
  const form = company.legal.form.replace(/ \((AT|CH)\)$/, '');
  const squeezed = (text: string) => ` ${text.replace(/\. /g, '.')} `;
  return squeezed(company.name).includes(squeezed(form))
    ? []
    : [`${legalWords[language].legalForm}: ${form}`];
}

/** One line: a particular, or something with a link. */
export type FooterLine = string | Fact;

/** The footer of every mail to a customer, line by line. */
export function customerFooter(company: Company, language: Language): FooterLine[] {
  const { street, postcode, city } = company.address;
  return [
    company.name,
    `${street}, ${postcode} ${city}`,
    { label: contactLabels.phone[language], value: company.phone, url: dial(company.phone) },
    {
      label: contactLabels.email[language],
      value: company.mail.replyTo,
      url: `mailto:${company.mail.replyTo}`,
    },
    { label: contactLabels.website[language], value: company.website, url: company.website },
    ...legalParticulars(company, language),
    { label: legalWords[language].privacy, value: company.privacyUrl, url: company.privacyUrl },
  ];
}

/** The footer of every mail to the owner. */
export function ownerFooter(company: Company): FooterLine[] {
  return [ownerWords.footer(brandOf(company))];
}
