/**
 * By what leads are found, as items of the table: one for each term of a lead, under how the term begins, and one with the words
 * of its request, under the month in which it was closed or with all that are open. They hold names and numbers, and so end with
 * the lead; beside the lead stands what was ever written for it.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type SearchTerms, searchTermsOf, searchVersion } from '../../domain/lead/search-terms.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import { utcMonthOf } from '../../domain/time/utc-month.ts';
import { expiryAfter } from './expiry.ts';
import { leadExpiry, leadKey, leadPartition } from './lead-item.ts';
import { parseItem } from './parse-item.ts';
import { type Condition, type Item, isThere, type Key, type Table } from './table.ts';

const itemVersion = 1;

/** The words of closed leads are looked through so long. */
export const wordMonths = 12;
/** With the month they stand in. */
const wordsKeptDays = 400;

const foundSchema = z.object({
  leadId: z.string(),
  /** Of the lead when this was written. */
  version: z.int(),
  capturedAt: z.string(),
  open: z.boolean(),
  terms: z.string(),
  /** Of those with the words of the request. */
  words: z.string().optional(),
});
export type FoundItem = z.infer<typeof foundSchema>;

/** @throws CorruptItemError */
export const parseFound = (item: Item): FoundItem => parseItem(foundSchema, item, 'By what a lead is found');

const markLength = 1;
/** A mark and two letters, or two letters: shorter ones would lead to half of all leads. */
const bucketLength = (term: string) => (/^[\p{L}\p{N}]/u.test(term) ? 2 : 2 + markLength);

/** Where leads stand whose term begins so; `undefined`: it is too short to look anything up by. */
export function termPartition(term: string): string | undefined {
  const length = bucketLength(term);
  const characters = [...term];
  return characters.length < length ? undefined : `FIND#${characters.slice(0, length).join('')}`;
}

/** Before the moment and the number of the lead, the newest last. */
export const termEnd = '#';

export const wordsPartition = (month: string | 'OPEN') => `WORDS#${month}`;

const markerKey = (leadId: string): Key => ({ pk: leadPartition(leadId), sk: 'SEARCH' });
const markerSchema = z.object({ keys: z.set(z.string()).default(new Set()) });

/** Neither part of a key of ours has a tab. */
const keyText = ({ pk, sk }: Key) => `${pk}\t${sk}`;
function keyIn(text: string): Key {
  const [pk = '', sk = ''] = text.split('\t');
  return { pk, sk };
}

/** Where the words of a lead stand, and when they end there. */
function wordsPlace(lead: Lead): { readonly pk: string; readonly expiresAt: number | undefined } {
  const expiresAt = leadExpiry(lead);
  if (!isClosed(lead.stage)) return { pk: wordsPartition('OPEN'), expiresAt };
  const closedAt = lead.closedAt ?? lead.stageSince;
  const end = expiryAfter(closedAt, wordsKeptDays);
  return { pk: wordsPartition(utcMonthOf(closedAt)), expiresAt: Math.min(expiresAt ?? end, end) };
}

/** All items by which a lead is found, as it stands. */
function searchItems(lead: Lead, { terms, words }: SearchTerms): Item[] {
  const { id: leadId, version, capturedAt, stage } = lead;
  const open = !isClosed(stage);
  const common = { schemaVersion: itemVersion, leadId, version, capturedAt, open, terms: terms.join(' ') };
  const found = terms.flatMap((term) => {
    const pk = termPartition(term);
    const sk = `${term}${termEnd}${capturedAt}${termEnd}${leadId}`;
    return pk === undefined ? [] : [{ pk, sk, ...common, expiresAt: leadExpiry(lead) }];
  });
  return [...found, { ...wordsPlace(lead), sk: leadId, ...common, words: words.join(' ') }];
}

/** 96 bits: of the states of one lead no two share them. */
const digestLength = 16;

/** Changes whenever other items are to be written for a lead. */
function markOf(lead: Lead, { terms, words }: SearchTerms): string {
  const said = [terms, words, lead.capturedAt, wordsPlace(lead), leadExpiry(lead)];
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  return `${searchVersion}-${hash.slice(0, digestLength)}`;
}

interface Indexing {
  /** The lead, with the mark of what it is found by. */
  readonly lead: Lead;
  /** To be done once the lead is written: what it was found by before ends. */
  readonly after?: (() => Promise<void>) | undefined;
  /** To be done if somebody else was faster. */
  readonly lost?: (() => Promise<void>) | undefined;
}

/**
 * Makes the lead findable as it is about to be written, if that differs from how it was: what it is found by is written before
 * the lead, which then says so. After a crash in between it says nothing, and the next write does it again. What leads to a
 * lead that no longer fits is left out when it is looked up.
 * @param lead with the version that it will have.
 */
export async function indexLead(table: Table, lead: Lead): Promise<Indexing> {
  const terms = searchTermsOf(lead);
  const indexed = markOf(lead, terms);
  if (lead.indexed === indexed) return { lead };
  const marked = { ...lead, indexed };
  if (isErased(lead)) {
    // Before the lead says that the person is gone from it.
    await forgetLead(table, lead.id);
    return { lead: marked };
  }
  const items = searchItems(lead, terms);
  const keys = items.map(keyText);
  const expiresAt = leadExpiry(lead);
  // Before the items themselves: none of them must be missed when the lead is erased.
  const marker = await table.update(markerKey(lead.id), {
    set: { schemaVersion: itemVersion, ...(expiresAt !== undefined && { expiresAt }) },
    ...(expiresAt === undefined && { remove: ['expiresAt'] }),
    addToSet: { keys },
  });
  await Promise.all(items.map((item) => table.put(item)));
  const old = keysIn(marker).filter((key) => !keys.includes(key));
  return {
    lead: marked,
    ...(old.length > 0 && { after: () => endAll(table, old, lead) }),
    lost: () => endIfErased(table, keys, lead),
  };
}

/** Whoever erased the lead in between had forgotten everything before this was written. */
async function endIfErased(table: Table, keys: readonly string[], lead: Lead): Promise<void> {
  const stored = await table.get(leadKey(lead.id));
  if (!stored || isErased(stored as unknown as Lead)) {
    await endAll(table, [...keys, keyText(markerKey(lead.id))], lead);
  }
}

const keysIn = (item: Item | undefined): string[] =>
  item ? [...parseItem(markerSchema, item, 'What was written for the search').keys] : [];

/**
 * Not deleted, which functions that face the internet may not: they end at once. Whoever wrote one anew for a later state of the
 * lead keeps it.
 */
async function endAll(table: Table, keys: readonly string[], { version, movedAt }: Lead): Promise<void> {
  const ours: Condition = { anyOf: [{ absent: 'version' }, { path: 'version', atMost: version }] };
  const condition: Condition = { allOf: [isThere, ours] };
  await Promise.all(
    keys.map((key) => table.update(keyIn(key), { set: { expiresAt: expiryAfter(movedAt, 0) }, condition })),
  );
}

/** Nothing that was ever written for the search tells of this lead any more. */
async function forgetLead(table: Table, leadId: string): Promise<void> {
  const marker = await table.get(markerKey(leadId));
  await Promise.all(keysIn(marker).map((key) => table.remove(keyIn(key))));
  if (marker) await table.remove(markerKey(leadId));
}
