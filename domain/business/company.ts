/**
 * The business: who it is, how it writes, when it works. Checked when it is written (`company-schema.ts`) and trusted when it
 * is read, so that a function that only reads it need not load what checks it.
 */
import type * as z from 'zod';
import type { Cadence } from '../lead/cadence.ts';
import { type CadenceName, cadences } from '../lead/pipeline.ts';
import { companyDefaults } from './company-defaults.ts';
import type { companySchema } from './company-schema.ts';
import { withinLimits } from './customer-rhythms.ts';

export type Company = z.output<typeof companySchema>;

/** What a company file holds before the defaults are filled in. */
export type CompanyFile = z.input<typeof companySchema>;

/** The company of a file that was checked before. */
export function companyFrom(file: CompanyFile): Company {
  // Checking it changes nothing but the types: a delay is a text, and an optional field is absent.
  const emergency = { ...companyDefaults.emergency, ...file.emergency };
  return { ...companyDefaults, ...file, emergency } as Company;
}

/** The name customers know. */
export function brandOf(company: Pick<Company, 'name' | 'brand'>): string {
  return company.brand ?? company.name;
}

/** The rhythm that counts for this company, within what no business may exceed. */
export function cadenceOf(company: Company, name: CadenceName): Cadence {
  const override = company.cadences[name];
  if (!override) {
    const { orTo: _orTo, news: _news, ...byDefault } = cadences[name];
    return byDefault;
  }
  const { thenEach, ...rest } = override;
  return withinLimits(thenEach === undefined ? rest : { ...rest, thenEach });
}
