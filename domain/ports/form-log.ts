import type { Moment } from '../time/moment.ts';

/** What is remembered of forms beside the leads that they became; each memory ends by itself. */
export interface FormLog {
  /**
   * Claims a proof of work for whoever it came with; the first one keeps it.
   * @param holder the same text whenever the same person sends the same form again; it is stored as a hash.
   * @returns whether the proof counts for this holder.
   */
  claimProof(proofId: string, holder: string, at: Moment): Promise<boolean>;
  /**
   * Counts that a text came.
   * @returns how often it came within the last 30 days, this time included.
   */
  countText(text: string, at: Moment): Promise<number>;
}
