import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { ListMail } from '../mail/digest.ts';
import type { PageContext } from './lead-parts.ts';

/** A list of the digest on a page: its lines lead to the leads, and what can be done is beside them. */
export const shownList = (
  { company, now, viewUrl }: PageContext,
  isHis: (lead: LeadSummary) => boolean,
): ListMail => ({
  company,
  now,
  isHis,
  answerable: false,
  actionsFor: () => [],
  takesFor: () => [],
  viewUrl: ({ id }) => viewUrl(id),
});
