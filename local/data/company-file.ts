/** The company file on one machine: read at each start, taken where it says something new. */
import { readFileSync } from 'node:fs';
import type { CompanyFile } from '../../domain/business/company.ts';
import { parseCompany } from '../../domain/business/company-file.ts';
import { companyFileAuthor, takeFile } from '../../domain/business/take-file.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** @throws Error in one line: which fields are wrong. */
export function readCompanyFile(path: string): CompanyFile {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`The company file ${path} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const parsed = parseCompany(input);
  if ('faults' in parsed)
    throw new Error(`The company file ${path} is not right: ${parsed.faults.join('; ')}`);
  return parsed.file;
}

/** Stores the business at the first start; later only what the file changed since the last one. */
export async function storeCompanyFile(store: BusinessStore, file: CompanyFile, now: Moment): Promise<void> {
  const history = await store.history();
  const next = takeFile(file, history);
  if (!next) return;
  const expectedVersion = history.at(-1)?.version ?? 0;
  await store.save({ file: next, takenFrom: file, by: companyFileAuthor, at: now, expectedVersion });
}
