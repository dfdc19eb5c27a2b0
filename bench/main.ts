/**
 * The figures of this machine. Compare within one run only: machines differ, and share their cores with others.
 *
 *   npm run bench              everything
 *   npm run bench -- captures  one of: captures, bundles, story, digest, units; what `units` finds is kept for `npm run cost`
 */
import { measureBundles } from './bundles.ts';
import { measureCaptures } from './captures.ts';
import { measureDigest } from './digest-reads.ts';
import { measureStory } from './story.ts';
import { measureUnits } from './units.ts';

const wanted = process.argv.slice(2);
const measures: Readonly<Record<string, () => Promise<void>>> = {
  captures: measureCaptures,
  bundles: measureBundles,
  story: measureStory,
  digest: measureDigest,
  units: () => measureUnits({ keep: wanted.includes('units') }),
};

const unknown = wanted.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`Nothing to measure: ${unknown.join(', ')}. There is: ${Object.keys(measures).join(', ')}.`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
