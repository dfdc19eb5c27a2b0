import { expect, test } from 'vitest';
import { memoryBusinessStore } from '../../../adapters/memory/memory-business-store.ts';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { companyFileAuthor } from '../../../domain/business/take-file.ts';
import { CompanyFileError, storeCompanyFile } from '../../../local/data/company-file.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompanyFile } from '../../support/company.ts';

const older: CompanyFile = {
  ...aCompanyFile(),
  cadences: { quoted: { to: 'customer', after: ['P1D', 'P7D', 'P14D', 'P28D'], thenEach: 'P30D' } },
};

test('a business that begins does not begin beyond the limits for mails to customers', async () => {
  const store = memoryBusinessStore();
  await expect(storeCompanyFile(store, older, monday10)).rejects.toThrow(CompanyFileError);
  await expect(storeCompanyFile(store, older, monday10)).rejects.toThrow(
    'cadences.quoted.thenEach: found "P30D", expected none',
  );
  expect(await store.load()).toBeUndefined();
});

test('a business that stood before goes on with its file, and takes what else the file changes', async () => {
  const store = memoryBusinessStore();
  await store.save({
    file: older,
    takenFrom: older,
    by: companyFileAuthor,
    at: monday10,
    expectedVersion: 0,
  });
  expect(await storeCompanyFile(store, older, monday10)).toEqual([]);
  expect(await storeCompanyFile(store, { ...older, digestAt: '07:00' }, monday10)).toMatchObject([
    { path: ['digestAt'], after: '07:00' },
  ]);
  expect((await store.load())?.file.cadences).toEqual(older.cadences);
});
