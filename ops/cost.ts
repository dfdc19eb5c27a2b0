/** `npm run cost`: what a deployment costs in a month, by service. */
import { parseArgs } from 'node:util';
import { writeReadmeSection } from '../docs/readme-section.ts';
import { assumptions, costTable, readmeCost, usualVolumes } from './cost/in-words.ts';
import { countResources, synthesizedTemplates } from './cost/resources.ts';
import { readUnits } from './cost/units.ts';

const help = `npm run cost -- [flags]

  --leads NUMBER   leads a month; several times for several columns (default: 20, 200, 2,000 and 200,000)
  --readme         also write the default table into README.md
`;

const { values } = parseArgs({
  options: {
    leads: { type: 'string', multiple: true },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function volumesOf(given: readonly string[] | undefined): readonly number[] {
  const volumes = given?.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)) ?? usualVolumes;
  if (volumes.some(Number.isNaN)) throw new Error('--leads wants whole numbers, e.g. --leads 500');
  return volumes;
}

if (values.help) console.log(help);
else {
  try {
    const measured = readUnits();
    const resources = countResources(synthesizedTemplates());
    if (values.readme) writeReadmeSection('cost', readmeCost(measured, resources));
    const sentences = assumptions(measured, resources).map((sentence) => `- ${sentence}`);
    console.log(`${costTable(volumesOf(values.leads), measured, resources)}\n\n${sentences.join('\n')}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
