/**
 * What no business may set for the mails to its customers. Settings of before these limits are kept as they stand and read as if
 * they held them; the distance between two mails is kept when they are sent.
 */
import type * as z from 'zod';
import { approximateDays, type Cadence } from '../lead/cadence.ts';
import { type CadenceName, cadenceNames } from '../lead/pipeline.ts';
import { limits } from '../limits/figures.ts';
import type { companySchema } from './company-schema.ts';

type Settings = Pick<z.output<typeof companySchema>, 'cadences' | 'trial'>;
type StoredSettings = Pick<z.input<typeof companySchema>, 'cadences' | 'trial'>;
type Rhythms = Settings['cadences'];

const { inWaiting: most, apart } = limits.reminders;
const shortest = approximateDays(apart);

/** A limit that a rhythm is beyond: what was found, and what is expected. */
export interface BeyondLimit {
  readonly name: CadenceName;
  /** As in `cadences.quoted.after`. */
  readonly path: string;
  readonly found: unknown;
  readonly expectation: string;
}

/** All limits that the rhythms of a business are beyond. */
export function beyondLimits({ cadences, trial }: Settings): BeyondLimit[] {
  return cadenceNames.flatMap((name) => {
    const rhythm = cadences[name];
    return rhythm?.to === 'customer' ? beyond(name, rhythm, trial === true) : [];
  });
}

function beyond(name: CadenceName, { after, thenEach }: NonNullable<Rhythms[CadenceName]>, trial: boolean) {
  const at = (field: string, found: unknown, expectation: string): BeyondLimit => ({
    name,
    path: `cadences.${name}.${field}`,
    found,
    expectation,
  });
  const tooClose = after.findIndex(
    (delay, index) =>
      index > 0 && approximateDays(delay) - approximateDays(after[index - 1] ?? '') < shortest,
  );
  return [
    ...(thenEach === undefined
      ? []
      : [at('thenEach', thenEach, 'expected none: mails to customers are never repeated without end')]),
    ...(after.length > most
      ? [at('after', after, `expected at most ${most} in the list: a customer gets no more in one waiting`)]
      : []),
    ...(tooClose > 0 && !trial
      ? [at(`after.${tooClose}`, after[tooClose], `expected at least ${apart} after the mail before`)]
      : []),
  ];
}

/** A rhythm as it counts: what is beyond the limits is cut. */
export function withinLimits(rhythm: Cadence): Cadence {
  if (rhythm.to !== 'customer') return rhythm;
  return { to: rhythm.to, after: rhythm.after.slice(0, most) };
}

/** Does this rhythm stand in a file that was stored before, as it is here? Then it is no new setting. */
export const stoodBefore = (
  { name }: Pick<BeyondLimit, 'name'>,
  { cadences, trial }: Settings,
  before: readonly StoredSettings[],
): boolean =>
  before.some(
    (file) =>
      (file.trial ?? false) === (trial ?? false) &&
      JSON.stringify(file.cadences?.[name]) === JSON.stringify(cadences[name]),
  );
