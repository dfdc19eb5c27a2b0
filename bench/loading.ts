/** How long each function's code takes to load, as it would be deployed: most of a cold start. */
import { execFileSync } from 'node:child_process';
import { withBundles } from './bundles.ts';

const times = 7;

/** Runs in a fresh process: how long an import takes, in milliseconds. */
const program = `
  const started = performance.now();
  await import(process.argv[1]);
  console.log(performance.now() - started);
`;

/** @returns milliseconds by function, the least of several fresh processes: what others on the machine do not slow down. */
export function measureLoading(): Record<string, number> {
  return withBundles((bundles) =>
    Object.fromEntries(
      bundles.map(({ name, file }) => {
        const runs = Array.from({ length: times }, () =>
          Number(
            execFileSync(process.execPath, ['--input-type=module', '--eval', program, file], {
              encoding: 'utf8',
            }),
          ),
        );
        return [name, Math.round(Math.min(...runs))];
      }),
    ),
  );
}
