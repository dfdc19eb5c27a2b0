import { beforeEach, describe, expect, test } from 'vitest';
import type { SourceLog } from '../../domain/ports/source-log.ts';
import { addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';

/** What every log of sources does. */
export function sourceLogContract(name: string, makeLog: () => SourceLog | Promise<SourceLog>): void {
  describe(`sources of leads in ${name}`, () => {
    let log: SourceLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    test('each source knows when it brought leads, oldest first', async () => {
      expect(await log.list()).toEqual([]);
      await log.note('website:www.muster.example', 'lead-2', addMinutes(at, 2));
      await log.note('website:www.muster.example', 'lead-1', at);
      await log.note('email:anfrage@muster.example', 'lead-3', at);
      expect(await log.list()).toEqual([
        { source: 'email:anfrage@muster.example', broughtAt: [at] },
        { source: 'website:www.muster.example', broughtAt: [at, addMinutes(at, 2)] },
      ]);
    });

    test('the same lead counts once', async () => {
      await log.note('website', 'lead-1', at);
      await log.note('website', 'lead-1', addMinutes(at, 5));
      expect(await log.list()).toEqual([{ source: 'website', broughtAt: [at] }]);
    });

    test('the latest twenty are kept', async () => {
      for (let index = 0; index < 25; index++)
        await log.note('website', `lead-${index}`, addMinutes(at, index));
      const [website] = await log.list();
      expect(website?.broughtAt).toEqual(Array.from({ length: 20 }, (_, index) => addMinutes(at, index + 5)));
    });

    test('several at the same instant are all kept', async () => {
      await Promise.all(
        Array.from({ length: 5 }, (_, index) => log.note('website', `lead-${index}`, addMinutes(at, index))),
      );
      expect((await log.list())[0]?.broughtAt).toHaveLength(5);
    });
  });
}
