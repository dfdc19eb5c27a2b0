/** What a seed makes of a world before it begins: when, how long, how many people, and what will go wrong. */
import { type Entropy, entropyOf } from './entropy.ts';
import { type Fault, faultNames, faults, type Storm } from './faults.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** What makes a world smaller than its seed says: to find out what of it a failure needs. */
export interface Cuts {
  readonly requests?: number;
  readonly days?: number;
  readonly without?: readonly Fault[];
  /** Only the first so many storms. */
  readonly storms?: number;
}

export interface Plan {
  readonly seed: string;
  readonly startMs: number;
  /** As long as people do something. */
  readonly days: number;
  readonly requests: number;
  /** As many people send the form within an hour, in worlds that have a flood. */
  readonly crowd: number;
  readonly rates: Readonly<Record<Fault, number>>;
  /** In their order, and with a calm between any two. */
  readonly storms: readonly Storm[];
  /** Of the state machine, the items and the mails of the last release something is there at the beginning. */
  readonly inherits: boolean;
  readonly entropy: Entropy;
}

/** After the last release's items were written. */
const inheritedSinceMs = Date.UTC(2026, 11, 1, 9);

/** After the last storm all that is owed must be done within this time. */
export const finalCalmMs = 3 * dayMs;

/** What SES says when it is not the mail's fault. */
const senderFaults = [
  'MessageRejected: Email address is not verified. The following identities failed the check in region EU-CENTRAL-1',
  'MailFromDomainNotVerifiedException: The MAIL FROM domain is not verified',
  'ConfigurationSetDoesNotExist: Configuration set <nachfass> does not exist.',
  'AccountSendingPausedException: Email sending is disabled for your account.',
];

export function planOf(seed: string, cuts: Cuts = {}): Plan {
  const entropy = entropyOf(seed);
  const size = entropy.stream('size');
  const drawnDays = size.between(20, size.pick([60, 200, 420]));
  const drawnRequests = size.between(2, size.pick([5, 20, 60]));
  const days = Math.min(drawnDays, cuts.days ?? drawnDays);
  const rates = ratesOf(entropy.stream('rates'), cuts.without ?? []);
  const flood = entropy.stream('flood');
  const inherits = size.chance(0.15);
  // Between spring 2026 and autumn 2028: all holidays, changes of clocks and a leap day.
  const startMs = inherits
    ? inheritedSinceMs + size.below(20 * dayMs)
    : Date.UTC(2026, 2, 1) + size.below(920) * dayMs + size.below(dayMs);
  return {
    seed,
    startMs,
    days,
    requests: Math.min(drawnRequests, cuts.requests ?? drawnRequests),
    crowd: flood.chance(0.12) && cuts.requests === undefined ? flood.between(22, 30) : 0,
    rates,
    storms: stormsOf(entropy.stream('storms'), startMs, days, rates).slice(0, cuts.storms),
    inherits,
    entropy,
  };
}

/** A year of ten requests in which nothing goes wrong but what people do. */
export function yearOf(seed: string): Plan {
  const calm = planOf(seed, { without: faultNames, storms: 0 });
  return { ...calm, days: 365, requests: 10, crowd: 0, inherits: false };
}

/** Half of the faults, each as often as it likes: where all happen at once, each hides the others. */
function ratesOf(entropy: Entropy, without: readonly Fault[]): Record<Fault, number> {
  const rates = faultNames.map((name) => {
    const rate = entropy.chance(0.5) ? entropy.next() * faults[name].upTo : 0;
    return [name, without.includes(name) ? 0 : rate] as const;
  });
  return Object.fromEntries(rates) as Record<Fault, number>;
}

function stormsOf(entropy: Entropy, startMs: number, days: number, rates: Plan['rates']): Storm[] {
  const storms: Storm[] = [];
  const untilMs = startMs + days * dayMs;
  for (let fromMs = startMs; fromMs < untilMs; ) {
    const length = entropy.between(1, entropy.pick([12, 48, 24 * 8])) * hourMs;
    const end = Math.min(fromMs + length, untilMs);
    const senderFault = entropy.pick(senderFaults);
    const outOfOrder = entropy.chance(rates['sender-out-of-order']);
    storms.push({ fromMs, untilMs: end, ...(outOfOrder && { senderFault }) });
    fromMs = end + entropy.between(6, entropy.pick([24, 96, 24 * 20])) * hourMs;
  }
  return storms;
}
