/** What a mail says: in the words that the business has for it, else in the standard ones. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import { fillIn } from '../../domain/business/mail-texts.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { BusinessPlaceholder, Placeholder, TextName } from '../../domain/lead/mail-name.ts';
import { localDate } from '../../domain/time/local-time.ts';
import { placeOfNumber } from '../dial.ts';
import { nameToGreet, phoneOf, whoIs } from '../lead-text.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { formatDate } from '../words/format.ts';
import type { Block, Phone } from './block.ts';

type Paragraphs = readonly [first: string, ...others: string[]];

export interface Words {
  readonly name: TextName;
  /** Without the reference, which every subject about a lead gets. */
  readonly subject: string;
  /** The first stands above what a mail shows and asks; to the owner it is the heading. */
  readonly paragraphs: Paragraphs;
  /** The paragraphs are the business's own. */
  readonly own: boolean;
}

interface Standard<Name extends TextName> extends Pick<Words, 'subject' | 'paragraphs'> {
  readonly name: Name;
  /** Of a mail of a rhythm; counts from 1. */
  readonly number?: number;
  readonly company: Company;
  readonly language: Language;
  /** What the business's words may name besides the business itself; `undefined`: it is not known. */
  readonly values: Readonly<Record<Exclude<Placeholder<Name>, BusinessPlaceholder>, string | undefined>>;
}

/** Subject and paragraphs, each on its own: what names something that is not known gives way to the standard words. */
export function wordsOf<Name extends TextName>(standard: Standard<Name>): Words {
  const { name, number, company, language } = standard;
  const values = {
    brand: brandOf(company),
    phone: company.phone,
    contactPerson: company.contactPerson,
    ...standard.values,
  };
  const own = (part: 'subject' | 'text') =>
    [`${name}-${number}`, name]
      .map((key) => company.texts[key]?.[language]?.[part])
      .map((text) => (text === undefined ? undefined : fillIn(multiLine(text), values)))
      .find((text) => text !== undefined);
  const text = own('text');
  const [first = '', ...others] = text?.split('\n\n') ?? [];
  return {
    name,
    subject: own('subject') ?? standard.subject,
    paragraphs: text === undefined ? standard.paragraphs : [first, ...others],
    own: text !== undefined,
  };
}

/** Longer than any letter that a customer reads. */
const longestText = 5_000;

/** The paragraphs that somebody wrote for this one mail, instead of its others. */
export function inOwnWords(words: Words, text: string | undefined): Words {
  const [first = '', ...others] = multiLine(text ?? '', longestText).split(/\n{2,}/);
  return first === '' ? words : { ...words, paragraphs: [first, ...others], own: true };
}

/** What a mail to a customer may name of his request. */
export const requestValues = (lead: Lead, company: Company) => ({
  name: nameToGreet(lead),
  reference: lead.id,
  requestedOn: formatDate(localDate(lead.capturedAt, company.timeZone), lead.contact.language),
});

/** What a mail to the owner may name of a lead. */
export const leadValues = (lead: Lead) => ({
  name: whoIs(lead.contact),
  town: visible(lead.contact.city, 60),
  customerPhone: phoneOf(lead.contact)?.text,
  reference: lead.id,
});

/** A paragraph in which the first of the numbers that it names can be dialled. */
export function paragraph(text: string, ...phones: readonly (Phone | undefined)[]): Block {
  return {
    type: 'paragraph',
    text,
    phone: phones.find((phone) => phone && placeOfNumber(text, phone.text) >= 0),
  };
}
