/**
 * The last step of somebody of the business is taken back as long as nothing else happened. What stood before it is kept on the lead
 * until then; mails of ours that went out meanwhile are entered in both, so that none is sent twice and none forgotten.
 */
import { addDuration } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { ourMails } from './as-seen.ts';
import { calledOff, standingVisit } from './cancelled-visit.ts';
import type { Refusal } from './command.ts';
import { type Draft, given } from './draft.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead, Undoable } from './lead.ts';
import { isAsleep } from './list.ts';
import { renew, without } from './renew.ts';
import { sortedText } from './repeat.ts';
import { type UndoableStep, undoableSteps } from './undoable-steps.ts';
import { dated } from './visit.ts';

/** Longer than it is offered: whoever taps at the last moment, over a slow line, is in time. */
const undoAcceptedFor = 'PT60S';

/** It can be taken back that somebody of the business did this. */
const isStep = (event: LeadEvent): event is EventOf<UndoableStep> =>
  event.by === 'owner' && (undoableSteps as readonly LeadEvent['type'][]).includes(event.type);

/** Our own mails and timers: nobody has done or learned anything by them. */
const besides: readonly LeadEvent['type'][] = [
  ...ourMails,
  'mail-refused',
  'stalled',
  'cadence-ended',
  'timer-renewed',
];

/** What the events do not change, or what is counted over all of them. */
const notKept: ReadonlySet<string> = new Set([
  'schemaVersion',
  'id',
  'version',
  'generation',
  'standsSince',
  'mailsHeldSince',
  'carriedOut',
  'timeline',
  'archivedEvents',
  'undoable',
] satisfies (keyof Lead)[]);

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' &&
    typeof other === 'object' &&
    sortedText(one as object) === sortedText(other as object));

/** What is needed to make the one of the other. */
function difference(before: Lead, after: Lead): Pick<Undoable, 'was' | 'unset'> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Lead)[];
  const changed = names.filter((name) => !notKept.has(name) && !isSame(before[name], after[name]));
  return {
    was: Object.fromEntries(
      changed.filter((name) => before[name] !== undefined).map((name) => [name, before[name]]),
    ),
    unset: changed.filter((name) => before[name] === undefined),
  };
}

/** The lead as it would stand without the step. */
const withoutStep = (lead: Lead, { was, unset }: Undoable): Lead =>
  ({ ...without(lead, 'undoable', ...(unset as (keyof Lead)[])), ...was }) as Lead;

/** Whoever takes it back and sends the same form again means it. */
function withoutTap(lead: Lead, { carriedOut: last }: Undoable): Lead {
  const { carriedOut = [] } = lead;
  const kept = last === undefined ? [] : carriedOut.slice(0, carriedOut.lastIndexOf(last) + 1);
  return kept.length === 0 ? without(lead, 'carriedOut') : { ...lead, carriedOut: kept };
}

const changeAt = (before: Lead, after: Lead): Pick<Undoable, 'renewed'> =>
  after.generation > before.generation ? { renewed: true } : {};

/** The lead after a step, with what stood before it. Of a step that cannot be taken back nothing is kept. */
export function withUndoable(before: Lead, after: Lead, events: readonly LeadEvent[]): Lead {
  const [first] = events;
  // Of what belongs to something else of the same moment, such as a call with its visit, nothing is taken back alone.
  const isPart = before.timeline.some(
    ({ at, by, type }) => at === first?.at && by === 'owner' && type !== 'undone',
  );
  if (!first || isPart || !events.every(isStep)) return after;
  const undoable: Undoable = {
    doneAt: first.at,
    what: [...new Set(events.filter(isStep).map(({ type }) => type))],
    ...given({ person: first.person, carriedOut: before.carriedOut?.at(-1) }),
    ...changeAt(before, after),
    ...difference(before, after),
  };
  return { ...after, undoable };
}

/**
 * Whatever happens ends it, but for mails of ours: those count whether the step is taken back or not.
 * @param evolve folds such a mail into the lead as it would stand without the step.
 */
export function keepUndoable(
  before: Lead,
  after: Lead,
  event: LeadEvent,
  evolve: (lead: Lead, event: LeadEvent) => Lead,
): Lead {
  const { undoable } = before;
  if (!undoable) return after;
  const ended: Lead = without(after, 'undoable');
  const isInTime = event.at <= addDuration(undoable.doneAt, undoAcceptedFor);
  if (!isInTime || event.by !== 'system' || !besides.includes(event.type)) return ended;
  const instead = evolve(withoutStep(before, undoable), event);
  return {
    ...ended,
    undoable: { ...undoable, ...changeAt(before, after), ...difference(instead, ended) },
  };
}

/** Mails that the step itself had sent, and that cannot be called back. */
const sentByStep = { refusal: 'declined', acknowledgement: 'acknowledgement-requested' } as const;

/** The mail of the step that is with the customer, or may be. */
function withCustomer({ timeline }: Lead, { doneAt, what }: Undoable) {
  const step = timeline.findLastIndex(({ at, by }) => at === doneAt && by === 'owner');
  const names = Object.keys(sentByStep) as (keyof typeof sentByStep)[];
  return names.find(
    (name) =>
      what.includes(sentByStep[name]) &&
      timeline.slice(step).some((event) => 'mail' in event && 'key' in event && event.mail === name),
  );
}

/** Is that the last step, and is it early enough? That a mail of it cannot be called back is said to whoever tries. */
export const isUndoable = ({ undoable }: Lead, doneAt: Moment, now: Moment): boolean =>
  undoable?.doneAt === doneAt && now <= addDuration(doneAt, undoAcceptedFor);

/** Can it be taken back that somebody did this at that moment, and if not, why? */
export function undo(lead: Lead, doneAt: Moment, now: Moment): Draft[] | Refusal {
  const { undoable, timeline } = lead;
  if (undoable?.doneAt !== doneAt) {
    const isDone = timeline.some((event) => event.type === 'undone' && event.doneAt === doneAt);
    return { code: isDone ? 'already-done' : 'changed-since' };
  }
  if (!isUndoable(lead, doneAt, now)) return { code: 'too-late-to-undo' };
  const mail = withCustomer(lead, undoable);
  if (mail !== undefined) return { code: 'with-customer', mail };
  return [{ type: 'undone', doneAt, what: [...undoable.what] }];
}

/**
 * As it stood before the step. Whoever was told of a date since is told how it stands now, as by any other change of it.
 */
export function undone(lead: Lead, { at }: EventOf<'undone'>): Lead {
  const { undoable } = lead;
  if (!undoable) return lead;
  const before = withoutTap(withoutStep(lead, undoable), undoable);
  const back = undoable.what.some((step) => ofVisit.includes(step)) ? visitBack(lead, before, at) : before;
  if (!undoable.renewed) return back;
  const next = renew(back, at);
  return isAsleep(next) ? { ...next, dueAt: before.dueAt } : next;
}

const ofVisit: readonly UndoableStep[] = ['visit-planned', 'visit-moved', 'visit-cancelled'];

/** The date as it was, which is a new one for everybody who heard of the other. */
function visitBack(lead: Lead, before: Lead, at: Moment): Lead {
  const { visit } = before;
  const rest: Lead = without(before, 'visit', 'visitMails', 'visitTold', 'cancelledVisit') as Lead;
  const withVisit = ({ visit: date, visitMails, visitTold, cancelledVisit }: Lead): Lead => ({
    ...rest,
    visitMails,
    ...(date && { visit: date }),
    ...(visitTold && { visitTold }),
    ...(cancelledVisit && { cancelledVisit }),
  });
  if (visit?.startsAt === lead.visit?.startsAt && visit?.durationMinutes === lead.visit?.durationMinutes) {
    return withVisit(lead);
  }
  if (visit && standingVisit(before, at)) return withVisit(dated(lead, { at, ...visit }));
  if (!lead.visit || lead.visit.startsAt <= at) return before;
  const off = withVisit(calledOff(lead));
  // One that is over, or that nobody is reminded of, has no mails; the next date is counted from the one that is off.
  return visit && off.cancelledVisit
    ? { ...off, visit: { ...visit, sequence: off.cancelledVisit.sequence }, visitMails: before.visitMails }
    : off;
}
