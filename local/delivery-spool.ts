/**
 * Deliveries that have no outcome yet, a small file each: what the queue and its dead-letter queue are in the cloud. It
 * holds the envelope, which is not in the raw mail.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from '../domain/inbound/incoming-mail.ts';

interface SpooledDelivery {
  readonly delivery: Delivery;
  /** Every try failed: it waits for somebody to ask for it again. */
  readonly failed: boolean;
}

export interface DeliverySpool {
  put(entry: SpooledDelivery): Promise<void>;
  remove(deliveryId: string): Promise<void>;
  /** In the order they came in. */
  list(): Promise<SpooledDelivery[]>;
}

export function openDeliverySpool(folder: string): DeliverySpool {
  mkdirSync(folder, { recursive: true });
  // What a killed process was writing: nobody was told that it has it.
  for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(join(folder, name));
  const fileOf = (deliveryId: string) => join(folder, `${deliveryId}.json`);
  return {
    async put(entry) {
      const file = fileOf(entry.delivery.id);
      // A process that is killed while it writes leaves no half entry.
      await writeFile(`${file}.new`, JSON.stringify(entry));
      await rename(`${file}.new`, file);
    },
    remove: (deliveryId) => rm(fileOf(deliveryId), { force: true }),
    async list() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      const entries = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return entries
        .map((entry) => JSON.parse(entry) as SpooledDelivery)
        .sort((a, b) => (a.delivery.receivedAt < b.delivery.receivedAt ? -1 : 1));
    },
  };
}
