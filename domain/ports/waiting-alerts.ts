import type { Moment } from '../time/moment.ts';

/** What the owner is to hear of a lead in the next mail about several. */
export interface WaitingAlert {
  readonly leadId: string;
  /** `first`: nobody told him of it yet. `again`: he still owes the first step. */
  readonly what: 'first' | 'again';
  readonly at: Moment;
}

export interface WaitingAlerts {
  /** Keeps it until it was told. Of a lead each is kept once, the newest. */
  add(alert: WaitingAlert): Promise<void>;
  /** Oldest first. */
  list(): Promise<WaitingAlert[]>;
  /** Forgets what was told; what came again meanwhile stays. */
  remove(alerts: readonly WaitingAlert[]): Promise<void>;
}
