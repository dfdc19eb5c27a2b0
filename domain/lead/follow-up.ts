/** What is due for a lead now, and when to look next. The heart of the follow-up; asked again before every mail. */

import { type Company, cadenceOf } from '../business/company.ts';
import { earliestReminder, isLastReminder } from '../lawful/may-mail.ts';
import { limits } from '../limits/figures.ts';
import { isVisitInDoubt } from '../listening/visit-in-doubt.ts';
import { nextChaseTime } from '../report/chase-times.ts';
import { addDays, addDuration, earlierOf, laterOf, localDate } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import {
  addDelay,
  gapBetween,
  isOpen,
  lastWorkingDayBefore,
  nextOpening,
  openingOn,
} from '../time/working-time.ts';
import { isUntouched } from './acknowledging.ts';
import { isAlarm } from './actions.ts';
import { wishFor } from './ahead-mail.ts';
import { handoverMails } from './assigning.ts';
import type { Cadence } from './cadence.ts';
import { standingVisit } from './cancelled-visit.ts';
import { callToTell } from './captured-call.ts';
import type { MailOutcome } from './command.ts';
import { declinedTimes, refusalKey } from './declining.ts';
import {
  type Called,
  calledAt,
  chainBegins,
  chainDueAt,
  isChain,
  unansweredSince,
} from './emergency-chain.ts';
import { alarmGeneration } from './late-mails.ts';
import type { Lead, RunningCadence } from './lead.ts';
import { acknowledgementKey, type CustomerMailName, type MailName, type OwnerMailName } from './mail-name.ts';
import { cadences, datedCadences, mayGoToCustomers, pipeline } from './pipeline.ts';
import { untold } from './resubmission.ts';
import { isClosed } from './stages.ts';
import { toldOfTaking } from './taking.ts';

/** To whom which mail goes. */
type Addressed =
  | { readonly to: 'customer'; readonly mail: CustomerMailName }
  | { readonly to: 'owner'; readonly mail: OwnerMailName };

/** A mail that is due now. */
export type DueMail = Addressed & {
  readonly type: MailOutcome['type'];
  /** Counts from 1 within its name. */
  readonly number: number;
  /** Key in the mail log: the same mail has the same key, whoever asks and however often. */
  readonly key: string;
  /** The last mail of its cadence: the lead is stalled after it. */
  readonly last: boolean;
  /** It goes out with all else that is due for whoever gets it. */
  readonly bundled?: true;
  /** Of an emergency that nobody has taken on: who is called. Absent: the mail goes where all others go. */
  readonly calls?: Called;
};

export interface FollowUpPlan {
  readonly mails: readonly DueMail[];
  /** When to look again if nothing else happens. At most 300 days ahead. */
  readonly dueAt: Moment;
}

/** Waits of the state machine stay far below the one-year limit of an execution. */
const maxWaitDays = 300;

/**
 * When mail number `sent + 1` of a cadence is due; `undefined` if there is none.
 *
 * Counted from the start of the cadence, but never closer to the mail before than the cadence says: after an outage
 * of a week the customer gets one reminder, not two at once.
 */
function cadenceDueAt(
  company: Company,
  cadence: Cadence,
  running: RunningCadence,
  firstToldAt: Moment | undefined,
): Moment | undefined {
  const { after, thenEach } = cadence;
  const start = datedCadences.includes(running.name)
    ? nextOpening(company, running.startedAt)
    : laterOf(running.startedAt, firstToldAt ?? running.startedAt);
  // Of one that began anew the customer may have had all: then the owner is told once.
  const delay = after[running.sent] ?? (running.lastSentAt === undefined ? after.at(-1) : undefined);
  if (delay === undefined) {
    if (!thenEach) return undefined;
    return addDelay(company, running.lastSentAt ?? start, thenEach);
  }
  const planned = addDelay(company, start, delay);
  const before = after[running.sent - 1];
  if (before === undefined || running.lastSentAt === undefined) return planned;
  return laterOf(planned, addDelay(company, running.lastSentAt, gapBetween(delay, before)));
}

/**
 * When the visit's reminder is due: when the business opens on the day before, or on the last working day before a
 * visit that follows a week-end or holiday. A visit planned later than that needs no reminder: its confirmation is one.
 */
function visitReminderAt(company: Company, lead: Lead): Moment | undefined {
  const { visit } = lead;
  if (!visit) return undefined;
  const dayOfVisit = localDate(visit.startsAt, company.timeZone);
  const dayBefore = addDays(dayOfVisit, -1);
  const opening =
    openingOn(company, dayBefore) ?? openingOn(company, lastWorkingDayBefore(company, dayOfVisit));
  return opening !== undefined && opening > visit.plannedAt ? opening : undefined;
}

export type Candidate = DueMail & { readonly at: Moment };

const once = <Name extends MailName>(mail: Name) => ({ mail, number: 1, key: `g1#${mail}#1`, last: false });

/**
 * An owner may be faster than the workflow: a lead that he moved within this time is acknowledged all the same. Later
 * it would only confuse, e.g. when an address becomes known in the middle of a sale.
 */
const acknowledgedWithin = 'PT1H';

/**
 * The answer to the request and the alert: at once, day and night. An owner who has acted needs no alert, but hears of what was
 * corrected since.
 */
function firstMails(lead: Lead, mailable: boolean, company: Company, now: Moment): Candidate[] {
  const candidates: Candidate[] = [];
  const untouched = isUntouched(lead);
  const again = lead.answerAgain !== undefined;
  const recent = again || now <= addDuration(lead.capturedAt, acknowledgedWithin);
  const byItself =
    (untouched || (recent && !isClosed(lead.stage))) && !lead.muted && lead.acknowledgement !== 'withheld';
  if (
    (byItself || lead.acknowledgement === 'requested') &&
    mailable &&
    (again || lead.acknowledgedAt === undefined)
  ) {
    candidates.push({
      ...once('acknowledgement'),
      key: acknowledgementKey(lead),
      type: 'acknowledged',
      to: 'customer',
      at: lead.capturedAt,
    });
  }
  // Whoever agrees on a visit in a call has begun with it, and nobody else knows of it.
  const isNews = untouched || (callToTell(lead) !== undefined && !isClosed(lead.stage));
  if (isNews && !lead.alertedAt) candidates.push(alert(lead, company));
  else if (untold(lead) > 0) candidates.push(correction(lead, company));
  return candidates;
}

/** What became an emergency later has an alert of its own; each says how many corrections it tells with it. */
function alert(lead: Lead, company: Company): Candidate {
  const mail = 'new-lead-alert';
  const { alarm } = pipeline[lead.stage];
  const generation = alarm ? alarmGeneration(lead.cadence) : 1;
  const at = alarm ? chainBegins(company, lead) : lead.capturedAt;
  const number = 1 + (lead.corrections?.count ?? 0);
  const key = `g${generation}#${mail}#${number}`;
  return { mail, number, key, last: false, type: 'owner-alerted', to: 'owner', at };
}

/** Whoever corrects one thing soon corrects another; an emergency does not wait for it. */
const correctedFor = 'PT2M';

function correction(lead: Lead, company: Company): Candidate {
  const mail = 'request-corrected';
  const { count: number, since } = lead.corrections ?? { count: 1, since: lead.movedAt };
  const { alarm } = pipeline[lead.stage];
  const at = alarm ? laterOf(since, chainBegins(company, lead)) : addDuration(since, correctedFor);
  return { mail, number, key: `g1#${mail}#${number}`, last: false, type: 'owner-informed', to: 'owner', at };
}

/** Nobody has taken it yet: the customer hears once more, and how to reach somebody. */
function unanswered(lead: Lead, company: Company, now: Moment): Candidate[] {
  const at = unansweredSince(company, lead, now);
  if (at === undefined) return [];
  const mail = 'emergency-unanswered';
  const key = `g${alarmGeneration(lead.cadence)}#${mail}#1`;
  return [{ mail, number: 1, key, last: false, type: 'follow-up-sent', to: 'customer', at }];
}

/** Whoever was called, too, need not call any more. */
function taking(lead: Lead, company: Company): Candidate[] {
  if (toldOfTaking(company, lead).length === 0 || lead.confirmedAt === undefined) return [];
  const mail = 'emergency-taken';
  const key = `g${alarmGeneration(lead.cadence)}#${mail}#1`;
  return [{ mail, number: 1, key, last: false, type: 'owner-informed', to: 'owner', at: lead.confirmedAt }];
}

/** How to call back came later than the emergency itself. */
function numberArrived({ untoldNumber: number, stage, cadence, movedAt }: Lead): Candidate[] {
  if (number === undefined || !pipeline[stage].alarm) return [];
  const mail = 'emergency-number';
  const key = `g${alarmGeneration(cadence)}#${mail}#${number}`;
  return [{ mail, number, key, last: false, type: 'owner-informed', to: 'owner', at: movedAt }];
}

/** In the words of the rhythm that begins elsewhere. Of each address that a lead had, there is one such mail. */
function disowning({ timeline, movedAt: at }: Lead): Candidate {
  const mail = 'bounced';
  const number = timeline.filter(({ type }) => type === 'disowned').length;
  const key = `disowned#${mail}#${number}`;
  return { mail, number, key, last: false, type: 'owner-informed', to: 'owner', at };
}

/**
 * When the first mail to this person went out, if that was late: whoever has just heard of a request for the first time is not
 * reminded of it in the same minute.
 */
function lateFirstMail(lead: Lead, to: Addressed['to']): Moment | undefined {
  const toldAt = to === 'owner' ? lead.alertedAt : lead.acknowledgedAt;
  return toldAt !== undefined && toldAt > addDuration(lead.capturedAt, acknowledgedWithin)
    ? toldAt
    : undefined;
}

/**
 * A key that no mail before had. A rhythm that began twice in one generation, and an appointment that one address refused, have
 * keys of their own each time: what was told of one occasion does not count as told of the next.
 */
function ownKey({ timeline }: Lead, occasion: string, mail: MailName, number: number): string {
  const used = new Set(timeline.map((event) => ('key' in event ? event.key : undefined)));
  let key = `${occasion}#${mail}#${number}`;
  for (let round = 2; used.has(key); round++) key = `${occasion}.${round}#${mail}#${number}`;
  return key;
}

/** A lead that was put off or moved back before the visit has none to be reminded of. */
function visitStands(lead: Lead, now: Moment): boolean {
  return standingVisit(lead, now) !== undefined;
}

/** Is a reminder of the visit that is ahead due later? */
export const hasReminderAhead = (
  lead: Lead,
  { now, company }: { readonly now: Moment; readonly company: Company },
): boolean => visitStands(lead, now) && (visitReminderAt(company, lead) ?? now) > now;

/** What the owner chose to tell the customer of the end. */
function refusal(lead: Lead, mailable: boolean): Candidate[] {
  const { refusalDue, declined } = lead;
  if (!refusalDue || !declined || !mailable) return [];
  const number = declinedTimes(lead);
  const mail = 'refusal';
  const key = refusalKey(lead);
  return [{ mail, number, key, last: false, type: 'follow-up-sent', to: 'customer', at: declined.at }];
}

/** Who has the date of a visit that is off is told; the owner last, also that no mail reaches the customer. */
function cancellationMails(lead: Lead, mailable: boolean, now: Moment): Candidate[] {
  const { cancelledVisit, movedAt: at } = lead;
  // The refusal tells it, too.
  if (!cancelledVisit?.untold || refusal(lead, mailable).length > 0) return [];
  const number = cancelledVisit.sequence + 1;
  const isForCustomer =
    cancelledVisit.untold.includes('customer') && mailable && cancelledVisit.startsAt > now;
  const addressed: Addressed = isForCustomer
    ? { to: 'customer', mail: 'visit-cancelled' }
    : { to: 'owner', mail: 'owner-visit-cancelled' };
  const type = isForCustomer ? 'follow-up-sent' : 'owner-informed';
  const key = ownKey(lead, 'visit', addressed.mail, number);
  return [{ ...addressed, type, number, key, last: false, at }];
}

function visitMails(lead: Lead, mailable: boolean, company: Company, now: Moment): Candidate[] {
  const { visit, visitMails: settled } = lead;
  if (!visit || !visitStands(lead, now)) return [];
  const candidates: Candidate[] = [];
  // Each date of a visit has its own mails; the sequence tells them apart.
  const number = visit.sequence + 1;
  const offer = (name: (typeof settled)[number], addressed: Addressed, at: Moment) => {
    const { to, mail } = addressed;
    if (settled.includes(name) || (to === 'customer' && !mailable)) return;
    const type = to === 'customer' ? 'follow-up-sent' : 'owner-informed';
    const key = ownKey(lead, 'visit', mail, number);
    const hurriedAt = to === 'customer' ? wishFor(lead, key)?.hurriedAt : undefined;
    candidates.push({ ...addressed, type, number, key, last: false, at: hurriedAt ?? at });
  };
  /** A confirmation that goes out as late as the reminder, or has, is one. */
  const isReminded = (name: (typeof settled)[number], confirmation: MailName, reminderAt: Moment) =>
    !settled.includes(name) || settledAt(lead, confirmation, number) >= reminderAt;
  // An arrangement just made is confirmed at once, also in the evening: it answers what the owner and the customer
  // agreed, it does not remind.
  offer('confirmation', { to: 'customer', mail: 'visit-confirmation' }, visit.plannedAt);
  offer('owner-confirmation', { to: 'owner', mail: 'owner-visit-confirmation' }, visit.plannedAt);
  const reminderAt = visitReminderAt(company, lead);
  if (reminderAt !== undefined) {
    const at = now > reminderAt ? nextOpening(company, now) : reminderAt;
    const isDue = at <= now;
    if (at < visit.startsAt) {
      const mayRemind = !isDue || !isReminded('confirmation', 'visit-confirmation', reminderAt);
      if (mayRemind && !isVisitInDoubt(lead)) {
        offer('reminder', { to: 'customer', mail: 'visit-reminder' }, at);
      }
      if (!isDue || !isReminded('owner-confirmation', 'owner-visit-confirmation', reminderAt)) {
        offer('owner-reminder', { to: 'owner', mail: 'owner-visit-reminder' }, at);
      }
    }
  }
  return candidates;
}

/** When this mail went out, as far as anybody knows; of what the timeline no longer tells, long ago. */
function settledAt({ timeline, capturedAt }: Lead, mail: MailName, number: number): Moment {
  const settled = timeline.findLast(
    (event) =>
      'key' in event && event.type !== 'mail-rejected' && event.mail === mail && event.number === number,
  );
  return settled?.at ?? capturedAt;
}

function cadenceMail(
  lead: Lead,
  mailable: boolean,
  company: Company,
  now: Moment,
  ringsWithOthers: boolean,
): Candidate | undefined {
  const running = lead.cadence;
  if (!running || lead.stalledAt || (ringsWithOthers && isAlarm(lead))) return undefined;
  const cadence = cadenceOf(company, running.name);
  const number = running.sent + 1;
  const { name } = running;
  // Whoever is muted hears nothing before the owner has acted, also of a business that reminds new customers itself.
  const waits = lead.muted !== undefined && isUntouched(lead);
  const mayRemind = mailable && !waits && !lead.remindersPaused && !running.refused;
  const addressed: Addressed =
    cadence.to === 'customer' && mayRemind && mayGoToCustomers(name)
      ? { to: 'customer', mail: name }
      : { to: 'owner', mail: name };
  const toCustomer = addressed.to === 'customer';
  const key = ownKey(lead, `g${running.generation}`, name, number);
  const inTurn = isChain(name)
    ? chainDueAt(company, lead, running)
    : cadenceDueAt(company, cadence, running, lateFirstMail(lead, addressed.to));
  if (inTurn === undefined) return undefined;
  const planned = toCustomer ? (wishFor(lead, key)?.hurriedAt ?? inTurn) : inTurn;
  const held = toCustomer
    ? [lead.bounceReport?.heldUntil, running.heldUntil, earliestReminder(lead, company)]
    : [];
  // What waits of the owner will change whose turn it is.
  const due = [...held, lead.answerHeld?.until]
    .filter((until) => until !== undefined)
    .reduce(laterOf, planned);
  // What was due outside the window, or is found late, waits for the window: checked now, not when the timer was set.
  const bundled = !toCustomer && isBundled(lead, running, company);
  const inWindow = cadence.to === 'customer' && !company.trial && !isOpen(company, laterOf(due, now));
  const at = inWindow ? nextOpening(company, laterOf(due, now)) : due;
  return {
    ...addressed,
    type: toCustomer ? 'follow-up-sent' : 'owner-chased',
    number,
    key,
    last:
      (number >= cadence.after.length && cadence.thenEach === undefined) ||
      (toCustomer ? isLastReminder(lead) : isInVain(lead, number)),
    at: bundled ? nextChaseTime(company, at, lead.answerHeld?.until) : at,
    ...(bundled && { bundled: true as const }),
  };
}

/** Whoever has not acted on ten will not on the eleventh; those of days on which he was away do not count. */
const isInVain = (lead: Lead, number: number): boolean =>
  !isAlarm(lead) && number - (lead.cadence?.sentAway ?? 0) >= limits.chasesInVain;

/** What just happened is told by itself, and an emergency does not wait; of a trial one wants to see each mail. */
function isBundled(lead: Lead, { name, sent }: RunningCadence, { trial }: Company): boolean {
  return !trial && !isAlarm(lead) && (sent > 0 || !cadences[name].news);
}

/** What tells of an emergency goes to whoever is called at this time. */
function called({ to }: Addressed, lead: Lead, company: Company, now: Moment): Pick<DueMail, 'calls'> {
  const calls = calledAt(company, lead, now);
  return to === 'owner' && calls !== 'owner' ? { calls } : {};
}

/** An emergency that rings with others is called by their alarm; it looks now and then whether it still does. */
const ringsWithOthersFor = 'P1D';

/**
 * What is due for this lead at this moment.
 * @param mailable the customer has an address, wants mail, and mail reaches it.
 * @param ringsWithOthers one alarm rings for this emergency and others: it does not chase the owner by itself.
 */
export function planFollowUp(
  lead: Lead,
  mailable: boolean,
  company: Company,
  now: Moment,
  ringsWithOthers = false,
): FollowUpPlan {
  const candidates = candidatesFor(lead, mailable, company, now, ringsWithOthers);
  const due = candidates.filter((mail) => mail.at <= now);
  const later = candidates.filter((mail) => mail.at > now).map((mail) => mail.at);
  // A stalled or silent lead is looked at now and then, so that no lead is ever without a timer.
  const horizon = addDuration(now, ringsWithOthers ? ringsWithOthersFor : `P${maxWaitDays}D`);
  return {
    mails: due.map(({ at: _, ...mail }) => ({ ...mail, ...called(mail, lead, company, now) })),
    dueAt: later.reduce(earlierOf, horizon),
  };
}

/** The mails that are due or will be, as far as it can be said at this moment, each with when. */
export function candidatesFor(
  lead: Lead,
  mailable: boolean,
  company: Company,
  now: Moment,
  ringsWithOthers = false,
): readonly Candidate[] {
  const first = firstMails(lead, mailable, company, now);
  const reminder = cadenceMail(lead, mailable, company, now, ringsWithOthers);
  const isFirstTold = first.some(({ to, at }) => to === reminder?.to && at <= now);
  return [
    ...first,
    ...taking(lead, company),
    ...numberArrived(lead),
    ...handoverMails(lead),
    ...(mailable ? unanswered(lead, company, now) : []),
    ...(lead.untoldDisowning ? [disowning(lead)] : []),
    ...refusal(lead, mailable),
    ...cancellationMails(lead, mailable, now),
    ...visitMails(lead, mailable, company, now),
    ...(reminder && !isFirstTold ? [reminder] : []),
  ];
}
