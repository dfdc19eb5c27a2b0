import type { Lead } from '../lead/lead.ts';

/** That leads changed, for pages of the desk that are open somewhere: not which, nor how. */
export interface DeskNews {
  /** @param lead as it is stored: each of its versions is told apart. */
  announce(lead: Pick<Lead, 'id' | 'version'>): Promise<void>;
  /** Another one after each announcement; `undefined`: there was none yet. */
  read(): Promise<string | undefined>;
}
