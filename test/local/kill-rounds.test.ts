import { expect, test } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';

test('killed in the middle of forms, mails, the clock and the digest, and without power: nothing lost, nothing doubled', async () => {
  const counts = await killRounds(4);
  expect(counts).toMatchObject({ rounds: 4, lost: [], doubled: [], stranded: [] });
  expect(counts.answered).toBeGreaterThan(0);
  expect(counts.taken).toBeGreaterThan(0);
  expect(counts.digests).toBeGreaterThan(0);
});
