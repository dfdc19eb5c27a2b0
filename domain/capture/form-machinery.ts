/** What forms and their senders add of their own: ids, keys, tracking, states. */

import { wrappers } from './answer-shapes.ts';
import { contractFields } from './field-names.ts';
import type { Found } from './form-answer.ts';
import { type Sender, squeeze } from './form-sender.ts';
import {
  listsOfWays,
  machineEndings,
  machineNames,
  machinePrefixes,
  machineValues,
  moment,
  momentEndings,
  ofWays,
} from './machinery-shapes.ts';

/** @returns the same answers, machinery among them marked. */
export function markMachinery(all: readonly Found[], sender: Sender | undefined): Found[] {
  return all.map((one) => (one.machinery || !isMachinery(one, sender) ? one : { ...one, machinery: true }));
}

const flag = /^(?:true|false)$/i;

function isMachinery({ names, path, role, value }: Found, sender: Sender | undefined): boolean {
  // What is surely a number of the sender, whatever it was called.
  if (names.length === 1 && names[0] === 'phone') return false;
  const above = path.slice(0, -1).map(squeeze);
  if (above.some((name) => machineNames.has(name) && !wrappers.has(name))) return true;
  const isOfWay = above.some((name) => listsOfWays.has(name));
  // Whatever is true or false of an address, nobody typed it.
  if (isOfWay && (ofWays.has(squeeze(path.at(-1) ?? '')) || flag.test(value))) return true;
  return names.some((name) => {
    if ((contractFields as readonly string[]).includes(name) || role === 'submissionId') return false;
    if (machinePrefixes.test(name)) return true;
    if (machineEndings.test(name) && !/\s/.test(value)) return true;
    if (momentEndings.test(name) && moment.test(value)) return true;
    const plain = squeeze(name);
    if (machineNames.has(plain) || sender?.machinery?.has(plain)) return true;
    return machineValues.some((known) => known.name.test(plain) && known.value.test(value));
  });
}
