/** A visit that does not take place: told to the customer, and taken out of both calendars. */
import { brandOf } from '../../domain/business/company.ts';
import { isNo } from '../../domain/lead/declining.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { dial } from '../dial.ts';
import { nameToGreet, whoIs } from '../lead-text.ts';
import { formatDayAndTime } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { visitNoticeWords } from '../words/mails/owner-visit-notice.ts';
import { visitInvitationWords } from '../words/mails/visit-invitation.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, paragraph, requestValues, wordsOf } from './own-words.ts';
import { callBlocks, ownerMail, whatToDo } from './owner-mail.ts';
import type { OwnerVisitNotice } from './owner-visit-notice.ts';
import { type CalendarEntry, visitCalendar } from './visit-calendar.ts';
import type { VisitInvitation } from './visit-invitation.ts';
import { visitTimeBriefly } from './visit-time.ts';

function cancelledVisitOf({ id, cancelledVisit }: Lead) {
  if (!cancelledVisit) throw new Error(`Lead ${id} has no visit that was called off`);
  return cancelledVisit;
}

/** Takes the visit out of the customer's calendar; nothing, where no mail reaches him. */
export function cancelledEntry({
  lead,
  company,
  now,
  visit,
}: Pick<CalendarEntry, 'company' | 'now' | 'visit'> & { readonly lead: Lead }): Pick<
  MailContent,
  'calendar'
> {
  const { language, email } = lead.contact;
  if (!email) return {};
  const { summary, questions: anyQuestions, cancelled } = visitInvitationWords[language];
  const questions = isNo(lead.stage) ? cancelled.ended.questions : anyQuestions;
  return {
    calendar: visitCalendar({
      company,
      leadId: lead.id,
      visit,
      cancelled: true,
      now,
      summary: summary(brandOf(company)),
      description: questions(company.phone),
      for: { customer: { name: nameToGreet(lead) ?? email, email } },
    }),
  };
}

/**
 * To the customer, in words and as `METHOD:CANCEL`.
 * @throws Error no visit was called off.
 */
export function visitCancellation({
  lead,
  company,
  now,
  stopUrl,
}: Omit<VisitInvitation, 'kind'>): MailContent {
  const visit = cancelledVisitOf(lead);
  const { language } = lead.contact;
  const when = formatDayAndTime(visit.startsAt, company.timeZone, language);
  const { cancelled } = visitInvitationWords[language];
  const { opening, otherwise } = isNo(lead.stage) ? cancelled.ended : cancelled;
  const words = wordsOf({
    name: 'visit-cancelled',
    company,
    language,
    values: { ...requestValues(lead, company), when },
    subject: cancelled.subject(visitTimeBriefly(visit, company, now, language)),
    paragraphs: [opening(when), otherwise],
  });
  const phone = { text: company.phone, url: dial(company.phone) };
  return {
    ...customerMail({
      lead,
      company,
      words,
      preheader: when,
      blocks: [
        ...words.paragraphs.map((text) => paragraph(text, phone)),
        { type: 'call', label: contactLabels.phone[language], phone },
        { type: 'muted', text: cancelled.calendar },
      ],
      stopUrl,
    }),
    ...cancelledEntry({ lead, company, now, visit }),
  };
}

/**
 * To the owner: his calendar, and whether the customer is still to be called.
 * @throws Error no visit was called off.
 */
export function ownerVisitCancellation({
  lead,
  company,
  now,
  actions,
  viewUrl,
}: Omit<OwnerVisitNotice, 'kind'>): MailContent {
  const visit = cancelledVisitOf(lead);
  const who = whoIs(lead.contact);
  const when = formatDayAndTime(visit.startsAt, company.timeZone, 'de');
  const calledOff = lead.timeline.findLastIndex(({ type }) => type === 'visit-cancelled');
  const isTold = lead.timeline.some(
    (event, at) =>
      event.type === 'follow-up-sent' &&
      ((event.mail === 'visit-cancelled' && event.number === visit.sequence + 1) ||
        (event.mail === 'refusal' && at > calledOff)),
  );
  const { cancelledSubject, cancelledTitle, customerKnows, customerToCall, summary } = visitNoticeWords;
  return {
    ...ownerMail({
      company,
      words: wordsOf({
        name: 'owner-visit-cancelled',
        company,
        language: 'de',
        values: { ...leadValues(lead), when },
        subject: cancelledSubject(visitTimeBriefly(visit, company, now, 'de'), who),
        paragraphs: [cancelledTitle(who)],
      }),
      reference: lead.id,
      preheader: when,
      blocks: [
        { type: 'facts', facts: [{ label: visitNoticeWords.when, value: when }] },
        { type: 'paragraph', text: isTold ? customerKnows : customerToCall },
        ...callBlocks(lead),
        ...whatToDo(actions, viewUrl),
      ],
    }),
    calendar: visitCalendar({
      company,
      leadId: lead.id,
      visit,
      cancelled: true,
      now,
      summary: summary(who),
      description: '',
      for: 'owner',
    }),
  };
}
