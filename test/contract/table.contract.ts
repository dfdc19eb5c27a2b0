/** What the stores rely on, whatever carries the table. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Change,
  type Condition,
  claimItem,
  type Item,
  isAbsent,
  isThere,
  type Table,
} from '../../adapters/table/table.ts';

const key = { pk: 'A', sk: 'a' };
const item = {
  ...key,
  status: 'OPEN',
  sortAt: '2026-11-23T09:00:00.000Z',
  expiresAt: 1_800_000_000,
  summary: { state: 'claimed', count: 2, nested: [{ ok: true }, null, 'ß 🛠️'] },
  version: 3,
  ids: new Set(['x', 'y']),
  $set: ['no set, whatever its name'],
};

export function tableContract(name: string, makeTable: () => Table | Promise<Table>): void {
  describe(`a table in ${name}`, () => {
    let table: Table;
    beforeEach(async () => {
      table = await makeTable();
    });
    const stored = async () => {
      const found = await table.get(key);
      if (!found) return undefined;
      const { writeId: _, ...attributes } = found;
      return attributes;
    };

    const pagesOf = async (status: string, range?: { from?: string; through?: string }) => {
      const pages: Item[][] = [];
      for await (const page of table.indexPages(status, range)) pages.push(page);
      return pages;
    };

    test('gives back what was put, and nothing of what was undefined', async () => {
      expect(await table.get(key)).toBeUndefined();
      await table.put({ ...item, gone: undefined, summary: { ...item.summary, gone: undefined } });
      expect(await stored()).toEqual(item);
      expect(Object.keys((await stored()) ?? {})).not.toContain('gone');
    });

    test('a put replaces the whole item', async () => {
      await table.put(item);
      await table.put({ ...key, version: 4 });
      expect(await stored()).toEqual({ ...key, version: 4 });
      expect(await table.queryIndex('OPEN')).toEqual([]);
    });

    const outcomes: readonly (readonly [condition: Condition, onItem: boolean, onNothing: boolean])[] = [
      [isAbsent, false, true],
      [isThere, true, false],
      [{ absent: 'summary.sentAt' }, true, true],
      [{ exists: 'summary.state' }, true, false],
      [{ absent: 'ids.x' }, true, true],
      [{ path: 'version', equals: 3 }, true, false],
      [{ path: 'version', equals: '3' }, false, false],
      [{ path: 'summary.state', equals: 'claimed' }, true, false],
      [{ path: 'version', atMost: 3 }, true, false],
      [{ path: 'version', atMost: 2 }, false, false],
      [{ path: 'version', below: 10 }, true, false],
      [{ path: 'version', above: 3 }, false, false],
      [{ path: 'status', above: 'OPEM' }, true, false],
      [{ path: 'status', below: 'OPEN' }, false, false],
      [{ path: 'none', above: '' }, false, false],
      [{ path: 'ids', shorterThan: 3 }, true, false],
      [{ path: 'ids', shorterThan: 2 }, false, false],
      [{ path: '$set', shorterThan: 2 }, true, false],
      [{ path: 'none', shorterThan: 9 }, false, false],
      [{ anyOf: [isAbsent, { path: 'version', equals: 3 }] }, true, true],
      [{ allOf: [isThere, { absent: 'status' }] }, false, false],
      [{ allOf: [isThere, { anyOf: [{ absent: 'x' }, { exists: 'y' }] }] }, true, false],
    ];
    test.for(outcomes)('%j', async ([condition, onItem, onNothing]) => {
      expect((await table.putIf({ ...key, sk: 'none' }, condition)).written).toBe(onNothing);
      await table.put(item);
      const changed = await table.update(key, { set: { touched: 1 }, condition });
      expect(changed !== undefined).toBe(onItem);
      await table.put(item);
      const put = await table.putIf({ ...key, version: 9 }, condition);
      expect(put.written).toBe(onItem);
      if (!put.written) expect(put.found).toEqual(item);
      await table.put(item);
      await table.remove(key, condition);
      expect((await stored()) === undefined).toBe(onItem);
    });

    const changes: readonly (readonly [change: Change, becomes: Record<string, unknown>])[] = [
      [
        { set: { 'summary.state': 'sent', status: 'X' } },
        { summary: { ...item.summary, state: 'sent' }, status: 'X' },
      ],
      [
        { set: { fresh: { deep: [1] } }, remove: ['version'] },
        { fresh: { deep: [1] }, version: undefined },
      ],
      [{ remove: ['status', 'sortAt', 'none'] }, { status: undefined, sortAt: undefined }],
      [{ addToSet: { ids: ['y', 'z'] } }, { ids: new Set(['x', 'y', 'z']) }],
      [{ addToSet: { others: ['z'] } }, { others: new Set(['z']) }],
      [{ removeFromSet: { ids: ['x', 'none'] } }, { ids: new Set(['y']) }],
      [{ removeFromSet: { ids: ['x', 'y'], none: ['z'] } }, { ids: undefined }],
    ];
    test.for(changes)('%j', async ([change, becomes]) => {
      await table.put(item);
      const { writeId: _, ...after } = (await table.update(key, change)) ?? { writeId: '' };
      expect(after).toEqual({ ...item, ...becomes });
      expect(await stored()).toEqual({ ...item, ...becomes });
    });

    test('an update makes the item where none stands, but no object for a path to lie in', async () => {
      expect(await table.update(key, { set: { version: 1 }, addToSet: { ids: ['x'] } })).toEqual({
        ...key,
        version: 1,
        ids: new Set(['x']),
      });
      await expect(table.update(key, { set: { 'summary.state': 'sent' } })).rejects.toThrow();
      expect(await stored()).toEqual({ ...key, version: 1, ids: new Set(['x']) });
    });

    test('the first of many claims is the one that counts', async () => {
      const claims = await Promise.all([1, 2, 3].map((version) => claimItem(table, { ...key, version })));
      const winner = claims.indexOf(undefined) + 1;
      expect(await stored()).toEqual({ ...key, version: winner });
      expect(claims.filter((first) => first !== undefined).map(({ version }) => version)).toEqual([
        winner,
        winner,
      ]);
    });

    test('of two who change the same version, one is told', async () => {
      await table.put(item);
      const condition = { path: 'version', equals: 3 };
      const puts = await Promise.all(
        [1, 2].map((who) => table.putIf({ ...key, version: 4, who }, condition)),
      );
      expect(puts.map(({ written }) => written).toSorted()).toEqual([false, true]);
    });

    test('a partition is listed by sort key, and only what begins so', async () => {
      for (const sk of ['MAIL#b', 'MAIL#Ä', 'MAIL#a', 'MAIL', 'MAIM', 'MAIL#🛠️'])
        await table.put({ pk: 'A', sk });
      await table.put({ pk: 'B', sk: 'MAIL#c' });
      const sortKeys = (await table.queryPartition('A', 'MAIL#')).map(({ sk }) => sk);
      expect(sortKeys).toEqual(['MAIL#a', 'MAIL#b', 'MAIL#Ä', 'MAIL#🛠️']);
    });

    test('without a prefix a partition is listed whole', async () => {
      for (const sk of ['b', 'a', 'MAIL#c']) await table.put({ pk: 'A', sk });
      expect((await table.queryPartition('A', '')).map(({ sk }) => sk)).toEqual(['MAIL#c', 'a', 'b']);
      expect((await table.lastInPartition('A', '', 2)).map(({ sk }) => sk)).toEqual(['b', 'a']);
    });

    test('the last of a partition come last first, and no more than asked for', async () => {
      for (const name of ['d', 'a', 'c', 'b'])
        await table.put({ pk: 'A', sk: `MAIL#${name}`, x: 'y'.repeat(300_000) });
      await table.put({ pk: 'A', sk: 'MAIM' });
      await table.put({ pk: 'B', sk: 'MAIL#z' });
      const last = async (atMost: number) =>
        (await table.lastInPartition('A', 'MAIL#', atMost)).map(({ sk }) => sk);
      expect(await last(2)).toEqual(['MAIL#d', 'MAIL#c']);
      // Four of them are more than DynamoDB reads at once.
      expect(await last(10)).toEqual(['MAIL#d', 'MAIL#c', 'MAIL#b', 'MAIL#a']);
      expect(await table.lastInPartition('C', 'MAIL#', 2)).toEqual([]);
    });

    test('the index lists by status and moment, both ends of a range included, with the summary alone', async () => {
      for (const day of [3, 1, 2, 4]) {
        await table.put({
          pk: `P${day}`,
          sk: 's',
          status: 'OPEN',
          sortAt: `2026-11-0${day}`,
          summary: { day },
          x: 1,
        });
      }
      await table.put({ pk: 'other', sk: 's', status: 'LATER', sortAt: '2026-11-02' });
      await table.put({ pk: 'none', sk: 's', sortAt: '2026-11-02' });
      const days = async (range?: { from?: string; through?: string }) =>
        (await table.queryIndex('OPEN', range)).map(({ summary }) => (summary as { day: number }).day);
      expect(await days()).toEqual([1, 2, 3, 4]);
      expect(await days({ from: '2026-11-02' })).toEqual([2, 3, 4]);
      expect(await days({ through: '2026-11-03' })).toEqual([1, 2, 3]);
      expect(await days({ from: '2026-11-02', through: '2026-11-03' })).toEqual([2, 3]);
      const paged = async (range?: { from?: string; through?: string }) =>
        (await pagesOf('OPEN', range)).flat().map(({ summary }) => (summary as { day: number }).day);
      expect(await paged()).toEqual([1, 2, 3, 4]);
      expect(await paged({ from: '2026-11-02' })).toEqual([2, 3, 4]);
      expect(await paged({ through: '2026-11-03' })).toEqual([1, 2, 3]);
      expect(await paged({ from: '2026-11-02', through: '2026-11-03' })).toEqual([2, 3]);
      const entry = { sk: 's', status: 'OPEN' };
      const second = { ...entry, pk: 'P2', sortAt: '2026-11-02', summary: { day: 2 } };
      expect(await table.lastInIndex('OPEN', '2026-11-03')).toEqual(second);
      expect(await table.lastInIndex('OPEN', '2026-11-01')).toBeUndefined();
      await table.update({ pk: 'P2', sk: 's' }, { remove: ['status', 'sortAt'] });
      expect(await days()).toEqual([1, 3, 4]);
    });

    test('a long list of the index comes in pages, each item once, many of one moment among them', async () => {
      const moments = Array.from({ length: 450 }, (_, at) => `2026-11-0${1 + Math.floor(at / 300)}`);
      const filling = 'x'.repeat(3_000);
      for (const [at, sortAt] of moments.entries()) {
        await table.put({ pk: `P${at}`, sk: 's', status: 'OPEN', sortAt, summary: { at, filling } });
      }
      const pages = await pagesOf('OPEN');
      expect(pages.length).toBeGreaterThan(1);
      const listed = pages.flat();
      expect(listed.map(({ sortAt }) => sortAt)).toEqual(moments);
      expect(new Set(listed.map(({ pk }) => pk)).size).toBe(moments.length);
      expect((await table.queryIndex('OPEN')).map(({ pk }) => pk)).toEqual(listed.map(({ pk }) => pk));
    });

    test('whoever moves each item of a page on comes through the list all the same', async () => {
      for (let at = 0; at < 450; at++) {
        const summary = { filling: 'x'.repeat(3_000) };
        await table.put({ pk: `P${at}`, sk: 's', status: 'OPEN', sortAt: '2026-11-01', summary });
      }
      const seen: string[] = [];
      for await (const page of table.indexPages('OPEN', { through: '2026-11-01' })) {
        for (const { pk } of page) {
          seen.push(pk);
          await table.update({ pk, sk: 's' }, { set: { sortAt: '2026-11-02' } });
        }
      }
      expect(seen.toSorted()).toEqual(Array.from({ length: 450 }, (_, at) => `P${at}`).toSorted());
    });

    test('a list of the index that is empty has no items', async () => {
      expect((await pagesOf('OPEN')).flat()).toEqual([]);
    });
  });
}
