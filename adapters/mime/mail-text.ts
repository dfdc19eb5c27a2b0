/** The text of a mail, out of its parts. */

import { decodeBytes } from './charset.ts';
import { type HtmlText, readHtml } from './html-text.ts';
import type { MimePart } from './mime-parts.ts';
import { unarmour } from './pgp-armour.ts';
import { maxTextLength, type ReadingBudget } from './reading-budget.ts';
import { chooseVersion } from './two-versions.ts';

export interface MailText {
  readonly text: string;
  readonly pairs: HtmlText['pairs'];
  readonly links: number;
  /** Parts with a name that are the text, for want of another. */
  readonly named: ReadonlySet<MimePart>;
  /** Something in the text is encrypted; it is left out. */
  readonly sealed: boolean;
}

interface Piece extends Pick<MailText, 'text' | 'pairs' | 'links'> {
  readonly kind: 'plain' | 'html' | 'none';
}

const nothing: Piece = { kind: 'none', text: '', pairs: [], links: 0 };

/** Whether a part is text to read and not a file. */
export function isBodyText(part: MimePart, whole: boolean): boolean {
  if (!isText(part) || part.disposition.value === 'attachment') return false;
  // A name on the only part does not make a file of what was written.
  return whole || !isNamed(part);
}

const isText = ({ type }: MimePart): boolean => type.value === 'text/plain' || type.value === 'text/html';

const isNamed = ({ disposition, type }: MimePart): boolean =>
  disposition.parameters.has('filename') || type.parameters.has('name');

type Budget = Pick<ReadingBudget, 'plain' | 'html'>;

/** The text as the person wrote it: of alternatives the plain one, unless it is empty or a stub. */
export function mailText(root: MimePart, budget: Budget): MailText {
  const body = readPart(root, true, budget);
  const named = isBlank(body.text) ? namedTexts(root, budget) : undefined;
  const { text, sealed } = unarmour(named?.text ?? body.text);
  return {
    text: cut(text, maxTextLength),
    pairs: body.pairs,
    links: body.links + (named?.links ?? 0),
    named: named?.parts ?? new Set(),
    sealed,
  };
}

const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);

/** Longer text files are data that somebody sends along. */
const maxNoteBytes = 100_000;

/** Some phones and the gateways of MMS write nothing but files: the text is one of them, or several. */
function namedTexts(
  root: MimePart,
  budget: Budget,
): { text: string; links: number; parts: Set<MimePart> } | undefined {
  const leaves = leavesOf(root);
  for (const candidates of [
    leaves.filter((part) => isText(part) && part.disposition.value !== 'attachment'),
    leaves.filter(({ type, content }) => type.value === 'text/plain' && content.length <= maxNoteBytes),
  ]) {
    const read = candidates.map((part) => ({ part, ...textOfLeaf(part, budget) }));
    const filled = read.filter(({ text }) => !isBlank(text));
    if (filled.length > 0) {
      return {
        text: join(filled).text,
        links: filled.reduce((sum, { links }) => sum + links, 0),
        parts: new Set(filled.map(({ part }) => part)),
      };
    }
  }
  return undefined;
}

function leavesOf(part: MimePart): MimePart[] {
  return part.children.length > 0 ? part.children.flatMap(leavesOf) : [part];
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

/** The plain version is what the person wrote, unless the program left next to nothing in it. */
function choose(pieces: readonly Piece[]): Pick<Piece, 'kind' | 'text'> {
  const filled = pieces.filter(({ text }) => text.trim() !== '');
  const plain = filled.find(({ kind }) => kind === 'plain');
  const html = filled.findLast(({ kind }) => kind === 'html');
  if (!plain || !html) return plain ?? html ?? nothing;
  const chosen = chooseVersion(plain.text, html.text);
  if (chosen === 'both') return { kind: 'html', text: `${plain.text.trimEnd()}\n\n${html.text}` };
  return chosen === 'plain' ? plain : html;
}

function join(pieces: readonly Pick<Piece, 'kind' | 'text'>[]): Pick<Piece, 'kind' | 'text'> {
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
