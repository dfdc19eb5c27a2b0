/** A flood at the form: more people in an hour than one network has, each with an address of somebody. */
import { dayMs, hourMs } from '../engine/plan.ts';
import type { Person } from './persons.ts';
import { later, type PeopleDeps } from './surroundings.ts';
import { fillIn } from './visitors.ts';

/** All of them come from here. */
const network = 0xf_f0_0d;

/** Some minutes in which everybody of a crowd sends the form. */
export function planFlood(deps: PeopleDeps, crowd: readonly Person[], days: number): void {
  const { entropy } = deps;
  const beginsMs = entropy.next() * (days - 1) * dayMs;
  const lastsMs = entropy.pick([hourMs / 6, hourMs / 2, hourMs]);
  for (const person of crowd) {
    const mine: PeopleDeps = { ...deps, entropy: entropy.stream(`flood ${person.number}`) };
    later(mine, person.name, beginsMs + entropy.next() * lastsMs, () => fillIn(mine, person, network));
  }
}
