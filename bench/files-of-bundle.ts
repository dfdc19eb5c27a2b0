import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface BundleFiles {
  /** Those that are read before the function can be called. */
  readonly atStart: readonly string[];
  readonly all: readonly string[];
}

/** `import{a}from"./b.mjs"` and `import"./b.mjs"`, not `import("./b.mjs")`. */
const staticImport = /\b(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g;

/** The files of a function's code. @param index its first file; the others lie beside it. */
export function filesOfBundle(index: string): BundleFiles {
  const folder = dirname(index);
  const atStart = new Set([index]);
  // What is added while it runs, it comes to as well.
  for (const file of atStart) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      atStart.add(join(folder, name));
    }
  }
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(folder, name));
  return { atStart: [...atStart], all };
}
