/** Who is to do it, as the owner says it of a request: "an Meier", "macht Jonas", or the name alone. */
import type { Company } from '../business/company.ts';
import { personNamed } from './named-person.ts';
import type { Said } from './said.ts';

export interface AssignmentContext {
  readonly company: Company;
  /** The address of whoever writes. */
  readonly writer?: string | undefined;
}

export type AssignmentReading =
  | { readonly said: Said }
  | { readonly why: { readonly code: 'nobody-of-that-name' | 'several-people' } };

const please = '(?:\\s*,?\\s*(?:bitte|danke))*';
/** With a name behind it, and nothing else. */
const before = new RegExp(
  `^(?:bitte\\s+)?(?:(?:(?:weiter(?:geben|gegeben|leiten|geleitet)?|zu(?:weisen|gewiesen)|übergeben|uebergeben|abgeben|abgegeben|geht|gib|gebe|geben)\\s+)?(?:an|für|fuer)|zuweisen:?|(?:das\\s+)?(?:macht|übernimmt|uebernimmt)(?:\\s+(?:das|der|die))?)\\s+(.+?)${please}[.!]?$`,
  'iu',
);
/** With a name before it. */
const behind = new RegExp(
  `^(.+?)\\s+(?:(?:macht|übernimmt|uebernimmt)(?:\\s+(?:das|es))?|erledigt\\s+(?:das|es)|kümmert sich(?:\\s+(?:darum|drum))?|soll(?:\\s+(?:das|es))?\\s+(?:machen|übernehmen|anrufen)|zuweisen|(?:weiter|über)geben)${please}[.!]?$`,
  'iu',
);
/** No name is longer. */
const maxWords = 5;

/**
 * Whom a request is given to by these words, which say nothing else.
 * @returns `undefined`: they do not say that it is given to anybody.
 */
export function readAssignment(text: string, context: AssignmentContext): AssignmentReading | undefined {
  const line = text.replace(/^[\s,:;.–—-]+/, '').trim();
  const named = before.exec(line)?.[1] ?? behind.exec(line)?.[1];
  if (named === undefined || named.split(/\s+/).length > maxWords) return undefined;
  return meaningOf(named, context) ?? { why: { code: 'nobody-of-that-name' } };
}

/** The same where the name stands alone. @returns `undefined`: it is the name of nobody who works here. */
export function readAssignee(text: string, context: AssignmentContext): AssignmentReading | undefined {
  const name = text.replace(/^[\s,:;.–—-]+/, '').replace(/\s*,?\s*(?:bitte|danke)[.!]?$/i, '');
  return name === '' || name.split(/\s+/).length > maxWords ? undefined : meaningOf(name, context);
}

/** Does it give a request to somebody who works here, whoever that is? */
export function saysAssignment(text: string, context: AssignmentContext): boolean {
  const reading = readAssignment(text, context) ?? readAssignee(text, context);
  return reading !== undefined && ('said' in reading || reading.why.code === 'several-people');
}

function meaningOf(name: string, { company, writer }: AssignmentContext): AssignmentReading | undefined {
  const person = personNamed(name, company, writer);
  if (person === undefined) return undefined;
  return person === 'several'
    ? { why: { code: 'several-people' } }
    : { said: { what: 'assign', to: person.email.toLowerCase(), name: person.name } };
}
