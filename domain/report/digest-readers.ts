/** Who gets a digest of his own, and what stands in it. */
import { presentOf } from '../business/absence.ts';
import type { Company } from '../business/company.ts';
import { everybody } from '../business/people.ts';
import { type Recipient, recipientsOf } from '../business/recipients.ts';
import { isAlarm } from '../lead/actions.ts';
import type { LeadSummary } from '../lead/summary.ts';
import type { Moment } from '../time/moment.ts';
import { beginDigest, type DigestDraft, type DigestInput } from './digest.ts';

/** Whoever works there today, owner and office first; where nobody is named, one for all addresses of the business. */
export function digestReaders(company: Company, now: Moment): readonly Recipient[] {
  if (company.people.length === 0) return [{ to: company.owner.email }];
  const people = presentOf(company, everybody(company), now);
  const sorted = people.toSorted(
    (one, other) => Number(one.role === 'staff') - Number(other.role === 'staff'),
  );
  return sorted.map((person) => ({ person, to: [person.email] }));
}

/** Would he be chased for it? */
export const isHisTurn = (company: Company, { person }: Recipient, lead: LeadSummary, now: Moment): boolean =>
  person === undefined || (recipientsOf(company, lead, now) ?? []).some(({ key }) => key === person.key);

/** Who is called out reads of what is his, and of emergencies; whoever else works there, of everything. */
const standsInHis = (company: Company, reader: Recipient, lead: LeadSummary, now: Moment): boolean =>
  reader.person?.role !== 'staff' || isAlarm(lead) || isHisTurn(company, reader, lead, now);

/** The digest of one reader: what stands in his, with what is his turn first. */
export function beginOwnDigest(
  reader: Recipient,
  { won, closed, ...input }: Omit<DigestInput, 'isHis' | 'readBy'>,
): DigestDraft {
  const { company, now } = input;
  const stands = (lead: LeadSummary) => standsInHis(company, reader, lead, now);
  const { add, done } = beginDigest({
    ...input,
    won: won.filter(stands),
    closed: closed.filter(stands),
    isHis: (lead) => isHisTurn(company, reader, lead, now),
    readBy: reader.person?.name,
  });
  return {
    add(lead) {
      if (stands(lead)) add(lead);
    },
    done,
  };
}
