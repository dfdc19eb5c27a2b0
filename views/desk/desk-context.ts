import type { Callee } from '../../domain/business/people.ts';
import type { PageContext } from '../page/lead-parts.ts';

/** A page of the desk: somebody is logged in, and it is known who. */
export interface DeskContext extends PageContext {
  readonly person: Callee;
  /** The id of the session, by which this browser is told from his others. */
  readonly session: string;
  readonly frame: NonNullable<PageContext['frame']>;
}
