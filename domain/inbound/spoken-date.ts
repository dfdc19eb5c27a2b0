/** Dates as people say them in a short answer. What could mean two days is no date. */
import type { Company } from '../business/company.ts';
import { addDays, addMonths, weekdayOf } from '../time/local-time.ts';
import { weekdays } from '../time/weekday.ts';
import { lastWorkingDayBefore, workingDayFrom } from '../time/working-time.ts';
import { workingDayAfterFeast } from './feasts.ts';
import { fold, isOneLetterApart } from './folded-text.ts';

export interface SpokenDateContext {
  /** ISO date of the business. */
  readonly today: string;
  readonly company: Company;
}

/** All words here are as `fold` writes them. */
const weekdayNames: Readonly<Record<string, (typeof weekdays)[number]>> = {
  montag: 'monday',
  dienstag: 'tuesday',
  mittwoch: 'wednesday',
  donnerstag: 'thursday',
  freitag: 'friday',
  samstag: 'saturday',
  sonnabend: 'saturday',
  sonntag: 'sunday',
};

const months = [
  ['januar', 'janner'],
  ['februar', 'feber'],
  ['marz', 'mrz'],
  ['april'],
  ['mai'],
  ['juni'],
  ['juli'],
  ['august'],
  ['september'],
  ['oktober'],
  ['november'],
  ['dezember'],
];

const daysAhead: Readonly<Record<string, number>> = { heute: 0, morgen: 1, ubermorgen: 2 };

/** The month in which each begins. */
const seasons: Readonly<Record<string, number>> = {
  fruhjahr: 3,
  fruhling: 3,
  sommer: 6,
  herbst: 9,
  winter: 12,
};

const counts: Readonly<Record<string, number>> = {
  ein: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwolf: 12,
};

/** `24.` alone is the next day of that number, in this month or the next. */
function nextDay(day: number, today: string): string | undefined {
  const months = [today, addMonths(`${today.slice(0, 7)}-01`, 1)];
  return months
    .map((month) => isoDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day))
    .find((date) => date !== undefined && date >= today);
}

/** Does a day of the calendar exist? */
function isoDate(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The next of the days that one rule makes of this year and the next. */
function nextOf(dateIn: (year: number) => string | undefined, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const thisYear = dateIn(year);
  return thisYear !== undefined && thisYear >= today ? thisYear : dateIn(year + 1);
}

/** `15.1.` said in November is in the next year. */
const ofYear = (year: string | undefined, month: number, day: number, today: string): string | undefined =>
  year === undefined
    ? nextOf((one) => isoDate(one, month, day), today)
    : isoDate(Number(year) + (year.length === 2 ? 2000 : 0), month, day);

/** `januar`, `jan`, `jan.`; three letters at least. @returns 0: none. */
function monthNumber(word: string): number {
  const bare = word.replace(/\.$/, '');
  return bare.length < 3
    ? 0
    : months.findIndex((names) => names.some((name) => name.startsWith(bare) || slippedTo(name, bare))) + 1;
}

/** One letter off in a long word, which no other of its kind is near to. */
const slippedTo = (name: string, word: string): boolean => name.length >= 6 && isOneLetterApart(word, name);

function weekdayIn(word: string): (typeof weekdays)[number] | undefined {
  const bare = word.replace(/\.$/, '');
  const names = Object.keys(weekdayNames);
  const exact = names.filter((name) => name === bare || (bare.length === 2 && name.startsWith(bare)));
  const meant = exact.length > 0 ? exact : names.filter((name) => slippedTo(name, bare));
  return meant.length === 1 || exact.length > 0 ? weekdayNames[meant[0] ?? ''] : undefined;
}

/** "Do", said on a Thursday, is the next one: today would be called today. */
function nextWeekday(word: string, today: string): string | undefined {
  const weekday = weekdayIn(word);
  if (weekday === undefined) return undefined;
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(today)) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

const mondayOf = (date: string): string => addDays(date, -weekdays.indexOf(weekdayOf(date)));

/** The Monday of a week by ISO 8601; `undefined`: the year has no such week. */
function weekMonday(year: number, week: number): string | undefined {
  if (week < 1) return undefined;
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
  return addDays(monday, 3).startsWith(`${year}-`) ? monday : undefined;
}

/** This day, or the first after it on which somebody works. */
const workingDay = (date: string | undefined, { company }: SpokenDateContext): string | undefined =>
  date && workingDayFrom(company, date);

type Read = (found: readonly string[], context: SpokenDateContext) => string | undefined;

/** Each way to say a date, as a whole; the first that fits decides. */
const ways: readonly (readonly [form: RegExp, read: Read])[] = [
  [/^(heute|morgen|ubermorgen)$/, ([word = ''], { today }) => addDays(today, daysAhead[word] ?? 0)],
  [
    /^(heute|morgen|ubermorgen) ([a-z]+\.?)$/,
    ([word = '', day = ''], { today }) => {
      const date = addDays(today, daysAhead[word] ?? 0);
      return weekdayIn(day) === weekdayOf(date) ? date : undefined;
    },
  ],
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([year, month, day]) => isoDate(Number(year), Number(month), Number(day))],
  [
    /^(?:(?:in|um) )?(\d{1,3}|[a-z]+) (tage?n?|wochen?|monate?n?|jahre?n?)$/,
    ([count = '', unit = ''], { today }) => inSpan(counts[count] ?? Number(count), unit, today),
  ],
  [/^(?:in )?(?:einem |1 )?(?:halben|halbes|1\/2) jahr$/, (_, { today }) => addMonths(today, 6)],
  [
    /^(?:in der )?(nachste|kommende|ubernachste)[rn]? woche$/,
    ([word], { today }) => addDays(today, word === 'ubernachste' ? 14 : 7),
  ],
  [
    /^(?:in der )?(diese|nachste|kommende|ubernachste)[rn]? woche(?: am)? ([a-z]+\.?)$/,
    ([which, day], { today }) => inWeek(which, day, today),
  ],
  [
    /^([a-z]+\.?) (?:in der )?(diese|nachste|kommende|ubernachste)[rn]? woche$/,
    ([day, which], { today }) => inWeek(which, day, today),
  ],
  [
    /^(anfang|mitte|ende) (?:der )?(diese|nachste|kommende|ubernachste)[rn]? woche$/,
    ([part = '', which], { today }) =>
      inWeek(which, { anfang: 'montag', mitte: 'mittwoch' }[part] ?? 'freitag', today),
  ],
  [
    /^(?:(?:anfang|im) )?(?:nachste|kommende)[nrs]? monat(?:s|es)?$/,
    (_, { today, company }) => workingDayFrom(company, `${addMonths(today, 1).slice(0, 7)}-01`),
  ],
  [
    /^(?:(?:anfang|im) )?(?:(?:nachste|kommende|neue)[nrsm]*) jahr(?:es)?$/,
    (_, { today, company }) => workingDayFrom(company, `${Number(today.slice(0, 4)) + 1}-01-02`),
  ],
  [
    /^(?:kw|kalenderwoche) ?(\d{1,2})$|^(\d{1,2})\. (?:kw|kalenderwoche)$/,
    ([before, after], { today }) => nextWeek(Number(before ?? after), today),
  ],
  [
    /^mitte (?:des )?([a-z]+\.?)(?: (\d{4}))?$/,
    ([month = '', year], context) => workingDay(inMonth(month, year, 15, context.today), context),
  ],
  [/^ende (?:des )?([a-z]+\.?)(?: (\d{4}))?$/, readMonthEnd],
  [/^nach (?:dem |der )?((?:\d|heute|morgen).*)$/, readAfter],
  [/^nach ([a-z].*)$/, ([feast = ''], { today, company }) => workingDayAfterFeast(feast, today, company)],
  [
    /^(fruhjahr|fruhling|sommer|herbst|winter)(?: (\d{4}))?$/,
    ([season = '', year], context) =>
      workingDay(ofYear(year, seasons[season] ?? 0, 1, context.today), context),
  ],
  [
    /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}|\d{2}))?$/,
    ([day, month, year], { today }) => ofYear(year, Number(month), Number(day), today),
  ],
  [
    /^(\d{1,2})\. ?([a-z]+\.?)(?: (\d{4}))?$/,
    ([day, month = '', year], { today }) => inMonth(month, year, Number(day), today),
  ],
  [/^(\d{1,2})\.$/, ([day], { today }) => nextDay(Number(day), today)],
  [/^([a-z]{2,10}\.?),? (?:(?:den|dem|der) )?(.+)$/, confirmed],
  [
    /^([a-z]{2,10}\.?)$/,
    ([word = ''], context) =>
      nextWeekday(word, context.today) ?? workingDay(inMonth(word, undefined, 1, context.today), context),
  ],
  [
    /^([a-z]{3,10}\.?) (\d{4})$/,
    ([word = '', year], context) => workingDay(inMonth(word, year, 1, context.today), context),
  ],
];

/**
 * A day: `Do`, `Donnerstag`, `morgen`, `3.12.`, `3.12.2026`, `3. Dezember`, `2026-12-03`, `in 2 Wochen`, `KW 3`, `Mitte Januar`,
 * `nach Ostern` (the first working day after it), `Januar` (its first working day), `Ende Februar` (its last working day).
 * @returns an ISO date; `undefined`: it is none, or none that exists.
 */
export function readSpokenDate(text: string, context: SpokenDateContext): string | undefined {
  const plain = fold(text).text.replace(/[,()]/g, ' ').replace(/\s+/g, ' ').trim();
  const said = plain.replace(/^(?:(?:erst|wieder|am|ab|bis|zum|den|der|im|zirka|circa|ca\.?) )+/, '');
  for (const one of new Set([
    said,
    said.replace(/^anfang /, ''),
    said.replace(/^(?:nachste|kommende|diese)[rnms]? /, ''),
  ])) {
    for (const [form, read] of ways) {
      const found = form.exec(one);
      const date = found && read([...found].slice(1), context);
      if (date !== undefined && date !== null) return date;
    }
  }
  return undefined;
}

function inSpan(count: number, unit: string, today: string): string | undefined {
  if (!Number.isInteger(count)) return undefined;
  if (unit.startsWith('jahr')) return addMonths(today, count * 12);
  if (unit.startsWith('monat')) return addMonths(today, count);
  return addDays(today, count * (unit.startsWith('woche') ? 7 : 1));
}

const weeksAhead: Readonly<Record<string, number>> = { diese: 0, nachste: 1, kommende: 1, ubernachste: 2 };

function inWeek(which = '', day = '', today: string): string | undefined {
  const weekday = weekdayIn(day);
  if (weekday === undefined) return undefined;
  return addDays(mondayOf(today), (weeksAhead[which] ?? 0) * 7 + weekdays.indexOf(weekday));
}

/** The week that is going on counts until it is over. */
function nextWeek(week: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  return [weekMonday(year, week), weekMonday(year + 1, week)].find(
    (monday) => monday !== undefined && addDays(monday, 6) >= today,
  );
}

function inMonth(word: string, year: string | undefined, day: number, today: string): string | undefined {
  const month = monthNumber(word);
  return month === 0 ? undefined : ofYear(year, month, day, today);
}

function readMonthEnd([word = '', year]: readonly string[], { today, company }: SpokenDateContext) {
  const lastOf = (first: string) => lastWorkingDayBefore(company, addMonths(first, 1));
  if (word === 'monats') return lastOf(`${today.slice(0, 7)}-01`);
  const month = word === 'jahres' ? 12 : monthNumber(word);
  const first = (one: number) => isoDate(one, month, 1);
  const lastIn = (one: number) => {
    const begins = first(one);
    return begins && lastOf(begins);
  };
  return year === undefined ? nextOf(lastIn, today) : lastIn(Number(year));
}

function readAfter([day = '']: readonly string[], context: SpokenDateContext): string | undefined {
  const date = readSpokenDate(day, context);
  return date && workingDayFrom(context.company, addDays(date, 1));
}

/** A weekday beside a date only confirms it: `Do 3.12.` must be a Thursday, else one of the two is a slip. */
function confirmed(
  [word = '', rest = '']: readonly string[],
  context: SpokenDateContext,
): string | undefined {
  const weekday = weekdayIn(word);
  const date = weekday && readSpokenDate(rest, context);
  return date !== undefined && weekdayOf(date) === weekday ? date : undefined;
}
