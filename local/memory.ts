/** Keeps this process small: it may run for months beside other things. */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lookEachMs = 250;
const megabyte = 1024 * 1024;

/**
 * Begins this process anew, in its place and under its number, with memory given back as soon as it is free. glibc learns
 * from the first large buffer that large ones come and go, and from then on keeps up to 64 MB of what is free; where it must
 * not, it has to be told before the program begins. With 10,000 open leads that is 180 MB instead of 240.
 */
export function giveMemoryBack(): void {
  const variable = 'MALLOC_TRIM_THRESHOLD_';
  if (process.platform !== 'linux' || process.env[variable] !== undefined) return;
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, command, { ...process.env, [variable]: String(128 * 1024) });
}

const bufferGarbageBytes = 6 * megabyte;
/** Room that V8 keeps for itself beyond this is given back when nothing has happened for two seconds. */
const spareBytes = 24 * megabyte;
const calmLooks = 8;

/**
 * V8's young generation grows to 70 MB while much is to be done, which is what makes collecting it cheap, and would stay so
 * around some 10 MB in use; and V8 does not see that the buffers of a few hundred mails that are long gone hold as much. So the
 * one is shrunk as soon as all is calm, and the other is collected early: 60 ms for each 200 mails.
 */
export function keepSmall(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as (options?: object) => void;
  const shrink = () => collectGarbage({ type: 'major', flavor: 'last-resort' });
  shrink();
  let inUseBytes = 0;
  let seen = performance.eventLoopUtilization();
  let calm = 0;

  setInterval(() => {
    const { arrayBuffers, heapTotal, heapUsed } = process.memoryUsage();
    if (arrayBuffers >= inUseBytes + bufferGarbageBytes) {
      collectGarbage();
      inUseBytes = process.memoryUsage().arrayBuffers;
    }

    const now = performance.eventLoopUtilization();
    calm = performance.eventLoopUtilization(now, seen).utilization < 0.05 ? calm + 1 : 0;
    seen = now;
    if (calm === calmLooks && heapTotal - heapUsed > spareBytes) shrink();
  }, lookEachMs).unref();
}
