/** Of an emergency without a number: that there is none to call, and what its customer was asked instead. */
import type { Company } from '../../domain/business/company.ts';
import { takesEmergencies } from '../../domain/business/people.ts';
import { isDiscussed, isUnacknowledged } from '../../domain/lead/acknowledging.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { callOf } from '../lead-text.ts';
import { newLeadWords } from '../words/mails/new-lead-alert.ts';
import type { Block } from './block.ts';

export function noNumberBlocks(lead: Lead, company: Company, now: Moment): Block[] {
  if (callOf(lead) !== undefined) return [];
  const { text, asked, askedLater, writeTo } = newLeadWords.noNumber;
  const { contact, mailsStopped } = lead;
  const isAsked = !isUnacknowledged(lead) && !isDiscussed(lead);
  const further =
    contact.email === undefined || mailsStopped !== undefined
      ? undefined
      : isAsked
        ? takesEmergencies(company, lead.acknowledgedAt ?? now)
          ? asked
          : askedLater
        : writeTo;
  return [{ type: 'paragraph', text: [text, further].filter(Boolean).join(' ') }];
}
