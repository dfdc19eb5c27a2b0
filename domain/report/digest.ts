/** The digest as data: a list to act on, not a report. */
import type { Company } from '../business/company.ts';
import type { SilentSource } from '../inbound/silent-source.ts';
import { waitsForAcknowledgement } from '../lead/acknowledging.ts';
import { isAlarm } from '../lead/actions.ts';
import { weightedCents } from '../lead/lead.ts';
import { datedCadences, destinations, pipeline, type Stage } from '../lead/pipeline.ts';
import { isClosed, saleStages } from '../lead/stages.ts';
import { type Doer, hasAnswered, type LeadSummary } from '../lead/summary.ts';
import type { IntakeRecord } from '../ports/intake-log.ts';
import { addDays, compareMoments, localDate, momentOf, monthOf, weekdayOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { weekdays } from '../time/weekday.ts';
import { lastWorkingDayBefore } from '../time/working-time.ts';
import { byMoney } from './money-at-risk.ts';
import { isMovedByOthers, isOwnDoing, type NewMove, newMove } from './moves.ts';
import { byLikelihood, canWait, doubtfulMails, type MailNews, notedMails, untold } from './noted-mails.ts';

/** In the order in which they are read. */
export const digestSections = [
  'unconfirmed',
  'visits',
  'new-requests',
  'due-today',
  'answers',
  'stalled',
  'quotes',
  'moved',
  'gaps',
  'bounced',
] as const;
export type DigestSection = (typeof digestSections)[number];

/** What may be missing because nobody has told it yet. */
const gaps = ['name', 'kind', 'excerpt'] as const;
export type Gap = (typeof gaps)[number];

/** Where a closed lead may stand of which something is due; that it closed lately is told by itself. */
const ofClosed: readonly DigestSection[] = ['due-today', 'answers', 'visits'];

/** What is owed, which whoever has a visit must hear of as well. */
const besideVisit: readonly DigestSection[] = ['new-requests', 'due-today', 'answers', 'stalled'];
/** Where a stuck lead stands on the days between its weekly lines. */
const whileStuck: readonly DigestSection[] = ['visits'];

/** What is missing or wrong. */
export type DigestNote =
  | { readonly code: 'gaps'; readonly missing: readonly Gap[] }
  /** How mail does not reach the customer any more. */
  | { readonly code: 'bounced' | 'complained' | 'disowned' | 'bounce-reported' };

export interface DigestLine {
  /** By which the owner's answer names the request, from 1 on; the same wherever the request stands. */
  readonly number: number;
  readonly lead: LeadSummary;
  readonly note?: DigestNote | undefined;
  /** The customer changed what he had asked for since the last digest. */
  readonly corrected?: boolean | undefined;
  /** Somebody else put another request together with it since. */
  readonly joined?: Doer | undefined;
  /** What others moved since. */
  readonly moved?: NewMove | undefined;
}

export interface DigestPart {
  readonly section: DigestSection;
  /** The first of them. */
  readonly lines: readonly DigestLine[];
  /** How many more there are; absent: none. */
  readonly more?: number | undefined;
}

export interface Digest {
  /** Local date of the business. */
  readonly date: string;
  /** All sections, also empty ones, in the order of `digestSections`. */
  readonly sections: readonly DigestPart[];
  readonly figures: {
    readonly openLeads: number;
    readonly pipelineCents: number;
    readonly weightedCents: number;
    /** In the calendar month of the business. */
    readonly wonThisMonth: number;
    readonly wonThisMonthCents: number;
  };
  readonly mails: MailNews;
  readonly silentSources: readonly SilentSource[];
  /** Requests of a flood whose confirmation the owner can have sent. */
  readonly withheld?: number | undefined;
}

export interface DigestInput {
  /** Won leads of this month, perhaps with some of the month before. */
  readonly won: readonly LeadSummary[];
  /** Closed since the last digest. */
  readonly closed: readonly LeadSummary[];
  readonly company: Company;
  readonly now: Moment;
  /** When the last digest went out. */
  readonly since?: Moment | undefined;
  /** What became of the mails that came in since. */
  readonly mails?: readonly IntakeRecord[] | undefined;
  /** Stored mails without an outcome. */
  readonly unprocessedMails?: number | undefined;
  readonly silentSources?: readonly SilentSource[] | undefined;
  /** The leads by the numbers that they have in a digest of this name, which may be out already: they keep them. */
  readonly numbered?: readonly string[] | undefined;
  /** Who reads it, by name; absent: the owner. */
  readonly readBy?: string | undefined;
  /** What is the reader's own comes first; absent: all of it is. */
  readonly isHis?: ((lead: LeadSummary) => boolean) | undefined;
}

interface Day {
  readonly today: string;
  readonly startsAt: Moment;
  readonly endsAt: Moment;
  readonly tomorrowEndsAt: Moment;
  readonly since: Moment;
  readonly timeZone: string;
  /** The first working day of its week, on which all that is stuck is told. */
  readonly beginsWeek: boolean;
  readonly owner: string;
  readonly readBy: string;
}

/** From when on things are news. Before the first digest, what moved yesterday is. */
export function newsSince({ timeZone }: Company, now: Moment, lastDigestAt: Moment | undefined): Moment {
  return lastDigestAt ?? momentOf(addDays(localDate(now, timeZone), -1), '00:00', timeZone);
}

function digestDay({ company, now, since, readBy }: DigestInput): Day {
  const { timeZone } = company;
  const today = localDate(now, timeZone);
  const midnight = (days: number) => momentOf(addDays(today, days), '00:00', timeZone);
  return {
    today,
    startsAt: midnight(0),
    endsAt: midnight(1),
    tomorrowEndsAt: midnight(2),
    since: newsSince(company, now, since),
    timeZone,
    beginsWeek: lastWorkingDayBefore(company, today) < addDays(today, -weekdays.indexOf(weekdayOf(today))),
    owner: company.owner.name,
    readBy: readBy ?? company.owner.name,
  };
}

/** Mails reach the customer; if not, his reminders go to the owner, who must phone. */
const getsMail = (lead: LeadSummary): boolean => lead.email !== undefined && lead.mailsStopped === undefined;

/** Does the owner owe a step by the end of today? */
function isOwed(lead: LeadSummary, { today, startsAt, endsAt }: Day): boolean {
  // Whoever may not have got our mail must be called.
  if (lead.bounceReport) return true;
  // He has answered, and his answer goes on by itself.
  if (lead.answerHeld && lead.answerHeld.until > startsAt) return false;
  if (lead.postponedUntil !== undefined) return lead.postponedUntil <= today;
  // Whoever took an emergency has it until it is done, whatever he was last reminded of.
  if (isTaken(lead) && (lead.visit === undefined || lead.visit.startsAt < startsAt)) return true;
  const ownersTurn = lead.waitsFor === 'owner' || lead.waitsFor === 'either';
  if (!ownersTurn && (lead.waitsFor !== 'customer' || getsMail(lead))) return false;
  // What is due before a visit is only its reminder; the quote is owed after it.
  const { visitOver } = pipeline[lead.stage].on;
  if (lead.cadence === visitOver && lead.visit && lead.visit.startsAt >= startsAt) return false;
  // Whoever was chased already owes it still, whenever the next chase is due.
  return lead.dueAt < endsAt || (lead.cadenceSent ?? 0) > 0;
}

/** Somebody takes care of the emergency, until it is done. */
export const isTaken = ({ stage, confirmedAt }: LeadSummary): boolean =>
  pipeline[stage].alarm && confirmedAt !== undefined;

const findGaps = (lead: LeadSummary): Gap[] => gaps.filter((field) => !lead[field]);

/** Not where the customer only wants no more of them. */
const isUndelivered = ({ mailsStopped }: LeadSummary): boolean =>
  mailsStopped !== undefined && mailsStopped !== 'stopped';

/** The customer has a quote and is waited for to say yes or no. */
const isAnsweringQuote = (stage: Stage): boolean =>
  pipeline[stage].requires.includes('quoted-value') && pipeline[stage].waitsFor === 'customer';

/**
 * Which leads belong into a section; the order within `digestSections` decides between several. What a customer wrote is the
 * newest of his request: it stands with the answers, whatever else is owed.
 */
const belongs: Readonly<Record<DigestSection, (lead: LeadSummary, day: Day) => boolean>> = {
  unconfirmed: isAlarm,
  'new-requests': (lead, { since }) =>
    !hasAnswered(lead) &&
    lead.stalledAt === undefined &&
    // Whoever put it off has seen it, and it comes back as that.
    !datedCadences.some((name) => name === lead.cadence) &&
    (lead.stage === destinations.captured ||
      (pipeline[lead.stage].group === 'lead' && lead.capturedAt >= since)),
  'due-today': (lead, day) => !hasAnswered(lead) && lead.stalledAt === undefined && isOwed(lead, day),
  answers: hasAnswered,
  stalled: ({ stalledAt }) => stalledAt !== undefined,
  visits: ({ visit }, { startsAt, tomorrowEndsAt }) =>
    visit !== undefined && visit.startsAt >= startsAt && visit.startsAt < tomorrowEndsAt,
  quotes: ({ stage, waitsFor }) => isAnsweringQuote(stage) && waitsFor === 'customer',
  moved: isMovedByOthers,
  gaps: (lead) => findGaps(lead).length > 0,
  bounced: (lead) => isUndelivered(lead) || lead.uncertainMails > 0,
};

/** It was told that it is stuck, and is told again with all others of its kind. */
const isStuckQuietly = (lead: LeadSummary, { since, beginsWeek }: Day): boolean =>
  lead.stalledAt !== undefined && lead.stalledAt < since && !beginsWeek && !isTaken(lead);

function noteFor(section: DigestSection, lead: LeadSummary): DigestNote | undefined {
  if (section === 'gaps') return { code: 'gaps', missing: findGaps(lead) };
  // A visit's line tells when it is.
  if (section === 'visits') return undefined;
  const { mailsStopped } = lead;
  if (mailsStopped === undefined || mailsStopped === 'stopped') {
    return lead.bounceReport && { code: 'bounce-reported' };
  }
  return { code: mailsStopped };
}

/** Of many emergencies those of whoever is proven or known stand first. */
function byTrust(one: LeadSummary, other: LeadSummary): number {
  const isTrusted = ({ proof, known }: LeadSummary) => Number(proof !== undefined || known !== undefined);
  return isTrusted(other) - isTrusted(one) || byMoney(one, other);
}

type Order = (one: LeadSummary, other: LeadSummary) => number;

/** What a section is sorted by, if not by what is the reader's own. */
const sortedBy: Partial<Record<DigestSection, Order>> = {
  unconfirmed: byTrust,
  visits: byVisit,
};

const ownFirst =
  (order: Order, isHis: (lead: LeadSummary) => boolean = () => true): Order =>
  (one, other) =>
    Number(isHis(other)) - Number(isHis(one)) || order(one, other);

/** Of answers the newest is what came last, however old the request is. */
function byAnswer(one: LeadSummary, other: LeadSummary): number {
  const answered = (lead: LeadSummary) => ({ ...lead, capturedAt: lead.unanswered?.at ?? lead.capturedAt });
  return byMoney(answered(one), answered(other));
}

/** Visits are driven to in the order of the day. */
function byVisit(one: LeadSummary, other: LeadSummary): number {
  return compareMoments(one.visit?.startsAt ?? '', other.visit?.startsAt ?? '') || byMoney(one, other);
}

/** Closed leads of which nothing is left to say: the person was erased. */
const isKnown = ({ name, email, phone }: LeadSummary): boolean => Boolean(name ?? email ?? phone);

/**
 * So many lines of a section are kept, with their numbers: far more than a mail shows, so that an answer may also name somebody
 * who does not stand in it. All numbers have three digits at most.
 */
const linesKept = 100;

/** Keeps the first of what is added, in an order, and counts the rest. */
function keepFirst(order: Order) {
  let kept: LeadSummary[] = [];
  let count = 0;
  return {
    add(lead: LeadSummary) {
      count += 1;
      kept.push(lead);
      if (kept.length >= 2 * linesKept) kept = kept.toSorted(order).slice(0, linesKept);
    },
    first: () => kept.toSorted(order).slice(0, linesKept),
    count: () => count,
  };
}

export interface DigestDraft {
  /** To be told of each open lead and of each closed one of which something is due, in any order. */
  add(lead: LeadSummary): void;
  done(): Digest;
}

/**
 * The digest of a day, which holds no more of the open leads than its lines. A lead stands in the first section it belongs to
 * and in no other; only the visits are complete, whatever stands above.
 */
export function beginDigest(input: DigestInput): DigestDraft {
  const day = digestDay(input);
  const figures = countFigures(input, day);
  const mails = untold(notedMails(input.mails ?? []));
  const parts = digestSections.map((section) => ({
    section,
    leads: keepFirst(sortedBy[section] ?? ownFirst(section === 'answers' ? byAnswer : byMoney, input.isHis)),
  }));
  const closed = new Map(input.closed.map((lead) => [lead.id, lead]));
  let withheld = 0;

  return {
    add(lead) {
      const isOpen = !isClosed(lead.stage);
      if (isOpen) figures.count(lead);
      mails.compare(lead);
      if (waitsForAcknowledgement(lead)) withheld += 1;
      let listed: DigestSection | undefined;
      const isQuiet = isStuckQuietly(lead, day);
      for (const { section, leads } of parts) {
        if ((!isOpen && !ofClosed.includes(section)) || (isQuiet && !whileStuck.includes(section))) continue;
        const isFirst = listed === undefined || (listed === 'visits' && besideVisit.includes(section));
        if ((!isFirst && section !== 'visits') || !belongs[section](lead, day)) continue;
        leads.add(lead);
        if (listed === undefined || section !== 'visits') listed = section;
      }
      // It closed while the lists were read.
      if (listed) closed.delete(lead.id);
    },
    done() {
      for (const lead of input.closed) mails.compare(lead);
      const moved = parts.find(({ section }) => section === 'moved');
      for (const lead of closed.values())
        if (isKnown(lead) && belongs.moved(lead, day)) moved?.leads.add(lead);
      return {
        date: day.today,
        sections: numberLines(parts, day, input.numbered ?? []),
        figures: figures.all(),
        mails: {
          noted: mails.left().toSorted(byLikelihood),
          flagged: doubtfulMails(input.mails ?? []),
          unprocessed: input.unprocessedMails ?? 0,
        },
        silentSources: input.silentSources ?? [],
        withheld,
      };
    },
  };
}

/** The same of leads that are at hand. */
export function makeDigest({
  open,
  ...input
}: DigestInput & { readonly open: readonly LeadSummary[] }): Digest {
  const draft = beginDigest(input);
  for (const lead of open) draft.add(lead);
  return draft.done();
}

function numberLines(
  parts: readonly { readonly section: DigestSection; readonly leads: ReturnType<typeof keepFirst> }[],
  day: Day,
  numbered: readonly string[],
): DigestPart[] {
  const numbers = new Map(numbered.map((id, at) => [id, at + 1]));
  const lineOf = (section: DigestSection, lead: LeadSummary): DigestLine => {
    const number = numbers.get(lead.id) ?? numbers.size + 1;
    numbers.set(lead.id, number);
    const note = noteFor(section, lead);
    const corrected = lead.correctedAt !== undefined && lead.correctedAt >= day.since;
    const { joined } = lead;
    const isJoined = joined !== undefined && joined.at >= day.since && !isOwnDoing(joined, day);
    return {
      number,
      lead,
      ...(note !== undefined && { note }),
      ...(corrected && { corrected }),
      ...(isJoined && { joined }),
      ...(section === 'moved' && { moved: newMove(lead, day) }),
    };
  };
  return parts.map(({ section, leads }) => {
    const lines = leads.first().map((lead) => lineOf(section, lead));
    const more = leads.count() - lines.length;
    return { section, lines, ...(more > 0 && { more }) };
  });
}

/** How many lines the section has, those that are not kept included. */
export const linesIn = ({ lines, more = 0 }: DigestPart): number => lines.length + more;

/**
 * The leads by their numbers, from 1 on.
 * @param numbered those that had a number before.
 */
export function numberedLeads({ sections }: Digest, numbered: readonly string[] = []): readonly string[] {
  const lines = sections.flatMap((section) => section.lines);
  const ids = lines.toSorted((one, other) => one.number - other.number).map(({ lead }) => lead.id);
  return [...new Set([...numbered, ...ids])];
}

/** Takes the open leads one by one. */
function countFigures({ won }: DigestInput, { today, timeZone }: Day) {
  const sums = { openLeads: 0, pipelineCents: 0, weightedCents: 0 };
  const wonNow = won.filter(
    ({ closedAt }) => closedAt !== undefined && monthOf(closedAt, timeZone) === today.slice(0, 7),
  );
  return {
    count(lead: LeadSummary) {
      sums.openLeads += 1;
      if (!saleStages.includes(lead.stage)) return;
      sums.pipelineCents += lead.valueCents ?? 0;
      sums.weightedCents += weightedCents(lead);
    },
    all: (): Digest['figures'] => ({
      ...sums,
      wonThisMonth: wonNow.length,
      wonThisMonthCents: wonNow.reduce(
        (total, { finalCents, valueCents }) => total + (finalCents ?? valueCents ?? 0),
        0,
      ),
    }),
  };
}

/** How many mails the owner should look at today; the others are only named beside them. */
export const mailsToCheck = ({ noted, flagged, unprocessed }: MailNews): number =>
  noted.filter((mail) => !canWait(mail)).length + flagged.length + unprocessed;

/** Nobody is to be disturbed by a list without a line, or by one that the next digest can bring as well. */
export function nothingToSay({ sections, mails, silentSources }: Digest): boolean {
  return (
    mailsToCheck(mails) === 0 &&
    silentSources.length === 0 &&
    sections.every(({ lines }) => lines.length === 0)
  );
}
