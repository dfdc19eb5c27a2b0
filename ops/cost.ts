/** `npm run cost`: what a deployment costs in a month, by service. */
import { parseArgs } from 'node:util';
import { writeSection } from '../docs/section.ts';
import { assumptions, costTable, readmeCost, usualVolumes } from './cost/in-words.ts';
import { countDeployed } from './cost/resources.ts';
import { perLead } from './cost/units.ts';

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

const volumes = values.leads?.map(Number) ?? usualVolumes;

try {
  if (values.help) console.log(help);
  else if (!volumes.every((leads) => Number.isSafeInteger(leads) && leads >= 0)) {
    throw new Error('--leads wants whole numbers, e.g. --leads 500');
  } else {
    const resources = countDeployed();
    if (values.readme) writeSection('README.md', 'cost', readmeCost(perLead, resources));
    const sentences = assumptions(perLead, resources).map((sentence) => `- ${sentence}`);
    console.log(`${costTable(volumes, perLead, resources)}\n\n${sentences.join('\n')}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
