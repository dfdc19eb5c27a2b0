/** Labels and values as machines write them into mails: `Name: Erika`, a label above its value, rows of a table. */
import { type FieldRole, recogniseRole } from '../capture/field-names.ts';
import type { IncomingMail } from './incoming-mail.ts';

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
  /** What the label means; absent: nobody knows. */
  readonly role?: FieldRole | 'sender' | undefined;
}

/** A label is a few words. */
const maxLabelLength = 60;
const maxLabelWords = 7;
/** As many lines as any form has; the rest belongs to the last value. */
const maxLines = 2_000;

/** `Von: Erika <erika@…>`: both in one, as Contact Form 7 writes it. */
const senderLabels = /^(von|from|absender|gesendet von)$/i;
const labelLine = /^([^\s:][^:]{0,59}?)\s*:(?:\s+(.*)|\s*)$/;

const bare = (text: string): string =>
  text
    .replace(/^[\s>*_#=•·–—-]+|[\s*_#=–—-]+$/g, '')
    .replace(/\s*\((pflichtfeld|required|optional|erforderlich)\)|\*$/gi, '')
    .trim();

function recogniseLabel(label: string): LabelledValue['role'] {
  return senderLabels.test(label) ? 'sender' : recogniseRole(label);
}

/** A label is short, has letters, and is no address and no time (`http:`, `12:30`). */
function isLabel(text: string): boolean {
  const label = bare(text);
  return (
    label.length > 0 &&
    label.length <= maxLabelLength &&
    label.split(/\s+/).length <= maxLabelWords &&
    /\p{L}{2}/u.test(label) &&
    !/^(https?|mailto|tel|re|aw|wg|fwd?|hallo|hi|ps|p\.s\.)$/i.test(label) &&
    !/[@.!;]\s|@|\/\//.test(label)
  );
}

/** Everything in the mail that has a label, in its order: of its tables if they say more, else of its text. */
export function labelledValues({ text, pairs }: Pick<IncomingMail, 'text' | 'pairs'>): LabelledValue[] {
  const fromTables = pairs.flatMap(({ label, value }) => {
    const name = bare(label.replace(/:\s*$/, ''));
    return isLabel(name) && value.trim() !== '' ? [withRole(name, value)] : [];
  });
  const fromText = inText(withoutMailHeaders(text));
  return knownIn(fromTables) >= Math.max(2, knownIn(fromText)) ? fromTables : fromText;
}

const mailHeader =
  /^[>\s*]*(von|from|gesendet|sent|datum|date|an|to|cc|kopie|betreff|subject|antwort an|reply-to)\s*:/i;

/**
 * The header lines of a forwarded mail look like a form and are none: sender, receiver and time in one block. A form has no
 * receiver and no time beside its sender.
 */
function withoutMailHeaders(text: string): string {
  const lines = text.split('\n');
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
  return kept.join('\n');
}

const knownIn = (values: readonly LabelledValue[]): number =>
  values.filter(({ role }) => role !== undefined).length;

function withRole(label: string, value: string): LabelledValue {
  const role = recogniseLabel(label);
  return { label, value: value.trim(), ...(role !== undefined && { role }) };
}

/** A label that stands alone above its value; only known ones, for any short line could be one. */
function readHeading(line: string): string | undefined {
  const label = bare(line.replace(/:\s*$/, ''));
  // "Natel 078 765 43 21" is a number, though forms number their fields too.
  return isLabel(label) && !/\d{3}/.test(label) && recogniseLabel(label) !== undefined ? label : undefined;
}

function inText(text: string): LabelledValue[] {
  const lines = text.split('\n').slice(0, maxLines);
  const found: { label: string; lines: string[]; long: boolean }[] = [];
  let open: (typeof found)[number] | undefined;
  let blank = true;
  const stacked = isStacked(lines);
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim();
    // What stands below is a notice of the plug-in or of the server.
    if (/^--\s*$/.test(line) && found.length > 0) break;
    if (/^-{3}\s*$/.test(line) && found.length > 0 && isNotice(lines, at + 1)) break;
    const [, left = '', right = ''] = labelLine.exec(trimmed.replace(/^[*_>\s]+/, '')) ?? [];
    const label = left !== '' && isLabel(left) ? bare(left) : undefined;
    const known = label !== undefined && recogniseLabel(label) !== undefined;
    const heading = label === undefined ? headingAbove(lines, at, blank || stacked, trimmed) : undefined;
    // Within a long text only a known label begins something new: letters have colons too.
    if (label !== undefined && (known || !open?.long)) {
      open = {
        label,
        lines: right.trim() === '' ? [] : [right.replace(/^[*_]+\s*|\s*[*_]+$/g, '')],
        long: isLong(label),
      };
      found.push(open);
    } else if (heading !== undefined) {
      open = { label: heading, lines: [], long: isLong(heading) };
      found.push(open);
    } else if (open) {
      // A blank line ends a short value that has begun.
      if (trimmed === '' && !open.long && open.lines.length > 0) open = undefined;
      else open.lines.push(line.trimEnd());
    }
    blank = trimmed === '';
  }
  return found.flatMap(({ label, lines: said }) => {
    const value = said.join('\n').trim();
    return value === '' ? [] : [withRole(label, value)];
  });
}

/** Tables whose rows hold a label and a value by turns leave no blank lines: an address below its label tells them. */
function isStacked(lines: readonly string[]): boolean {
  return lines.some(
    (line, at) =>
      /^\s*[^\s@]+@[^\s@]+\s*$/.test(line) && recogniseLabel(bare(lines[at - 1] ?? '')) === 'email',
  );
}

/** What Elementor adds below the answers: date, time, page, browser. */
function isNotice(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => line.trim() !== '');
  return /^\s*(datum|date|zeit|time|seiten-?url|page url)\s*:/i.test(next ?? '');
}

const isLong = (label: string): boolean => recogniseLabel(label) === 'message';

/** `--- Name ---`, `*Name*` or `Name` alone on a line, with the value below. */
function headingAbove(
  lines: readonly string[],
  at: number,
  afterBlank: boolean,
  trimmed: string,
): string | undefined {
  const marked = /^(-{2,}|={2,}|\*+|#+)\s*\S.*\S\s*(-{2,}|={2,}|\*+|#*)$/.test(trimmed);
  if (!marked && !(afterBlank && trimmed !== '' && !/[.,!?;]$/.test(trimmed))) return undefined;
  const below = lines.slice(at + 1, at + 3).find((line) => line.trim() !== '');
  return below === undefined ? undefined : readHeading(trimmed);
}
