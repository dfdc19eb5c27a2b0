/** Whom it concerns: to whom the mails about a request go, and who may see it. */
import type { Action } from '../lead/action.ts';
import type { Lead } from '../lead/lead.ts';
import { pipeline } from '../lead/pipeline.ts';
import type { Moment } from '../time/moment.ts';
import { isAbsent, presentOf, standIn } from './absence.ts';
import type { Company } from './company.ts';
import { type Callee, everybody, ownerAndOffice, personAt } from './people.ts';

type Assigned = Pick<Lead, 'assignedTo'>;

/**
 * To whom mails about this request go: whoever it is assigned to, or stands in for him; of one that is nobody's (any more),
 * owner and office.
 * @returns `undefined`: nobody is named who works here. They are one mail, to all addresses of the business.
 */
export function recipientsOf(company: Company, lead: Assigned, now: Moment): readonly Callee[] | undefined {
  if (company.people.length === 0) return undefined;
  const own = assigneeOf(company, lead);
  const doer = own && standIn(company, own, now);
  return doer ? [doer] : presentOf(company, ownerAndOffice(company), now);
}

/** Who gets one mail about several requests. */
export interface Recipient {
  /** Tells the lists of several people apart; absent: one list for all of the business. */
  readonly person?: Callee;
  readonly to: readonly string[];
}

/** Who is chased for a request, and in whose lists its line stands. */
export const listsOf = (company: Company, lead: Assigned, now: Moment): readonly Recipient[] =>
  recipientsOf(company, lead, now)?.map((person) => ({ person, to: [person.email] })) ?? [
    { to: company.owner.email },
  ];

/** Whose it is; `undefined`: nobody's, or of somebody who does not work here any more. */
export const assigneeOf = (company: Company, { assignedTo }: Assigned): Callee | undefined =>
  assignedTo === undefined ? undefined : personAt(company, assignedTo);

/** Is everybody away whose it is? */
export function isAway(company: Company, lead: Assigned, now: Moment): boolean {
  const own = assigneeOf(company, lead);
  const people = own ? [own] : ownerAndOffice(company);
  return people.every((person) => isAbsent(company, person, now));
}

/** Who is called out sees what is his or comes to him meanwhile, and emergencies. Whoever else works here sees everything. */
export function maySee(
  company: Company,
  person: Callee | undefined,
  lead: Assigned & Pick<Lead, 'stage'>,
  now: Moment,
): boolean {
  return pipeline[lead.stage].alarm || isHis(company, person, lead, now);
}

/** Owner and office act on everything; whoever is called out on what is his or comes to him meanwhile. */
export function isHis(
  company: Company,
  person: Pick<Callee, 'key' | 'role'> | undefined,
  lead: Assigned,
  now: Moment,
): boolean {
  if (person?.role !== 'staff') return true;
  const told = recipientsOf(company, lead, now) ?? [];
  return [assigneeOf(company, lead), ...told].some((one) => one?.key === person.key);
}

/** What is the owner's and the office's alone. */
const notForStaff: readonly Action[] = [
  ...['assign', 'merge', 'spam', 'erase', 'rescue', 'noted-mails', 'hook', 'enter-answer'],
  ...['acknowledge-all', 'spam-all', 'spam-alarms', 'dismiss-suspicious'],
] as const;

/** What somebody may do with a request that he sees. */
export const mayDo = (person: Pick<Callee, 'role'> | undefined, action: Action): boolean =>
  person?.role !== 'staff' || !notForStaff.includes(action);

/** What whoever is called out may do with an emergency before it is his. */
const untilTaken: readonly Action[] = ['confirm', 'note'];

/** What somebody may do with this request: an emergency that is not his he may only take, or note what he knows of it. */
export const mayDoWith = (
  company: Company,
  person: Pick<Callee, 'key' | 'role'> | undefined,
  lead: Assigned & Pick<Lead, 'stage'>,
  action: Action,
  now: Moment,
): boolean =>
  mayDo(person, action) &&
  (isHis(company, person, lead, now) || (pipeline[lead.stage].alarm && untilTaken.includes(action)));

/** Whom a request may be given to; nobody, where no people are named or there is only one. */
export function peopleToAsk(company: Company): readonly Callee[] {
  const all = company.people.length === 0 ? [] : everybody(company);
  return all.length > 1 ? all : [];
}
