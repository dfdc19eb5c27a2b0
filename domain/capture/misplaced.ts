/** Ways to reach somebody that stand in the field for another one, or in no field of their own. */
import type { Company } from '../business/company.ts';
import { looksLikePersonName } from '../lead/person-name.ts';
import { dialledNumbers, looksLikePhone } from './contact-data.ts';
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { has, type KnownAnswers, put, takeOut } from './known-answers.ts';
import { repairEmail } from './mail-repair.ts';
import { withoutEmails } from './own-addresses.ts';
import { holdsPhone, isBarePhone } from './value-looks.ts';

interface Ways {
  readonly company: Company;
  readonly known: KnownAnswers;
  /** Nobody knows yet what they are. */
  readonly open: Answer[];
}

/** Where a house stands; an address of mail is none of them: `emails: [{address: …}]`. */
const whereabouts = ['address', 'houseNumber', 'postcode', 'city', 'place'] as const;

/** A number where the address was asked for, and the other way round. */
export function moveMisplaced(ways: Ways): void {
  const { company, known, open } = ways;
  const take = (role: FieldRole, isElsewhere: (value: string) => boolean) =>
    takeOut(known, role, ({ value }) => isElsewhere(value));
  const isPhone = (value: string) => repairEmail(value) === undefined && holdsPhone(value, company.country);
  const isEmail = (value: string) =>
    repairEmail(value) !== undefined && !looksLikePhone(withoutEmails(value));
  const [phones, emails] = [take('email', isPhone), take('phone', isEmail)];
  put(known, 'phone', ...phones);
  put(known, 'email', ...emails);
  for (const role of whereabouts)
    put(
      known,
      'email',
      ...take(role, (value) => value.includes('@') && onlyEmail.test(value) && isEmail(value)),
    );
  swapName(ways);
  // "Absender" asks for either.
  put(known, 'name', ...take('email', looksLikePersonName));
  for (const answer of take('reachable', () => true)) {
    const way = wayIn(answer.value, company);
    if (way === undefined) open.push(answer);
    else put(known, way, answer);
  }
  copyOtherWay(ways);
}

/** Nobody is called by a number: where it stands in the place of the name, the name may stand in that of the number. */
function swapName({ company, known }: Ways): void {
  const isNumber = ({ value }: Answer) => /\d/.test(value) && isBarePhone(value, company.country);
  const numbers = takeOut(known, 'name', isNumber);
  if (numbers.length === 0) return;
  if (!has(known, 'name'))
    put(known, 'name', ...takeOut(known, 'phone', ({ value }) => looksLikePersonName(value)));
  put(known, 'phone', ...numbers);
}
const onlyEmail = /^\s*\S+@\S+\s*$/;

/** Address and number in one field, or in the place of the name: each counts. */
function copyOtherWay({ company, known }: Ways): void {
  const typed = [...(known.get('email') ?? []), ...(known.get('phone') ?? []), ...(known.get('name') ?? [])];
  const withEmail = typed.find(({ value }) => value.includes('@') && repairEmail(value) !== undefined);
  if (!has(known, 'email') && withEmail) put(known, 'email', withEmail);
  for (const { names, label, value } of has(known, 'phone') ? [] : typed) {
    const [number] = dialledNumbers(withoutEmails(value), company.country);
    if (number && !has(known, 'phone')) put(known, 'phone', { names, label, value: number.text });
  }
}

export function wayIn(value: string, { country }: Company): 'email' | 'phone' | undefined {
  if (repairEmail(value) !== undefined) return 'email';
  return holdsPhone(value, country) ? 'phone' : undefined;
}
