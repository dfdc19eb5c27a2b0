import type { Lead } from '../../domain/lead/lead.ts';
import {
  fits,
  type Lookup,
  readQuery,
  requestNumberIn,
  type SearchWord,
  searchTermsOf,
} from '../../domain/lead/search-terms.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { CorruptItemError } from '../../domain/ports/errors.ts';
import type { FoundLead, LeadSearch } from '../../domain/ports/lead-search.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addUtcMonths, utcMonthOf } from '../../domain/time/utc-month.ts';
import { unlessCorrupt } from './parse-item.ts';
import {
  type FoundItem,
  parseFound,
  termEnd,
  termPartition,
  wordMonths,
  wordsPartition,
} from './search-items.ts';
import type { Item, Table } from './table.ts';

/** So many of one term are looked at, the newest: a place may have thousands. */
const maxPerTerm = 200;

/** A lead that goes on in another, which goes on in another: nobody merges so often. */
const maxMerges = 10;

interface SearchOptions {
  /** Told of what cannot be read, and is left out. */
  readonly onUnreadable?: (error: CorruptItemError) => void;
}

/** Finds leads by the items that each write of a lead keeps; what it finds is checked against the lead as it is. */
export function tableLeadSearch(
  table: Pick<Table, 'queryPartition' | 'lastInPartition'>,
  leads: Pick<LeadStore, 'load'>,
  { onUnreadable }: SearchOptions = {},
): LeadSearch {
  const read = (items: readonly Item[]): FoundItem[] =>
    items.flatMap((item) => unlessCorrupt(() => [parseFound(item)], onUnreadable) ?? []);

  async function byTerm({ text, how }: Lookup): Promise<Item[]> {
    const pk = termPartition(text);
    if (pk === undefined) return [];
    const whole = table.lastInPartition(pk, `${text}${termEnd}`, maxPerTerm);
    // Of how a term begins, the last in the alphabet: the whole term is asked for apart, for its newest.
    const begun = how === 'begins' ? table.lastInPartition(pk, text, maxPerTerm) : [];
    return [...(await whole), ...(await begun)];
  }

  async function byWords(now: Moment): Promise<Item[]> {
    const places = [wordsPartition('OPEN'), ...monthsUntil(now).map(wordsPartition)];
    return (await Promise.all(places.map((place) => table.queryPartition(place, '')))).flat();
  }

  async function loadLiving(leadId: string): Promise<{ found: Lead; living: Lead } | undefined> {
    const found = await load(leadId);
    let living = found;
    for (let merges = 0; living?.mergedInto !== undefined && merges < maxMerges; merges++) {
      living = (await load(living.mergedInto)) ?? undefined;
    }
    return found && living && { found, living };
  }

  async function load(leadId: string): Promise<Lead | undefined> {
    try {
      return await leads.load(leadId);
    } catch (error) {
      return unlessCorrupt(() => {
        throw error;
      }, onUnreadable);
    }
  }

  /** Where the terms alone fill the page nobody reads on, and the words are not looked through. */
  async function candidates(query: readonly SearchWord[], now: Moment, atMost: number): Promise<Ranked[]> {
    if (query.length === 0) return [];
    const ranked = new Map<string, Ranked>();
    const rank = (items: readonly Item[]) => {
      for (const item of read(items.filter((one) => mayFit(query, one)))) {
        const { leadId, terms, words = '' } = item;
        const fit = fits(query, { terms: terms.split(' '), words: words.split(' ') });
        const known = ranked.get(leadId);
        if (fit !== undefined && (!known || fit < known.rank)) ranked.set(leadId, { item, rank: fit });
      }
    };
    rank((await Promise.all(query.flatMap(({ lookups }) => lookups.map(byTerm)))).flat());
    const isFull = [...ranked.values()].filter((one) => one.rank === 0).length >= atMost;
    const isAsked = query.some(({ word }) => word !== undefined && isTelling(word));
    if (isAsked && !isFull) rank(await byWords(now));
    return [...ranked.values()];
  }

  return {
    async find(typed, { now, atMost }) {
      const number = requestNumberIn(typed);
      const named = number === undefined ? undefined : await loadLiving(number);
      const query = readQuery(typed);
      const likely = (await candidates(query, now, atMost))
        .toSorted((one, other) => compare(one.rank, one.item, other.rank, other.item))
        .slice(0, atMost * 2);
      const loaded = await Promise.all(likely.map(({ item }) => loadLiving(item.leadId)));
      const results = new Map<string, FoundLead & { rank: number }>();
      if (named) results.set(named.living.id, { lead: named.living, rank: -1 });
      for (const each of loaded) {
        if (!each || results.has(each.living.id)) continue;
        const rank = fits(query, searchTermsOf(each.found));
        if (rank === undefined) continue;
        results.set(each.living.id, { lead: each.living, rank, ...(rank > 0 && { alike: true as const }) });
      }
      return [...results.values()]
        .toSorted((one, other) => compare(one.rank, placeOf(one.lead), other.rank, placeOf(other.lead)))
        .slice(0, atMost)
        .map(({ rank: _, ...found }) => found);
    },
  };
}

interface Ranked {
  readonly item: FoundItem;
  readonly rank: number;
}

/** A look at the text alone: of thousands of items that are read for their words, a few fit. What is damaged is not left out here. */
function mayFit(query: readonly SearchWord[], { terms, words = '' }: Item): boolean {
  if (typeof terms !== 'string' || typeof words !== 'string') return true;
  const text = ` ${terms} ${words}`;
  return query.every(
    ({ lookups, word }) =>
      lookups.some((lookup) => text.includes(` ${lookup.text}`)) ||
      (word !== undefined && text.includes(` ${word}`)),
  );
}

/** Shorter words are in every other request, and whoever types a number means one to dial, or a postcode. */
const isTelling = (word: string): boolean => word.length >= 3 && /\p{L}/u.test(word);

const placeOf = ({ stage, capturedAt }: Lead) => ({ open: !isClosed(stage), capturedAt });

type Place = Pick<FoundItem, 'open' | 'capturedAt'>;

/** What fits best, then open before closed, then the newest. */
function compare(rank: number, one: Place, otherRank: number, other: Place): number {
  if (rank !== otherRank) return rank - otherRank;
  if (one.open !== other.open) return one.open ? -1 : 1;
  return one.capturedAt < other.capturedAt ? 1 : -1;
}

/** This month and the twelve before: `2026-11`. */
const monthsUntil = (now: Moment): string[] =>
  Array.from({ length: wordMonths + 1 }, (_, count) => addUtcMonths(utcMonthOf(now), -count));
