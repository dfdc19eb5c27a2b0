/**
 * Which mail goes to the customer next, and when. Nothing here knows it of itself: the planner, the gate and the fold of the
 * lead are asked as the follow-up will ask them, one waking after the other, so it says what will be done.
 */
import type { Company } from '../business/company.ts';
import { type Allowed, isMailable, mayMail, type Person, type Refused } from '../lawful/may-mail.ts';
import type { MailRefusal } from '../lawful/refusals.ts';
import { type Reminded, whyNotReminded } from '../limits/reminded.ts';
import type { Suppression } from '../ports/contact-store.ts';
import { earlierOf, laterOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { isUntouched } from './acknowledging.ts';
import { isAlarm } from './actions.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';
import { candidatesFor, type DueMail } from './follow-up.ts';
import type { Lead } from './lead.ts';
import { isAsleep, isWaiting } from './list.ts';
import { isOneTimeMail } from './mail-name.ts';
import { outcomeOf } from './record-mails.ts';

export type CustomerMail = DueMail & { readonly to: 'customer' };

/** Whom the mail is to reach, and what he got of late. */
export interface Reached extends Omit<Person, 'lead' | 'suppressed'> {
  readonly suppressed?: Suppression | undefined;
  /** Reminders of the last days over all his requests: by mail address, by number. */
  readonly reminded?: readonly (readonly Reminded[])[];
}

/** Why no mail to the customer is ahead. */
export type WhyNone =
  | MailRefusal
  | 'closed'
  | 'asleep'
  | 'emergency'
  | 'not-begun'
  | 'postponed'
  | 'stalled'
  | 'owners-turn'
  | 'nothing-due';

export type Upcoming = {
  /** When the owner is next told something of it by itself; absent: before that nothing. */
  readonly ownerAt?: Moment | undefined;
} & (
  | {
      readonly mail: CustomerMail;
      /** The first of what is held until then, or the time that the follow-up wakes for it. */
      readonly at: Moment;
      /** As the lead will be then. */
      readonly lead: Lead;
      readonly may: Allowed;
    }
  | { readonly mail?: undefined; readonly why: WhyNone }
);

/** A chase each two days until it was in vain ten times, and what else may come before a mail. */
const maxSteps = 100;

/**
 * @param person what is known beside the lead.
 * @returns the mail that goes to the customer if nothing else happens before it.
 */
export function upcomingMail(lead: Lead, company: Company, now: Moment, person: Reached = {}): Upcoming {
  if (!isWaiting(lead)) return { why: whyNone(lead, person) };
  let state = lead;
  // The timer looks when it was told to, not before.
  let at = laterOf(now, lead.dueAt);
  let ownerAt: Moment | undefined;
  for (let step = 0; step < maxSteps && isWaiting(state); step++) {
    const mailable = isMailable({ lead: state, suppressed: person.suppressed?.reason });
    const candidates = candidatesFor(state, mailable, company, at);
    const due = candidates.filter((mail) => mail.at <= at);
    if (due.length === 0) {
      const later = candidates.map((mail) => mail.at).toSorted()[0];
      if (later === undefined) break;
      at = later;
      continue;
    }
    const seen = state;
    for (const { at: _, ...mail } of due) {
      if (isToCustomer(mail)) {
        const may = mayGo(seen, mail, company, at, person);
        if (may.allowed) return { mail, at, lead: seen, may, ownerAt };
        const { reason: why, until } = may;
        state = carryOut(
          state,
          [{ type: 'refuse-mail', mail: mail.mail, number: mail.number, why, until }],
          company,
          at,
        );
      } else {
        ownerAt = ownerAt === undefined ? at : earlierOf(ownerAt, at);
        state = carryOut(state, outcomeOf(mail, at), company, at);
      }
    }
  }
  return { why: whyNone(lead, person), ownerAt };
}

const isToCustomer = (mail: DueMail): mail is CustomerMail => mail.to === 'customer';

/** May it go to him at that moment? As the follow-up asks, but for the claims: who looks claims nothing. */
export function mayGo(
  lead: Lead,
  { mail, key }: CustomerMail,
  company: Company,
  at: Moment,
  { others, suppressed, reminded = [] }: Reached,
): Allowed | Refused {
  const answer = mayMail(mail, { lead, others, suppressed: suppressed?.reason }, company, at);
  if (!answer.allowed || isOneTimeMail(mail)) return answer;
  const held = reminded
    .map((one) => whyNotReminded(one, { leadId: lead.id, key }, at, company))
    .find((why) => why !== undefined);
  return held ? { allowed: false, ...held } : answer;
}

function carryOut(before: Lead, commands: readonly Command[], company: Company, now: Moment): Lead {
  return commands.reduce((lead, command) => {
    const decision = decide(lead, command, { now, by: 'system', company });
    return 'refused' in decision || decision.events.length === 0 ? lead : evolveAll(lead, decision.events);
  }, before);
}

/** The weightiest first: what ends the mails, then what they wait for. */
function whyNone(lead: Lead, { suppressed }: Reached): WhyNone {
  if (isAsleep(lead)) return 'asleep';
  if (!isWaiting(lead)) return 'closed';
  if (isAlarm(lead)) return 'emergency';
  if (lead.contact.email === undefined) return 'no-address';
  const ended = lead.mailsStopped ?? suppressed?.reason;
  if (ended !== undefined) return ended;
  if (lead.remindersPaused) return 'paused';
  if (lead.muted !== undefined && isUntouched(lead)) return 'not-begun';
  if (lead.cadence?.refused !== undefined) return lead.cadence.refused;
  if (lead.postponedUntil !== undefined) return 'postponed';
  if (lead.stalledAt !== undefined) return 'stalled';
  return lead.waitsFor === 'owner' ? 'owners-turn' : 'nothing-due';
}
