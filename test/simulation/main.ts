/** `npm run simulate`: worlds of new seeds, or one world again. */
import { parseArgs } from 'node:util';
import { findPlanted } from './planted/sensitivity.ts';
import { runMany } from './many.ts';
import { formatReport, tellStory } from './story.ts';
import { runWorld } from './world.ts';

const usage = `npm run simulate -- --seed NAME      one world again, with its story
npm run simulate -- --planted [NAME]  plants faults, and looks for each
npm run simulate -- --worlds N        N worlds of new seeds
npm run simulate -- --years N         worlds of new seeds until leads lived N years
                    --first NAME      the seeds are NAME-1, NAME-2, ...; default: today's date and time
                    --story           of --seed: the whole story, not only its end`;

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string' },
    worlds: { type: 'string' },
    years: { type: 'string' },
    first: { type: 'string' },
    story: { type: 'boolean' },
    planted: { type: 'boolean' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});

const isAsked = values.seed ?? values.worlds ?? values.years ?? values.planted;
if (values.help || isAsked === undefined) {
  console.log(usage);
} else if (values.planted) {
  const hidden = await findPlanted(positionals, (line) => console.log(line));
  process.exitCode = hidden.length > 0 ? 1 : 0;
} else if (values.seed !== undefined) {
  const report = await runWorld(values.seed, { keepsStory: true });
  console.log(tellStory(report, values.story ?? false));
  console.log(formatReport(report));
  process.exitCode = report.violations.length > 0 ? 1 : 0;
} else {
  const first = values.first ?? new Date().toISOString().slice(0, 16);
  const summary = await runMany({
    first,
    worlds: Number(values.worlds ?? Number.POSITIVE_INFINITY),
    years: Number(values.years ?? Number.POSITIVE_INFINITY),
    print: (line) => console.log(line),
  });
  process.exitCode = summary.failed.length > 0 ? 1 : 0;
}
