/** Plants each fault and counts the worlds until it is found. */
import { fileURLToPath } from 'node:url';
import { runMany } from '../many.ts';
import { plantedFaults } from './faults.ts';

const plant = fileURLToPath(new URL('./plant.ts', import.meta.url));
/** A fault that hides longer than this is not seen. */
const maxWorlds = 500;

/**
 * @param only the names of the faults; none: all.
 * @returns those that were not found.
 */
export async function findPlanted(only: readonly string[], print: (line: string) => void): Promise<string[]> {
  const hidden: string[] = [];
  const names = only.length > 0 ? only : Object.keys(plantedFaults);
  for (const name of names) {
    const fault = plantedFaults[name];
    if (!fault) throw new Error(`There is no fault to plant called "${name}"`);
    const { failed, worlds } = await runMany({
      first: 'planted',
      worlds: maxWorlds,
      years: Number.POSITIVE_INFINITY,
      print: () => undefined,
      execArgv: ['--import', plant],
      environment: { PLANTED: name },
      until: ({ violations }) => violations.some(({ invariant }) => fault.breaks.includes(invariant)),
    });
    const found = failed.flatMap(({ violations, seed }) => violations.map((one) => ({ ...one, seed })));
    const first = found.find(({ invariant }) => fault.breaks.includes(invariant));
    const crashed = failed.find((one) => one.crashed !== undefined);
    if (crashed) print(crashed.crashed ?? '');
    print(
      first
        ? `${name}: found in world ${first.seed} of ${worlds}: ${first.invariant}: ${first.sentence}`
        : `${name}: NOT FOUND in ${worlds} worlds`,
    );
    if (!first) hidden.push(name);
  }
  const count = names.length - hidden.length;
  print(`${count} passed, ${hidden.length} failed`);
  return hidden;
}
