import type { CorruptItemError } from '../../domain/ports/errors.ts';
import type { Log } from './logger.ts';

/** Names a lead that a list leaves out because it cannot be read; the runbook says what to do with a `CorruptItem`. */
export const reportUnreadable = (log: Pick<Log, 'error'>) => (error: CorruptItemError) =>
  log.error('A lead cannot be read and is left out of a list', error);
