import { describe, expect, test } from 'vitest';
import type { BusinessReader, BusinessStore } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import { aCompanyFile } from '../support/company.ts';

const monday = '2026-11-23T09:00:00.000Z';
const tuesday = '2026-11-24T09:00:00.000Z';

interface Opened {
  readonly store: BusinessStore;
  /** Others that read what the store saves. */
  readonly readers?: readonly BusinessReader[];
}

/** What every store of the business keeps to, and whoever reads what it saves. */
export function businessStoreContract(name: string, open: () => Opened | Promise<Opened>): void {
  describe(`the business: ${name}`, () => {
    test('is nothing before it is stored', async () => {
      const { store, readers = [] } = await open();
      expect(await store.load()).toBeUndefined();
      expect(await store.history()).toEqual([]);
      for (const reader of readers) expect(await reader.load()).toBeUndefined();
    });

    test('is read as it was saved, whatever stands in it', async () => {
      const { store, readers = [] } = await open();
      const file = aCompanyFile({ brand: 'Rohr & Söhne "24 h" 🚿', closedOn: ['2026-12-28'], people: [] });
      const saved = await store.save({ file, by: 'Anna Büro', at: monday, expectedVersion: 0 });
      expect(saved).toEqual({ version: 1, savedAt: monday, by: 'Anna Büro', since: monday, file });
      for (const reader of [store, ...readers]) expect(await reader.load()).toEqual(saved);
    });

    test('keeps the company file that a version came from', async () => {
      const { store, readers = [] } = await open();
      const change = { file: aCompanyFile({ digestAt: '07:00' }), by: 'company file', at: monday };
      const takenFrom = aCompanyFile();
      const saved = await store.save({ ...change, takenFrom, expectedVersion: 0 });
      expect(saved.takenFrom).toEqual(takenFrom);
      for (const reader of [store, ...readers]) expect(await reader.load()).toEqual(saved);
    });

    test('keeps every version, and since when there is one', async () => {
      const { store, readers = [] } = await open();
      const first = aCompanyFile({ digestAt: '06:30' });
      const second = aCompanyFile({ digestAt: '07:00' });
      await store.save({ file: first, by: 'Anna', at: monday, expectedVersion: 0 });
      await store.save({ file: second, by: 'Bert', at: tuesday, expectedVersion: 1 });
      const now = { version: 2, savedAt: tuesday, by: 'Bert', since: monday, file: second };
      for (const reader of [store, ...readers]) expect(await reader.load()).toEqual(now);
      expect(await store.history()).toEqual([
        { version: 1, savedAt: monday, by: 'Anna', since: monday, file: first },
        now,
      ]);
    });

    test('of two who change the same version the second is told, and nothing is lost', async () => {
      const { store } = await open();
      await store.save({ file: aCompanyFile(), by: 'Anna', at: monday, expectedVersion: 0 });
      const change = (digestAt: string) =>
        store.save({ file: aCompanyFile({ digestAt }), by: digestAt, at: tuesday, expectedVersion: 1 });
      const outcomes = await Promise.allSettled(['05:00', '06:00', '07:00'].map(change));
      const saved = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(saved).toHaveLength(1);
      expect(refused).toEqual([expect.any(VersionConflictError), expect.any(VersionConflictError)]);
      expect(await store.load()).toEqual(saved[0]);
      expect((await store.history()).map(({ version }) => version)).toEqual([1, 2]);
    });

    test('is stored for the first time once', async () => {
      const { store } = await open();
      await store.save({ file: aCompanyFile(), by: 'Anna', at: monday, expectedVersion: 0 });
      const again = store.save({ file: aCompanyFile(), by: 'Bert', at: monday, expectedVersion: 0 });
      await expect(again).rejects.toThrow(VersionConflictError);
      await expect(
        store.save({ file: aCompanyFile(), by: 'Bert', at: monday, expectedVersion: 7 }),
      ).rejects.toThrow(VersionConflictError);
    });

    test('lists a hundred versions in their order', async () => {
      const { store } = await open();
      for (let version = 0; version < 101; version++) {
        await store.save({
          file: aCompanyFile({ retentionMonths: version + 1 }),
          by: 'Anna',
          at: monday,
          expectedVersion: version,
        });
      }
      const months = (await store.history()).map(({ file }) => file.retentionMonths);
      expect(months).toEqual(Array.from({ length: 101 }, (_, index) => index + 1));
    });
  });
}
