import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** Where this code runs from: in the cloud the files of a function's bundle, each with its map beside it. */
const bundle = new URL('.', import.meta.url).href;

/** Where a frame stands: a file, a line and a column. */
const place = /(file:\/\/\S+?):(\d+):(\d+)/g;

/** By file; `undefined`: it has none. */
const maps = new Map<string, SourceMap | undefined>();

/**
 * Stack frames of a bundle with the places in the sources. Not with Node's `--enable-source-maps`: that reads the maps at
 * every start, a tenth of the time that capture-lead takes to load; this reads one at the first error in its file.
 * @returns the frames as they are, where no map knows more.
 */
export function inSources(frames: string): string {
  return frames.replace(place, (unchanged: string, file: string, line: string, column: string) => {
    if (!file.startsWith(bundle)) return unchanged;
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin)) return unchanged;
    // The map names files by the way from the folder that the bundle was made in.
    const source = String(origin.fileName).replace(/^(\.\.\/)+/, '');
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8')));
  } catch {
    // No bundle, or one without its map: the frames are what there is.
    return undefined;
  }
}
