import { normaliseEmail } from './contact-data.ts';
import { type FieldRole, recogniseRole } from './field-names.ts';
import type { WayMark } from './ranked-ways.ts';

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
  /** Which of several ways to reach somebody it is. */
  readonly way?: WayMark;
  /** About somebody who works on the request, and did not make it. */
  readonly ofStaff?: true;
}

/** An answer, and where in the body it stood. */
export interface Found extends Answer {
  readonly path: readonly string[];
  /** The path of its group. */
  readonly group: string;
  /** What it means by its names. */
  readonly role: FieldRole | undefined;
}

/** What names mean: the first that means something. */
export function roleOfNames(names: readonly string[]): FieldRole | undefined {
  for (const name of names) {
    const role = recogniseRole(name);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** Is it a way to reach somebody? */
export function isReachable({ machinery, ofStaff, role, value }: Omit<Found, 'path' | 'group'>): boolean {
  if (machinery || ofStaff) return false;
  return role === 'email' || role === 'phone' || (role === undefined && normaliseEmail(value) !== undefined);
}
