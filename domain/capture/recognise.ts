/** From the fields of any form to a lead: what they mean, what is wrong with them, and what they say about urgency. */

import type { Company } from '../business/company.ts';
import type { NoticeKind } from '../inbound/telephone-words.ts';
import type { CaptureCommand } from '../lead/command.ts';
import { type Contact, type Language, languages } from '../lead/contact.ts';
import { type Attribution, type Consent, sources } from '../lead/origin.ts';
import type { Request } from '../lead/request.ts';
import { kinds, urgencies } from '../lead/request-kind.ts';
import type { Moment } from '../time/moment.ts';
import { looksLikePhone, normaliseEmail, phoneE164 } from './contact-data.ts';
import { choices } from './field-choices.ts';
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { cleanText, type Field } from './form-fields.ts';
import { isContractName, readSheet, type Sheet } from './form-sheet.ts';
import { readMessage } from './key-words.ts';

/** Words that are stored with a request. Who calls has them; the domain has none. */
export interface KeptWords {
  /** What somebody agrees to who ticks the box of a form that does not say what it showed. */
  readonly consentWording: (language: Language) => string;
  /** Labels of what stands beside the request: an address and a number that are none, a name that is only likely. */
  readonly email: string;
  readonly phone: string;
  readonly proposedName: string;
  /** What one of the business wrote above a mail that he handed on. */
  readonly forwardingNote: string;
  /** The address somebody wrote from to which no answer can go. */
  readonly unreadSender: (address: string) => string;
  /** In place of what an encrypted mail says. */
  readonly sealed: (how: 'smime' | 'pgp') => string;
  /** What came by telephone, e.g. "Fax von 089 123456"; without a caller: his number was withheld. */
  readonly call: (kind: NoticeKind, caller: string | undefined) => string;
}

export interface RecogniseContext {
  readonly company: Company;
  readonly now: Moment;
  /** Who typed it in: the customer in a form, the owner after a phone call. */
  readonly by: 'customer' | 'owner';
  /** The page the form stood on, if the form itself does not say. */
  readonly page?: string | undefined;
  /** What the sender reads, where the form does not say: for messages only, the lead itself is German then. */
  readonly reads?: Language | undefined;
  /** Nobody can be asked again: what is wrong is cut, or kept beside the request. */
  readonly refusesNothing?: boolean | undefined;
  readonly words: KeptWords;
}

/** What is captured, and what the door must know beside it. */
export interface Submission extends Omit<CaptureCommand, 'type' | 'id'> {
  readonly submissionId?: string | undefined;
  /** Where the browser wants to go afterwards, as sent: not checked. */
  readonly redirect?: string | undefined;
  /** The honeypot was filled: a robot. Nothing was refused then, only left out or cut to size. */
  readonly spam: boolean;
}

export type FieldFault =
  /** Neither a number nor an address, or one that is none. */
  | { readonly code: 'unreachable' | 'no-email' | 'no-phone' }
  /** In characters. */
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'unknown-choice'; readonly allowed: readonly string[] };

/** What is wrong with a field, by its name in the contract, whatever the form calls it. */
export type FieldError = FieldFault & { readonly field: string };

/** What was sent, under the names of the contract where they are known, so that a form can show it again. */
export interface Entered {
  /** What the sender reads. */
  readonly language: Language;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export type Recognition =
  | { readonly submission: Submission; readonly entered: Entered }
  | { readonly errors: readonly FieldError[]; readonly entered: Entered };

/** Most characters of each field. The contract names the first two; more of the others is no honest answer. */
const longest = {
  name: 200,
  message: 10_000,
  phone: 100,
  address: 500,
  postcode: 20,
  city: 200,
  installation: 2000,
  timeframe: 2000,
  budget: 500,
  submissionId: 200,
} as const;
type LimitedField = keyof typeof longest;

/** Cut, never refused: no customer is to blame for the page he came from. */
const maxAsideLength = 1000;
const maxUtmParameters = 20;
/** An item of the store holds 400 KB, and the request at least twice: as it stands and as it was captured. */
const maxExtraLengths = { name: 100, value: 10_000, all: 40_000 } as const;
/** As much text as is searched for key words. */
const maxSearchedLength = 20_000;

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

/** Drops what is absent or empty. */
function given<T extends object>(facts: { readonly [K in keyof T]: T[K] | undefined }): T {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as T;
}

/** Reads a sheet role by role, noting what is wrong and keeping what finds no place. */
interface Reading {
  readonly language: Language;
  readonly errors: FieldError[];
  /** What was understood, by the contract's names, before it was cut or refused. */
  readonly entered: { name: string; value: string }[];
  /** What found no place. */
  readonly left: Answer[];
  readonly all: (role: FieldRole) => readonly Answer[];
  /** The first answer of a role on one line; further ones are left. */
  readonly one: (role: FieldRole) => string | undefined;
  /** Like `one`; too long is wrong. */
  readonly text: (field: LimitedField) => string | undefined;
  readonly within: (field: LimitedField, value: string | undefined) => string | undefined;
  readonly wrong: (field: string, fault: FieldFault) => void;
}

function reading(sheet: Sheet, language: Language): Reading {
  const errors: FieldError[] = [];
  const wrong: Reading['wrong'] = (field, fault) => errors.push({ field, ...fault });
  const entered: Reading['entered'] = [];
  const left = [...sheet.unknown];
  const all = (role: FieldRole) => sheet.known.get(role) ?? [];
  const one = (role: FieldRole) => {
    const [first, ...others] = all(role);
    left.push(...others);
    return first && onOneLine(first.value);
  };
  const within = (field: LimitedField, value: string | undefined) => {
    if (!value) return undefined;
    entered.push({ name: field, value });
    if ([...value].length <= longest[field]) return value;
    wrong(field, { code: 'too-long', max: longest[field] });
    return cut(value, longest[field]);
  };
  return {
    language,
    errors,
    entered,
    left,
    all,
    one,
    within,
    text: (field) => within(field, one(field)),
    wrong,
  };
}

/**
 * German and French forms ask for "Name" and "Vorname", the first is the family name then; Italian ones for "Nome" and
 * "Cognome", the first is the given name then.
 */
function readName(read: Reading): string | undefined {
  const [name, first, last, company] = [
    read.one('name'),
    read.one('firstName'),
    read.one('lastName'),
    read.one('company'),
  ];
  const parts = [first, last].filter((part) => part !== undefined);
  const isWhole = name !== undefined && parts.every((part) => name.includes(part));
  const person = isWhole ? name : [first ?? name, last ?? name].filter(Boolean).join(' ');
  if (person !== '') read.left.push(...read.all('company').slice(0, 1));
  return read.within('name', person || company);
}

function readEmail(read: Reading): string | undefined {
  const answers = read.all('email');
  const chosen = answers.find(({ value }) => normaliseEmail(value)) ?? answers[0];
  read.left.push(...answers.filter((answer) => answer !== chosen));
  const email = chosen && normaliseEmail(chosen.value);
  if (chosen && !email) read.wrong('email', { code: 'no-email' });
  if (chosen) read.entered.push({ name: 'email', value: onOneLine(chosen.value) });
  return email;
}

function readPhone(read: Reading, email: string | undefined): string | undefined {
  const answers = read.all('phone');
  const chosen = answers.find(({ value }) => looksLikePhone(value));
  // "keins" beside a mail address is an answer, not a mistake.
  if (answers[0] && !chosen && !email) {
    read.wrong('phone', { code: 'no-phone' });
    read.entered.push({ name: 'phone', value: onOneLine(answers[0].value) });
    return undefined;
  }
  read.left.push(...answers.filter((answer) => answer !== chosen));
  return read.within('phone', chosen && onOneLine(chosen.value));
}

function readContact(read: Reading, { country }: Company): Contact {
  const name = readName(read);
  const email = readEmail(read);
  const phone = readPhone(read, email);
  if (read.all('email').length === 0 && read.all('phone').length === 0) {
    read.wrong('email', { code: 'unreachable' });
    read.wrong('phone', { code: 'unreachable' });
  }
  const street = [read.one('address'), read.one('houseNumber')].filter(Boolean).join(' ');
  return given({
    name,
    email,
    phone,
    phoneE164: phone && phoneE164(phone, country),
    address: read.within('address', street),
    postcode: read.text('postcode'),
    city: read.text('city'),
    language: read.language,
  });
}

/**
 * A choice. In a field of the contract an unknown word is wrong; in the fields of other forms it is text like any other.
 * What does not say it in our words is kept beside what it means: "Wärmepumpe" says more than `project`.
 */
function readChoice<T extends string>(
  read: Reading,
  field: 'kind' | 'urgency' | 'source' | 'language',
  meaning: (text: string) => T | 'none' | undefined,
  allowed: readonly T[],
): T | undefined {
  const meant = read.all(field).map((answer) => ({ answer, value: meaning(answer.value) }));
  for (const { answer, value } of meant) {
    if (value === undefined && isContractName(answer, field)) {
      read.wrong(field, { code: 'unknown-choice', allowed });
    } else if (value !== answer.value && value !== 'none' && field !== 'language') {
      read.left.push(answer);
    }
  }
  const chosen = meant.find(({ value }) => value !== undefined && value !== 'none')?.value;
  if (chosen === undefined || chosen === 'none') return undefined;
  read.entered.push({ name: field, value: chosen });
  return chosen;
}

/** The subject first, then everything that was asked as free text. */
function readText(read: Reading): string | undefined {
  const parts = [read.one('subject'), ...read.all('message').map(({ value }) => value)];
  const different = parts.filter((part, at) => part && parts.indexOf(part) === at);
  return read.within('message', different.join('\n\n') || undefined);
}

/** Reads last: whatever found no place elsewhere belongs to the request. */
function readRequest(read: Reading): Request {
  const message = readText(read);
  const chosenKind = readChoice(read, 'kind', choices.kind, kinds);
  const chosenUrgency = readChoice(read, 'urgency', choices.urgency, urgencies);
  const installation = read.text('installation');
  const timeframe = read.text('timeframe');
  const budget = read.text('budget');
  const extra = keepExtra(read.left);
  const written = [message, installation, ...read.left.map(({ value }) => value)].filter(Boolean);
  const said = readMessage(cut(written.join('\n\n'), maxSearchedLength));
  const kind = chosenKind ?? said.kind;
  return given<Request>({
    message,
    kind,
    kindWord: chosenKind ? undefined : said.kindWord,
    // A repair that nobody calls urgent should not wait for weeks all the same.
    urgency: chosenUrgency ?? said.urgency ?? (kind === 'repair' ? 'soon' : 'planned'),
    urgencyWord: chosenUrgency ? undefined : said.urgencyWord,
    gas: said.gas,
    installation,
    timeframe,
    budget,
    extra,
  });
}

function keepExtra(left: readonly Answer[]): Request['extra'] {
  let room: number = maxExtraLengths.all;
  return left.flatMap(({ label, value }) => {
    if (room <= 0) return [];
    const name = cut(onOneLine(cleanText(label)) || '–', maxExtraLengths.name);
    const kept = { name, value: cut(value, Math.min(maxExtraLengths.value, room)) };
    room -= name.length + kept.value.length;
    return [kept];
  });
}

function readAttribution(read: Reading, utm: Sheet['utm'], from: string | undefined): Attribution {
  const aside = (role: 'page' | 'referrer', otherwise?: string) => {
    const text = read.one(role) ?? otherwise;
    return text ? { name: role, value: cut(text, maxAsideLength) } : undefined;
  };
  const [page, referrer] = [aside('page', from), aside('referrer')];
  const campaign = utm.slice(0, maxUtmParameters).map(({ names, value }) => {
    return { name: names[0]?.toLowerCase() ?? '', value: cut(onOneLine(value), maxAsideLength) };
  });
  read.entered.push(...[page, referrer, ...campaign].filter((one) => one !== undefined));
  return given<Attribution>({
    page: page?.value,
    referrer: referrer?.value,
    utm: Object.fromEntries(campaign.map(({ name, value }) => [name, value])),
  });
}

/** A box that was ticked, in the ways forms say so. */
const ticked = /(^|, )(true|on|yes|ja|1|y|j|checked)($|, )/i;

function readConsent(
  read: Reading,
  { words, now }: RecogniseContext,
  page: string | undefined,
): Consent | undefined {
  const agreed = read.all('consent').some(({ value }) => ticked.test(value));
  if (!agreed) {
    read.left.push(...read.all('consent'));
    return undefined;
  }
  const shown = read.one('consentWording');
  const wording = shown === undefined ? words.consentWording(read.language) : cut(shown, maxAsideLength);
  read.entered.push({ name: 'consent', value: 'true' }, { name: 'consentWording', value: wording });
  return given<Consent>({ at: now, wording, page });
}

/** What was typed as an address or number and is none. Before the request is read, which keeps what is left. */
function keepWhatIsWrong({ errors, entered, left }: Reading, words: KeptWords): void {
  for (const field of ['email', 'phone'] as const) {
    const wrong = errors.some((error) => error.field === field) && entered.find(({ name }) => name === field);
    if (wrong) left.push({ names: [field], label: words[field], value: wrong.value });
  }
}

/**
 * Reads a lead out of the fields of a form, whoever made the form. Unknown fields are kept as text.
 * @returns the submission, or every field that is wrong at once; with either, what was entered.
 */
export function recognise(fields: readonly Field[], context: RecogniseContext): Recognition {
  const sheet = readSheet(fields);
  const language = sheet.known
    .get('language')
    ?.map(({ value }) => choices.language(value))
    .find(Boolean);
  const read = reading(sheet, language ?? 'de');

  readChoice(read, 'language', choices.language, languages);
  const contact = readContact(read, context.company);
  const source = readChoice(read, 'source', choices.source, sources);
  const attribution = readAttribution(read, sheet.utm, context.page);
  const consent = readConsent(read, context, attribution.page);
  const submissionId = read.text('submissionId');
  const redirect = read.one('redirect');
  const spam = read.all('website').length > 0;
  if (context.refusesNothing) keepWhatIsWrong(read, context.words);
  const submission = given<Submission>({
    contact,
    source: source ?? (context.by === 'owner' ? 'phone' : 'website'),
    attribution,
    consent,
    by: context.by,
    submissionId,
    redirect,
    spam,
    request: readRequest(read),
  });
  const shownAgain = [
    ...read.entered,
    ...(redirect ? [{ name: 'redirect', value: redirect }] : []),
    ...read.left.map(({ label, value }) => ({ name: label, value })),
  ];
  const entered = { language: language ?? context.reads ?? 'de', fields: shownAgain };
  const isAccepted = read.errors.length === 0 || spam || context.refusesNothing;
  return isAccepted ? { submission, entered } : { errors: read.errors, entered };
}
