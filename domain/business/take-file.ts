/** A company file and a business that was stored before and may have been changed since. */
import type { BusinessVersion } from '../ports/business-store.ts';
import { changesBetween, withChanges } from './changes.ts';
import type { CompanyFile } from './company.ts';
import { parseCompany } from './company-file.ts';

/** Who saves what is taken from the company file without being asked. */
export const companyFileAuthor = 'company file';

/** A company file of another business than the one that is stored. */
export class OtherBusinessError extends Error {
  constructor(file: CompanyFile, stored: CompanyFile) {
    super(`the company file is of "${file.key}", and what is stored of "${stored.key}"`);
  }
}

/**
 * What is to be stored now that the company file says this: what the file changed since it was taken last, and all else
 * as it stands.
 * @param history all versions, oldest first.
 * @returns `undefined`: the file says nothing new.
 * @throws OtherBusinessError
 */
export function takeFile(file: CompanyFile, history: readonly BusinessVersion[]): CompanyFile | undefined {
  const current = history.at(-1);
  if (!current) return file;
  if (current.file.key !== file.key) throw new OtherBusinessError(file, current.file);
  const last = history.findLast(({ takenFrom }) => takenFrom !== undefined);
  const changes = changesBetween(last?.takenFrom ?? current.file, file);
  const next = withChanges(current.file, changes);
  if (changesBetween(current.file, next).length === 0) return undefined;
  // Two changes that are right by themselves may not fit together, such as a country and a region: then the file counts.
  return 'faults' in parseCompany(next, filesIn(history)) ? file : next;
}

/** All files that were ever stored or taken. */
export const filesIn = (history: readonly BusinessVersion[]): CompanyFile[] =>
  history.flatMap(({ file, takenFrom }) => (takenFrom ? [file, takenFrom] : [file]));
