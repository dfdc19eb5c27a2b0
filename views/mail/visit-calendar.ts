/** A visit as an entry that calendars understand (RFC 5545, RFC 5546). */
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Visit } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { inCountry } from '../words/regional.ts';
import type { MailContent } from './mail-content.ts';

export interface CalendarEntry {
  readonly company: Company;
  readonly leadId: string;
  readonly visit: Pick<Visit, 'startsAt' | 'durationMinutes' | 'sequence'>;
  /** It does not take place: calendars take out the entry of the same UID. */
  readonly cancelled?: true | undefined;
  /** Becomes DTSTAMP: of two entries of one sequence the later counts. */
  readonly now: Moment;
  readonly summary: string;
  readonly description: string;
  readonly location?: string | undefined;
  /**
   * The customer who is invited, or the owner, who notes an appointment of his own.
   *
   * The customer gets a REQUEST: Gmail shows its card with the date and enters it by itself, Outlook and Apple Mail
   * offer one tap, and a REQUEST of a higher sequence moves the entry instead of adding a second one. Nobody has to
   * answer (RSVP=FALSE): the date was agreed on the phone.
   *
   * The owner gets a PUBLISH: he is the organiser, and programs treat a request from oneself as already known and
   * show nothing. His entry has a UID of its own, so that a customer's answer never touches it.
   */
  readonly for: { readonly customer: { readonly name: string; readonly email: string } } | 'owner';
}

/**
 * The calendar part of a mail. Times are in UTC: a single appointment needs no time zone definition to be right on
 * both sides of a clock change, and no program can read one wrongly.
 */
export function visitCalendar(entry: CalendarEntry): NonNullable<MailContent['calendar']> {
  const { company, visit } = entry;
  const method = entry.cancelled ? 'CANCEL' : entry.for === 'owner' ? 'PUBLISH' : 'REQUEST';
  const calendar = ical({
    prodId: { company: 'Nachfass', product: 'Nachfass', language: 'DE' },
    method: ICalCalendarMethod[method],
  });
  // Id, stamp and start are given: the library would otherwise take a random one and the time of its own clock.
  calendar.createEvent({
    id: `${entry.leadId}-${entry.for === 'owner' ? 'owner' : 'visit'}@${company.key}.nachfass`,
    sequence: visit.sequence,
    stamp: entry.now,
    start: visit.startsAt,
    end: new Date(Date.parse(visit.startsAt) + visit.durationMinutes * 60_000),
    summary: inCountry(entry.summary, company.country),
    description: inCountry(entry.description, company.country),
    location: entry.location ?? null,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: brandOf(company), email: company.mail.replyTo },
    attendees:
      entry.for === 'owner'
        ? []
        : [{ ...entry.for.customer, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }],
  });
  return { method, content: `${calendar.toString()}\r\n` };
}
