import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

/** Mails that other parsers are tested with, and small ones that went wrong. Not ours to hand on: they lie beside the checkout. */
const root = fileURLToPath(new URL('../../../shared/', import.meta.url));

/**
 * The files of a corpus, by their whole paths. Where it is missing there are none, and instead a test that says so: it is
 * left out or, with CI=true, where a green run counts for others, failed.
 */
export const corpusFiles = (name: string): string[] => sharedFiles(`corpus/${name}`);

/** The files of a folder beside the checkout, as those of a corpus. */
export function sharedFiles(name: string): string[] {
  const folder = join(root, name);
  if (existsSync(folder)) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }
  const missing = `the tests over mails from the field, as there is no ${existsSync(root) ? folder : root}`;
  test(`the folder ${name} is there`, ({ skip }) => {
    if (process.env.CI === 'true') throw new Error(`Nothing may be left out here, not even ${missing}`);
    skip(missing);
  });
  return [];
}
