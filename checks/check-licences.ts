/** Part of `npm run check`: whether the licences of all packages that the lock file names allow our use. */
import { readFileSync } from 'node:fs';
import { forbiddenLicences, type LockedPackage } from './licences.ts';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const complaints = forbiddenLicences(lock.packages);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else console.log(`Licences: ${Object.keys(lock.packages).length - 1} packages, none in the way.`);
