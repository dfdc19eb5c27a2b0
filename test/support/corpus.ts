import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

/** Real mails that other parsers are tested with. They are not ours to hand on, so they lie beside the checkout. */
const root = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/**
 * The files of a corpus, by their whole paths. Where it is missing there are none, and instead a test that says so: it is
 * left out or, with CI=true, where a green run counts for others, failed.
 */
export function corpusFiles(name: string): string[] {
  const folder = join(root, name);
  if (existsSync(folder)) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }
  const missing = `the tests over corpora of real mails, as there is no ${existsSync(root) ? folder : root}`;
  test(`the corpus ${name} is there`, ({ skip }) => {
    if (process.env.CI === 'true') throw new Error(`Nothing may be left out here, not even ${missing}`);
    skip(missing);
  });
  return [];
}
