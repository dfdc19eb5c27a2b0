/** Files that outlive a power cut: written, synced, and only then under their name. */
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file whole or not at all. When this resolves, it is on the disk. */
export async function writeSynced(
  path: string,
  content: string | Uint8Array,
  modifiedAt?: Date,
): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(content);
    if (modifiedAt) await file.utimes(modifiedAt, modifiedAt);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
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
