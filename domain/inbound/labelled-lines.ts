/** Labels and values as machines write them into mails: `Name: Erika`, a label above its value, rows of a table. */
import {
  bareLabel,
  endsMessage,
  fitsRole,
  isAgreement,
  isContactRole,
  isLabel,
  isMetadataLabel,
  isOneLine,
  isPageLabel,
  isPluginNotice,
  isPrivacyLabel,
  isPrivacyLine,
  type LabelRole,
  looksLikeRole,
  roleOfLabel,
} from './form-words.ts';
import { withoutLeaders } from './glued-label.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { type Pair, readStyle, splitLine, type TextStyle } from './label-style.ts';

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
  /** What the label means; absent: nobody knows. */
  readonly role?: LabelRole | undefined;
}

export interface LabelledText {
  readonly values: readonly LabelledValue[];
  /** What stands under no label: above the first one, and below. */
  readonly above: string;
  readonly below: string;
}

/** As many lines and as much text as any form has. */
const maxLines = 1_000;
const maxTextLength = 100_000;

/** Everything in the mail that has a label, in its order: of its tables if they say more, else of its text. */
export function labelledValues(mail: Pick<IncomingMail, 'text' | 'pairs'>): readonly LabelledValue[] {
  return readLabelled(mail).values;
}

/** What has a label and what has none: of its tables if they say more, else of its text. */
export function readLabelled({ text, pairs }: Pick<IncomingMail, 'text' | 'pairs'>): LabelledText {
  const fromTables = pairs.flatMap(({ label, value }) => {
    const name = bareLabel(label.replace(/:\s*$/, ''));
    if (isPrivacyLabel(name) && isAgreement(value)) return [];
    // A head of the table is no answer.
    const isHead = roleOfLabel(name) !== undefined && roleOfLabel(bareLabel(value)) !== undefined;
    return isLabel(name) && value.trim() !== '' && !(isHead && value.length <= 20)
      ? [withRole(name, value)]
      : [];
  });
  const fromText = inText(withoutMailHeaders(text.slice(0, maxTextLength)));
  return knownIn(fromTables) >= Math.max(2, knownIn(fromText.values))
    ? { values: fromTables, above: '', below: '' }
    : fromText;
}

const mailHeader =
  /^[>\s*]{0,20}(von|from|gesendet|sent|datum|date|an|to|cc|kopie|betreff|subject|antwort an|reply-to)\s{0,5}:/i;

/**
 * The header lines of a forwarded mail look like a form and are none: sender, receiver and time in one block. A form has no
 * receiver and no time beside its sender.
 */
function withoutMailHeaders(text: string): string[] {
  const lines = text.split('\n', maxLines);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (mailHeader.test(lines[end] ?? '')) end++;
    const names = lines.slice(at, end).map((line) => mailHeader.exec(line)?.[1]?.toLowerCase() ?? '');
    const isForwarded =
      names.some((name) => /^(von|from)$/.test(name)) &&
      names.some((name) => /^(an|to|gesendet|sent|datum|date)$/.test(name));
    if (!isForwarded) kept.push(...lines.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return kept;
}

const knownIn = (values: readonly LabelledValue[]): number =>
  new Set(values.flatMap(({ role }) => role ?? [])).size;

function withRole(label: string, value: string): LabelledValue {
  const role = roleOfLabel(label);
  return { label, value: value.trim(), ...(role !== undefined && { role }) };
}

/** An answer as it grows. */
interface Open {
  readonly label: string;
  readonly role: LabelRole | undefined;
  /** Its value begins on the line of the label. */
  readonly beside: boolean;
  readonly lines: string[];
}

function inText(written: readonly string[]): LabelledText {
  const all = withoutLeaders(written);
  const end = tailStart(all);
  const lines = all.slice(0, end);
  const style = readStyle(lines);
  const found: Open[] = [];
  const above: string[] = [];
  const below: string[] = [];
  let open: Open | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const privacy = privacyLinesAt(lines, at);
    if (privacy > 0) {
      open = undefined;
      at += privacy - 1;
      continue;
    }
    if (!open && beginsMessage(lines, at, found)) {
      below.push(line);
      continue;
    }
    const begun = beginsAt(lines, at, style, open, below.length > 0);
    if (begun) {
      if (begun.before !== '') (open?.lines ?? (found.length === 0 ? above : below)).push(begun.before);
      for (const { label, value } of begun.pairs) {
        open = { label, role: roleOfLabel(label), beside: value !== '', lines: value === '' ? [] : [value] };
        found.push(open);
      }
      if (isUnderline(lines[at + 1] ?? '')) at += 1;
    } else if (open && !isOver(open, line)) {
      open.lines.push(line.trimEnd());
    } else {
      open = undefined;
      const unlabelled = found.length === 0 ? above : below;
      // A blank line divides paragraphs; more of them say nothing.
      if (line.trim() === '' ? (unlabelled.at(-1) ?? '') !== '' : !isPluginNotice(line)) {
        unlabelled.push(line.trimEnd());
      }
    }
  }
  const values = found.flatMap(({ label, lines: said }) => {
    const value = said.join('\n').trim();
    return value === '' || (isPrivacyLabel(label) && isAgreement(value)) ? [] : [withRole(label, value)];
  });
  return {
    values: [...values, ...inTail(all.slice(end))],
    above: above.join('\n').trim(),
    below: below.join('\n').trim(),
  };
}

/** "Zwei Dinge:" below a list whose values stand beside their labels. */
function beginsMessage(lines: readonly string[], at: number, found: readonly Open[]): boolean {
  const line = (lines[at] ?? '').slice(0, 200).trim();
  return (
    found.length >= 2 &&
    found.every(({ beside }) => beside) &&
    (lines[at - 1] ?? '').trim() === '' &&
    line.endsWith(':') &&
    roleOfLabel(bareLabel(line.slice(0, -1))) === undefined
  );
}

/** A blank line ends a short answer that has begun, the next line one that never has two. */
function isOver({ role, lines }: Open, line: string): boolean {
  if (role === 'message' || lines.length === 0) return false;
  return line.trim() === '' || (isOneLine(role) && fitsRole(role, lines.join('\n')));
}

/** The labels that begin on this line, and what stands before them. */
function beginsAt(
  lines: readonly string[],
  at: number,
  style: TextStyle,
  open: Open | undefined,
  inMessage: boolean,
): { readonly before: string; readonly pairs: readonly Pair[] } | undefined {
  const line = lines[at] ?? '';
  const heading = headingAt(lines, at, style, open);
  if (heading !== undefined) return { before: '', pairs: [{ label: heading, value: '' }] };
  if (standsBelowSender(lines, at)) return { before: '', pairs: [{ label: 'Von', value: line.trim() }] };
  // Directly below a label stands its value, whatever it looks like.
  const isValue = open !== undefined && open.lines.length === 0 && style.headings && open.role === 'message';
  const { before, pairs } = isValue ? { before: line, pairs: [] } : splitLine(line, style);
  const [first] = pairs;
  if (!first) return undefined;
  if (open?.role !== 'message' && (open || !inMessage)) return { before, pairs };
  // Within a long text only contact data and what no person writes begins something new: letters have colons too.
  const leaves = pairs.findIndex(({ label, value }) =>
    // Without any mark between them a sentence may begin with the word.
    style.bare && !line.includes(':') ? fitsStrictly(label, value) : endsLongText(label, value, pairs.length),
  );
  if (leaves < 0) return undefined;
  const kept = pairs.slice(0, leaves).map(({ label, value }) => `${label}: ${value}`);
  return { before: [before, ...kept].filter(Boolean).join(' '), pairs: pairs.slice(leaves) };
}

const fitsStrictly = (label: string, value: string): boolean => {
  const role = roleOfLabel(label);
  return (role === 'email' || role === 'phone' || role === 'postcode') && fitsRole(role, value);
};

function endsLongText(label: string, value: string, labelsOnLine: number): boolean {
  const role = roleOfLabel(label);
  if (endsMessage(label) || isPageLabel(label)) return true;
  if (isPrivacyLabel(label) && isAgreement(value)) return true;
  if (value === '') return isContactRole(role);
  if (/^(?:der|die|das|den|dem) /i.test(label)) return false;
  return isContactRole(role) && (labelsOnLine > 2 || looksLikeRole(role, value));
}

/** Joomla: "Dies ist eine Mailanfrage via … von:", and on the next line "Erika Muster <erika@…>". */
const standsBelowSender = (lines: readonly string[], at: number): boolean =>
  /^[^<>@:]{2,80}\s<[^\s<>@]{1,64}@[^\s<>@]{1,200}>\s*$/.test(lines[at] ?? '') &&
  /\b(?:von|from|de|da)\s?:\s*$/i.test((lines[at - 1] ?? '').slice(-20));

const isUnderline = (line: string): boolean => /^\s{0,20}[-=_~–—]{3,200}\s{0,20}$/.test(line);

/** `--- Name ---`, `*Name*`, underlined or `Name` alone on a line, with the value below. */
function headingAt(
  lines: readonly string[],
  at: number,
  style: TextStyle,
  open: Open | undefined,
): string | undefined {
  const trimmed = (lines[at] ?? '').slice(0, 200).trim();
  if (trimmed === '' || isUnderline(trimmed)) return undefined;
  const label = bareLabel(trimmed.replace(/:\s*(?=[*_]{0,3}$)/, ''));
  // "Natel 078 765 43 21" is a number, though forms number their fields too.
  if (!isLabel(label) || /\d{3}|[:*]/.test(label)) return undefined;
  const underlined = isUnderline(lines[at + 1] ?? '');
  const marked = /^(-{2,}|={2,}|\*+|#+)\s*\S.*\S\s*(-{2,}|={2,}|\*+|#*)$/.test(trimmed);
  const role = roleOfLabel(label);
  const below = lines.slice(at + 1 + Number(underlined), at + 3 + Number(underlined));
  if (!below.some((line) => line.trim() !== '')) return undefined;
  if (underlined || marked) {
    const isKnown = role !== undefined || isPrivacyLabel(label);
    return isKnown || style.marked.has(underlined ? 'underline' : (trimmed[0] ?? '')) ? label : undefined;
  }
  if (role === undefined || /[.,!?;]$/.test(trimmed)) return undefined;
  const alone = at === 0 || (lines[at - 1] ?? '').trim() === '';
  if (!alone && !style.headings) return undefined;
  if (open?.role === 'message' && open.lines.length > 0 && !isContactRole(role)) return undefined;
  // Directly below a label stands its value; nobody is called "Telefon".
  const isBelowLabel = open !== undefined && open.lines.length === 0 && !alone;
  const isValue = isBelowLabel && (!isContactRole(open.role) || isCalledLikeLabel(open, label, lines, at));
  return isValue ? undefined : label;
}

/** "Nachname", and below it "Lang", "Ort" or "Straße": a word that names a field too, where the next answer begins. */
function isCalledLikeLabel({ role }: Open, label: string, lines: readonly string[], at: number): boolean {
  if (!isNamePart(role) || !/^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(label)) return false;
  if (onlyLabels.test(label)) return false;
  const next = (lines[at + 1] ?? '').trim();
  return next === '' || roleOfLabel(bareLabel(next.replace(/:$/, ''))) !== undefined;
}

const isNamePart = (role: LabelRole | undefined): boolean =>
  role === 'name' || role === 'firstName' || role === 'lastName' || role === 'city';
/** Nobody is called so. */
const onlyLabels =
  /^(?:e-?mail|telefon|telefonnummer|mobil|handy|nachricht|vorname|nachname|postleitzahl|adresse|anschrift|firma|betreff|anliegen|mitteilung|kommentar|wohnort|hausnummer|rufnummer|your|ihre?)/i;

/** A sentence of consent may run over several lines, up to its tick; 0: none. */
function privacyLinesAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (first.trim() === '') return 0;
  if (isPrivacyLine(first)) {
    // "… zur Kenntnis genommen:" has its tick below.
    return /:\s*$/.test(first) && isAgreement(lines[at + 1] ?? '') ? 2 : 1;
  }
  if (!/^[\s>*_•·☑✓✔-]{0,8}(?:ich|hiermit|mit (?:dem|der)|durch|i |by |je |j'|ho )/i.test(first)) return 0;
  for (let count = 2; count <= 4; count++) {
    if ((lines[at + count - 1] ?? '').trim() === '') return 0;
    const joined = lines.slice(at, at + count).join(' ');
    if (isPrivacyLine(joined) && /[:=]\s*\S{1,20}\s*$/.test(joined)) return count;
  }
  return 0;
}

/** Where nothing but notices, data about the browser and blank lines are left. */
function tailStart(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.includes(':'));
  const delimiter = first < 0 ? -1 : lines.findIndex((line, at) => at > first && /^--\s?$/.test(line));
  let end = delimiter < 0 ? lines.length : delimiter;
  while (end > 0 && isTailLine(lines[end - 1] ?? '')) end -= 1;
  return end;
}

function isTailLine(line: string): boolean {
  const text = line.trim();
  if (/^[()[\]{},;]*$/.test(text) || isUnderline(text) || isPluginNotice(text)) return true;
  if (text.length > 600) return false;
  const label = bareLabel(/^([^:]{1,60}):\s?\S/.exec(text)?.[1] ?? '');
  return (
    (label !== '' && (isMetadataLabel(label) || (isPageLabel(label) && /https?:\/\//.test(text)))) ||
    /^[<([]?https?:\/\/\S{1,500}$/.test(text)
  );
}

/** The page of the form and the like. */
function inTail(lines: readonly string[]): LabelledValue[] {
  return lines.slice(0, 50).flatMap((line) => {
    const [, label = '', value = ''] = /^\s{0,20}([^:]{1,60}):\s?(\S.{0,1000})$/.exec(line) ?? [];
    const name = bareLabel(label);
    return isMetadataLabel(name) || isPageLabel(name) ? [withRole(name, value)] : [];
  });
}
