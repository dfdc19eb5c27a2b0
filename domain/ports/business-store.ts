import type { CompanyFile } from '../business/company.ts';
import type { Moment } from '../time/moment.ts';

/** One version of what describes the business. */
export interface BusinessVersion {
  /** From 1 on, without gaps. */
  readonly version: number;
  readonly savedAt: Moment;
  /** Who saved it, in the words of whoever did. */
  readonly by: string;
  /** When the business was stored for the first time. */
  readonly since: Moment;
  /** As it was checked: without defaults. */
  readonly file: CompanyFile;
  /** The company file this version came from, if it came from one: others may have changed other fields by then. */
  readonly takenFrom?: CompanyFile | undefined;
}

/** What a caller says of a version to be saved. */
export interface BusinessChange {
  readonly file: CompanyFile;
  readonly takenFrom?: CompanyFile | undefined;
  readonly by: string;
  readonly at: Moment;
  /** The version that was read and changed; 0: there is none yet. */
  readonly expectedVersion: number;
}

export interface BusinessReader {
  /**
   * The business as it is now; `undefined`: it was never stored.
   * @throws CorruptItemError what is stored is of a newer release, or damaged.
   */
  load(): Promise<BusinessVersion | undefined>;
}

export interface BusinessStore extends BusinessReader {
  /**
   * Saves the next version.
   * @throws VersionConflictError somebody else was faster; nothing was changed.
   */
  save(change: BusinessChange): Promise<BusinessVersion>;
  /** All versions, oldest first. */
  history(): Promise<BusinessVersion[]>;
}
