/** Raw mails and their files in a folder: the bucket of one machine. */
import { mkdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { syncFolder, writeSynced } from '../data/sync-file.ts';

export interface DiskMailFiles extends MailFiles {
  /** Stores a raw mail, whole or not at all. */
  keep(deliveryId: string, raw: Uint8Array): Promise<void>;
  readFile(deliveryId: string, index: number): Promise<Uint8Array | undefined>;
}

interface DiskOptions {
  readonly folder: string;
  /** The local clock: a mail is as old as that says, not as the disk says. */
  readonly now: () => Moment;
  /** The address of a part: `raw`, or a file by its index, with its name and type. */
  readonly addressOf: (deliveryId: string, part: string, query: URLSearchParams) => string;
}

const safeId = /^[A-Za-z0-9-]{1,100}$/;

export function diskMailFiles({ folder, addressOf, now }: DiskOptions): DiskMailFiles {
  mkdirSync(folder, { recursive: true });

  /** No path leads out of the folder. */
  const pathOf = (deliveryId: string, ending: string) => {
    if (!safeId.test(deliveryId)) throw new Error('This is no id of a delivery');
    return join(folder, `${deliveryId}${ending}`);
  };
  const read = (path: string) =>
    readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  const write = (path: string, content: Uint8Array) => writeSynced(path, content, new Date(now()));

  return {
    keep: (deliveryId, raw) => write(pathOf(deliveryId, '.eml'), raw),

    load: (deliveryId) => read(pathOf(deliveryId, '.eml')),

    readFile: (deliveryId, index) => read(join(pathOf(deliveryId, '.files'), String(index))),

    async listSince(from) {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const mails = await Promise.all(
        names.map(async (name) => ({
          deliveryId: name.slice(0, -'.eml'.length),
          at: (await stat(join(folder, name))).mtime.toISOString(),
        })),
      );
      return mails.filter(({ at }) => at >= from).toSorted((one, other) => (one.at < other.at ? -1 : 1));
    },

    async keepFile(deliveryId, { index, content }) {
      const files = pathOf(deliveryId, '.files');
      await mkdir(files, { recursive: true });
      await syncFolder(folder);
      await write(join(files, String(index)), content);
    },

    rawLink: async (deliveryId) => addressOf(deliveryId, 'raw', new URLSearchParams()),

    fileLink: async (deliveryId, { index, name, contentType }) =>
      addressOf(deliveryId, String(index), new URLSearchParams({ name, type: contentType })),

    async remove(deliveryId) {
      await rm(pathOf(deliveryId, '.files'), { recursive: true, force: true });
      await rm(pathOf(deliveryId, '.eml'), { force: true });
    },
  };
}
