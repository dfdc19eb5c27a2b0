/** Somebody of the business as people name him: "Meier", "an Jonas", "macht das Büro". */
import type { Company } from '../business/company.ts';
import type { Callee } from '../business/people.ts';
import { peopleToAsk } from '../business/recipients.ts';
import { nameKey } from './named-lead.ts';

/** Before a name, and no part of it. */
const title = /^(?:(?:an|für|fuer|zu|bei|der|die|das|den|dem|herrn?|frau|hr\.?|fr\.?)\s+)+/i;

const roles: readonly (readonly [Callee['role'], RegExp])[] = [
  ['office', /^(?:büro|buero|buro|sekretariat)$/i],
  ['owner', /^(?:chef|chefin|inhaber|inhaberin)$/i],
];

const me = /^(?:mich|mir|ich)$/i;

/**
 * Who is meant by the whole of a text: by first name, family name, both, his address, or what he is where there is only one.
 * @param writer the address of whoever says it: "an mich".
 * @returns `several`: that may be more than one of them. `undefined`: nobody who works here.
 */
export function personNamed(text: string, company: Company, writer?: string): Callee | 'several' | undefined {
  const people = peopleToAsk(company);
  const name = text
    .trim()
    .replace(title, '')
    .replace(/[\s.,!]+$/, '');
  if (me.test(name)) return people.find(({ email }) => email.toLowerCase() === writer?.toLowerCase());
  if (name.includes('@')) return people.find(({ email }) => email.toLowerCase() === name.toLowerCase());
  const role = roles.find(([, form]) => form.test(name))?.[0];
  const words = name.split(/[\s,]+/).map(nameKey);
  const isMeant = (one: Callee) => {
    const own = one.name.split(/[\s,]+/).map(nameKey);
    return role === undefined ? words.every((word) => word !== '' && own.includes(word)) : one.role === role;
  };
  const [first, ...others] = people.filter(isMeant);
  return others.length > 0 ? 'several' : first;
}
