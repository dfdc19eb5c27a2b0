/** Moments and days as they are stored. */
import * as z from 'zod';

/** A moment: ISO 8601 in UTC with milliseconds. */
export type Moment = string;

export const moment = z.iso.datetime({ precision: 3 });
/** A calendar day of the business: `2026-11-23`. */
export const day = z.iso.date();

/** After every moment there will be. */
export const endOfTime: Moment = '9999-12-31T23:59:59.999Z';
