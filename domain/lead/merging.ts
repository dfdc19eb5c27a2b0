/** Two leads that are one request: the newer ends, and what came with it goes on in the older. */

import type { Moment } from '../time/moment.ts';
import { begin } from './begin-cadence.ts';
import type { Command } from './command.ts';
import { given } from './draft.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { destinations, pipeline } from './pipeline.ts';
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

/** What another lead takes over: the words of this one, the first of them with the facts that its answers taught since. */
export function wordsToHandOver(lead: Lead): TakenWords[] {
  const [first, ...further] = wordsOf(lead);
  if (first === undefined) return [];
  const { installation, timeframe, budget } = lead.request;
  const learned = given({ installation, timeframe, budget });
  return [
    {
      ...first,
      ...(first.contact && { contact: { ...first.contact, ...lead.contact } }),
      ...(first.request && { request: { ...first.request, ...learned } }),
    },
    ...further,
  ];
}

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

/** The words that this lead has not taken yet: a repeat finds them done. */
export function newWords({ timeline }: Lead, from: string, words: readonly TakenWords[]): TakenWords[] {
  const taken = timeline.filter((event) => event.type === 'merged').filter((event) => event.from === from);
  const times = (list: readonly TakenWords[], at: Moment | undefined) =>
    list.filter(({ sentAt }) => sentAt === at).length;
  return words.filter(({ sentAt }, index) => times(words.slice(0, index + 1), sentAt) > times(taken, sentAt));
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

/** What is unknown is filled in, and it is the owner's turn. An address that takes no mail gives way to another one. */
export function tookWords(before: Lead, event: EventOf<'merged'>): Lead {
  const lead = mayWriteTo(before, event.contact?.email)
    ? reachableAgain(withoutEmail(before), event.at)
    : before;
  const filled: Lead = { ...filledIn(lead, event), movedAt: event.at };
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
