import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const packed = fileURLToPath(new URL('../fixtures/last-release-data.json.br', import.meta.url));

/**
 * Lays out a data folder as the last release before SQLite left it on Tuesday, 24 November 2026, shortly after 10:00 in
 * Berlin: 40 leads, three or more in each stage, captured on the day before, and one that came by mail. That release wrote
 * it itself; its form does not change any more, so the files are kept and not made anew: by path, each byte a character.
 */
export function layOutLastReleaseData(folder: string): void {
  const files = JSON.parse(brotliDecompressSync(readFileSync(packed)).toString()) as Record<string, string>;
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, 'latin1');
  }
}
