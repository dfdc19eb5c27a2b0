/** What `npm run business` does: shows, sets, tells the history, takes back. Over any store of the business. */
import { deployedFields } from '../../domain/business/basics.ts';
import {
  type Change,
  changesBetween,
  conflictsOf,
  describeChange,
  reversed,
  valueAt,
  withChanges,
} from '../../domain/business/changes.ts';
import type { CompanyFile } from '../../domain/business/company.ts';
import { parseCompany } from '../../domain/business/company-file.ts';
import { mergePatch } from '../../domain/business/merge-patch.ts';
import { isAuthor } from '../../domain/business/plain-line.ts';
import { OtherBusinessError, takeFile } from '../../domain/business/take-file.ts';
import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import { localDate, localTime } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** What was asked for cannot be done; nothing was changed. One line for each reason. */
export class BusinessRefusal extends Error {
  override readonly name = 'BusinessRefusal';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('; '));
    this.reasons = reasons;
  }
}

/** Who changes something, and when. */
export interface Author {
  readonly by: string;
  readonly at: Moment;
}

/** What became of a change. */
export interface Changed {
  readonly version: BusinessVersion;
  readonly changes: readonly Change[];
  /** Of these, what somebody else had set, and nobody said that it should go. */
  readonly tookBack?: readonly Change[];
}

/** @throws BusinessRefusal there is none yet. */
export async function loadBusiness(store: BusinessStore): Promise<BusinessVersion> {
  const current = await store.load();
  if (current) return current;
  throw new BusinessRefusal(['There is no business yet: the first deployment stores the company file.']);
}

/** As `set` takes it back: the whole business, and the version it is. */
export const shown = ({ version, file }: BusinessVersion): object => ({ version, ...file });

/**
 * Sets what a file says.
 * @param input the whole business, as `show` prints it or as a company file says it; or only what changes, `null` where a
 *   field goes (a merge patch, RFC 7396). A whole business has a `key` and a `name`. A `version` is the one that was read and changed.
 * @throws BusinessRefusal nothing was changed.
 */
export async function setBusiness(store: BusinessStore, input: unknown, author: Author): Promise<Changed> {
  const current = await loadBusiness(store);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new BusinessRefusal(['Expected an object with fields such as {"digestAt": "07:00"}.']);
  }
  const { version, ...fields } = input as Record<string, unknown>;
  if (version !== undefined && !(typeof version === 'number' && Number.isInteger(version))) {
    throw new BusinessRefusal([
      `version: found ${JSON.stringify(version)}, expected a whole number, as show prints it`,
    ]);
  }
  const isWhole = 'key' in fields && 'name' in fields;
  const next = isWhole ? keepDeployed(fields, current.file) : mergePatch(current.file, fields);
  const isOutdated = version !== undefined && version !== current.version;
  // What is like that already, set twice or by two who meant the same, is in no dispute.
  if (isOutdated && changesBetween(current.file, next).length > 0)
    throw await outpaced(store, current, version);
  const changed = await saveBusiness(store, current, next, author);
  // Whoever says the version knew what stood there, and whoever says only what changes touches nothing else.
  return isWhole && version === undefined
    ? { ...changed, tookBack: await tookBack(store, changed.changes) }
    : changed;
}

/** Whole files that come from elsewhere bring back what they knew: what others have set since. */
async function tookBack(store: BusinessStore, changes: readonly Change[]): Promise<Change[]> {
  const history = await store.history();
  const known = history.findLast(({ takenFrom }) => takenFrom !== undefined)?.takenFrom;
  if (!known) return [];
  return changes.filter(({ path, after }) => changesBetween(valueAt(known, path), after).length === 0);
}

/** What only a deployment changes need not be said. */
const keepDeployed = (fields: object, file: CompanyFile): object =>
  withChanges(
    fields,
    deployedFields
      .map((field) => field.split('.'))
      .filter((path) => valueAt(fields, path) === undefined)
      .map((path) => ({ path, after: valueAt(file, path) })),
  );

/**
 * Takes what the company file changed since it was taken last.
 * @throws BusinessRefusal nothing was changed.
 */
export async function takeCompanyFile(
  store: BusinessStore,
  file: CompanyFile,
  author: Author,
): Promise<Changed | undefined> {
  const history = await store.history();
  const current = history.at(-1);
  const next = takeFileOf(file, history);
  if (!next || !current) return undefined;
  return saveBusiness(store, current, next, author, file);
}

function takeFileOf(file: CompanyFile, history: readonly BusinessVersion[]): CompanyFile | undefined {
  try {
    return takeFile(file, history);
  } catch (error) {
    if (!(error instanceof OtherBusinessError)) throw error;
    throw new BusinessRefusal([`Nothing was changed: ${error.message}. Name the right file with --company.`]);
  }
}

/**
 * Takes one change back, and leaves alone what was changed since.
 * @param version the version that the change made.
 * @throws BusinessRefusal nothing was changed.
 */
export async function undoChange(store: BusinessStore, version: number, author: Author): Promise<Changed> {
  const history = await store.history();
  const current = history.at(-1);
  const undone = history.find((one) => one.version === version);
  const before = history.find((one) => one.version === version - 1);
  if (!current || !undone) throw new BusinessRefusal([`There is no version ${version}.`]);
  if (!before) throw new BusinessRefusal([`Version ${version} is the first: there is nothing before it.`]);
  const changes = reversed(changesBetween(before.file, undone.file));
  const conflicts = conflictsOf(current.file, changes);
  if (conflicts.length > 0) {
    throw new BusinessRefusal(
      conflicts.map(
        ({ path }) =>
          `${path.join('.')} was changed again since version ${version}: it is ${JSON.stringify(valueAt(current.file, path)) ?? 'not there'} now`,
      ),
    );
  }
  return saveBusiness(store, current, withChanges(current.file, changes), author);
}

/** One line for each change of each version, oldest first; by the clock of the business. */
export function historyLines(history: readonly BusinessVersion[]): string[] {
  const timeZone = history.at(-1)?.file.timeZone ?? 'UTC';
  return history.flatMap((version, index) => {
    const before = history[index - 1];
    const what = before
      ? changesBetween(before.file, version.file).map(describeChange)
      : ['the business as it was stored first'];
    const { savedAt } = version;
    const when = `${localDate(savedAt, timeZone)} ${localTime(savedAt, timeZone)}`;
    const head = `${version.version}  ${when}  ${version.by}`;
    return [head, ...what.map((line) => `     ${line}`)];
  });
}

/**
 * Saves the next version, if it differs.
 * @throws BusinessRefusal nothing was changed.
 */
export async function saveBusiness(
  store: BusinessStore,
  current: BusinessVersion,
  input: unknown,
  author: Author,
  takenFrom?: CompanyFile,
): Promise<Changed> {
  if (!isAuthor(author.by)) {
    throw new BusinessRefusal([
      `--by: found ${JSON.stringify(author.by)}, expected a name of up to 100 characters`,
    ]);
  }
  const parsed = parseCompany(input, [current.file]);
  if ('faults' in parsed) throw new BusinessRefusal(parsed.faults);
  const { file } = parsed;
  const changes = changesBetween(current.file, file);
  const fixed = changes.filter(({ path }) => isDeployed(path));
  if (fixed.length > 0 && !takenFrom) {
    throw new BusinessRefusal(
      fixed.map(
        (change) =>
          `${describeChange(change)}: only a deployment changes this. Change the company file and deploy.`,
      ),
    );
  }
  if (changes.length === 0 && !takenFrom) return { version: current, changes };
  const change = { file, by: author.by, at: author.at, expectedVersion: current.version };
  try {
    return { version: await store.save({ ...change, ...(takenFrom && { takenFrom }) }), changes };
  } catch (error) {
    if (error instanceof VersionConflictError)
      throw await outpaced(store, await loadBusiness(store), current.version);
    throw error;
  }
}

const isDeployed = (path: readonly string[]) => {
  const place = path.join('.');
  return deployedFields.some((field) => field === place || field.startsWith(`${place}.`));
};

/** Somebody else changed it first: who, when, and what. */
async function outpaced(
  store: BusinessStore,
  current: BusinessVersion,
  read: unknown,
): Promise<BusinessRefusal> {
  const history = await store.history();
  const base = history.find(({ version }) => version === read);
  if (!base)
    return new BusinessRefusal([`There is no version ${read}: the business is version ${current.version}.`]);
  const changes = changesBetween(base.file, current.file).map(describeChange);
  return new BusinessRefusal([
    `Nothing was changed: you changed version ${read}, and ${current.by} has saved version ${current.version} since (${current.savedAt}).`,
    ...changes.map((line) => `  ${line}`),
    'Show it again, and make your change to that.',
  ]);
}
