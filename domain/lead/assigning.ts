/** A request is given to somebody of the business: its mails go to him, and he is told that it is his. */
import type { Company } from '../business/company.ts';
import { personAt } from '../business/people.ts';
import type { Refusal } from './command.ts';
import type { Draft } from './draft.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { isWaiting } from './list.ts';
import { renew, without } from './renew.ts';

/** @param to the address of whom it is given to; absent: to nobody in particular. */
export function assignment(
  { assignedTo }: Pick<Lead, 'assignedTo'>,
  to: string | undefined,
  { company }: { readonly company: Company },
): Draft[] | Refusal {
  const person = to === undefined ? undefined : personAt(company, to);
  if (to !== undefined && !person) return { code: 'unknown-person' };
  const email = person?.email.toLowerCase();
  if (email === assignedTo) return { code: 'already-done' };
  return [{ type: 'assigned', ...(person && { to: person.email.toLowerCase(), name: person.name }) }];
}

/** Whoever takes it himself knows of it, and of one that sleeps he hears when it wakes. */
export function assigned(lead: Lead, { at, to, name, person }: EventOf<'assigned'>): Lead {
  const kept = without(lead, 'assignedTo', 'handedOver');
  if (to === undefined) return kept;
  const given: Lead = { ...kept, assignedTo: to };
  if (name === person || !isWaiting(lead)) return given;
  return { ...renew(given, at), handedOver: { at, generation: lead.generation + 1 } };
}

const mail = 'lead-assigned' as const;
const keyOf = (generation: number) => `g${generation}#${mail}#1`;

/** Whoever it was given to is told at once. */
export function handoverMails({ handedOver, assignedTo }: Pick<Lead, 'handedOver' | 'assignedTo'>) {
  if (handedOver === undefined || assignedTo === undefined) return [];
  const { at, generation } = handedOver;
  const settled = {
    number: 1,
    key: keyOf(generation),
    last: false,
    type: 'owner-informed',
    to: 'owner',
  } as const;
  return [{ ...settled, mail, at }] as const;
}

/** Of one that was given on meanwhile, the next one is still to be told. */
export const handoverTold = (lead: Lead, { key }: { readonly key: string }): Lead =>
  lead.handedOver !== undefined && key === keyOf(lead.handedOver.generation)
    ? without(lead, 'handedOver')
    : lead;
