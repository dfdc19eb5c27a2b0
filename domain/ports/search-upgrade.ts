import type { Moment } from '../time/moment.ts';

/** Some of the leads that an earlier release may have left out of the search. */
interface UpgradeStep {
  readonly leadIds: readonly string[];
  /** Where the next step goes on; only for the store. */
  readonly goesOn: string;
}

/**
 * Looks through all leads that stand in a list once, and through the open ones once a day. It may be interrupted anywhere, and
 * goes on where the last step was finished.
 */
export interface SearchUpgrade {
  /** @returns the next so many, or some more; `undefined`: all were looked through. */
  next(now: Moment, atMost: number): Promise<UpgradeStep | undefined>;
  /** Whatever could be indexed of this step is. */
  finish(step: UpgradeStep): Promise<void>;
}
