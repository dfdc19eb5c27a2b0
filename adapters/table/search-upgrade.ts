import * as z from 'zod';
import { searchVersion } from '../../domain/lead/search-terms.ts';
import type { SearchUpgrade } from '../../domain/ports/search-upgrade.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addUtcMonths, utcMonthOf } from '../../domain/time/utc-month.ts';
import { leadPartition, leadStatus } from './lead-item.ts';
import { parseItem } from './parse-item.ts';
import type { Item, Key, Table } from './table.ts';

const progressVersion = 1;
const progressKey: Key = { pk: 'SEARCH', sk: 'UPGRADE' };

/** So long without a closed lead, and the business is no older. */
const maxEmptyMonths = 24;

const placeSchema = z.object({
  /** `all` from the newest month back, or only what is `open`. */
  scope: z.enum(['all', 'open']),
  /** The day on which it began. */
  began: z.string(),
  /** The list, counted from the open leads on. */
  list: z.int(),
  /** Within the list; absent: from its beginning. */
  from: z.string().optional(),
  emptyMonths: z.number(),
});
type Place = z.infer<typeof placeSchema>;

const progressSchema = z.object({
  /** Of the terms that are being written. */
  searchVersion: z.int(),
  /** Absent: all is done. */
  place: placeSchema.optional(),
  /** The day on which the open leads were last looked through. */
  lookedOn: z.string().optional(),
});
type Progress = z.infer<typeof progressSchema>;

const dayOf = (now: Moment) => now.slice(0, 10);

/** One item says how far it has come. */
export function tableSearchUpgrade(table: Pick<Table, 'get' | 'put' | 'indexPages'>): SearchUpgrade {
  async function placeAt(now: Moment): Promise<Place | undefined> {
    const item = await table.get(progressKey);
    const progress = item && parseItem(progressSchema, item, 'How far the search is kept');
    const anew = { began: dayOf(now), list: 0, emptyMonths: 0 };
    if (progress?.searchVersion !== searchVersion) return { scope: 'all', ...anew };
    if (progress.place) return progress.place;
    const isDue = progress.lookedOn === undefined || progress.lookedOn < dayOf(now);
    return isDue ? { scope: 'open', ...anew } : undefined;
  }

  /** Whole moments of the list: leads that share one are never parted. */
  async function read(status: string, from: string | undefined, atMost: number) {
    const leadIds: string[] = [];
    let last: string | undefined;
    for await (const page of table.indexPages(status, from === undefined ? {} : { from })) {
      for (const item of page) {
        const sortAt = String(item.sortAt);
        if (leadIds.length >= atMost && sortAt !== last) return { leadIds, rest: sortAt };
        leadIds.push(leadIdOf(item));
        last = sortAt;
      }
    }
    return { leadIds, rest: undefined };
  }

  return {
    async next(now, atMost) {
      let place = await placeAt(now);
      while (place !== undefined) {
        const status = listAt(place);
        if (status === undefined) {
          await table.put(progressItem({ searchVersion, lookedOn: place.began }));
          return undefined;
        }
        const { leadIds, rest } = await read(status, place.from, atMost);
        const next = following(place, leadIds.length, rest);
        if (leadIds.length > 0) return { leadIds, goesOn: JSON.stringify(next) };
        place = next;
      }
      return undefined;
    },
    async finish({ goesOn }) {
      await table.put(progressItem({ searchVersion, place: placeSchema.parse(JSON.parse(goesOn)) }));
    },
  };
}

const progressItem = (progress: Progress): Item => ({
  ...progressKey,
  schemaVersion: progressVersion,
  ...progress,
});

const leadIdOf = ({ pk }: Item): string => pk.slice(leadPartition('').length);

const openLists = [leadStatus.open, leadStatus.later, leadStatus.aftercare];

/** @returns `undefined`: there is no further one. */
function listAt({ scope, began, list, emptyMonths }: Place): string | undefined {
  const open = openLists[list];
  if (open !== undefined) return open;
  if (scope === 'open' || emptyMonths >= maxEmptyMonths) return undefined;
  const closed = list - openLists.length;
  const month = addUtcMonths(utcMonthOf(began), -Math.floor(closed / 2));
  return closed % 2 === 0 ? leadStatus.orders(month) : leadStatus.closed(month);
}

/** Won and lost leads of a month are two lists, of which each counts half. */
function following(place: Place, count: number, rest: string | undefined): Place {
  const { from: _, ...same } = place;
  if (rest !== undefined) return { ...same, from: rest, emptyMonths: 0 };
  const isOpen = place.list < openLists.length;
  const isEmpty = count === 0 && place.from === undefined;
  return { ...same, list: place.list + 1, emptyMonths: isOpen || !isEmpty ? 0 : place.emptyMonths + 0.5 };
}
