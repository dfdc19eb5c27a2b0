/** What lists, the digest and the reconciler need of a lead. */
import * as z from 'zod';
import { moment } from '../time/moment.ts';
import type { EventOf, LeadEvent } from './event.ts';
import { type Lead, leadSchema } from './lead.ts';
import { cadenceNames, stageKeys } from './pipeline.ts';
import { isPrivate, noteInstead } from './private-note.ts';
import { kinds, urgencies } from './request-kind.ts';
import { standingEvents } from './standing-events.ts';

/** What the customer said, and nobody of the business has acted on since. */
const unansweredSchema = z.strictObject({
  /** When the newest of it came. */
  at: moment,
  /** The first words, the newest answer first; absent: nobody wrote any. */
  excerpt: z.string().optional(),
  /** How many files came with it. */
  files: z.int().min(1).optional(),
  /** The newest came from somebody else than the customer, as his address says. */
  from: z.string().optional(),
  /** The newest was a call that nobody took. */
  called: z.literal(true).optional(),
  /** He wants no mails any more. */
  stops: z.literal(true).optional(),
  /** The newest wants no word and no act, only to be read. */
  toRead: z.literal(true).optional(),
  /** The newest asks for another day. */
  otherDay: z.literal(true).optional(),
});
export type Unanswered = z.infer<typeof unansweredSchema>;

/** Does what a customer said wait for somebody of the business? */
export const hasAnswered = ({ unanswered }: { readonly unanswered?: Unanswered | undefined }): boolean =>
  unanswered !== undefined;

const actors = ['customer', 'owner', 'system'] as const;

/** Who did something, and his name if that is known. */
const doerSchema = z.strictObject({ by: z.enum(actors), person: z.string().optional() });
export type Doer = z.infer<typeof doerSchema>;

/** Steps that leave a request in its stage, and that are told to whoever did not take them. */
const quietSteps = [
  'contact-attempted',
  'visit-planned',
  'visit-moved',
  'visit-cancelled',
  'postponed',
] as const satisfies readonly LeadEvent['type'][];
export type QuietStep = (typeof quietSteps)[number];

/** What the index carries: all that lists, the digest and the reconciler need, and no more. */
export const leadSummarySchema = leadSchema
  .pick({
    id: true,
    generation: true,
    stage: true,
    stageSince: true,
    capturedAt: true,
    movedAt: true,
    movedFrom: true,
    source: true,
    probability: true,
    valueCents: true,
    quotedCents: true,
    finalCents: true,
    visit: true,
    cancelledVisit: true,
    visitKept: true,
    reason: true,
    refusalDue: true,
    lookAgainOn: true,
    assignedTo: true,
    waitsFor: true,
    stalledAt: true,
    postponedUntil: true,
    confirmedAt: true,
    mailsStopped: true,
    bounceReport: true,
    answerHeld: true,
    uncertainMails: true,
    muted: true,
    proof: true,
    dueAt: true,
    closedAt: true,
    known: true,
    belongsTo: true,
    proposals: true,
  })
  .extend({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    phoneE164: z.string().optional(),
    address: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    kind: z.enum(kinds).optional(),
    urgency: z.enum(urgencies),
    /** It smells of gas. Absent: it does not, or an earlier release stored it. */
    gas: z.literal(true).optional(),
    /** The first words of the request. */
    excerpt: z.string().optional(),
    /** The first words of what the business noted, where the customer said nothing. */
    note: z.string().optional(),
    cadence: z.enum(cadenceNames).optional(),
    /** Who moved it last, and his name if that is known. Absent: an earlier release stored it. */
    movedBy: doerSchema.optional(),
    /** How it was moved last, if not to another stage. */
    movedHow: z.enum(quietSteps).optional(),
    /** The last times that it went to another stage, the newest last: from which. Absent: never, or an earlier release stored it. */
    moves: z.array(doerSchema.extend({ at: moment, from: z.enum(stageKeys) })).optional(),
    /** When another request was last put together with it. */
    joined: doerSchema.extend({ at: moment }).optional(),
    /** When the customer last corrected it. */
    correctedAt: moment.optional(),
    /** Mails of that cadence that went out: the owner who was chased once owes something. */
    cadenceSent: z.int().min(0).optional(),
    unanswered: unansweredSchema.optional(),
  });
export type LeadSummary = z.infer<typeof leadSummarySchema>;

const excerptLength = 140;

const carried = Object.keys(leadSummarySchema.shape) as readonly (keyof LeadSummary)[];

/** The summary of a lead. */
export function summarise(lead: Lead): LeadSummary {
  const { contact, request } = lead;
  const all: Omit<Lead, 'cadence'> & Partial<LeadSummary> = {
    ...lead,
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    phoneE164: contact.phoneE164,
    address: contact.address,
    postcode: contact.postcode,
    city: contact.city,
    kind: request.kind,
    urgency: request.urgency,
    ...(request.gas && { gas: true as const }),
    excerpt: excerpt(request.message),
    note: excerpt(noteInstead(lead)),
    cadence: lead.cadence?.name,
    cadenceSent: lead.cadence?.sent,
    ...(lead.corrections && { correctedAt: lead.corrections.last }),
    unanswered: unansweredOf(lead),
    movedBy: movedBy(lead),
    movedHow: movedHow(lead),
    moves: movesOf(lead),
    joined: joinedOf(lead),
  };
  const summary: Partial<Record<keyof LeadSummary, unknown>> = {};
  for (const name of carried) if (all[name] !== undefined) summary[name] = all[name];
  return summary as LeadSummary;
}

const doerOf = ({ by, person }: LeadEvent): Doer => ({ by, ...(person !== undefined && { person }) });

function movedBy({ timeline, movedAt }: Lead): LeadSummary['movedBy'] {
  const event = timeline.findLast(({ at }) => at === movedAt);
  return event && doerOf(event);
}

function movedHow({ timeline, movedAt }: Lead): LeadSummary['movedHow'] {
  const types = timeline.filter(({ at }) => at === movedAt).map(({ type }) => type);
  return quietSteps.findLast((step) => types.includes(step));
}

/** More moves than that between two digests are somebody trying things out. */
const maxMoves = 6;

function movesOf({ timeline }: Lead): LeadSummary['moves'] {
  const moves = standingEvents(timeline)
    .filter((event) => event.type === 'moved')
    .map((event) => ({ at: event.at, from: event.from, ...doerOf(event) }));
  return moves.length === 0 ? undefined : moves.slice(-maxMoves);
}

function joinedOf({ timeline }: Lead): LeadSummary['joined'] {
  const event = timeline.findLast((one) => one.type === 'merged' && one.from !== undefined);
  return event && { at: event.at, ...doerOf(event) };
}

/** More than three lines on a phone nobody reads in a list. */
const answerLength = 240;

/** What he did before he could know of the answer settles nothing of it. */
const isCrossed = (event: LeadEvent): boolean => event.type === 'owner-replied' && event.crossed === true;

/** Whoever only sorts out what was said has not answered. */
const isAboutFacts = ({ type }: LeadEvent): boolean => type === 'fact-learned' || type === 'fact-dismissed';

/** The answers since the owner last did something with the lead, oldest first. */
function answersOf({ timeline }: Pick<Lead, 'timeline'>): EventOf<'customer-replied'>[] {
  const standing = standingEvents(timeline);
  const acted = standing.findLastIndex(
    (event) => event.by === 'owner' && !isCrossed(event) && !isPrivate(event) && !isAboutFacts(event),
  );
  return standing.slice(acted + 1).filter((event) => event.type === 'customer-replied');
}

/** @returns `undefined`: nothing, or somebody has acted on it. */
export function unansweredOf(lead: Pick<Lead, 'timeline'>): Unanswered | undefined {
  const answers = answersOf(lead);
  const newest = answers.at(-1);
  if (!newest) return undefined;
  const { at, from, called, facts, forVisit } = newest;
  // Cut each by itself: a long one must not hide the one before it.
  const texts = answers.toReversed().flatMap(({ text }) => excerpt(text, answerLength) ?? []);
  const words = excerpt([...new Set(texts)].join(' / '), answerLength);
  const files = answers.reduce((count, { mail }) => count + (mail?.files.length ?? 0), 0);
  return {
    at,
    ...(words !== undefined && { excerpt: words }),
    ...(files > 0 && { files }),
    ...(from !== undefined && { from }),
    ...(called && { called }),
    ...(forVisit && { toRead: true as const }),
    ...(facts?.wishedDate !== undefined && { otherDay: true as const }),
    ...(answers.some(({ stops }) => stops) && { stops: true as const }),
  };
}

/** The first words of a text on one line, cut at a word. */
export function excerpt(text: string | undefined, length = excerptLength): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  if (!line) return undefined;
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2));
  // A cut inside a word may have halved an emoji.
  return `${words.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
