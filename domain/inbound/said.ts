/** What the owner said of a request, apart from how he wrote it: kept as data, so that it means the same later. */
import * as z from 'zod';
import type { Command, Refusal } from '../lead/command.ts';
import type { Lead } from '../lead/lead.ts';
import { moveTargets, pipeline } from '../lead/pipeline.ts';
import type { Moment } from '../time/moment.ts';

/** Stored with answers that wait for a tap: nothing is renamed, new fields are optional. */
export const saidSchema = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['not-reached', 'confirm', 'take', 'negotiate', 'spam', 'read', 'cancel-visit']) }),
  /** Spoken with; `note`: who is next, in his own words. */
  z.object({
    what: z.literal('reached'),
    next: z.literal('customer').optional(),
    /** A local date: until then the request rests. */
    until: z.string().optional(),
    note: z.string().optional(),
  }),
  /** For the business alone. */
  z.object({ what: z.literal('note'), text: z.string() }),
  z.object({ what: z.literal('plan-visit'), startsAt: z.string(), durationMinutes: z.int().optional() }),
  z.object({ what: z.enum(['quote', 'value']), cents: z.int() }),
  z.object({ what: z.literal('win'), cents: z.int().optional() }),
  /** An emergency is over. */
  z.object({ what: z.literal('finish'), cents: z.int().optional() }),
  /** A repair that was no emergency is done; without a sum it is the one that was quoted. */
  z.object({ what: z.literal('repaired'), cents: z.int().optional() }),
  z.object({ what: z.literal('lose'), reason: z.string() }),
  /** Local dates. */
  z.object({ what: z.literal('postpone'), until: z.string() }),
  z.object({ what: z.literal('disqualify'), reason: z.string(), lookAgainOn: z.string() }),
  /** Somebody of the business gets it: his address, and what he is called. */
  z.object({ what: z.literal('assign'), to: z.string(), name: z.string() }),
]);
export type Said = z.infer<typeof saidSchema>;

const { 'service-done': finished } = moveTargets;

/** A visit takes an hour, unless the owner says otherwise, or said so before of this very time. */
const visitMinutes = 60;

const usualMinutes = (startsAt: Moment, visit: Lead['visit']): number =>
  visit?.startsAt === startsAt ? visit.durationMinutes : visitMinutes;

/** What has to be asked of a lead, as it stands, for this to be so; in order. */
export function commandsFor(said: Said, { stage, visit }: Pick<Lead, 'stage' | 'visit'>): readonly Command[] {
  switch (said.what) {
    case 'reached': {
      const { note, next = 'owner', until } = said;
      return [
        ...(note === undefined ? [] : [{ type: 'note', text: note } as const]),
        { type: 'note-contact-attempt', reached: true, next },
        ...(until === undefined ? [] : [{ type: 'postpone', until } as const]),
      ];
    }
    case 'note':
      return [{ type: 'note', text: said.text }];
    case 'not-reached':
      return [{ type: 'note-contact-attempt', reached: false }];
    case 'confirm':
      return [{ type: 'confirm' }];
    case 'take':
      return [{ type: 'move', to: moveTargets.take }];
    case 'negotiate':
      return [{ type: 'move', to: moveTargets.negotiate }];
    case 'spam':
      return [{ type: 'mark-spam' }];
    case 'read':
      return [{ type: 'mark-read' }];
    case 'plan-visit':
      return [
        {
          type: 'plan-visit',
          startsAt: said.startsAt,
          durationMinutes: said.durationMinutes ?? usualMinutes(said.startsAt, visit),
        },
      ];
    case 'cancel-visit':
      return [{ type: 'cancel-visit' }];
    case 'quote':
      // Where the quote is out and sending one is no step, a second one is a new figure, not a new stage.
      return isQuoted(stage)
        ? [{ type: 'set-value', valueCents: said.cents }]
        : [{ type: 'move', to: moveTargets.quote, facts: { quotedCents: said.cents } }];
    case 'value':
      return [{ type: 'set-value', valueCents: said.cents }];
    case 'win':
    case 'repaired':
      return [{ type: 'move', to: moveTargets.win, ...finalSum(said.cents) }];
    case 'finish': {
      const sum = said.cents === undefined ? [] : [{ type: 'set-value', valueCents: said.cents } as const];
      return [...sum, { type: 'move', to: finished }];
    }
    case 'lose':
      return [{ type: 'move', to: moveTargets.lose, facts: { reason: said.reason } }];
    case 'postpone':
      return [{ type: 'postpone', until: said.until }];
    case 'assign':
      return [{ type: 'assign', person: said.to }];
    case 'disqualify': {
      const { reason, lookAgainOn } = said;
      return [{ type: 'move', to: moveTargets.disqualify, facts: { reason, lookAgainOn } }];
    }
  }
}

/** It was not carried out because it is so already, in all that was said. */
export function isSaidAlready(
  said: Said,
  { lead, refusal }: { readonly lead: Lead; readonly refusal: Refusal },
): boolean {
  if (refusal.code === 'already-done') return true;
  if (refusal.code !== 'already-there') return false;
  const { valueCents: cents, reason, lookAgainOn } = lead;
  const known: Readonly<Record<string, unknown>> = { cents, reason, lookAgainOn };
  return Object.entries(said).every(
    ([name, value]) => name === 'what' || value === undefined || value === known[name],
  );
}

const finalSum = (finalCents: number | undefined) =>
  finalCents === undefined ? {} : { facts: { finalCents } };

function isQuoted(stage: Lead['stage']): boolean {
  const { sum, steps } = pipeline[stage];
  return sum === pipeline[moveTargets.quote].sum && !steps.includes('quote');
}

/**
 * What each speaks of. Two different things said of one topic contradict each other; several topics are carried out in this
 * order, which is that of a sale, in whatever order they were written.
 */
const topics = ['note', 'assign', 'talk', 'hand', 'visit', 'value', 'quote', 'bargain', 'end'] as const;
type Topic = (typeof topics)[number];

const topicOf: Readonly<Record<Said['what'], Topic>> = {
  note: 'note',
  assign: 'assign',
  reached: 'talk',
  'not-reached': 'talk',
  read: 'talk',
  confirm: 'hand',
  take: 'hand',
  'plan-visit': 'visit',
  'cancel-visit': 'visit',
  value: 'value',
  quote: 'quote',
  negotiate: 'bargain',
  win: 'end',
  finish: 'end',
  repaired: 'end',
  lose: 'end',
  postpone: 'end',
  disqualify: 'end',
  spam: 'end',
};

/** Ends after which no visit takes place. */
const withoutVisit: readonly Said['what'][] = [
  'lose',
  'disqualify',
  'spam',
  'postpone',
  'finish',
  'repaired',
];

export const isSameSaid = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Can both be true of one request? */
export function contradicts(one: Said, other: Said): boolean {
  const both = [one, other];
  if (
    both.some(({ what }) => what === 'plan-visit') &&
    both.some(({ what }) => withoutVisit.includes(what))
  ) {
    return true;
  }
  return topicOf[one.what] === topicOf[other.what] && !isSameSaid(one, other);
}

/**
 * "Erreicht, ruft Montag an" is one thing said: what comes after the talk belongs to it.
 * @returns `undefined`: what comes after a talk is said, and no talk.
 */
export function withWhatComesNext(said: readonly Said[]): readonly Said[] | undefined {
  const isNext = (one: Said) => one.what === 'reached' && one.note !== undefined;
  const next = said.find(isNext);
  if (!next) return said;
  const hasTalk = said.some((one) => one.what === 'reached' && !isNext(one));
  return hasTalk ? said.filter((one) => one.what !== 'reached' || isNext(one)) : undefined;
}

/** For sorting. */
export const saidOrder = ({ what }: Said): number => topics.indexOf(topicOf[what]);
