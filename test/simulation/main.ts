/** `npm run simulate`: worlds of new seeds, one world again, or faults planted by hand. */
import { parseArgs } from 'node:util';
import { type Fault, faultNames } from './engine/faults.ts';
import { type Cuts, yearOf } from './engine/plan.ts';
import { runMany } from './many.ts';
import { findPlanted } from './planted/sensitivity.ts';
import { failedSeeds } from './seeds.ts';
import { cutsInWords, shrink } from './shrink.ts';
import { formatReport, formatYear, tellStory } from './story.ts';
import { runWorld } from './world.ts';

const usage = `npm run simulate -- --seed NAME        one world again: its end as a story, made smaller if a rule broke
                    --story              the whole story
                    --days N --requests N --storms N --without FAULT   a smaller world than the seed says
npm run simulate -- --worlds N         N worlds of new seeds
npm run simulate -- --years N          worlds of new seeds until leads lived N years
                    --first NAME         the seeds are NAME-1, NAME-2, ...; default: the time of day
npm run simulate -- --known            every seed of test/simulation/seeds.json
npm run simulate -- --year NAME        ten customers' year without faults: who got which mails
npm run simulate -- --planted [NAME]   plants faults, and looks for each`;

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string' },
    story: { type: 'boolean' },
    days: { type: 'string' },
    requests: { type: 'string' },
    storms: { type: 'string' },
    without: { type: 'string', multiple: true },
    worlds: { type: 'string' },
    years: { type: 'string' },
    first: { type: 'string' },
    known: { type: 'boolean' },
    year: { type: 'string' },
    planted: { type: 'boolean' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});

const print = (line: string) => console.log(line);
const numberOf = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : Number(text);

function givenCuts(): Cuts {
  const { days, requests, storms, without } = values;
  const unknown = without?.find((name) => !faultNames.some((fault) => fault === name));
  if (unknown !== undefined) throw new Error(`There is no fault "${unknown}": ${faultNames.join(', ')}`);
  return {
    ...(days !== undefined && { days: Number(days) }),
    ...(requests !== undefined && { requests: Number(requests) }),
    ...(storms !== undefined && { storms: Number(storms) }),
    ...(without !== undefined && { without: without as Fault[] }),
  };
}

async function replay(seed: string): Promise<boolean> {
  const cuts = givenCuts();
  const report = await runWorld(seed, { cuts, keepsStory: true });
  const isWhole = Object.keys(cuts).length === 0;
  const smaller = report.violations.length > 0 && isWhole ? await shrink(report) : undefined;
  print(tellStory(smaller?.report ?? report, values.story ?? false));
  print(formatReport(report));
  if (smaller) {
    print(
      `Made smaller in ${smaller.tries} tries: npm run simulate -- --seed ${seed} ${cutsInWords(smaller.cuts)}`,
    );
    print(formatReport(smaller.report));
  }
  return report.violations.length === 0;
}

async function tellOfAYear(seed: string): Promise<boolean> {
  const report = await runWorld(seed, { plan: yearOf(seed), keepsStory: true, goesOn: true });
  if (values.story) print(tellStory(report, true));
  print(formatYear(report));
  return report.violations.length === 0;
}

async function runNew(seeds: readonly string[] | undefined): Promise<boolean> {
  const { failed, worlds } = await runMany({
    first: values.first ?? new Date().toISOString().slice(0, 16),
    worlds: numberOf(values.worlds, Number.POSITIVE_INFINITY),
    years: numberOf(values.years, Number.POSITIVE_INFINITY),
    ...(seeds && { seeds }),
    print,
  });
  print(`${worlds - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

async function run(): Promise<boolean> {
  if (values.seed !== undefined) return replay(values.seed);
  if (values.year !== undefined) return tellOfAYear(values.year);
  if (values.planted) return (await findPlanted(positionals, print)).length === 0;
  if (values.known) return runNew(failedSeeds.map(({ seed }) => seed));
  if (values.worlds !== undefined || values.years !== undefined) return runNew(undefined);
  print(usage);
  return true;
}

process.exitCode = (await run()) ? 0 : 1;
