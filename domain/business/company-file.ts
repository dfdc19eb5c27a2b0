/** Checks a company file: what its schema says, and what only the calendar of holidays knows. */

import { knownRegion } from '../time/holidays.ts';
import { hasSummerTime } from '../time/local-time.ts';
import type { Company, CompanyFile } from './company.ts';
import { describeFaults, fault } from './company-faults.ts';
import { companySchema } from './company-schema.ts';
import { beyondLimits, stoodBefore } from './customer-rhythms.ts';
import { personAt } from './people.ts';

/** As in ISO 3166-2, without the country. */
const regionExamples = {
  DE: '"BY" (Bayern) or "NW" (Nordrhein-Westfalen)',
  AT: '"4" (Oberösterreich) or "9" (Wien)',
  CH: '"ZH" (Zürich) or "BE" (Bern)',
} as const;

/**
 * Reads a company file.
 * @param before files that are stored: what they say beyond the limits for mails to customers is no new setting. `unknown`: nobody
 *   knows what is stored, whoever does asks again.
 * @returns the company, and the file as it is to be kept: without defaults; or one sentence per fault, each naming the
 *   field, what was found and what is expected.
 */
export function parseCompany(
  input: unknown,
  before: readonly CompanyFile[] | 'unknown' = [],
): { readonly company: Company; readonly file: CompanyFile } | { readonly faults: string[] } {
  // A name with a meaning of its own in JavaScript, which some checks look past.
  if (JSON.stringify(input)?.includes('"__proto__":'))
    return { faults: ['__proto__: there is no such field'] };
  const parsed = companySchema.safeParse(input);
  if (!parsed.success) return { faults: describeFaults(parsed.error, input) };
  const { country, region, digestAt, timeZone } = parsed.data;
  if (region !== undefined && !knownRegion(country, region)) {
    return {
      faults: [
        fault(
          'region',
          region,
          `expected a region of ${country} whose public holidays are known, such as ${regionExamples[country]}`,
        ),
      ],
    };
  }
  if (digestAt.startsWith('02:') && hasSummerTime(timeZone)) {
    return {
      faults: [
        fault('digestAt', digestAt, 'expected another hour: this one is left out on a night in spring'),
      ],
    };
  }
  const wrong = wrongSubstitutes(parsed.data);
  if (wrong.length > 0) return { faults: wrong };
  const beyond = beyondLimits(parsed.data).filter(
    (one) => before !== 'unknown' && !stoodBefore(one, parsed.data, before),
  );
  if (beyond.length > 0) {
    return { faults: beyond.map(({ path, found, expectation }) => fault(path, found, expectation)) };
  }
  return { company: parsed.data, file: input as CompanyFile };
}

/** Whoever stands in for somebody works here, and is somebody else. */
function wrongSubstitutes(company: Company): string[] {
  return company.people.flatMap(({ email, absent }, index) => {
    if (absent?.substitute === undefined) return [];
    const substitute = personAt(company, absent.substitute);
    if (substitute && substitute.email.toLowerCase() !== email.toLowerCase()) return [];
    const expectation = 'expected the address of somebody else who works here';
    return [fault(`people.${index}.absent.substitute`, absent.substitute, expectation)];
  });
}

/** What a business says beyond the limits for mails to customers, a line for each: it counts as if it held them. */
export const limitsExceeded = ({ cadences = {}, trial }: CompanyFile): string[] =>
  beyondLimits({ cadences: cadences as Company['cadences'], trial }).map(({ path, found, expectation }) =>
    fault(path, found, expectation),
  );
