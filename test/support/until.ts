import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what comes by itself, however long a busy machine takes for it; the deadline is that of the test. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
