/** Keeps this process small: it may run for months beside other things. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const garbageBytes = 16 * 1024 * 1024;
const lookEachMs = 250;

/**
 * V8's young generation has grown to 70 MB while the program was loaded, and would grow again around some 10 MB in use;
 * and V8 does not see that the buffers of a few hundred mails that are long gone hold as much. So the one is shrunk and
 * stays so, and the other is collected early: 60 ms for each 500 mails. With 10,000 open leads that is 300 MB, not 500.
 */
export function keepSmall(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as (options?: object) => void;
  setFlagsFromString('--semi-space-growth-factor=1');
  collectGarbage({ type: 'major', flavor: 'last-resort' });
  let inUseBytes = 0;
  setInterval(() => {
    if (process.memoryUsage().arrayBuffers < inUseBytes + garbageBytes) return;
    collectGarbage();
    inUseBytes = process.memoryUsage().arrayBuffers;
  }, lookEachMs).unref();
}
