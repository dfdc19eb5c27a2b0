/** What the facts about a request are called. */
import type { Language, Salutation } from '../../domain/lead/contact.ts';
import type { Source } from '../../domain/lead/origin.ts';
import type { Kind, Urgency } from '../../domain/lead/request-kind.ts';
import type { InWords } from './languages.ts';

export const kindLabels: InWords<Kind> = {
  project: { de: 'Projekt', en: 'Project' },
  repair: { de: 'Reparatur', en: 'Repair' },
  advice: { de: 'Beratung', en: 'Advice' },
};

export const urgencyLabels: InWords<Urgency> = {
  now: { de: 'sofort', en: 'now' },
  soon: { de: 'bald', en: 'soon' },
  planned: { de: 'geplant', en: 'planned' },
};

export const sourceLabels: InWords<Source> = {
  website: { de: 'Website', en: 'Website' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Telefon', en: 'Phone' },
  'word-of-mouth': { de: 'Empfehlung', en: 'Word of mouth' },
  advertisement: { de: 'Anzeige', en: 'Advertisement' },
  'social-media': { de: 'Soziale Medien', en: 'Social media' },
  portal: { de: 'Portal', en: 'Portal' },
  other: { de: 'Sonstiges', en: 'Other' },
};

/** How the owner wants a customer to be addressed. */
export const salutationLabels: Readonly<Record<Salutation, string>> = {
  herr: 'Herr',
  frau: 'Frau',
  familie: 'Familie',
  none: 'ohne Anrede',
};

/** As the owner reads them. */
export const languageNames: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'Englisch' };

/** Before a number beside the one that is called. */
export const otherPhoneLabel = 'Weitere Nummer';

/** Before an address under which he is known as well. */
export const otherEmailLabel = 'Weitere E-Mail-Adresse';

/** What stands before a number, an address, a reference. */
export const contactLabels: InWords<'phone' | 'email' | 'address' | 'website' | 'reference'> = {
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  address: { de: 'Adresse', en: 'Address' },
  website: { de: 'Website', en: 'Website' },
  reference: { de: 'Referenz', en: 'Reference' },
};
