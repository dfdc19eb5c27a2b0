/** What the earlier requests of a person tell about a new one. */
import { topicOf } from '../capture/topic.ts';
import { addDays } from '../time/local-time.ts';
import { isUntouched } from './acknowledging.ts';
import type { Command } from './command.ts';
import { isErased } from './erase.ts';
import type { EventOf, KnownPerson } from './event.ts';
import type { Lead } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { compareNames } from './same-contact.ts';
import { isClosed } from './stages.ts';

/** So long the same request may be sent again because nobody has answered it yet. */
const sameRequestDays = 14;

/** A lead that says something about its person: neither spam, nor erased, nor part of another one. */
export const tellsOfPerson = (lead: Lead): boolean =>
  !lead.spam && lead.mergedInto === undefined && !isErased(lead);

/**
 * @param others leads under the same address or number, in any order.
 * @returns what to note on the lead; `undefined`: nobody asked before.
 */
export function recognisePerson(
  lead: Lead,
  others: readonly Lead[],
): Extract<Command, { type: 'recognise-person' }> | undefined {
  const earlier = others
    .filter((other) => other.id !== lead.id && other.capturedAt <= lead.capturedAt && tellsOfPerson(other))
    .toSorted((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
  const [last] = earlier;
  if (!last) return undefined;
  const topic = topicOfRequest(last);
  const phone = lead.contact.phone === undefined ? numberFrom(lead, earlier) : undefined;
  const same = earlier.filter((other) => mayBeSameRequest(lead, other)).toSorted(moreAlike(lead))[0];
  return {
    type: 'recognise-person',
    requests: earlier.length,
    last: {
      leadId: last.id,
      capturedAt: last.capturedAt,
      stage: last.stage,
      ...(topic !== undefined && { topic }),
      ...(last.request.kind && { kind: last.request.kind }),
    },
    ...(compareNames(lead.contact.name, last.contact.name) === 'different' && { otherName: true }),
    ...(phone && { phone }),
    ...(same && { belongsTo: same.id }),
  };
}

/**
 * The number he gave before: of the same name rather than of another one, and rather of a request that is proven or that somebody
 * worked on, for anybody can type somebody's address beside a number.
 * @param earlier newest first.
 */
function numberFrom({ contact }: Lead, earlier: readonly Lead[]): KnownPerson['phone'] {
  const given = earlier.filter((other) => other.contact.phone !== undefined);
  const isHis = (other: Lead) => compareNames(contact.name, other.contact.name) !== 'different';
  const isSure = (other: Lead) => other.proof !== undefined || !isUntouched(other);
  const best = given.find((other) => isHis(other) && isSure(other)) ?? given.find(isHis) ?? given[0];
  const { phone, phoneE164 } = best?.contact ?? {};
  return phone === undefined ? undefined : { phone, ...(phoneE164 !== undefined && { phoneE164 }) };
}

/**
 * Open, of these days, and about the same. Behind an address that many share, the same kind alone says nothing: there the
 * words must be alike, and so must the house.
 */
function mayBeSameRequest(lead: Lead, other: Lead): boolean {
  if (
    isClosed(other.stage) ||
    lead.capturedAt.slice(0, 10) > addDays(other.capturedAt.slice(0, 10), sameRequestDays)
  ) {
    return false;
  }
  // An alarm is not put away into a request that rings nowhere.
  if (pipeline[lead.stage].alarm && !pipeline[other.stage].alarm) return false;
  if (differs(lead.contact.address, other.contact.address)) return false;
  if (likeness(lead, other) >= likeEnough) return true;
  if (compareNames(lead.contact.name, other.contact.name) === 'different') return false;
  const [topic, earlier] = [topicOfRequest(lead), topicOfRequest(other)];
  if (topic !== undefined && earlier !== undefined) return topic === earlier;
  return lead.request.kind !== undefined && lead.request.kind === other.request.kind;
}

const topicOfRequest = ({ request }: Lead) =>
  topicOf(request.installation ?? '') ?? topicOf(request.message ?? '');

const folded = (text: string | undefined): string =>
  (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const differs = (one: string | undefined, other: string | undefined): boolean =>
  folded(one) !== '' && folded(other) !== '' && folded(one) !== folded(other);

const moreAlike = (lead: Lead) => (one: Lead, other: Lead) => likeness(lead, other) - likeness(lead, one);

/** Half of the words of the shorter text. */
const likeEnough = 0.5;
const maxCompared = 2_000;
/** Shorter ones ("und", "bei") stand in every text. */
const minWordLength = 4;
/** Fewer words are alike by chance. */
const minWords = 3;

/** The share of the words of the shorter text that stand in the longer one, from 0 to 1. */
function likeness(one: Lead, other: Lead): number {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size);
  if (!fewer || !more || fewer.size < minWords) return 0;
  return [...fewer].filter((word) => more.has(word)).length / fewer.size;
}

function wordsOf({ request }: Lead): ReadonlySet<string> {
  const text = (request.message ?? '').slice(0, maxCompared).toLowerCase();
  return new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= minWordLength));
}

/** A page names as many as anybody follows. */
const maxFollowing = 20;

export function followed(lead: Lead, { leadId }: EventOf<'request-followed'>): Lead {
  return { ...lead, followedBy: [...(lead.followedBy ?? []), leadId].slice(-maxFollowing) };
}

export function recognised(lead: Lead, event: EventOf<'person-recognised'>): Lead {
  const { requests, last, otherName, phone, belongsTo } = event;
  const relatedTo = lead.relatedTo ?? last?.leadId;
  return {
    ...lead,
    known: { requests, ...(last && { last }), ...(otherName && { otherName }), ...(phone && { phone }) },
    ...(relatedTo !== undefined && { relatedTo }),
    ...(belongsTo !== undefined && { belongsTo }),
  };
}
