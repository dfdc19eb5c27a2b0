import type { CommonAlarm } from '../limits/common-alarm.ts';
import type { Moment } from '../time/moment.ts';

/** An emergency that nobody had taken on when it was last looked at. */
export interface RingingLead {
  readonly leadId: string;
  /** When it began to ring. */
  readonly since: Moment;
  /** Its sender is proven or known: it is told first, and no stranger keeps it from ringing by itself. */
  readonly trusted: boolean;
}

/** Which emergencies ring, and the one alarm for several. */
export interface Alarms {
  /** One that is known stays as it is. */
  add(lead: RingingLead): Promise<void>;
  /** Oldest first. */
  list(): Promise<RingingLead[]>;
  remove(leadIds: readonly string[]): Promise<void>;
  /** `undefined`: each rings by itself. */
  common(): Promise<CommonAlarm | undefined>;
  /**
   * Claims the right to ring for all of them.
   * @param before what the caller saw; somebody else may have rung since.
   * @returns whether the caller may.
   */
  claimCommon(before: CommonAlarm | undefined, next: CommonAlarm): Promise<boolean>;
  /** Each rings by itself again. */
  endCommon(): Promise<void>;
}
