/** Reads what was typed into a form of the owner's. */
import * as z from 'zod';
import type { Company } from '../../../domain/business/company.ts';
import { personAt } from '../../../domain/business/people.ts';
import { looksLikePhone, normaliseEmail, phoneE164 } from '../../../domain/capture/contact-data.ts';
import { readMoney } from '../../../domain/capture/money.ts';
import { askables } from '../../../domain/lead/askable.ts';
import { languages, salutations } from '../../../domain/lead/contact.ts';
import { type Emptiable, isEmptiable } from '../../../domain/lead/emptied.ts';
import { sources } from '../../../domain/lead/origin.ts';
import {
  type AnswerFault,
  type Answers,
  nextSteps,
  nobody,
  type Question,
  type QuestionName,
  refusals,
} from '../../../domain/lead/questions.ts';
import { kinds, urgencies } from '../../../domain/lead/request-kind.ts';
import { seenName } from '../../../views/page/fields.ts';
import { singleLine } from '../../../views/visitor-text.ts';
import { typedLine, typedText } from '../typed-text.ts';

type Reading = { readonly answers: Answers } | { readonly fault: AnswerFault };

/** What was typed, trimmed and not both empty; `own` is the answer in one's own words or date. */
interface Typed {
  readonly text: string;
  readonly own: string;
  /** All that were ticked under that name. */
  readonly all: readonly string[];
}

type Read = (typed: Typed, company: Company) => Reading;

/**
 * Reads a form. An empty field that is not required says nothing.
 * @param special how an answer is read where it is not as everywhere.
 * @returns the answers, or what is wrong with each field by its name.
 */
export function readAnswers(
  questions: readonly Question[],
  form: URLSearchParams,
  company: Company,
  special: Partial<Record<QuestionName, Read>> = {},
): { readonly answers: Answers } | { readonly faults: ReadonlyMap<QuestionName, AnswerFault> } {
  const faults = new Map<QuestionName, AnswerFault>();
  let answers: Answers = {};
  const emptied: Emptiable[] = [];
  for (const { name, required, corrects } of questions) {
    const typed = {
      text: (form.get(name) ?? '').trim(),
      own: (form.get(`${name}-own`) ?? '').trim(),
      all: form.getAll(name),
    };
    const before = corrects ? form.get(seenName(name))?.trim() : undefined;
    // As it was shown: what became known since stands.
    if (!required && before && before === typed.text) continue;
    if (!typed.text && !typed.own) {
      if (required) faults.set(name, 'empty');
      else if (before && form.has(name) && isEmptiable(name)) emptied.push(name);
      continue;
    }
    const reading = (special[name] ?? reads[name])(typed, company);
    if ('fault' in reading) faults.set(name, reading.fault);
    else answers = { ...answers, ...reading.answers };
  }
  if (faults.size > 0) return { faults };
  return { answers: emptied.length > 0 ? { ...answers, emptied } : answers };
}

/** The number of a caller: noted as it was heard, if somebody could be called there. */
export const readHeardPhone: Read = ({ text }, { country }) => {
  if (!looksLikePhone(text)) return { fault: 'no-phone' };
  const e164 = phoneE164(text, country);
  return { answers: { phone: singleLine(text), ...(e164 !== undefined && { phoneE164: e164 }) } };
};

const readLine =
  (
    name:
      | 'name'
      | 'company'
      | 'address'
      | 'postcode'
      | 'city'
      | 'installation'
      | 'timeframe'
      | 'budget'
      | 'wishedDate',
  ): Read =>
  ({ text }) => {
    const line = typedLine(text);
    return line === undefined ? { fault: 'line-too-long' } : { answers: { [name]: line } };
  };

/** As many lines as somebody likes. */
function readText(name: 'message' | 'note' | 'refusalBrief' | 'refusalLater'): Read {
  return ({ text: typed }) => {
    const text = typedText(typed);
    return text === undefined ? { fault: 'message-too-long' } : { answers: { [name]: text } };
  };
}

/** One of the words on offer. */
const readWord =
  (
    name: 'kind' | 'urgency' | 'source' | 'language' | 'next' | 'salutation' | 'refusal',
    words: readonly string[],
  ): Read =>
  ({ text }) =>
    words.includes(text) ? { answers: { [name]: text } } : { fault: 'not-offered' };

const readSum =
  (name: 'valueCents' | 'quotedCents' | 'finalCents'): Read =>
  ({ text }, { currency }) => {
    const money = readMoney(text, currency);
    return 'fault' in money
      ? { fault: { code: 'no-amount', fault: money.fault, currency } }
      : { answers: { [name]: money.cents } };
  };

/** A date among those on offer, or any other; that one wins if both are there. */
const readDate =
  (name: 'date' | 'until' | 'lookAgainOn'): Read =>
  ({ text, own }) => {
    const date = isoDate(own || text);
    return date === undefined ? { fault: 'no-date' } : { answers: { [name]: date } };
  };

/** An ISO date as browsers send it, or a date as people write it where a browser has no calendar to tap. */
function isoDate(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return z.iso.date().safeParse(iso).success ? iso : undefined;
}

const reads: Readonly<Record<QuestionName, Read>> = {
  name: readLine('name'),
  company: readLine('company'),
  salutation: readWord('salutation', salutations),
  otherPhones: ({ text }, { country }) => {
    const numbers = text.split(/[,;]/).flatMap((part) => singleLine(part) || []);
    if (!numbers.every(looksLikePhone)) return { fault: 'no-phone' };
    const otherPhones = numbers.map((phone) => {
      const e164 = phoneE164(phone, country);
      return { phone, ...(e164 !== undefined && { phoneE164: e164 }) };
    });
    return { answers: { otherPhones } };
  },
  wishedDate: readLine('wishedDate'),
  address: readLine('address'),
  postcode: readLine('postcode'),
  city: readLine('city'),
  language: readWord('language', languages),
  source: readWord('source', sources),
  installation: readLine('installation'),
  timeframe: readLine('timeframe'),
  budget: readLine('budget'),
  /** Complete, so that it takes the place of the number known before. */
  phone: ({ text }, { country }) => {
    const e164 = phoneE164(text, country);
    return e164 === undefined
      ? { fault: 'incomplete-phone' }
      : { answers: { phone: singleLine(text), phoneE164: e164 } };
  },
  email: ({ text }) => {
    const email = normaliseEmail(text);
    return email ? { answers: { email } } : { fault: 'no-email' };
  },
  assignee: ({ text }, company) => {
    const person = text === nobody ? undefined : personAt(company, text);
    if (text !== nobody && !person) return { fault: 'not-offered' };
    return { answers: { assignee: person?.email ?? nobody } };
  },
  kind: readWord('kind', kinds),
  urgency: readWord('urgency', urgencies),
  message: readText('message'),
  note: readText('note'),
  valueCents: readSum('valueCents'),
  quotedCents: readSum('quotedCents'),
  finalCents: readSum('finalCents'),
  probability: ({ text }) => {
    const percent = /^(\d{1,3})\s*%?$/.exec(text)?.[1];
    return percent !== undefined && Number(percent) <= 100
      ? { answers: { probability: Number(percent) } }
      : { fault: 'no-percentage' };
  },
  date: readDate('date'),
  time: ({ text }) => {
    const [, hour, minute = '00'] = /^(\d|[01]\d|2[0-3])(?:[:.]([0-5]\d))?(?:\s*Uhr)?$/i.exec(text) ?? [];
    return hour === undefined
      ? { fault: 'no-time' }
      : { answers: { time: `${hour.padStart(2, '0')}:${minute}` } };
  },
  durationMinutes: ({ text }) => {
    const durationMinutes = Number(text);
    return Number.isInteger(durationMinutes) && durationMinutes >= 5 && durationMinutes <= 600
      ? { answers: { durationMinutes } }
      : { fault: 'no-duration' };
  },
  reason: ({ text, own }) => {
    const parts = [text, own].filter(Boolean).map(typedLine);
    return parts.includes(undefined) ? { fault: 'line-too-long' } : { answers: { reason: parts.join(': ') } };
  },
  until: readDate('until'),
  lookAgainOn: readDate('lookAgainOn'),
  proposal: ({ text }) => ({ answers: { proposal: text } }),
  refusal: readWord('refusal', refusals),
  refusalBrief: readText('refusalBrief'),
  refusalLater: readText('refusalLater'),
  sure: () => ({ answers: { sure: true } }),
  next: readWord('next', nextSteps),
  asks: ({ all }) => {
    const asks = askables.filter((question) => all.includes(question));
    return asks.length === 0 ? { fault: 'not-offered' } : { answers: { asks } };
  },
};
