/** A mail taken apart into its parts: only where they begin and end, and what they say they are. */

import { lineEnd, readHeaderBlock, readStructured, type StructuredHeader } from './header-block.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { undoTransferEncoding } from './transfer-encoding.ts';

export interface MimePart {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly type: StructuredHeader;
  readonly disposition: StructuredHeader;
  /** Decoded; empty for a part that has parts. */
  readonly content: Uint8Array;
  /** The parts of a multipart, or what a signed envelope holds. */
  readonly children: readonly MimePart[];
  /** An envelope that only the holder of a key opens, or a damaged one. */
  readonly sealed?: boolean;
}

/** An order with many photos has 60 parts; hundreds are a bomb. */
const maxParts = 500;
/** A mail forwarded ten times as multipart has a nesting of 20. */
const maxNesting = 20;
/** The largest mail, ten levels deep: at each of them all of its bytes are searched for boundaries. */
const maxSearchedBytes = 400 * 1024 * 1024;

interface Walk {
  readonly bytes: Buffer;
  readonly budget: ReadingBudget;
}

/**
 * @param depth how many levels the bytes themselves are inside of something.
 */
export function readParts(bytes: Buffer, budget: ReadingBudget, depth = 0): MimePart {
  // The label of the whole mail is the best guess for headers with raw bytes that are not UTF-8.
  const first = readHeaderBlock(bytes, 0, bytes.length);
  const charset = readStructured(first.raw.get('content-type')?.[0] ?? '').parameters.get('charset');
  return readPart({ bytes, budget }, 0, bytes.length, depth, 'text/plain', charset);
}

function readPart(
  walk: Walk,
  start: number,
  end: number,
  depth: number,
  defaultType: string,
  charset?: string,
): MimePart {
  walk.budget.parts++;
  const { raw, bodyStart } = readHeaderBlock(walk.bytes, start, end, charset);
  const declared = readStructured(raw.get('content-type')?.[0] ?? '');
  const type = { ...declared, value: acceptType(declared.value, defaultType) };
  const disposition = readStructured(raw.get('content-disposition')?.[0] ?? '');
  const body = walk.bytes.subarray(bodyStart, end);
  if (type.value.startsWith('multipart/')) {
    const children = readChildren(walk, type, bodyStart, end, depth);
    if (children) return { headers: raw, type, disposition, content: new Uint8Array(), children };
    // No boundary anywhere: what it says is all that there is.
    const guessed = /^\s*<(!doctype|html|body|div|table|p)\b/i.test(body.toString('latin1', 0, 200))
      ? 'html'
      : 'plain';
    type.value = `text/${guessed}`;
  }
  const encoding = raw.get('content-transfer-encoding')?.[0] ?? '';
  const content = undoTransferEncoding(body, encoding, /^(text|message)\//.test(type.value));
  return { headers: raw, type, disposition, content, children: [] };
}

function acceptType(declared: string, defaultType: string): string {
  if (declared === 'text') return 'text/plain';
  return /^[a-z0-9!#$&^_.+-]{1,80}\/[a-z0-9!#$&^_.+-]{1,120}$/.test(declared) ? declared : defaultType;
}

function readChildren(walk: Walk, type: StructuredHeader, start: number, end: number, depth: number) {
  const { budget } = walk;
  budget.searchedBytes += end - start;
  if (budget.searchedBytes > maxSearchedBytes) {
    budget.excess ??= 'too much within one another';
    return [];
  }
  const declared = type.parameters.get('boundary') ?? '';
  let sections = declared === '' ? [] : sectionsBetween(walk, declared, start, end);
  if (sections.length === 0) {
    const guessed = guessBoundary(walk.bytes, start, end);
    sections = guessed === undefined ? [] : sectionsBetween(walk, guessed, start, end);
  }
  if (sections.length === 0) return undefined;
  if (depth >= maxNesting) {
    budget.excess ??= `more than ${maxNesting} levels`;
    return [];
  }
  const defaultType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: MimePart[] = [];
  for (const [from, to] of sections) {
    if (budget.parts >= maxParts) {
      budget.excess ??= `more than ${maxParts} parts`;
      break;
    }
    children.push(readPart(walk, from, to, depth + 1, defaultType));
  }
  return children;
}

/** Begin and end of what stands between the boundary lines. Without a closing one the last goes to the end. */
function sectionsBetween({ bytes }: Walk, boundary: string, start: number, end: number): [number, number][] {
  // Searched to its end only: else many parts would each search the whole mail.
  const within = bytes.subarray(0, end);
  const mark = Buffer.from(`\n--${boundary}`);
  const sections: [number, number][] = [];
  let open = -1;
  let position = start;
  // One more than is allowed is enough to know that it is too many.
  while (sections.length <= maxParts) {
    // The line feed before may be the one that ends the headers or the last boundary line.
    const feed = within.indexOf(mark, Math.max(position - 1, 0));
    if (feed < 0) break;
    const at = feed + 1;
    position = feed + mark.length;
    const closing = bytes[position] === 0x2d && bytes[position + 1] === 0x2d;
    let rest = closing ? position + 2 : position;
    while (rest < end && (bytes[rest] === 0x20 || bytes[rest] === 0x09 || bytes[rest] === 0x0d)) rest++;
    if (rest < end && bytes[rest] !== 0x0a) continue;
    if (open >= 0) sections.push([open, beforeLineEnd(bytes, at, open)]);
    position = Math.min(rest + 1, end);
    open = closing ? -1 : position;
    if (closing) break;
  }
  if (open >= 0 && open < end) sections.push([open, end]);
  return sections;
}

function beforeLineEnd(bytes: Buffer, at: number, least: number): number {
  let stop = at;
  if (stop > least && bytes[stop - 1] === 0x0a) stop--;
  if (stop > least && bytes[stop - 1] === 0x0d) stop--;
  return stop;
}

/** A boundary that the header does not name (or names wrongly) stands before the first Content- line. */
function guessBoundary(bytes: Buffer, start: number, end: number): string | undefined {
  let position = start;
  for (let lines = 0; lines < 1_000 && position < end; lines++) {
    const next = lineEnd(bytes, position, end);
    if (bytes[position] === 0x2d && bytes[position + 1] === 0x2d && next - position < 200) {
      const line = bytes.toString('latin1', position + 2, next).trimEnd();
      if (line !== '' && /^content-/i.test(bytes.toString('latin1', next, next + 10))) return line;
    }
    position = next;
  }
  return undefined;
}
