/** The example business, for tests. */
import { readFileSync } from 'node:fs';
import { type Company, type CompanyFile, parseCompany } from '../../domain/company.ts';

const exampleFile = new URL('../../companies/example.json', import.meta.url);

/**
 * A company as read from a company file: a GmbH in Munich, Monday to Friday 08:00 to 18:00, where not overridden.
 * @throws Error naming every fault, when the overrides make no valid company file.
 */
export function aCompany(overrides: Partial<CompanyFile> = {}): Company {
  const parsed = parseCompany({ ...JSON.parse(readFileSync(exampleFile, 'utf8')), ...overrides });
  if ('faults' in parsed) throw new Error(`No valid company file: ${parsed.faults.join('; ')}`);
  return parsed.company;
}
