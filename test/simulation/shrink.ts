/** Makes a world in which something broke smaller, as long as the same rule breaks: what is left is what it takes. */
import { type Fault, faultNames } from './engine/faults.ts';
import type { Cuts } from './engine/plan.ts';
import { runWorld, type WorldReport } from './world.ts';

export interface Shrunk {
  readonly cuts: Cuts;
  readonly report: WorldReport;
  readonly tries: number;
}

/** A world that is as small as it gets within so many tries is small enough. */
const maxTries = 60;

/**
 * @param report of the whole world.
 * @returns the smallest world found in which the same rule breaks.
 */
export async function shrink(report: WorldReport): Promise<Shrunk> {
  const [first] = report.violations;
  let best: { readonly cuts: Cuts; readonly report: WorldReport } = { cuts: {}, report };
  let tries = 0;

  const tryCuts = async (cuts: Cuts): Promise<boolean> => {
    if (tries >= maxTries) return false;
    tries += 1;
    const smaller = await runWorld(report.seed, { cuts, keepsStory: true });
    const breaks = smaller.violations.some(({ invariant }) => invariant === first?.invariant);
    if (breaks) best = { cuts, report: smaller };
    return breaks;
  };

  await halve(report.plan.days, (days) => tryCuts({ ...best.cuts, days }));
  await halve(report.plan.requests, (requests) => tryCuts({ ...best.cuts, requests }));
  await halve(report.plan.storms.length, (storms) => tryCuts({ ...best.cuts, storms }));
  for (const fault of faultNames) {
    if ((best.report.faults.get(fault) ?? 0) === 0) continue;
    await tryCuts({ ...best.cuts, without: [...withoutOf(best.cuts), fault] });
  }
  return { ...best, tries };
}

const withoutOf = ({ without = [] }: Cuts): readonly Fault[] => without;

/** Tries smaller and smaller numbers: half as many, and where that is too few, a quarter less, and so on. */
async function halve(from: number, holds: (number: number) => Promise<boolean>): Promise<void> {
  let [low, high] = [0, from];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) high = middle;
    else low = middle;
  }
}

/** The cuts as `npm run simulate -- --seed` takes them. */
export function cutsInWords({ days, requests, storms, without = [] }: Cuts): string {
  return [
    ...(days === undefined ? [] : [`--days ${days}`]),
    ...(requests === undefined ? [] : [`--requests ${requests}`]),
    ...(storms === undefined ? [] : [`--storms ${storms}`]),
    ...without.map((fault) => `--without ${fault}`),
  ].join(' ');
}
