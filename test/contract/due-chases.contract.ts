import { beforeEach, describe, expect, test } from 'vitest';
import type { DueChase, DueChases } from '../../domain/ports/due-chases.ts';
import { addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T09:00:00.000Z';
const first: DueChase = { leadId: 'lead-1', cadence: 'new', generation: 1, number: 1, last: false, at };

/** What every list of due chases does. */
export function dueChasesContract(name: string, makeChases: () => DueChases | Promise<DueChases>): void {
  describe(`due chases in ${name}`, () => {
    let chases: DueChases;
    beforeEach(async () => {
      chases = await makeChases();
    });

    test('are listed oldest first, of each request the newest', async () => {
      const other = { ...first, leadId: 'lead-0', at: addMinutes(at, 5) };
      const next = { ...first, number: 2, at: addMinutes(at, 1) };
      for (const chase of [other, first, next]) await chases.add(chase);
      expect(await chases.list()).toEqual([next, other]);
    });

    test('are forgotten when they went out, and what was booked meanwhile stays', async () => {
      const next = { ...first, number: 2, at: addMinutes(at, 240) };
      await chases.add(first);
      const listed = await chases.list();
      await chases.add(next);
      await chases.remove(listed);
      expect(await chases.list()).toEqual([next]);
      await chases.remove([next, next]);
      expect(await chases.list()).toEqual([]);
    });
  });
}
