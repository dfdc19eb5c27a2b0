/** How the questions of the owner's forms look: which control, what stands in it at first, what it offers. */
import type { Company } from '../../domain/business/company.ts';
import { assigneeOf, peopleToAsk } from '../../domain/business/recipients.ts';
import { writeMoney } from '../../domain/capture/money.ts';
import { languages, salutations } from '../../domain/lead/contact.ts';
import { companyOf, salutationKey } from '../../domain/lead/form-facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LearnedFact } from '../../domain/lead/learned.ts';
import { pipeline, type Stage } from '../../domain/lead/pipeline.ts';
import {
  callSources,
  maxLineLength,
  nobody,
  type Question,
  type QuestionName,
  refusals,
  usualLookAgain,
  usualVisitMinutes,
} from '../../domain/lead/questions.ts';
import { kinds, urgencies } from '../../domain/lead/request-kind.ts';
import { nextStepsOf } from '../../domain/lead/talk-form.ts';
import { openQuestions } from '../../domain/listening/open-questions.ts';
import { addDays, addPeriod, localDate, localTime, momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { workingDayFrom } from '../../domain/time/working-time.ts';
import { visible } from '../visitor-text.ts';
import { formatMinutes } from '../words/format.ts';
import { kindLabels, languageNames, salutationLabels, sourceLabels } from '../words/labels.ts';
import { followUpWords } from '../words/mails/follow-up.ts';
import { refusalWords } from '../words/mails/refusal.ts';
import { shortDay } from '../words/moments.ts';
import { houseInWords } from '../words/people.ts';
import {
  addressBounced,
  oftenDelays,
  oftenReasons,
  ownAnswers,
  questionHints,
  questionLabels,
  refusalChoices,
  saidNextSteps,
  saidSources,
  saidUrgencies,
} from '../words/questions.ts';
import { sumLabels } from '../words/sums.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

type Attributes = Readonly<Record<string, string>>;

/** How a field looks; `initial` is what it shows before anybody typed. */
export type Control =
  | {
      readonly type: 'input';
      readonly initial: string;
      /** Attributes of the `input` element. */
      readonly attributes: Attributes;
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
      readonly own?: { readonly label: string; readonly attributes: Attributes };
    }
  | { readonly type: 'tick' }
  | { readonly type: 'ticks'; readonly options: readonly Option[] };

export interface Field extends Question {
  readonly label: string;
  /** Small, behind the label. */
  readonly remark?: string | undefined;
  /** Below the field. */
  readonly hint?: string | undefined;
  readonly control: Control;
}

/** What the fields depend on. */
export interface AskContext {
  readonly company: Company;
  readonly now: Moment;
  /** Absent: a new one is asked about. */
  readonly lead?: Lead;
  /** Where the form moves the lead, if it does. */
  readonly to?: Stage | undefined;
  /** Which fact a proposal of the customer is about. */
  readonly fact?: LearnedFact | undefined;
}

/** What stands in a field before anybody types. */
export const initialOf = ({ control }: Pick<Field, 'control'>): string =>
  'initial' in control ? control.initial : '';

/** Whoever did not touch a field says nothing of it: under this name stands what he saw. */
export const seenName = (name: QuestionName): string => `seen-${name}`;

export function fieldsOf(questions: readonly Question[], context: AskContext): readonly Field[] {
  return questions.map((question) => {
    const { name } = question;
    const label = name === 'valueCents' ? valueLabel(context) : questionLabels[name];
    const hint = name === 'email' ? bouncedHint(context) : questionHints[name];
    return { ...question, label, hint, control: controls[name](context) };
  });
}

/** Whoever leaves the field empty says nothing of the address; whoever types it in again has it tried again. */
const bouncedHint = ({ lead }: AskContext): string | undefined =>
  lead?.contact.email !== undefined && lead.mailsStopped === 'bounced'
    ? addressBounced(lead.contact.email)
    : undefined;

/** Without a move the value is the sum that counts where the lead stands. */
function valueLabel({ lead, to }: AskContext): string {
  const counts = lead && to === undefined ? pipeline[lead.stage].sum : 'none';
  return counts === 'none' ? questionLabels.valueCents : sumLabels[counts];
}

const line = (initial: string | undefined, attributes: Attributes = {}): Control => ({
  type: 'input',
  initial: initial ?? '',
  attributes: { type: 'text', maxlength: String(maxLineLength), ...attributes },
});

const sum = (cents: number | undefined, { currency }: Company): Control => ({
  type: 'input',
  initial: cents === undefined ? '' : writeMoney(cents, currency),
  attributes: { type: 'text', inputmode: 'decimal', autocomplete: 'off', maxlength: '24' },
  unit: currency === 'CHF' ? 'CHF' : '€',
});

const controls: Readonly<Record<QuestionName, (context: AskContext) => Control>> = {
  name: ({ lead }) => line(lead?.contact.name, { autocomplete: 'off', autocapitalize: 'words' }),
  company: ({ lead }) => line(lead && companyOf(lead), { autocomplete: 'off', autocapitalize: 'words' }),
  salutation: ({ lead }) => ({
    type: 'choice',
    initial: (lead && salutationKey(lead)) ?? '',
    options: salutations.map((value) => ({ value, label: salutationLabels[value] })),
  }),
  otherPhones: ({ lead }) =>
    line(lead?.contact.otherPhones?.map(({ phone }) => phone).join(', '), {
      inputmode: 'tel',
      autocomplete: 'off',
    }),
  wishedDate: ({ lead }) => line(lead?.request.wishedDate),
  address: ({ lead }) => line(lead?.contact.address, { autocapitalize: 'words', autocomplete: 'off' }),
  postcode: ({ lead }) =>
    line(lead?.contact.postcode, { inputmode: 'numeric', maxlength: '12', autocomplete: 'off' }),
  city: ({ lead }) => line(lead?.contact.city, { autocapitalize: 'words' }),
  language: ({ lead }) => ({
    type: 'choice',
    initial: lead?.contact.language ?? '',
    options: languages.map((language) => ({ value: language, label: languageNames[language] })),
  }),
  source: ({ lead }) => ({
    type: 'choice',
    initial: lead?.source ?? '',
    options: [
      ...callSources.map((source) => ({ value: source, label: saidSources[source] })),
      ...(lead ? [{ value: 'email', label: sourceLabels.email.de }] : []),
    ],
  }),
  installation: ({ lead }) => line(lead?.request.installation),
  timeframe: ({ lead }) => line(lead?.request.timeframe),
  budget: ({ lead }) => line(lead?.request.budget),
  phone: ({ lead }) => line(lead?.contact.phone, { type: 'tel', maxlength: '60', autocomplete: 'off' }),
  email: ({ lead }) =>
    line(lead?.mailsStopped === 'bounced' ? undefined : lead?.contact.email, {
      type: 'email',
      maxlength: '254',
      autocomplete: 'off',
    }),
  kind: ({ lead }) => ({
    type: 'choice',
    initial: lead?.request.kind ?? '',
    options: kinds.map((kind) => ({ value: kind, label: kindLabels[kind].de })),
  }),
  /** Nothing is chosen beforehand: an emergency must not be noted as a project because somebody was in a hurry. */
  urgency: ({ lead }) => ({
    type: 'choice',
    initial: lead?.request.urgency ?? '',
    options: urgencies.map((urgency) => ({ value: urgency, label: saidUrgencies[urgency] })),
  }),
  message: () => ({ type: 'text', initial: '', rows: 4 }),
  note: () => ({ type: 'text', initial: '', rows: 4 }),
  valueCents: ({ lead, company }) => sum(lead?.valueCents, company),
  quotedCents: ({ lead, company }) => sum(lead?.quotedCents, company),
  finalCents: ({ lead, company }) => sum(lead?.finalCents ?? lead?.quotedCents, company),
  probability: ({ lead }) => ({
    type: 'input',
    initial: String(lead?.probability ?? 0),
    attributes: { type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '5' },
    unit: '%',
  }),
  date: (context) => ({
    type: 'input',
    // Of a call that is only being noted, most have no visit.
    initial: context.lead ? visitDate(context) : '',
    attributes: { type: 'date', min: today(context) },
  }),
  /** Not guessed: a wrong time would be confirmed to the customer. */
  time: (context) => {
    const visit = visitAhead(context);
    const initial = visit ? localTime(visit.startsAt, context.company.timeZone) : '';
    return { type: 'input', initial, attributes: { type: 'time' } };
  },
  durationMinutes: (context) => {
    const minutes = visitAhead(context)?.durationMinutes ?? usualVisitMinutes;
    const offered = [...new Set([...visitMinutes, minutes])].toSorted((one, other) => one - other);
    return {
      type: 'select',
      initial: String(minutes),
      options: offered.map((length) => ({ value: String(length), label: formatMinutes(length, 'de') })),
    };
  },
  /** A tap for what is often true, words for the rest. */
  reason: ({ to }) => ({
    type: 'choice',
    initial: '',
    options: ((to && oftenReasons[to]) ?? []).map((reason) => ({ value: reason, label: reason })),
    own: { label: ownAnswers.reason, attributes: { type: 'text', maxlength: String(maxLineLength) } },
  }),
  /** The newest is chosen beforehand. */
  proposal: ({ lead, fact }) => {
    const told = (lead?.proposals ?? []).filter((one) => one.fact === fact).map(({ value }) => value);
    const options = told.toReversed().map((value) => ({ value, label: visible(value, 200) ?? value }));
    return { type: 'choice', initial: told.at(-1) ?? '', options };
  },
  until: (context) => dateChoice(context, ['P3D', 'P7D', 'P1M'], 'P7D'),
  lookAgainOn: (context) => dateChoice(context, ['P3M', 'P6M', 'P12M'], usualLookAgain),
  /** Nothing goes out unless the owner chooses it. */
  refusal: ({ lead, to }) => {
    const offered = to === undefined && lead ? refusals.filter((one) => one !== 'none') : refusals;
    return {
      type: 'choice',
      initial: offered[0] ?? '',
      options: offered.map((value) => ({ value, label: refusalChoices[value] })),
    };
  },
  refusalBrief: (context) => ({ type: 'text', initial: refusalDraft('brief', context), rows: 5 }),
  refusalLater: (context) => ({ type: 'text', initial: refusalDraft('later', context), rows: 5 }),
  sure: () => ({ type: 'tick' }),
  assignee: ({ lead, company }) => {
    const person = lead && assigneeOf(company, lead);
    const named = peopleToAsk(company).map(({ email, name }) => ({
      value: email.toLowerCase(),
      label: visible(name, 60) ?? email,
    }));
    const options = [...named, { value: nobody, label: houseInWords }];
    return { type: 'choice', initial: person?.email.toLowerCase() ?? nobody, options };
  },
  /** What begins no mails. */
  next: ({ lead }) => ({
    type: 'choice',
    initial: 'nothing',
    options: nextStepsOf(lead).map((next) => ({ value: next, label: saidNextSteps[next] })),
  }),
  asks: ({ lead }) => ({
    type: 'ticks',
    options: (lead ? openQuestions(lead) : []).map((question) => ({
      value: question,
      label: followUpWords.de.questions[question],
    })),
  }),
};

const refusalDraft = (choice: 'brief' | 'later', { lead }: AskContext): string =>
  refusalWords[lead?.contact.language ?? 'de'][choice].join('\n\n');

const visitMinutes = [30, 45, 60, 90, 120, 180, 240] as const;

function visitAhead({ lead, now }: AskContext) {
  return lead?.visit && lead.visit.startsAt > now ? lead.visit : undefined;
}

function visitDate(context: AskContext): string {
  const visit = visitAhead(context);
  return visit
    ? localDate(visit.startsAt, context.company.timeZone)
    : workingDayFrom(context.company, addDays(today(context), 1));
}

const today = ({ company, now }: AskContext) => localDate(now, company.timeZone);

type Delay = keyof typeof oftenDelays;

/** Days from today that are often meant, or any other; each is a working day. */
function dateChoice(context: AskContext, delays: readonly Delay[], usual: Delay): Control {
  const { company, now } = context;
  const after = (delay: Delay) => workingDayFrom(company, addPeriod(today(context), delay));
  const shown = (date: string) => shortDay(momentOf(date, '12:00', company.timeZone), now, company);
  return {
    type: 'choice',
    initial: after(usual),
    options: delays.map((delay) => ({
      value: after(delay),
      label: `${oftenDelays[delay]} · ${shown(after(delay))}`,
    })),
    own: { label: ownAnswers.date, attributes: { type: 'date', min: addDays(today(context), 1) } },
  };
}
