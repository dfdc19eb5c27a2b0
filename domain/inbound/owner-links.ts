/**
 * Links of ours that only the owner may have, in a text or file that is about to leave. What counts is the signed part, not
 * the address before it: mail programs and filters put addresses into others, encode them and break them over lines.
 */
import { type Action, actionKeys } from '../lead/action.ts';

/** Whoever has one of these can do nothing that a customer may not. */
const harmless: readonly Action[] = ['stop', 'not-me'];

/** `<mac>.<key>.<action>.<lead>.<generation>.<expiry>`, found from the first dot on, so that it takes linear time. */
const claims = new RegExp(
  `\\.[a-z0-9]{1,16}\\.(?:${actionKeys.filter((action) => !harmless.includes(action)).join('|')})\\.(?:[0-9a-z]{10})?\\.\\d{0,9}\\.[0-9a-z]`,
  'gi',
);
/** What stands before the claims: 43 characters, and 20 are no accident. */
const mac = /[\w-]{20}$/;

/** Filters wrap what other filters have wrapped. */
const maxLayers = 4;
/** Characters of one text that are decoded; a mail begins with its words, and pictures follow. */
const maxDecodedLength = 2_000_000;
/** A mail in a mail in a mail. */
const maxDepth = 3;

/** Does the text have a link of the owner's, however it is written? Takes time in proportion to the length. */
export function hasOwnerLink(text: string, depth = 0): boolean {
  if (hasClaims(text)) return true;
  const decoded = text.slice(0, maxDecodedLength);
  if (isBinary(text)) return hasWrappedClaims(decoded);
  const joined = joinLines(decoded);
  const spellings = [
    joined,
    joined.replace(/<[^<>]{0,2000}>/g, ''),
    decodeQuotedPrintable(joined),
    ...(text.startsWith('{\\rtf') ? [decodeRichText(joined)] : []),
    ...(/urldefense/i.test(text) ? [decodeUrlDefense(joined)] : []),
  ];
  if ([...new Set(spellings)].some(hasWrappedClaims)) return true;
  return depth < maxDepth && decodeBase64(joined).some((inner) => hasOwnerLink(inner, depth + 1));
}

/** Documents of other kinds, pictures, programs: no line is broken there, and nothing encoded twice. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  return (sample.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0) > sample.length / 20;
}

function hasClaims(text: string): boolean {
  for (const { index } of text.matchAll(claims)) {
    if (mac.test(text.slice(Math.max(0, index - 20), index))) return true;
  }
  return false;
}

/** A link that a filter keeps to itself, and of which it shows the host alone: where it leads is not to be seen. */
export function hidesLinkTo(host: string, text: string): boolean {
  const joined = decodePercent(joinLines(text)).toLowerCase();
  return [`?domain=${host}`, `&domain=${host}`].some((shown) => joined.includes(shown.toLowerCase()));
}

/** Percent signs and entities, in each other. */
function hasWrappedClaims(text: string): boolean {
  let current = text;
  for (let layer = 0; layer < maxLayers; layer++) {
    if (hasClaims(current)) return true;
    const inner = withoutBlanks(decodePercent(decodeEntities(current)));
    if (inner === current) return false;
    current = inner;
  }
  return hasClaims(current);
}

/** Without blanks and signs that nobody sees. */
const withoutBlanks = (text: string): string => text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');

/** One line, without marks of quotes and soft breaks. */
function joinLines(text: string): string {
  return withoutBlanks(text.replace(/=[ \t]*\r?\n/g, '').replace(/^[ \t]{0,20}(?:[>|][ \t]?){1,50}/gm, ''));
}

const byCode = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '');

const decodePercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => byCode(Number.parseInt(hex, 16)));

const decodeQuotedPrintable = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => byCode(Number.parseInt(hex, 16)));

/** `\'2d`, and the hyphens and fields of Rich Text. */
const decodeRichText = (text: string): string =>
  text
    .replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) => byCode(Number.parseInt(hex, 16)))
    .replace(/\\[_~-]/g, '-')
    .replace(/[{}]/g, '');

/** Proofpoint writes `-2D` for a hyphen and `_` for a slash. */
const decodeUrlDefense = (text: string): string =>
  decodePercent(text.replaceAll('-', '%').replaceAll('_', '/'));

const namedEntities: Readonly<Record<string, string | undefined>> = {
  amp: '&',
  period: '.',
  sol: '/',
  lowbar: '_',
  UnderBar: '_',
  hyphen: '-',
  dash: '-',
  percnt: '%',
  shy: '',
  nbsp: '',
  ZeroWidthSpace: '',
  zwnj: '',
  zwj: '',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,20}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntities[name] ?? whole;
    return byCode(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Of letters in which something is encoded; shorter ones have no room for a signature. */
const minRun = 60;

/** What a filter or a mail encoded; it may begin anywhere in a run of letters. */
function decodeBase64(text: string): string[] {
  const runs = text.split(/[^A-Za-z0-9+/_-]+/).filter(({ length }) => length >= minRun);
  return [0, 1, 2, 3].map((offset) =>
    runs.flatMap((run) => (isReadable(run, offset) ? [decodeRun(run.slice(offset))] : [])).join('\n'),
  );
}

/** Judged by some bytes of its middle: pictures are most of what is encoded. */
function isReadable(run: string, offset: number): boolean {
  const middle = offset + 4 * Math.floor((run.length - offset) / 8);
  const sample = decodeRun(run.slice(middle, middle + 24));
  return !/[^\x20-\x7e\s\x80-\xff]/.test(sample) && /[a-z0-9]{2}/i.test(sample);
}

function decodeRun(run: string): string {
  const plain = run.replaceAll('-', '+').replaceAll('_', '/');
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
  return atob(whole).replaceAll('\0', '');
}
