/** The questions of the forms: what each asks, what it shows at first, how its answer is read. */
import * as z from 'zod';
import type { Company } from '../../domain/business/company.ts';
import { looksLikePhone, normaliseEmail, phoneE164 } from '../../domain/capture/contact-data.ts';
import { readMoney, writeMoney } from '../../domain/capture/money.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Kind, kinds, type Urgency } from '../../domain/lead/request.ts';
import { addDays, addMonths, localDate, localTime, momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { nextOpening } from '../../domain/time/working-time.ts';
import { multiLine, singleLine } from '../visitor-text.ts';
import { formatMinutes, formatShortDay } from '../words/format.ts';
import { kindLabels } from '../words/labels.ts';
import { explainMoneyFault } from '../words/money-faults.ts';

/** What forms find out; each action reads what it asked for. */
export interface Answers {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly phoneE164?: string;
  readonly city?: string;
  readonly message?: string;
  readonly urgency?: Urgency;
  readonly kind?: Kind;
  readonly installation?: string;
  readonly timeframe?: string;
  readonly budget?: string;
  readonly valueCents?: number;
  readonly quotedCents?: number;
  readonly finalCents?: number;
  readonly probability?: number;
  /** ISO date and time of a visit, as on the wall. */
  readonly date?: string;
  readonly time?: string;
  readonly durationMinutes?: number;
  readonly reason?: string;
  readonly lookAgainOn?: string;
  readonly until?: string;
  readonly sure?: true;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** How a field looks; `initial` is what it shows before anybody typed. */
type Control =
  | {
      readonly type: 'input';
      readonly initial: string;
      /** Attributes of the `input` element. */
      readonly attributes: Readonly<Record<string, string>>;
      /** Stands behind the field: a currency, a percent sign. */
      readonly unit?: string;
    }
  | { readonly type: 'text'; readonly initial: string; readonly rows: number }
  | { readonly type: 'select'; readonly initial: string; readonly options: readonly Option[] }
  | {
      readonly type: 'choice';
      readonly initial: string;
      readonly options: readonly Option[];
      /** A field of one's own below the choices; it is sent as `<name>-own`. */
      readonly own?: { readonly label: string; readonly attributes: Readonly<Record<string, string>> };
    }
  | { readonly type: 'tick' };

type Reading = { readonly answers: Answers } | { readonly fault: string };

export interface Field {
  readonly name: keyof Answers;
  readonly label: string;
  /** Small, behind the label. */
  readonly remark?: string | undefined;
  /** Below the field. */
  readonly hint?: string | undefined;
  readonly required: boolean;
  readonly control: Control;
  /** Reads what was typed, trimmed and not empty; `own` is the answer in one's own words or date. */
  readonly read: (text: string, own: string) => Reading;
}

/** What the questions depend on. */
export interface AskContext {
  readonly company: Company;
  readonly now: Moment;
}

/**
 * Reads a form. An empty field that is not required says nothing.
 * @returns the answers, or what is wrong with each field by its name.
 */
export function readAnswers(
  fields: readonly Field[],
  form: URLSearchParams,
): { readonly answers: Answers } | { readonly faults: ReadonlyMap<string, string> } {
  const faults = new Map<string, string>();
  let answers: Answers = {};
  for (const field of fields) {
    const text = (form.get(field.name) ?? '').trim();
    const own = (form.get(ownName(field)) ?? '').trim();
    if (!text && !own) {
      if (field.required) faults.set(field.name, emptyFault[field.control.type]);
      continue;
    }
    const reading = field.read(text, own);
    if ('fault' in reading) faults.set(field.name, reading.fault);
    else answers = { ...answers, ...reading.answers };
  }
  return faults.size > 0 ? { faults } : { answers };
}

export const ownName = (field: Pick<Field, 'name'>) => `${field.name}-own`;

const emptyFault: Readonly<Record<Control['type'], string>> = {
  input: 'Bitte ausfüllen.',
  text: 'Bitte ausfüllen.',
  select: 'Bitte auswählen.',
  choice: 'Bitte auswählen.',
  tick: 'Bitte bestätigen.',
};

type TextName = 'name' | 'city' | 'installation' | 'timeframe' | 'budget';

const lineLength = 200;
const messageLength = 10_000;

const lineField = (
  name: TextName,
  label: string,
  initial: string | undefined,
  required: boolean,
  attributes: Readonly<Record<string, string>> = {},
): Field => ({
  name,
  label,
  required,
  control: {
    type: 'input',
    initial: initial ?? '',
    attributes: { type: 'text', maxlength: String(lineLength), ...attributes },
  },
  read: (text) => ({ answers: { [name]: singleLine(text, lineLength) } }),
});

export const nameField = (initial: string | undefined, required = true): Field =>
  lineField('name', 'Name', initial, required, { autocomplete: 'off', autocapitalize: 'words' });

export const cityField: Field = lineField('city', 'Ort', undefined, false, { autocapitalize: 'words' });

export const needsFields = (lead: Lead): readonly Field[] => [
  lineField('installation', 'Was genau? (Art der Anlage oder Arbeit)', lead.request.installation, false),
  lineField('timeframe', 'Bis wann?', lead.request.timeframe, false),
  lineField('budget', 'Budget', lead.request.budget, false),
];

const phoneControl = (initial: string | undefined): Control => ({
  type: 'input',
  initial: initial ?? '',
  attributes: { type: 'tel', maxlength: '60', autocomplete: 'off' },
});

/** The number of a lead that exists: complete, so that it takes the place of the one known before. */
export function phoneField({ company }: AskContext, initial: string | undefined): Field {
  return {
    name: 'phone',
    label: 'Telefon',
    required: false,
    control: phoneControl(initial),
    read: (text) => {
      const e164 = phoneE164(text, company.country);
      return e164 === undefined
        ? { fault: 'Bitte die ganze Nummer mit Vorwahl eingeben.' }
        : { answers: { phone: singleLine(text), phoneE164: e164 } };
    },
  };
}

/** The number of a caller: noted as it was heard, if somebody could be called there. */
export function callerPhoneField({ company }: AskContext): Field {
  return {
    name: 'phone',
    label: 'Telefon',
    remark: 'oder E-Mail',
    required: false,
    control: phoneControl(undefined),
    read: (text) => {
      if (!looksLikePhone(text)) return { fault: 'Das ist keine Telefonnummer.' };
      const e164 = phoneE164(text, company.country);
      return { answers: { phone: singleLine(text), ...(e164 !== undefined && { phoneE164: e164 }) } };
    },
  };
}

export function emailField(initial: string | undefined): Field {
  return {
    name: 'email',
    label: 'E-Mail',
    required: false,
    control: {
      type: 'input',
      initial: initial ?? '',
      attributes: { type: 'email', maxlength: '254', autocomplete: 'off' },
    },
    read: (text) => {
      const email = normaliseEmail(text);
      return email ? { answers: { email } } : { fault: 'Das ist keine E-Mail-Adresse.' };
    },
  };
}

/** Choices whose values are known words. */
function wordField<N extends 'kind' | 'urgency', W extends string>(
  name: N,
  label: string,
  words: Readonly<Record<W, string>>,
  initial: W | undefined,
  required: boolean,
): Field {
  const options = Object.entries<string>(words).map(([value, text]) => ({ value, label: text }));
  return {
    name,
    label,
    required,
    control: { type: 'choice', initial: initial ?? '', options },
    read: (text) =>
      Object.hasOwn(words, text) ? { answers: { [name]: text } } : { fault: emptyFault.choice },
  };
}

const kindWords = Object.fromEntries(kinds.map((kind) => [kind, kindLabels[kind].de])) as Record<
  Kind,
  string
>;

export const kindField = (initial: Kind | undefined, required = true): Field =>
  wordField('kind', 'Art der Anfrage', kindWords, initial, required);

/** Nothing is chosen beforehand: an emergency must not be noted as a project because somebody was in a hurry. */
export const urgencyField: Field = wordField<'urgency', Urgency>(
  'urgency',
  'Wie dringend?',
  { now: 'Sofort, ein Notfall', soon: 'Bald', planned: 'Hat Zeit' },
  undefined,
  true,
);

export const messageField: Field = {
  name: 'message',
  label: 'Worum geht es?',
  required: true,
  control: { type: 'text', initial: '', rows: 4 },
  read: (text) =>
    text.length > messageLength
      ? { fault: `Bitte höchstens ${messageLength} Zeichen.` }
      : { answers: { message: multiLine(text, messageLength) } },
};

export function moneyField(
  { company }: AskContext,
  name: 'valueCents' | 'quotedCents' | 'finalCents',
  label: string,
  initialCents: number | undefined,
  required = true,
): Field {
  const { currency } = company;
  return {
    name,
    label,
    required,
    control: {
      type: 'input',
      initial: initialCents === undefined ? '' : writeMoney(initialCents, currency),
      attributes: { type: 'text', inputmode: 'decimal', autocomplete: 'off', maxlength: '24' },
      unit: currency === 'CHF' ? 'CHF' : '€',
    },
    read: (text) => {
      const money = readMoney(text, currency);
      return 'fault' in money
        ? { fault: explainMoneyFault(money.fault, currency) }
        : { answers: { [name]: money.cents } };
    },
  };
}

export const probabilityField = (initial: number): Field => ({
  name: 'probability',
  label: 'Wahrscheinlichkeit',
  hint: 'Gilt, bis die Anfrage auf eine andere Stufe kommt.',
  required: false,
  control: {
    type: 'input',
    initial: String(initial),
    attributes: { type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '5' },
    unit: '%',
  },
  read: (text) => {
    const percent = /^(\d{1,3})\s*%?$/.exec(text)?.[1];
    return percent !== undefined && Number(percent) <= 100
      ? { answers: { probability: Number(percent) } }
      : { fault: 'Bitte eine ganze Zahl von 0 bis 100 eingeben.' };
  },
});

const today = ({ company, now }: AskContext) => localDate(now, company.timeZone);

/** The date itself if the business works on it, otherwise the next one on which it does. */
function workingDayFrom({ company }: AskContext, date: string): string {
  return localDate(nextOpening(company, momentOf(date, '00:00', company.timeZone)), company.timeZone);
}

/** An ISO date as browsers send it, or a date as people write it where a browser has no calendar to tap. */
function readDate(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return z.iso.date().safeParse(iso).success ? iso : undefined;
}

const noDate = 'Bitte ein Datum wie 24.11.2026 eingeben.';

/** A date among a few that are often meant, or any other; that one wins if both are there. */
function dateChoice(
  context: AskContext,
  name: 'until' | 'lookAgainOn',
  label: string,
  often: readonly { readonly label: string; readonly date: string }[],
  initial: string,
): Field {
  const { timeZone } = context.company;
  const options = often.map((choice) => {
    const value = workingDayFrom(context, choice.date);
    const day = formatShortDay(momentOf(value, '12:00', timeZone), timeZone, 'de');
    const year = value.slice(0, 4);
    const shown = year === today(context).slice(0, 4) ? day : `${day}${year}`;
    return { value, label: `${choice.label} · ${shown}` };
  });
  return {
    name,
    label,
    required: true,
    control: {
      type: 'choice',
      initial: workingDayFrom(context, initial),
      options,
      own: { label: 'Anderes Datum', attributes: { type: 'date', min: addDays(today(context), 1) } },
    },
    read: (text, own) => {
      const date = readDate(own || text);
      return date === undefined ? { fault: noDate } : { answers: { [name]: date } };
    },
  };
}

export function untilField(context: AskContext): Field {
  const from = today(context);
  const often = [
    { label: 'In 3 Tagen', date: addDays(from, 3) },
    { label: 'Nächste Woche', date: addDays(from, 7) },
    { label: 'In einem Monat', date: addMonths(from, 1) },
  ];
  return dateChoice(context, 'until', 'Wann wieder?', often, addDays(from, 7));
}

export function lookAgainField(context: AskContext): Field {
  const from = today(context);
  const often = [
    { label: 'In 3 Monaten', date: addMonths(from, 3) },
    { label: 'In 6 Monaten', date: addMonths(from, 6) },
    { label: 'In einem Jahr', date: addMonths(from, 12) },
  ];
  return dateChoice(context, 'lookAgainOn', 'Wann noch einmal ansehen?', often, addMonths(from, 3));
}

/** Why a request ends: a tap for what is often true, words for the rest. */
export function reasonField(often: readonly string[]): Field {
  return {
    name: 'reason',
    label: 'Warum?',
    required: true,
    control: {
      type: 'choice',
      initial: '',
      options: often.map((reason) => ({ value: reason, label: reason })),
      own: { label: 'In eigenen Worten', attributes: { type: 'text', maxlength: String(lineLength) } },
    },
    read: (text, own) => ({
      answers: {
        reason: [text, own]
          .filter(Boolean)
          .map((part) => singleLine(part, lineLength))
          .join(': '),
      },
    }),
  };
}

const visitMinutes = [30, 45, 60, 90, 120, 180, 240] as const;
const usualVisitMinutes = 60;

/** Date, time and length of a visit. The time is not guessed: a wrong one would be confirmed to the customer. */
export function visitFields(context: AskContext, planned: Lead['visit']): readonly Field[] {
  const { timeZone } = context.company;
  const ahead = planned && planned.startsAt > context.now ? planned : undefined;
  const minutes = ahead?.durationMinutes ?? usualVisitMinutes;
  const from = today(context);
  return [
    {
      name: 'date',
      label: 'Datum',
      required: true,
      control: {
        type: 'input',
        initial: ahead ? localDate(ahead.startsAt, timeZone) : workingDayFrom(context, addDays(from, 1)),
        attributes: { type: 'date', min: from },
      },
      read: (text) => {
        const date = readDate(text);
        return date === undefined ? { fault: noDate } : { answers: { date } };
      },
    },
    {
      name: 'time',
      label: 'Uhrzeit',
      required: true,
      control: {
        type: 'input',
        initial: ahead ? localTime(ahead.startsAt, timeZone) : '',
        attributes: { type: 'time' },
      },
      read: (text) => {
        const [, hour, minute = '00'] = /^(\d|[01]\d|2[0-3])(?:[:.]([0-5]\d))?(?:\s*Uhr)?$/i.exec(text) ?? [];
        return hour === undefined
          ? { fault: 'Bitte eine Uhrzeit wie 14:30 eingeben.' }
          : { answers: { time: `${hour.padStart(2, '0')}:${minute}` } };
      },
    },
    {
      name: 'durationMinutes',
      label: 'Dauer',
      required: true,
      control: {
        type: 'select',
        initial: String(minutes),
        options: [...new Set([...visitMinutes, minutes])]
          .toSorted((one, other) => one - other)
          .map((offered) => ({ value: String(offered), label: formatMinutes(offered, 'de') })),
      },
      read: (text) => {
        const durationMinutes = Number(text);
        return Number.isInteger(durationMinutes) && durationMinutes >= 5 && durationMinutes <= 600
          ? { answers: { durationMinutes } }
          : { fault: 'Bitte eine Dauer von 5 bis 600 Minuten wählen.' };
      },
    },
  ];
}

export const sureField: Field = {
  name: 'sure',
  label: 'Ja, Name, Adresse, Nummern und Text endgültig löschen',
  required: true,
  control: { type: 'tick' },
  read: () => ({ answers: { sure: true } }),
};
