/** What a lead waits for, and the list of the store it stands in. */
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { isClosed, isWon } from './stages.ts';
import type { LeadSummary } from './summary.ts';

/**
 * `open`: somebody is waited for; `later`: open, but asleep until its date; `aftercare`: closed, and something is still due;
 * `orders` (won) and `closed`: nothing is.
 */
export type LeadList = 'open' | 'later' | 'aftercare' | 'orders' | 'closed';

/** Where a lead stands, as a lead or as its summary. */
export type Standing = Pick<Lead, 'stage' | 'waitsFor' | 'stalledAt'> &
  Partial<Pick<Lead, 'untoldDisowning' | 'cancelledVisit' | 'visitKept' | 'refusalDue'>> &
  Pick<Lead | LeadSummary, 'cadence'>;

/** Will anything be due by itself? A closed lead waits only as long as a cadence of its own runs, or news for the owner. */
export function isTimed(standing: Standing): boolean {
  const { stage, cadence, untoldDisowning, visitKept, cancelledVisit, refusalDue } = standing;
  if (untoldDisowning || visitKept || cancelledVisit?.untold || refusalDue) return true;
  return pipeline[stage].timer !== 'none' && (!isClosed(stage) || cadence !== undefined);
}

/** A lead sleeps until its date: no execution, only the reconciler looks. */
export function isAsleep(lead: Standing): boolean {
  const sleeps = pipeline[lead.stage].timer === 'sleep';
  return (
    sleeps &&
    isTimed(lead) &&
    !lead.cancelledVisit?.untold &&
    !lead.refusalDue &&
    lead.waitsFor === 'nobody' &&
    lead.stalledAt === undefined
  );
}

/** Has this lead an execution? Those without a timer and sleeping ones have none. */
export function isWaiting(lead: Standing): boolean {
  return isTimed(lead) && !isAsleep(lead);
}

/** Something broke into the rhythm of the stage that a talk brings back: silence, an answer, a bounce, a date. */
export function isInterrupted({ stage, stalledAt, cadence }: Standing): boolean {
  const { reached } = pipeline[stage].on;
  if (reached === 'rest') return isAnswerOpen({ stage, cadence });
  return reached !== 'note' && (stalledAt !== undefined || runningIn(cadence) !== reached);
}

const runningIn = (cadence: Standing['cadence']) => (typeof cadence === 'object' ? cadence.name : cadence);

/** A lead that rests, closed or until its date, and its customer wrote all the same: nobody has dealt with that yet. */
export function isAnswerOpen({ stage, cadence }: Pick<Standing, 'stage' | 'cadence'>): boolean {
  const { reached, customerReplied } = pipeline[stage].on;
  return reached === 'rest' && cadence !== undefined && runningIn(cadence) === customerReplied;
}

/** He wrote before or after a visit whose quote is owed: once that is read, the quote is all that is owed again. */
export function mayGoOnWithVisit({
  stage,
  cadence,
  visit,
}: Pick<Lead, 'stage' | 'cadence' | 'visit'>): boolean {
  const { customerReplied, visitOver } = pipeline[stage].on;
  return visit !== undefined && visitOver !== 'note' && cadence?.name === customerReplied;
}

/** Closed, and nothing is to be decided: a cadence that ends there has just ended. */
export const hasNothingLeft = (lead: Pick<Standing, 'stage' | 'cadence'>): boolean =>
  isClosed(lead.stage) && !isAnswerOpen(lead);

/** Spam whose sender gave no answer that waits, or goes on in another lead: nothing that comes for it is the owner's turn. */
export const isOver = (lead: Standing & Pick<Lead, 'spam' | 'mergedInto'>): boolean =>
  lead.mergedInto !== undefined || (lead.spam && !isAnswerOpen(lead));

/** The list a lead stands in; none if it is spam or goes on in another one, unless it has something to tell the owner. */
export function listOf(lead: Standing & Pick<Lead, 'spam' | 'mergedInto'>): LeadList | undefined {
  if (isOver(lead)) return lead.untoldDisowning ? 'aftercare' : undefined;
  if (!isClosed(lead.stage)) return isAsleep(lead) ? 'later' : 'open';
  if (isTimed(lead)) return 'aftercare';
  return isWon(lead.stage) ? 'orders' : 'closed';
}
