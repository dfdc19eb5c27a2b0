import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import { logoNameOf } from '../crypto/logo-name.ts';

/** Logos in memory. */
export function memoryLogoFiles(): LogoFiles {
  const logos = new Map<string, Uint8Array>();
  return {
    async store(logo) {
      const file = logoNameOf(logo);
      logos.set(file, Uint8Array.from(logo.content));
      return file;
    },
    async load(file) {
      const content = logos.get(file);
      return content && Uint8Array.from(content);
    },
  };
}
