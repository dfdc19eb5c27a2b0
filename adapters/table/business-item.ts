/** How the business lies in the table: the version that counts under a key of its own, and each earlier one. */
import type { CompanyFile } from '../../domain/business/company.ts';
import type { BusinessVersion } from '../../domain/ports/business-store.ts';
import { CorruptItemError } from '../../domain/ports/errors.ts';

export const businessPartition = 'BUSINESS';
export const currentBusinessKey = { pk: businessPartition, sk: 'CURRENT' } as const;
export const businessVersionPrefix = 'VERSION#';

/** The version of the item's form. */
const businessItemVersion = 1;

/** Wide enough to sort a million versions as text. */
export const businessVersionKey = (version: number) => ({
  pk: businessPartition,
  sk: `${businessVersionPrefix}${String(version).padStart(6, '0')}`,
});

/** What the item holds besides its key. The file is a text: reading it takes no library for DynamoDB's types. */
export const businessAttributes = ({ file, takenFrom, ...rest }: BusinessVersion) => ({
  schemaVersion: businessItemVersion,
  ...rest,
  file: JSON.stringify(file),
  ...(takenFrom && { takenFrom: JSON.stringify(takenFrom) }),
});

/**
 * The version of an item. Its file was checked when it was saved and is not checked again: every cold start would pay for
 * it.
 * @throws CorruptItemError
 */
export function parseBusiness(item: Readonly<Record<string, unknown>>): BusinessVersion {
  const { schemaVersion, version, savedAt, by, since, file, takenFrom } = item;
  if (schemaVersion !== businessItemVersion) {
    throw new CorruptItemError(`Unknown schema version of the business: ${schemaVersion}`);
  }
  if (typeof version !== 'number' || ![savedAt, by, since, file].every(isText)) {
    throw new CorruptItemError('The business does not fit its schema');
  }
  return {
    ...({ version, savedAt, by, since } as BusinessVersion),
    file: parseFile(file as string),
    ...(isText(takenFrom) && { takenFrom: parseFile(takenFrom as string) }),
  };
}

const isText = (value: unknown) => typeof value === 'string';

function parseFile(text: string): CompanyFile {
  try {
    return JSON.parse(text) as CompanyFile;
  } catch {
    // Not with its cause: that would quote the file.
    throw new CorruptItemError('The file of the business is no JSON');
  }
}
