/** `npm run business -- people …`: who works here. The way back in where no owner can log in to the desk. */
import {
  addPerson,
  type PeopleRefusal,
  type PersonField,
  removePerson,
} from '../../domain/business/change-people.ts';
import { companyFrom } from '../../domain/business/company.ts';
import { entryAt, everybody, personAt } from '../../domain/business/people.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import { type Author, BusinessRefusal, type Changed, loadBusiness, saveBusiness } from './change-business.ts';

/** What the command line says of somebody. */
export interface NamedPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: string | undefined;
  readonly phone?: string | undefined;
}

const roles = ['owner', 'office', 'staff'] as const;

const expected: Readonly<Record<PersonField, string>> = {
  name: 'a name in one line',
  email: 'a mail address',
  phone: 'a phone number such as "+49 89 123456"',
  role: roles.join(', '),
  from: 'a day',
  until: 'a day',
  substitute: 'the address of somebody else who works here',
};

/** A line for each: name, role, address, phone. */
export async function listPeople(store: BusinessStore): Promise<string[]> {
  const { file } = await loadBusiness(store);
  return everybody(companyFrom(file)).map(({ name, email, role }) => {
    const phone = entryAt(file.people ?? [], email)?.phone;
    return [role.padEnd(6), email, name, ...(phone === undefined ? [] : [phone])].join('  ');
  });
}

/** @throws BusinessRefusal nothing was changed. */
export async function addToPeople(
  store: BusinessStore,
  { name, email, role = 'owner', phone }: NamedPerson,
  author: Author,
): Promise<Changed> {
  if (name === undefined || email === undefined) {
    throw new BusinessRefusal(['people add: say --name and --email, and --role where it is not owner']);
  }
  const known = roles.find((one) => one === role);
  if (!known) throw new BusinessRefusal([`--role: found "${role}", expected ${expected.role}`]);
  const current = await loadBusiness(store);
  const details = { name, email, role: known, ...(phone !== undefined && { phone }) };
  const change = addPerson(current.file, details);
  if ('refused' in change) throw refusal(change.refused, { name, email, phone });
  return saveBusiness(store, current, change.file, author);
}

/** @throws BusinessRefusal nothing was changed. */
export async function removeFromPeople(
  store: BusinessStore,
  { email }: NamedPerson,
  author: Author,
): Promise<Changed> {
  if (email === undefined) throw new BusinessRefusal(['people remove: say --email']);
  const current = await loadBusiness(store);
  const person = personAt(companyFrom(current.file), email);
  const change = removePerson(current.file, person?.key ?? '');
  if ('refused' in change) throw refusal(change.refused, { email });
  return saveBusiness(store, current, change.file, author);
}

function refusal(refused: PeopleRefusal, said: NamedPerson): BusinessRefusal {
  switch (refused.why) {
    case 'unknown-person':
      return new BusinessRefusal([`Nobody works here whose address is ${said.email}: see people list.`]);
    case 'address-taken':
      return new BusinessRefusal([
        `${said.email} is the address of somebody who works here: see people list.`,
      ]);
    case 'last-owner':
      return new BusinessRefusal([
        `${said.email} is the only owner, and without one nobody could change anything: add another one first.`,
      ]);
    case 'stand-in-for-each-other':
      return new BusinessRefusal([`${said.email} would stand in for himself: name another substitute.`]);
    case 'too-many':
      return new BusinessRefusal(['There are as many people as a business may name.']);
    case 'faults':
      return new BusinessRefusal(
        refused.fields.map(
          (field) =>
            `--${field}: found ${JSON.stringify((said as Record<string, unknown>)[field])}, expected ${expected[field]}`,
        ),
      );
  }
}
