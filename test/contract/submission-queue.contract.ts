import { beforeEach, describe, expect, test } from 'vitest';
import { type CapturedSubmission, maxMessageBytes } from '../../domain/capture/captured-submission.ts';
import type { SubmissionQueue } from '../../domain/ports/submission-queue.ts';
import { aSubmission, saying } from '../support/a-submission.ts';

/** A queue, and what lies in it. */
interface Watched {
  readonly queue: SubmissionQueue;
  readonly inside: () => CapturedSubmission[] | Promise<CapturedSubmission[]>;
}

/** What every queue of submissions does. */
export function submissionQueueContract(name: string, makeQueue: () => Watched | Promise<Watched>): void {
  describe(`submissions that wait in ${name}`, () => {
    let queue: SubmissionQueue;
    let inside: Watched['inside'];
    beforeEach(async () => {
      ({ queue, inside } = await makeQueue());
    });

    test('lie there as they were captured', async () => {
      const plain = aSubmission();
      const full = aSubmission({
        leadId: 'TEST000002',
        keys: { submissionId: 'b2f7', contentHash: 'another' },
        facts: {
          ...plain.facts,
          consent: { at: plain.capturedAt, wording: 'Ja, gern.' },
          attribution: { page: 'https://muster.example/kontakt', utm: { utm_source: 'zeitung' } },
        },
      });
      await queue.put(plain);
      await queue.put(full);
      expect((await inside()).toSorted((a, b) => (a.leadId < b.leadId ? -1 : 1))).toEqual([plain, full]);
    });

    test('keep every character that somebody may type or paste', async () => {
      const odd = saying('Öl & <Gas> "läuft" \u0000\u0007\u001b\u007f\u2028\uD83D\uFFFE\uFFFF 🚿 \\uFFFE');
      await queue.put(odd);
      expect(await inside()).toEqual([odd]);
    });

    test('may be as large as the largest form', async () => {
      const { facts } = aSubmission();
      const extra = Array.from({ length: 4 }, (_, at) => ({
        name: `Feld ${at}`,
        value: '\u0001'.repeat(10_000),
      }));
      const large = aSubmission({
        facts: { ...facts, request: { ...facts.request, message: '漢'.repeat(10_000), extra } },
      });
      await queue.put(large);
      expect(await inside()).toEqual([large]);
    });

    test('are refused, and not cut, where they are larger than a message may be', async () => {
      await expect(queue.put(saying('x'.repeat(maxMessageBytes)))).rejects.toThrow(/too large/);
      expect(await inside()).toEqual([]);
    });
  });
}
