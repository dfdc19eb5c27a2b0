/** Logos in a folder: the bucket of one machine. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { logoNameOf } from '../../adapters/crypto/logo-name.ts';
import { isLogoFile } from '../../domain/business/logo.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import { writeSynced } from './sync-file.ts';

/** @param folder of all data; the logos lie in a folder of their own in it. */
export function diskLogoFiles(folder: string): LogoFiles {
  return {
    async store(logo) {
      const file = logoNameOf(logo);
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeSynced(path, logo.content);
      return file;
    },
    async load(file) {
      // No path leads out of the folder.
      if (!isLogoFile(file)) return undefined;
      return readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
  };
}
