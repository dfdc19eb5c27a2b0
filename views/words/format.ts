/** How money, days and times read, in the languages of the mails and pages. Times are local to the business. */
import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { daysBetween, localDate } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ByLanguage } from './languages.ts';
import { markMonth } from './regional.ts';

/** One part of a moment, as `Intl` writes it. */
type Part = (options: Intl.DateTimeFormatOptions) => string;

interface Unit {
  readonly one: string;
  readonly many: string;
}

interface Conventions {
  readonly locale: string;
  /** By the currency: who pays in francs writes `8'500`. */
  readonly moneyLocale: Readonly<Record<Company['currency'], string>>;
  readonly shortDay: (part: Part) => string;
  readonly time: (part: Part) => string;
  readonly hour: Unit;
  readonly minute: Unit;
  /** A day and a time in a sentence; the day by its own name, if it has one. */
  readonly atTime: (nearDay: string | undefined, day: string, time: string) => string;
  /** Days with a name of their own, by how many days ahead they are. */
  readonly nearDays: readonly string[];
}

const conventions: ByLanguage<Conventions> = {
  de: {
    locale: 'de-DE',
    moneyLocale: { EUR: 'de-DE', CHF: 'de-CH' },
    shortDay: (part) =>
      `${part({ weekday: 'short' }).replace('.', '')}, ${part({ day: 'numeric', month: 'numeric' })}`,
    time: (part) => `${part({ hour: '2-digit', minute: '2-digit' })} Uhr`,
    hour: { one: 'Stunde', many: 'Stunden' },
    minute: { one: 'Minute', many: 'Minuten' },
    nearDays: ['heute', 'morgen'],
    atTime: (near, day, time) => (near === undefined ? `am ${day}, um ${time}` : `${near} um ${time}`),
  },
  en: {
    locale: 'en-GB',
    moneyLocale: { EUR: 'en-GB', CHF: 'en-GB' },
    shortDay: (part) => part({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: (part) => part({ hour: 'numeric', minute: '2-digit', hour12: true }),
    hour: { one: 'hour', many: 'hours' },
    minute: { one: 'minute', many: 'minutes' },
    nearDays: ['today', 'tomorrow'],
    atTime: (near, day, time) => (near === undefined ? `on ${day} at ${time}` : `${near} at ${time}`),
  },
};

/**
 * Cents as money: `8.500 €`, `8.500,50 €`, `CHF 8'500`, `€8,500`. Whole amounts have no decimals; the space is one
 * that does not break.
 */
export function formatMoney(cents: number, currency: Company['currency'], language: Language): string {
  return (
    moneyFormatterOf(conventions[language].moneyLocale[currency], currency)
      .format(cents / 100)
      // Older language data separates Swiss thousands with a typographic apostrophe, which no keyboard finds.
      .replaceAll('’', "'")
  );
}

/** A whole number with its thousands apart: `10.000`, `10,000`. */
export function formatNumber(number: number, language: Language): string {
  return number.toLocaleString(conventions[language].locale);
}

/** The local day of a moment in full: `Montag, 23. November 2026`. */
export function formatDay(moment: Moment, timeZone: string, language: Language): string {
  return format(moment, timeZone, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The local day of a moment for lists: `Mo, 23.11.` */
export function formatShortDay(moment: Moment, timeZone: string, language: Language): string {
  return conventions[language].shortDay((part) => format(moment, timeZone, language, part));
}

/** The day so many days ahead, if it has a name of its own: `heute`, `morgen`. */
export function nearDay(daysAhead: number, language: Language): string | undefined {
  return conventions[language].nearDays[daysAhead];
}

/** The local month of a moment: `November`. */
export function formatMonth(moment: Moment, timeZone: string, language: Language): string {
  return format(moment, timeZone, language, { month: 'long' });
}

/** An ISO date in full: `23. November 2026`. */
export function formatDate(isoDate: string, language: Language): string {
  return format(`${isoDate}T12:00:00.000Z`, 'UTC', language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The local time of a moment: `14:05 Uhr`, `2:05 pm`. */
export function formatTime(moment: Moment, timeZone: string, language: Language = 'de'): string {
  return conventions[language].time((part) => format(moment, timeZone, language, part));
}

/** The local day and time of a moment in full: `Montag, 23. November 2026, 14:05 Uhr`. */
export function formatDayAndTime(moment: Moment, timeZone: string, language: Language): string {
  return `${formatDay(moment, timeZone, language)}, ${formatTime(moment, timeZone, language)}`;
}

/** When it is so far, in a sentence: `heute um 08:00 Uhr`, `am Montag, 23. November 2026, um 08:00 Uhr`. */
export function formatOpening(moment: Moment, now: Moment, timeZone: string, language: Language): string {
  const ahead = daysBetween(localDate(now, timeZone), localDate(moment, timeZone));
  const day = nearDay(ahead, language);
  const time = formatTime(moment, timeZone, language);
  return conventions[language].atTime(day, formatDay(moment, timeZone, language), time);
}

/** A length of time: `45 Minuten`, `1 Stunde 30 Minuten`. */
export function formatMinutes(minutes: number, language: Language): string {
  const { hour, minute } = conventions[language];
  const parts = [
    { count: Math.floor(minutes / 60), unit: hour },
    { count: minutes % 60, unit: minute },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${count === 1 ? unit.one : unit.many}`)
    .join(' ');
}

/**
 * How long ago, for the owner and so in German, in whole units by the clock: `seit 15 Minuten`, `seit einer Stunde`,
 * `seit 3 Tagen`.
 */
export function formatSince(moment: Moment, now: Moment): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(moment)) / 60_000);
  if (minutes < 1) return 'seit eben';
  if (minutes < 60) return minutes === 1 ? 'seit einer Minute' : `seit ${minutes} Minuten`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'seit einer Stunde' : `seit ${hours} Stunden`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'seit einem Tag' : `seit ${days} Tagen`;
}

/** The same of what is over: `vor 3 Tagen`. */
export function formatAgo(moment: Moment, now: Moment): string {
  const since = formatSince(moment, now);
  return since === 'seit eben' ? 'gerade eben' : since.replace('seit', 'vor');
}

function format(
  moment: Moment,
  timeZone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return markMonth(
    formatterOf(conventions[language].locale, { timeZone, ...options }).format(Date.parse(moment)),
  );
}

/** As `formatters`: a digest writes a hundred amounts. */
const moneyFormatters = new Map<string, Intl.NumberFormat>();

function moneyFormatterOf(locale: string, currency: Company['currency']): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = moneyFormatters.get(key);
  if (known) return known;
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  moneyFormatters.set(key, formatter);
  return formatter;
}

/**
 * One for each way of writing a time. Making one costs a hundred times as much as using it, and 27 KB outside of the
 * heap, which the garbage collector does not see and gives back late.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter;
}
