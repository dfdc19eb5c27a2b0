/** `npm run keep-release`: keeps what the code of today leaves behind, as what the next versions must live with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { startDynalite } from '../support/dynalite.ts';
import { releaseOfToday } from './a-release.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const database = await startDynalite();
const release = await releaseOfToday(version, await database.createTable());
await database.close();
writeFileSync(new URL('../fixtures/last-release.json', import.meta.url), `${JSON.stringify(release)}\n`);
console.log(
  `Kept version ${version}: ${release.items.length} items, ${Object.keys(release.resources).length} resources.`,
);
