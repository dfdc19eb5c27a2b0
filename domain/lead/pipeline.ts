/**
 * The pipeline: every stage and every rhythm of follow-up, as data.
 *
 * This file is the policy. What differs from stage to stage stands in these tables and nowhere else: the state machine, the
 * picture in the README, the steps offered, visits, sums, alarms, timers and deletion dates are derived from them, and
 * `checks/stage-literals.ts` refuses a stage named elsewhere. A new stage needs its words, a new rhythm its text.
 */
import type { Action } from './action.ts';
import { afterTheAlarm, alarmSteps, type CadenceRule } from './cadence.ts';

export const stageKeys = [
  'new',
  'in-progress',
  'first-contact',
  'needs-analysis',
  'opportunity',
  'site-visit',
  'quoted',
  'negotiation',
  'won',
  'lost',
  'unqualified',
  'service',
  'service-done',
] as const;
export type Stage = (typeof stageKeys)[number];

export type StageGroup =
  | 'lead'
  | 'qualification'
  | 'opportunity'
  | 'decision'
  | 'closed'
  | 'nurture'
  | 'service';

/** The groups a sale walks through, in order. */
export const saleGroups: readonly StageGroup[] = ['lead', 'qualification', 'opportunity', 'decision'];

/** Whose turn it is: who the next step is waited for. */
export type Turn = 'owner' | 'customer' | 'either' | 'nobody';

/** What must be known before a lead may enter a stage. */
export const factKeys = [
  'contact-way',
  'name',
  'kind',
  'source',
  'qualified',
  'value',
  'visit',
  'quoted-value',
  'final-value',
  'reason',
  'look-again-on',
] as const;
export type Fact = (typeof factKeys)[number];

export const cadenceNames = [
  'new',
  'in-progress',
  'first-contact',
  'not-reached',
  'talked',
  'needs-analysis',
  'opportunity',
  'site-visit',
  'quoted',
  'negotiation',
  'unqualified',
  'service',
  'service-confirmed',
  'replied',
  'answered',
  'postponed',
  'bounced',
  'stopped',
] as const;
export type CadenceName = (typeof cadenceNames)[number];

/** The defaults; a business may change each in its company file. All delays count from the moment the cadence began. */
const cadenceTable = {
  new: { to: 'owner', orTo: 'customer', after: ['2 working hours'], thenEach: '4 working hours' },
  'in-progress': { to: 'owner', orTo: 'customer', after: ['1 working day'] },
  'first-contact': { to: 'owner', orTo: 'customer', after: ['1 working day'] },
  /** The owner called and nobody answered. */
  'not-reached': { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  talked: { to: 'owner', after: ['2 working days'] },
  'needs-analysis': { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  opportunity: { to: 'owner', orTo: 'customer', after: ['2 working days'] },
  /** Begins when the visit is over: the quote is owed. */
  'site-visit': { to: 'owner', orTo: 'customer', after: ['1 working day'], thenEach: '2 working days' },
  quoted: { to: 'customer', after: ['3 working days', '7 working days', '14 working days'] },
  negotiation: { to: 'owner', orTo: 'customer', after: ['3 working days'] },
  /** Begins on the day the lead was put off to. */
  unqualified: { to: 'owner', after: ['PT0S'] },
  /** By the clock for twelve hours, then as any other chase. See `emergency-chain.ts`. */
  service: { to: 'owner', after: alarmSteps, thenEach: afterTheAlarm },
  'service-confirmed': { to: 'owner', after: ['1 working day'] },
  /** The customer answered: told at once, then chased until there is an answer. */
  replied: { to: 'owner', news: true, after: ['PT0S', '1 working day'], thenEach: '2 working days' },
  /** The owner answered in writing; the customer is asked whether it came. */
  answered: { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  postponed: { to: 'owner', orTo: 'customer', after: ['PT0S'], thenEach: '2 working days' },
  /** Mail does not reach the customer: the owner is told to phone until he did. */
  bounced: { to: 'owner', news: true, after: ['PT0S'], thenEach: '2 working days' },
  /** The customer wants no more mails: the owner is told once and decides. */
  stopped: { to: 'owner', news: true, after: ['PT0S'] },
} as const satisfies Readonly<Record<CadenceName, CadenceRule>>;
export type CadenceTable = typeof cadenceTable;
export const cadences: Readonly<Record<CadenceName, CadenceRule>> = cadenceTable;

export const customerGetsBack = 'needs-analysis' satisfies CadenceName;

/** The rhythms that customers may get mails of. */
export type CustomerCadence = {
  [Name in CadenceName]: CadenceTable[Name] extends { to: 'customer' } | { orTo: 'customer' } ? Name : never;
}[CadenceName];

/** May a business send the mails of this rhythm to its customers? */
export function mayGoToCustomers(name: CadenceName): name is CustomerCadence {
  const { to, orTo } = cadences[name];
  return to === 'customer' || orTo === 'customer';
}

/** They begin on a day that somebody named: nobody is waited for before, and the owner is told when the business opens. */
const dated = ['postponed', 'unqualified'] as const satisfies readonly CadenceName[];
export const datedCadences: readonly CadenceName[] = dated;

/** Which figure of a lead is meant by its value. */
export const sums = ['estimated', 'quoted', 'final'] as const;
export type Sum = (typeof sums)[number];
/** The one that the customer is told: another figure is a new quote. */
export const toldSum: Sum = 'quoted';

/**
 * What begins when something happens to a lead in this stage: a cadence, or nothing but a note in the timeline. Whose turn
 * it is then follows from what happened: a reply makes it the owner's, an answer of the owner the customer's. `rest`: the
 * lead rests again as it did before it was interrupted.
 */
interface Reactions {
  /** The owner spoke with the customer: what interrupted the stage is settled. */
  readonly reached: CadenceName | 'rest' | 'note';
  /** The owner called in vain. */
  readonly notReached: CadenceName | 'note';
  readonly customerReplied: CadenceName | 'note';
  readonly ownerReplied: CadenceName | 'rest' | 'note';
  /** Mail does not reach the customer. */
  readonly bounced: CadenceName | 'note';
  /** The customer wants no more mails. */
  readonly stopped: CadenceName | 'note';
  /** Begins at the end of a visit that was planned. The stage's own: entering with a visit ahead waits for it too. */
  readonly visitOver: CadenceName | 'note';
  /** The request was corrected, and now it is urgent. */
  readonly turnedUrgent: 'alarm' | 'note';
}

/**
 * What wakes a lead, and the cadence that begins on entry. `execution`: one of the state machine, of a closed lead while something
 * is due. `sleep`: the reconciler starts one on a day that somebody named, for which the stage asks. `none`: nothing, so no cadence.
 */
type Timing =
  | { readonly timer: 'execution'; readonly cadence?: CadenceName }
  | { readonly timer: 'none'; readonly cadence?: undefined }
  | { readonly timer: 'sleep'; readonly cadence: (typeof dated)[number] };

export type StageRule = Timing & {
  readonly group: StageGroup;
  /** Default probability of winning, in percent. `null`: not a sale, takes no part in the pipeline value. */
  readonly probability: number | null;
  readonly requires: readonly Fact[];
  readonly waitsFor: Turn;
  /** Stages a lead may be moved to from here; `every-sale`: all stages of a sale that is going on. */
  readonly to: readonly (Stage | 'every-sale')[];
  /** What a value means that is set here. `none`: nobody asks for one. */
  readonly sum: Sum | 'none';
  /**
   * What planning a visit does. `moves-here`: it brings a lead to this stage. `stays`: one more appointment in the same
   * stage. `none`: no visit stands here, nobody is reminded of one; planning one moves the lead.
   */
  readonly visit: 'moves-here' | 'stays' | 'none';
  /** `before`: a first talk is still owed, and trying to call decides what happens next. */
  readonly talk: 'before' | 'after';
  /** Rings until somebody confirms. */
  readonly alarm: boolean;
  /** Months after entering when the data is erased; `retention`: as the company says. Absent: never by itself. */
  readonly erasedAfterMonths?: number | 'retention';
  /** The sensible next steps, the likeliest first. */
  readonly steps: readonly Action[];
  readonly on: Reactions;
};

/** How a sale reacts that is followed up by this cadence. */
const inSale = (own: CadenceName): Reactions => ({
  reached: own,
  notReached: 'note',
  customerReplied: 'replied',
  ownerReplied: 'answered',
  bounced: 'bounced',
  stopped: 'stopped',
  visitOver: 'note',
  turnedUrgent: 'alarm',
});

/** Whatever happens is only noted. */
const noting: Reactions = {
  reached: 'note',
  notReached: 'note',
  customerReplied: 'note',
  ownerReplied: 'note',
  bounced: 'note',
  stopped: 'note',
  visitOver: 'note',
  turnedUrgent: 'note',
};

/** A sale that is going on: forward, forward by several, back, won, or out. */
const sale = {
  timer: 'execution',
  to: ['every-sale', 'won', 'lost', 'unqualified', 'service'],
  sum: 'estimated',
  visit: 'none',
  talk: 'after',
  alarm: false,
} as const;

/** What the customer says all the same is the owner's turn until he has dealt with it; then it rests as before. */
const resting = { reached: 'rest', customerReplied: 'replied', ownerReplied: 'rest' } as const;

/** Closed: from one closed stage to another goes only through reopening. */
const closed = {
  group: 'closed',
  waitsFor: 'nobody',
  timer: 'execution',
  to: ['every-sale', 'service'],
  visit: 'none',
  talk: 'after',
  alarm: false,
  steps: ['reopen'],
  on: { ...noting, ...resting },
} as const;

export const pipeline: Readonly<Record<Stage, StageRule>> = {
  new: {
    ...sale,
    group: 'lead',
    probability: 5,
    requires: ['contact-way', 'source'],
    waitsFor: 'owner',
    cadence: 'new',
    talk: 'before',
    steps: ['reached', 'not-reached', 'take', 'plan-visit', 'postpone', 'disqualify', 'lose', 'spam'],
    on: inSale('new'),
  },
  'in-progress': {
    ...sale,
    group: 'lead',
    probability: 5,
    requires: ['name', 'contact-way', 'kind', 'source'],
    waitsFor: 'owner',
    cadence: 'in-progress',
    talk: 'before',
    steps: ['reached', 'not-reached', 'plan-visit', 'qualify', 'postpone', 'disqualify', 'lose', 'spam'],
    on: inSale('in-progress'),
  },
  'first-contact': {
    ...sale,
    group: 'qualification',
    probability: 10,
    requires: [],
    waitsFor: 'owner',
    cadence: 'first-contact',
    talk: 'before',
    steps: ['reached', 'not-reached', 'plan-visit', 'qualify', 'postpone', 'disqualify', 'lose', 'spam'],
    on: { ...inSale('first-contact'), notReached: 'not-reached' },
  },
  'needs-analysis': {
    ...sale,
    group: 'qualification',
    probability: 20,
    requires: [],
    waitsFor: 'owner',
    cadence: 'talked',
    steps: ['qualify', 'disqualify', 'plan-visit', 'quote', 'postpone', 'lose'],
    on: inSale('talked'),
  },
  opportunity: {
    ...sale,
    group: 'opportunity',
    probability: 30,
    requires: ['qualified', 'value'],
    waitsFor: 'owner',
    cadence: 'opportunity',
    steps: ['plan-visit', 'quote', 'postpone', 'lose'],
    on: inSale('opportunity'),
  },
  'site-visit': {
    ...sale,
    group: 'opportunity',
    probability: 50,
    requires: ['visit'],
    waitsFor: 'owner',
    cadence: 'site-visit',
    visit: 'moves-here',
    steps: ['quote', 'plan-visit', 'postpone', 'lose'],
    on: { ...inSale('site-visit'), visitOver: 'site-visit' },
  },
  quoted: {
    ...sale,
    group: 'opportunity',
    probability: 75,
    requires: ['quoted-value'],
    waitsFor: 'customer',
    cadence: 'quoted',
    sum: 'quoted',
    visit: 'stays',
    steps: ['negotiate', 'win', 'lose', 'postpone'],
    on: { ...inSale('quoted'), ownerReplied: 'quoted', visitOver: 'site-visit' },
  },
  negotiation: {
    ...sale,
    group: 'decision',
    probability: 90,
    requires: [],
    waitsFor: 'either',
    cadence: 'negotiation',
    sum: 'quoted',
    visit: 'stays',
    steps: ['win', 'lose', 'quote', 'postpone'],
    on: { ...inSale('negotiation'), visitOver: 'site-visit' },
  },
  won: { ...closed, probability: 100, requires: ['final-value'], sum: 'final' },
  lost: {
    ...closed,
    probability: 0,
    requires: ['reason'],
    sum: 'none',
    erasedAfterMonths: 'retention',
    on: { ...closed.on, turnedUrgent: 'alarm' },
  },
  unqualified: {
    group: 'nurture',
    probability: 0,
    requires: ['reason', 'look-again-on'],
    waitsFor: 'nobody',
    cadence: 'unqualified',
    timer: 'sleep',
    to: ['every-sale', 'lost', 'service'],
    sum: 'estimated',
    visit: 'none',
    talk: 'after',
    alarm: false,
    steps: ['reopen', 'postpone', 'lose'],
    on: { ...inSale('unqualified'), ...resting },
  },
  service: {
    group: 'service',
    probability: null,
    requires: ['contact-way'],
    waitsFor: 'owner',
    cadence: 'service',
    timer: 'execution',
    to: ['every-sale', 'lost', 'unqualified', 'service-done'],
    sum: 'estimated',
    visit: 'none',
    talk: 'after',
    alarm: true,
    steps: ['confirm', 'service-done', 'reached', 'plan-visit', 'lose', 'spam'],
    on: noting,
  },
  'service-done': {
    ...closed,
    probability: null,
    requires: [],
    sum: 'none',
    erasedAfterMonths: 'retention',
  },
};

/** Where a lead goes by what happens to it, whatever stage it is in. */
export const destinations = {
  captured: 'new',
  /** Called or written to for the first time. */
  contacted: 'first-contact',
  /** Spoken with for the first time. */
  talkedTo: 'needs-analysis',
  /** What a closed lead is about must be talked over again. */
  reopened: 'needs-analysis',
  spam: 'lost',
  erased: 'lost',
  /** Goes on in another lead: out of all lists and figures, as spam is. */
  merged: 'lost',
} as const satisfies Record<string, Stage>;

/** The steps that are a move to one stage. */
export const moveTargets = {
  take: 'in-progress',
  qualify: 'opportunity',
  disqualify: 'unqualified',
  quote: 'quoted',
  negotiate: 'negotiation',
  win: 'won',
  lose: 'lost',
  'service-done': 'service-done',
} as const satisfies Partial<Record<Action, Stage>>;
