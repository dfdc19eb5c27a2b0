/** Who works here, changed: each change takes the file of a business and gives the next one, or says why not. */
import { changesBetween } from './changes.ts';
import { type Company, type CompanyFile, companyFrom } from './company.ts';
import { maxPeople, personSchema } from './company-schema.ts';
import { type Callee, entryAt, everybody, isSameEmail, personOf } from './people.ts';

type Person = Company['people'][number];

/** What is said of somebody when he is put down, or put down anew. Everything else about him stays. */
export interface PersonDetails {
  readonly name: string;
  readonly role: Person['role'];
  /** Absent: none. */
  readonly phone?: string;
  readonly onCall?: boolean;
}

/** When somebody is away, both days included, and the address of whoever does his work meanwhile. */
export type Absence = NonNullable<Person['absent']>;

/** What can be wrong with what somebody typed, by its field. */
export const personFields = ['name', 'email', 'phone', 'role', 'from', 'until', 'substitute'] as const;
export type PersonField = (typeof personFields)[number];

export type PeopleRefusal =
  /** Nobody works here under this key (any more). */
  | { readonly why: 'unknown-person' }
  | { readonly why: 'address-taken' }
  /** Both would be away, each to do the work of the other, or in a longer round. */
  | { readonly why: 'stand-in-for-each-other' }
  /** Without an owner nobody could change anything here any more. */
  | { readonly why: 'last-owner' }
  | { readonly why: 'too-many' }
  | { readonly why: 'faults'; readonly fields: readonly PersonField[] };

export type PeopleChange = { readonly file: CompanyFile } | { readonly refused: PeopleRefusal };

const refused = (why: Exclude<PeopleRefusal['why'], 'faults'>): PeopleChange => ({ refused: { why } });

/** Somebody new; who is added twice with the same words is there once. */
export function addPerson(
  file: CompanyFile,
  details: PersonDetails & { readonly email: string },
): PeopleChange {
  const person = entryOf(details.email.trim(), details);
  const fields = faultsOf(person, isCallable(person));
  if (fields.length > 0) return { refused: { why: 'faults', fields } };
  const { people = [] } = file;
  if (people.some((one) => changesBetween(one, person).length === 0)) return { file };
  if (everybody(companyFrom(file)).some((one) => isAt(one, person.email))) return refused('address-taken');
  return people.length < maxPeople ? { file: { ...file, people: [...people, person] } } : refused('too-many');
}

/** What is known of somebody, told anew. His address stays: by it his requests and his devices are his. */
export function changePerson(file: CompanyFile, key: string, details: PersonDetails): PeopleChange {
  const known = personOf(companyFrom(file), key);
  if (!known) return refused('unknown-person');
  if (details.role !== 'owner' && isLastOwner(file, known)) return refused('last-owner');
  const { phone: _phone, onCall: _onCall, ...rest } = entryIn(file, known);
  const entry = { ...rest, ...entryOf(rest.email, details) };
  const fields = faultsOf(entry, isCallable(entry));
  return fields.length > 0 ? { refused: { why: 'faults', fields } } : withEntry(file, known, entry);
}

/**
 * @param absence `undefined`: he is there.
 * @param today the day that it is in the business.
 */
export function setAbsence(
  file: CompanyFile,
  key: string,
  absence: Absence | undefined,
  today: string,
): PeopleChange {
  const known = personOf(companyFrom(file), key);
  if (!known) return refused('unknown-person');
  const { absent: _absent, ...rest } = entryIn(file, known);
  if (!absence) return withEntry(file, known, rest);
  const { substitute } = absence;
  const isSomebodyElse =
    substitute === undefined ||
    (!isAt(known, substitute) && everybody(companyFrom(file)).some((one) => isAt(one, substitute)));
  if (!isSomebodyElse) return { refused: { why: 'faults', fields: ['substitute'] } };
  const change = withEntry(file, known, { ...rest, absent: absence });
  if ('refused' in change) return change;
  if (absence.until < today) return { refused: { why: 'faults', fields: ['until'] } };
  return standsInForHimself(change.file, known, absence) ? refused('stand-in-for-each-other') : change;
}

/** On a day on which everybody is away who would do it, it comes back to whom it began with. */
function standsInForHimself(file: CompanyFile, known: Callee, absence: Absence): boolean {
  const asked = new Set<string>();
  let { from, until, substitute } = absence;
  while (substitute !== undefined && from <= until && !asked.has(substitute.toLowerCase())) {
    if (isAt(known, substitute)) return true;
    asked.add(substitute.toLowerCase());
    const absent: Absence | undefined = entryAt(file.people ?? [], substitute)?.absent;
    if (!absent) return false;
    if (absent.from > from) from = absent.from;
    if (absent.until < until) until = absent.until;
    substitute = absent.substitute;
  }
  return false;
}

/**
 * Somebody works here no more; whoever he was to stand in for has nobody to do it. If the mails of the business went to him
 * alone, they go to the first of the other owners.
 */
export function removePerson(file: CompanyFile, key: string): PeopleChange {
  const known = personOf(companyFrom(file), key);
  if (!known) return refused('unknown-person');
  if (isLastOwner(file, known)) return refused('last-owner');
  const people = (file.people ?? [])
    .filter(({ email }) => !isAt(known, email))
    .map((person) => withoutSubstitute(person, known));
  const email = file.owner.email.filter((address) => !isAt(known, address));
  const heir = email.length === 0 ? heirOf(file, known) : undefined;
  const owner = heir ? { name: heir.name, email: [heir.email] } : { ...file.owner, email };
  return { file: { ...file, owner, people } };
}

/** Who gets the mails of the business once somebody is gone to whom they went alone; `undefined`: they do not go to him alone. */
export function heirOf(file: CompanyFile, { key, email }: Pick<Callee, 'key' | 'email'>): Callee | undefined {
  if (!file.owner.email.every((address) => isAt({ email }, address))) return undefined;
  return everybody(companyFrom(file)).find((one) => one.role === 'owner' && one.key !== key);
}

type Entry = NonNullable<CompanyFile['people']>[number];

const isAt = ({ email }: Pick<Callee, 'email'>, address: string): boolean => isSameEmail(email, address);

function entryOf(email: string, { name, role, phone, onCall }: PersonDetails): Entry {
  return {
    name: name.trim(),
    email,
    role,
    ...(phone !== undefined && phone.trim() !== '' && { phone: phone.trim() }),
    ...(onCall && { onCall }),
  };
}

/** Who only gets the mails of the business stands nowhere else until something is known of him. */
const entryIn = ({ people = [] }: CompanyFile, { name, email, role }: Callee): Entry =>
  entryAt(people, email) ?? { name, email, role };

function withEntry(file: CompanyFile, known: Callee, entry: Entry): PeopleChange {
  const fields = faultsOf(entry);
  if (fields.length > 0) return { refused: { why: 'faults', fields } };
  const { people = [] } = file;
  const isListed = entryAt(people, known.email) !== undefined;
  return {
    file: {
      ...file,
      people: isListed
        ? people.map((person) => (isAt(person, known.email) ? entry : person))
        : [...people, entry],
    },
  };
}

function isLastOwner(file: CompanyFile, { key }: Callee): boolean {
  const owners = everybody(companyFrom(file)).filter(({ role }) => role === 'owner');
  return owners.every((owner) => owner.key === key) && owners.length > 0;
}

function withoutSubstitute(person: Entry, gone: Callee): Entry {
  if (person.absent?.substitute === undefined || !isAt(gone, person.absent.substitute)) return person;
  const { substitute: _substitute, ...absent } = person.absent;
  return { ...person, absent };
}

/** As many digits as a number has that somebody can be called at from anywhere: no emergency call, no beginning of one. */
const minPhoneDigits = 6;

const isCallable = ({ phone }: Entry): boolean =>
  phone === undefined || phone.replace(/\D/g, '').length >= minPhoneDigits;

/** @param callable whether his number is one; asked of whoever types it. */
function faultsOf(entry: Entry, callable = true): PersonField[] {
  const { error } = personSchema.safeParse(entry);
  const named = (error?.issues ?? []).map(({ path }) => {
    const [field, inner] = path;
    // That the end is not before the beginning is said of both.
    return String(field === 'absent' ? (inner ?? 'until') : field);
  });
  return personFields.filter((field) => named.includes(field) || (field === 'phone' && !callable));
}
