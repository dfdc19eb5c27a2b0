/** A tenant's form asks for the landlord too: whoever asks is called, not the owner of the house. */
import type { Company } from '../business/company.ts';
import { type FieldRole, guessRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail } from './mail-repair.ts';
import { plainWords } from './plain-words.ts';
import { holdsPhone } from './value-looks.ts';

/** In plain spelling, also as the beginning of one word: "Vermietername". */
const landlord =
  /(?:^| )(?:vermieter|eigentuemer|hauseigentuemer|hausbesitzer|hausverwalt|verwalter|verwaltung|hausmeister|landlord|property (?:owner|manager)|proprietaire|bailleur|regie|proprietari|amministrator)/;
const tenant = /(?:^| )(?:mieter|bewohner|tenant|locataire|inquilin)/;

const says = ({ names, label }: Answer, words: RegExp): boolean =>
  [label, ...names].some((name) => words.test(plainWords(name.slice(0, 100))));

/** "Mieter / Eigentümer" asks who somebody is. */
const isLandlords = (answer: Answer): boolean => says(answer, landlord) && !says(answer, tenant);

/** What tells somebody from others, and where he is. */
export const rolesOfContact = [
  'name',
  'firstName',
  'lastName',
  'salutation',
  'title',
  'email',
  'phone',
  'reachable',
  'address',
  'houseNumber',
  'place',
  'postcode',
  'city',
] as const satisfies readonly FieldRole[];

/**
 * @param answers With what they mean by their names, as far as it is known.
 * @returns those about a landlord, if somebody else is named who can be reached: else he asks himself.
 */
export function findLandlords(
  answers: readonly (readonly [role: FieldRole | undefined, answer: Answer])[],
  { country }: Company,
): ReadonlySet<Answer> {
  const landlords = answers.flatMap(([, answer]) => (isLandlords(answer) ? [answer] : []));
  if (landlords.length === 0) return new Set();
  const others = answers.filter(([, answer]) => !landlords.includes(answer));
  const ways = others.filter(
    ([role, { label, value }]) =>
      ['email', 'phone', 'reachable'].includes(role ?? guessRole(label) ?? '') &&
      (repairEmail(value) !== undefined || holdsPhone(value, country)),
  );
  const isNamed =
    ways.some(([, answer]) => says(answer, tenant)) ||
    others.some(([role, { label }]) => namesOfPeople.has(role ?? guessRole(label)));
  const isAnother = ways.length > 0 && isNamed;
  return new Set(isAnother ? landlords : []);
}

const namesOfPeople: ReadonlySet<FieldRole | undefined> = new Set(['name', 'firstName', 'lastName']);
