/** The date of a visit to the customer, with an entry for the calendar; and the reminder the day before. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { hasHeardOfVisit } from '../../domain/lead/visit.ts';
import { namesWebsite } from '../../domain/lead/website-address.ts';
import { asksWhere } from '../../domain/listening/open-questions.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { dial } from '../dial.ts';
import { addressOf, mapUrl, nameToGreet, streetOf } from '../lead-text.ts';
import { formatDayAndTime, formatMinutes } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { visitInvitationWords } from '../words/mails/visit-invitation.ts';
import type { Block, Fact } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { inOwnWords, paragraph, requestValues, type Words, wordsOf } from './own-words.ts';
import { visitCalendar } from './visit-calendar.ts';
import { visitOf, visitTimeAhead, visitTimeBriefly } from './visit-time.ts';

export interface VisitInvitation {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly kind: 'confirmation' | 'reminder';
  readonly stopUrl: string;
  /** What the business says in this one instead; the date and how to write it down stay. */
  readonly ownText?: string | undefined;
}

/**
 * The mail about a planned visit to the customer.
 * @throws Error the lead has no visit.
 */
export function visitInvitation(about: VisitInvitation): MailContent {
  const { lead, company, now, stopUrl, ownText } = about;
  const visit = visitOf(lead);
  const { language } = lead.contact;
  const address = placeOf(lead);
  const when = formatDayAndTime(visit.startsAt, company.timeZone, language);
  const standard = visitInvitationWords[language];
  const words = inOwnWords(wordsOfVisit(about), ownText);
  const reference = contactLabels.reference[language];

  const facts: Fact[] = [
    { label: standard.when, value: when },
    { label: standard.duration, value: standard.about(formatMinutes(visit.durationMinutes, language)) },
    {
      label: standard.where,
      value: address ?? standard.addressUnknown,
      ...(address !== undefined && { url: mapUrl(address) }),
    },
    { label: reference, value: lead.id },
  ];
  const [first, ...others] = words.paragraphs;
  const phone = { text: company.phone, url: dial(company.phone) };
  const blocks: (Block | undefined)[] = [
    paragraph(first, phone),
    { type: 'facts', facts },
    asksWhere(lead) ? { type: 'paragraph', text: standard.askAddress } : undefined,
    ...others.map((text) => paragraph(text, phone)),
    { type: 'call', label: contactLabels.phone[language], phone },
    { type: 'muted', text: standard.calendar },
  ];
  const { email } = lead.contact;
  return {
    ...customerMail({
      lead,
      company,
      words,
      preheader: `${when}${address ? `, ${address}` : ''}`,
      blocks,
      stopUrl,
    }),
    ...(email && {
      calendar: visitCalendar({
        company,
        leadId: lead.id,
        visit,
        now,
        summary: standard.summary(brandOf(company)),
        description: `${reference}: ${lead.id}\n${standard.questions(company.phone)}`,
        location: address,
        for: { customer: { name: nameToGreet(lead) ?? email, email } },
      }),
    }),
  };
}

/** The text of the reminder as it is without own words, for whoever wants to change it. */
export const visitReminderText = (about: Pick<VisitInvitation, 'lead' | 'company' | 'now'>): string =>
  wordsOfVisit({ ...about, kind: 'reminder' }).paragraphs.join('\n\n');

/** The owner goes there, so the place stands for itself; whatever else somebody typed into it does not. */
function placeOf(lead: Lead): string | undefined {
  const given = addressOf(lead);
  return given === undefined || namesWebsite(given) ? undefined : given;
}

function wordsOfVisit({ lead, company, now, kind }: Omit<VisitInvitation, 'stopUrl' | 'ownText'>): Words {
  const visit = visitOf(lead);
  const { language } = lead.contact;
  const brand = brandOf(company);
  const address = placeOf(lead);
  const when = formatDayAndTime(visit.startsAt, company.timeZone, language);
  const standard = visitInvitationWords[language];
  const occasion = kind === 'confirmation' && visit.sequence > 0 && hasHeardOfVisit(lead) ? 'moved' : kind;
  return wordsOf({
    name: `visit-${occasion}`,
    company,
    language,
    values: { ...requestValues(lead, company), when, address },
    subject:
      occasion === 'reminder'
        ? standard.reminder.subject(
            visitTimeAhead(visit, company, now, language),
            `${standard.visit}, ${streetOf(address) ?? brand}`,
          )
        : standard[occasion].subject(visitTimeBriefly(visit, company, now, language)),
    paragraphs: [standard[occasion].opening(brand), standard.otherwise],
  });
}
