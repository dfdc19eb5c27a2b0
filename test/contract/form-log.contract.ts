import { beforeEach, describe, expect, test } from 'vitest';
import type { FormLog } from '../../domain/ports/form-log.ts';
import { addDuration } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';

/** What every log of forms does. */
export function formLogContract(name: string, makeLog: () => FormLog | Promise<FormLog>): void {
  describe(`forms that came in, in ${name}`, () => {
    let log: FormLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    test('a proof counts for whoever comes first with it, and for him again', async () => {
      expect(await log.claimProof('proof-1', 'erika@example.org', at)).toBe(true);
      expect(await log.claimProof('proof-1', 'victim@example.org', at)).toBe(false);
      expect(await log.claimProof('proof-1', 'erika@example.org', addDuration(at, 'P2D'))).toBe(true);
      expect(await log.claimProof('proof-2', 'victim@example.org', at)).toBe(true);
    });

    test('of a hundred people who come with one proof at once it counts for one', async () => {
      const claims = Array.from({ length: 100 }, (_, index) =>
        log.claimProof('proof-1', `holder-${index}`, at),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    test('a text is counted each time it comes, and each text for itself', async () => {
      expect(await log.countText('Kaufen Sie', at)).toBe(1);
      expect(await log.countText('Kaufen Sie', at)).toBe(2);
      expect(await log.countText('Etwas anderes', at)).toBe(1);
      expect(await log.countText('Kaufen Sie', addDuration(at, 'P29D'))).toBe(3);
    });

    test('what came more than a month ago counts no more', async () => {
      await log.countText('Kaufen Sie', at);
      expect(await log.countText('Kaufen Sie', addDuration(at, 'P31D'))).toBe(1);
    });

    test('texts that come at the same time are all counted', async () => {
      const counts = await Promise.all(Array.from({ length: 5 }, () => log.countText('Kaufen Sie', at)));
      expect(Math.max(...counts)).toBe(5);
    });
  });
}
