/** Many worlds, on all cores. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Violation } from './book.ts';
import type { Fault } from './engine/faults.ts';

/** What a worker says of a world: `crashed` is a fault of the simulator itself, or an endless loop. */
export interface Told {
  readonly seed: string;
  readonly leads: number;
  readonly leadYears: number;
  readonly mails: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  readonly violations: readonly Violation[];
  readonly crashed?: string;
}

interface ManyOptions {
  /** Seeds are `<first>-1`, `<first>-2`, ... */
  readonly first: string;
  readonly worlds: number;
  readonly years: number;
  readonly print: (line: string) => void;
  /** Given instead of made up from `first`. */
  readonly seeds?: readonly string[];
  /** Flags of Node for the workers: patches that are planted. */
  readonly execArgv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A world with a broken rule of which this holds is the last. */
  readonly until?: (told: Told) => boolean;
}

export interface Summary {
  readonly worlds: number;
  readonly leads: number;
  readonly leadYears: number;
  readonly mails: number;
  readonly faults: number;
  readonly failed: readonly Told[];
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
const progressEachMs = 15_000;

/** Runs worlds until there are enough of them, and prints how it goes. */
export async function runMany(options: ManyOptions): Promise<Summary> {
  const { first, years, print, seeds, until = () => false } = options;
  const worlds = seeds ? seeds.length : options.worlds;
  const begunMs = performance.now();
  const failed: Told[] = [];
  let [begun, ended, leads, leadYears, mails, faults] = [0, 0, 0, 0, 0, 0];

  const nextSeed = (): string | undefined => {
    if (begun >= worlds || leadYears >= years || failed.some(until)) return undefined;
    begun += 1;
    return seeds ? seeds[begun - 1] : `${first}-${begun}`;
  };
  const count = (told: Told) => {
    ended += 1;
    leads += told.leads;
    leadYears += told.leadYears;
    mails += told.mails;
    faults += Object.values(told.faults).reduce((sum, one) => sum + one, 0);
    if (told.violations.length === 0 && told.crashed === undefined) return;
    failed.push(told);
    print(
      `${told.seed}: ${told.crashed ?? told.violations.map((one) => `${one.invariant}: ${one.sentence}`).join('; ')}`,
    );
  };
  const inWords = () =>
    `${ended} worlds, ${leads} leads, ${leadYears.toFixed(1)} lead-years, ${mails} mails, ${faults} faults, ` +
    `${failed.length} worlds with a broken rule, ${((performance.now() - begunMs) / 1000).toFixed(0)} s`;

  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(worker, [], {
        execArgv: [...(options.execArgv ?? [])],
        env: { ...process.env, ...options.environment },
      });
      const goOn = () => {
        const seed = nextSeed();
        if (seed === undefined) child.disconnect();
        else child.send(seed);
      };
      child.on('message', (told) => {
        count(told as Told);
        goOn();
      });
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A worker ended with ${code}`))));
      goOn();
    });

  const progress = setInterval(() => print(`… ${inWords()}`), progressEachMs);
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), worlds) }, work));
  } finally {
    clearInterval(progress);
  }
  print(inWords());
  return { worlds: ended, leads, leadYears, mails, faults, failed };
}
