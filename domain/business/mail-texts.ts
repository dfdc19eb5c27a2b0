/**
 * A business's own words for its mails, by the name of the mail and the language: `{ "quoted-1": { "de": { "subject": …,
 * "text": … } } }`. What is not there is said in the standard words of `views/words/mails`.
 */
import * as z from 'zod';
import { languages } from '../lead/contact.ts';
import { isNumbered, textRules } from '../lead/mail-name.ts';

/** More is cut off by the list of mails on every phone. */
const maxSubject = 100;
const maxText = 3_000;
/** As many mails as a rhythm may name. */
const maxNumber = 20;

/** Keys that are none of the expected ones, in plain words. */
const onlyThese = (expected: readonly string[]) => ({
  error: ({ code, keys }: { code?: string; keys?: readonly string[] }) =>
    code === 'unrecognized_keys'
      ? `found ${inQuotes(keys ?? [])}, expected ${inQuotes(expected)}`
      : undefined,
});

const ownText = z.strictObject(
  {
    /** One line; the reference of the request follows by itself. */
    subject: z.string().optional(),
    /** Paragraphs with an empty line between them. */
    text: z.string().optional(),
  },
  onlyThese(['subject', 'text']),
);
export type OwnText = z.infer<typeof ownText>;

const byLanguage = z.partialRecord(z.enum(languages), ownText, onlyThese(languages));

export const mailTexts = z.record(z.string(), byLanguage).superRefine((texts, context) => {
  for (const [name, inLanguages] of Object.entries(texts)) {
    const fault = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', path: [name, ...path], message });
    const rule = ruleOf(name);
    if (typeof rule === 'string') {
      fault(rule);
      continue;
    }
    if (rule.to === 'owner' && inLanguages.en) {
      fault('found a text, but the owner’s mails are in German only: expected "de"', 'en');
    }
    for (const [language, { subject, text } = {}] of Object.entries(inLanguages)) {
      for (const message of faultsOf(subject, maxSubject, rule.knows)) fault(message, language, 'subject');
      if (subject !== undefined && /[\r\n\u2028\u2029\u0085]/u.test(subject.trim())) {
        fault('found a line break, expected one line', language, 'subject');
      }
      for (const message of faultsOf(text, maxText, rule.knows)) fault(message, language, 'text');
    }
  }
});
export type MailTexts = z.infer<typeof mailTexts>;

/** The rule of a text by its name, with a number or without; or why there is none of that name. */
function ruleOf(name: string) {
  const known = textRules.get(name);
  if (known) return known;
  const [, rhythm = '', number = ''] = /^(.+)-(\d+)$/.exec(name) ?? [];
  const rule = textRules.get(rhythm);
  if (!rule || !isNumbered(rhythm)) {
    return `found no mail of this name, expected for example ${inQuotes(nearTo(rule ? rhythm : name))}`;
  }
  return /^[1-9]\d?$/.test(number) && Number(number) <= maxNumber
    ? rule
    : `found the number ${number}, expected one from 1 to ${maxNumber}`;
}

function faultsOf(text: string | undefined, maxLength: number, knows: readonly string[]): string[] {
  if (text === undefined) return [];
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) {
    return ['found nothing to read, expected a text; without the field the standard text goes out'];
  }
  const length = Array.from(text).length;
  const names = [...text.matchAll(placeholders)].map(([, name = '']) => name);
  const unknown = [...new Set(names.filter((name) => !knows.includes(name)))];
  const unclosed = /[{}].{0,19}/su.exec(text.replace(placeholders, ''))?.[0];
  return [
    ...(length > maxLength ? [`found ${length} characters, expected at most ${maxLength}`] : []),
    ...(unknown.length > 0
      ? [`found ${inBraces(unknown)}, expected none but ${inBraces(knows)} in this mail`]
      : []),
    ...(unclosed === undefined
      ? []
      : [`found a single brace at "${unclosed}", expected pairs around a name, such as "{name}"`]),
  ];
}

const placeholders = /\{([^{}]*)\}/gu;

/**
 * The text with the values in the place of their names; what stands in a value is no placeholder again.
 * @returns `undefined` if a value that the text names is not known: half a sentence must not go out.
 */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const names = [...text.matchAll(placeholders)].map(([, name = '']) => name);
  if (names.some((name) => !Object.hasOwn(values, name) || !values[name])) return undefined;
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
