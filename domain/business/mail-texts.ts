/**
 * A business's own words for its mails, by the name of the mail and the language: `{ "quoted-1": { "de": { "subject": …,
 * "text": … } } }`. What is not there is said in the standard words of `views/words/mails`.
 */
import * as z from 'zod';
import { languages } from '../lead/contact.ts';
import { isNumbered, type MailRule, textRules } from '../lead/mail-name.ts';

/** More is cut off by the list of mails on every phone. */
const maxSubject = 100;
const maxText = 3_000;
/** Of all texts together: they are read at each cold start, and an item of the table has 400 KB for two copies of a business. */
const maxInAll = 50_000;
/** As many mails as a rhythm may name. */
const maxNumber = 20;

const ownText = z.strictObject({
  /** One line; the reference of the request follows by itself. */
  subject: z.string().max(maxSubject).optional(),
  /** Paragraphs with an empty line between them. */
  text: z.string().max(maxText).optional(),
});

export const mailTexts = z
  .record(z.string(), z.partialRecord(z.enum(languages), ownText))
  .superRefine((texts, context) => {
    const { length } = JSON.stringify(texts);
    if (length > maxInAll) {
      const found = `${length} characters`;
      context.addIssue({
        code: 'custom',
        message: `expected at most ${maxInAll} in all texts together`,
        params: { found },
      });
    }
    for (const [name, inLanguages] of Object.entries(texts)) {
      const refuse = (path: readonly string[]) => (fault: Fault) =>
        context.addIssue({
          code: 'custom',
          path: [name, ...path],
          message: fault.expected,
          params: { found: fault.found },
        });
      const rule = ruleOf(name);
      if ('expected' in rule) {
        refuse([])(rule);
        continue;
      }
      for (const [language, { subject, text } = {}] of Object.entries(inLanguages)) {
        if (rule.to === 'owner' && language !== 'de') {
          refuse([language])({ expected: 'expected "de" alone: the owner’s mails are in German' });
        }
        textFaults(subject, rule.knows).forEach(refuse([language, 'subject']));
        textFaults(text, rule.knows).forEach(refuse([language, 'text']));
        if (subject !== undefined && lineBreak.test(subject)) {
          refuse([language, 'subject'])({ expected: 'expected one line' });
        }
      }
    }
  });

const lineBreak = /[\r\n\u2028\u2029\u0085]/u;

interface Fault {
  /** Absent: the whole field. */
  readonly found?: string;
  readonly expected: string;
}

/** A text by its name: `quoted-2` is the one of the second mail of its rhythm. */
export function findText(
  name: string,
): { readonly name: string; readonly number?: number; readonly rule: MailRule } | undefined {
  const [, rhythm = '', number = ''] = /^(.+)-([1-9]\d*)$/.exec(name) ?? [];
  const rule = textRules.get(name) ?? (isNumbered(rhythm) ? textRules.get(rhythm) : undefined);
  if (!rule) return undefined;
  return number === '' ? { name, rule } : { name: rhythm, number: Number(number), rule };
}

/** The rule of a text by its name; or why there is none of that name. */
function ruleOf(name: string): MailRule | Fault {
  const found = findText(name);
  if (!found) {
    return { found: name, expected: `expected the name of a mail such as ${inQuotes(nearTo(name))}` };
  }
  const { number = 1, rule } = found;
  return number <= maxNumber
    ? rule
    : { found: name, expected: `expected a number from 1 to ${maxNumber} behind "${found.name}"` };
}

function textFaults(text: string | undefined, knows: readonly string[]): Fault[] {
  if (text === undefined) return [];
  if (/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/u.test(text)) {
    return [{ expected: 'expected a text without control characters' }];
  }
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) {
    return [{ expected: 'expected a text; without the field the standard text goes out' }];
  }
  const unknown = new Set(namesIn(text).filter((name) => !knows.includes(name)));
  const single = /[{}].{0,19}/su.exec(text.replace(placeholders, ''))?.[0];
  return [
    ...[...unknown].map((name) => ({ found: `{${name}}`, expected: `expected one of ${inBraces(knows)}` })),
    ...(single === undefined
      ? []
      : [{ found: single, expected: 'expected braces in pairs around a name, such as {name}' }]),
  ];
}

const placeholders = /\{([^{}]*)\}/gu;

const namesIn = (text: string): string[] => [...text.matchAll(placeholders)].map(([, name = '']) => name);

/**
 * The text with the values in the place of their names; what stands in a value is no placeholder again.
 * @returns `undefined` if a value that the text names is not known: half a sentence must not go out.
 */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (namesIn(text).some((name) => !Object.hasOwn(values, name) || !values[name])) return undefined;
  return text.replace(placeholders, (_, name: string) => values[name] ?? '');
}

function inQuotes(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function inBraces(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(', ');
}

/** The names that differ least, three at most. */
function nearTo(name: string): string[] {
  const distances = [...textRules.keys()].map((known) => ({ known, distance: editDistance(name, known) }));
  const [least = 0] = distances.map(({ distance }) => distance).toSorted((one, other) => one - other);
  return distances
    .filter(({ distance }) => distance <= least + 1)
    .slice(0, 3)
    .map(({ known }) => known);
}

/** How many letters have to be added, left out or changed. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one.slice(0, 50)).entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const changed = (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
