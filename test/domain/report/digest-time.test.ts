import { expect, test } from 'vitest';
import { dueDigest } from '../../../domain/report/digest-time.ts';

const munich = { digestAt: '06:30', timeZone: 'Europe/Berlin' };
const longAgo = '2026-01-01T00:00:00.000Z';

test.each([
  ['a minute before', '2026-11-24T05:29:59.999Z', undefined],
  ['on the minute', '2026-11-24T05:30:00.000Z', '2026-11-24'],
  ['hours later, after an outage', '2026-11-24T11:29:59.999Z', '2026-11-24'],
  ['in the afternoon', '2026-11-24T11:30:00.000Z', undefined],
  ['the day summer time begins: still 06:30 on the wall', '2027-03-28T04:30:00.000Z', '2027-03-28'],
  ['the hour before it', '2027-03-28T04:29:00.000Z', undefined],
  ['the day summer time ends', '2026-10-25T05:30:00.000Z', '2026-10-25'],
  ['the hour before it ends', '2026-10-25T05:29:00.000Z', undefined],
])('%s', (_, now, date) => {
  expect(dueDigest(munich, now, longAgo)).toBe(date);
});

test('of shortly before midnight the digest is due after it, too, and counts for the day before', () => {
  const late = { ...munich, digestAt: '23:55' };
  expect(dueDigest(late, '2026-11-24T22:55:00.000Z', longAgo)).toBe('2026-11-24');
  expect(dueDigest(late, '2026-11-24T23:05:00.000Z', longAgo)).toBe('2026-11-24');
  expect(dueDigest(late, '2026-11-25T04:55:00.000Z', longAgo)).toBeUndefined();
});

test('what was due before there was a business is not made up for', () => {
  expect(dueDigest(munich, '2026-11-24T06:00:00.000Z', '2026-11-24T05:45:00.000Z')).toBeUndefined();
  expect(dueDigest(munich, '2026-11-25T06:00:00.000Z', '2026-11-24T05:45:00.000Z')).toBe('2026-11-25');
});
