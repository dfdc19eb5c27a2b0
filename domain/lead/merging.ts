/** Two leads that are one request: the newer ends, and what came with it goes on in the older. */

import type { Moment } from '../time/moment.ts';
import { begin } from './begin-cadence.ts';
import type { Command, Refusal } from './command.ts';
import { type Draft, given } from './draft.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { factsOf, withTold } from './learning.ts';
import { destinations, pipeline } from './pipeline.ts';
import { notesOf } from './private-note.ts';
import { isLiftedBy, reachableAgain } from './reachable-again.ts';
import { renew, without } from './renew.ts';

export type TakenWords = Extract<Command, { type: 'take-words' }>['words'][number];

/** Everything that somebody wrote or sent to a lead, the oldest first. */
export function wordsOf({ timeline }: Pick<Lead, 'timeline'>): TakenWords[] {
  return timeline.flatMap((event) => {
    const words = wordsIn(event);
    return words ? [{ sentAt: event.at, ...words }] : [];
  });
}

/** What another lead takes over: the words of this one, the first of them with all that is known or said of it since. */
function wordsToHandOver(lead: Lead): TakenWords[] {
  const [first, ...further] = wordsOf(lead);
  if (first === undefined) return [];
  const { installation, timeframe, budget, wishedDate } = lead.request;
  const learned = given({ installation, timeframe, budget, wishedDate });
  const known = factsOf(lead).map((told) => ({ ...told, at: lead.capturedAt }));
  const { proposals: waiting = [] } = lead;
  // What came in while it was handed over comes with the answer that says it: the first is there already.
  const saidBy = (word: TakenWords) => waiting.filter(({ at }) => at === word.sentAt);
  const saidLater = new Set(further.flatMap(saidBy));
  return [
    {
      ...first,
      ...(first.contact && { contact: { ...first.contact, ...lead.contact } }),
      ...(first.request && { request: { ...first.request, ...learned } }),
      proposals: [...known, ...waiting.filter((one) => !saidLater.has(one))],
    },
    ...further.map((word) => {
      const proposals = saidBy(word);
      return proposals.length === 0 ? word : { ...word, proposals };
    }),
  ];
}

/** All that goes on in the lead that this one belongs to. */
export const handingOver = (lead: Lead): Extract<Command, { type: 'take-words' }> => ({
  type: 'take-words',
  from: lead.id,
  words: wordsToHandOver(lead),
  notes: notesOf(lead).map(({ text, mail, at, sentAt = at }) => ({ text, sentAt, ...given({ mail }) })),
});

function wordsIn(event: LeadEvent): Omit<TakenWords, 'sentAt'> | undefined {
  switch (event.type) {
    case 'captured':
    case 'resubmitted': {
      const { contact, request, files } = event;
      const mail = event.type === 'captured' ? event.mail : undefined;
      return { contact, request, ...(mail && { mail }), ...(files && { files }) };
    }
    case 'customer-replied': {
      const { text, mail } = event;
      return { ...(text !== undefined && { text }), ...(mail && { mail }) };
    }
    case 'merged': {
      const {
        into: _into,
        type: _type,
        at: _at,
        by: _by,
        from: _from,
        sentAt: _sentAt,
        expiresOn: _,
        ...words
      } = event;
      return event.from === undefined ? undefined : words;
    }
    default:
      return undefined;
  }
}

/** What this lead has not taken yet: a repeat finds it done. */
export function takeWords(
  { timeline }: Lead,
  { from, words, notes }: Extract<Command, { type: 'take-words' }>,
): readonly Draft[] | Refusal {
  const taken = timeline.flatMap((event) =>
    (event.type === 'merged' || event.type === 'noted') && event.from === from ? [event] : [],
  );
  const merged = untaken(
    words,
    taken.filter(({ type }) => type === 'merged'),
  );
  const noted = untaken(
    notes,
    taken.filter(({ type }) => type === 'noted'),
  );
  const drafts: readonly Draft[] = [
    ...noted.map((one) => ({ type: 'noted' as const, from, ...one })),
    ...merged.map((one) => ({ type: 'merged' as const, from, ...one })),
  ];
  return drafts.length > 0 ? drafts : { code: 'already-done' };
}

type Sent = { readonly sentAt?: Moment | undefined };

function untaken<T extends Sent>(sent: readonly T[], taken: readonly Sent[]): T[] {
  const times = (list: readonly Sent[], at: Moment | undefined) =>
    list.filter(({ sentAt }) => sentAt === at).length;
  return sent.filter(({ sentAt }, index) => times(sent.slice(0, index + 1), sentAt) > times(taken, sentAt));
}

/** The lead goes on elsewhere: it is neither lost nor spam, and no list shows it. */
export function endedInto(lead: Lead, into: string, { at, expiresOn }: EventOf<'merged'>): Lead {
  const stage = destinations.merged;
  return renew(
    {
      ...without(
        lead,
        'cadence',
        'stalledAt',
        'postponedUntil',
        'reason',
        'bounceReport',
        'belongsTo',
        'answerAgain',
        'answerHeld',
      ),
      stage,
      stageSince: at,
      movedAt: at,
      movedFrom: lead.stage,
      probability: pipeline[stage].probability,
      probabilityOverridden: false,
      waitsFor: 'nobody',
      mergedInto: into,
      closedAt: at,
      ...(expiresOn !== undefined && { expiresOn }),
    },
    at,
  );
}

function withoutEmail(lead: Lead): Lead {
  const { email: _, ...contact } = lead.contact;
  return { ...lead, contact };
}

/** Another address than the one that takes no mail. */
const mayWriteTo = (lead: Lead, email: string | undefined): boolean =>
  isLiftedBy(lead, email) && email !== lead.contact.email;

/**
 * What is unknown is filled in, what differs waits for a tap, and it is the owner's turn. An address that takes no mail gives way
 * to another one.
 */
export function tookWords(before: Lead, event: EventOf<'merged'>): Lead {
  const lead = mayWriteTo(before, event.contact?.email)
    ? reachableAgain(withoutEmail(before), event.at)
    : before;
  const filled: Lead = { ...withTold(filledIn(lead, event), event.proposals ?? []), movedAt: event.at };
  const { customerReplied } = pipeline[lead.stage].on;
  if (customerReplied === 'note' || lead.waitsFor === 'owner') return filled;
  const next = begin(renew({ ...filled, waitsFor: 'owner' }, event.at), customerReplied, event.at);
  // He has just read it: what tells him at once is not sent.
  return next.cadence ? { ...next, cadence: { ...next.cadence, sent: 1, lastSentAt: event.at } } : next;
}

function filledIn(lead: Lead, { contact, request }: EventOf<'merged'>): Lead {
  return {
    ...lead,
    contact: contact
      ? {
          ...lead.contact,
          ...missing(lead.contact, contact, ['name']),
          ...missing(lead.contact, contact, ['email']),
          ...missing(lead.contact, contact, ['phone', 'phoneE164']),
          ...missing(lead.contact, contact, ['address', 'postcode', 'city']),
        }
      : lead.contact,
    request: request
      ? {
          ...lead.request,
          ...missing(lead.request, request, ['message']),
          ...missing(lead.request, request, ['kind', 'kindWord']),
          ...missing(lead.request, request, ['installation']),
          ...missing(lead.request, request, ['timeframe']),
          ...missing(lead.request, request, ['budget']),
          ...missing(lead.request, request, ['wishedDate']),
          gas: lead.request.gas || request.gas,
        }
      : lead.request,
  };
}

/** Fields that belong together, where none of them is known. */
function missing<T extends object>(known: T, given: T, together: readonly (keyof T)[]): Partial<T> {
  if (together.some((name) => known[name] !== undefined)) return {};
  const there = together.filter((name) => given[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, given[name]])) as Partial<T>;
}
