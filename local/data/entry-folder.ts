/** A folder of small entries, a file each, that neither a killed process nor a power cut leaves in halves. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSynced } from './sync-file.ts';

export interface EntryFolder<Entry> {
  /**
   * Resolves when the entry is on the disk.
   * @param name becomes the name of a file.
   */
  put(name: string, text: string): Promise<void>;
  /** Sorted. */
  names(): Promise<string[]>;
  /** @returns `undefined`: it cannot be read, and is out of the way, so that it stops nobody: its file stays beside the others. */
  read(name: string): Promise<Entry | undefined>;
  /** All that can be read, by their names. */
  readAll(): Promise<Entry[]>;
  remove(name: string): Promise<void>;
}

interface Entries<Entry> {
  /** @throws what is wrong with a text that is no entry. */
  readonly parse: (text: string) => Entry;
  /** Told where an entry lies now that cannot be read. */
  readonly onDamaged: (file: string) => void;
}

export function openEntryFolder<Entry>(
  folder: string,
  { parse, onDamaged }: Entries<Entry>,
): EntryFolder<Entry> {
  mkdirSync(folder, { recursive: true });
  // What a killed process was writing: nobody was told that it is there.
  for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(join(folder, name));
  const ending = '.json';
  const fileOf = (name: string) => join(folder, `${name}${ending}`);

  const names = async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith(ending));
    return files.map((file) => file.slice(0, -ending.length)).sort();
  };
  const read = async (name: string) => {
    try {
      return parse(await readFile(fileOf(name), 'utf8'));
    } catch {
      const aside = join(folder, `${name}.damaged`);
      await rename(fileOf(name), aside);
      onDamaged(aside);
      return undefined;
    }
  };

  return {
    put: (name, text) => writeSynced(fileOf(name), text),
    names,
    read,
    async readAll() {
      const all = await Promise.all((await names()).map(read));
      return all.filter((entry) => entry !== undefined);
    },
    remove: (name) => rm(fileOf(name), { force: true }),
  };
}
