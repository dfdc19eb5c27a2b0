/** The logo that a company file names: read beside the file, stored, and named as it is kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { describeFaults } from '../domain/business/company-faults.ts';
import { logoFile, storedLogo } from '../domain/business/look.ts';
import { readLogo } from '../domain/business/read-logo.ts';
import type { LogoFiles } from '../domain/ports/logo-files.ts';

/**
 * A company file that names a picture becomes one that names a stored picture. A file without a logo, or with one that is
 * stored, stays as it is.
 * @param folder that the company file lies in.
 * @returns the file, not checked otherwise; or what is wrong with its logo, in sentences that name the field.
 */
export async function storeLogo(
  file: unknown,
  folder: string,
  logos: Pick<LogoFiles, 'store'>,
): Promise<{ readonly file: unknown } | { readonly faults: string[] }> {
  if (typeof file !== 'object' || file === null || !('logo' in file)) return { file };
  if (storedLogo.safeParse(file.logo).success) return { file };
  const parsed = z.looseObject({ logo: logoFile }).safeParse(file);
  if (!parsed.success) return { faults: describeFaults(parsed.error, file) };
  const { file: path, alt } = parsed.data.logo;
  const content = await readFile(join(folder, path)).catch(() => undefined);
  if (!content)
    return { faults: [`logo.file: found no file "${path}", expected one beside the company file`] };
  const read = readLogo(content);
  if ('fault' in read) return { faults: [`logo.file: ${read.fault}`] };
  const { width, height } = read.logo;
  return { file: { ...parsed.data, logo: { file: await logos.store(read.logo), alt, width, height } } };
}
