/** Runs the worlds it is told of, one after the other. */
import type { Told } from './many.ts';
import { runWorld } from './world.ts';

const nothing = { leads: 0, leadYears: 0, mails: 0, faults: {}, violations: [] };

async function tell(seed: string): Promise<Told> {
  try {
    const { leads, leadYears, mails, faults, violations } = await runWorld(seed);
    return { seed, leads, leadYears, mails, faults: Object.fromEntries(faults), violations };
  } catch (error) {
    return {
      seed,
      ...nothing,
      crashed: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

process.on('message', async (seed: string) => {
  process.send?.(await tell(seed));
});
process.on('disconnect', () => process.exit(0));
