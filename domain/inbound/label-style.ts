/** How one mail sets its labels apart: by a colon, a bar, a tab, glued to the value, several on a line, as headings. */
import { recogniseRole } from '../capture/field-names.ts';
import {
  bareLabel,
  fitsRole,
  isContactRole,
  isLabel,
  isMetadataLabel,
  isPrivacyLabel,
  roleOfLabel,
} from './form-words.ts';
import { gluedPair } from './glued-label.ts';

export interface Pair {
  readonly label: string;
  readonly value: string;
}

export interface TextStyle {
  /** What stands between label and value, where it is no colon. */
  readonly separator?: RegExp | undefined;
  /** Nothing but a blank: what was bold in the HTML. */
  readonly bare: boolean;
  /** Labels stand alone above their values, without blank lines. */
  readonly headings: boolean;
  /** What marks a heading: the first character of the line, or `underline`. */
  readonly marked: ReadonlySet<string>;
}

/** Longer lines are text. */
const maxSplitLength = 20_000;
const maxColons = 60;
/** A label has so many characters and words. */
const maxReach = 48;
const maxWords = 6;

/** What divides label and value, if it does so in several lines of the mail; the tighter ones first. */
const separators: readonly RegExp[] = [
  /^([^|]{1,60}?)\s{0,20}\|\s{0,20}([^\s:].*)$/,
  /^([^=]{1,60}?)\s{0,20}=>?\s{0,20}([^\s:].*)$/,
  /^([^\t]{1,60}?)[ ]{0,20}\t\s{0,20}([^\s:].*)$/,
  /^(\S.{0,59}?)\s{1,20}[-–—→»>]{1,2}\s{1,20}([^\s:].*)$/,
  /^(\S.{0,59}?) {2,40}([^\s:].*)$/,
  // "*Name* Erika", "**E-Mail** erika@…"
  /^[*_]{1,3}([^*_]{1,60}?)[*_]{1,3}\s{0,20}([^\s:*_].*)$/,
  gluedPair,
];

/** A mail has one style; two labels that are known, one of them with contact data, prove it. */
export function readStyle(lines: readonly string[]): TextStyle {
  const separator = separators.find((candidate) => {
    const roles = lines.flatMap((line) => {
      const [, label = '', value = ''] = candidate.exec(line.trim()) ?? [];
      const role = label === '' || label.includes(':') ? undefined : roleOfLabel(bareLabel(label));
      return role !== undefined && fitsRole(role, value) ? [role] : [];
    });
    return new Set(roles).size >= 2 && roles.some(isContactRole);
  });
  const bareRoles = separator ? [] : lines.flatMap((line) => bareRole(line) ?? []);
  const bare =
    bareRoles.includes('email') && bareRoles.some((role) => role === 'name' || role === 'lastName');
  return { separator, bare, headings: hasHeadings(lines), marked: markedHeadings(lines) };
}

const bareRole = (line: string) => {
  const pair = barePair(line.trim());
  return pair && roleOfLabel(pair.label);
};

/** "E-Mail erika@…", "Ihr Name Erika": the first words are a label that is known. */
function barePair(text: string): Pair | undefined {
  const [, ...words] = /^(\S{1,40})(?: (\S{1,40}))?(?: (\S{1,40}))?/.exec(text) ?? [];
  for (let count = 1; count <= words.length; count++) {
    const label = words.slice(0, count).join(' ');
    const value = text.slice(label.length).trim();
    const role = /[:\d]/.test(label) ? undefined : recogniseRole(label);
    if (role !== undefined && value !== '' && fitsRole(role, value)) return { label, value };
  }
  return undefined;
}

/** Contact data alone on its line. */
const contactLines = [
  ['email', /^\s*[^\s@]{1,64}@[^\s@]{1,200}\s*$/],
  ['phone', /^\s*[+0][\d\s()/.-]{5,24}$/],
] as const;

/** Tables whose rows hold a label and a value by turns leave no blank lines: contact data below its label tells them. */
function hasHeadings(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    const [role] = contactLines.find(([, alone]) => alone.test(line)) ?? [];
    const label = (lines[at - 1] ?? '').replace(/:\s*$/, '');
    return role !== undefined && roleOfLabel(bareLabel(label)) === role;
  });
}

function markedHeadings(lines: readonly string[]): ReadonlySet<string> {
  const known = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const text = line.trim().slice(0, 200);
    const underlined = /^\s*[-=_~]{3,200}\s*$/.test(lines[at + 1] ?? '');
    const mark = underlined ? 'underline' : /^(?:-{2,}|={2,}|\*+).*[-=*]$/.test(text) ? (text[0] ?? '') : '';
    if (mark === '' || roleOfLabel(bareLabel(text)) === undefined) continue;
    known.set(mark, (known.get(mark) ?? 0) + 1);
  }
  return new Set([...known].filter(([, count]) => count >= 2).map(([mark]) => mark));
}

/** The labels and values of a line, and what stands before the first label; without a label all of it. */
export function splitLine(
  line: string,
  style: TextStyle,
): { readonly before: string; readonly pairs: readonly Pair[] } {
  const text = line.trim().replace(/^>[>\s]*/, '');
  const none = { before: text, pairs: [] };
  if (text.length === 0 || text.length > maxSplitLength) return none;
  const [, left = '', right = ''] = style.separator?.exec(text) ?? [];
  const separated = bareLabel(left);
  if (
    left !== '' &&
    !left.includes(':') &&
    isLabel(separated) &&
    (roleOfLabel(separated) !== undefined || !right.includes(': '))
  ) {
    return { before: '', pairs: [{ label: separated, value: tidyValue(right) }] };
  }
  const labels = labelsIn(text);
  const [first] = labels;
  if (!first) {
    const bare = style.bare ? barePair(text) : undefined;
    return bare ? { before: '', pairs: [bare] } : none;
  }
  // Within a sentence a single word with a colon is no label.
  const isSheet = labels.filter(({ known }) => known).length >= 3;
  if (first.from > 0 && !isSheet) return none;
  const kept = first.from === 0 && !isSheet ? withoutProse(labels, text) : labels;
  return {
    before: text.slice(0, first.from).trim(),
    pairs: kept.map(({ label, to }, at) => ({
      label,
      value: valueBetween(text, to, kept[at + 1]?.from),
    })),
  };
}

interface FoundLabel {
  readonly label: string;
  readonly known: boolean;
  readonly from: number;
  /** Where its value begins. */
  readonly to: number;
}

/** The first label, and of the others those whose value looks the part: a value may hold a colon. */
function withoutProse(labels: readonly FoundLabel[], text: string): FoundLabel[] {
  return labels.filter(({ label, to }, at) => {
    const role = roleOfLabel(label);
    const value = valueBetween(text, to, labels[at + 1]?.from);
    return at === 0 || role === 'message' || (isContactRole(role) && fitsRole(role, value));
  });
}

/** All labels of a line that end with a colon: any at its beginning, further ones only if they are known. */
function labelsIn(text: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let colons = 0;
  for (let colon = text.indexOf(':'); colon > 0 && colons < maxColons; colon = text.indexOf(':', colon + 1)) {
    colons += 1;
    const from = found.at(-1)?.to ?? 0;
    const label = labelBefore(
      text,
      Math.max(from, colon - maxReach),
      colon,
      found.length === 0 && colon <= 62,
    );
    if (label) found.push(label);
  }
  return found;
}

function labelBefore(
  text: string,
  from: number,
  colon: number,
  mayBeUnknown: boolean,
): FoundLabel | undefined {
  const [, space = ''] = /^[*_"'”]{0,3}(\s{0,5})/.exec(text.slice(colon + 1, colon + 10)) ?? [];
  const behind = text.slice(colon + 1, colon + 3);
  if (behind.startsWith('//')) return undefined;
  const whole = bareLabel(text.slice(0, colon));
  const isGlued = space === '' && behind !== '' && !/^[*_]/.test(behind);
  const to = colon + 1;
  if (mayBeUnknown && isLabel(whole) && knows(whole)) return { label: whole, known: true, from: 0, to };
  const starts = Array.from({ length: colon - from }, (_, index) => from + index).filter((at) =>
    isBoundary(text, at),
  );
  for (const at of starts.slice(-maxWords)) {
    const label = bareLabel(text.slice(at, colon));
    if (label !== '' && isLabel(label) && knows(label)) return { label, known: true, from: at, to };
  }
  // "12:30" and "https:" are none; what is glued must be known.
  if (!mayBeUnknown || isGlued || !isLabel(whole)) return undefined;
  return { label: whole, known: false, from: 0, to };
}

const knows = (label: string): boolean =>
  roleOfLabel(label) !== undefined || isMetadataLabel(label) || isPrivacyLabel(label);

/** Where a word begins, also one that is glued to the last: "MusterE-Mail". */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1];
  const here = text[at] ?? '';
  if (!/\p{L}/u.test(here)) return at === 0;
  if (before === undefined || /[\s,;|•·/)*_>]/.test(before)) return true;
  return /[\p{Ll}\d.!?]/u.test(before) && /\p{Lu}/u.test(here);
}

function tidyValue(value: string): string {
  return value
    .trim()
    .replace(/^[*_]{1,3}\s{0,5}(?=\S)/, '')
    .replace(/\s{0,5}[*_]{1,3}$/, '')
    .trim();
}

/** What divides it from the next label does not belong to it. */
function valueBetween(text: string, from: number, next: number | undefined): string {
  const value = tidyValue(text.slice(from, next ?? text.length));
  return next === undefined ? value : value.replace(/[\s,;|•·/]{1,50}$/, '');
}
