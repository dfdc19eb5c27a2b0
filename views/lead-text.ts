/**
 * A lead as mails and pages show it: cleaned of what does not belong on a page, with links to dial, write and find.
 */
import type { Lead } from '../domain/lead/lead.ts';
import { addressedAs, salutationOf } from '../domain/lead/person-name.ts';
import { noteInstead } from '../domain/lead/private-note.ts';
import { isLineQuotable, isPlausibleName, isProven, isQuotable } from '../domain/lead/quoting.ts';
import { excerpt, type LeadSummary } from '../domain/lead/summary.ts';
import { dial } from './dial.ts';
import type { Fact, Phone } from './mail/block.ts';
import { multiLine, singleLine, visible } from './visitor-text.ts';
import {
  hello,
  notedPerson,
  saidSalutations,
  unknownPerson,
  whoCalled,
  yourRequest,
} from './words/addressing.ts';
import { earlierPhone } from './words/known-person.ts';
import { contactLabels, otherEmailLabel, otherPhoneLabel } from './words/labels.ts';

/** The longest name a subject or a greeting carries. */
const nameLength = 80;

type Reachable = Pick<LeadSummary, 'name' | 'email' | 'phone' | 'phoneE164'>;

/** As much of a note as stands for a name in a subject (`nameplate.ts`). */
const noteLength = 30;

/** What to call somebody towards the owner: the name, else whatever tells them apart, a note if there is nothing else. */
export function whoIs(person: Reachable & Pick<LeadSummary, 'note'>): string {
  const note = excerpt(visible(person.note), noteLength);
  return (
    visible(person.name, nameLength) ??
    visible(person.phone, nameLength) ??
    visible(person.email, nameLength) ??
    (note === undefined ? unknownPerson : notedPerson(note))
  );
}

/** The same of a lead, for the business alone: no customer reads a note. */
export const whoseRequest = (lead: Lead): string => whoIs({ ...lead.contact, note: noteInstead(lead) });

/** Who it is in a sentence: of somebody of whom there is only a note, that he called. */
export function personOf(lead: Lead): string {
  const who = whoIs(lead.contact);
  return who === unknownPerson && noteInstead(lead) !== undefined ? whoCalled : who;
}

/** The note in its place where the customer said nothing: not in what he could be sent back below an answer. */
export const noteToShow = (lead: Lead): string | undefined =>
  lead.contact.email === undefined ? multiLine(noteInstead(lead) ?? '', 1_000) || undefined : undefined;

/**
 * The name of a customer as a mail to him may have it: only one that people have. Whoever writes an address of the web
 * into the name field wants our mails to carry an advertisement; a firm, a number or a sentence is nobody's name.
 */
export function nameToGreet(lead: Lead): string | undefined {
  const { name: given, familyName, salutation = 'none' } = lead.contact;
  // Nobody is greeted by his family name alone.
  if (given !== undefined && given === familyName && salutation === 'none') return undefined;
  const name = saluted(addressedAs(visible(given, nameLength + 1) ?? ''), lead.contact);
  // Unproven, anything else than a name may be a message to whom the address belongs. A few digits are none.
  const isMessage =
    name !== undefined &&
    !isProven(lead) &&
    !isPlausibleName(name.replace(/(?<=\p{L})\d{1,3}(?=\s|$)/gu, ''));
  return isMessage ? undefined : name;
}

/** As the owner wants him to be addressed, whatever stands before the name. */
function saluted(name: string | undefined, { salutation, language }: Lead['contact']): string | undefined {
  if (name === undefined || salutation === undefined) return name;
  const [first = '', ...rest] = name.split(' ');
  const bare = salutationOf(first) === undefined || rest.length === 0 ? name : rest.join(' ');
  return [saidSalutations[language][salutation], bare].filter(Boolean).join(' ');
}

/** How to greet a customer: `Guten Tag Erika Muster,` without guessing a gender. */
export function greeting(lead: Lead): string {
  const name = nameToGreet(lead);
  return name === undefined ? `${hello[lead.contact.language]},` : `${hello[lead.contact.language]} ${name},`;
}

/** A number to dial: E.164 where it is known, else the digits as typed, if they are enough to be a number. */
export function phoneOf(person: Pick<Reachable, 'phone' | 'phoneE164'>): Phone | undefined {
  const text = visible(person.phone, 60) ?? visible(person.phoneE164);
  if (!text) return undefined;
  return { text, url: person.phoneE164 ? dial(person.phoneE164) : dial(text) };
}

/** Whom the owner calls: the number of this request, else the one that is known from an earlier one. Nothing for a customer. */
export function phoneToCall(person: Pick<LeadSummary, 'phone' | 'phoneE164' | 'known'>): Phone | undefined {
  return phoneOf(person) ?? (person.known?.phone && phoneOf(person.known.phone));
}

/** The same of a lead, and whether the number is of an earlier request. */
export function callOf({ contact, known }: Pick<Lead, 'contact' | 'known'>) {
  const phone = phoneToCall({ ...contact, known });
  return phone && { phone, isEarlier: phoneOf(contact) === undefined };
}

/** More numbers that he named; the first one is called. */
const otherPhonesOf = ({ contact }: Pick<Lead, 'contact'>): readonly Phone[] =>
  (contact.otherPhones ?? []).flatMap((one) => phoneOf(one) ?? []);

/** A number as a mail to the customer repeats it: one that nobody has proven may be a stranger's, and dear to call. */
export const phoneToRepeat = (lead: Lead): Phone | undefined =>
  isProven(lead) ? phoneOf(lead.contact) : undefined;

/** What was asked, as a mail to the customer repeats it. */
export const messageToRepeat = (lead: Lead, length: number): string | undefined =>
  isQuotable(lead) ? messageOf(lead, length) : undefined;

/** Street and town, as a mail to the customer repeats them. */
export function addressToRepeat(lead: Lead): string | undefined {
  const address = addressOf(lead);
  return address !== undefined && isLineQuotable(address, lead) ? address : undefined;
}

/** Street, postcode and town on one line. */
export function addressOf({ contact }: Pick<Lead, 'contact'>): string | undefined {
  const town = [visible(contact.postcode, 20), visible(contact.city)].filter(Boolean).join(' ');
  return [visible(contact.address), town].filter(Boolean).join(', ') || undefined;
}

/** The street of an address on one line, for a subject. */
export const streetOf = (address: string | undefined): string | undefined => address?.split(', ')[0];

/** A map that phones open in their app. */
export function mapUrl(address: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
}

/**
 * Phone, mail and address for the owner, each as a link; what is unknown is left out.
 * @param writeTo our address of the lead, so that what he writes goes through it and the answer stays there; absent: he writes to
 *   the customer himself.
 */
export function waysToReach(lead: Lead, writeTo?: string): Fact[] {
  const call = callOf(lead);
  const email = visible(lead.contact.email);
  const address = addressOf(lead);
  return [
    ...(call
      ? [
          {
            label: call.isEarlier ? earlierPhone : contactLabels.phone.de,
            value: call.phone.text,
            url: call.phone.url,
          },
        ]
      : []),
    ...otherPhonesOf(lead).map(({ text, url }) => ({ label: otherPhoneLabel, value: text, url })),
    ...(email
      ? [{ label: contactLabels.email.de, value: email, url: mailTo(writeTo ?? email, lead.id) }]
      : []),
    // To be known by, not to be written to: he asked under the other one.
    ...(lead.contact.otherEmails ?? []).flatMap((other) => {
      const value = visible(other);
      return value === undefined ? [] : [{ label: otherEmailLabel, value }];
    }),
    ...(address ? [{ label: contactLabels.address.de, value: address, url: mapUrl(address) }] : []),
  ];
}

function mailTo(email: string, reference: string): string {
  const at = email.lastIndexOf('@');
  const address = `${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(email.slice(at + 1))}`;
  return `mailto:${address}?subject=${encodeURIComponent(`${yourRequest.de} [${reference}]`)}`;
}

/** What was asked, with its paragraphs. */
export function messageOf(lead: Lead, length?: number): string | undefined {
  return multiLine(lead.request.message ?? '', length) || undefined;
}

/** The first words of what was asked. */
export function briefly(lead: Lead, length: number): string | undefined {
  return excerpt(singleLine(lead.request.message ?? '', 10_000), length);
}

/** A subject of one line, short enough for a phone to show most of it, and findable by the reference. */
export function subjectLine(text: string, reference: string): string {
  return `${singleLine(text, 140)} [${reference}]`;
}
