import { beforeEach, describe, expect, test } from 'vitest';
import type { DigestAnswers } from '../../domain/ports/digest-answers.ts';

const at = '2026-11-23T09:00:00.000Z';
const later = '2026-11-23T09:05:00.000Z';
const answer = {
  deliveryId: 'delivery-1',
  date: '2026-11-23',
  receivedAt: at,
  held: 'colleague',
  writtenBy: 'buero@muster-haustechnik.example',
  understood: [
    { number: 1, leadId: '7K2M9QX4TD', said: { what: 'reached' }, line: '1 erreicht' },
    { number: 2, leadId: '7K2M9QX4TE', said: { what: 'win', cents: 850_000 }, line: '2 gewonnen 8500' },
  ],
  unclear: [{ line: '3 vielleicht', asked: 'Was heißt das?' }],
} as const;
const id = answer.deliveryId;

/** What every store of answers to digests does. */
export function digestAnswersContract(
  name: string,
  makeStore: () => DigestAnswers | Promise<DigestAnswers>,
): void {
  describe(`answers to digests in ${name}`, () => {
    let store: DigestAnswers;
    beforeEach(async () => {
      store = await makeStore();
    });

    test('an answer is kept as it was first understood', async () => {
      expect(await store.find(id)).toBeUndefined();
      expect(await store.keep(answer)).toEqual({ ...answer, results: [] });
      const again = await store.keep({ ...answer, understood: [], unclear: [] });
      expect(again).toEqual({ ...answer, results: [] });
      expect(await store.find(id)).toEqual({ ...answer, results: [] });
    });

    test('one that waits for nobody says so', async () => {
      const { held: _, ...proven } = answer;
      await store.keep(proven);
      expect((await store.find(id))?.held).toBeUndefined();
    });

    test('of twenty who want to carry it out at once one may', async () => {
      await store.keep(answer);
      const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim(id, at, at)));
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    });

    test('whoever comes after one that died goes on where he was', async () => {
      await store.keep(answer);
      await store.claim(id, at, at);
      await store.note(id, [{}]);
      expect(await store.claim(id, later, at)).toBeUndefined();
      expect(await store.claim(id, later, later)).toMatchObject({
        ...answer,
        results: [{}],
        claimedAt: later,
      });
    });

    test('what is settled is carried out by nobody again', async () => {
      await store.keep(answer);
      await store.claim(id, at, at);
      const results = [{}, { refused: 'Das geht nicht.' }];
      await store.note(id, results, later);
      expect(await store.claim(id, later, later)).toBeUndefined();
      expect(await store.find(id)).toEqual({ ...answer, results, claimedAt: at, settledAt: later });
    });

    test('an answer that nobody kept is not carried out', async () => {
      expect(await store.claim(id, at, at)).toBeUndefined();
      await store.note(id, [{}], at);
      expect(await store.find(id)).toBeUndefined();
    });
  });
}
