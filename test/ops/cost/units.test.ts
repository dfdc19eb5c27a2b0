import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PerLead, perLead } from '../../../ops/cost/units.ts';
import { startDynalite, type TestDatabase } from '../../support/dynalite.ts';
import { doors, outcomes, spam, texts } from './average-lead.ts';
import { aCountedBusiness, type CountedBusiness, type Door } from './counted-business.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

/** What one thing uses that comes to a fresh business. */
async function unitsOf(happens: (business: CountedBusiness) => Promise<void>): Promise<PerLead> {
  const { tableName } = await database.createTable();
  const business = await aCountedBusiness(database.endpoint, tableName);
  await happens(business);
  return business.end();
}

/** A word more in a mail changes no bill. */
const tolerance = 0.03;

/** Three digits say enough. */
const inShort = (units: PerLead): PerLead =>
  JSON.parse(
    JSON.stringify(units, (_, value) => (typeof value === 'number' ? +value.toPrecision(3) : value)),
  );

/** The sum of things, each so many times. */
function weighted(parts: readonly { readonly times: number; readonly units: PerLead }[]): PerLead {
  const sum: Record<string, number> = {};
  const calls: Record<string, number> = {};
  for (const { times, units } of parts) {
    const { calls: called, ...amounts } = units;
    for (const [key, amount] of Object.entries(amounts)) sum[key] = (sum[key] ?? 0) + times * amount;
    for (const [name, count] of Object.entries(called)) calls[name] = (calls[name] ?? 0) + times * count;
  }
  return { calls, ...sum } as unknown as PerLead;
}

test.each([
  ['outcomes', Object.values(outcomes).map(({ share }) => share)],
  ['doors', Object.values(doors)],
])('the shares of all %s are the whole', (_, shares) => {
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
});

test('a lead uses what ops/cost/units.ts says', async () => {
  const parts: { times: number; units: PerLead }[] = [];
  for (const [door, share] of Object.entries(doors) as [Door, number][]) {
    for (const outcome of Object.values(outcomes)) {
      const units = await unitsOf(async (business) => {
        await business.request(door, texts[outcome.request]);
        for (const [moment, happens] of Object.entries(outcome.steps)) {
          await business.workUntil(moment);
          await happens(business);
        }
      });
      parts.push({ times: share * outcome.share, units });
    }
    if (spam[door] === 0) continue;
    const units = await unitsOf((business) => business.request(door, texts.spam, { isSpam: true }));
    parts.push({ times: spam[door], units });
  }
  const measured = inShort(weighted(parts));
  const apart = `no longer so; what is true now:\n${JSON.stringify(measured, null, 2)}\nand then npm run cost -- --readme`;
  expect(Object.keys(measured.calls).toSorted(), apart).toEqual(Object.keys(perLead.calls).toSorted());
  const amountsIn = ({ calls, ...amounts }: PerLead) => ({ ...calls, ...amounts });
  const written: Readonly<Record<string, number>> = amountsIn(perLead);
  for (const [unit, amount] of Object.entries(amountsIn(measured))) {
    expect(Math.abs(amount / (written[unit] ?? 0) - 1), `${unit} are ${apart}`).toBeLessThan(tolerance);
  }
});
