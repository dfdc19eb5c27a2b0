/** Each seed in whose world a rule ever broke, with the fault that it was. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const seedsSchema = z.array(
  z.strictObject({
    seed: z.string(),
    /** The rule that broke. */
    invariant: z.string(),
    /** What was wrong, in one sentence. */
    fault: z.string(),
  }),
);

export const failedSeeds = seedsSchema.parse(
  JSON.parse(readFileSync(new URL('./seeds.json', import.meta.url), 'utf8')),
);
