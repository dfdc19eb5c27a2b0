import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** The file that this code runs from: in the cloud a function's bundle, with its map beside it. */
const bundle = import.meta.url;

/** Where a frame stands: a file, a line and a column. */
const place = /(file:\/\/\S+?):(\d+):(\d+)/g;

let map: SourceMap | undefined;

/**
 * Stack frames of a bundle with the places in the sources. Not with Node's `--enable-source-maps`: that reads the map at
 * every start, a tenth of the time that capture-lead takes to load; this reads it at the first error.
 * @returns the frames as they are, where no map knows more.
 */
export function inSources(frames: string): string {
  return frames.replace(place, (unchanged: string, file: string, line: string, column: string) => {
    if (file !== bundle) return unchanged;
    const origin = mapOfBundle()?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin)) return unchanged;
    // The map names files by the way from the folder that the bundle was made in.
    const source = String(origin.fileName).replace(/^(\.\.\/)+/, '');
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOfBundle(): SourceMap | undefined {
  try {
    map ??= new SourceMap(JSON.parse(readFileSync(new URL(`${bundle}.map`), 'utf8')));
  } catch {
    // No bundle, or one without its map: the frames are what there is.
  }
  return map;
}
