import { expect, test } from 'vitest';
import { randomIds } from '../../../adapters/crypto/random-ids.ts';
import { leadIdSchema } from '../../../domain/lead/event.ts';

const ids = Array.from({ length: 6_400 }, () => randomIds().newLeadId());

test('ids are as people read them out on the phone', () => {
  for (const id of ids) expect(leadIdSchema.safeParse(id).success, id).toBe(true);
});

test('no id comes twice', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('each character is about equally frequent at each place', () => {
  for (let place = 0; place < 10; place++) {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id.charAt(place), (counts.get(id.charAt(place)) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 200 are expected; 7 standard deviations (of 14) on either side never fail by chance.
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(98);
  }
});
