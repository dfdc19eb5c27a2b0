/** What speaks against the date of a visit, as the owner reads it before he confirms it. German: he alone does. */
import type { Company } from '../../domain/business/company.ts';
import type { VisitWarning } from '../../domain/lead/visit-warnings.ts';
import { whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { formatDayAndTime } from './format.ts';
import { sz } from './regional.ts';

export function visitWarningInWords(warning: VisitWarning, { timeZone }: Company): string {
  switch (warning.code) {
    case 'night':
      return 'Der Termin liegt in der Nacht.';
    case 'holiday':
      return `An dem Tag ist Feiertag: ${warning.name}.`;
    case 'day-off':
      return 'An dem Tag arbeiten Sie sonst nicht.';
    case 'outside-hours':
      return `Der Termin liegt au${sz}erhalb Ihrer Arbeitszeit.`;
    case 'double-booking': {
      const { other } = warning;
      const when = other.visit ? formatDayAndTime(other.visit.startsAt, timeZone, 'de') : '';
      const town = visible(other.city, 60);
      return `Zur selben Zeit ist schon eine Besichtigung: ${[whoIs(other), town].filter(Boolean).join(', ')}, ${when}.`;
    }
  }
}

export const warnedWords = {
  still: 'Soll der Termin trotzdem gelten? Dann tippen Sie noch einmal.',
} as const;
