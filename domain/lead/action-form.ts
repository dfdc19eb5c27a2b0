/**
 * What each action asks, and which commands the answers become. A stage that is added to the pipeline has its form by
 * what it requires. How forms are worded: `views/words/action-forms.ts`.
 */
import type { Company } from '../business/company.ts';
import { momentOf } from '../time/local-time.ts';
import type { Action, ManyAction } from './action.ts';
import type { Command } from './command.ts';
import { canDecline, isNo, mayTellNo } from './declining.ts';
import { changedDetails } from './details.ts';
import type { LeadEvent } from './event.ts';
import { knows } from './facts.ts';
import type { Lead } from './lead.ts';
import { type LearnedFact, learnedFacts } from './learned.ts';
import { destinations, type Fact, moveTargets, pipeline, type Stage } from './pipeline.ts';
import {
  type AnswerFault,
  type Answers,
  ask,
  choose,
  correct,
  missingForNext,
  missingForRefusal,
  nobody,
  offer,
  type Question,
  type QuestionName,
  refusalQuestions,
  refusalText,
  usualVisitMinutes,
} from './questions.ts';
import { movesFrom, saleStages } from './stages.ts';
import { afterTalk } from './talk-form.ts';

/**
 * Actions with a form about a lead; four only show, `push` is about a browser, `stop` and `not-me` are the customer's, `enter-answer` is about several, the others begin
 * a lead.
 */
export type FormAction = Exclude<
  Action,
  | 'view'
  | 'noted-mails'
  | 'open-requests'
  | 'hook'
  | 'push'
  | 'dismiss-suspicious'
  | 'stop'
  | 'not-me'
  | 'capture-call'
  | 'rescue'
  | 'enter-answer'
  | ManyAction
>;

/** Actions that move a lead, and where to: to one stage, or to one that the owner picks. */
type MoveAction = keyof typeof moveTargets | 'move' | 'reopen';

/** Actions that do something else than to move it. */
export type OtherAction = Exclude<FormAction, MoveAction>;

export type ActionForm = {
  readonly asks: (lead: Lead) => readonly Question[];
  /** What is wrong with the answers together, though each is right by itself. */
  readonly faults?: (answers: Answers) => ReadonlyMap<QuestionName, AnswerFault>;
  /** In the order in which they are applied. None: nothing differs from what is known. */
  readonly commands: (answers: Answers, lead: Lead, company: Company) => readonly Command[];
  /** The event that this action leaves in the timeline: how a second tap finds that it is done. */
  readonly leaves?: (event: LeadEvent) => boolean;
  /** Does not always start a new generation, so a second tap is known only by what the first one left. */
  readonly keepsTimer?: boolean;
  /** Is nothing but a mail to the customer: not done where none may go. */
  readonly mailsCustomer?: boolean;
  /** Removes something for good. */
  readonly destroys?: boolean;
  /** Rests on nothing that may have changed: it holds wherever the lead stands by now. */
  readonly anyTime?: boolean;
} & (
  | { readonly action: MoveAction; readonly to: Stage }
  | { readonly action: OtherAction; readonly to?: undefined }
);

/**
 * The form of an action.
 * @param chosen the stage that was picked, for actions where it is the owner's choice.
 * @returns `undefined` if a stage must be picked first.
 */
export function actionForm(action: FormAction, chosen: Stage | undefined): ActionForm | undefined {
  if (action === 'move') return chosen && moveForm(action, chosen);
  if (action === 'reopen') return moveForm(action, chosen ?? destinations.reopened);
  return isOther(action) ? { action, ...otherForms[action] } : moveForm(action, moveTargets[action]);
}

/** Has this action a form about a lead? */
export const isFormAction = (action: Action): action is FormAction =>
  action === 'move' || action === 'reopen' || isOther(action) || Object.hasOwn(moveTargets, action);

const isOther = (action: Action): action is OtherAction => Object.hasOwn(otherForms, action);

/** The stages the owner may pick for this action; none where the action decides. */
export function stagesToPick(action: FormAction, lead: Lead): readonly Stage[] {
  return action === 'move' || action === 'reopen'
    ? movesFrom(lead.stage).filter((stage) => stage !== lead.stage)
    : [];
}

/** The questions that tell a fact. */
const questionsFor: Readonly<Record<Fact, (lead: Lead) => readonly Question[]>> = {
  'contact-way': () => [offer('phone'), offer('email')],
  name: () => [ask('name')],
  kind: () => [ask('kind')],
  // Every lead has a source from its capture on.
  source: () => [],
  // Said by choosing the step.
  qualified: () => [],
  value: () => [ask('valueCents')],
  visit: () => visitQuestions,
  'quoted-value': () => [ask('quotedCents')],
  // Left empty it is the quoted sum.
  'final-value': (lead) => [knows(lead, 'final-value') ? offer('finalCents') : ask('finalCents')],
  reason: () => [ask('reason')],
  'look-again-on': () => [ask('lookAgainOn')],
};

const visitQuestions = [ask('date'), ask('time'), ask('durationMinutes')];

/** The sum is what such a step is about: it is asked for even if it is known. */
const sums: readonly Fact[] = ['value', 'quoted-value', 'final-value'];

/** Moves to a stage and asks for what the stage requires and the lead does not know. */
function moveForm(action: MoveAction, to: Stage): ActionForm {
  const { requires } = pipeline[to];
  return {
    action,
    to,
    asks: (lead) => [
      ...requires
        .filter((fact) => sums.includes(fact) || !knows(lead, fact))
        .flatMap((fact) => questionsFor[fact](lead)),
      ...(isNo(to) && mayTellNo(lead) ? refusalQuestions : []),
    ],
    faults: missingForRefusal,
    commands: (answers, _, company) => {
      const qualified = requires.includes('qualified') ? true : undefined;
      return [
        { type: 'move', to, facts: { ...answers, qualified, visit: visitOf(answers, company) } },
        ...declining(answers),
      ];
    },
    leaves: (event) => event.type === 'moved' && event.to === to,
  };
}

function declining(answers: Answers): Command[] {
  const text = refusalText(answers);
  return text === undefined ? [] : [{ type: 'decline', text }];
}

/** Absent: a form that asks for no visit, or not for all of it. */
export function visitOf({ date, time, durationMinutes }: Answers, { timeZone }: Company) {
  if (date === undefined || time === undefined || durationMinutes === undefined) return undefined;
  return { startsAt: momentOf(date, time, timeZone), durationMinutes };
}

/** The facts that are corrected in one form. */
const correctable: readonly Question[] = (
  [
    'name',
    'salutation',
    'company',
    'phone',
    'otherPhones',
    'email',
    'address',
    'postcode',
    'city',
    'kind',
    'urgency',
    'source',
    'language',
    'installation',
    'timeframe',
    'budget',
    'wishedDate',
  ] as const
).map(correct);

const nothing = () => [];

type WithFact = 'take' | 'dismiss';
type ByFact<What extends WithFact, T> = { readonly [Fact in LearnedFact as `${What}-${Fact}`]: T };

/** For each fact that an answer may tell, the same action. */
export const byFact = <What extends WithFact, T>(
  what: What,
  make: (fact: LearnedFact) => T,
): ByFact<What, T> =>
  Object.fromEntries(learnedFacts.map((fact) => [`${what}-${fact}`, make(fact)])) as ByFact<What, T>;

/** The fact that an action takes over, or does not; `undefined`: it does something else. */
export const factOf = (action: FormAction): LearnedFact | undefined =>
  learnedFacts.find((fact) => `take-${fact}` === action || `dismiss-${fact}` === action);

/** What an answer of the customer says of it, the newest of several. */
export const newestProposal = ({ proposals }: Lead, fact: LearnedFact): string | undefined =>
  proposals?.findLast((one) => one.fact === fact)?.value;

/** What an answer of the customer says, instead of what is known. */
const takeForm = (fact: LearnedFact): Omit<ActionForm, 'action' | 'to'> => ({
  asks: (lead) => (newestProposal(lead, fact) === undefined ? [] : [offer('proposal')]),
  commands: ({ proposal }, lead) => [
    { type: 'take-fact', fact, value: proposal ?? newestProposal(lead, fact) ?? '' },
  ],
  leaves: (event) => event.type === 'fact-learned' && event.from === 'owner' && event.fact === fact,
  anyTime: true,
});

/** What is known stays. */
const dismissForm = (fact: LearnedFact): Omit<ActionForm, 'action' | 'to'> => ({
  asks: nothing,
  commands: (_, lead) => [{ type: 'dismiss-fact', fact, value: newestProposal(lead, fact) ?? '' }],
  leaves: (event) => event.type === 'fact-dismissed' && event.fact === fact,
  anyTime: true,
});

const otherForms: Readonly<Record<OtherAction, Omit<ActionForm, 'action' | 'to'>>> = {
  ...byFact('take', takeForm),
  ...byFact('dismiss', dismissForm),
  confirm: {
    asks: nothing,
    commands: () => [{ type: 'confirm' }],
    leaves: (event) => event.type === 'confirmed',
  },
  reached: {
    asks: afterTalk,
    faults: missingForNext,
    commands: talkCommands,
    leaves: (event) => event.type === 'contact-attempted' && event.reached,
    keepsTimer: true,
  },
  'not-reached': {
    asks: nothing,
    commands: () => [{ type: 'note-contact-attempt', reached: false }],
    leaves: (event) => event.type === 'contact-attempted' && !event.reached,
    keepsTimer: true,
  },
  'plan-visit': {
    asks: () => visitQuestions,
    commands: (answers, _, company) => {
      const visit = visitOf(answers, company);
      return visit ? [{ type: 'plan-visit', ...visit }] : [];
    },
    leaves: (event) => event.type === 'visit-planned' || event.type === 'visit-moved',
  },
  'move-visit': {
    asks: () => visitQuestions,
    commands: (answers, _, company) => {
      const visit = visitOf(answers, company);
      return visit ? [{ type: 'plan-visit', ...visit }] : [];
    },
    leaves: (event) => event.type === 'visit-moved',
  },
  'cancel-visit': {
    asks: nothing,
    commands: () => [{ type: 'cancel-visit' }],
    leaves: (event) => event.type === 'visit-cancelled',
  },
  assign: {
    asks: () => [choose('assignee')],
    commands: ({ assignee }) => [
      assignee === undefined || assignee === nobody
        ? { type: 'assign' }
        : { type: 'assign', person: assignee },
    ],
    leaves: (event) => event.type === 'assigned',
    anyTime: true,
  },
  'mark-read': {
    asks: nothing,
    commands: () => [{ type: 'mark-read' }],
    leaves: (event) => event.type === 'answer-read',
  },
  postpone: {
    asks: () => [ask('until')],
    commands: ({ until }) => (until === undefined ? [] : [{ type: 'postpone', until }]),
    leaves: (event) => event.type === 'postponed',
  },
  refine: {
    asks: (lead) => [
      ...(pipeline[lead.stage].sum === 'none' ? [] : [correct('valueCents')]),
      // In a sale that is going on, the owner may know the chance better.
      ...(saleStages.includes(lead.stage) ? [correct('probability')] : []),
      ...correctable,
    ],
    commands: ({ valueCents, probability, ...details }, lead) => [
      ...(valueCents !== undefined && valueCents !== lead.valueCents
        ? [{ type: 'set-value', valueCents } as const]
        : []),
      ...(probability !== undefined && probability !== lead.probability
        ? [{ type: 'set-probability', probability } as const]
        : []),
      ...(Object.keys(changedDetails(lead, details)).length > 0
        ? [{ type: 'set-details', details } as const]
        : []),
    ],
  },
  note: {
    asks: () => [ask('note')],
    commands: ({ note }) => (note === undefined ? [] : [{ type: 'note', text: note }]),
    anyTime: true,
  },
  decline: {
    asks: (lead) => (canDecline(lead) ? refusalQuestions : []),
    faults: (answers) =>
      refusalText(answers) === undefined && (answers.refusal ?? 'none') === 'none'
        ? new Map([['refusal', 'empty']])
        : missingForRefusal(answers),
    commands: declining,
    leaves: (event) => event.type === 'declined',
    mailsCustomer: true,
  },
  acknowledge: {
    asks: nothing,
    commands: () => [{ type: 'acknowledge' }],
    leaves: (event) => event.type === 'acknowledgement-requested',
    mailsCustomer: true,
  },
  merge: {
    asks: nothing,
    commands: (_, { belongsTo }) =>
      belongsTo === undefined ? [] : [{ type: 'merge-into', into: belongsTo }],
    leaves: (event) => event.type === 'merged' && event.into !== undefined,
  },
  spam: {
    asks: nothing,
    commands: () => [{ type: 'mark-spam' }],
    leaves: (event) => event.type === 'marked-spam',
  },
  erase: {
    asks: () => [ask('sure')],
    commands: () => [{ type: 'erase' }],
    leaves: (event) => event.type === 'erased',
    destroys: true,
  },
};

/** What came out stays with us, and only the step that was picked is done. */
function talkCommands(answers: Answers, _: Lead, company: Company): readonly Command[] {
  const { note, next = 'nothing', asks, until, quotedCents } = answers;
  const noted: Command[] = note === undefined ? [] : [{ type: 'note', text: note }];
  const isCustomers = next === 'customer';
  const reached: Command = {
    type: 'note-contact-attempt',
    reached: true,
    next: isCustomers ? 'customer' : 'owner',
    ...(isCustomers && asks && { asks }),
  };
  const talk = [...noted, reached];
  const visit = visitOf({ durationMinutes: usualVisitMinutes, ...answers }, company);
  switch (next) {
    case 'owner':
      return until === undefined ? talk : [...talk, { type: 'postpone', until }];
    case 'visit':
      return visit ? [...talk, { type: 'plan-visit', ...visit }] : talk;
    case 'quote':
      return [...talk, { type: 'move', to: moveTargets.quote, facts: { quotedCents } }];
    default:
      return talk;
  }
}
