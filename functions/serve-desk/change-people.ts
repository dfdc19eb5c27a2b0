/** Changes who works here, as it is stored, by the rules of the domain. */
import { createHash } from 'node:crypto';
import type { PeopleChange, PeopleRefusal } from '../../domain/business/change-people.ts';
import { changesBetween } from '../../domain/business/changes.ts';
import { type Company, type CompanyFile, companyFrom } from '../../domain/business/company.ts';
import { type Callee, entryAt } from '../../domain/business/people.ts';
import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';
import { BusinessUnknownError, VersionConflictError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** The rules and what checks them: half a page of a cold start that few pages need. */
export const peopleRules = () => import('../../domain/business/change-people.ts');

/** Two at once are rare, and of so many in a row one is through. */
const tries = 5;

/** @throws BusinessUnknownError it was never stored. */
export async function loadPeople(
  businesses: Pick<BusinessStore, 'load'>,
): Promise<{ readonly version: BusinessVersion; readonly company: Company }> {
  const version = await businesses.load();
  if (!version) throw new BusinessUnknownError('The business was never stored');
  return { version, company: companyFrom(version.file) };
}

/** What stands about somebody, as a mark: who sends a form that was made of something else is told so. */
export function markOf({ people = [], owner }: CompanyFile, { email }: Pick<Callee, 'email'>): string {
  return createHash('sha256')
    .update(JSON.stringify(entryAt(people, email) ?? owner))
    .digest('base64url')
    .slice(0, 16);
}

type Outcome =
  | { readonly refused: PeopleRefusal }
  /** Somebody changed the same meanwhile. */
  | { readonly outpacedBy: string }
  /** How it is now, and whether it was another way before. */
  | { readonly file: CompanyFile; readonly isNew: boolean };

/**
 * Changes it and stores it.
 * @param seen what stood there when the form was made: of whom, and its mark.
 */
export async function changePeople(
  change: (file: CompanyFile) => PeopleChange,
  author: { readonly by: string; readonly at: Moment },
  businesses: BusinessStore,
  seen?: { readonly of: Callee; readonly mark: string },
): Promise<Outcome> {
  const { parseCompany } = await import('../../domain/business/company-file.ts');
  for (let attempt = 1; ; attempt++) {
    const { version } = await loadPeople(businesses);
    if (seen && markOf(version.file, seen.of) !== seen.mark) return { outpacedBy: version.by };
    const changed = change(version.file);
    if ('refused' in changed) return changed;
    if (changesBetween(version.file, changed.file).length === 0) return { file: version.file, isNew: false };
    const parsed = parseCompany(changed.file, [version.file]);
    if ('faults' in parsed) throw new Error('What the rules made of the people cannot be stored');
    try {
      const { file } = await businesses.save({
        ...author,
        file: parsed.file,
        expectedVersion: version.version,
      });
      return { file, isNew: true };
    } catch (error) {
      if (!(error instanceof VersionConflictError) || attempt === tries) throw error;
    }
  }
}
