import type { Moment } from '../time/moment.ts';

/** When each source (a website form, a mailbox, a portal) brought its latest leads. */
export interface SourceLog {
  /** Notes that a source brought a lead. Repeating it for the same lead changes nothing. */
  note(source: string, leadId: string, at: Moment): Promise<void>;
  /** All sources with the times of their latest leads (20 at most), oldest first. */
  list(): Promise<{ readonly source: string; readonly broughtAt: readonly Moment[] }[]>;
}
