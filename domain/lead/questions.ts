/** What the owner's forms can ask, and what they find out. How a question looks: `views/page/fields.ts`. */
import type { Company } from '../business/company.ts';
import type { MoneyFault } from '../capture/money.ts';
import type { Askable } from './askable.ts';
import type { Contact, Language, Salutation } from './contact.ts';
import type { Emptiable } from './emptied.ts';
import type { Source } from './origin.ts';
import type { Kind, Urgency } from './request-kind.ts';

/** Which words of a refusal the owner chose; `none`: none is sent. */
export const refusals = ['none', 'brief', 'later'] as const;
export type RefusalChoice = (typeof refusals)[number];

/** What comes after a talk with the customer. */
export const nextSteps = ['owner', 'customer', 'visit', 'quote', 'nothing'] as const;
export type NextStep = (typeof nextSteps)[number];

/** What forms find out; each action reads what it asked for. */
export interface Answers {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly phoneE164?: string;
  readonly company?: string;
  readonly salutation?: Salutation;
  readonly otherPhones?: NonNullable<Contact['otherPhones']>;
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly source?: Source;
  readonly language?: Language;
  readonly message?: string;
  /** For the business alone. */
  readonly note?: string;
  readonly urgency?: Urgency;
  readonly kind?: Kind;
  readonly installation?: string;
  readonly timeframe?: string;
  readonly budget?: string;
  readonly wishedDate?: string;
  /** Facts whose field was filled when the form was shown, and came back empty. */
  readonly emptied?: readonly Emptiable[];
  readonly valueCents?: number;
  readonly quotedCents?: number;
  readonly finalCents?: number;
  readonly probability?: number;
  /** ISO date and time of a visit, as on the wall. */
  readonly date?: string;
  readonly time?: string;
  readonly durationMinutes?: number;
  /** One of those that an answer of the customer made. */
  readonly proposal?: string;
  readonly reason?: string;
  readonly lookAgainOn?: string;
  readonly until?: string;
  readonly refusal?: RefusalChoice;
  /** The words of each choice, as they go out. */
  readonly refusalBrief?: string;
  readonly refusalLater?: string;
  /** The address of whom it is given to, or `nobody`. */
  readonly assignee?: string;
  readonly sure?: true;
  readonly next?: NextStep;
  readonly asks?: readonly Askable[];
}

/** The answer that it is nobody's in particular. */
export const nobody = 'nobody';

/** Nobody is asked for the same number twice: the dialled form follows from the typed one. */
export type QuestionName = Exclude<keyof Answers, 'phoneE164' | 'emptied'>;

export interface Question {
  readonly name: QuestionName;
  /** Left empty it is asked again; otherwise an empty answer says nothing. */
  readonly required: boolean;
  /** Is only about this next step. */
  readonly when?: NextStep | `refusal-${RefusalChoice}`;
  /** Shows what is known: left as it is it says nothing, unless it is required; made empty it takes away what may be taken away. */
  readonly corrects?: true;
}

export const ask = (name: QuestionName): Question => ({ name, required: true });
export const offer = (name: QuestionName): Question => ({ name, required: false });
/** A field that shows what is known. */
export const correct = (name: QuestionName): Question => ({ name, required: false, corrects: true });
/** The same, where it is sent on purpose whatever it shows. */
export const choose = (name: QuestionName): Question => ({ name, required: true, corrects: true });
const offerWhen = (when: NextStep, ...names: readonly QuestionName[]): Question[] =>
  names.map((name) => ({ name, required: false, when }));

/** What can be wrong with an answer. */
export type AnswerFault =
  | 'empty'
  | 'not-offered'
  | 'incomplete-phone'
  | 'no-phone'
  | 'no-email'
  | 'no-way-to-call-back'
  | 'line-too-long'
  | 'message-too-long'
  | 'nothing-said'
  | 'no-percentage'
  | 'no-date'
  | 'no-time'
  | 'no-duration'
  /** The currency tells how an amount is written. */
  | { readonly code: 'no-amount'; readonly fault: MoneyFault; readonly currency: Company['currency'] };

/** A visit takes so long, unless the owner says otherwise. */
export const usualVisitMinutes = 60;

/** When a request that is not qualified is usually looked at again; it comes on a working day. */
export const usualLookAgain = 'P3M';

/** Longest answer on one line, and longest message; in characters. */
export const maxLineLength = 200;
export const maxMessageLength = 10_000;

/** What the owner notes of a phone call, in the order in which people say it. */
export const callQuestions: readonly Question[] = [
  offer('phone'),
  offer('name'),
  offer('kind'),
  offer('message'),
  offer('urgency'),
  offer('address'),
  offer('postcode'),
  offer('city'),
  offer('email'),
  offer('source'),
  offer('note'),
];

/** Agreed on in the call: a date and a time, or none. */
export const callVisitQuestions: readonly Question[] = [
  offer('date'),
  offer('time'),
  offer('durationMinutes'),
];

/** Where the customer of a call may have heard of the business; a mail is none of it. */
export const callSources: readonly Source[] = [
  'word-of-mouth',
  'website',
  'advertisement',
  'social-media',
  'portal',
  'other',
  'phone',
];

/** What is asked after a talk; each next step has what it needs. */
export const talkQuestions: readonly Question[] = [
  offer('note'),
  offer('next'),
  ...offerWhen('owner', 'until'),
  ...offerWhen('customer', 'asks'),
  ...offerWhen('visit', 'date', 'time', 'durationMinutes'),
  ...offerWhen('quote', 'quotedCents'),
];

/** Which no is sent, if any; the words of each can be changed before it goes. */
export const refusalQuestions: readonly Question[] = [
  offer('refusal'),
  { name: 'refusalBrief', required: false, when: 'refusal-brief' },
  { name: 'refusalLater', required: false, when: 'refusal-later' },
];

/** The words that were chosen; `undefined`: none, or nothing was left of them. */
export function refusalText({ refusal, refusalBrief, refusalLater }: Answers): string | undefined {
  if (refusal === 'brief') return refusalBrief;
  return refusal === 'later' ? refusalLater : undefined;
}

/** A refusal without words is none. */
export function missingForRefusal(answers: Answers): ReadonlyMap<QuestionName, AnswerFault> {
  const { refusal = 'none' } = answers;
  const isMissing = refusal !== 'none' && refusalText(answers) === undefined;
  return new Map(
    isMissing ? [[refusal === 'brief' ? 'refusalBrief' : 'refusalLater', 'empty'] as const] : [],
  );
}

const needed: Readonly<Record<NextStep, readonly QuestionName[]>> = {
  owner: ['until'],
  customer: [],
  visit: ['date', 'time'],
  quote: ['quotedCents'],
  nothing: [],
};

/** What the step that was picked cannot do without. */
export const missingForNext = (answers: Answers): ReadonlyMap<QuestionName, AnswerFault> =>
  new Map(
    needed[answers.next ?? 'nothing']
      .filter((name) => answers[name] === undefined)
      .map((name) => [name, 'empty'] as const),
  );
