/** A decent no: the owner has the customer told that it comes to nothing, in words that he chose. Never by itself. */
import type { Company } from '../business/company.ts';
import type { Moment } from '../time/moment.ts';
import type { Command, Refusal } from './command.ts';
import type { Draft } from './draft.ts';
import { isErased } from './erase.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { isAnswerOpen, isOver } from './list.ts';
import { pipeline, type Stage } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { asBefore, rests } from './resting.ts';

/** Nothing comes of it, or not now. */
export const isNo = (stage: Stage): boolean => pipeline[stage].probability === 0;

/** Mails reach the customer, and he was told no "no" yet. */
export const mayTellNo = (lead: Lead): boolean =>
  lead.contact.email !== undefined &&
  lead.mailsStopped === undefined &&
  lead.declined === undefined &&
  !isOver(lead) &&
  !isErased(lead);

/** Of a request of which nothing comes: can the customer still be told so? */
export const canDecline = (lead: Lead): boolean => isNo(lead.stage) && mayTellNo(lead);

export function decline(
  lead: Lead,
  { text }: Extract<Command, { type: 'decline' }>,
  context: { readonly now: Moment; readonly company: Company },
): Draft[] | Refusal {
  if (lead.declined !== undefined) return { code: 'already-done' };
  if (lead.contact.email === undefined) return { code: 'no-address' };
  if (lead.mailsStopped !== undefined) return { code: 'mails-stopped', why: lead.mailsStopped };
  if (!isNo(lead.stage) || isOver(lead)) return { code: 'still-open' };
  return [{ type: 'declined', text, ...asBefore(lead, context) }];
}

/** Whatever he wrote since it was closed is answered by it. */
export function declined(before: Lead, { at, text = '', wakesAt }: EventOf<'declined'>): Lead {
  const lead = isAnswerOpen(before) ? rests(before, at, wakesAt) : before;
  return renew({ ...lead, declined: { text, at }, refusalDue: true }, at);
}

/** Since the request was closed the last time. */
export const declinedTimes = ({ timeline }: Pick<Lead, 'timeline'>): number =>
  timeline.filter(({ type }) => type === 'declined').length;

/** Of the mail that tells it, in the mail log. */
export const refusalKey = (lead: Pick<Lead, 'timeline'>): string => `closing#refusal#${declinedTimes(lead)}`;

/** It went out, or never will. Whoever was told in it that his visit is off need not be told again. */
export function refusalSettled(lead: Lead, event: Pick<LeadEvent, 'type'>): Lead {
  const settled: Lead = without(lead, 'refusalDue');
  const { cancelledVisit } = settled;
  if (event.type === 'mail-rejected' || !cancelledVisit?.untold?.includes('customer')) return settled;
  const { untold, ...rest } = cancelledVisit;
  return {
    ...settled,
    cancelledVisit: untold.includes('owner') ? { ...rest, untold: ['owner'] } : rest,
  };
}
