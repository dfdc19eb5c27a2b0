/** `npm run cost`: what a deployment costs in a month, by service. */
import { parseArgs } from 'node:util';
import { readReadmeSection, writeReadmeSection } from '../docs/readme-section.ts';
import { assumptions, costTable } from './cost/in-words.ts';
import { countResources, synthesizedTemplates } from './cost/resources.ts';
import { readUnits } from './cost/units.ts';

const help = `npm run cost -- [flags]

  --leads NUMBER   leads a month; several times for several columns (default: 20, 200, 2,000 and 200,000)
  --readme         write the default table into README.md
`;

const usual = [20, 200, 2000, 200_000];

const { values } = parseArgs({
  options: {
    leads: { type: 'string', multiple: true },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function volumesOf(given: readonly string[] | undefined): readonly number[] {
  const volumes = given?.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)) ?? usual;
  if (volumes.some(Number.isNaN)) throw new Error('--leads wants whole numbers, e.g. --leads 500');
  return volumes;
}

function costInWords(volumes: readonly number[]): string {
  const measured = readUnits();
  const resources = countResources(synthesizedTemplates());
  const sentences = assumptions(measured, resources).map((sentence) => `- ${sentence}`);
  return `${costTable(volumes, measured, resources)}\n\n${sentences.join('\n')}`;
}

if (values.help) console.log(help);
else {
  try {
    const text = costInWords(volumesOf(values.readme ? undefined : values.leads));
    if (values.readme) writeReadmeSection('cost', text);
    console.log(values.readme ? readReadmeSection('cost') : text);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
