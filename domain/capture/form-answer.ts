import { normaliseEmail } from './contact-data.ts';
import { type FieldRole, recogniseRole } from './field-names.ts';

export interface Answer {
  /** What the answer is called, the most telling first: kind of input where that is sure, label, technical name. */
  readonly names: readonly string[];
  /** What the answer is called where people read it. */
  readonly label: string;
  readonly value: string;
  /** What the kind of input hints at, where no name says what it is. */
  readonly hint?: FieldRole;
  /** Of the form or its sender: ids, keys, tracking. Nobody's answer. */
  readonly machinery?: true;
}

/** An answer, and where in the body it stood. */
export interface Found extends Answer {
  readonly path: readonly string[];
  /** The path of its group. */
  readonly group: string;
}

/** What the names mean that mean something. */
export const rolesOf = ({ names }: Answer): FieldRole[] =>
  names.map(recogniseRole).filter((role) => role !== undefined);

/** What an answer means by its names. */
export const roleOf = (answer: Answer): FieldRole | undefined => rolesOf(answer)[0];

/** Is it a way to reach somebody? */
export function isReachable(answer: Answer): boolean {
  if (answer.machinery) return false;
  const role = roleOf(answer);
  return (
    role === 'email' || role === 'phone' || (role === undefined && normaliseEmail(answer.value) !== undefined)
  );
}
