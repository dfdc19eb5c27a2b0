/** The digest as data. */
import type { LeadSummary } from './lead.ts';

export const digestSections = [
  'unconfirmed',
  'new',
  'due-today',
  'stalled',
  'visits',
  'quotes',
  'moved',
  'gaps',
  'bounced',
] as const;
export type DigestSection = (typeof digestSections)[number];

export interface DigestLine {
  readonly lead: LeadSummary;
  /** In sections `gaps`: what is missing, in the owner's words. */
  readonly note?: string | undefined;
}

export interface Digest {
  /** Local date of the business. */
  readonly date: string;
  readonly sections: readonly { readonly section: DigestSection; readonly lines: readonly DigestLine[] }[];
  readonly figures: {
    readonly openLeads: number;
    readonly pipelineCents: number;
    readonly weightedCents: number;
    readonly wonThisMonth: number;
    readonly wonThisMonthCents: number;
  };
}
