/** The owner's own copy of a visit: who, when, where, with the call, the map and the calendar entry at hand. */

import type { Lead } from '../../domain/lead/lead.ts';
import { unansweredOf } from '../../domain/lead/summary.ts';
import { isVisitInDoubt } from '../../domain/listening/visit-in-doubt.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addressOf, callOf, messageOf, streetOf, waysToReach, whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { formatDayAndTime, formatMinutes } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { visitNoticeWords as words } from '../words/mails/owner-visit-notice.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { callBlocks, type LeadNotice, ownerMail, whatToDo } from './owner-mail.ts';
import { visitCalendar } from './visit-calendar.ts';
import { visitOf, visitTimeAhead, visitTimeBriefly } from './visit-time.ts';

export interface OwnerVisitNotice extends Omit<LeadNotice, 'takes' | 'answerable'> {
  readonly kind: 'confirmation' | 'reminder';
}

/**
 * The mail about a planned visit to the owner.
 * @throws Error the lead has no visit.
 */
export function ownerVisitNotice(notice: OwnerVisitNotice): MailContent {
  const { lead, company, now, kind, actions, viewUrl } = notice;
  const visit = visitOf(lead);
  const who = whoIs(lead.contact);
  const town = visible(lead.contact.city);
  const where = town ? `${who}, ${town}` : who;
  const when = formatDayAndTime(visit.startsAt, company.timeZone, 'de');
  const briefly = visitTimeBriefly(visit, company, now, 'de');
  const address = addressOf(lead);
  const message = messageOf(lead);
  const movedFrom = kind === 'confirmation' ? movedFromOf(lead) : undefined;
  const isInDoubt = kind === 'reminder' && isVisitInDoubt(lead);
  const blocks: (Block | undefined)[] = [
    isInDoubt ? { type: 'warning', ...words.inDoubt(visible(unansweredOf(lead)?.excerpt, 240)) } : undefined,
    {
      type: 'facts',
      facts: [
        { label: words.when, value: when },
        ...(movedFrom === undefined
          ? []
          : [{ label: words.before, value: formatDayAndTime(movedFrom, company.timeZone, 'de') }]),
        { label: words.duration, value: words.about(formatMinutes(visit.durationMinutes, 'de')) },
        ...(address ? [] : [{ label: contactLabels.address.de, value: words.addressUnknown }]),
        ...waysToReach(lead, notice.writeTo),
      ],
    },
    ...callBlocks(lead),
    message ? { type: 'quote', label: words.request, text: message } : undefined,
    ...whatToDo(actions, viewUrl),
  ];
  return {
    ...ownerMail({
      company,
      words: wordsOf({
        name: `owner-visit-${kind}`,
        company,
        language: 'de',
        values: { ...leadValues(lead), when },
        subject:
          kind === 'reminder'
            ? (isInDoubt ? words.doubtfulSubject : words.reminderSubject)(
                visitTimeAhead(visit, company, now, 'de'),
                [who, streetOf(address)].filter(Boolean).join(', '),
              )
            : (movedFrom === undefined ? words.confirmationSubject : words.movedSubject)(briefly, where),
        paragraphs: [(movedFrom === undefined ? words.title : words.movedTitle)(who)],
      }),
      reference: lead.id,
      preheader: address ?? words.addressMissing,
      blocks,
    }),
    calendar: ownerVisitEntry(notice),
  };
}

/** When it was to be before it got the date that stands; `undefined`: it had no other, or only takes longer or shorter. */
function movedFromOf({ timeline, visit }: Lead): Moment | undefined {
  const dated = timeline.findLast(
    (event) =>
      event.type === 'visit-planned' || (event.type === 'visit-moved' && event.from !== event.startsAt),
  );
  return dated?.type === 'visit-moved' && dated.startsAt === visit?.startsAt ? dated.from : undefined;
}

/**
 * The entry for the calendar of whoever has the visit.
 * @throws Error the lead has no visit.
 */
export function ownerVisitEntry({ lead, company, now }: Pick<LeadNotice, 'lead' | 'company' | 'now'>) {
  const town = visible(lead.contact.city);
  const who = whoIs(lead.contact);
  const phone = callOf(lead)?.phone;
  const message = messageOf(lead);
  return visitCalendar({
    company,
    leadId: lead.id,
    visit: visitOf(lead),
    now,
    summary: words.summary(town ? `${who}, ${town}` : who),
    description: [
      phone && `${contactLabels.phone.de}: ${phone.text}`,
      `${contactLabels.reference.de}: ${lead.id}`,
      message && `\n${message}`,
    ]
      .filter(Boolean)
      .join('\n'),
    location: addressOf(lead),
    for: 'owner',
  });
}
