/** Which mails a step of the owner brings the customer, said before he takes it. German: only the owner reads it. */
import type { Company } from '../../domain/business/company.ts';
import { remindersLeft } from '../../domain/lawful/may-mail.ts';
import { standingVisit, toldVisit } from '../../domain/lead/cancelled-visit.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { formatDayAndTime } from './format.ts';

/** Mails can reach the customer, so a step may promise some. */
export const getsMail = (lead: Lead): boolean =>
  lead.contact.email !== undefined && lead.mailsStopped === undefined;

/** He may be reminded: he was not told that no further mail comes, and had no more than he may get. */
export const isReminded = (lead: Lead): boolean => getsMail(lead) && remindersLeft(lead) > 0;

/** What becomes of a visit that is ahead where it does not take place; `undefined`: there is none. */
export function visitOffInWords(lead: Lead, company: Company, now: Moment): string | undefined {
  const visit = standingVisit(lead, now);
  if (!visit) return undefined;
  const off = `Vorher sagt Nachfass die Besichtigung am ${formatDayAndTime(visit.startsAt, company.timeZone, 'de')} ab`;
  if (!getsMail(lead)) return `${off}. Der Kunde bekommt keine E-Mail: Bitte sagen Sie ihm am Telefon ab.`;
  return toldVisit(lead)
    ? `${off}: Dass dieser Termin entfällt, erfährt der Kunde sofort per E-Mail.`
    : `${off}.`;
}

export const sentences = (...said: readonly (string | undefined)[]): string | undefined =>
  said.filter((one) => one !== undefined).join(' ') || undefined;
