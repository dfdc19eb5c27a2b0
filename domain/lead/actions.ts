/** What the owner (and in one case the customer) can do with one tap, and where it makes sense. */
import type { Moment } from '../time/moment.ts';
import type { Action } from './action.ts';
import { standingVisit } from './cancelled-visit.ts';
import { canDecline } from './declining.ts';
import type { Lead } from './lead.ts';
import { isAnswerUnread } from './learning.ts';
import { isAnswerOpen, isInterrupted, mayGoOnWithVisit, type Standing } from './list.ts';
import { pipeline, toldSum } from './pipeline.ts';
import { isClosed, waitsForVisit } from './stages.ts';
import type { LeadSummary } from './summary.ts';

/** Where a lead stands, as far as it decides what can be done with it. */
export type ActionStanding = Standing &
  Pick<Lead, 'confirmedAt' | 'belongsTo'> &
  Partial<Pick<Lead, 'visit' | 'postponedUntil' | 'visitKept'>>;

/** The customer is silent or has answered: the owner calls, and the rhythm of the stage begins anew. */
function shouldCall(lead: Standing): boolean {
  return lead.waitsFor === 'owner' && isInterrupted(lead);
}

/** An emergency that nobody has taken on. */
export function isAlarm({ stage, confirmedAt }: Pick<Lead, 'stage' | 'confirmedAt'>): boolean {
  return pipeline[stage].alarm && confirmedAt === undefined;
}

/** A visit is agreed on there, or a quote is with the customer: it is no repeat that may end in an earlier request. */
export const isPromised = (lead: ActionStanding, now: Moment): boolean =>
  standingVisit(lead, now) !== undefined || pipeline[lead.stage].sum === toldSum;

/** What the owner can sensibly do now, the likeliest first. */
export function actionsFor(lead: ActionStanding, now: Moment): readonly Action[] {
  const all = withVisit(stepsFor(lead), lead, now);
  const [first, ...others] = all;
  const isMergeable = lead.belongsTo !== undefined && !isClosed(lead.stage) && !isPromised(lead, now);
  if (!isMergeable || first === undefined) return all;
  // Whoever has an emergency takes it first.
  return isAlarm(lead) ? [first, 'merge', ...others] : ['merge', first, ...others];
}

/** The same on a page or in a notice about this lead alone, where an answer that asks for nothing is put down as read first. */
export const allActionsFor = (lead: Lead, now: Moment): readonly Action[] => [
  ...(isAnswerUnread(lead) ? (['mark-read'] as const) : []),
  ...actionsFor(lead, now),
  ...(mayGoOnWithVisit(lead) ? (['mark-read'] as const) : []),
  ...(canDecline(lead) ? (['decline'] as const) : []),
];

function stepsFor(lead: ActionStanding): readonly Action[] {
  const { steps, alarm } = pipeline[lead.stage];
  if (alarm && !isAlarm(lead)) return steps.filter((step) => step !== 'confirm');
  if (isAnswerOpen(lead)) return ['reopen', 'mark-read', ...steps.filter((step) => step !== 'reopen')];
  return shouldCall(lead) ? ['reached', ...steps.filter((step) => step !== 'reached')] : steps;
}

/** Where a visit is ahead it can be moved or called off, and none is to be planned. Before it nothing else is owed there. */
function withVisit(steps: readonly Action[], lead: ActionStanding, now: Moment): readonly Action[] {
  if (!standingVisit(lead, now)) return steps;
  const others = steps.filter((step) => step !== 'plan-visit');
  const ofVisit = ['move-visit', 'cancel-visit'] as const;
  if (!waitsForVisit(lead.stage)) return [...others, ...ofVisit];
  // What he wrote before the visit is most likely about it.
  return shouldCall(lead) ? [...others.slice(0, 1), ...ofVisit, ...others.slice(1)] : [...ofVisit, ...others];
}

/** The one or two steps that fit on a line of the digest. */
export function primaryActionsFor(
  lead: ActionStanding & Partial<Pick<LeadSummary, 'unanswered'>>,
  now: Moment,
): readonly Action[] {
  const read = lead.unanswered?.toRead ? (['mark-read'] as const) : [];
  return [...read, ...actionsFor(lead, now)].slice(0, 2);
}

/** Everything else the lead's own page offers below the next steps. The owner may have phoned whosever turn it is. */
export function furtherActionsFor(lead: ActionStanding, now: Moment): readonly Action[] {
  if (isClosed(lead.stage)) return ['note', 'refine', 'erase'];
  const talked = actionsFor(lead, now).includes('reached') ? [] : (['reached'] as const);
  return [...talked, 'note', 'assign', 'refine', 'move', 'erase'];
}
