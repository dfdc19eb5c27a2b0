/** The headers of a mail or of a part: unfolded, decoded, with their parameters. */

import { decodeBytes } from './charset.ts';
import { fromBase64, undoTransferEncoding } from './transfer-encoding.ts';
import { decodeUtf7, utf7Label } from './utf-7.ts';

export interface HeaderBlock {
  /** Undecoded (encoded words stand as they are), by lower-case name, on one line. */
  readonly raw: ReadonlyMap<string, readonly string[]>;
  /** Where the body begins. */
  readonly bodyStart: number;
}

/** A mail that went through 50 servers, each with signatures, has 300 lines; what follows the 5,000th is text. */
const maxLines = 5_000;
/** All headers together; what follows has no meaning for anybody. */
const maxBlockLength = 1_000_000;
/** 200 recipients of the longest allowed address (320 characters): no honest header is longer. */
export const maxValueLength = 64_000;

const fieldStart = /^([!-9;-~]{1,100})[ \t]*:/;
/** Names that nobody mistakes for text: after them a stray line was a broken fold. */
const wellKnown =
  /^(from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|content-disposition|return-path|received|reply-to|delivered-to):/i;

export function readHeaderBlock(bytes: Buffer, start: number, end: number, charset?: string): HeaderBlock {
  const fields: { name: string; values: Uint8Array[]; length: number }[] = [];
  let position = start;
  for (let count = 0; count < maxLines && position < end; count++) {
    const next = lineEnd(bytes, position, end);
    const line = trimLineEnd(bytes, position, next);
    if (line.length === 0) {
      position = next;
      break;
    }
    const last = fields.at(-1);
    const head = line.toString('latin1', 0, 110);
    const name = fieldStart.exec(head)?.[1];
    if ((head[0] === ' ' || head[0] === '\t') && last) append(last, line);
    else if (name !== undefined) {
      const value = line.subarray(line.indexOf(0x3a) + 1);
      fields.push({ name: name.toLowerCase(), values: [value], length: value.length });
    } else if (/^>?From /.test(head)) {
      // The separator of mailbox files.
    } else if (last && wellKnown.test(bytes.toString('latin1', next, Math.min(next + 40, end))))
      append(last, line);
    else break;
    position = next;
  }
  const raw = new Map<string, string[]>();
  let total = 0;
  for (const { name, values } of fields) {
    if (total > maxBlockLength) break;
    const decoded = decodeValue(name, Buffer.concat(values).subarray(0, maxValueLength), charset);
    // Runs of blanks stay: a boundary may have some.
    const value = withoutControls(decoded).trim();
    total += value.length;
    const known = raw.get(name);
    if (known) known.push(value);
    else raw.set(name, [value]);
  }
  return { raw, bodyStart: position };
}

/** In UTF-7 a plus sign begins something else, and our own addresses have one: only words are read like that. */
function decodeValue(name: string, value: Buffer, charset: string | undefined): string {
  if (charset === undefined || !utf7Label.test(charset)) return decodeBytes(value, charset);
  const text = decodeBytes(value);
  if (name === 'subject') return decodeUtf7(text);
  if (!/^(from|reply-to|to|cc)$/.test(name)) return text;
  return text.replace(/[^<>]*(<[^<>]*>)?/g, (whole, address: string | undefined) =>
    address === undefined ? whole : decodeUtf7(whole.slice(0, -address.length)) + address,
  );
}

function append(field: { values: Uint8Array[]; length: number }, line: Uint8Array): void {
  if (field.length > maxValueLength) return;
  field.values.push(Buffer.from(' '), line);
  field.length += line.length + 1;
}

/** Behind the line feed of the line that begins at `start`. */
export function lineEnd(bytes: Buffer, start: number, end: number): number {
  const feed = bytes.subarray(start, end).indexOf(0x0a);
  return feed < 0 ? end : start + feed + 1;
}

function trimLineEnd(bytes: Buffer, start: number, end: number): Buffer {
  let stop = end;
  if (stop > start && bytes[stop - 1] === 0x0a) stop--;
  while (stop > start && bytes[stop - 1] === 0x0d) stop--;
  return bytes.subarray(start, stop);
}

/** No line break and no other control character; runs of blanks are one. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/ {2,}/g, ' ').trim();
}

function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/giy;

interface EncodedWord {
  charset: string;
  bytes: Uint8Array[];
}

/** Decodes encoded words; adjacent ones of one charset are joined before, for some senders split inside a character. */
export function decodeWords(value: string, encode: (text: string) => string = (text) => text): string {
  if (!value.includes('=?')) return value;
  let result = '';
  let open: EncodedWord | undefined;
  const close = () => {
    if (open) result += encode(decodeBytes(Buffer.concat(open.bytes), open.charset));
    open = undefined;
  };
  let position = 0;
  while (position < value.length) {
    const start = value.indexOf('=?', position);
    if (start < 0) break;
    encodedWord.lastIndex = start;
    const match = encodedWord.exec(value);
    if (!match) {
      close();
      result += value.slice(position, start + 2);
      position = start + 2;
      continue;
    }
    const between = value.slice(position, start);
    const charset = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    const bytes = wordBytes(match[2] ?? '', match[3] ?? '');
    if (open && between.trim() === '' && open.charset === charset) open.bytes.push(bytes);
    else {
      const adjacent = open !== undefined && between.trim() === '';
      close();
      if (!adjacent) result += between;
      open = { charset, bytes: [bytes] };
    }
    position = encodedWord.lastIndex;
  }
  close();
  return result + value.slice(position);
}

function wordBytes(kind: string, content: string): Uint8Array {
  const bytes = Buffer.from(content);
  if (kind.toLowerCase() === 'b') return fromBase64(bytes, false);
  return undoTransferEncoding(Buffer.from(content.replaceAll('_', ' ')), 'quoted-printable', true);
}

/** A header such as Content-Type: its value in lower case and its parameters, by lower-case name. */
export interface StructuredHeader {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** More parameters than any mail program writes; RFC 2231 cuts a long file name into some ten. */
const maxParameters = 100;
const parameter = /;[;\s]*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gy;

export function readStructured(raw: string): StructuredHeader {
  const semicolon = raw.indexOf(';');
  const value = (semicolon < 0 ? raw : raw.slice(0, semicolon)).trim().toLowerCase();
  const plain = new Map<string, string>();
  const pieces = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  let position = semicolon;
  for (let count = 0; count < maxParameters && position >= 0; count++) {
    parameter.lastIndex = position;
    const match = parameter.exec(raw);
    if (!match) {
      position = raw.indexOf(';', position + 1);
      continue;
    }
    position = raw.indexOf(';', Math.max(parameter.lastIndex, position + 1));
    const name = (match[1] ?? '').toLowerCase();
    // Blanks inside quotes belong to the value: of a name in pieces they may stand at the cut.
    const text = match[2]?.replace(/\\(["\\])/g, '$1') ?? (match[3] ?? '').trim();
    const extended = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name);
    if (!extended || (extended[2] === undefined && extended[3] === undefined)) {
      if (!plain.has(name)) plain.set(name, text);
      continue;
    }
    const base = extended[1] ?? name;
    const piece = { index: Number(extended[2] ?? 0), encoded: extended[3] === '*', text };
    pieces.set(base, [...(pieces.get(base) ?? []), piece]);
  }
  const parameters = new Map(
    [...plain].map(([name, text]) => [
      name,
      name === 'boundary' ? text.trimEnd() : oneLine(decodeWords(text)),
    ]),
  );
  for (const [name, list] of pieces) parameters.set(name, joinPieces(list));
  return { value, parameters };
}

/** RFC 2231: `charset'language'text`, the text in pieces, some of them percent-encoded, even inside a character. */
function joinPieces(list: readonly { index: number; encoded: boolean; text: string }[]): string {
  const sorted = list.toSorted((a, b) => a.index - b.index);
  let charset: string | undefined;
  const bytes = sorted.map(({ encoded, text }, i) => {
    if (!encoded) return Buffer.from(text);
    const prefix = i === 0 ? /^([^']*)'[^']*'/.exec(text) : null;
    if (prefix) charset = prefix[1];
    const escaped = text.slice(prefix?.[0].length ?? 0);
    // Quoted-printable with another sign: an `=` in the text stands for itself.
    return undoTransferEncoding(
      Buffer.from(escaped.replaceAll('=', '=3D').replace(/%(?=[0-9a-f]{2})/gi, '=')),
      'quoted-printable',
      true,
    );
  });
  return oneLine(decodeWords(decodeBytes(Buffer.concat(bytes), charset)));
}
