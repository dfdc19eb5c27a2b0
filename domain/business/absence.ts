/** Who is away, and who does his work meanwhile. */
import { localDate } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Company } from './company.ts';
import { type Callee, entryAt, everybody, onCall, personAt } from './people.ts';

const absenceOf = ({ people }: Company, { email }: Pick<Callee, 'email'>) => entryAt(people, email)?.absent;

/** The days are those of the business, the last one included. */
export function isAbsent(company: Company, person: Pick<Callee, 'email'>, now: Moment): boolean {
  const absence = absenceOf(company, person);
  if (absence === undefined) return false;
  const today = localDate(now, company.timeZone);
  return absence.from <= today && today <= absence.until;
}

/**
 * Who does somebody's work now: he himself, or whoever stands in for him, however many are away at once.
 * @returns `undefined`: nobody in particular.
 */
export function standIn(company: Company, person: Callee, now: Moment): Callee | undefined {
  const asked = new Set<string>();
  let one: Callee | undefined = person;
  while (one && isAbsent(company, one, now)) {
    // Two who stand in for each other are both away.
    if (asked.has(one.key)) return undefined;
    asked.add(one.key);
    const substitute: string | undefined = absenceOf(company, one)?.substitute;
    one = substitute === undefined ? undefined : personAt(company, substitute);
  }
  return one;
}

/** The same of several, each once; who is away and has nobody to stand in for him is left out. */
function standIns(company: Company, people: readonly Callee[], now: Moment): readonly Callee[] {
  const present = new Map<string, Callee>();
  for (const person of people) {
    const one = standIn(company, person, now);
    if (one) present.set(one.key, one);
  }
  return [...present.values()];
}

/** The same, where it must reach somebody: if nobody is left it is all of them. */
export function presentOf(company: Company, people: readonly Callee[], now: Moment): readonly Callee[] {
  const present = standIns(company, people, now);
  return present.length > 0 ? present : people;
}

/** Whom an emergency calls first, and from when on whom else. Whoever is away is not called. */
export function calledNow(company: Company, whom: 'on-call' | 'everybody', now: Moment): readonly Callee[] {
  const first = whom === 'on-call' ? standIns(company, onCall(company), now) : [];
  return first.length > 0 ? first : presentOf(company, everybody(company), now);
}
