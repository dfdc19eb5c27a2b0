/** The browser: Debian's, installed where it is missing and this is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const placeOfChromium = (): string | undefined =>
  [process.env.CHROMIUM, ...places].find((place) => place !== undefined && existsSync(place));

/** @returns the path of the program; `undefined`: there is none, and none can be installed. */
export function findChromium(): string | undefined {
  const found = placeOfChromium();
  if (found !== undefined) return found;
  console.log('No Chromium here; trying apt-get install chromium.');
  for (const command of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    if (spawnSync('apt-get', command, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
      return undefined;
  }
  return placeOfChromium();
}
