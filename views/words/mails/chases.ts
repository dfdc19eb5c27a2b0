/** All that is due for the owner, in one mail. He alone reads it, and so it is in German only. */
import { formatNumber } from '../format.ts';

export const chasesWords = {
  /** The same all day, so that mail programs keep the mails of a day together. */
  subject: (day: string): string => `Das wartet auf Sie – ${day}`,
  title: (count: number): string => `${formatNumber(count, 'de')} Anfragen warten auf Sie`,
  order: 'Oben steht, woran am meisten Geld hängt.',
  more: (count: number): string => `… und ${formatNumber(count, 'de')} weitere`,
  /** After the last reminder of a request. */
  stalls: 'Letzte Erinnerung dazu.',
  /** Requests of a flood that have no confirmation. */
  withheld: (count: number): string =>
    count === 1
      ? 'Eine davon hat noch keine Eingangsbestätigung, weil so viel auf einmal kam.'
      : `${formatNumber(count, 'de')} davon haben noch keine Eingangsbestätigung, weil so viel auf einmal kam.`,
} as const;
