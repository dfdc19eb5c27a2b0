/** The company file on one machine: read at each start, taken where it says something new. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readLogoPicture } from '../../adapters/disk/logo-picture.ts';
import { type Change, changesBetween } from '../../domain/business/changes.ts';
import type { CompanyFile } from '../../domain/business/company.ts';
import { parseCompany } from '../../domain/business/company-file.ts';
import { readJsonFile } from '../../domain/business/json-file.ts';
import type { LogoPicture } from '../../domain/business/read-logo.ts';
import { companyFileAuthor, filesIn, takeFile } from '../../domain/business/take-file.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** What a company file says cannot be taken. */
export class CompanyFileError extends Error {}

/** A company file as it is stored, and its logo if that must be stored first. */
export interface ReadCompanyFile {
  readonly file: CompanyFile;
  readonly logo?: LogoPicture | undefined;
}

/**
 * What only a business that has stood longer may say is looked at when it is stored.
 * @throws Error in one line: which fields are wrong.
 */
export function readCompanyFile(path: string): ReadCompanyFile {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw new Error(`The company file ${path} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const json = readJsonFile(content);
  if ('fault' in json) throw new Error(`The company file ${path} cannot be read: it ${json.fault}`);
  const read = readLogoPicture(json.value, dirname(path));
  const parsed = 'faults' in read ? read : parseCompany(read.file, 'unknown');
  if ('faults' in parsed)
    throw new Error(`The company file ${path} is not right: ${parsed.faults.join('; ')}`);
  return { file: parsed.file, ...('logo' in read && { logo: read.logo }) };
}

/**
 * Stores the business at the first start; later only what the file changed since the last one.
 * @returns what was changed, for the person who started.
 * @throws OtherBusinessError; CompanyFileError it says something that no business may newly set.
 */
export async function storeCompanyFile(
  store: BusinessStore,
  file: CompanyFile,
  now: Moment,
): Promise<readonly Change[]> {
  const history = await store.history();
  const current = history.at(-1);
  const next = takeFile(file, history);
  if (!next) return [];
  const parsed = parseCompany(next, filesIn(history));
  if ('faults' in parsed)
    throw new CompanyFileError(`The company file is not right: ${parsed.faults.join('; ')}`);
  const expectedVersion = current?.version ?? 0;
  await store.save({ file: next, takenFrom: file, by: companyFileAuthor, at: now, expectedVersion });
  return current ? changesBetween(current.file, next) : [];
}
