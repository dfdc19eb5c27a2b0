/** The example business, for tests. */
import { readFileSync } from 'node:fs';
import type { Company, CompanyFile } from '../../domain/business/company.ts';
import { parseCompany } from '../../domain/business/company-file.ts';

const exampleFile = new URL('../../companies/example.json', import.meta.url);

/**
 * A company as read from a company file: a GmbH in Munich, Monday to Friday 08:00 to 18:00, where not overridden.
 * @throws Error naming every fault, when the overrides make no valid company file.
 */
export function aCompany(overrides: Partial<CompanyFile> = {}): Company {
  return parsed(overrides).company;
}

/** The same as a file, without defaults. */
export function aCompanyFile(overrides: Partial<CompanyFile> = {}): CompanyFile {
  return parsed(overrides).file;
}

function parsed(overrides: Partial<CompanyFile>) {
  const { region, ...example } = JSON.parse(readFileSync(exampleFile, 'utf8'));
  // The region of the example means nothing in another country.
  const base = overrides.country === undefined ? { ...example, region } : example;
  const result = parseCompany({ ...base, ...overrides });
  if ('faults' in result) throw new Error(`No valid company file: ${result.faults.join('; ')}`);
  return result;
}

/** The same business, with nobody named besides its owner: all of its mails go to him. */
export const ownerAlone = (): Company => aCompany({ people: [] });
