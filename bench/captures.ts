/** Captures per second over HTTP, against the local system in its own process. */
import { join } from 'node:path';
import autocannon from 'autocannon';
import { type LocalSystem, startLocalSystem } from '../test/support/local-system.ts';
import type { Checkout } from './checkout.ts';
import { measureFloor } from './floor.ts';
import { report, rounded } from './report.ts';

const connectionCounts = [1, 10, 50];
const warmUpSeconds = 5;
const turns = 4;

export async function measureCaptures(checkouts: readonly Checkout[], seconds: number): Promise<void> {
  const systems: (Checkout & { system: LocalSystem; results: Map<string, autocannon.Result[]> })[] = [];
  try {
    for (const checkout of checkouts) {
      const system = await startLocalSystem({ main: join(checkout.folder, 'local/main.ts') });
      systems.push({ ...checkout, system, results: new Map() });
      await load(system.url, 10, { duration: warmUpSeconds });
    }
    for (let turn = 0; turn < turns; turn++) {
      for (const connections of connectionCounts) {
        // Each is the first as often as the others.
        for (const { system, results } of turn % 2 === 0 ? systems : systems.toReversed()) {
          // Also the others: what one of them has still to do is no measure of this one.
          await Promise.all(systems.map((one) => one.system.quiet()));
          const result = await load(system.url, connections, { duration: seconds / turns });
          results.set(String(connections), [...(results.get(String(connections)) ?? []), result]);
        }
      }
    }
  } finally {
    for (const { system } of systems) await system.stop();
  }
  // After the systems have stopped: the floor has the machine to itself, as they had.
  const floors = new Map<string, number>();
  for (const connections of connectionCounts) {
    floors.set(String(connections), await measureFloor(connections, seconds / turns));
  }
  const title =
    'Captures over HTTP by connections, answered after the lead is stored, follow-up running behind';
  report(title, systems, connectionCounts.map(String), ({ results }, connections) => {
    // The best turn is the one that others on the machine slowed down least.
    const [result] = (results.get(connections) ?? []).toSorted((one, other) => other['2xx'] - one['2xx']);
    if (!result) return {};
    return {
      'a second': rounded(result['2xx'] / result.duration),
      'of the floor': rounded(result['2xx'] / result.duration / (floors.get(connections) ?? 0), 2),
      'p50 ms': result.latency.p50,
      'p99 ms': result.latency.p99,
      refused: result.non2xx + result.errors,
    };
  });
}

let submissions = 0;

/** Each one another person with another request: nothing is a repetition. */
function submission(number: number): string {
  return JSON.stringify({
    name: `Erika Muster ${number}`,
    email: `erika.${number}@example.org`,
    phone: `089 ${1_000_000 + number}`,
    message: `Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen. Haus Nummer ${number}.`,
  });
}

/** Captures for so many seconds, or so many. */
export function load(
  url: string,
  connections: number,
  end: { readonly duration: number } | { readonly amount: number },
): Promise<autocannon.Result> {
  const setupRequest = (request: autocannon.Request) => {
    submissions += 1;
    // Each from a network of its own: what floods one is withheld, and is no measure.
    const network = `2001:db8:${(submissions >> 16).toString(16)}:${(submissions & 0xffff).toString(16)}::1`;
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': network };
    return { ...request, headers, body: submission(submissions) };
  };
  return autocannon({
    url: `${url}/leads`,
    connections,
    ...end,
    requests: [{ method: 'POST', setupRequest }],
  });
}
