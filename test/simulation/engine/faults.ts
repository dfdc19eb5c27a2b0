/** What can go wrong in a world: one table, and the weather that says when it does. */
import type { Entropy } from './entropy.ts';

/** How likely each is at most when it has its chance; a world draws its own likelihoods below, and leaves some out. */
export const faults = {
  'call-fails-before': { upTo: 0.015, says: 'fails before its effect' },
  'call-fails-after': { upTo: 0.015, says: 'fails after its effect' },
  'call-throttled': { upTo: 0.02, says: 'is throttled' },
  'call-hangs-before': { upTo: 0.001, says: 'hangs, without effect' },
  'call-hangs-after': { upTo: 0.001, says: 'hangs, after its effect' },
  'call-repeated': { upTo: 0.03, says: 'is repeated by the client, for its answer was lost' },
  'process-dies-before': { upTo: 0.004, says: 'is never made: the process dies' },
  'process-dies-after': { upTo: 0.004, says: 'is the last: the process dies' },
  'index-lags': { upTo: 0.5, says: 'sees an old index' },
  'run-late': { upTo: 0.05, says: 'begins late' },
  'run-doubled': { upTo: 0.05, says: 'runs twice' },
  'run-unheard': { upTo: 0.03, says: 'is done, and its caller never hears of it' },
  'message-doubled': { upTo: 0.1, says: 'comes twice' },
  'message-late': { upTo: 0.1, says: 'comes late, after later ones' },
  'execution-lost': { upTo: 0.01, says: 'is stopped, and nobody knows' },
  'mail-refused': { upTo: 0.1, says: 'is refused for now' },
  'mail-unanswered-taken': { upTo: 0.04, says: 'is taken, and the answer is lost' },
  'mail-unanswered-lost': { upTo: 0.04, says: 'is lost, and so is the answer' },
  /** Of a whole storm. */
  'sender-out-of-order': { upTo: 0.5, says: 'is refused because of our own sender' },
  /** Of an address. */
  'address-refused': { upTo: 0.1, says: 'is refused because of its address' },
  'address-bounces': { upTo: 0.15, says: 'comes back' },
  'clock-skewed': { upTo: 0.5, says: 'has a clock that is wrong by seconds' },
} as const;
export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly Fault[];

/** A span in which faults happen; outside of them all is well, and what was promised within a time must be kept. */
export interface Storm {
  readonly fromMs: number;
  readonly untilMs: number;
  /** What the provider says of our sender as long as it lasts. */
  readonly senderFault?: string;
}

export interface Weather {
  /** Whether a fault happens that has its chance now. */
  strikes(fault: Fault): boolean;
  /** The one that happens of those that have their chance now. */
  oneOf(among: readonly Fault[]): Fault | undefined;
  /** Of what does not come and go, e.g. an address: whether it has this fault. */
  has(fault: Fault, entropy: Entropy): boolean;
  storm(): Storm | undefined;
  /** Notes one that happened whatever the weather draws. */
  count(fault: Fault): void;
  /** How often each has happened. */
  readonly counted: ReadonlyMap<Fault, number>;
}

export function weather(world: {
  readonly rates: Readonly<Record<Fault, number>>;
  readonly storms: readonly Storm[];
  readonly entropy: Entropy;
  readonly nowMs: () => number;
  readonly onFault: (fault: Fault) => void;
}): Weather {
  const { rates, storms, entropy, nowMs, onFault } = world;
  const counted = new Map<Fault, number>();
  let next = 0;

  const storm = (): Storm | undefined => {
    const now = nowMs();
    while ((storms[next]?.untilMs ?? Number.POSITIVE_INFINITY) <= now) next += 1;
    const coming = storms[next];
    return coming && coming.fromMs <= now ? coming : undefined;
  };
  const count = (fault: Fault): Fault => {
    counted.set(fault, (counted.get(fault) ?? 0) + 1);
    onFault(fault);
    return fault;
  };

  return {
    strikes(fault) {
      if (rates[fault] === 0 || !storm() || !entropy.chance(rates[fault])) return false;
      count(fault);
      return true;
    },
    oneOf(among) {
      if (!storm()) return undefined;
      let left = entropy.next();
      for (const fault of among) {
        left -= rates[fault];
        if (left < 0) return count(fault);
      }
      return undefined;
    },
    has: (fault, own) => own.chance(rates[fault]),
    storm,
    count,
    counted,
  };
}
