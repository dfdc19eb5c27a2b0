/**
 * Gives every answer of a form its place where names alone do not: by what a label hints at, then by the look of the
 * value. Hints and looks only fill what no name has given, and never with what belongs to the business.
 */
import type { Company } from '../business/company.ts';
import { isOurStreet, ourPhones } from '../inbound/ours.ts';
import { addressedAs, isCompanyName, looksLikeNamePart, looksLikePersonName } from '../lead/person-name.ts';
import { setBillingPlaceAside } from './billing-place.ts';
import { looksLikePhone, phoneE164 } from './contact-data.ts';
import { type FieldRole, guessRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import type { Sheet } from './form-sheet.ts';
import { joinDialCodes } from './join-dial-codes.ts';
import { readMessage } from './key-words.ts';
import { has, type KnownAnswers, put, takeOpen, takeOut } from './known-answers.ts';
import { findLandlords, findTenants, rolesOfContact } from './landlord.ts';
import { isMachinery } from './machinery.ts';
import { isLeftOut, repairEmail, saysNothing } from './mail-repair.ts';
import { moveMisplaced, wayIn } from './misplaced.ts';
import { isNobodysEmail, isSenderOfForm } from './nobodys-email.ts';
import { isAgreement, mayReachCustomer } from './other-people.ts';
import { namesSender, splitOursOff, takeOurPhones } from './own-addresses.ts';
import { plainWords } from './plain-words.ts';
import {
  isBarePhone,
  isChannel,
  isStreet,
  isText,
  isTown,
  isWebAddress,
  type Place,
  postcodeIn,
  readPlace,
  readPlaceAsked,
  readPlaceGuessed,
} from './value-looks.ts';

/** A sheet while answers are moved between its roles. */
interface Desk {
  readonly company: Company;
  readonly known: KnownAnswers;
  /** Nobody knows yet what they are. */
  readonly open: Answer[];
  /** Nobody's to be guessed at: the business's own. */
  readonly aside: Answer[];
}

/** @returns the sheet with as many answers in their places as can be told. */
export function settleSheet(sheet: Sheet, company: Company): Sheet {
  const known = new Map([...sheet.known].map(([role, answers]) => [role, [...answers]]));
  const desk: Desk = { company, known, open: [...sheet.unknown], aside: [] };
  dropLeftOut(known);
  setOursAside(desk);
  const dialled = takeOurPhones(desk);
  setStaffAside(desk);
  setDeadAside(desk);
  setBillingPlaceAside(desk);
  setOthersAside(desk, findTenants);
  setOthersAside(desk, findLandlords);
  moveMisplaced(desk);
  joinDialCodes(desk);
  splitPlaces(desk);
  fill(desk, (answer) => {
    const { names, label, value } = answer;
    const role = isChannel(value) ? undefined : [...names, label].map(guessRole).find(Boolean);
    if (role !== undefined && waysToReach.has(role) && !mayReachCustomer(answer)) return undefined;
    return role === 'reachable'
      ? wayIn(value, company)
      : role && fitsHint(role, label, value, company)
        ? role
        : undefined;
  });
  fill(desk, (answer) => roleByLook(answer, desk));
  splitPlaces(desk);
  placeByLook(desk);
  nameNameless(desk);
  findMessage(desk);
  if (has(desk.known, 'email', 'phone')) desk.aside.push(...dialled);
  else put(desk.known, 'phone', ...dialled);
  return { ...sheet, known, unknown: [...desk.open, ...desk.aside] };
}

const whereabouts = ['company', 'address', 'houseNumber', 'place', 'postcode', 'city'] as const;
const wishes = [
  'message',
  'subject',
  'kind',
  'urgency',
  'installation',
  'timeframe',
  'budget',
  'source',
  'page',
  'referrer',
  'language',
] as const;

/** "N/A", "-", "unbekannt": nobody lives there, and nobody wants it. */
function dropLeftOut(known: KnownAnswers): void {
  for (const role of whereabouts) takeOut(known, role, ({ value }) => saysNothing(value));
  for (const role of wishes) takeOut(known, role, ({ value }) => isLeftOut(value));
}

/** Gives open answers the role that is found for them, as long as nothing else has it. */
function fill(desk: Desk, roleFor: (answer: Answer) => FieldRole | undefined): void {
  for (const answer of desk.open.splice(0)) {
    const role = roleFor(answer);
    if (role === undefined || has(desk.known, role)) desk.open.push(answer);
    else put(desk.known, role, answer);
  }
}

// --- what is the business's own ---

/** Where a form is sent to, in the words of plug-ins. */
const receiverName =
  /^(?:to|an|cc|bcc|mail ?to|send ?to|e ?mail ?to|(?:to|cc|bcc|recipients?) ?(?:e ?mail|address|name)|recipients?|empfaenger(?: ?e ?mail| ?adresse| ?mail)?|destinataire|destinatario|(?:wp )?(?:site )?(?:admin|owner|webmaster|notification|notify|company|business|shop|site)(?: (?:contact|notification))? ?(?:e ?mails?|phone|telefon|tel)|sender ?server|(?:display|business|called|tracking|dialed|target|inbox|our|own) (?:phone ?)?number)$/;

const isForTheBusiness = ({ names, label }: Answer): boolean =>
  [...names, label].some((name) => receiverName.test(plainWords(name)));

const waysToReach: ReadonlySet<FieldRole> = new Set(['email', 'phone', 'reachable']);

function setOursAside(desk: Desk): void {
  const { company, known, open, aside } = desk;
  splitOursOff(desk);
  const isOurs = (answer: Answer) => {
    const email = repairEmail(answer.value);
    return (
      isForTheBusiness(answer) ||
      (email !== undefined && (isNobodysEmail(email, company) || isSenderOfForm(answer)))
    );
  };
  for (const role of ['email', 'reachable', 'name', 'address'] as const) {
    // A street is nobody's mailbox.
    const mayBeOurs = ({ value }: Answer) => role !== 'address' || value.includes('@');
    aside.push(...takeOut(known, role, (answer) => mayBeOurs(answer) && isOurs(answer)));
  }
  aside.push(...takeOpen(open, (answer) => isOurs(answer) || isOurPlace(answer.value, company)));
  setOurPlaceAside(desk);
  for (const role of waysToReach) aside.push(...takeOut(known, role, (answer) => !mayReachCustomer(answer)));
}

/** "Werkstraße 5, 80331 München" on one line, in any order. */
const isOurPlace = (value: string, { address: { street, postcode } }: Company): boolean =>
  value.length <= maxWayLength && value.includes(street) && value.includes(postcode);

/** Where the business is: services send it beside the customer. Its town alone is that of many customers. */
function setOurPlaceAside({ company, known, aside }: Desk): void {
  const { postcode, city } = company.address;
  const isOurs = {
    address: (value: string) => isOurStreet(value, company),
    postcode: (value: string) => value === postcode,
    city: (value: string) => value === city,
  };
  if (!known.get('address')?.some(({ value }) => isOurs.address(value))) return;
  for (const [role, isOne] of Object.entries(isOurs) as [keyof typeof isOurs, (value: string) => boolean][]) {
    aside.push(...takeOut(known, role, ({ value }) => isOne(value)));
  }
}

// --- what is of somebody else ---

/** A fax is no telephone, and where mails come back nobody is written to, unless there is nothing else. */
function setDeadAside({ known, open, aside }: Desk): void {
  const isFax = ({ way }: Answer) => way?.dead === 'fax';
  const isDead = ({ way }: Answer) => way?.dead !== undefined;
  aside.push(...takeOut(known, 'phone', isFax), ...takeOpen(open, isFax));
  const roles = ['email', 'phone'] as const;
  const isAnother = roles.some((role) => known.get(role)?.some((answer) => !isDead(answer)));
  if (isAnother) for (const role of roles) aside.push(...takeOut(known, role, isDead));
}

function setStaffAside({ known, open, aside }: Desk): void {
  const isOfStaff = ({ ofStaff }: Answer) => ofStaff === true;
  for (const role of [...rolesOfContact, 'company'] as const) aside.push(...takeOut(known, role, isOfStaff));
  aside.push(...takeOpen(open, isOfStaff));
}

function setOthersAside({ company, known, open, aside }: Desk, find: typeof findLandlords): void {
  const answers = [
    ...rolesOfContact.flatMap((role) => (known.get(role) ?? []).map((answer) => [role, answer] as const)),
    ...open.map((answer) => [undefined, answer] as const),
  ];
  const others = find(answers, company);
  if (others.size === 0) return;
  for (const role of rolesOfContact) takeOut(known, role, (answer) => others.has(answer));
  takeOpen(open, (answer) => others.has(answer));
  aside.push(...others);
}

// --- what a label hints at ---

/** Numbers of other things, which may look like a telephone's. */
const otherNumber =
  /kunden|rechnung|auftrag|angebot|artikel|bestell|vertrag|zaehler|geraet|serien|steuer|ust|iban|konto|bic|haus|vorgang|ticket|referenz|mitglied|versicher|akten|\baz\b|zeichen|\bpolice|\bplz\b|postleit|schadens? ?(?:nr|nummer)|fall ?(?:nr|nummer)|melde ?(?:nr|nummer)|meldungs ?(?:nr|nummer)|projekt ?(?:nr|nummer)|wohnung|objekt|fax|client|facture|contrat|compteur|ordine|fattura|contratto|order|invoice|customer|account|serial|\bids?\b|\bkey\b|token|zeit|stamp|date|datum/;

const isOtherNumber = ({ names, label }: Answer): boolean =>
  [...names, label].some((name) => otherNumber.test(plainWords(name)));

/** Labels that speak of any number. */
const onlyNumber =
  /^(?:(?!tel|phone|fon|handy|mobil|ruf|portable|cell|natel)[a-z0-9]+ )*(?:nummer|numero|number)(?: |$)/;

function fitsHint(role: FieldRole, label: string, value: string, company: Company): boolean {
  const { country } = company;
  switch (role) {
    case 'email':
      return repairEmail(value) !== undefined;
    case 'phone':
      if (isOtherNumber({ names: [], label, value })) return false;
      return onlyNumber.test(plainWords(label))
        ? isBarePhone(value, country)
        : looksLikePhone(value) && value.length <= 40;
    case 'name':
      return value.length <= 80 && (addressedAs(value) !== undefined || isCompanyName(value));
    case 'postcode':
      return postcodeIn(value, country) !== undefined || readPlace(value, country) !== undefined;
    case 'address':
      return isStreet(value) || readPlace(value, country) !== undefined;
    case 'city':
      return isTown(value) || readPlace(value, country) !== undefined;
    default:
      return !isAgreement(label, value);
  }
}

// --- what a value looks like ---

function roleByLook(answer: Answer, { company, known }: Desk): FieldRole | undefined {
  const { value } = answer;
  if (!mayReachCustomer(answer)) return undefined;
  if (value.includes('@') && value.length <= maxWayLength && repairEmail(value) !== undefined) {
    // Under a name that says nothing of it, it may be anybody's: only where he could not be answered otherwise.
    return isNameless(answer) || !has(known, 'email', 'phone') ? 'email' : undefined;
  }
  if (isBarePhone(value, company.country) && !isOtherNumber(answer)) {
    return isOurPhone(value, company) && !isNameless(answer) ? undefined : 'phone';
  }
  return isOwnPage(value, company) ? 'page' : undefined;
}
const maxWayLength = 100;

const isOurPhone = (value: string, company: Company): boolean =>
  ourPhones(company).has(phoneE164(value, company.country) ?? '');

/** What somebody sent along lies on the site of the form too. */
const fileName = /\/uploads\/|\.(?:jpe?g|png|gif|webp|heic|pdf|docx?|mp4|mov|zip)$/i;

/** Does the address lead to a page that the business has? */
function isOwnPage(value: string, { origins, website }: Company): boolean {
  if (!isWebAddress(value) || !URL.canParse(value)) return false;
  const { origin, pathname } = new URL(value);
  if (fileName.test(pathname)) return false;
  return origins.includes(origin) || (URL.canParse(website) && new URL(website).origin === origin);
}

/** Postcode and town in one answer, and a street before them, under any label; those of abroad where nothing else is said. */
function placeByLook(desk: Desk): void {
  if (has(desk.known, 'postcode', 'city')) return;
  const { country } = desk.company;
  const placeOf = (answer: Answer) => readPlaceGuessed(answer.value, country, isNameless(answer));
  const at = desk.open.findIndex(
    (answer) => placeOf(answer) !== undefined && !isMachinery(answer.label, answer.value),
  );
  const answer = desk.open[at];
  const place = answer && placeOf(answer);
  if (!place) return;
  desk.open.splice(at, 1);
  putPlace(desk, answer, place);
}

/** "80331 München" where one of both was asked for, and the whole address in one field. */
function splitPlaces(desk: Desk): void {
  const { known, company } = desk;
  for (const role of ['address', 'place', 'postcode', 'city'] as const) {
    const [answer, ...others] = known.get(role) ?? [];
    if (!answer) continue;
    const place = readPlaceAsked(role, answer.value, company.country);
    const same = (part: 'postcode' | 'city') =>
      part === role || !has(desk.known, part) || known.get(part)?.[0]?.value === place?.[part];
    if (place && same('postcode') && same('city')) {
      known.set(role, others);
      putPlace(desk, answer, place);
    } else if (role === 'place') {
      const postcode = postcodeIn(answer.value, company.country);
      known.set('place', others);
      put(desk.known, postcode === undefined ? 'city' : 'postcode', answer);
    }
  }
  desk.open.push(...(known.get('place') ?? []));
  known.delete('place');
}

function putPlace(desk: Desk, { names, label }: Answer, { street, postcode, city }: Place): void {
  const parts = { address: street, postcode, city };
  for (const [role, value] of Object.entries(parts) as [keyof typeof parts, string | undefined][]) {
    if (value === undefined || desk.known.get(role)?.some((answer) => answer.value === value)) continue;
    put(desk.known, role, { names, label, value });
  }
}

// --- fields without a name ---

/** Builders number their fields instead of naming them: `3`, `Field4`, `No Label x1`, `item_meta.12`, `input_5_3`. */
const builderWords =
  /^(?:no|label|fields?|feld|felder|input|text|textarea|numeric|number|select|radio|checkbox|dropdown|hidden|single|line|question|frage|answer|antwort|item|meta|wpforms|nf|ninja|forms?|entry|column|spalte|col|element|control|custom|unnamed|untitled|quform|rsform|jform|ohne|titel|q|f|[a-z])$/i;

function isNameless({ names, label }: Answer): boolean {
  // An input nobody named goes by its kind: `numeric_field`.
  if (names.length === 0) return true;
  const words = label
    .slice(0, 100)
    .replace(/([a-z])(?=\d)/gi, '$1 ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  return words.every(
    (word) => builderWords.test(word) || /^(?=.*\d)[a-z\d]+$/i.test(word) || /^[0-9a-f]{6,}$/i.test(word),
  );
}

function nameNameless(desk: Desk): void {
  const { open, company } = desk;
  const take = (role: FieldRole, fits: (value: string) => boolean) => {
    if (has(desk.known, role)) return;
    const at = open.findIndex((answer) => isNameless(answer) && fits(answer.value));
    if (at >= 0) put(desk.known, role, ...open.splice(at, 1));
  };
  if (!has(desk.known, 'name', 'firstName', 'lastName')) nameFrom(desk);
  if (!has(desk.known, 'name', 'firstName', 'lastName'))
    fill(desk, (answer) => (namesSender(answer, company) ? 'name' : undefined));
  take('postcode', (value) => postcodeIn(value, company.country) !== undefined);
  take('address', isStreet);
}

/** Somebody chose it, so nobody is called so. */
const choice = /(?:^|[^a-z])(?:radio|select|checkbox|dropdown|choice)(?:[-_ ]?field)?[-_ ]?\d{0,6}$/i;

/** The first two words with capitals in one field, else in two beside each other. */
function nameFrom(desk: Desk): void {
  const { open } = desk;
  const isOne = (answer: Answer | undefined, fits: (value: string) => boolean) =>
    answer !== undefined && isNameless(answer) && !choice.test(answer.label) && fits(answer.value);
  const isFullName = (value: string) => looksLikePersonName(value) && readMessage(value).kind === undefined;
  const at = open.findIndex((answer) => isOne(answer, isFullName));
  if (at >= 0) {
    put(desk.known, 'name', ...open.splice(at, 1));
    return;
  }
  const first = open.findIndex(
    (answer, index) => isOne(answer, looksLikeNamePart) && isOne(open[index + 1], looksLikeNamePart),
  );
  const [given, family] = first < 0 ? [] : open.splice(first, 2);
  if (given) put(desk.known, 'firstName', given);
  if (family) put(desk.known, 'lastName', family);
}

/** A label that is a question tells what the answer is about; so many words speak for themselves. */
const minWordsOfMessage = 4;

/** What is told of others, of a device, of the way there or of the time, however long, is not what is wanted. */
const aboutElse =
  /(?:^| )(?:mieter\w*|bewohner\w*|vermieter\w*|eigentuemer\w*|hausmeister\w*|verwalt\w*|tenant|locataire|inquilino|geraet\w*|anlagentyp|heizungstyp|hersteller\w*|fabrikat|marke|modell|typ|baujahr|device|appliance|zufahrt|zugang|anfahrt\w*|wegbeschreibung|park\w*|schluessel\w*|erreichbarkeit|wann|zeiten|etage|stockwerk|rechnungs\w*|versicherung\w*)(?: |$)/;

/** The longest text is what somebody wants, where no field was made for it. */
function findMessage(desk: Desk): void {
  if (has(desk.known, 'message')) return;
  const hasManyWords = ({ value }: Answer) =>
    isText(value) && value.split(/\s+/, minWordsOfMessage).length >= minWordsOfMessage;
  const texts = desk.open.filter(
    (answer) =>
      isText(answer.value) &&
      !saysNothing(answer.value) &&
      !isAgreement(answer.label, answer.value) &&
      !isMachinery(answer.label, answer.value) &&
      !aboutElse.test(plainWords(answer.label)) &&
      (isNameless(answer) || hasManyWords(answer)),
  );
  const [longest] = texts.sort((one, other) => other.value.length - one.value.length);
  if (!longest) return;
  desk.open.splice(desk.open.indexOf(longest), 1);
  put(desk.known, 'message', longest);
}
