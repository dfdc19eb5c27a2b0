/** A call from a function to whatever stands outside of it: it takes its time, and the weather may be bad. */
import type { Chronicle } from '../engine/chronicle.ts';
import type { Entropy } from '../engine/entropy.ts';
import { type Fault, faults, type Weather } from '../engine/faults.ts';
import type { Scheduler } from '../engine/scheduler.ts';

export interface CallDeps {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  /** Orders who comes first. */
  readonly entropy: Entropy;
  /** Told of the task that a fault strikes. */
  readonly onTrouble: (task: string) => void;
  /** Ends the process of the task that is calling. */
  readonly die: () => boolean;
}

/** @param what for the story: `put LEAD#7K2M9QX4TD LEAD`. */
export type Call = <T>(what: string, effect: () => Promise<T>, options?: CallOptions) => Promise<T>;

interface CallOptions {
  /** What a failed call throws; default: what DynamoDB does. */
  readonly failure?: (fault: Fault) => Error;
  /** Making it again does no harm by the rules of who is called: the client does so when an answer is lost. */
  readonly repeatable?: boolean;
}

export class ServiceFault extends Error {
  constructor(name: string) {
    super(`${name} (simulated)`);
    this.name = name;
  }
}

const callFaults = [
  'call-fails-before',
  'call-fails-after',
  'call-throttled',
  'call-hangs-before',
  'call-hangs-after',
  'call-repeated',
  'process-dies-before',
  'process-dies-after',
] as const satisfies readonly Fault[];

/** Longer than any function has, in milliseconds. */
const hangsMs = 3_600_000;

const never = () => new Promise<never>(() => undefined);

export function caller({ scheduler, weather, chronicle, entropy, die, onTrouble }: CallDeps): Call {
  const namesOf: Partial<Record<Fault, readonly string[]>> = {
    'call-throttled': [
      'ProvisionedThroughputExceededException',
      'ThrottlingException',
      'RequestLimitExceeded',
    ],
  };
  const failures = ['InternalServerError', 'TimeoutError', 'ServiceUnavailable'];
  const failureOf = (fault: Fault) => new ServiceFault(entropy.pick(namesOf[fault] ?? failures));

  /** Mostly as fast as in one building; in a storm sometimes seconds. */
  const delayMs = () => {
    if (!weather.storm()) return entropy.between(1, 12);
    const slow = entropy.next();
    return slow < 0.8
      ? entropy.between(1, 40)
      : slow < 0.99
        ? entropy.between(40, 900)
        : entropy.between(900, 8_000);
  };

  return async (what, effect, { failure = failureOf, repeatable = false } = {}) => {
    const who = scheduler.current()?.name ?? 'nobody';
    const drawn = weather.oneOf(callFaults);
    const fault = drawn === 'call-repeated' && !repeatable ? undefined : drawn;
    if (fault !== undefined) onTrouble(who);
    await scheduler.sleep(delayMs());
    chronicle.note(who, fault ? `${what} ${faults[fault].says}` : what);
    switch (fault) {
      case 'call-fails-before':
      case 'call-throttled':
        throw failure(fault);
      case 'call-hangs-before':
        await scheduler.sleep(hangsMs);
        throw failure(fault);
      case 'process-dies-before':
        if (die()) return never();
        break;
      case 'call-repeated':
        await effect();
        await scheduler.sleep(entropy.between(50, 2_500));
        return effect();
    }
    const result = await effect();
    switch (fault) {
      case 'call-fails-after':
        throw failure(fault);
      case 'call-hangs-after':
        await scheduler.sleep(hangsMs);
        throw failure(fault);
      case 'process-dies-after':
        if (die()) return never();
    }
    return result;
  };
}
