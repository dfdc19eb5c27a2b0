/** How many confirmations of receipt go out by themselves in one day. */
import { addDays } from '../time/local-time.ts';
import { limits } from './figures.ts';

/**
 * The usual day: the median of the last 28 days before `date`, or of fewer, where counting began later.
 * @param counted how many there were, by local date; a day without any is not in it.
 */
export function usualDay(date: string, counted: ReadonlyMap<string, number>): number {
  const days = Array.from({ length: limits.budget.usualOverDays }, (_, index) =>
    addDays(date, index - limits.budget.usualOverDays),
  );
  const first = days.findIndex((day) => counted.has(day));
  if (first < 0) return 0;
  const counts = days.slice(first).map((day) => counted.get(day) ?? 0);
  const sorted = counts.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** How many unproven ones a business may have that has this usual day. */
export function unprovenBudget(usual: number): number {
  const { timesUsualDay, atLeast } = limits.budget.unproven;
  return Math.max(atLeast, Math.floor(timesUsualDay * usual));
}
