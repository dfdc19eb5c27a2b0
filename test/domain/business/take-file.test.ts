import { expect, test } from 'vitest';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { companyFileAuthor, takeFile } from '../../../domain/business/take-file.ts';
import type { BusinessVersion } from '../../../domain/ports/business-store.ts';
import { aCompanyFile } from '../../support/company.ts';

const at = '2026-11-23T09:00:00.000Z';
const version = (number: number, file: CompanyFile, takenFrom?: CompanyFile): BusinessVersion => ({
  version: number,
  savedAt: at,
  by: takenFrom ? companyFileAuthor : 'Anna',
  since: at,
  file,
  ...(takenFrom && { takenFrom }),
});
const first = aCompanyFile({ digestAt: '06:30', retentionMonths: 12 });
const taken = version(1, first, first);

test('the first file is the business', () => {
  expect(takeFile(first, [])).toBe(first);
});

test('a file that says what it said changes nothing, whatever was changed since', () => {
  expect(takeFile(first, [taken])).toBeUndefined();
  expect(takeFile(first, [taken, version(2, { ...first, digestAt: '07:00' })])).toBeUndefined();
});

test('what the file changes is taken, and what others changed meanwhile stays', () => {
  const byAnna = version(2, { ...first, digestAt: '07:00' });
  const edited = { ...first, phone: '+49 89 999' };
  const merged = { ...first, digestAt: '07:00', phone: '+49 89 999' };
  expect(takeFile(edited, [taken, byAnna])).toEqual(merged);
  expect(takeFile(edited, [taken, byAnna, version(3, merged, edited)])).toBeUndefined();
});

test('where both changed the same field the file counts, for it was changed last', () => {
  const byAnna = version(2, { ...first, digestAt: '07:00' });
  expect(takeFile({ ...first, digestAt: '05:00' }, [taken, byAnna])).toEqual({ ...first, digestAt: '05:00' });
});

test('a field that the file gives up goes', () => {
  const { emergencyPhone: _, ...without } = first;
  expect(takeFile(without, [taken])).toEqual(without);
});

test('what does not fit together is as the file says', () => {
  const { region: _, ...german } = first;
  const byAnna = version(2, { ...german, region: 'SN' });
  const austrian: CompanyFile = { ...german, country: 'AT' };
  expect(takeFile(austrian, [version(1, german, german), byAnna])).toEqual(austrian);
});
