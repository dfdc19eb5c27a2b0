/** What happens by the clock on the wall, as EventBridge Scheduler does it: each run is tried three times. */

import { overdueStatuses } from '../../../adapters/table/lead-item.ts';
import type { Company } from '../../../domain/business/company.ts';
import { dueDigest } from '../../../domain/report/digest-time.ts';
import { addDays, localDate, momentOf } from '../../../domain/time/local-time.ts';
import { isWorkingDay } from '../../../domain/time/working-time.ts';
import type { Entropy } from '../engine/entropy.ts';
import { dayMs, hourMs, minuteMs } from '../engine/plan.ts';
import type { Ended, Scheduler } from '../engine/scheduler.ts';
import type { MemoryTable } from './memory-table.ts';

interface ClockWorkDeps {
  readonly scheduler: Scheduler;
  readonly entropy: Entropy;
  readonly table: MemoryTable;
  readonly company: Company;
  /** When the business was stored. */
  readonly since: string;
  readonly reconcile: (onEnd: (ended: Ended<unknown>) => void) => void;
  readonly digest: (onEnd: (ended: Ended<unknown>) => void) => void;
}

export interface ClockWork {
  /** When runs of the reconciler ended well. */
  readonly rounds: readonly number[];
}

const reconcileEveryMs = 15 * minuteMs;
const digestEveryMs = 5 * minuteMs;
const tries = 3;
const bookedChases = 'DUE-CHASES';
/** A round that finds nothing changes nothing: where nothing was written and nothing is due, most are left out. */
const idleAtMostMs = 11 * hourMs;

export function startClockWork(world: ClockWorkDeps): ClockWork {
  const { scheduler, entropy, table, company } = world;
  const rounds: number[] = [];

  const attempt = (run: ClockWorkDeps['digest'], left: number, onDone?: () => void) => {
    run((ended) => {
      if ('value' in ended) return onDone?.();
      if (left <= 1) return;
      const waitMs = (tries - left + 1) * minuteMs;
      scheduler.at(scheduler.nowMs() + waitMs, () => attempt(run, left - 1, onDone));
    });
  };

  let seenWrites = -1;
  let nextDueMs = 0;
  let lastRoundMs = 0;
  const quarter = () => {
    const now = scheduler.nowMs();
    if (table.writes() !== seenWrites || now >= nextDueMs || now - lastRoundMs >= idleAtMostMs) {
      lastRoundMs = now;
      attempt(world.reconcile, tries, () => rounds.push(scheduler.nowMs()));
      seenWrites = table.writes();
      nextDueMs = earliestDue(table);
    }
    // As often as somebody asks in the cloud there is nothing booked: asked is only while there is.
    if (table.peekPartition(bookedChases).length > 0) attempt(world.digest, tries);
    scheduler.at(now + reconcileEveryMs, quarter);
  };
  scheduler.at(nextMultiple(scheduler.nowMs(), reconcileEveryMs), quarter);

  const askForDigest = (date: string) => {
    const now = scheduler.nowMs();
    const due = dueDigest(company, new Date(now).toISOString(), world.since) === date;
    if (!due) return planDigest(addDays(date, 1));
    attempt(world.digest, tries);
    // Where there is nothing to do any more, somebody asks only now and then.
    const isDone = isSettled(table, date) || !isWorkingDay(company, date);
    const pauseMs = isDone ? entropy.between(3, 12) * hourMs : entropy.between(1, 6) * digestEveryMs;
    scheduler.at(now + pauseMs, () => askForDigest(date));
  };
  const planDigest = (date: string) => {
    const dueMs = Date.parse(momentOf(date, company.digestAt, company.timeZone));
    scheduler.at(dueMs + entropy.between(0, 2_000), () => askForDigest(date));
  };
  planDigest(localDate(new Date(scheduler.nowMs()).toISOString(), company.timeZone));

  const expire = () => {
    table.expire(scheduler.nowMs());
    scheduler.at(scheduler.nowMs() + dayMs, expire);
  };
  scheduler.at(scheduler.nowMs() + entropy.below(dayMs), expire);

  return { rounds };
}

const nextMultiple = (ms: number, of: number) => Math.ceil((ms + 1) / of) * of;

/** When the first lead of the index is due, with the patience of the reconciler. */
function earliestDue(table: MemoryTable): number {
  const moments = table.peekIndex(overdueStatuses).map(({ sortAt }) => Date.parse(String(sortAt)));
  return Math.min(Number.POSITIVE_INFINITY, ...moments) + 10 * minuteMs;
}

function isSettled(table: MemoryTable, date: string): boolean {
  const summary = table.peek({ pk: `DIGEST#${date}`, sk: 'DIGEST' })?.summary as
    | { readonly sentAt?: string; readonly emptyAt?: string }
    | undefined;
  return summary?.sentAt !== undefined || summary?.emptyAt !== undefined;
}
