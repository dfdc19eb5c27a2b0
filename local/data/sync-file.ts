/** Files that outlive a power cut: written, synced, and only then under their name. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file whole or not at all. When this resolves, it is on the disk. */
export async function writeSynced(
  path: string,
  content: string | Uint8Array,
  modifiedAt?: Date,
): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    await write(unfinished, content, modifiedAt);
    await rename(unfinished, path);
  } catch (error) {
    // On a full disk it would take the last of the room from whatever comes next.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

async function write(path: string, content: string | Uint8Array, modifiedAt?: Date): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    if (modifiedAt) await file.utimes(modifiedAt, modifiedAt);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What was made, renamed or removed in a folder is on the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
