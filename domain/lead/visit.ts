/** The date of a visit: what planning it does, and what the customer knows of it. */
import type { Moment } from '../time/moment.ts';
import { begin, visitEnd } from './begin-cadence.ts';
import { toldTooLate, toldVisit } from './cancelled-visit.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead, Visit } from './lead.ts';
import type { MailName } from './mail-name.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { isClosed } from './stages.ts';

/** Until the end of the visit nothing is owed but the visit; then what it brings. */
export function planned(lead: Lead, event: EventOf<'visit-planned' | 'visit-moved'>): Lead {
  if (isClosed(lead.stage)) return renew({ ...dated(lead, event), movedAt: event.at }, event.at);
  const next = renew({ ...dated(lead, event), movedAt: event.at, waitsFor: 'owner' }, event.at);
  const { visitOver } = pipeline[lead.stage].on;
  return visitOver === 'note' ? next : begin(next, visitOver, visitEnd(event));
}

/**
 * Each date has its own mails. The one that stands keeps those that went out, and so does one that only takes longer or shorter:
 * nobody gets "Ihr Termin" and "Neuer Termin" of the same time. Nor if the date was another one meanwhile of which the customer
 * never heard.
 */
export function dated(
  given: Lead,
  { at, startsAt, durationMinutes }: Pick<EventOf<'visit-planned'>, 'at' | 'startsAt' | 'durationMinutes'>,
): Lead {
  const lead = withoutCancellation(given);
  const { visit: before, cancelledVisit } = lead;
  if (before?.startsAt === startsAt && before.durationMinutes === durationMinutes) return lead;
  const sequence = (before ?? cancelledVisit ?? { sequence: -1 }).sequence + 1;
  const visit: Visit = { startsAt, durationMinutes, plannedAt: at, sequence };
  const told = toldVisit(lead);
  const kept = before?.startsAt === startsAt ? lead.visitMails.filter(isToCustomer) : [];
  const known = told?.startsAt === startsAt && !kept.includes('confirmation');
  return {
    ...lead,
    visit,
    visitMails: known ? [...kept, 'confirmation'] : kept,
    ...(told && { visitTold: told }),
  };
}

/**
 * The entry of a new date takes the place of the old one in every calendar. Who was not told yet that the old one is off still
 * knows it.
 */
function withoutCancellation(lead: Lead): Lead {
  if (!lead.cancelledVisit?.untold) return lead;
  const { untold, told, ...rest } = lead.cancelledVisit;
  const knows = untold.includes('customer') && told;
  return { ...lead, cancelledVisit: rest, ...(knows && { visitTold: told }) };
}

type VisitMail = Lead['visitMails'][number];

const isToCustomer = (mail: VisitMail): boolean => mail === 'confirmation' || mail === 'reminder';

/** Has the customer heard of any date that stood, this one or an earlier one? Also where it is not known whether he did. */
export const hasHeardOfVisit = ({ visitTold, timeline }: Lead): boolean =>
  visitTold !== undefined ||
  timeline
    .slice(timeline.findLastIndex(isCancelled) + 1)
    .some(
      (event) =>
        (event.type === 'follow-up-sent' || event.type === 'mail-uncertain') &&
        (event.mail === 'visit-confirmation' || event.mail === 'visit-reminder'),
    );

const isCancelled = (event: LeadEvent): boolean =>
  event.type === 'visit-cancelled' || (event.type === 'undone' && event.what.includes('visit-planned'));

/** The time of the visit came, and nothing that should have told the customer of it had gone out. */
export function isVisitUntold(lead: Lead, now: Moment): boolean {
  const { visit, visitMails, visitTold, contact, mailsStopped } = lead;
  if (!visit || visit.startsAt > now || contact.email === undefined || mailsStopped) return false;
  return !visitMails.some(isToCustomer) && visitTold?.startsAt !== visit.startsAt;
}

const visitMailOf = {
  'visit-confirmation': 'confirmation',
  'visit-reminder': 'reminder',
  'owner-visit-confirmation': 'owner-confirmation',
  'owner-visit-reminder': 'owner-reminder',
} as const satisfies Partial<Record<MailName, VisitMail>>;

type Settled = EventOf<LeadEvent['type']> & { readonly number: number };

/** A mail about a visit went out, or will never; only of the date that stands it settles something. */
export function visitMailSettled(lead: Lead, event: Settled, name: keyof typeof visitMailOf): Lead {
  const mail = visitMailOf[name];
  const { visit } = lead;
  // What is said of an appointment is said as soon as there is an address for it.
  if (event.type === 'mail-rejected' && visit && isToCustomer(mail)) return lead;
  if (!visit && isToCustomer(mail)) return toldTooLate(lead, event.number, event.at);
  if (!visit || event.number !== visit.sequence + 1) return ofEarlierDate(lead, event, mail);
  const { startsAt } = visit;
  const visitMails = lead.visitMails.includes(mail) ? lead.visitMails : [...lead.visitMails, mail];
  // The owner's is the last of its mails.
  const settled: Lead = mail === 'owner-reminder' ? without(lead, 'visitKept') : lead;
  return {
    ...settled,
    visitMails,
    ...(mail === 'confirmation' && { visitTold: { startsAt, number: event.number } }),
  };
}

/**
 * It comes in late, about a date that is no longer the one. If the customer got it after what he was told of the date that stands,
 * he must be told that one again.
 */
function ofEarlierDate(lead: Lead, event: Settled, mail: VisitMail): Lead {
  const { visit, visitTold: told } = lead;
  if (mail !== 'confirmation' || !visit || !told || told.number >= event.number) return lead;
  const untold = without(lead, 'visitTold');
  if (told.startsAt !== visit.startsAt) return untold;
  return renew({ ...untold, visitMails: lead.visitMails.filter((one) => one !== 'confirmation') }, event.at);
}
