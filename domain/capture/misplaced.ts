/** Ways to reach somebody that stand in the field for another one, or in no field of their own. */
import type { Company } from '../business/company.ts';
import { looksLikePersonName } from '../lead/person-name.ts';
import { dialledNumbers, looksLikePhone } from './contact-data.ts';
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail } from './mail-repair.ts';
import { withoutEmails } from './own-addresses.ts';
import { holdsPhone, isBarePhone } from './value-looks.ts';

interface Ways {
  readonly company: Company;
  readonly known: Map<FieldRole, Answer[]>;
  /** Nobody knows yet what they are. */
  readonly open: Answer[];
}

const has = ({ known }: Ways, role: FieldRole): boolean => (known.get(role)?.length ?? 0) > 0;

function put({ known }: Ways, role: FieldRole, ...answers: Answer[]): void {
  if (answers.length > 0) known.set(role, [...(known.get(role) ?? []), ...answers]);
}

/** Where a house stands; an address of mail is none of them: `emails: [{address: …}]`. */
const whereabouts = ['address', 'houseNumber', 'postcode', 'city', 'place'] as const;

/** A number where the address was asked for, and the other way round. */
export function moveMisplaced(ways: Ways): void {
  const { company, known, open } = ways;
  const takeOut = (role: FieldRole, isElsewhere: (value: string) => boolean) => {
    const answers = known.get(role) ?? [];
    const taken = answers.filter(({ value }) => isElsewhere(value));
    if (taken.length > 0)
      known.set(
        role,
        answers.filter((answer) => !taken.includes(answer)),
      );
    return taken;
  };
  const isPhone = (value: string) => repairEmail(value) === undefined && holdsPhone(value, company.country);
  const isEmail = (value: string) =>
    repairEmail(value) !== undefined && !looksLikePhone(withoutEmails(value));
  const [phones, emails] = [takeOut('email', isPhone), takeOut('phone', isEmail)];
  put(ways, 'phone', ...phones);
  put(ways, 'email', ...emails);
  for (const role of whereabouts)
    put(
      ways,
      'email',
      ...takeOut(role, (value) => value.includes('@') && onlyEmail.test(value) && isEmail(value)),
    );
  swapName(ways, takeOut);
  // "Absender" asks for either.
  put(ways, 'name', ...takeOut('email', looksLikePersonName));
  for (const answer of takeOut('reachable', () => true)) {
    const way = wayIn(answer.value, company);
    if (way === undefined) open.push(answer);
    else put(ways, way, answer);
  }
  copyOtherWay(ways);
}
/** Nobody is called by a number: where it stands in the place of the name, the name may stand in that of the number. */
function swapName(
  ways: Ways,
  takeOut: (role: FieldRole, isElsewhere: (value: string) => boolean) => Answer[],
): void {
  const { country } = ways.company;
  const numbers = takeOut('name', (value) => /\d/.test(value) && isBarePhone(value, country));
  if (numbers.length === 0) return;
  if (!has(ways, 'name')) put(ways, 'name', ...takeOut('phone', looksLikePersonName));
  put(ways, 'phone', ...numbers);
}
const onlyEmail = /^\s*\S+@\S+\s*$/;

/** Address and number in one field, or in the place of the name: each counts. */
function copyOtherWay(ways: Ways): void {
  const { company, known } = ways;
  const typed = [...(known.get('email') ?? []), ...(known.get('phone') ?? []), ...(known.get('name') ?? [])];
  const withEmail = typed.find(({ value }) => value.includes('@') && repairEmail(value) !== undefined);
  if (!has(ways, 'email') && withEmail) put(ways, 'email', withEmail);
  for (const { names, label, value } of has(ways, 'phone') ? [] : typed) {
    const [number] = dialledNumbers(withoutEmails(value), company.country);
    if (number && !has(ways, 'phone')) put(ways, 'phone', { names, label, value: number.text });
  }
}

export function wayIn(value: string, { country }: Company): 'email' | 'phone' | undefined {
  if (repairEmail(value) !== undefined) return 'email';
  return holdsPhone(value, country) ? 'phone' : undefined;
}
