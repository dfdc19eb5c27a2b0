/** How money, days and times read, in the languages of the mails and pages. Times are local to the business. */
import type { Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Source } from '../../domain/lead/origin.ts';
import type { Kind, Urgency } from '../../domain/lead/request.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** Words of both languages for one thing. */
export type InWords<T extends string> = Readonly<Record<T, Readonly<Record<Language, string>>>>;

export const kindLabels: InWords<Kind> = {
  project: { de: 'Projekt', en: 'Project' },
  repair: { de: 'Reparatur', en: 'Repair' },
  advice: { de: 'Beratung', en: 'Advice' },
};

export const urgencyLabels: InWords<Urgency> = {
  now: { de: 'sofort', en: 'now' },
  soon: { de: 'bald', en: 'soon' },
  planned: { de: 'geplant', en: 'planned' },
};

export const sourceLabels: InWords<Source> = {
  website: { de: 'Website', en: 'Website' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Telefon', en: 'Phone' },
  'word-of-mouth': { de: 'Empfehlung', en: 'Word of mouth' },
  advertisement: { de: 'Anzeige', en: 'Advertisement' },
  'social-media': { de: 'Soziale Medien', en: 'Social media' },
  portal: { de: 'Portal', en: 'Portal' },
  other: { de: 'Sonstiges', en: 'Other' },
};

/**
 * Cents as money: `8.500 €`, `8.500,50 €`, `CHF 8'500`, `€8,500`. Whole amounts have no decimals; the space is one
 * that does not break.
 */
export function formatMoney(cents: number, currency: Company['currency'], language: Language): string {
  const german = currency === 'CHF' ? 'de-CH' : 'de-DE';
  return (
    new Intl.NumberFormat(language === 'de' ? german : 'en-GB', {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    })
      .format(cents / 100)
      // Older language data separates Swiss thousands with a typographic apostrophe, which no keyboard finds.
      .replaceAll('’', "'")
  );
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
  if (language === 'en')
    return format(moment, timeZone, language, { weekday: 'short', day: 'numeric', month: 'short' });
  const weekday = format(moment, timeZone, language, { weekday: 'short' }).replace('.', '');
  return `${weekday}, ${format(moment, timeZone, language, { day: 'numeric', month: 'numeric' })}`;
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
  return language === 'de'
    ? `${format(moment, timeZone, language, { hour: '2-digit', minute: '2-digit' })} Uhr`
    : format(moment, timeZone, language, { hour: 'numeric', minute: '2-digit', hour12: true });
}

/** A length of time: `45 Minuten`, `1 Stunde 30 Minuten`. */
export function formatMinutes(minutes: number, language: Language): string {
  const words = language === 'de' ? germanUnits : englishUnits;
  const parts = [
    { count: Math.floor(minutes / 60), unit: words.hour },
    { count: minutes % 60, unit: words.minute },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${count === 1 ? unit.one : unit.many}`)
    .join(' ');
}

/** How long ago, in German, in whole units by the clock: `seit 15 Minuten`, `seit einer Stunde`, `seit 3 Tagen`. */
export function formatSince(moment: Moment, now: Moment): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(moment)) / 60_000);
  if (minutes < 1) return 'seit eben';
  if (minutes < 60) return minutes === 1 ? 'seit einer Minute' : `seit ${minutes} Minuten`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'seit einer Stunde' : `seit ${hours} Stunden`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'seit einem Tag' : `seit ${days} Tagen`;
}

const germanUnits = {
  hour: { one: 'Stunde', many: 'Stunden' },
  minute: { one: 'Minute', many: 'Minuten' },
} as const;
const englishUnits = {
  hour: { one: 'hour', many: 'hours' },
  minute: { one: 'minute', many: 'minutes' },
} as const;

function format(
  moment: Moment,
  timeZone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatterOf(language === 'de' ? 'de-DE' : 'en-GB', { timeZone, ...options }).format(
    Date.parse(moment),
  );
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
