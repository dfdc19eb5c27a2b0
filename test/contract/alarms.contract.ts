import { beforeEach, describe, expect, test } from 'vitest';
import type { Alarms } from '../../domain/ports/alarms.ts';
import { addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';
const one = { leadId: 'lead-1', since: at, trusted: false };

/** What every list of emergencies does. */
export function alarmsContract(name: string, makeAlarms: () => Alarms | Promise<Alarms>): void {
  describe(`emergencies in ${name}`, () => {
    let alarms: Alarms;
    beforeEach(async () => {
      alarms = await makeAlarms();
    });

    test('are listed oldest first, and ring since they began', async () => {
      const other = { leadId: 'lead-0', since: addMinutes(at, 1), trusted: true };
      for (const alarm of [other, one, { ...one, since: addMinutes(at, 9) }]) await alarms.add(alarm);
      expect(await alarms.list()).toEqual([one, other]);
      await alarms.remove([one.leadId, 'lead-9']);
      expect(await alarms.list()).toEqual([other]);
    });

    test('of many who would ring for all of them one may', async () => {
      const next = { rings: 1, rangAt: at };
      const claims = await Promise.all([1, 2, 3].map(() => alarms.claimCommon(undefined, next)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await alarms.common()).toEqual(next);
      const again = { rings: 2, rangAt: addMinutes(at, 5) };
      expect(await alarms.claimCommon({ ...next, rings: 9 }, again)).toBe(false);
      expect(await alarms.claimCommon(next, again)).toBe(true);
      expect(await alarms.claimCommon(next, again)).toBe(false);
      expect(await alarms.common()).toEqual(again);
    });

    test('ring each by itself again when the one alarm has ended', async () => {
      await alarms.add(one);
      await alarms.claimCommon(undefined, { rings: 1, rangAt: at });
      await alarms.endCommon();
      expect(await alarms.common()).toBeUndefined();
      expect(await alarms.list()).toEqual([one]);
      expect(await alarms.claimCommon(undefined, { rings: 1, rangAt: at })).toBe(true);
    });
  });
}
