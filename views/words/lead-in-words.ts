/** A lead as the mails show it: cleaned of what does not belong on a page, with links to dial, write and find. */

import type { Lead } from '../../domain/lead/lead.ts';
import { excerpt, type LeadSummary } from '../../domain/lead/summary.ts';
import type { Fact, Phone } from '../mail/block.ts';
import { formatDay, formatTime } from './display.ts';
import { stageLabels } from './stages.ts';
import { multiLine, singleLine, visible } from './visitor-text.ts';

/** The longest name a subject or a greeting carries. */
const nameLength = 80;

type Reachable = Pick<LeadSummary, 'name' | 'email' | 'phone' | 'phoneE164'>;

/** What to call somebody towards the owner: the name, else whatever tells them apart. */
export function whoIs(person: Reachable): string {
  return (
    visible(person.name, nameLength) ??
    visible(person.phone, nameLength) ??
    visible(person.email, nameLength) ??
    'Unbekannt'
  );
}

/**
 * How to greet a customer: `Guten Tag Erika Muster,` without guessing a gender. Whoever writes an address of the web
 * into the name field wants our mails to carry an advertisement: no name then.
 */
export function greeting(lead: Lead): string {
  const { language } = lead.contact;
  const name = visible(lead.contact.name, nameLength + 1);
  const hello = language === 'de' ? 'Guten Tag' : 'Hello';
  const usable = name && name.length <= nameLength && !/:\/\/|www\.|@|\.[a-z]{2,}(\/|$)/iu.test(name);
  return usable ? `${hello} ${name},` : `${hello},`;
}

/** A number to dial: E.164 where it is known, else the digits as typed, if they are enough to be a number. */
export function phoneOf(person: Pick<Reachable, 'phone' | 'phoneE164'>): Phone | undefined {
  const text = visible(person.phone, 60) ?? visible(person.phoneE164);
  if (!text) return undefined;
  return { text, url: person.phoneE164 ? dial(person.phoneE164) : dial(text) };
}

/**
 * The `tel:` address of a number in any spelling; none for what has fewer digits than an emergency call, or more than
 * any number (15, E.164).
 */
export function dial(number: string): string | undefined {
  const international = number.trim().startsWith('+');
  const digits = (international ? number.replace('(0)', '') : number).replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 15) return undefined;
  return `tel:${international ? '+' : ''}${digits}`;
}

/** Street, postcode and town on one line. */
export function addressOf({ contact }: Pick<Lead, 'contact'>): string | undefined {
  const town = [visible(contact.postcode, 20), visible(contact.city)].filter(Boolean).join(' ');
  return [visible(contact.address), town].filter(Boolean).join(', ') || undefined;
}

/** A map that phones open in their app. */
function mapUrl(address: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
}

/** Phone, mail and address, each as a link; what is unknown is left out. */
export function waysToReach(lead: Lead): Fact[] {
  const phone = phoneOf(lead.contact);
  const email = visible(lead.contact.email);
  const address = addressOf(lead);
  return [
    ...(phone ? [{ label: 'Telefon', value: phone.text, url: phone.url }] : []),
    ...(email ? [{ label: 'E-Mail', value: email, url: writeTo(email, lead.id) }] : []),
    ...(address ? [{ label: 'Adresse', value: address, url: mapUrl(address) }] : []),
  ];
}

function writeTo(email: string, reference: string): string {
  const at = email.lastIndexOf('@');
  const address = `${encodeURIComponent(email.slice(0, at))}@${encodeURIComponent(email.slice(at + 1))}`;
  return `mailto:${address}?subject=${encodeURIComponent(`Ihre Anfrage [${reference}]`)}`;
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

/** What last happened to the lead by somebody's hand, for the owner; our own mails are no step. */
export function lastStep(lead: Lead, timeZone: string): string | undefined {
  for (const event of lead.timeline.toReversed()) {
    const step = stepInWords(event);
    if (step) return `${step}, ${formatDay(event.at, timeZone, 'de')}, ${formatTime(event.at, timeZone)}`;
  }
  return undefined;
}

function stepInWords(event: Lead['timeline'][number]): string | undefined {
  switch (event.type) {
    case 'captured':
      return 'Anfrage eingegangen';
    case 'resubmitted':
      return 'Anfrage ergänzt';
    case 'moved':
      return `auf „${stageLabels[event.to].de}“ gesetzt`;
    case 'value-changed':
      return 'Wert geändert';
    case 'details-changed':
      return 'Angaben ergänzt';
    case 'contact-attempted':
      return event.reached ? 'telefonisch erreicht' : 'angerufen, nicht erreicht';
    case 'visit-planned':
      return 'Besichtigung geplant';
    case 'postponed':
      return 'auf später gelegt';
    case 'customer-replied':
      return 'Antwort bekommen';
    case 'mail-bounced':
      return 'E-Mail kam nicht an';
    case 'stopped':
      return 'möchte keine E-Mails mehr';
    case 'confirmed':
      return 'Einsatz übernommen';
    default:
      return undefined;
  }
}
