/** `npm run survive`: kills the local system again and again, and counts what was answered and what is there afterwards. */
import { parseArgs } from 'node:util';
import { killRounds } from '../test/support/kill-rounds.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } });
const rounds = Number(values.rounds);

const { lost, doubled, stranded, ...counts } = await killRounds(rounds, (round, { answered, taken }) =>
  console.log(`round ${round} of ${rounds}: ${answered} forms answered, ${taken} mails taken`),
);
for (const [name, amount] of Object.entries(counts)) console.log(`${name.padEnd(10)} ${amount}`);
for (const [name, which] of Object.entries({ lost, doubled, stranded }))
  console.log([`${name.padEnd(10)} ${which.length}`, ...which.slice(0, 20)].join('\n  '));
process.exitCode = lost.length + doubled.length + stranded.length === 0 ? 0 : 1;
