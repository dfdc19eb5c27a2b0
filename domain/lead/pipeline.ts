/**
 * The pipeline: every stage and every rhythm of follow-up, as data.
 *
 * This file is the policy. The state machine, the picture in the README, the actions an owner is offered and the
 * refusals are all derived from these two tables; nothing else names a probability or a delay.
 */

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

/**
 * A delay as people say it. Working hours and working days count only inside the company's working time (see
 * `domain/time/working-time.ts`); an ISO 8601 duration counts by the clock, day and night.
 */
export type Delay = `${number} working hour${'' | 's'}` | `${number} working day${'' | 's'}` | `P${string}`;

/** A rhythm of follow-up. All delays count from the moment the cadence began. */
export interface Cadence {
  /** Who gets the mails. A customer without a mail address is followed up by phone: the owner is chased instead. */
  readonly to: 'owner' | 'customer';
  /** When the first, second, ... mail is due. */
  readonly after: readonly Delay[];
  /** Repeats without end after the last of `after`. Without it the lead is stalled after the last mail. */
  readonly thenEach?: Delay;
}

/** A rhythm of the table below: its defaults, and what no business may change. */
interface CadenceRule extends Cadence {
  /**
   * Its mails are for the owner, whatever a company file says: they tell him what the customer just did, sound an alarm,
   * or would be advertising if the customer got them (§ 7 UWG). Every other rhythm may be turned to the customers and
   * so has words for them, which the compiler asks for (`views/words/mails/follow-up.ts`).
   */
  readonly ownerOnly?: true;
}

export const cadenceNames = [
  'new',
  'in-progress',
  'first-contact',
  'not-reached',
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

/** The defaults; a business may change each in its company file. */
const cadenceTable = {
  new: { to: 'owner', after: ['2 working hours'], thenEach: '4 working hours' },
  'in-progress': { to: 'owner', after: ['1 working day'] },
  'first-contact': { to: 'owner', after: ['1 working day'] },
  /** The owner called and nobody answered. */
  'not-reached': { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  'needs-analysis': { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  opportunity: { to: 'owner', after: ['2 working days'] },
  /** Begins when the visit is over: the quote is owed. */
  'site-visit': { to: 'owner', after: ['1 working day'], thenEach: '2 working days' },
  quoted: { to: 'customer', after: ['3 working days', '7 working days', '14 working days'] },
  negotiation: { to: 'owner', after: ['3 working days'] },
  /** Begins on the day the lead was put off to. */
  unqualified: { to: 'owner', ownerOnly: true, after: ['PT0S'] },
  /** Water does not wait for office hours. */
  service: { to: 'owner', ownerOnly: true, after: ['PT15M'], thenEach: 'PT15M' },
  'service-confirmed': { to: 'owner', ownerOnly: true, after: ['1 working day'] },
  /** The customer answered: told at once, then chased until there is an answer. */
  replied: { to: 'owner', ownerOnly: true, after: ['PT0S', '1 working day'], thenEach: '2 working days' },
  /** The owner answered in writing; the customer is asked whether it came. */
  answered: { to: 'customer', after: ['2 working days', '5 working days', '10 working days'] },
  /** Begins on the day the lead was postponed to. */
  postponed: { to: 'owner', after: ['PT0S'], thenEach: '2 working days' },
  /** Mail does not reach the customer: the owner is told to phone until he did. */
  bounced: { to: 'owner', ownerOnly: true, after: ['PT0S'], thenEach: '2 working days' },
  /** The customer wants no more mails: the owner is told once and decides. */
  stopped: { to: 'owner', ownerOnly: true, after: ['PT0S'] },
} as const satisfies Readonly<Record<CadenceName, CadenceRule>>;
export type CadenceTable = typeof cadenceTable;

export const cadences: Readonly<Record<CadenceName, CadenceRule>> = cadenceTable;

/** The rhythms that customers may get mails of. */
export type CustomerCadence = {
  [Name in CadenceName]: CadenceTable[Name] extends { readonly ownerOnly: true } ? never : Name;
}[CadenceName];

/** May a business turn this rhythm to its customers? */
export function mayGoToCustomers(name: CadenceName): name is CustomerCadence {
  return cadences[name].ownerOnly !== true;
}

export interface StageRule {
  readonly group: StageGroup;
  /** Default probability of winning, in percent. `null`: not a sale, takes no part in the pipeline value. */
  readonly probability: number | null;
  readonly requires: readonly Fact[];
  readonly waitsFor: Turn;
  /** The cadence that begins on entry. */
  readonly cadence?: CadenceName;
  /** Open stages have an execution of the state machine; closed ones have none. */
  readonly open: boolean;
  /** Stages a lead may be moved to from here. */
  readonly to: readonly Stage[];
}

const salesStages = [
  'new',
  'in-progress',
  'first-contact',
  'needs-analysis',
  'opportunity',
  'site-visit',
  'quoted',
  'negotiation',
] as const satisfies readonly Stage[];

/** From an open sales stage: forward, forward by several, back, won, or out. */
const fromSales: readonly Stage[] = [...salesStages, 'won', 'lost', 'unqualified', 'service'];

/** Reopening: any open stage. From one closed stage to another goes only through reopening. */
const reopen: readonly Stage[] = [...salesStages, 'service'];

export const pipeline: Readonly<Record<Stage, StageRule>> = {
  new: {
    group: 'lead',
    probability: 5,
    requires: ['contact-way', 'source'],
    waitsFor: 'owner',
    cadence: 'new',
    open: true,
    to: fromSales,
  },
  'in-progress': {
    group: 'lead',
    probability: 5,
    requires: ['name', 'contact-way', 'kind', 'source'],
    waitsFor: 'owner',
    cadence: 'in-progress',
    open: true,
    to: fromSales,
  },
  'first-contact': {
    group: 'qualification',
    probability: 10,
    requires: [],
    waitsFor: 'owner',
    cadence: 'first-contact',
    open: true,
    to: fromSales,
  },
  'needs-analysis': {
    group: 'qualification',
    probability: 20,
    requires: [],
    waitsFor: 'customer',
    cadence: 'needs-analysis',
    open: true,
    to: fromSales,
  },
  opportunity: {
    group: 'opportunity',
    probability: 30,
    requires: ['qualified', 'value'],
    waitsFor: 'owner',
    cadence: 'opportunity',
    open: true,
    to: fromSales,
  },
  'site-visit': {
    group: 'opportunity',
    probability: 50,
    requires: ['visit'],
    waitsFor: 'owner',
    cadence: 'site-visit',
    open: true,
    to: fromSales,
  },
  quoted: {
    group: 'opportunity',
    probability: 75,
    requires: ['quoted-value'],
    waitsFor: 'customer',
    cadence: 'quoted',
    open: true,
    to: fromSales,
  },
  negotiation: {
    group: 'decision',
    probability: 90,
    requires: [],
    waitsFor: 'either',
    cadence: 'negotiation',
    open: true,
    to: fromSales,
  },
  won: {
    group: 'closed',
    probability: 100,
    requires: ['final-value'],
    waitsFor: 'nobody',
    open: false,
    to: reopen,
  },
  lost: {
    group: 'closed',
    probability: 0,
    requires: ['reason'],
    waitsFor: 'nobody',
    open: false,
    to: reopen,
  },
  unqualified: {
    group: 'nurture',
    probability: 0,
    requires: ['reason', 'look-again-on'],
    waitsFor: 'nobody',
    cadence: 'unqualified',
    open: true,
    to: [...salesStages, 'lost', 'service'],
  },
  service: {
    group: 'service',
    probability: null,
    requires: ['contact-way'],
    waitsFor: 'owner',
    cadence: 'service',
    open: true,
    to: [...salesStages, 'lost', 'unqualified', 'service-done'],
  },
  'service-done': {
    group: 'closed',
    probability: null,
    requires: [],
    waitsFor: 'nobody',
    open: false,
    to: reopen,
  },
};

/** The stages a lead can wait in: each has a wait and a follow-up in the state machine. */
export const openStages: readonly Stage[] = stageKeys.filter((stage) => pipeline[stage].open);

/** The name a stage has in the state machine: `needs-analysis` is `NeedsAnalysis`. */
export function stateName(stage: Stage): string {
  return stage
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
