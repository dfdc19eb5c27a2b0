/** A tenant's form asks for the landlord too: whoever asks is called, not the owner of the house. */
import type { Company } from '../business/company.ts';
import { type FieldRole, guessRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail } from './mail-repair.ts';
import { mayReachCustomer } from './other-people.ts';
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

const namesOfPeople: ReadonlySet<FieldRole | undefined> = new Set(['name', 'firstName', 'lastName']);

type Asked = readonly (readonly [role: FieldRole | undefined, answer: Answer])[];

const isWay =
  (country: Company['country']) =>
  ([role, { label, value }]: Asked[number]): boolean =>
    ['email', 'phone', 'reachable'].includes(role ?? guessRole(label) ?? '') &&
    (repairEmail(value) !== undefined || holdsPhone(value, country));

/** Who reports for a tenant: he is called, and the tenant is visited. A manager's own form asks for both. */
const reporter =
  /(?:^| )(?:melder|meldend|gemeldet|auftraggeber|besteller|anrufer|verwalter|verwaltung|hausverwalt|reported|reporter|manager)/;
const owner =
  /(?:^| )(?:vermieter|eigentuemer|hauseigentuemer|hausbesitzer|hausmeister|landlord|property owner|proprietaire|bailleur|proprietari)/;

/** @returns what is about the tenant, if whoever reports for him is named and can be reached. */
export function findTenants(answers: Asked, { country }: Company): ReadonlySet<Answer> {
  const tenants = answers.filter(([, answer]) => says(answer, tenant) && !says(answer, landlord));
  if (tenants.length === 0) return new Set();
  const others = answers.filter(
    ([, answer]) => !says(answer, tenant) && !says(answer, owner) && mayReachCustomer(answer),
  );
  const isNamed = others.some(
    ([role, answer]) => says(answer, reporter) || namesOfPeople.has(role ?? guessRole(answer.label)),
  );
  const isReported = isNamed && others.some(isWay(country));
  return new Set(isReported ? tenants.map(([, answer]) => answer) : []);
}

/**
 * @param answers With what they mean by their names, as far as it is known.
 * @returns those about a landlord, if somebody else is named who can be reached: else he asks himself.
 */
export function findLandlords(answers: Asked, { country }: Company): ReadonlySet<Answer> {
  const landlords = answers.flatMap(([, answer]) => (isLandlords(answer) ? [answer] : []));
  if (landlords.length === 0) return new Set();
  const others = answers.filter(([, answer]) => !landlords.includes(answer));
  const ways = others.filter(isWay(country));
  const isNamed =
    ways.some(([, answer]) => says(answer, tenant)) ||
    others.some(([role, { label }]) => namesOfPeople.has(role ?? guessRole(label)));
  const isAnother = ways.length > 0 && isNamed;
  return new Set(isAnother ? landlords : []);
}
