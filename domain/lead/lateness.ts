import type { Moment } from '../time/moment.ts';
import type { Lead } from './lead.ts';

/** After this nobody believes "at once" any more. */
const lateMillis = 60 * 60_000;

/** What is said of a request for the first time comes late: our mails waited. */
export const isSaidLate = ({ capturedAt }: Pick<Lead, 'capturedAt'>, now: Moment): boolean =>
  Date.parse(now) - Date.parse(capturedAt) > lateMillis;
