import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskNews } from '../../domain/ports/desk-news.ts';

/** What the news of the desk do wherever they are kept. */
export function deskNewsContract(name: string, makeNews: () => DeskNews | Promise<DeskNews>): void {
  describe(`the news of the desk in ${name}`, () => {
    let news: DeskNews;
    beforeEach(async () => {
      news = await makeNews();
    });

    test('there are none at first', async () => {
      expect(await news.read()).toBeUndefined();
    });

    test('are others after each change of any lead, and the same until the next', async () => {
      const seen = new Set<string | undefined>();
      for (const [id, version] of [
        ['A', 1],
        ['B', 1],
        ['A', 2],
      ] as const) {
        await news.announce({ id, version });
        const latest = await news.read();
        expect(await news.read()).toBe(latest);
        seen.add(latest);
      }
      expect(seen.size).toBe(3);
    });

    test('many at once keep nobody waiting, and the last of them stands', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, version) => news.announce({ id: 'A', version })));
      await news.announce({ id: 'B', version: 1 });
      const last = await news.read();
      await news.announce({ id: 'B', version: 1 });
      expect(await news.read()).toBe(last);
    });
  });
}
