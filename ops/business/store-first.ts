/** What a deployment does for the business: stores it the first time, and tells when the company file says more. */
import { changesBetween, describeChange } from '../../domain/business/changes.ts';
import type { CompanyFile } from '../../domain/business/company.ts';
import { companyFileAuthor, takeFile } from '../../domain/business/take-file.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** Stores the company file where no business is stored yet. Harmless twice. */
export async function storeFirstBusiness(store: BusinessStore, file: CompanyFile, at: Moment): Promise<void> {
  if (await store.load()) return;
  try {
    await store.save({ file, takenFrom: file, by: companyFileAuthor, at, expectedVersion: 0 });
  } catch (error) {
    // Somebody else did it in between.
    if (!(error instanceof VersionConflictError)) throw error;
  }
}

/** What the company file says since it was taken last, a line for each field. */
export async function newInFile(store: BusinessStore, file: CompanyFile): Promise<string[]> {
  const history = await store.history();
  const next = takeFile(file, history);
  return next ? changesBetween(history.at(-1)?.file, next).map(describeChange) : [];
}
