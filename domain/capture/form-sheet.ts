/** Sorts the answers of a form by what they mean. */
import { contractFields, type FieldRole, recogniseRole } from './field-names.ts';
import { type Answer, readAnswers } from './form-answers.ts';
import type { Field } from './form-fields.ts';

export interface Sheet {
  readonly known: ReadonlyMap<FieldRole, readonly Answer[]>;
  /** Parameters of a campaign (`utm_source`), by their names. */
  readonly utm: readonly Answer[];
  readonly unknown: readonly Answer[];
}

/** Removes what no keyboard types: control characters, directional overrides, broken surrogates. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  );
}

/**
 * Several fields of one name are one answer: ticked boxes, a list in brackets. WPForms separates what was ticked by
 * `||`. Empty answers are none.
 */
function merge(fields: readonly Field[]): Field[] {
  const byPath = new Map<string, { path: readonly string[]; values: Set<string> }>();
  for (const { path, value } of fields) {
    const text = cleanText(value).replace(/ ?\|\| ?/g, ', ');
    if (text === '') continue;
    const key = JSON.stringify(path);
    const same = byPath.get(key) ?? { path, values: new Set() };
    same.values.add(text);
    byPath.set(key, same);
  }
  return [...byPath.values()].map(({ path, values }) => ({ path, value: [...values].join(', ') }));
}

/** Is it named exactly as in the contract, outside of any envelope? */
export function isContractName({ names }: Answer, role: FieldRole): boolean {
  return names.length === 1 && names[0] === role;
}

/** Roles with consequences: a word that merely sounds like it must not agree to mails or make somebody a robot. */
const byContractNameOnly: readonly FieldRole[] = ['website', 'consent', 'redirect'];

function roleByName(answer: Answer): FieldRole | undefined {
  const role = answer.names.map(recogniseRole).find((known) => known !== undefined);
  if (role === undefined || !byContractNameOnly.includes(role)) return role;
  return isContractName(answer, role) ? role : undefined;
}

const utmName = /^utm_\w{1,40}$/i;

/** What the fields of a form mean by their names, the contract's own before all others. The rest is unknown. */
export function readSheet(fields: readonly Field[]): Sheet {
  const answers = readAnswers(merge(fields));
  const isUtm = ({ names }: Answer) => utmName.test(names[0] ?? '');
  const own = (answer: Answer) => contractFields.some((field) => isContractName(answer, field));
  const asked = answers.filter((answer) => !isUtm(answer));

  const known = new Map<FieldRole, Answer[]>();
  const unknown = [...asked.filter(own), ...asked.filter((answer) => !own(answer))].filter((answer) => {
    const role = roleByName(answer);
    if (role !== undefined) known.set(role, [...(known.get(role) ?? []), answer]);
    return role === undefined;
  });
  return { known, utm: answers.filter(isUtm), unknown };
}
