/** The text of a mail, out of its parts. */

import { decodeBytes } from './charset.ts';
import { type HtmlText, readHtml } from './html-text.ts';
import type { MimePart } from './mime-parts.ts';

/** Longer text is cut: nobody writes a book to a plumber, and each rule reads all of it. */
const maxTextLength = 1_000_000;
/** HTML is mostly layout; what stands behind the second million of characters nobody scrolls to. */
const maxHtmlLength = 2_000_000;

export interface MailText {
  readonly text: string;
  readonly pairs: HtmlText['pairs'];
  readonly links: number;
}

interface Piece extends MailText {
  readonly kind: 'plain' | 'html' | 'none';
}

const nothing: Piece = { kind: 'none', text: '', pairs: [], links: 0 };

/** Whether a part is text to read and not a file. */
export function isBodyText(part: MimePart, whole: boolean): boolean {
  if (part.type.value !== 'text/plain' && part.type.value !== 'text/html') return false;
  if (part.disposition.value === 'attachment') return false;
  // A name on the only part does not make a file of what was written.
  return whole || !(part.disposition.parameters.has('filename') || part.type.parameters.has('name'));
}

/** How much of each kind may still be read, over all parts. */
interface Budget {
  plain: number;
  html: number;
}

/** The text as the person wrote it: of alternatives the plain one, unless it is empty. */
export function mailText(root: MimePart): MailText {
  const { text, pairs, links } = readPart(root, true, { plain: maxTextLength, html: maxHtmlLength });
  return { text: cut(text, maxTextLength), pairs, links };
}

function readPart(part: MimePart, whole: boolean, budget: Budget): Piece {
  if (part.children.length > 0) {
    const pieces = part.children
      .map((child) => readPart(child, false, budget))
      .filter(({ kind }) => kind !== 'none');
    if (pieces.length === 0) return nothing;
    const pairs = pieces.flatMap((piece) => piece.pairs);
    const links = pieces.reduce((sum, piece) => sum + piece.links, 0);
    return { ...(part.type.value === 'multipart/alternative' ? choose(pieces) : join(pieces)), pairs, links };
  }
  return isBodyText(part, whole) ? textOfLeaf(part, budget) : nothing;
}

/** The plain version is what the person wrote, unless the program left it empty. */
function choose(pieces: readonly Piece[]): Pick<Piece, 'kind' | 'text'> {
  const filled = pieces.filter(({ text }) => text.trim() !== '');
  return filled.find(({ kind }) => kind === 'plain') ?? filled.at(-1) ?? nothing;
}

function join(pieces: readonly Piece[]): Pick<Piece, 'kind' | 'text'> {
  const texts: string[] = [];
  const known = new Set<string>();
  for (const { text } of pieces) {
    // Some senders put both versions side by side instead of as alternatives.
    const bare = text.replace(/\s+/g, '');
    if (bare === '' || known.has(bare)) continue;
    known.add(bare);
    texts.push(text);
  }
  return { kind: pieces.some(({ kind }) => kind === 'html') ? 'html' : 'plain', text: texts.join('\n') };
}

function textOfLeaf({ type, content }: MimePart, budget: Budget): Piece {
  const kind = type.value === 'text/html' ? 'html' : 'plain';
  const text = decodeText(content, type.parameters.get('charset'), budget[kind]);
  budget[kind] -= text.length;
  if (kind === 'html') return { kind, ...readHtml(text) };
  const flowed = type.parameters.get('format')?.toLowerCase() === 'flowed';
  const delSp = type.parameters.get('delsp')?.toLowerCase() === 'yes';
  return { kind, text: flowed ? unflow(text, delSp) : text, pairs: [], links: countLinks(text) };
}

/** Decoded, with `\n` line ends and without NUL and lone surrogates, at most so many characters. */
export function decodeText(content: Uint8Array, charset: string | undefined, maxLength: number): string {
  // No charset needs more than four bytes for a character.
  const text = decodeBytes(wholeCharacters(content, maxLength * 4), charset);
  return cut(text, maxLength)
    .replace(/\r+\n?/g, '\n')
    .replaceAll('\0', '')
    .toWellFormed();
}

/** At most so many bytes, and no UTF-8 character cut in two. */
function wholeCharacters(content: Uint8Array, maxBytes: number): Uint8Array {
  if (content.length <= maxBytes) return content;
  let end = maxBytes;
  while (end > maxBytes - 4 && ((content[end] ?? 0) & 0xc0) === 0x80) end--;
  return content.subarray(0, end);
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength);
}

function countLinks(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\bhttps?:\/\//gi)) count++;
  return count;
}

/** RFC 3676: lines that end with a blank go on in the next one, if it is quoted as deeply. */
function unflow(text: string, delSp: boolean): string {
  const paragraphs: { depth: number; lines: string[]; open: boolean }[] = [];
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(depth);
    const content = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const flows = content.endsWith(' ') && content !== '-- ';
    const piece = flows && delSp ? content.slice(0, -1) : content;
    const last = paragraphs.at(-1);
    if (last?.open && last.depth === depth && content !== '-- ') {
      last.lines.push(piece);
      last.open = flows;
    } else paragraphs.push({ depth, lines: [piece], open: flows });
  }
  return paragraphs
    .map(({ depth, lines }) => (depth > 0 ? `${'>'.repeat(depth)} ` : '') + lines.join(''))
    .join('\n');
}
