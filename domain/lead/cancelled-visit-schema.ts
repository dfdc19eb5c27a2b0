import * as z from 'zod';
import { moment } from '../time/moment.ts';

export const cancelledVisitSchema = z.strictObject({
  startsAt: moment,
  durationMinutes: z.int().min(5).max(600),
  /** Higher than that of the visit: calendars take the entry out, and put in the next one, which is higher again. */
  sequence: z.int().min(0),
  /** Who has the date and is not told yet that it is off. */
  untold: z.array(z.enum(['customer', 'owner'])).optional(),
  /** The date that the customer was told last. */
  told: z.strictObject({ startsAt: moment, number: z.int().min(1) }).optional(),
});
