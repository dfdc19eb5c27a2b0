/** Dates and times as people write them in a short answer. What could mean two days is no date. */
import { addDays, addMonths, weekdayOf } from '../time/local-time.ts';

const weekdays = {
  montag: 'monday',
  dienstag: 'tuesday',
  mittwoch: 'wednesday',
  donnerstag: 'thursday',
  freitag: 'friday',
  samstag: 'saturday',
  sonnabend: 'saturday',
  sonntag: 'sunday',
} as const;

const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];

const daysAhead: Readonly<Record<string, number>> = { heute: 0, morgen: 1, übermorgen: 2 };

/** Without umlauts on the keyboard: `spaeter`, `Maerz`, `uebermorgen`. */
export function spokenWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replaceAll('ue', 'ü')
    .replaceAll('ß', 'ss');
}

/** Does a day of the calendar exist? */
function isoDate(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The day without a year that comes next: `15.1.` said in November is in the next year. */
function nextDate(month: number, day: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const [thisYear, nextYear] = [isoDate(year, month, day), isoDate(year + 1, month, day)];
  return thisYear !== undefined && thisYear >= today ? thisYear : nextYear;
}

/** `januar`, `jan`, `jan.`; three letters at least. */
function parseMonth(word: string): number {
  const bare = word.replace(/\.$/, '');
  return bare.length < 3 ? 0 : months.findIndex((month) => month.startsWith(bare)) + 1;
}

function nextWeekday(word: string, today: string): string | undefined {
  const bare = word.replace(/\.$/, '');
  const names = Object.keys(weekdays) as (keyof typeof weekdays)[];
  const name = names.find((one) => one === bare || (bare.length === 2 && one.startsWith(bare)));
  if (name === undefined) return undefined;
  // "Do", said on a Thursday, is the next one: today would be called today.
  for (let days = 1; days <= 7; days++) {
    const date = addDays(today, days);
    if (weekdayOf(date) === weekdays[name]) return date;
  }
  return undefined;
}

/**
 * A day: `Do`, `Donnerstag`, `morgen`, `3.12.`, `3.12.2026`, `3. Dezember`, `2026-12-03`, `in 2 Wochen`, `Januar` (its
 * first day).
 * @param today ISO date of the business.
 * @returns an ISO date; `undefined`: it is none, or none that exists.
 */
export function readSpokenDate(text: string, today: string): string | undefined {
  const said = spokenWord(text)
    .replace(/^(am|ab|bis|zum|den|der|im|anfang)\s+/g, '')
    .replace(/^(nächste[rnms]?|kommende[rnms]?)\s+/, '')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const ahead = daysAhead[said];
  if (ahead !== undefined) return addDays(today, ahead);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const span = /^in (\d{1,3}|einem|einer|zwei|drei|vier|sechs) (tage?n?|wochen?|monate?n?)$/.exec(said);
  if (span) return inSpan(span[1] ?? '', span[2] ?? '', today);
  if (said === 'woche') return addDays(today, 7);
  // A weekday beside a date only confirms it.
  const [first = '', ...others] = said.split(' ');
  if (others.length > 0 && nextWeekday(first, today) !== undefined)
    return confirmed(first, others.join(' '), today);
  const numeric = /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?$/.exec(said);
  if (numeric) return ofYear(numeric[3], Number(numeric[2]), Number(numeric[1]), today);
  const named = /^(\d{1,2})\.\s?(\p{L}+\.?)(?:\s(\d{4}))?$/u.exec(said);
  if (named) {
    const month = parseMonth(named[2] ?? '');
    return month === 0 ? undefined : ofYear(named[3], month, Number(named[1]), today);
  }
  const [, word = '', year] = /^(\p{L}+\.?)(?: (\d{4}))?$/u.exec(said) ?? [];
  const weekday = year === undefined ? nextWeekday(word, today) : undefined;
  if (weekday !== undefined) return weekday;
  const month = parseMonth(word);
  return month === 0 ? undefined : ofYear(year, month, 1, today);
}

const ofYear = (year: string | undefined, month: number, day: number, today: string): string | undefined =>
  year === undefined
    ? nextDate(month, day, today)
    : isoDate(Number(year) + (year.length === 2 ? 2000 : 0), month, day);

const spokenNumbers: Readonly<Record<string, number>> = {
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  sechs: 6,
};

function inSpan(count: string, unit: string, today: string): string {
  const number = spokenNumbers[count] ?? Number(count);
  if (unit.startsWith('monat')) return addMonths(today, number);
  return addDays(today, number * (unit.startsWith('woche') ? 7 : 1));
}

/** `Do 3.12.` must be a Thursday: else one of the two is a slip. */
function confirmed(weekday: string, rest: string, today: string): string | undefined {
  const date = readSpokenDate(rest, today);
  const same = date !== undefined && weekdayOf(date) === weekdayOf(nextWeekday(weekday, today) ?? date);
  return same ? date : undefined;
}

/** `14 Uhr`, `14:30`, `14.30 Uhr`, `14h`, `um 9`. @returns `09:00`; `undefined`: no time. */
export function readSpokenTime(text: string): string | undefined {
  const said = spokenWord(text)
    .replace(/^(um|ab|gegen)\s+/, '')
    .trim();
  const [, hour, minute = '0'] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)$/.exec(said) ?? /^(\d{1,2})[:](\d{2})$/.exec(said) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
