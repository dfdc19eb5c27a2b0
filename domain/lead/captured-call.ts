/** A call that somebody of the business typed in: the others hear of it. */
import { calledNow, presentOf } from '../business/absence.ts';
import type { Company } from '../business/company.ts';
import { type Callee, ownerAndOffice } from '../business/people.ts';
import type { Moment } from '../time/moment.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';

/** Of owner and office those who did not type it in. */
const others = (company: Company, author: string): readonly Callee[] =>
  ownerAndOffice(company).filter(({ name }) => name !== author);

/** Is there anybody to tell? Where nobody is named who works here, or nobody knows who it was, there is none. */
export const hasOthersToTell = (company: Company, author: string | undefined): boolean =>
  author !== undefined && company.people.length > 0 && others(company, author).length > 0;

/** The call as it was typed in; `undefined`: the customer sent it himself, or nobody else is to hear of it. */
export const callToTell = ({ timeline }: Pick<Lead, 'timeline'>): EventOf<'captured'> | undefined => {
  const [first] = timeline;
  return first?.type === 'captured' && first.tellsOthers ? first : undefined;
};

/**
 * Whom an emergency calls: not whoever typed it in, who knows of it, but everybody else where nobody else is on call; him, too,
 * where he is the only one.
 */
export function calledBeside(
  company: Company,
  { timeline }: Pick<Lead, 'timeline'>,
  whom: 'on-call' | 'everybody',
  now: Moment,
): readonly Callee[] {
  const called = calledNow(company, whom, now);
  const [first] = timeline;
  const author = first?.type === 'captured' && first.by === 'owner' ? first.person : undefined;
  if (author === undefined) return called;
  const notHim = ({ name }: Callee) => name !== author;
  const beside = called.filter(notHim);
  if (beside.length > 0) return beside;
  const others = calledNow(company, 'everybody', now).filter(notHim);
  return others.length > 0 ? others : called;
}

/** Who is told of the call; `undefined`: it is none, and goes the way of any other request. */
export function toldOfCall(company: Company, lead: Lead, now: Moment): readonly Callee[] | undefined {
  const author = callToTell(lead)?.person;
  if (author === undefined || !hasOthersToTell(company, author)) return undefined;
  const present = presentOf(company, others(company, author), now);
  const told = present.filter(({ name }) => name !== author);
  return told.length > 0 ? told : present;
}
