/** `npm start -- --demo`: a firm with a year behind it, to look around in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCompanyFile } from '../data/company-file.ts';
import type { Options } from '../options.ts';
import { type System, startSystem } from '../system.ts';
import { demoBegins, playDemo } from './play.ts';

const demoCompany = fileURLToPath(new URL('../../companies/demo.json', import.meta.url));

/**
 * Nobody waits for anything here: what looks every few minutes whether there is work may look every few hours, and what a power
 * cut takes is played again.
 */
const quickYear = {
  schedules: { digest: '30 * * * *', reconcile: '0 */6 * * *' },
  syncLog: { sync: async () => {}, close: () => {} },
};

/** In the folder of a demonstration that was played to its end. */
const playedName = 'demo-is-played';

/**
 * Starts the system on the demonstration; where it was not played yet, plays it first.
 * @throws Error in one line: the folder holds something else, or the demonstration stopped half-way.
 */
export async function startDemo(given: Options): Promise<System> {
  const options = { ...given, companyFile: given.companyFile ?? demoCompany };
  const played = join(options.dataFolder, playedName);
  if (existsSync(played) && !options.fresh) return startSystem(options);
  if (existsSync(options.dataFolder) && !existsSync(played) && !options.fresh) {
    throw new Error(
      `The data in ${options.dataFolder} is no demonstration that was played to its end. --fresh plays one there and deletes what there is; --data names another folder.`,
    );
  }
  const now = new Date(options.nowMs ?? Date.now()).toISOString();
  const begins = { ...options, fresh: true, nowMs: Date.parse(demoBegins(now)) };
  const system = await startSystem(begins, quickYear);
  try {
    await playDemo(system.url, readCompanyFile(options.companyFile).file, now);
  } finally {
    await system.stop();
  }
  writeFileSync(played, `${now}\n`);
  return startSystem({ ...options, fresh: false, nowMs: undefined });
}
