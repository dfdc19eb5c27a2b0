/** A header that lists addresses (RFC 5322, 3.4), cut into mailboxes. What is a name stays apart from what is an address. */

import { decodeWords, oneLine } from './header-block.ts';

export interface Mailbox {
  /** The name as it stands, without quotes; encoded words are not decoded yet. */
  readonly phrase: string;
  /** What stands between angle brackets. */
  readonly angles: readonly string[];
  /** What stands outside of brackets, quotes and comments; a quote has left its mark where it stood. */
  readonly bare: string;
  readonly comments: readonly string[];
  /** It is not as the standard says: quotes or brackets that do not close, a group, something behind the address. */
  readonly odd: boolean;
}

type Kind = 'text' | 'quote' | 'comment' | 'angle' | ',' | ';' | ':';

interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** It has no end. */
  readonly open: boolean;
}

/** Stands in place of a quote: no address has it. */
const quoteMark = '"';

/** The mailboxes of one header. Takes time in proportion to its length. */
export function readMailboxes(value: string): Mailbox[] {
  const tokens = tokenise(recodeWords(value));
  const grouped = tokens.some(({ kind }) => kind === ';');
  const sections: Token[][] = [[]];
  for (const token of tokens) {
    // The name of a group is nobody's. A colon without a group belongs to a name, or to `mailto:`.
    if (token.kind === ':' && grouped && !isMailto(sections.at(-1))) sections.splice(-1, 1, []);
    else if (token.kind === ',' || token.kind === ';') sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return joinNames(sections.filter((section) => section.some(({ text }) => text.trim() !== ''))).map(
    (section) => toMailbox(section, grouped),
  );
}

/** Words that follow each other. Quotes and brackets have no place in one: two quotes could else become one. */
const encodedWords = /(?:=\?[^?\s"<>]{1,60}\?[bq]\?[^?"<>]*\?=\s*)+/gi;

/** Encoded words, repaired: a comma or bracket that comes out of one is still only part of a name. */
function recodeWords(value: string): string {
  const encode = (text: string) => `=?utf-8?B?${Buffer.from(text.toWellFormed()).toString('base64')}?=`;
  return value.replace(encodedWords, (words) => decodeWords(words, encode));
}

function isMailto(section: readonly Token[] | undefined): boolean {
  return /(?:^|[\s<])mailto$/i.test(section?.at(-1)?.text ?? '');
}

/** `Müller, Jörg <a@b.de>`: a comma that nobody quoted. What has no address goes with the next that has one. */
function joinNames(sections: readonly Token[][]): Token[][] {
  const joined: Token[][] = [];
  let pending: Token[] = [];
  for (const section of sections) {
    if (pending.length > 0) pending.push({ kind: 'text', text: ', ', open: false });
    pending.push(...section);
    if (!section.some(({ kind, text }) => kind === 'angle' || (kind === 'text' && text.includes('@'))))
      continue;
    joined.push(pending);
    pending = [];
  }
  return pending.length > 0 ? [...joined, pending] : joined;
}

function toMailbox(section: readonly Token[], grouped: boolean): Mailbox {
  const ofKind = (kind: Kind) =>
    section.filter((token) => token.kind === kind).map(({ text }) => text.trim());
  const angles = ofKind('angle');
  const firstAngle = section.findIndex(({ kind }) => kind === 'angle');
  const behind = firstAngle < 0 ? [] : section.slice(firstAngle + 1);
  const names = section.filter(({ kind }) => kind === 'text' || kind === 'quote' || kind === ':');
  const bare = section
    .map(({ kind, text }) => (kind === 'text' || kind === ':' ? text : kind === 'quote' ? quoteMark : ' '))
    .join('');
  // Without brackets the text is the address, and a name only what is quoted.
  const phrase = oneLine(
    angles.length > 0
      ? names.map(({ text }) => text).join('')
      : names.flatMap(({ kind, text }) => (kind === 'quote' ? [text] : [])).join(' '),
  );
  return {
    phrase,
    angles,
    bare: angles.length > 0 ? '' : bare,
    comments: ofKind('comment'),
    odd:
      grouped ||
      section.some(({ kind, text, open }) => open || (kind === 'text' && text.includes('>'))) ||
      behind.some(({ kind, text }) => kind !== 'comment' && text.trim() !== ''),
  };
}

const ends: Readonly<Record<string, { readonly kind: Kind; readonly end: string } | undefined>> = {
  '"': { kind: 'quote', end: '"' },
  '(': { kind: 'comment', end: ')' },
  '<': { kind: 'angle', end: '>' },
};

function tokenise(value: string): Token[] {
  const tokens: Token[] = [];
  let plain = '';
  const push = (token: Token) => {
    if (plain !== '') tokens.push({ kind: 'text', text: plain, open: false });
    plain = '';
    tokens.push(token);
  };
  for (let position = 0; position < value.length; ) {
    const character = value[position] ?? '';
    const enclosed = ends[character];
    if (enclosed) {
      const { text, next, open } = readEnclosed(value, position, enclosed.kind, enclosed.end);
      push({ kind: enclosed.kind, text, open });
      position = next;
      continue;
    }
    if (character === ',' || character === ';' || character === ':') {
      push({ kind: character, text: character, open: false });
    } else plain += character;
    position++;
  }
  if (plain !== '') tokens.push({ kind: 'text', text: plain, open: false });
  return tokens;
}

/** What stands between a sign and its end; comments may stand within each other, and an address may have quotes. */
function readEnclosed(value: string, start: number, kind: Kind, end: string) {
  let text = '';
  let depth = 1;
  let quoted = false;
  let position = start + 1;
  for (; position < value.length; position++) {
    const character = value[position] ?? '';
    if (character === '\\' && kind !== 'angle') {
      text += value[++position] ?? '';
      continue;
    }
    if (kind === 'angle' && character === '"') quoted = !quoted;
    if (kind === 'comment' && character === '(') depth++;
    if (character === end && !quoted) depth--;
    if (depth === 0) return { text, next: position + 1, open: false };
    text += character;
  }
  return { text, next: position, open: true };
}
