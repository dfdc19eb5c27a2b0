/** The logo that a company file names: read beside the file, and named as it is kept. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { describeFaults } from '../../domain/business/company-faults.ts';
import { logoFile, storedLogo } from '../../domain/business/look.ts';
import { type LogoPicture, readLogo } from '../../domain/business/read-logo.ts';
import { logoNameOf } from '../crypto/logo-name.ts';

/** A file whose logo, if it has one, is named as a stored picture; and that picture, if it must be stored yet. */
interface NamedLogo {
  readonly file: unknown;
  readonly logo?: LogoPicture;
}

/**
 * A company file that names a picture becomes one that names a stored picture. A file without a logo, or with one that is
 * stored, stays as it is.
 * @param folder that the company file lies in.
 * @returns the file, not checked otherwise; or what is wrong with its logo, in sentences that name the field.
 */
export function readLogoPicture(file: unknown, folder: string): NamedLogo | { readonly faults: string[] } {
  if (typeof file !== 'object' || file === null || !('logo' in file)) return { file };
  if (file.logo === null || storedLogo.safeParse(file.logo).success) return { file };
  const parsed = z.looseObject({ logo: logoFile }).safeParse(file);
  if (!parsed.success) return { faults: describeFaults(parsed.error, file) };
  const { file: path, alt } = parsed.data.logo;
  const place = resolve(folder, path);
  const content = readIfThere(place);
  if (!content) return { faults: [`logo.file: found "${path}", expected a picture at ${place}`] };
  const read = readLogo(content);
  if ('fault' in read) return { faults: [`logo.file: ${read.fault}`] };
  const { logo } = read;
  const { width, height } = logo;
  return { file: { ...file, logo: { file: logoNameOf(logo), alt, width, height } }, logo };
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
