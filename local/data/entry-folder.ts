/** A folder of small entries, a file each, that neither a killed process nor a power cut leaves in halves. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSynced } from './sync-file.ts';

export interface EntryFolder {
  /**
   * Resolves when the entry is on the disk.
   * @param name becomes the name of a file.
   */
  put(name: string, text: string): Promise<void>;
  /** Sorted. */
  names(): Promise<string[]>;
  read(name: string): Promise<string>;
  remove(name: string): Promise<void>;
  /**
   * Takes an entry that nobody can read out of the way, so that it stops nobody: its file stays beside the others.
   * @returns the path it has now.
   */
  putAside(name: string): Promise<string>;
}

export function openEntryFolder(folder: string): EntryFolder {
  mkdirSync(folder, { recursive: true });
  // What a killed process was writing: nobody was told that it is there.
  for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(join(folder, name));
  const ending = '.json';
  const fileOf = (name: string) => join(folder, `${name}${ending}`);
  return {
    put: (name, text) => writeSynced(fileOf(name), text),
    async names() {
      const files = (await readdir(folder)).filter((file) => file.endsWith(ending));
      return files.map((file) => file.slice(0, -ending.length)).sort();
    },
    read: (name) => readFile(fileOf(name), 'utf8'),
    remove: (name) => rm(fileOf(name), { force: true }),
    async putAside(name) {
      const aside = join(folder, `${name}.damaged`);
      await rename(fileOf(name), aside);
      return aside;
    },
  };
}
