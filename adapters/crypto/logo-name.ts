import { createHash } from 'node:crypto';
import type { LogoPicture } from '../../domain/business/read-logo.ts';

/** The name of a picture by its content: half of a SHA-256 is beyond any coincidence. */
export function logoNameOf({ content, ending }: LogoPicture): string {
  return `logo/${createHash('sha256').update(content).digest('hex').slice(0, 32)}.${ending}`;
}
