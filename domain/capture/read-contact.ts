/** Who asks, and how he is reached: one way is enough. */
import type { Company } from '../business/company.ts';
import { searchedLines } from '../inbound/facts.ts';
import { isOurName, ourPhones } from '../inbound/ours.ts';
import type { Contact } from '../lead/contact.ts';
import { addressedAs, inGerman, isCompanyName, isTitle, salutationOf } from '../lead/person-name.ts';
import { phoneOfPlace } from './abroad.ts';
import { addressesIn, addressesOfAnswer } from './addresses-in-text.ts';
import { dialledNumbers, looksLikePhone, normaliseEmail, phoneE164 } from './contact-data.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail, saysNothing } from './mail-repair.ts';
import { namedCountry } from './named-country.ts';
import { isNobodysEmail, isSenderOfForm } from './nobodys-email.ts';
import { isOwnNumber, sentencesOf } from './of-himself.ts';
import { namesOtherNumber } from './other-numbers.ts';
import { mayReachCustomer } from './other-people.ts';
import { given, onOneLine, type Reading } from './reading.ts';
import { postcodeIn } from './value-looks.ts';

/**
 * @param searchesText may what somebody wrote be searched for a number or an address, where no field has one?
 */
export function readContact(read: Reading, company: Company, searchesText: boolean): Contact {
  const { country } = company;
  const name = readName(read, company) ?? nameBesideEmail(read);
  const abroad = namedCountry(read.left);
  const e164 = (number: string) =>
    (abroad && phoneE164(number, abroad)) ??
    phoneOfPlace(number, { postcode: read.one('postcode'), city: read.one('city') }, company.country);
  const typed = { email: readEmail(read), phone: readPhone(read, company, e164) };
  const { email, phone } = searchesText ? withWrittenWays(typed, read, company) : typed;
  if (email === undefined && phone === undefined) nameWhatIsWrong(read);
  const street = [read.one('address'), read.one('houseNumber')].filter(Boolean).join(' ');
  const postcode = read.text('postcode');
  return given({
    name,
    // "Guten Tag Berger" is how nobody is greeted.
    familyName: isOnlyFamilyName(read, name) ? name : undefined,
    email,
    phone,
    phoneE164: phone && e164(phone),
    address: read.within('address', street),
    postcode: postcode && (postcodeIn(postcode, country) ?? postcode.replace(/^z:(?=\d)/, '')),
    city: read.text('city'),
    language: read.language,
  });
}

/**
 * German and French forms ask for "Name" and "Vorname", the first is the family name then; Italian ones for "Nome" and
 * "Cognome", the first is the given name then. A family name alone goes with the word people are called by: "Frau Weiß".
 */
function readName(read: Reading, business: Company): string | undefined {
  const name = readWholeName(read, business);
  const [first, last, company] = (['firstName', 'lastName', 'company'] as const).map((role) => {
    const said = read.one(role);
    return said === undefined || saysNothing(said) ? undefined : said;
  });
  const parts = [first, last].filter((part) => part !== undefined);
  const isWhole = name !== undefined && parts.every((part) => name.includes(part));
  const person = isWhole ? name : [first ?? name, last ?? name].filter(Boolean).join(' ');
  if (person !== '') read.left.push(...read.all('company').slice(0, 1));
  // Given and family name are there, and a third that is neither: nothing typed is lost.
  if (name !== undefined && !isWhole && first !== undefined && last !== undefined) {
    read.left.push({
      names: ['name'],
      label: read.all('name').find(({ value }) => onOneLine(value) === name)?.label ?? 'Name',
      value: name,
    });
  }
  const untitled = person.split(' ').filter((word) => !isTitle(word));
  const isFamilyName = first === undefined && untitled.length === 1 && addressedAs(person) !== undefined;
  const called = readTitles(read, isFamilyName, person !== '');
  return read.within('name', person === '' ? company : [...called, person].join(' '));
}

/** "Max Muster <max@…>", "max@… (Max Muster)", "Muster, Max max@…" where only the address was asked for. */
function nameBesideEmail(read: Reading): string | undefined {
  const answer = read.all('email').find(({ value }) => repairEmail(value) !== undefined);
  const name = answer && displayName(answer.value);
  return name === undefined ? undefined : read.within('name', name);
}

function displayName(typed: string): string | undefined {
  const [called, ...others] = onOneLine(typed)
    .split(/[<([]?(?:mailto:)?[^\s<>()[\]"']+@[^\s<>()[\]"']+[>)\]]?/)
    .map((part) => part.replace(/^[\s"'„“”<([,;:|–-]+|[\s"'“”>)\],;:|–-]+$/g, ''))
    .filter((part) => part !== '');
  if (called === undefined || others.length > 0) return undefined;
  return addressedAs(called) ?? (isCompanyName(called) ? called : undefined);
}

/** Asked for was a family name, and no word that people are called by stands before it. */
const isOnlyFamilyName = (read: Reading, name: string | undefined): boolean =>
  name !== undefined &&
  !name.includes(' ') &&
  read.all('firstName').length === 0 &&
  read.all('name').length === 0 &&
  read.all('lastName').some(({ value }) => onOneLine(value) === name);

/** Of several names the person's, not the firm's or the event's: "Ansprechpartner" beside "Name: Kunde GmbH". "-" is none. */
function readWholeName(read: Reading, company: Company): string | undefined {
  const answers = read.all('name');
  const names = answers.filter(({ value }) => !saysNothing(value));
  const customers = names.filter(({ value }) => !isOurName(value, company));
  const chosen =
    names.length > 1
      ? (customers.find(({ value }) => addressedAs(value) !== undefined) ?? customers[0] ?? names[0])
      : names[0];
  read.left.push(...answers.filter((answer) => answer !== chosen));
  return chosen && onOneLine(chosen.value);
}

/** "Frau" before a family name, "Dr." before any; what goes into no name is left. */
function readTitles(read: Reading, isFamilyName: boolean, hasName: boolean): string[] {
  const asked = [...read.all('salutation'), ...read.all('title')].flatMap(apart);
  const salutation = isFamilyName ? asked.find(({ value }) => salutationOf(value) !== undefined) : undefined;
  const title = hasName ? asked.find(({ value }) => isTitle(value)) : undefined;
  read.left.push(...asked.filter((answer) => answer !== salutation && answer !== title));
  const called = salutation && salutationOf(salutation.value);
  return [
    called && (read.language === 'de' ? inGerman(called) : called),
    title && onOneLine(title.value),
  ].filter((word) => word !== undefined);
}

/** "Frau Dr." is a salutation and a title. */
function apart(answer: Answer): Answer[] {
  const [first = '', ...others] = onOneLine(answer.value).split(' ');
  const rest = others.join(' ');
  return salutationOf(first) !== undefined && isTitle(rest)
    ? [
        { ...answer, value: first },
        { ...answer, value: rest },
      ]
    : [answer];
}

function readEmail(read: Reading): string | undefined {
  const answers = read.all('email');
  const chosen = answers.find(({ value }) => repairEmail(value) !== undefined);
  const email = chosen && repairEmail(chosen.value);
  const shown = chosen ?? answers[0];
  if (shown) read.entered.push({ name: 'email', value: onOneLine(shown.value) });
  const others = answers.filter((answer) => answer !== shown);
  read.left.push(...others.filter(({ value }) => repairEmail(value) !== email));
  if (shown && !chosen) read.broken.push(shown);
  // How it was typed, with whatever else stands beside it.
  if (chosen && normaliseEmail(chosen.value) !== email) read.left.push(chosen);
  return email;
}

/** The first that can be dialled from anywhere, else the first that can be dialled within the town. */
function readPhone(
  read: Reading,
  company: Company,
  numberOf: (number: string) => string | undefined,
): string | undefined {
  const answers = read.all('phone');
  const ours = ourPhones(company);
  const e164 = ({ value }: Answer) => numberOf(value);
  const complete = answers.filter((answer) => e164(answer) !== undefined);
  // Somebody of the business tries his own form, or its number was filled in for want of another.
  const chosen =
    complete.find((answer) => !ours.has(e164(answer) ?? '')) ??
    complete[0] ??
    answers.find(({ value }) => looksLikePhone(value));
  const number = chosen && e164(chosen);
  read.left.push(
    ...answers.filter(
      (answer) => answer !== chosen && looksLikePhone(answer.value) && !(number && e164(answer) === number),
    ),
  );
  const none = answers.filter(({ value }) => !looksLikePhone(value));
  read.broken.push(...none);
  if (!chosen && none[0]) read.entered.push({ name: 'phone', value: onOneLine(none[0].value) });
  // Two numbers on two lines stay two.
  return read.within('phone', chosen && onOneLine(chosen.value.replace(/\s*\n\s*/g, ', ')));
}

/** As many lines as are searched for a way to answer. */
const maxSearchedLines = 500;
interface Ways {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Who can be answered is also called back by the number that he wrote into his message, but by none of another answer. */
function withWrittenWays(typed: Ways, read: Reading, company: Company): Ways {
  if (typed.phone !== undefined) return typed;
  if (typed.email === undefined) return findWays(read, company);
  return { ...typed, phone: ownNumbers(read.all('message'), company)[0] };
}

/** A number or an address that stands anywhere in what somebody wrote. */
function findWays(read: Reading, company: Company): Ways {
  const roles = [
    'name',
    'subject',
    'message',
    'address',
    'city',
    'installation',
    'timeframe',
    'email',
    'phone',
  ] as const;
  const written = [...roles.flatMap((role) => read.all(role)), ...read.left].filter(
    (answer) => !isAboutReceiver(answer) && !isSenderOfForm(answer) && mayReachCustomer(answer),
  );
  const lines = linesOf(written);
  const letters = new Set([...read.all('message'), ...read.all('subject')]);
  const email = lines
    .flatMap(({ answer, line }) => (letters.has(answer) ? addressesIn(line) : addressesOfAnswer(line)))
    .find((one) => !isNobodysEmail(one, company));
  return { email, phone: ownNumbers(read.all('message'), company)[0] ?? numbersIn(lines, company)[0] };
}

interface Line {
  readonly answer: Answer;
  readonly line: string;
}

const linesOf = (answers: readonly Answer[]): readonly Line[] =>
  answers
    .flatMap((answer) => searchedLines(answer.value).map((line) => ({ answer, line })))
    .slice(0, maxSearchedLines);

/** Numbers in a message that somebody says to be his. */
function ownNumbers(messages: readonly Answer[], company: Company): readonly string[] {
  const sentences = messages.flatMap(({ value }) => searchedLines(value).flatMap(sentencesOf));
  return sentences.slice(0, maxSearchedLines).flatMap((sentence) =>
    numbersOf(sentence, company).filter((number) => {
      const at = sentence.indexOf(number);
      return at >= 0 && isOwnNumber(sentence.slice(0, at), sentence.slice(at + number.length));
    }),
  );
}

/** Numbers that can be dialled, without ours and those that are said to be another's. */
function numbersIn(lines: readonly Line[], company: Company): readonly string[] {
  return lines.flatMap(({ answer, line }) => numbersOf(`${answer.label}: ${line}`, company));
}

function numbersOf(text: string, company: Company): readonly string[] {
  const ours = ourPhones(company);
  return dialledNumbers(text, company.country)
    .filter(
      ({ text: number, e164 }) =>
        !ours.has(e164) && !namesOtherNumber(text.slice(0, Math.max(0, text.indexOf(number)))),
    )
    .map(({ text: number }) => number);
}

const isAboutReceiver = ({ label }: Answer): boolean =>
  /^_|\b(?:to|recipients?|empf[aä]nger|admin)\b/i.test(label);

function nameWhatIsWrong(read: Reading): void {
  const [email, phone] = [read.all('email').length > 0, read.all('phone').length > 0];
  if (email) read.wrong('email', { code: 'no-email' });
  if (phone) read.wrong('phone', { code: 'no-phone' });
  if (email || phone) return;
  read.wrong('email', { code: 'unreachable' });
  read.wrong('phone', { code: 'unreachable' });
}
