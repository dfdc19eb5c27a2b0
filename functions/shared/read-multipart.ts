/** `multipart/form-data`, read as it comes: with bare line feeds, with another boundary than its label says, or cut off. */
import { decodeBytes } from '../../adapters/mime/charset.ts';
import { readStructured } from '../../adapters/mime/header-block.ts';
import { undoTransferEncoding } from '../../adapters/mime/transfer-encoding.ts';

export interface Part {
  readonly name: string;
  /** Absent: a field. Empty: a file input that was left empty, or a file without a name. */
  readonly fileName: string | undefined;
  /** As its header says; empty if it says nothing. */
  readonly contentType: string;
  readonly charset: string | undefined;
  readonly bytes: Buffer;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Longer than any header of a part: the name of a file and a few parameters. */
const maxHeaderBytes = 16 * 1024;
/** As far as a text before the first part is looked through. */
const maxPreambleBytes = 8 * 1024;
/** The standard allows 70 characters, and says nothing of those who break it. */
const maxBoundaryBytes = 200;

/**
 * The parts of a body.
 * @param labelled the boundary of the label, if it has one: believed only if the body has it too.
 * @returns `undefined`: this is no multipart body, or one of more parts than asked for.
 */
export function readParts(
  body: Buffer,
  labelled: string | undefined,
  maxParts: number,
): readonly Part[] | undefined {
  const boundary = findBoundary(body, labelled);
  if (boundary === undefined) return undefined;
  const parts: Part[] = [];
  let { content: start } = boundary.first;
  while (start < body.length) {
    const next = findDelimiter(body, boundary.delimiter, start);
    const end = next ? beforeLineBreak(body, next.at, start) : endOfCutPart(body, start, boundary.delimiter);
    const part = readPart(body, start, end);
    if (part) parts.push(part);
    if (parts.length > maxParts) return undefined;
    start = next ? next.content : body.length;
  }
  return parts;
}

interface Delimiter {
  /** Where the line begins. */
  readonly at: number;
  /** Where the next line begins. */
  readonly content: number;
}

function findBoundary(body: Buffer, labelled: string | undefined) {
  const candidates = labelled === undefined ? [] : [labelled, labelled.trim().replace(/^["']+|["']+$/g, '')];
  for (const candidate of candidates) {
    const delimiter = Buffer.from(`--${candidate}`);
    const first = candidate === '' ? undefined : findDelimiter(body, delimiter, 0);
    if (first && namesAPart(body, first.content)) return { delimiter, first };
  }
  // What the body itself begins its parts with.
  for (let at = 0; at < Math.min(body.length, maxPreambleBytes); ) {
    const content = nextLine(body, at);
    const line = body.subarray(at, beforeLineBreak(body, content, at));
    const isDelimiter =
      line.length > 2 && line.length <= maxBoundaryBytes && line[0] === 0x2d && line[1] === 0x2d;
    if (isDelimiter && namesAPart(body, content)) {
      return { delimiter: Buffer.from(line.toString('latin1').trimEnd(), 'latin1'), first: { at, content } };
    }
    at = content;
  }
  return undefined;
}

/** Whether the header of a part stands here. */
function namesAPart(body: Buffer, at: number): boolean {
  const header = body.toString('latin1', at, at + 1_000).split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^content-disposition\s*:/im.test(header);
}

const nextLine = (body: Buffer, at: number): number => {
  const feed = body.indexOf(lineFeed, at);
  return feed < 0 ? body.length : feed + 1;
};

/** The line break before a delimiter belongs to it. */
function beforeLineBreak(body: Buffer, at: number, from: number): number {
  let end = at;
  if (end > from && body[end - 1] === lineFeed) end--;
  if (end > from && body[end - 1] === carriageReturn) end--;
  return end;
}

/** The next line that begins with the delimiter, and has nothing behind it but dashes and blanks. */
function findDelimiter(body: Buffer, delimiter: Buffer, from: number): Delimiter | undefined {
  let at = from;
  while (true) {
    at = body.indexOf(delimiter, at);
    if (at < 0) return undefined;
    const behind = at + delimiter.length;
    if (at === 0 || body[at - 1] === lineFeed) {
      const dashes = body[behind] === 0x2d && body[behind + 1] === 0x2d ? 2 : 0;
      if (/^[ \t]*(?:\r?\n|\r?$)/.test(body.toString('latin1', behind + dashes, behind + dashes + 20))) {
        return { at, content: dashes > 0 ? body.length : nextLine(body, behind) };
      }
    }
    at = behind;
  }
}

/** The end of a part that lacks its delimiter, without the piece of one that did arrive. */
function endOfCutPart(body: Buffer, start: number, delimiter: Buffer): number {
  const lastLine = Math.max(body.lastIndexOf(lineFeed) + 1, start);
  const piece = body.subarray(lastLine);
  const isPiece = piece.length <= delimiter.length && piece.equals(delimiter.subarray(0, piece.length));
  return isPiece && (piece.length > 0 || lastLine > start)
    ? beforeLineBreak(body, lastLine, start)
    : body.length;
}

/** @returns `undefined`: its header was cut off, or names nothing. */
function readPart(body: Buffer, start: number, end: number): Part | undefined {
  const { headers, content } = readHeaders(body, start, end);
  const disposition = headers.get('content-disposition');
  if (content === undefined || disposition === undefined) return undefined;
  const type = readStructured(headers.get('content-type') ?? '');
  const { parameters } = readStructured(disposition);
  const bytes = body.subarray(content, end);
  const encoding = headers.get('content-transfer-encoding') ?? '';
  return {
    name: nameIn(disposition),
    fileName: parameters.get('filename')?.replace(/%22/g, '"'),
    contentType: type.value,
    charset: type.parameters.get('charset'),
    bytes: encoding === '' ? bytes : Buffer.from(undoTransferEncoding(bytes, encoding, false)),
  };
}

function readHeaders(body: Buffer, start: number, end: number) {
  const headers = new Map<string, string>();
  let last = '';
  for (let at = start; at < end && at - start < maxHeaderBytes; ) {
    const next = Math.min(nextLine(body, at), end);
    const line = decodeBytes(body.subarray(at, beforeLineBreak(body, next, at)));
    if (line === '' && body[next - 1] === lineFeed) return { headers, content: next };
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
    at = next;
  }
  return { headers, content: undefined };
}

/** The name of the field, to the letter: browsers write the signs that would end it as percent codes. */
function nameIn(disposition: string): string {
  const [, quoted, bare = ''] = /;\s*name\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/i.exec(disposition) ?? [];
  const name = quoted?.replace(/\\(["\\])/g, '$1') ?? bare.replace(/^'(.*)'$/, '$1');
  return name.replace(/%22/g, '"').replace(/%0D%0A|%0A/gi, '\n');
}
