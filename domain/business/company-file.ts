/** Checks a company file: what its schema says, and what only the calendar of holidays knows. */

import { knownRegion } from '../time/holidays.ts';
import { hasSummerTime } from '../time/local-time.ts';
import { type Company, companySchema } from './company.ts';

/**
 * Reads a company file.
 * @returns the company, or one sentence per fault, each naming the field.
 */
export function parseCompany(input: unknown): { company: Company } | { faults: string[] } {
  const parsed = companySchema.safeParse(input);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'company file'}: ${inPlainWords(message)}`,
      ),
    };
  }
  const { country, region, digestAt, timeZone } = parsed.data;
  if (region !== undefined && !knownRegion(country, region)) {
    return { faults: [`region: no public holidays are known for "${region}" in ${country}`] };
  }
  if (digestAt.startsWith('02:') && hasSummerTime(timeZone)) {
    return {
      faults: ['digestAt: this hour is left out on a night in spring, and the digest would be, too'],
    };
  }
  return { company: parsed.data };
}

/** The library speaks of types; whoever fills in the file thinks of what is there and what is not. */
function inPlainWords(message: string): string {
  if (message.endsWith('received undefined')) return 'is missing';
  return message.replace(/^Invalid input: /, '');
}
