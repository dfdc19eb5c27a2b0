/**
 * The gate: may this mail go to this customer, and why. Nothing reaches a customer without its answer, which `sendOnce`
 * asks for. One table says which ground each class of mails needs.
 */
import type { Company } from '../business/company.ts';
import type { Lead } from '../lead/lead.ts';
import { isOver } from '../lead/list.ts';
import { type CustomerMailName, isOneTimeMail } from '../lead/mail-name.ts';
import { isPrivate } from '../lead/private-note.ts';
import { remindersOf } from '../lead/reminders.ts';
import { isClosed } from '../lead/stages.ts';
import { limits } from '../limits/figures.ts';
import type { Suppression } from '../ports/contact-store.ts';
import { addDays, earlierOf, laterOf, localDate, momentOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { addDelay } from '../time/working-time.ts';
import type { Ground, MailRefusal, Unreachable } from './refusals.ts';

/** A mail to a customer; `owner-answer`: what the owner himself wrote. */
export type GatedMail = CustomerMailName | 'owner-answer';

/** `confirmation`: the person did something, or an appointment stands. `request`: a reminder of an open request. */
type MailClass = 'confirmation' | 'request';

declare const answered: unique symbol;
/** Only the gate gives it. */
export interface Allowed {
  readonly allowed: true;
  readonly ground: Ground;
  readonly [answered]: true;
}
export interface Refused<Reason extends MailRefusal = MailRefusal> {
  readonly allowed: false;
  readonly reason: Reason;
  /** Until then; absent: as long as nothing new happens. */
  readonly until?: Moment | undefined;
}
export type GateAnswer = Allowed | Refused;

/** Whom the mail is to reach, as far as it is known. */
export interface Person {
  /** The request that the mail is about. */
  readonly lead: Lead;
  /** His other requests. */
  readonly others?: readonly Lead[] | undefined;
  /** Why no mails go to the address. */
  readonly suppressed?: Suppression['reason'] | undefined;
}

export const mailClass = (mail: GatedMail): MailClass =>
  mail === 'owner-answer' || isOneTimeMail(mail) ? 'confirmation' : 'request';

/** For each class the grounds that allow it, and what refuses it all the same, the weightiest first. */
const table: Readonly<
  Record<
    MailClass,
    {
      readonly grounds: (mail: GatedMail, person: Person) => Ground | undefined;
      readonly refusals: readonly MailRefusal[];
    }
  >
> = {
  confirmation: {
    grounds: (mail) => {
      if (mail === 'owner-answer' || mail === 'refusal') return 'owner-wrote';
      // Whoever reported an emergency hears that nobody has taken it yet.
      const answers = mail === 'acknowledgement' || mail === 'emergency-unanswered';
      return answers ? 'person-asked' : 'appointment';
    },
    // Also after a stop: it answers what was done or agreed.
    refusals: ['no-address', 'bounced', 'complained', 'disowned'],
  },
  request: {
    grounds: (_mail, { lead }) => (isClosed(lead.stage) ? undefined : 'open-request'),
    refusals: [
      'no-address',
      'bounced',
      'complained',
      'disowned',
      'stopped',
      'paused',
      'unanswered',
      'promised',
      'waiting-full',
      'too-soon',
      'other-answered',
    ],
  },
};

/**
 * May this mail go to this person now? What other requests of the same person add is asked beside it, in one step with their
 * claim (`domain/limits/reminded.ts`).
 */
export function mayMail(
  mail: 'owner-answer',
  person: Person,
  company: Company,
  now: Moment,
): Allowed | Refused<Unreachable>;
export function mayMail(mail: GatedMail, person: Person, company: Company, now: Moment): GateAnswer;
export function mayMail(mail: GatedMail, person: Person, company: Company, now: Moment): GateAnswer {
  const { grounds, refusals } = table[mailClass(mail)];
  for (const reason of refusals) {
    const stands = standing[reason]?.(person, company, now) ?? false;
    if (stands === true) return { allowed: false, reason };
    if (stands !== false) return { allowed: false, reason, until: stands };
  }
  const ground = grounds(mail, person);
  return ground === undefined ? { allowed: false, reason: 'no-open-request' } : allow(ground);
}

// The mark is for the compiler alone.
const allow = (ground: Ground): Allowed => ({ allowed: true, ground }) as Allowed;

type Stands = (person: Person, company: Company, now: Moment) => boolean | Moment;

/** What ended the mails to him: of this request, and to his address. */
const endsOf = ({ lead: { mailsStopped }, suppressed }: Person) => [mailsStopped, suppressed];

/** May he be reminded as far as he has a say in it: he has an address, it works, and he did not stop the mails? */
export const isMailable = (person: Person): boolean =>
  person.lead.contact.email !== undefined && endsOf(person).every((reason) => reason === undefined);

const stopped =
  (reason: NonNullable<Lead['mailsStopped']>): Stands =>
  (person) =>
    endsOf(person).includes(reason);

const standing: Readonly<Partial<Record<MailRefusal, Stands>>> = {
  'no-address': ({ lead }) => lead.contact.email === undefined,
  bounced: stopped('bounced'),
  complained: stopped('complained'),
  disowned: stopped('disowned'),
  stopped: stopped('stopped'),
  paused: ({ lead }) => lead.remindersPaused === true,
  unanswered: ({ lead }) => (remindersOf(lead)?.unanswered ?? 0) >= limits.reminders.unanswered,
  promised: ({ lead }) => remindersOf(lead)?.promised === true,
  'waiting-full': ({ lead }) => (remindersOf(lead)?.inWaiting ?? 0) >= limits.reminders.inWaiting,
  'too-soon': ({ lead }, company, now) => {
    const earliest = earliestReminder(lead, company);
    return earliest !== undefined && earliest > now && earliest;
  },
  'other-answered': ({ others = [] }, company, now) => {
    const until = others
      .map((other) => answerWaitsUntil(other, company))
      .filter((end) => end !== undefined && end > now)
      .reduce<Moment | undefined>(
        (last, end) => (last && end ? laterOf(last, end) : (last ?? end)),
        undefined,
      );
    // The owner may act any day: looked at again tomorrow.
    const { timeZone } = company;
    return (
      until !== undefined &&
      earlierOf(until, momentOf(addDays(localDate(now, timeZone), 1), '00:00', timeZone))
    );
  },
};

/** So long the customer's answer to another request holds the reminders, while the owner does nothing about it. */
function answerWaitsUntil(lead: Lead, company: Company): Moment | undefined {
  const { timeline } = lead;
  const replied = timeline.findLastIndex(({ type }) => type === 'customer-replied');
  const at = timeline[replied]?.at;
  if (
    at === undefined ||
    (lead.spam && isOver(lead)) ||
    timeline.slice(replied).some((event) => event.by === 'owner' && !isPrivate(event))
  )
    return undefined;
  return addDelay(company, at, limits.reminders.heldByAnswer);
}

/** No reminder of this request goes out before; `undefined`: there was none. */
export function earliestReminder(lead: Lead, company: Company): Moment | undefined {
  const lastAt = remindersOf(lead)?.lastAt;
  return lastAt === undefined || company.trial
    ? undefined
    : addDelay(company, lastAt, limits.reminders.apart);
}

/** How many reminders the customer may still get of this request, before something new happens. */
export function remindersLeft(lead: Lead): number {
  const { unanswered = 0, inWaiting = 0, promised = false } = remindersOf(lead) ?? {};
  if (promised) return 0;
  return Math.max(
    0,
    Math.min(limits.reminders.unanswered - unanswered, limits.reminders.inWaiting - inWaiting),
  );
}

/** Is the reminder that goes out next the last that the customer gets of this request before something new happens? */
export const isLastReminder = (lead: Lead): boolean => remindersLeft(lead) <= 1;
