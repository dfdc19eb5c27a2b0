/** The confirmation of receipt to a customer: sent by itself, held back, or asked for by the owner. */
import type { Moment } from '../time/moment.ts';
import type { Refusal } from './command.ts';
import type { Draft } from './draft.ts';
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { acknowledgementKey } from './mail-name.ts';
import type { Muted } from './origin.ts';
import { destinations, pipeline } from './pipeline.ts';
import { isPrivate } from './private-note.ts';
import { without } from './renew.ts';
import { alarmStage } from './stages.ts';

/** Nobody has done anything yet: the lead is where it was captured. */
export const isUntouched = ({ stage }: Pick<Lead, 'stage'>): boolean =>
  stage === destinations.captured || stage === alarmStage;

/** It got none, was to get none, and did not ask for one since. */
export const isUnacknowledged = ({ acknowledgedAt, acknowledgement, muted }: Lead): boolean =>
  acknowledgedAt === undefined && (muted !== undefined || acknowledgement === 'withheld');

/** It is to go out by itself, for the first time or once more: nobody kept it back, and nobody asked for it. */
export const isYetToAcknowledge = ({ acknowledgedAt, acknowledgement, answerAgain, muted }: Lead): boolean =>
  (acknowledgedAt === undefined || answerAgain !== undefined) &&
  acknowledgement === undefined &&
  muted === undefined;

/** Why so many wait at once that the owner hears of all of them together. */
const bundledReasons: readonly (Muted | undefined)[] = ['crowded-network', 'flood', 'too-many'];

/** Nobody has begun with it, and it does not ring: it may be told together with others. */
export const isBundleable = (lead: Pick<Lead, 'stage'>): boolean =>
  isUntouched(lead) && !pipeline[lead.stage].alarm;

/** One of many: the owner is told of it together with the others. What rings is told by itself. */
export const isBundled = (lead: Pick<Lead, 'stage' | 'muted'>): boolean =>
  isBundleable(lead) && bundledReasons.includes(lead.muted);

/** One of many whose confirmation the owner can have sent with the others'. */
export const waitsForAcknowledgement = (
  lead: Pick<Lead, 'stage' | 'muted' | 'mailsStopped'> & { readonly email?: string | undefined },
): boolean => isBundled(lead) && lead.email !== undefined && lead.mailsStopped === undefined;

/** Can the owner have it sent? Once he has begun with the request, "we will get back to you" would only confuse. */
export function canAcknowledge(lead: Lead): boolean {
  const { contact, mailsStopped } = lead;
  return (
    isUnacknowledged(lead) && isUntouched(lead) && contact.email !== undefined && mailsStopped === undefined
  );
}

/**
 * A request is muted until the owner has done something with it: he has seen then whether a person is behind it. What was
 * held back until then is not made up for by itself. A portal's request without an address of the customer stays as it is.
 */
export function endMuting(lead: Lead, event: LeadEvent): Lead {
  const { muted, contact } = lead;
  const { by, type } = event;
  const isNoStep = type === 'rescued' || type === 'undone' || isPrivate(event);
  if (muted === undefined || by !== 'owner' || isNoStep) return lead;
  if (muted === 'portal' && contact.email === undefined) return lead;
  return { ...without(lead, 'muted'), acknowledgement: lead.acknowledgement ?? 'withheld' };
}

/** What an amount of requests kept back, or that one looked like none: the request itself gave no reason against an answer. */
const withheldReasons: readonly (Muted | undefined)[] = [...bundledReasons, 'answered-lately', 'kept-aside'];

/** Who smells gas must read what to do, whatever was kept back before; its own limit is asked before it goes out. */
export function endWithholding(lead: Lead): Lead {
  const kept = lead.acknowledgement === 'withheld' ? without(lead, 'acknowledgement') : lead;
  return withheldReasons.includes(lead.muted) ? without(kept, 'muted') : kept;
}

/** The owner noted the request in a call. */
export const isDiscussed = ({ timeline }: Pick<Lead, 'timeline'>): boolean =>
  timeline.some(({ type, by }) => type === 'captured' && by === 'owner');

/** It went out, or will never; one that became due once more is settled by no earlier mail that comes in late. */
export function acknowledged(lead: Lead, { at, key }: { at: Moment; key: string }): Lead {
  const settled = lead.answerAgain === undefined || key === acknowledgementKey(lead);
  return { ...(settled ? without(lead, 'answerAgain') : lead), acknowledgedAt: at };
}

/** The same answer as any other request gets; what the address is known for besides is the caller's to ask. */
export function acknowledge({
  acknowledgedAt,
  acknowledgement,
  contact,
  mailsStopped,
}: Lead): Draft[] | Refusal {
  if (acknowledgedAt !== undefined || acknowledgement === 'requested') return { code: 'already-done' };
  if (contact.email === undefined) return { code: 'no-address' };
  if (mailsStopped !== undefined) return { code: 'mails-stopped', why: mailsStopped };
  return [{ type: 'acknowledgement-requested' }];
}
