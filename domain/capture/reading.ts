/** Reads a sheet role by role, noting what is wrong and keeping what finds no place. */
import type { Language } from '../lead/contact.ts';
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import type { Sheet } from './form-sheet.ts';

/** Nobody can be reached; or by what was typed as an address or a number nobody can. */
export type FieldFault = { readonly code: 'unreachable' | 'no-email' | 'no-phone' };

/** What is wrong with a field, by its name in the contract, whatever the form calls it. */
export type FieldError = FieldFault & { readonly field: string };

/** Most characters of each field. The contract names the first two; more of the others is no honest answer. */
const longest = {
  name: 200,
  message: 10_000,
  phone: 100,
  address: 500,
  postcode: 20,
  city: 200,
  installation: 2000,
  timeframe: 2000,
  budget: 500,
} as const;
type LimitedField = keyof typeof longest;

export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

/** Drops what is absent or empty. */
export function given<T extends object>(facts: { readonly [K in keyof T]: T[K] | undefined }): T {
  const left: Partial<T> = {};
  for (const name in facts) if (facts[name] !== undefined && facts[name] !== '') left[name] = facts[name];
  return left as T;
}

export interface Reading {
  readonly language: Language;
  readonly errors: FieldError[];
  /** What was understood, by the contract's names, before it was cut. */
  readonly entered: { name: string; value: string }[];
  /** What found no place. */
  readonly left: Answer[];
  /** What was typed as an address or a number and is none. */
  readonly broken: Answer[];
  readonly all: (role: FieldRole) => readonly Answer[];
  /** The first answer of a role on one line; further ones are left. */
  readonly one: (role: FieldRole) => string | undefined;
  /** Like `one`, as long as may be. */
  readonly text: (field: LimitedField) => string | undefined;
  /** Cuts what is too long; the rest, or the whole, is left. */
  readonly within: (field: LimitedField, value: string | undefined) => string | undefined;
  readonly wrong: (field: string, fault: FieldFault) => void;
}

export function readingOf(sheet: Sheet, language: Language): Reading {
  const errors: FieldError[] = [];
  const entered: Reading['entered'] = [];
  const left = [...sheet.unknown];
  const all = (role: FieldRole) => sheet.known.get(role) ?? [];
  const one = (role: FieldRole) => {
    const [first, ...others] = all(role);
    left.push(...others);
    return first && onOneLine(first.value);
  };
  const within = (field: LimitedField, value: string | undefined) => {
    if (!value) return undefined;
    entered.push({ name: field, value });
    const characters = [...value];
    const most = longest[field];
    if (characters.length <= most) return value;
    // Of a message the rest reads on; a shorter answer is kept whole, so that no word of it is broken.
    const rest = field === 'message' ? `…${characters.slice(most - 1).join('')}` : value;
    left.push({ names: [field], label: all(field)[0]?.label ?? field, value: rest });
    return `${characters.slice(0, most - 1).join('')}…`;
  };
  return {
    language,
    errors,
    entered,
    left,
    broken: [],
    all,
    one,
    within,
    text: (field) => within(field, one(field)),
    wrong: (field, fault) => errors.push({ field, ...fault }),
  };
}
