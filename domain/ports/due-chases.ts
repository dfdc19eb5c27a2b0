import type { CadenceName } from '../lead/pipeline.ts';
import type { Moment } from '../time/moment.ts';

/** A chase whose time has come: it goes out with the next mail about all that is due. */
export interface DueChase {
  readonly leadId: string;
  readonly cadence: CadenceName;
  /** In which the rhythm began: whoever did something since has ended it. */
  readonly generation: number;
  /** Counts from 1 within its rhythm. */
  readonly number: number;
  /** The last of its rhythm. */
  readonly last: boolean;
  /** When it was booked. */
  readonly at: Moment;
}

export interface DueChases {
  /** Keeps it until it went out. Of a lead the newest is kept. */
  add(chase: DueChase): Promise<void>;
  /** Oldest first. */
  list(): Promise<DueChase[]>;
  /** Forgets what went out; what was booked meanwhile stays. */
  remove(chases: readonly Pick<DueChase, 'leadId' | 'at'>[]): Promise<void>;
}
