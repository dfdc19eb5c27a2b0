/**
 * Mails that were made to keep the reader busy: each shape at one megabyte and at the largest that comes in. What counts
 * is processor time, from the raw mail to its outcome.
 */
import { type HostileRoute, hostileMail, hostileShapes } from '../test/support/hostile-mails.ts';
import { receiveHostile } from '../test/support/receive-hostile.ts';
import { rounded } from './report.ts';

const megabytes = [1, 39] as const;

/** @param only a part of the names of the shapes to measure. */
export async function measureHostileMails(only = ''): Promise<void> {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const shape of Object.keys(hostileShapes).filter((name) => name.includes(only))) {
    const row: Record<string, number | string> = {};
    for (const size of megabytes) {
      const { outcome, cpuMs } = await receiveHostile((route: HostileRoute) =>
        hostileMail(shape, size * 1024 * 1024, route),
      );
      row[`${size} MB, s`] = rounded(cpuMs / 1_000, 2);
      row[`${size} MB`] = outcome;
    }
    rows[shape] = row;
  }
  console.log('\nHostile mails: seconds of processor time from the raw mail to its outcome');
  console.table(rows);
}
