/**
 * The figures of this machine. Compare within one run only: machines differ, and share their cores with others. What is
 * compared takes turns, so that it meets the same weather.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../ops/synthesize.ts';
import { measureCaptures } from './captures.ts';
import { buildCheckout, reportBundles } from './checkout.ts';
import { reportColdStarts, startInTurns } from './cold-starts.ts';
import { measureDesk } from './desk.ts';
import { measureHostileMails } from './hostile-mails.ts';
import { measureLists } from './lists.ts';
import { measureLocalSystem } from './local-system.ts';

const measures = ['cold-starts', 'bundles', 'captures', 'local-system', 'lists', 'desk', 'hostile-mails'];
const help = `npm run bench -- [flags] [${measures.join('] [')}]   (default: all)

  --against FOLDER  another checkout, with its packages installed, measured beside this one
  --rounds NUMBER   cold starts of each function (default: 30)
  --seconds NUMBER  captures at each number of connections (default: 12)
  --leads NUMBER    open leads in the lists (default: 40000)
  --shape NAME      only the hostile mails whose name has this
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '12' },
    leads: { type: 'string', default: '40000' },
    shape: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const onlyHelp = values.help || positionals.some((name) => !measures.includes(name));
const wanted = (name: string) => !onlyHelp && (positionals.length === 0 || positionals.includes(name));

const checkouts = [
  ...(values.against === undefined ? [] : [{ label: 'before', folder: resolve(values.against) }]),
  { label: 'now', folder: repository },
];
if (onlyHelp) console.log(help);
const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
try {
  if (wanted('cold-starts') || wanted('bundles')) {
    const built = checkouts.map((checkout) => buildCheckout(checkout, join(folder, checkout.label)));
    if (wanted('cold-starts'))
      reportColdStarts(await startInTurns(built, { folder, rounds: Number(values.rounds) }));
    if (wanted('bundles')) reportBundles(built);
  }
  if (wanted('captures')) await measureCaptures(checkouts, Number(values.seconds));
  if (wanted('local-system')) await measureLocalSystem(checkouts);
  if (wanted('lists')) measureLists(checkouts, Number(values.leads));
  if (wanted('desk')) measureDesk([1_000, 10_000, 100_000]);
  if (wanted('hostile-mails')) await measureHostileMails(values.shape);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
