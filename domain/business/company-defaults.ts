import type { Delay } from '../lead/cadence.ts';
import type { Weekday } from '../time/weekday.ts';

/** What counts where a business says nothing. */
export const companyDefaults: CompanyDefaults = {
  workingTime: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '08:00',
    to: '18:00',
  },
  closedOn: [],
  openOn: [],
  digestAt: '06:30',
  people: [],
  emergency: { nightService: true },
  cadences: {},
  answerWithin: '1 working day',
  retentionMonths: 12,
  texts: {},
};

interface CompanyDefaults {
  readonly workingTime: { days: Weekday[]; from: string; to: string };
  readonly closedOn: string[];
  readonly openOn: string[];
  readonly digestAt: string;
  readonly people: [];
  readonly emergency: { readonly nightService: boolean };
  readonly cadences: Record<never, never>;
  readonly answerWithin: Delay;
  readonly retentionMonths: number;
  readonly texts: Record<never, never>;
}
