/**
 * Plants a fault: replaces one snippet in one file as it is loaded, and fails loudly where it is not found any more. Loaded
 * by `--import` before anything else; the name of the fault stands in PLANTED.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { plantedFaults } from './faults.ts';

const name = process.env.PLANTED ?? '';
const fault = plantedFaults[name];
if (!fault) throw new Error(`There is no fault to plant called "${name}"`);

const root = new URL('../../../', import.meta.url);
const target = new URL(fault.file, root).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== target) return loaded;
    const source = String(loaded.source);
    const parts = source.split(fault.instead);
    if (parts.length !== 2) {
      throw new Error(
        `"${name}" cannot be planted: its snippet stands ${parts.length - 1} times in ${fileURLToPath(url)}`,
      );
    }
    return { ...loaded, source: parts.join(fault.of) };
  },
});
