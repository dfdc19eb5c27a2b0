import { expect, test } from 'vitest';
import { countsForLimit, liveWeek, untouchedRequests } from './ordinary-week.ts';

test('in an ordinary week nobody of the firm gets more than five mails a day beside alerts and answers of customers', async () => {
  const mails = await liveWeek();
  expect(untouchedRequests).toBe(12);
  const counts = Map.groupBy(mails.filter(countsForLimit), ({ day, to }) => `${day} ${to}`);
  for (const [who, ofDay] of counts) expect({ who, tooMany: ofDay.slice(5) }).toEqual({ who, tooMany: [] });
  // What is due is told all the same, each day.
  expect(new Set(mails.filter(({ what }) => what === 'chase').map(({ day }) => day)).size).toBe(5);
  expect(mails.filter(({ what }) => what === 'list').length).toBeGreaterThanOrEqual(4);
}, 300_000);
