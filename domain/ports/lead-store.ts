import type { Lead } from '../lead/lead.ts';
import type { LeadSummary } from '../lead/summary.ts';
import type { Moment } from '../time/moment.ts';

/** What makes a submission the same as an earlier one. A lead that is spam or erased is repeated by nothing. */
export interface SubmissionKeys {
  /** The sender's own id of the submission: by the same person within 24 hours it is the same lead. */
  readonly submissionId?: string | undefined;
  /** In its place: what this system makes one lead of, by a name of its own that no sender can give. The same for a year. */
  readonly once?: string | undefined;
  /** Hash of the content; the same content within 5 minutes is the same lead. */
  readonly contentHash?: string | undefined;
}

export interface LeadStore {
  /**
   * Stores a new lead, unless its submission is known. Safe against two at the same instant and against a crash
   * in between: whoever comes next completes it under the same id.
   * @returns the id that counts, and whether this call created the lead.
   */
  add(lead: Lead, submission: SubmissionKeys): Promise<{ leadId: string; created: boolean }>;
  /** @param number of the lead itself, or one of its `otherNumbers`. */
  load(number: string): Promise<Lead | undefined>;
  /**
   * Writes the lead on the condition that the stored version is still `lead.version`. Its `otherNumbers` lead to it from then
   * on, as long as it is kept, and `LeadSearch` finds it as it is now.
   * @returns the lead as stored, with the next version.
   * @throws VersionConflictError somebody was faster.
   */
  save(lead: Lead): Promise<Lead>;
  /** All open leads, by `dueAt`. Those that sleep until their date are not among them. */
  listOpen(): Promise<LeadSummary[]>;
  /**
   * The same, one after the other, without holding them all: there may be tens of thousands. Whoever changes leads on the
   * way may meet one twice, or one that was moved not at all.
   */
  eachOpen(): AsyncIterable<LeadSummary>;
  /** Closed leads of which something is still due: few, as each leaves when it is done. In any order. */
  eachInAftercare(): AsyncIterable<LeadSummary>;
  /** Leads with a timer, open, asleep or closed with something still due, whose `dueAt` has come by this moment, by `dueAt`. */
  listOverdue(before: Moment): Promise<LeadSummary[]>;
  /** The same, one after the other, without holding them all. */
  eachOverdue(before: Moment): AsyncIterable<LeadSummary>;
  /** Won leads closed in the calendar month (`2026-11`, UTC) of `closedAt`. */
  listWon(month: string): Promise<LeadSummary[]>;
  /**
   * Leads closed from one moment on and before the other, won and lost alike, by `closedAt`. Reads only the months the
   * span touches.
   */
  listClosed(from: Moment, until: Moment): Promise<LeadSummary[]>;
  /** Keeps aside what seems to be no request, as spam or a note of a machine, for 30 days, where no list shows it. */
  keepSpam(lead: Lead): Promise<void>;
  /** What was kept aside under this id, as long as it is kept. */
  loadSpam(leadId: string): Promise<Lead | undefined>;
  /** Deletes what was kept aside under this id, if there is anything. */
  eraseSpam(leadId: string): Promise<void>;
  /** Deletes the archived events of an erased lead. */
  eraseArchive(leadId: string): Promise<void>;
  /**
   * Events that were moved out of the lead because its timeline was full, oldest first. With the lead's `timeline`
   * after them the history is complete.
   */
  loadArchive(leadId: string): Promise<Lead['timeline']>;
}
