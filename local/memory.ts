/** Keeps this process small: it may run for months beside other things. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lookEachMs = 250;

/** Enough that little of what is young grows old by mistake. */
const youngBytes = 16 * 1024 * 1024;
const bufferGarbageBytes = 6 * 1024 * 1024;

/**
 * V8's young generation has grown to 70 MB while the program was loaded, and would stay so around some 10 MB in use; and
 * V8 does not see that the buffers of a few hundred mails that are long gone hold as much. So the one is shrunk and kept
 * from growing so far, and the other is collected early: 60 ms for each 200 mails. With 10,000 open leads that is 300 MB
 * instead of 500.
 */
export function keepSmall(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as (options?: object) => void;
  collectGarbage({ type: 'major', flavor: 'last-resort' });
  let inUseBytes = 0;
  setInterval(() => {
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if ((young?.space_size ?? 0) >= youngBytes) setFlagsFromString('--semi-space-growth-factor=1');
    if (process.memoryUsage().arrayBuffers < inUseBytes + bufferGarbageBytes) return;
    collectGarbage();
    inUseBytes = process.memoryUsage().arrayBuffers;
  }, lookEachMs).unref();
}
