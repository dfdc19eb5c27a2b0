/** The date of a visit: what planning it does, and what the customer knows of it. */
import type { Moment } from '../time/moment.ts';
import { begin, visitEnd } from './begin-cadence.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead, Visit } from './lead.ts';
import type { MailName } from './mail-name.ts';
import { pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';

/** Until the end of the visit nothing is owed but the visit; then what it brings. */
export function planned(lead: Lead, event: EventOf<'visit-planned'>): Lead {
  const next = renew({ ...dated(lead, event), movedAt: event.at, waitsFor: 'owner' }, event.at);
  const { visitOver } = pipeline[lead.stage].on;
  return visitOver === 'note' ? next : begin(next, visitOver, visitEnd(event));
}

/**
 * Each date has its own mails. The one that stands keeps those that went out, and so does one that only takes longer or shorter:
 * nobody gets "Ihr Termin" and "Neuer Termin" of the same time. Nor if the date was another one meanwhile of which the customer
 * never heard.
 */
function dated(lead: Lead, { at, startsAt, durationMinutes }: EventOf<'visit-planned'>): Lead {
  const { visit: before } = lead;
  if (before?.startsAt === startsAt && before.durationMinutes === durationMinutes) return lead;
  const sequence = before ? before.sequence + 1 : 0;
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

type VisitMail = Lead['visitMails'][number];

const isToCustomer = (mail: VisitMail): boolean => mail === 'confirmation' || mail === 'reminder';

/** Of a lead of earlier releases the mails of its visit tell it. */
function toldVisit({ visit, visitMails, visitTold }: Lead): Lead['visitTold'] {
  if (visitTold) return visitTold;
  return visit && visitMails.includes('confirmation')
    ? { startsAt: visit.startsAt, number: visit.sequence + 1 }
    : undefined;
}

/** Has the customer heard of any date, this one or an earlier one? Also where it is not known whether he did. */
export const hasHeardOfVisit = ({ visitTold, timeline }: Lead): boolean =>
  visitTold !== undefined ||
  timeline.some(
    (event) =>
      (event.type === 'follow-up-sent' || event.type === 'mail-uncertain') &&
      (event.mail === 'visit-confirmation' || event.mail === 'visit-reminder'),
  );

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
  if (!visit || event.number !== visit.sequence + 1) return ofEarlierDate(lead, event, mail);
  const { startsAt } = visit;
  const visitMails = lead.visitMails.includes(mail) ? lead.visitMails : [...lead.visitMails, mail];
  return {
    ...lead,
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
