/**
 * `npm run test:browser [-- <words of files>]`: the stories of the desk in Debian's Chromium, on a phone and on a laptop, with
 * scripts and without. Ends with 69 if there is no Chromium.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../checks/look/chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error(
    'No story was told: there is no Chromium, and apt-get cannot install it. CHROMIUM names another one.',
  );
  process.exit(69);
}
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/browser/vitest.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: executablePath } },
);
process.exitCode = status ?? 1;
