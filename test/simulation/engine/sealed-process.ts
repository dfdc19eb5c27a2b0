/**
 * Takes the clock and the chance of this process away from everything that runs in a world: `Date`, `setTimeout`,
 * `Math.random` and `node:crypto` come from the world there, and stay what they were everywhere else. So no world differs
 * from another of the same seed.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Entropy } from './entropy.ts';
import type { Scheduler, Timer } from './scheduler.ts';

interface Inside {
  readonly scheduler: Scheduler;
  /** Of the ids and secrets that programs make up. */
  readonly entropy: Entropy;
}

let inside: Inside | undefined;
let sealed = false;

/** The world whose task is asking, if one is. */
const world = (): Inside | undefined => (inside?.scheduler.current() ? inside : undefined);

/** One world at a time runs in a process. */
export async function withinWorld<T>(one: Inside, run: () => Promise<T>): Promise<T> {
  if (inside) throw new Error('Another world runs in this process');
  if (!sealed) seal();
  sealed = true;
  inside = one;
  try {
    return await run();
  } finally {
    inside = undefined;
  }
}

function seal(): void {
  sealDate();
  sealTimers();
  sealChance();
}

function sealDate(): void {
  const RealDate = Date;
  const nowMs = () => world()?.scheduler.nowMs() ?? RealDate.now();
  class WorldDate extends RealDate {
    constructor(...parts: [] | ConstructorParameters<typeof RealDate>) {
      if (parts.length === 0) super(nowMs());
      else super(...(parts as ConstructorParameters<typeof RealDate>));
    }
    static override now(): number {
      return nowMs();
    }
  }
  globalThis.Date = WorldDate as DateConstructor;
  const { performance } = globalThis;
  const realNow = performance.now.bind(performance);
  performance.now = () => world()?.scheduler.nowMs() ?? realNow();
}

function sealTimers(): void {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const timers = new WeakMap<object, Timer>();
  const setInWorld = (run: (...given: unknown[]) => void, millis = 0, ...given: unknown[]) => {
    const here = world();
    if (!here) return realSet(run, millis, ...given);
    const handle = { ref: () => handle, unref: () => handle, hasRef: () => true };
    timers.set(
      handle,
      here.scheduler.timeout(() => run(...given), millis),
    );
    return handle;
  };
  globalThis.setTimeout = Object.assign(setInWorld, realSet) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((handle?: unknown) => {
    const timer = typeof handle === 'object' && handle !== null ? timers.get(handle) : undefined;
    if (timer) timer.cancel();
    else realClear(handle as NodeJS.Timeout);
  }) as typeof clearTimeout;
}

function sealChance(): void {
  const realRandom = Math.random;
  Math.random = () => world()?.entropy.next() ?? realRandom();
  const { randomBytes, randomUUID, randomInt } = crypto;
  const uuid = (bytes: Buffer) => {
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const digits = bytes.toString('hex');
    return [8, 12, 16, 20, 32].map((end, at) => digits.slice([0, 8, 12, 16, 20][at], end)).join('-');
  };
  const inWorld = {
    randomBytes(count: number, done?: (error: null, bytes: Buffer) => void) {
      const here = world();
      if (!here) return done ? randomBytes(count, done as never) : randomBytes(count);
      const bytes = here.entropy.bytes(count);
      if (!done) return bytes;
      done(null, bytes);
      return undefined;
    },
    randomUUID: () => {
      const here = world();
      return here ? uuid(here.entropy.bytes(16)) : randomUUID();
    },
    randomInt: (...range: number[]) => {
      const here = world();
      const [from, to] = range.length > 1 ? range : [0, range[0]];
      if (!here) return (randomInt as (...range: number[]) => number)(...range);
      return (from ?? 0) + here.entropy.below((to ?? 0) - (from ?? 0));
    },
  };
  Object.assign(crypto, inWorld);
  syncBuiltinESMExports();
  const web = globalThis.crypto;
  const realFill = web.getRandomValues.bind(web);
  web.getRandomValues = ((into: Uint8Array) => {
    const here = world();
    if (!here) return realFill(into as Uint8Array<ArrayBuffer>);
    into.set(here.entropy.bytes(into.length));
    return into;
  }) as typeof web.getRandomValues;
  web.randomUUID = inWorld.randomUUID as typeof web.randomUUID;
}
