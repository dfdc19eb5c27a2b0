/** The date of a visit to the customer, with an entry for the calendar; and the reminder the day before. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { addressOf } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { formatDayAndTime, formatMinutes } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { visitInvitationWords } from '../words/mails/visit-invitation.ts';
import type { Block, Fact } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { visitCalendar } from './visit-calendar.ts';
import { visitOf, visitTimeBriefly } from './visit-time.ts';

export interface VisitInvitation {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly kind: 'confirmation' | 'reminder';
  readonly stopUrl: string;
}

/**
 * The mail about a planned visit to the customer.
 * @throws Error the lead has no visit.
 */
export function visitInvitation({ lead, company, now, kind, stopUrl }: VisitInvitation): MailContent {
  const visit = visitOf(lead);
  const { language } = lead.contact;
  const brand = brandOf(company);
  const briefly = visitTimeBriefly(visit, company, now, language);
  const address = addressOf(lead);
  const words = visitInvitationWords[language];
  const { subject, opening } = words[kind === 'confirmation' && visit.sequence > 0 ? 'moved' : kind];
  const reference = contactLabels.reference[language];

  const facts: Fact[] = [
    { label: words.when, value: formatDayAndTime(visit.startsAt, company.timeZone, language) },
    { label: words.duration, value: words.about(formatMinutes(visit.durationMinutes, language)) },
    { label: words.where, value: address ?? words.addressUnknown },
    { label: reference, value: lead.id },
  ];
  const blocks: (Block | undefined)[] = [
    { type: 'paragraph', text: opening(brand) },
    { type: 'facts', facts },
    address ? undefined : { type: 'paragraph', text: words.askAddress },
    { type: 'paragraph', text: words.otherwise },
    {
      type: 'call',
      label: contactLabels.phone[language],
      phone: { text: company.phone, url: dial(company.phone) },
    },
    { type: 'muted', text: words.calendar },
  ];
  const { email } = lead.contact;
  return {
    ...customerMail({
      lead,
      company,
      subject: subject(briefly),
      preheader: `${formatDayAndTime(visit.startsAt, company.timeZone, language)}${address ? `, ${address}` : ''}`,
      blocks: blocks.filter((block) => block !== undefined),
      stopUrl,
    }),
    ...(email && {
      calendar: visitCalendar({
        company,
        leadId: lead.id,
        visit,
        now,
        summary: words.summary(brand),
        description: `${reference}: ${lead.id}\n${words.questions(company.phone)}`,
        location: address,
        for: { customer: { name: visible(lead.contact.name) ?? email, email } },
      }),
    }),
  };
}
